"""From labelled fields to a typed reference: an ordered list of small steps, each the business of one file.

A step takes the citation and the item as far as it is typed, and gives the item with its own fields added.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from citekit.model import Citation, Reference
from citekit.references.dates import parse_date
from citekit.references.languages import languages
from citekit.references.names import parse_name
from citekit.references.pages import display_pages, length, parse_pages
from citekit.references.titles import clean_number, clean_publisher, clean_title
from citekit.references.types import guess_type
from citekit.references.urls import clean_doi, clean_url

Step = Callable[[Citation, Reference], Reference]

EXTENT = 6
"""From this many pages on, the pages of an article or chapter are taken for its extent, fewer for the cited place."""
EXTENT_IN_LIST = 3
"""The same where the tagger has read them as an extent, as reference lists print it."""


def names(citation: Citation, item: Reference) -> Reference:
    """Authors, editors and translators."""
    people = {
        role: tuple(name for raw in citation.raw(role) if (name := parse_name(raw)) != parse_name(""))
        for role in ("author", "editor", "translator")
    }
    return replace(item, author=people["author"], editor=people["editor"], translator=people["translator"])


def titles(citation: Citation, item: Reference) -> Reference:
    """Titles of the work, its container, series and meeting."""
    first = {
        label: clean_title(_first(citation, label))
        for label in ("title", "container-title", "collection-title", "event-title")
    }
    return replace(
        item,
        title=first["title"],
        container_title=first["container-title"],
        collection_title=first["collection-title"],
        event_title=first["event-title"],
    )


def publication(citation: Citation, item: Reference) -> Reference:
    """Publisher, place, and the numbers of volume, issue and edition."""
    number = {
        label: clean_number(_first(citation, label))
        for label in ("volume", "issue", "edition", "number", "collection-number")
    }
    return replace(
        item,
        publisher=clean_publisher(_first(citation, "publisher")),
        publisher_place=clean_publisher(_first(citation, "publisher-place")),
        volume=number["volume"],
        issue=number["issue"],
        edition=number["edition"],
        number=number["number"],
        collection_number=number["collection-number"],
        genre=_first(citation, "genre").strip(),
    )


def dates(citation: Citation, item: Reference) -> Reference:
    """When the work was issued and when it was read; the deepest of several printed dates counts."""
    issued = [parse_date(raw) for raw in citation.raw("issued")]
    accessed = [parse_date(raw) for raw in citation.raw("accessed")]
    typed_dates = sorted((date for date in issued if date.parts), key=lambda date: -len(date.parts[0]))
    return replace(
        item, issued=next(iter([*typed_dates, *issued]), None), accessed=next((d for d in accessed if d.parts), None)
    )


def links(citation: Citation, item: Reference) -> Reference:
    """URL and DOI, whole and without the resolver."""
    url, doi = clean_url(_first(citation, "URL")), clean_doi(_first(citation, "DOI"))
    return replace(item, URL="" if clean_doi(url) else url, DOI=doi or clean_doi(url))


def kind(citation: Citation, item: Reference) -> Reference:
    """The CSL type, once everything else is known."""
    return replace(item, type=guess_type(item, citation.passage.text))


def extent(citation: Citation, item: Reference) -> Reference:
    """Pages that are the whole of an article or chapter; a cited place stays the citation's locator."""
    printed = [field for field in citation.fields if field.label in ("page", "locator")]
    if item.type not in PARTS or not printed:
        return item
    first = printed[0]
    pages = parse_pages(citation.passage.text[first.start : first.end])
    both = first.label == "page" and any(field.label == "locator" for field in printed)
    listed = first.label == "page" and first.confidence < 1 and length(pages) >= EXTENT_IN_LIST
    return replace(item, page=pages) if both or listed or length(pages) >= EXTENT else item


STEPS: tuple[Step, ...] = (names, titles, publication, dates, links, kind, languages, extent)
PARTS = ("article-journal", "article-magazine", "chapter", "paper-conference", "entry-encyclopedia")


def typed(citation: Citation) -> Citation:
    """The citation with its item and locator typed from its labelled fields. Never raises: what cannot be
    typed stays text.

    >>> from citekit.model import Field, Passage
    >>> typed(Citation(passage=Passage.of("王帆《国益》"), fields=(Field(label="title", start=3, end=5),))).item.title
    '国益'
    """
    item = Reference()
    for step in STEPS:
        item = step(citation, item)
    if citation.relation != "full":
        item = replace(item, type="document" if not item.title else item.type)
    printed = [citation.passage.text[f.start : f.end] for f in citation.fields if f.label in ("page", "locator")]
    shown = [display_pages(parse_pages(raw)) for raw in (printed[1:] if item.page else printed)]
    volumes = citation.raw("volume")
    if len(volumes) > 1 and len(volumes) == len(shown):
        # 《续长编》卷257，第8页；卷263，第17页: several places of one work
        places = [f"{volume}:{page}" for volume, page in zip(volumes, shown, strict=True)]
        return replace(citation, item=replace(item, volume=""), locator="; ".join(places))
    return replace(citation, item=item, locator=", ".join(dict.fromkeys(shown)))


def _first(citation: Citation, label: str) -> str:
    return next(iter(citation.raw(label)), "")
