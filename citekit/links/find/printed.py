"""Addresses as they stand in a text: web addresses, DOIs, numbers of arXiv."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from citekit.citations.units import addresses
from citekit.links.bases import Bases
from citekit.model import Passage
from citekit.references.arxiv import PRINTED
from citekit.references.urls import clean_doi, clean_url

_LEAD = re.compile(r"(?:(?:https?://)?(?:dx\.)?doi\.org/|\bdoi\s?[:：]?\s?)$", re.IGNORECASE)
_RESOLVED = re.compile(r"https?://", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """An address and the range of the text in which it stands."""

    url: str
    start: int
    end: int


def printed(passage: Passage, bases: Bases) -> Iterator[Printed]:
    """The addresses of a passage whose lines are joined already (see `notes.repair`), in order.

    >>> passage = Passage.of("外務省、www.mofa.go.jp/a.pdf。doi:10.1234/x.y. arXiv:2301.00001")
    >>> [found.url for found in printed(passage, Bases())]
    ['http://www.mofa.go.jp/a.pdf', 'https://doi.org/10.1234/x.y', 'https://arxiv.org/abs/2301.00001']
    """
    text = passage.text
    found: list[Printed] = []
    for field in addresses(text):
        start, raw = field.start, text[field.start : field.end]
        url = clean_url(raw)
        if field.label == "DOI":
            lead = _LEAD.search(text, max(0, start - 30), start)
            start = lead.start() if lead else start
            whole = text[start : field.end]
            url = whole if _RESOLVED.match(whole) else bases.of_doi(clean_doi(raw))
        found.append(Printed(url=url, start=start, end=field.end))
    if "arxiv" in text.lower():
        for match in PRINTED.finditer(text):
            found.append(Printed(url=bases.of_arxiv(match["arxiv"]), start=match.start(), end=match.end()))
    yield from sorted(found, key=lambda one: one.start)
