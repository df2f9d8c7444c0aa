"""The records in TEI's `biblStruct`, `bibl` and `biblFull` (TEI Guidelines, 3.12)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from citekit.documents.calls import text_of
from citekit.documents.records import Name, Record, date_of, name_of

if TYPE_CHECKING:
    from lxml import etree

RECORDS = ("biblStruct", "bibl", "biblFull")
UNITS = {"volume": "volume", "vol": "volume", "issue": "issue", "no": "issue", "number": "issue"}
PAGES = ("page", "pages", "pp", "pp.")


def raw_of(record: etree._Element) -> str:
    """The record as it was printed, which GROBID keeps in a note if it is asked to."""
    for note in record.iter("note"):
        if note.get("type") == "raw_reference":
            return text_of(note, 5000)
    return ""


def record_of(element: etree._Element) -> Record:
    """The record of an entry; what it does not tag is not in it."""
    record = Record()
    _titles(element, record)
    for tag in ("author", "editor", "translator"):
        for person in element.iter(tag):
            role = (person.get("role") or "") if tag == "editor" else ""
            record.names.setdefault("translator" if role.startswith("transl") else tag, []).extend(_persons(person))
    for name, tag in (("publisher", "publisher"), ("publisher-place", "pubPlace"), ("edition", "edition")):
        record.put(name, _first(element, tag))
    record.put("event-title", next((_title(meeting) for meeting in element.iter("meeting")), ""))
    _scopes(element, record)
    _identifiers(element, record)
    record.dates = {"issued": _issued(element)}
    record.type = _type(element, record)
    return record


def _titles(element: etree._Element, record: Record) -> None:
    """The title of a part before that of what it stands in; a series apart."""
    titles = [title for title in element.iter("title") if text_of(title) and not _is_minor(title)]
    for title in titles:
        if title.get("level") == "s" or any(up.tag == "series" for up in title.iterancestors()):
            record.put("collection-title", text_of(title))
    ordered = sorted(
        (title for title in titles if record.get("collection-title") != text_of(title)),
        key=lambda title: "amjuds".find(title.get("level") or "d"),
    )
    for name, title in zip(("title", "container-title"), ordered, strict=False):
        record.put(name, text_of(title, 1000))


def _is_minor(title: etree._Element) -> bool:
    return (title.get("type") or "").startswith(("sub", "short", "abbr", "parallel", "translat"))


def _persons(element: etree._Element) -> list[Name]:
    names = list(element.iter("persName")) or ([] if element.find("orgName") is not None else [element])
    organisations = [name_of(text_of(name)) for name in element.iter("orgName")]
    return [name for name in (*map(_person, names), *organisations) if name.get("literal") or name.get("family")]


def _person(element: etree._Element) -> Name:
    family = " ".join(text_of(part) for part in element.iter("surname"))
    if not family:
        return name_of(text_of(element).strip(" ,;"))
    return name_of(family, " ".join(text_of(part) for part in element.iter("forename")))


def _scopes(element: etree._Element, record: Record) -> None:
    for scope in element.iter("biblScope"):
        unit = (scope.get("unit") or scope.get("type") or "").lower()
        first, last = scope.get("from") or "", scope.get("to") or ""
        text = text_of(scope) or "-".join(part for part in (first, last) if part)
        if unit in PAGES:
            record.put("page", re.sub(r"^(?:pp?|S|стр|с)\.\s*|[頁页]$|^第", "", text))
        elif unit in UNITS:
            record.put(UNITS[unit], re.sub(r"^(?:[Vv]ol|[Nn]o)\.\s*", "", text))


def _identifiers(element: etree._Element, record: Record) -> None:
    for number in element.iter("idno"):
        kind, text = (number.get("type") or "").upper(), text_of(number)
        if kind == "DOI" or "doi.org/" in text:
            record.put("DOI", re.sub(r"^(?:https?://(?:dx\.)?doi\.org/|doi:\s*)", "", text))
        elif kind in ("ISBN", "ISSN", "PMID"):
            record.put(kind, text)
        elif text.startswith("http"):
            record.put("URL", text)
    for link in element.iter("ptr", "ref"):
        if (link.get("target") or "").startswith("http"):
            record.put("URL", link.get("target") or "")


def _issued(element: etree._Element) -> list[int]:
    for date in element.iter("date"):
        if date.get("type") in (None, "published", "publication"):
            return date_of(date.get("when") or "") or date_of(text_of(date))
    return []


def _type(element: etree._Element, record: Record) -> str:
    levels = {title.get("level") for title in element.iter("title")}
    if "j" in levels:
        return "article-journal"
    if "a" in levels:
        return "paper-conference" if record.get("event-title") else "chapter"
    if "m" in levels or record.get("publisher"):
        return "book"
    return "webpage" if record.get("URL") else "document"


def _first(element: etree._Element, tag: str) -> str:
    found = next(element.iter(tag), None)
    return text_of(found) if found is not None else ""


def _title(meeting: etree._Element) -> str:
    return text_of(meeting)
