"""Targets of hyperlinks for citations that print no address."""

from __future__ import annotations

from dataclasses import replace

import pytest

from citekit.model import Citation, Hint, Passage, Reference, Span
from citekit.references.hyperlinks import followed

CITED = Citation(passage=Passage.of("Quill, Cables, 2016.", start=100), item=Reference(title="Cables", type="book"))
URL, DOI = "https://www.example.org/cables", "https://doi.org/10.1234/abc"
CASES: dict[str, tuple[Citation, list[str], tuple[str, str]]] = {
    "web page": (CITED, [URL], (URL, "")),
    "DOI": (CITED, ["http://dx.doi.org/10.1234/abc"], ("", "10.1234/abc")),
    "DOI before another": (CITED, [URL, DOI], ("", "10.1234/abc")),
    "first of several": (CITED, [URL, "https://b.example.org/"], (URL, "")),
    "place in the document": (CITED, ["#_ftn1"], ("", "")),
    "mail": (CITED, ["mailto:quill@example.org"], ("", "")),
    "file": (CITED, ["file:///C:/cables.pdf"], ("", "")),
    "no address": (CITED, ["https://[", "http://localhost/a", ""], ("", "")),
    "search": (CITED, ["https://scholar.google.com/scholar?q=Cables"], ("", "")),
    "printed address": (replace(CITED, item=Reference(URL="https://a.example")), [URL], ("https://a.example", "")),
    "printed DOI": (replace(CITED, item=Reference(DOI="10.5/x")), [URL], ("", "10.5/x")),
    "back-reference": (replace(CITED, relation="ibid"), [URL], ("", "")),
}


@pytest.mark.parametrize(("citation", "targets", "expected"), CASES.values(), ids=CASES)
def test_followed(citation: Citation, targets: list[str], expected: tuple[str, str]) -> None:
    hints = [Hint(kind="link", span=Span(start=107, end=113), value=target) for target in targets]
    found = followed(citation, hints)
    assert expected == (found.item.URL, found.item.DOI)
    assert found.item.type == citation.item.type


@pytest.mark.parametrize(("start", "end"), [(0, 5), (95, 110), (119, 125), (200, 210)])
def test_a_link_beside_the_citation_is_not_its(start: int, end: int) -> None:
    assert followed(CITED, [Hint(kind="link", span=Span(start=start, end=end), value=URL)]) == CITED


def test_other_hints_are_left_alone() -> None:
    assert followed(CITED, [Hint(kind="italic", span=Span(start=107, end=113))]) == CITED


def test_a_citation_of_no_known_type_with_a_link_is_a_web_page() -> None:
    hint = Hint(kind="link", span=Span(start=107, end=113), value=URL)
    assert followed(replace(CITED, item=Reference(title="Cables")), [hint]).item.type == "webpage"
