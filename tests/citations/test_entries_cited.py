"""Entries of a list of references: one citation each, a dash for the author of the entry before."""

from __future__ import annotations

from dataclasses import replace

import pytest

from citekit import note_of
from citekit.model import Citation
from citekit.pipeline import linked
from citekit.references.names import display_name

FIRST = {
    "en": "Quill, Ada, and Tom Marsh. Ledgers of the Tide. Marsh Press, 2009.",
    "zh": "陆行之：《潮汐与税关》，澄海出版社，2016年。",
    "ja": "葛城朔太郎（2014）『灯台税』青波書房",
    "de": "Morgenroth, Anke (Hrsg.): Leuchtfeuer und Zoll, Berlin: Hafenverlag, 2010.",
}
REPEATED = [
    ("en", "———. Small Ports and Their Dues. Marsh Press, 2012.", "author", ["Quill, Ada", "Marsh, Tom"]),
    ("en", "---. “A Reply.” Harbor Studies, vol. 12, no. 3, 2016, pp. 40-58.", "author", ["Quill, Ada", "Marsh, Tom"]),
    ("en", "_____. 2012. Small Ports. Marsh Press.", "author", ["Quill, Ada", "Marsh, Tom"]),
    ("en", "———, ed. The Cold Harbour. Marsh Press, 2015.", "editor", ["Quill, Ada", "Marsh, Tom"]),
    ("zh", "——：《税关旧档》，澄海出版社，2018年。", "author", ["陆行之"]),
    ("zh", "——. 税关旧档[M]. 澄海：澄海出版社，2018.", "author", ["陆行之"]),
    ("ja", "――（2016）『続・灯台税』青波書房", "author", ["葛城朔太郎"]),
    ("ja", "―（2016）『続・灯台税』青波書房", "author", ["葛城朔太郎"]),
    ("de", "Dies.: Zoll und Kabel, Berlin: Hafenverlag, 2012.", "author", ["Morgenroth, Anke"]),
]


def cited(*texts: str) -> tuple[Citation, ...]:
    return linked([], [replace(note_of(text, number), kind="entry") for number, text in enumerate(texts, 1)]).citations


@pytest.mark.parametrize(("first", "text", "role", "names"), REPEATED, ids=lambda value: str(value)[:12])
def test_a_dash_is_the_author_before(first: str, text: str, role: str, names: list[str]) -> None:
    citation = cited(FIRST[first], text)[-1]
    assert [display_name(name) for name in getattr(citation.item, role)] == names
    assert citation.item.title
    for field in citation.fields:
        assert citation.passage.text[field.start : field.end].strip()


ENTRIES = {
    "semicolons between persons": "Marsh T; Quill A. Lamp oil. J Port Med. 2012;5(2):11-9.",
    "semicolon in the title": "Orford, N. (2020b). Customs and cables; a reply. London Review, 8(3), 11–40.",
    "thanks in the title": "Hale, T. (2011). Funding and grants: Thanks to the lamp. Marsh Press.",
}


@pytest.mark.parametrize("text", ENTRIES.values(), ids=ENTRIES)
def test_an_entry_is_one_citation(text: str) -> None:
    (citation,) = cited(text)
    assert (citation.kind, citation.relation, citation.refers_to) == ("entry", "full", None)
    assert citation.passage.text == text


PLACES = [
    ("Duval, Rémi, Les phares de l’Ouest, Paris, Gallimard, 1998, 312 p.", "", None),
    ("Ветров А. Н. Порты и кабели. М.: Наука, 2008. 312 с.", "", None),
    ("沈禾. 河港与纸币[J]. 港口史研究，2004（3）：40-41.", "", ("40", "41")),
    ("Marsh, T. (2016). Cable politics. Harbor Studies, 12(3), 40–41.", "", ("40", "41")),
]


@pytest.mark.parametrize(("text", "locator", "pages"), PLACES)
def test_pages_of_an_entry_are_its_extent(text: str, locator: str, pages: tuple[str, str] | None) -> None:
    (citation,) = cited(text)
    assert citation.locator == locator
    assert (citation.item.page.ranges[0] if citation.item.page else None) == pages


def test_what_names_no_work_gives_no_citation() -> None:
    assert cited("n.d.", "———", "——", "") == ()
