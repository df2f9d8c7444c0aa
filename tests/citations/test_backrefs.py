"""Back-references: linked to the note of the nearest earlier citation of the work, or to none where it is unclear."""

from __future__ import annotations

from dataclasses import replace

import pytest

from citekit import note_of, parse
from citekit.citations.backrefs import printed_numbers
from citekit.languages.fold import letters
from citekit.pipeline import linked

TIDE = "陆行之：《潮汐》，澄海出版社，2016年，第5页。"
LAW = "陆行之：《航道法》，澄海出版社，2018年，第3页。"
PORT = "温一舟：《小港的大账》，《远洋研究》，2019年第2期，第45页。"
LEDGERS = "Nora Whitlock, Ledgers of the Tide: Customs and Credit, Harbour Press, 2009, p. 64."
CABLES = "Tobias Hale, “Cables and Customs,” Journal of Maritime History, Vol. 12, No. 3, 2016, p. 45."
LIGHT = "水野朔太郎『灯台と租税』（青波書房、2008年）91頁。"
RADIO = "葛城律子「無線局」『通信史研究』14巻2号（1996年）33頁。"
HARBOUR = "문하늘, 『항구의 장부』, 바다책방, 2006, 41쪽."
LEUCHT = "Anke Morgenroth, Leuchtfeuer und Zoll, Hamburg: Nordlicht Verlag 2004, S. 12."
MAYAK = "Ветров А. Н. Маяки и пошлины. М.: Наука, 2008. С. 91."
NOTE = "本文所称“小账”是指不入正式账簿的款项。"


def links(*notes: str) -> list[tuple[int, str, int | None]]:
    """Note, relation and the note referred to, of all citations of one article."""
    citations = parse([note_of(text, number) for number, text in enumerate(notes, 1)])
    return [(citation.note, citation.relation, citation.refers_to) for citation in citations]


# notes, and what the citation at the end is linked to
CASES: dict[str, tuple[list[str], tuple[str, int | None]]] = {
    "同上": ([TIDE, "同上，第7页。"], ("ibid", 1)),
    "同上书": ([TIDE, "同上书，第7页。"], ("ibid", 1)),
    "同上 alone": ([TIDE, "同上。"], ("ibid", 1)),
    "同上 behind an explanation": ([TIDE, NOTE, "同上，第7页。"], ("ibid", 1)),
    "同上 behind 同上": ([TIDE, "同上，第7页。", "同上，第9页。"], ("ibid", 2)),
    "同上 means the work just before": ([TIDE, PORT, "同上，第46页。"], ("ibid", 2)),
    "同上 in the same note": ([f"{TIDE[:-1]}；同上，第7页。"], ("ibid", 1)),
    "同上 behind two works": ([f"{TIDE[:-1]}；{PORT}", "同上，第46页。"], ("ibid", None)),
    "同上 behind two places of one work": ([f"{TIDE[:-1]}；同上，第7页。", "同上，第9页。"], ("ibid", 1)),
    "同上 before everything": (["同上，第7页。"], ("ibid", None)),
    "同書": ([LIGHT, "同書、95頁。"], ("ibid", 1)),
    "Ibid.": ([LEDGERS, "Ibid., p. 70."], ("ibid", 1)),
    "Ibid. alone": ([LEDGERS, "Ibid."], ("ibid", 1)),
    "Ebd.": ([LEUCHT, "Ebd., S. 14."], ("ibid", 1)),
    "Там же": ([MAYAK, "Там же. С. 93."], ("ibid", 1)),
    "위의 책": ([HARBOUR, "위의 책, 43쪽."], ("ibid", 1)),
    "前引书": ([TIDE, PORT, "陆行之：前引书，第9页。"], ("shortform", 1)),
    "前引书 of an author of two works": ([TIDE, LAW, "陆行之：前引书，第9页。"], ("shortform", None)),
    "前引书 with a title": ([TIDE, LAW, "陆行之：《潮汐》，前引书，第9页。"], ("shortform", 1)),
    "前引书 of nobody": ([TIDE, "温一舟：前引书，第9页。"], ("shortform", None)),
    "前掲書": ([LIGHT, RADIO, "水野朔太郎、前掲書、95頁。"], ("shortform", 1)),
    "前掲論文": ([LIGHT, RADIO, "葛城律子、前掲論文、34頁。"], ("shortform", 2)),
    "앞의 책": ([HARBOUR, PORT, "문하늘, 앞의 책, 50쪽."], ("shortform", 1)),
    "op. cit.": ([LEDGERS, CABLES, "Nora Whitlock, op. cit., p. 70."], ("shortform", 1)),
    "op. cit., family name alone": ([LEDGERS, CABLES, "Whitlock, op. cit., p. 70."], ("shortform", 1)),
    "op. cit. of another first name": ([LEDGERS, CABLES, "Samuel Whitlock, op. cit., p. 70."], ("shortform", None)),
    "a. a. O.": ([LEUCHT, CABLES, "Morgenroth, a. a. O., S. 20."], ("shortform", 1)),
    "Указ. соч.": ([MAYAK, CABLES, "Ветров А. Н. Указ. соч. С. 100."], ("shortform", 1)),
    "author and title": ([TIDE, PORT, "陆行之：《潮汐》，第9页。"], ("shortform", 1)),
    "title alone": ([TIDE, PORT, "《潮汐》，第9页。"], ("shortform", 1)),
    "beginning of the title": ([LEDGERS, CABLES, "Whitlock, Ledgers of the Tide, p. 70."], ("shortform", 1)),
    "the nearest, not the first": (
        [TIDE, PORT, "陆行之：《潮汐》，第9页。", PORT, "陆行之：《潮汐》，第10页。"],
        ("shortform", 3),
    ),
    "another author of that title": ([TIDE, PORT, "沈墨白：《潮汐》，第9页。"], ("full", None)),
    "author and year": ([CABLES, LEDGERS, "Hale 2016, 45."], ("shortform", 1)),
    "author and another year": ([CABLES, LEDGERS, "Hale 2011, 45."], ("shortform", None)),
    "a full citation once more": ([TIDE, PORT, TIDE], ("full", None)),
    "a new work of a known author": ([TIDE, PORT, LAW], ("full", None)),
}


