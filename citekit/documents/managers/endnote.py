"""EndNote: the XML of its citations (RSXML, as its XML export has it), to CSL-JSON."""

from __future__ import annotations

import base64
import binascii
from collections.abc import Mapping
from typing import TYPE_CHECKING

from citekit.documents.managers.items import Item, day, filled, person
from citekit.documents.markup import local, parse_xml
from citekit.model import JSON, CitekitError

if TYPE_CHECKING:
    from lxml import etree

TYPES = {
    "3": "graphic",
    "5": "chapter",
    "6": "book",
    "7": "legal_case",
    "9": "software",
    "10": "paper-conference",
    "12": "webpage",
    "17": "article-journal",
    "19": "article-magazine",
    "20": "map",
    "21": "motion_picture",
    "23": "article-newspaper",
    "25": "patent",
    "26": "personal_communication",
    "27": "report",
    "28": "book",
    "31": "legislation",
    "32": "thesis",
    "34": "manuscript",
    "36": "manuscript",
    "43": "article-journal",
    "44": "book",
    "46": "report",
    "47": "paper-conference",
    "53": "entry-dictionary",
    "52": "entry-encyclopedia",
    "56": "post-weblog",
    "58": "standard",
    "59": "dataset",
    "60": "chapter",
}
"""EndNote's numbers of reference types to CSL's."""
EDITED = "28"
"""An edited book, whose editors EndNote has as authors; of a thesis the second persons are advisers."""
CONTAINED = ("article-journal", "article-magazine", "article-newspaper", "chapter", "paper-conference", "webpage")
"""Types whose second title is that of the container; that of any other is the series."""
_BEGIN, _END = "<EndNote>", "</EndNote>"


def from_endnote(instruction: str, stored: str = "", sources: Mapping[str, Item] | None = None) -> list[Item]:
    """The items of an EndNote citation, out of the instruction or, for long ones, the Base64 of the data beside it.

    >>> xml = "<EndNote><Cite><Pages>5</Pages><record><titles><title>Tides</title></titles></record></Cite></EndNote>"
    >>> from_endnote("ADDIN EN.CITE " + xml)
    [{'itemData': {'type': 'document', 'title': 'Tides'}, 'locator': '5'}]
    """
    found = _xml(instruction) or _xml(_unpacked(stored))
    if not found:
        return []
    try:
        root = parse_xml(found.encode("utf-8", "replace"), "EndNote's data")
    except CitekitError:
        return []
    return [_item(cite) for cite in root.iter("Cite")]


def _xml(text: str) -> str:
    start, end = text.find(_BEGIN), text.rfind(_END)
    return text[start : end + len(_END)] if 0 <= start < end else ""


def _unpacked(stored: str) -> str:
    try:
        return base64.b64decode(stored).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return ""


def _item(cite: etree._Element) -> Item:
    record = cite.find("record")
    extra = {"locator": _text(cite, "Pages"), "prefix": _text(cite, "Prefix"), "suffix": _text(cite, "Suffix")}
    return filled({"itemData": work(record) if record is not None else {}, **extra})


def work(record: etree._Element) -> Item:
    """The item of one record of EndNote's XML; fields that it lacks are left out."""
    kind = TYPES.get(_text(record, "ref-type"), "document")
    contained = kind in CONTAINED
    second = _text(record, "titles/secondary-title") or _text(record, "periodical/full-title")
    series = _text(record, "titles/tertiary-title") if contained else second
    serial = kind.startswith("article")
    edited = _text(record, "ref-type") == EDITED
    return filled(
        {
            "type": kind,
            "author": [] if edited else _people(record, "authors"),
            "editor": _people(record, "authors" if edited else "secondary-authors") if kind != "thesis" else [],
            "translator": _people(record, "subsidiary-authors"),
            "title": _text(record, "titles/title"),
            "container-title": second if contained else "",
            "collection-title": series,
            "volume": _text(record, "volume"),
            "issue": _text(record, "number") if serial else "",
            "number": "" if serial else _text(record, "number"),
            "edition": _text(record, "edition"),
            "page": _text(record, "pages") if contained else "",
            "publisher": _text(record, "publisher"),
            "publisher-place": _text(record, "pub-location"),
            "genre": _text(record, "work-type"),
            "issued": _issued(record),
            "language": _text(record, "language"),
            "DOI": _text(record, "electronic-resource-num"),
            "URL": _text(record, "urls/related-urls/url"),
        }
    )


def _issued(record: etree._Element) -> Item:
    """The year, with the day of a newspaper (12 March) where there is one."""
    year, finer = _text(record, "dates/year"), _text(record, "dates/pub-dates/date")
    return {"raw": f"{finer} {year}"} if finer and year and year not in finer else day(year)


def _people(record: etree._Element, group: str) -> list[JSON]:
    names = record.find(f"contributors/{group}")
    return [person(text) for name in (names if names is not None else ()) if local(name) and (text := _plain(name))]


def _text(element: etree._Element, path: str) -> str:
    found = element.find(path)
    return _plain(found) if found is not None else ""


def _plain(element: etree._Element) -> str:
    """The text within, whatever its <style> elements say of it."""
    return " ".join("".join(str(text) for text in element.itertext()).split())
