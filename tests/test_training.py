"""What the tagger is trained on: the fields found in what CSL styles print."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

import pytest

TOOLS = Path(__file__).resolve().parents[1] / "tools"
ITEM: dict[str, object] = {
    "title": "Harbours: a study?",
    "author": [{"family": "Quill", "given": "Ada Jane"}, {"family": "Groot", "given": "Jean-Paul"}],
    "editor": [{"family": "青木", "given": "光"}],
    "container-title": "Ports of the World",
    "volume": "12",
    "page": "334-347",
    "edition": "2",
    "issued": {"date-parts": [[2010, 3, 2]]},
    "DOI": "10.1000/ab.c",
}


@pytest.fixture
def rendered(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.setattr(sys, "path", [str(TOOLS), *sys.path])
    return importlib.import_module("training.rendered")


@pytest.fixture
def footnotes(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    monkeypatch.setattr(sys, "path", [str(TOOLS), *sys.path])
    return importlib.import_module("training.footnotes")


def marked(text: str) -> str:
    """{name|text} as render.mjs marks a variable."""
    return text.replace("{", "\ue000").replace("|", "\ue001").replace("}", "\ue002")


@pytest.mark.parametrize(
    ("printed", "found"),
    [
        ("{title|“HARBOURS: A STUDY?”}", ["HARBOURS: A STUDY? title"]),
        ("{composer,author|Quill AJ &#38; J.-P. Groot}", ["Quill AJ author", "J.-P. Groot author"]),
        ("{author|Quill, A. J., and Groot, J}. X", ["Quill, A. J. author", "Groot, J. author"]),
        ("{container-author,editor|青木光編}", ["青木光 editor"]),
        ("{volume|Bd. 12}, {edition|2nd} ed. {page|S. 334–47}", ["12 volume", "2 edition", "334–47 page"]),
        ("in <i>{container-title|Ports of the World}</i> 334", ["Ports of the World container-title", "334 page"]),
        ("({issued|(2. März 2010)}) {DOI|&#60;https://doi.org/10.1/b&#62;}", ["2. März 2010 issued"]),
        ("{DOI|&#60;https://doi.org/10.1000/ab.c&#62;}", ["10.1000/ab.c DOI"]),
        ("{issued|published March 2, 2010}", ["March 2, 2010 issued"]),
        ("{accessed|seen 2012-03-04}, {issued|May 5}", ["2012-03-04 accessed", "May 5 issued"]),
        ("{issued|Mar/Apr 2010}", ["Mar/Apr 2010 issued"]),
        ("{author|An unknown person}, {title|Harbours: a study}", []),
    ],
)  # fmt: skip
def test_fields_of_what_a_style_prints(rendered: ModuleType, printed: str, found: list[str]) -> None:
    text, spans = rendered.fields(marked(printed), ITEM, dotted="A. J." in printed)
    assert "<" not in text.replace("<https", "")
    assert [f"{text[start:end]} {label}" for start, end, label in sorted(spans)] == found


def known(footnotes: ModuleType, lang: str, **record: object) -> object:
    """A training line that prints one work."""
    item = {"type": "book", "author": [{"family": "Quill", "given": "Ada Jane"}], **record}
    return footnotes.Line(text="x", spans=[], lang=lang, style="x", items=[f"{lang}-1"], gold=item)


def test_footnotes_know_where_their_fields_stand(footnotes: ModuleType) -> None:
    works = [known(footnotes, "en", title="Harbours"), known(footnotes, "ru", title="Гавани", publisher="Маяк")]
    notes = list(footnotes.footnotes(works, 600, seed=1))
    assert notes == list(footnotes.footnotes(works, 600, seed=1))
    assert {note.lang for note in notes} == {"en", "fr", "de", "es", "it", "ru"}
    for note in notes:
        end = 0
        for start, stop, label in note.spans:
            assert end <= start < stop <= len(note.text), note
            assert note.text[start:stop] == note.text[start:stop].strip(), (label, note)
            end = stop
        assert {"title", "issued"} & {label for _, _, label in note.spans}, note
        assert "{" not in note.text
        assert ",," not in note.text


def test_footnotes_without_western_works(footnotes: ModuleType) -> None:
    assert not list(footnotes.footnotes([known(footnotes, "zh", title="海图")], 5, seed=1))


def test_a_footnote_prints_names_initials_and_pages(footnotes: ModuleType) -> None:
    notes = list(footnotes.footnotes([known(footnotes, "en", title="Harbours")], 400, seed=2))
    authors = {n.text[a:b] for n in notes for a, b, name in n.spans if name == "author"}
    assert {"Ada Jane Quill", "A. J. Quill", "Quill, Ada Jane"} <= authors
    pages = [n.text[a - 4 : a] for n in notes for a, _, name in n.spans if name == "page" and n.lang == "de"]
    assert pages
    assert any("S." in before for before in pages)
