r"""The links of a `.bib` file: `url`, `doi` and `eprint`, and the addresses in all other fields."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from citekit.citations.units import take
from citekit.library.blocks import EntryField, entry_fields_at
from citekit.library.texurls import plain_address
from citekit.links.bases import Bases
from citekit.links.find.copies import with_copies
from citekit.links.find.place import Places
from citekit.links.find.printed import printed
from citekit.lint.entry import BibEntry, read_entries
from citekit.model import Date, Link, Passage
from citekit.notes.urls import rejoin_urls
from citekit.references.arxiv import clean_arxiv
from citekit.references.dates import parse_date
from citekit.references.urls import clean_doi, clean_url

# Fields whose addresses lead to no document of the work, or stand in another field as well.
PASSED_OVER: tuple[tuple[str, str], ...] = (
    (r"bdsk-url-\d+", "BibDesk's copies of url and doi"),
    (r"file|local-url|owner|timestamp|date-(?:added|modified)", "what reference managers keep for themselves"),
    (r"abstract|keywords?", "the words of others"),
    (r"archiveurl|archivedate|urldate", "belongs to url"),
)
# Where an eprint of this type is found (biblatex manual, 3.14.7).
EPRINTS: Mapping[str, str] = {
    "jstor": "https://www.jstor.org/stable/{}",
    "pubmed": "https://pubmed.ncbi.nlm.nih.gov/{}/",
    "hdl": "https://hdl.handle.net/{}",
    "googlebooks": "https://books.google.com/books?id={}",
}
_MANY = re.compile(r"[\s;,]+(?=[a-z]{3,5}://)", re.IGNORECASE)
_VERBATIM = re.compile(r"\\(?:url|nolinkurl|path|burl)\s*\{([^{}]*)\}")
_HREF = re.compile(r"\\href\s*\{([^{}]*)\}\s*\{((?:[^{}]|\{[^{}]*\})*)\}")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*://", re.IGNORECASE)
_PASSED = re.compile("|".join(pattern for pattern, _ in PASSED_OVER))

Found = Iterator[tuple[str, Passage]]
"""Addresses, each with the passage of the file that says it."""


def links_of_bib(text: str, source: str, bases: Bases) -> tuple[Link, ...]:
    r"""The links of a `.bib` file in order, each with key, field and place. Never raises.

    >>> text = "@misc{q,\n  howpublished = {\\url{https://a.jp/\\_b}},\n  doi = {10.1234/x}\n}"
    >>> [(link.url, link.key, link.field, link.span.line) for link in links_of_bib(text, "refs.bib", Bases())]
    [('https://a.jp/_b', 'q', 'howpublished', 2), ('https://doi.org/10.1234/x', 'q', 'doi', 3)]
    """
    places = Places(text)
    links: list[Link] = []
    for entry in read_entries(text).entries:
        found = [replace(link, source=source) for link in _of_entry(entry, text, places, bases)]
        links += with_copies(found, text)
    return tuple(links)


def _of_entry(entry: BibEntry, text: str, places: Places, bases: Bases) -> Iterator[Link]:
    archive = _archive(entry)
    accessed = entry.reference.accessed or _accessed(entry.values)
    for field in _once(entry):
        for url, passage in _in_field(entry, field, bases):
            span = (passage if field.name in entry.plain else _whole(entry, field)).span()
            yield Link(
                url=url,
                raw=text[span.start : span.end],
                archive=archive if field.name == "url" else "",
                span=places.span(span.start, span.end),
                key=entry.key,
                field=field.name,
                title=entry.reference.title,
                accessed=accessed,
                issued=entry.reference.issued,
            )


def _once(entry: BibEntry) -> Iterator[EntryField]:
    """The fields that may hold addresses; of one that stands twice the first, which counts."""
    seen: set[str] = set()
    for field in entry_fields_at(entry.text):
        if field.name not in seen and not _PASSED.fullmatch(field.name):
            seen.add(field.name)
            yield field


def _archive(entry: BibEntry) -> str:
    return clean_url(plain_address(Passage.of(entry.values.get("archiveurl", ""))).text)


def _accessed(values: Mapping[str, str]) -> Date | None:
    """The day of access where a note tells it: Accessed: 2020-05-03."""
    for name in ("note", "howpublished", "annote", "addendum"):
        text = values.get(name, "")
        fields = take(text)[1] if any(map(str.isdigit, text)) else ()
        day = next((field for field in fields if field.label == "accessed"), None)
        if day:
            return parse_date(text[day.start : day.end])
    return None


def _whole(entry: BibEntry, field: EntryField) -> Passage:
    return Passage.of(entry.text[field.value : field.end], entry.span.start + field.value)


def _in_field(entry: BibEntry, field: EntryField, bases: Bases) -> Found:
    value = entry.values.get(field.name, "")
    start = entry.span.start + entry.text.find(value, field.value) if field.name in entry.plain else 0
    passage = plain_address(Passage.of(value, start)).strip()
    if passage.text:
        yield from FIELDS.get(field.name, _in_text)(passage, entry.values, bases)


def _in_url(passage: Passage, values: Mapping[str, str], bases: Bases) -> Found:
    """One address, whatever its characters; several if each has its scheme; or a text with addresses."""
    passage = _bare(passage)
    at = 0
    for end in (*(m.end() for m in _MANY.finditer(passage.text)), len(passage.text)):
        piece = passage.cut(at, end)
        piece = piece.cut(0, len(re.sub(r"[\s;,]+$", "", piece.text)))
        at = end
        if _SCHEME.match(piece.text) or not _SCHEME.search(piece.text):
            url = clean_url(piece.text)
            if clean_doi(piece.text) and not _SCHEME.match(piece.text):
                url = bases.of_doi(clean_doi(piece.text))
            yield from [(url, piece)] if "." in url else ()
        else:
            yield from _in_text(piece, values, bases)


def _in_doi(passage: Passage, values: Mapping[str, str], bases: Bases) -> Found:
    passage = _bare(passage)
    if doi := clean_doi(passage.text):
        yield bases.of_doi(doi), passage
    else:
        yield from _in_text(passage, values, bases)


def _in_eprint(passage: Passage, values: Mapping[str, str], bases: Bases) -> Found:
    kind = (values.get("eprinttype") or values.get("archiveprefix", "")).strip().lower()
    number = clean_arxiv(passage.text)
    if kind in EPRINTS:
        yield EPRINTS[kind].format(passage.text), passage
    elif number and kind in ("", "arxiv"):
        yield bases.of_arxiv(number), passage
    else:
        yield from _in_text(passage, values, bases)


def _in_text(passage: Passage, values: Mapping[str, str], bases: Bases) -> Found:
    passage = rejoin_urls(_bare(passage))
    for found in printed(passage, bases):
        yield found.url, passage.cut(found.start, found.end)


FIELDS: Mapping[str, Callable[[Passage, Mapping[str, str], Bases], Found]] = {
    "url": _in_url,
    "doi": _in_doi,
    "eprint": _in_eprint,
}
r"""How a field is read; all others are texts in which addresses may stand."""


def _bare(passage: Passage) -> Passage:
    r"""The passage without \url{...}, \href{...}{the same in words} and grouping braces round all of it."""
    edits: list[tuple[int, int, str]] = []
    for match in _HREF.finditer(passage.text):
        words = "" if "://" in match[2] or "\\url" in match[2] else f" {match[2]}"
        edits += [(match.start(), match.start(1), " "), (match.end(1), match.end(), f" {words}")]
    taken = [range(start, end) for start, end, _ in edits]
    for match in _VERBATIM.finditer(passage.text):
        if not any(match.start() in places for places in taken):
            edits += [(match.start(), match.start(1), " "), (match.end(1), match.end(), " ")]
    passage = passage.replace(sorted(edits)).strip()
    if passage.text[:1] + passage.text[-1:] == "{}":
        return passage.cut(1, -1).strip()
    return passage
