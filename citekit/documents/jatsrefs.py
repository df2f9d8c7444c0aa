"""The records in JATS's citations: `element-citation`, `mixed-citation`, before them `citation`, `nlm-citation`."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from citekit.documents.calls import text_of
from citekit.documents.flow import words
from citekit.documents.records import Name, Record, date_of, name_of

if TYPE_CHECKING:
    from lxml import etree

CITATIONS = ("element-citation", "mixed-citation", "nlm-citation", "citation")
HREF = "{http://www.w3.org/1999/xlink}href"
# JATS's @publication-type (free text; these are the values of its guidelines and of PubMed Central) and CSL's types.
TYPES = {
    "journal": "article-journal",
    "book": "book",
    "chapter": "chapter",
    "book-chapter": "chapter",
    "confproc": "paper-conference",
    "conference": "paper-conference",
    "thesis": "thesis",
    "report": "report",
    "gov": "report",
    "working-paper": "report",
    "preprint": "article",
    "newspaper": "article-newspaper",
    "magazine": "article-magazine",
    "web": "webpage",
    "webpage": "webpage",
    "website": "webpage",
    "patent": "patent",
    "data": "dataset",
    "software": "software",
    "standard": "standard",
    "legal": "legal_case",
}
FIELDS = {
    "volume": "volume",
    "issue": "issue",
    "publisher-name": "publisher",
    "publisher-loc": "publisher-place",
    "edition": "edition",
    "series": "collection-title",
    "conf-name": "event-title",
    "elocation-id": "number",
    "patent": "number",
    "isbn": "ISBN",
    "issn": "ISSN",
}
PART_TITLES = words("article-title chapter-title part-title data-title trans-title")
ROLES = {"editor": "editor", "ed": "editor", "translator": "translator", "director": "director", "compiler": "editor"}


def is_structured(element: etree._Element) -> bool:
    """Whether a citation holds data without the punctuation that makes it readable."""
    if element.tag not in CITATIONS or not len(element):
        return False
    text = (element.text or "") + "".join(child.tail or "" for child in element)
    return not re.search(r"\S", text) and any(child.tag in (*PART_TITLES, "source") for child in element)


def data_of(element: etree._Element) -> Record:
    """The record of a citation, or of one that stands beside it as the same in another form."""
    parent = element.getparent()
    same = parent if parent is not None and parent.tag == "citation-alternatives" else (element,)
    return next((record for one in same if (record := record_of(one)).is_work), Record())


def record_of(element: etree._Element) -> Record:
    """The record of a citation; what it does not tag is not in it."""
    record = Record(type=TYPES.get((element.get("publication-type") or element.get("citation-type") or "").lower(), ""))
    for child in element.iter("*"):
        if take := TAKING.get(str(child.tag)):
            take(child, record)
        elif name := FIELDS.get(str(child.tag)):
            record.put(name, text_of(child))
    _source(element, record)
    _pages(element, record)
    record.dates = {"issued": _issued(element), "accessed": _accessed(element)}
    record.type = record.type or ("article-journal" if record.get("container-title") else "document")
    if record.type == "book" and record.get("container-title"):
        record.type = "chapter"
    return record


def _source(element: etree._Element, record: Record) -> None:
    """The titles: that of a part first, then that of what it stands in."""
    parts = [text_of(child) for child in element.iter(*sorted(PART_TITLES - {"trans-title"}))]
    sources = [text_of(child) for child in element.iter("source")]
    titles = [title for title in (*parts[:1], *sources[:1]) if title]
    for name, title in zip(("title", "container-title"), titles, strict=False):
        record.put(name, title)


def _pages(element: etree._Element, record: Record) -> None:
    """The range as printed, or the first and the last page."""
    shown = {name: text_of(child) for name in ("page-range", "fpage", "lpage") for child in element.iter(name)}
    whole = "-".join(part for part in (shown.get("fpage"), shown.get("lpage")) if part)
    record.put("page", shown.get("page-range") or whole)


def _issued(element: etree._Element) -> list[int]:
    year = element.find(".//year")
    if year is None:
        return []
    coded = year.get("iso-8601-date") or ""
    rest = [text_of(child) for name in ("month", "day") for child in element.iter(name)]
    return date_of(coded) or date_of(text_of(year), *rest)


def _accessed(element: etree._Element) -> list[int]:
    date = next(element.iter("date-in-citation", "access-date"), None)
    if date is None:
        return []
    parts = [text_of(child) for name in ("year", "month", "day") for child in date.iter(name)]
    return date_of(date.get("iso-8601-date") or "") or date_of(*parts)


def _name(element: etree._Element, record: Record) -> None:
    if any(str(up.tag).endswith("alternatives") and up[0] is not element for up in element.iterancestors()):
        return
    record.names.setdefault(_role(element), []).append(_named(element))


def _named(element: etree._Element) -> Name:
    family, given = (element.find(name) for name in ("surname", "given-names"))
    if family is None:
        return name_of(text_of(element))
    return name_of(text_of(family), text_of(given) if given is not None else "")


def _role(element: etree._Element) -> str:
    for up in element.iterancestors():
        if up.tag == "person-group":
            return ROLES.get((up.get("person-group-type") or "").lower(), "author")
        if up.tag in CITATIONS:
            break
    return "author"


def _pub_id(element: etree._Element, record: Record) -> None:
    kind = (element.get("pub-id-type") or "").lower()
    if kind in ("doi", "pmid", "pmcid", "isbn"):
        record.put(kind.upper(), re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", text_of(element)))


def _link(element: etree._Element, record: Record) -> None:
    href = element.get(HREF) or text_of(element)
    if element.get("ext-link-type") == "doi" or "//doi.org/" in href or "//dx.doi.org/" in href:
        record.put("DOI", re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", href))
    elif href.startswith(("http://", "https://")):
        record.put("URL", href)


TAKING: dict[str, Callable[[etree._Element, Record], None]] = {
    "name": _name,
    "string-name": _name,
    "collab": _name,
    "institution": lambda element, record: record.put("publisher", text_of(element)),
    "pub-id": _pub_id,
    "ext-link": _link,
    "uri": _link,
}
