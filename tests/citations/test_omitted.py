"""Names that a citation leaves out because the one before has them."""

from __future__ import annotations

import pytest

from citekit import note_of, parse
from citekit.references.names import display_name

CASES: dict[str, tuple[str, list[tuple[str, list[str]]]]] = {
    "同氏": (
        "水野朔太郎『灯台』（青波書房、2008年）91頁；同氏『灯台の話』（青波書房、1999年）20頁。",
        [("author", ["水野朔太郎"]), ("author", ["水野朔太郎"])],
    ),
    "Idem": (
        "Nora Whitlock, Ledgers of the Tide, Marsh, 2009, p. 64; Idem, A Shore Ledger, Harbour Press, 1999, p. 3.",
        [("author", ["Whitlock, Nora"]), ("author", ["Whitlock, Nora"])],
    ),
    "ders. as the editor of the same work": (
        "Jonas Petersdorf, Das Licht der Küste, in: ders. (Hg.), Häfen der Moderne, Nordlicht Verlag, 2010, S. 88.",
        [("editor", ["Petersdorf, Jonas"])],
    ),
    "all names of the citation before": (
        "水野朔太郎・葛城律子『海』（青波書房、2001年）5頁；同氏『港』（青波書房、2003年）7頁。",
        [("author", ["水野朔太郎", "葛城律子"]), ("author", ["水野朔太郎", "葛城律子"])],
    ),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_filled(text: str, expected: list[tuple[str, list[str]]]) -> None:
    citations = parse([note_of(text)])
    assert len(citations) == len(expected)
    for citation, (role, names) in zip(citations, expected, strict=True):
        assert [display_name(name) for name in getattr(citation.item, role)] == names


BEFORE = "水野朔太郎『灯台』（青波書房、2008年）91頁。"


@pytest.mark.parametrize(
    ("between", "author"),
    [([], "水野朔太郎"), (["同上、92頁。"], "水野朔太郎"), (["灯台税は廃止された。"] * 2, "同氏")],
    ids=["the next note", "a back-reference between", "two explanations between"],
)
def test_the_note_before_names_the_author(between: list[str], author: str) -> None:
    notes = [BEFORE, *between, "同氏『灯台の話』（青波書房、1999年）20頁。"]
    citations = parse([note_of(text, number) for number, text in enumerate(notes, 1)])
    assert [display_name(name) for name in citations[-1].item.author] == [author]


def test_a_piece_of_a_pre_modern_work_takes_over_its_work() -> None:
    citations = parse([note_of("《海疆志》卷190《兵志四》，卷187《兵志一》。")])
    assert [citation.item.container_title for citation in citations] == ["海疆志", "海疆志"]
    assert [citation.item.title for citation in citations] == ["兵志四", "兵志一"]
