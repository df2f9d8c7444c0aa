"""The links of a CSL-JSON file: `URL`, `DOI`, and the addresses in notes, each with its place in the file."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import replace

from citekit.links.bases import Bases
from citekit.links.find.copies import with_copies
from citekit.links.find.place import Places
from citekit.links.find.printed import printed
from citekit.model import JSON, Link, Passage, Span
from citekit.notes.urls import rejoin_urls
from citekit.references.csl import from_csl
from citekit.references.urls import clean_doi, clean_url

_STRING = re.compile(r'"(?P<name>[A-Za-z-]{1,30})"\s*:\s*"(?P<value>(?:[^"\\]|\\.)*)"')
_PASSED_OVER = frozenset(("id", "type", "language", "abstract", "title", "citation-key"))
_OPENS = re.compile(r'\{\s*"')
_BLANK = re.compile(r"[\s,]*")


def links_of_csl(text: str, source: str, bases: Bases) -> tuple[Link, ...]:
    """The links of the items of a CSL-JSON file, in order; none for a text that is no JSON. Never raises.

    >>> found = links_of_csl('[{"id": "q", "type": "book", "DOI": "10.1234/x"}]', "a.json", Bases())
    >>> [(link.url, link.key, link.field, link.span.start) for link in found]
    [('https://doi.org/10.1234/x', 'q', 'DOI', 37)]
    """
    places = Places(text)
    links: list[Link] = []
    for item, span in _items(text):
        reference = from_csl(item)
        key = str(item.get("citation-key") or item.get("id") or "")
        known = Link(
            url="", source=source, key=key, title=reference.title, accessed=reference.accessed, issued=reference.issued
        )
        links += with_copies(_of_item(text, span, places, bases, known), text)
    return tuple(links)


def _items(text: str) -> Iterator[tuple[dict[str, JSON], Span]]:
    """The items and their places: those of the list that opens first, or one item alone."""
    decoder = json.JSONDecoder()
    opened = text.find("[")
    first = _OPENS.search(text)
    at = first.start() if first and (opened < 0 or first.start() < opened) and '"items"' not in text else opened + 1
    while 0 <= at < len(text):
        at = _BLANK.match(text, at).end()  # type: ignore[union-attr]  # matches everywhere
        try:
            item, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            return
        if isinstance(item, dict):
            yield item, Span(start=at, end=end)
        at = end


def _of_item(text: str, span: Span, places: Places, bases: Bases, known: Link) -> Iterator[Link]:
    for match in _STRING.finditer(text, span.start, span.end):
        if match["name"] in _PASSED_OVER:
            continue
        value = _value(match["value"])
        place = places.span(match.start("value"), match.end("value"))
        for url, raw in _urls(match["name"], value, bases):
            yield replace(known, url=url, raw=raw, span=place, field=match["name"])


def _value(raw: str) -> str:
    try:
        return str(json.loads(f'"{raw}"', strict=False))
    except ValueError:
        return raw


def _urls(name: str, value: str, bases: Bases) -> Iterator[tuple[str, str]]:
    """The addresses that a field says, and how it says them."""
    if name == "URL":
        yield from [(clean_url(value), value)] if "." in value else ()
    elif name == "DOI" and clean_doi(value):
        yield bases.of_doi(clean_doi(value)), value
    elif "." in value:
        whole = rejoin_urls(Passage.of(value))
        yield from ((found.url, whole.text[found.start : found.end]) for found in printed(whole, bases))
