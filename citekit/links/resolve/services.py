"""Services that have the record of a work by its identifier: one row each in `SERVICES`, with how to read it."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import MappingProxyType

from citekit.documents.markup import child, local, parse_xml
from citekit.links.bases import Bases
from citekit.links.pages.dates import declared
from citekit.links.pages.meta import persons
from citekit.model import JSON, CitekitError, Link, Reference
from citekit.references.arxiv import clean_arxiv
from citekit.references.csl import from_csl
from citekit.references.urls import clean_doi

CSL_JSON = "application/vnd.citationstyles.csl+json"
NONE: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """An identifier's service: how an identifier is known in an address, what to ask, and how to read the answer."""

    name: str
    identifier: Callable[[str, Bases], str]
    address: Callable[[str, Bases], str]
    read: Callable[[bytes, str], Reference | None]
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked for a link: an address with headers, and the service that reads the answer (None: a page)."""

    link: Link
    url: str
    service: Service | None = None
    identifier: str = ""


def question(link: Link, bases: Bases) -> Question:
    """What to ask for a link: the service of the identifier that it is, or the address itself.

    >>> asked = question(Link(url="https://doi.org/10.1234/x"), Bases(doi="http://127.0.0.1:9/"))
    >>> asked.url, asked.service.name
    ('http://127.0.0.1:9/10.1234/x', 'DOI')
    """
    for service in SERVICES:
        if identifier := service.identifier(link.url, bases):
            address = service.address(identifier, bases)
            return Question(link=link, url=address, service=service, identifier=identifier)
    return Question(link=link, url=link.url)


def _doi(url: str, bases: Bases) -> str:
    return clean_doi(url) or (clean_doi(url.removeprefix(bases.doi)) if url.startswith(bases.doi) else "")


def _arxiv(url: str, bases: Bases) -> str:
    return clean_arxiv(url.removeprefix(bases.arxiv)) or clean_arxiv(re.sub(r"[?#].*$", "", url))


def _isbn(url: str, bases: Bases) -> str:
    match = re.fullmatch(r"urn:isbn:([\dXx -]{10,20})", url, re.IGNORECASE)
    return re.sub(r"[ -]", "", match[1]).upper() if match else ""


def _with_identifier(base: str, identifier: str) -> str:
    """The identifier where the base says so ({}), else behind it."""
    return base.replace("{}", identifier) if "{}" in base else base + identifier


def _read_csl(body: bytes, identifier: str) -> Reference | None:
    item = _json(body)
    if isinstance(item, list):
        item = next((one for one in item if isinstance(one, dict)), None)
    return from_csl(_crossref(item)) if isinstance(item, dict) and item.get("title") else None


def _crossref(item: dict[str, JSON]) -> dict[str, JSON]:
    """Crossref gives some texts as lists of one, and types of its own (api.crossref.org)."""
    plain: dict[str, JSON] = {}
    for name, value in item.items():
        first = value[0] if isinstance(value, list) and value else None
        plain[name] = first if isinstance(first, str) else value
    kind = str(plain.get("type", ""))
    return {**plain, "type": _CROSSREF.get(kind, kind)}


_CROSSREF = {
    **{"journal-article": "article-journal", "book-chapter": "chapter", "monograph": "book", "edited-book": "book"},
    **{"proceedings-article": "paper-conference", "posted-content": "article", "dissertation": "thesis"},
    **{"reference-entry": "entry", "report-component": "report"},
}


def _read_atom(body: bytes, identifier: str) -> Reference | None:
    """The first entry of an answer of arXiv's API (Atom, RFC 4287)."""
    try:
        root = parse_xml(body, "arXiv's answer")
    except CitekitError:
        return None
    entry = next(
        (element for element in root.iter() if isinstance(element.tag, str) and local(element) == "entry"), None
    )
    if entry is None:
        return None
    texts = {local(one): " ".join((one.text or "").split()) for one in reversed(entry) if isinstance(one.tag, str)}
    if not texts.get("title") or texts["title"] == "Error":
        return None
    authors = [child(one, "name") for one in entry if isinstance(one.tag, str) and local(one) == "author"]
    return Reference(
        type="article",
        title=texts["title"],
        author=persons([name.text or "" for name in authors if name is not None]),
        issued=declared(texts.get("published", "")),
        publisher="arXiv",
        number=f"arXiv:{identifier}",
        DOI=clean_doi(texts.get("doi", "")),
        URL=f"https://arxiv.org/abs/{identifier}",
    )


def _read_book(body: bytes, identifier: str) -> Reference | None:
    """CSL-JSON, or what Open Library's books API and Google Books answer."""
    data = _json(body)
    if isinstance(data, dict) and (record := _book_record(data)):
        return _book(record, identifier)
    found = _read_csl(body, identifier)
    return replace(found, ISBN=found.ISBN or identifier) if found else None


def _book_record(data: Mapping[str, JSON]) -> Mapping[str, JSON] | None:
    """The record of a book: Google's first volume, Open Library's under its number, or the answer itself."""
    items = data.get("items")
    first = items[0] if isinstance(items, list) and items else None
    volume = first.get("volumeInfo") if isinstance(first, dict) else None
    held = (value for name, value in data.items() if "ISBN" in name.upper() and isinstance(value, dict))
    record = volume if isinstance(volume, dict) else next(held, None)
    return record or (data if "publishers" in data else None)


def _book(record: Mapping[str, JSON], isbn: str) -> Reference | None:
    title, subtitle = _first(record.get("title")), _first(record.get("subtitle"))
    authors = record.get("authors")
    return (
        Reference(
            type="book",
            title=f"{title}: {subtitle}" if subtitle else title,
            author=persons([_first(one) for one in authors] if isinstance(authors, list) else ()),
            publisher=_first(record.get("publishers")) or _first(record.get("publisher")),
            publisher_place=_first(record.get("publish_places")),
            issued=declared(_first(record.get("publish_date")) or _first(record.get("publishedDate"))),
            ISBN=isbn,
        )
        if title
        else None
    )


def _first(value: JSON) -> str:
    """A text, the name of a thing, or the first of several."""
    if isinstance(value, list):
        return _first(value[0]) if value else ""
    if isinstance(value, dict):
        return _first(value.get("name"))
    return " ".join(str(value).split()) if isinstance(value, str | int) else ""


def _json(body: bytes) -> JSON:
    try:
        found: JSON = json.loads(body)
    except (ValueError, RecursionError):
        return None
    return found


SERVICES: tuple[Service, ...] = (
    Service(
        name="DOI",
        identifier=_doi,
        address=lambda doi, bases: bases.of_doi(doi),
        read=_read_csl,
        headers={"Accept": f"{CSL_JSON}, application/json;q=0.5"},  # crosscite.org/docs.html
    ),
    Service(
        name="arXiv",
        identifier=_arxiv,
        address=lambda number, bases: _with_identifier(bases.arxiv_api, number),
        read=_read_atom,
    ),
    Service(
        name="ISBN",
        identifier=_isbn,
        address=lambda isbn, bases: _with_identifier(bases.isbn, isbn),
        read=_read_book,
        headers={"Accept": f"{CSL_JSON}, application/json;q=0.9"},
    ),
)
