"""From labelled fields to a typed reference: every field through its normaliser, then what needs them all.

Each normaliser is the business of one file; `printed` shows which field goes through which, `typed` what follows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

from citekit.model import Citation, Date, Field, Name, Pages, Reference
from citekit.references.dates import parse_date
from citekit.references.embedded import from_data
from citekit.references.languages import language
from citekit.references.names import parse_name
from citekit.references.pages import display_pages, length, parse_pages
from citekit.references.places import kind_of_place, without_unit
from citekit.references.titles import clean_number, clean_publisher, clean_title
from citekit.references.types import guess_type
from citekit.references.urls import clean_doi, clean_url

Raw = Mapping[str, Sequence[str]]

EXTENT = 6
"""From this many pages on, the pages of an article or chapter are taken for its extent, fewer for the cited place."""
EXTENT_IN_LIST = 5
"""The same where the tagger has read them as an extent, as reference lists print it."""
TOTAL = re.compile(r"\s?(?:pp?|[сc]|S|стр|Seiten|pages|頁|页|쪽|면)(?!\w)")
"""A unit behind the figure: an entry of a list tells how many pages the work has (312 p.)."""
PARTS = ("article-journal", "article-magazine", "chapter", "paper-conference", "entry-encyclopedia")
"""Types that have an extent in pages; the pages of any other work are those that are cited."""
REPORTED = ("legal_case", "treaty", "legislation")
"""Types that are found by the page on which a reporter or series prints them."""
NOBODY = Name()


def printed(citation: Citation) -> Reference:
    """The printed fields of a citation, typed; a field that is printed twice counts as it stands first."""
    raw = by_label(citation)
    url, doi = first(raw, "URL", clean_url), first(raw, "DOI", clean_doi)
    resolved = clean_doi(url) if url else ""
    return Reference(
        author=persons(raw, "author"),
        editor=persons(raw, "editor"),
        translator=persons(raw, "translator"),
        title=first(raw, "title", clean_title),
        container_title=first(raw, "container-title", clean_title),
        collection_title=first(raw, "collection-title", clean_title),
        event_title=first(raw, "event-title", clean_title),
        publisher=first(raw, "publisher", clean_publisher),
        publisher_place=first(raw, "publisher-place", clean_publisher),
        volume=first(raw, "volume", clean_number),
        issue=first(raw, "issue", clean_number),
        edition=first(raw, "edition", clean_number),
        number=first(raw, "number", clean_number),
        collection_number=first(raw, "collection-number", clean_number),
        genre=first(raw, "genre"),
        archive=first(raw, "archive", clean_title),
        archive_location=first(raw, "archive-location", clean_title),
        issued=deepest(raw.get("issued", ())),
        accessed=deepest(raw.get("accessed", ())),
        URL="" if resolved else url,
        DOI=doi or resolved,
    )


def by_label(citation: Citation) -> dict[str, list[str]]:
    """The printed texts of a citation's fields, by label."""
    raw: dict[str, list[str]] = {}
    for field in citation.fields:
        raw.setdefault(field.label, []).append(citation.passage.text[field.start : field.end])
    return raw


def first(raw: Raw, label: str, clean: Callable[[str], str] = str.strip) -> str:
    """The first printed text of a label, normalised by `clean`; empty if there is none."""
    texts = raw.get(label)
    return clean(texts[0]) if texts else ""


def persons(raw: Raw, role: str) -> tuple[Name, ...]:
    """The names in one role, without empty ones."""
    return tuple(name for name in map(parse_name, raw.get(role, ())) if name != NOBODY)


def deepest(printed_dates: Sequence[str]) -> Date | None:
    """The date that says most: 2023-08-18 rather than 2023; an untyped one only if there is no other.

    >>> deepest(["2023", "2023年8月18日"]).parts
    ((2023, 8, 18),)
    """
    dates = [parse_date(raw) for raw in printed_dates]
    return max(dates, key=lambda date: len(date.parts[0]) if date.parts else 0, default=None)


def extent(citation: Citation, item: Reference) -> Pages | None:
    """Pages that are the whole of an article or chapter; a cited place stays the citation's locator."""
    places = _places(citation)
    if not places or item.type not in PARTS + REPORTED:
        return None
    first_place = citation.passage.text[places[0].start : places[0].end]
    if item.type in REPORTED:
        whole = places[0].label == "page" and kind_of_place(first_place) == "page"
        return parse_pages(first_place) if whole else None
    pages = parse_pages(first_place)
    both = places[0].label == "page" and any(field.label == "locator" for field in places)
    listed = places[0].label == "page" and places[0].confidence < 1 and length(pages) >= EXTENT_IN_LIST
    return pages if citation.kind == "entry" or both or listed or length(pages) >= EXTENT else None


def typed(citation: Citation) -> Citation:
    """The citation with its item and locator typed from its labelled fields, or out of the data that the document has
    for it; one by key stays as it is. Never raises: what cannot be typed stays text.

    >>> from citekit.model import Passage
    >>> typed(Citation(passage=Passage.of("王帆《国益》"), fields=(Field(label="title", start=3, end=5),))).item.title
    '国益'
    """
    if citation.data:
        return from_data(citation)
    if citation.item.key:
        return citation
    item = printed(citation)
    item = replace(item, type=guess_type(item, citation.passage.text), language=language(citation, item))
    if pages := extent(citation, item):
        item = replace(item, page=pages)
    places = _places(citation)[1 if item.page else 0 :]
    if citation.kind == "entry":
        places = [place for place in places if not TOTAL.match(citation.passage.text, place.end)]
    shown = [display_pages(parse_pages(citation.passage.text[f.start : f.end])) for f in places]
    volumes = citation.raw("volume")
    if len(volumes) > 1 and len(volumes) == len(shown):
        # 《续长编》卷257，第8页；卷263，第17页: several places of one work
        several = "; ".join(f"{volume}:{page}" for volume, page in zip(volumes, shown, strict=True))
        return replace(citation, item=replace(item, volume=""), locator=several)
    locator = ", ".join(dict.fromkeys(shown))
    section = any(field.label == "section" for field in places)
    label = "section" if section else kind_of_place(locator)
    return replace(citation, item=item, locator=without_unit(locator), label=label)


def _places(citation: Citation) -> list[Field]:
    return [field for field in citation.fields if field.label in ("page", "locator", "section")]
