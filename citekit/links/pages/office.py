"""What word processors' files and e-books say of themselves: Dublin Core in a ZIP container (ECMA-376-2, 11; ODF 1.3,
part 3, 4.3; EPUB 3.3, 5.5)."""

from __future__ import annotations

import io
import re
import zipfile
import zlib
from collections.abc import Collection, Iterator

from citekit.documents.markup import local, parse_xml
from citekit.links.pages.dates import declared
from citekit.links.pages.facts import PageFacts
from citekit.links.pages.meta import language_tag, persons
from citekit.links.pages.pdf import tidy
from citekit.model import CitekitError

PLACES = ("docProps/core.xml", "meta.xml")
LARGEST = 1 << 20
"""Bytes of metadata at most: a container may unfold to anything."""


def read_container(body: bytes, content_type: str, sites: Collection[str]) -> PageFacts:
    """The facts of a DOCX, PPTX, XLSX, ODT, ODS or EPUB. Never raises."""
    try:
        with zipfile.ZipFile(io.BytesIO(body)) as archive:
            names = archive.namelist()
            place = next((n for n in (*PLACES, *(n for n in names if n.endswith(".opf"))) if n in names), "")
            if not place:
                return PageFacts()
            kind = "epub" if place.endswith(".opf") else "office"
            with archive.open(place) as stream:
                told = dict(_elements(stream.read(LARGEST)))
    except (zipfile.BadZipFile, zlib.error, OSError, CitekitError, NotImplementedError, RuntimeError, EOFError):
        return PageFacts()
    dates = (declared(told.get(name, "")) for name in ("date", "created", "creation-date", "modified"))
    return PageFacts(
        kind=kind,
        title=tidy(told.get("title", "")),
        authors=persons([told.get("creator", "") or told.get("initial-creator", "")]),
        institution=told.get("publisher", ""),
        date=next((date for date in dates if date), None),
        file_date=kind == "office",
        language=language_tag(told.get("language", "")),
    )


def _elements(data: bytes) -> Iterator[tuple[str, str]]:
    for element in reversed(list(parse_xml(data, "the metadata").iter())):
        if isinstance(element.tag, str) and (text := re.sub(r"\s+", " ", element.text or "").strip()):
            yield local(element), text