@pytest.mark.parametrize(("notes", "expected"), CASES.values(), ids=CASES)
def test_link(notes: list[str], expected: tuple[str, int | None]) -> None:
    assert links(*notes)[-1][1:] == expected


@pytest.mark.parametrize("text", ["同前注〔1〕，陆行之书，第99页。", "同注1，第99页。"])
def test_the_number_of_a_note_is_followed(text: str) -> None:
    assert links(TIDE, PORT, text)[-1][2] == 1


@pytest.mark.parametrize(
    "notes",
    [case[0] for case in CASES.values() if case[1][1] is None and case[1][0] != "full"],
    ids=[name for name, case in CASES.items() if case[1][1] is None and case[1][0] != "full"],
)
def test_what_is_not_linked_says_why(notes: list[str]) -> None:
    *_, last = parse([note_of(text, number) for number, text in enumerate(notes, 1)])
    assert last.doubts
    assert last.confidence < 0.7


def test_works_behind_several_notes_are_told_apart() -> None:
    notes = [TIDE, LEDGERS, "同上。", "陆行之：前引书，第9页。", "Whitlock, op. cit., p. 3.", "Ibid., p. 4."]
    assert [refers for _, _, refers in links(*notes)] == [None, None, 2, 1, 3, 5]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("“Cables and Customs,”", "cablesandcustoms"),
        ("ＮＩＤＳ　コメンタリー", "nidsコメンタリー"),
        ("潮汐与税关：小账", "潮汐与税关小账"),
        ("Straße", "strasse"),
        ("…", ""),
        ("", ""),
    ],
)
def test_plain(text: str, expected: str) -> None:
    assert letters(text) == expected


ENTRIES = (
    "Marsh, T. (2016). Lamps. Quayside: Harbour Press.",
    "Marsh, T., & Quill, A. (2016). Cable politics in cold harbours. Harbor Studies, 12(3), 40–58.",
    "Orford, N. (2020a). Ledgers of the tide. Marsh Press.",
    "Orford, N. (2020b). Customs and cables: A reply. Marsh Press.",
    "陆行之：《潮汐与税关》，澄海出版社，2016年。",
    "Hale, T. (1989). Law. Marsh Press.",
    "Hale, T. (1989). Light. Marsh Press.",
)
TIED: dict[str, tuple[list[str], list[int | None]]] = {
    "year with its letter": (["Orford 2020b, 15.", "Orford 2020a, 3."], [4, 3]),
    "one author, and two": (["Marsh 2016, 3.", "Marsh and Quill 2016, 44."], [1, 2]),
    "ibid. goes along": (["Orford 2020b, 15.", "Ibid., 16."], [4, 4]),
    "without the imprint": (["陆行之：《潮汐与税关》，第3页。"], [5]),
    "short title": (["Orford, Customs and Cables, 15."], [4]),
    "several in one note": (["Orford 2020b, 3; Marsh and Quill 2016, 44."], [4, 2]),
    "fits two": (["Hale 1989, 3."], [None]),
    "in no list": (["Whitlock 1989, 3."], [None]),
    "in full in the notes already": (["Tobias Hale, Law, Marsh Press, 1989, p. 3.", "Hale 1989, 5."], [None, None]),
}


@pytest.mark.parametrize(("texts", "expected"), TIED.values(), ids=TIED)
def test_short_citations_are_tied_to_the_list(texts: list[str], expected: list[int | None]) -> None:
    notes = [note_of(text, number) for number, text in enumerate(texts, 1)]
    entries = [replace(note_of(text, number), kind="entry") for number, text in enumerate(ENTRIES, 1)]
    found = linked(notes, entries)
    behind = len(found.citations) - len(ENTRIES)
    works = [work - behind + 1 if work is not None and work >= behind else None for work in found.works[:behind]]
    assert works == expected
    assert found.works[behind:] == tuple(range(behind, behind + len(ENTRIES)))


@pytest.mark.parametrize(
    ("markers", "numbers"),
    [
        (["[14]", "⑮", "¹⁶"], {"14": 1, "15": 2, "16": 3}),
        (["①②", "[3], [4]"], {"1": 1, "2": 1, "3": 2, "4": 2}),
        (["1", "2", "1"], {"2": 2}),
        (["*", "a"], {}),
    ],
)
def test_numbers_of_markers(markers: list[str], numbers: dict[str, int]) -> None:
    notes = [replace(note_of("x", number), marker=marker) for number, marker in enumerate(markers, 1)]
    assert printed_numbers(notes) == numbers
