"""LibreOffice's own bibliography: the attributes of a `text:bibliography-mark` (ODF 1.3 part 3, 19.769 on) to CSL-JSON.

They are BibTeX's fields under other names.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from citekit.documents.managers.items import citation_data, day, filled, person
from citekit.documents.markup import attribute
from citekit.model import JSON

if TYPE_CHECKING:
    from lxml import etree

TYPES = {
    "article": "article-journal",
    "book": "book",
    "booklet": "pamphlet",
    "conference": "paper-conference",
    "email": "personal_communication",
    "inbook": "chapter",
    "incollection": "chapter",
    "inproceedings": "paper-conference",
    "journal": "article-journal",
    "manual": "book",
    "mastersthesis": "thesis",
    "phdthesis": "thesis",
    "proceedings": "book",
    "techreport": "report",
    "unpublished": "manuscript",
    "www": "webpage",
}
"""text:bibliography-type to CSL's types."""
TEXTS = {
    "title": "title",
    "volume": "volume",
    "edition": "edition",
    "series": "collection-title",
    "chapter": "chapter-number",
    "pages": "page",
    "address": "publisher-place",
    "report-type": "genre",
    "url": "URL",
}


def from_mark(mark: etree._Element) -> str:
    """The data of the citation that a bibliography mark is; empty if it names no title.

    >>> from citekit.documents.markup import parse_xml
    >>> from_mark(parse_xml(b'<m bibliography-type="book" author="Quill, Ada" title="Tides" year="1999"/>', "a"))
    '{"citationItems": [{"itemData": {"type": "book", "title": "Tides", \
"author": [{"family": "Quill", "given": "Ada"}], "issued": {"date-parts": [[1999]]}}}]}'
    """
    if not attribute(mark, "title"):
        return ""
    kind = TYPES.get(attribute(mark, "bibliography-type"), "document")
    article = kind == "article-journal"
    item = {"type": kind} | {csl: attribute(mark, name) for name, csl in TEXTS.items()}
    rest: dict[str, JSON] = {
        "author": _people(attribute(mark, "author")),
        "editor": _people(attribute(mark, "editor")),
        "container-title": attribute(mark, "journal") or attribute(mark, "booktitle"),
        "issue" if article else "number": attribute(mark, "number"),
        "publisher": next((text for name in PUBLISHERS if (text := attribute(mark, name))), ""),
        "issued": day(attribute(mark, "year"), attribute(mark, "month")),
    }
    return citation_data([{"itemData": filled({**item, **rest})}])


PUBLISHERS = ("publisher", "school", "institution", "organizations")


def _people(names: str) -> list[JSON]:
    """Names parted by semicolons or by BibTeX's *and*."""
    return [person(name) for name in re.split(r"\s*;\s*|\s+and\s+", names) if name.strip()]
