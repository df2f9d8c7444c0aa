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
