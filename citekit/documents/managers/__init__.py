"""Citations that a reference manager has left in a document: from its own form to the data of a `citation` hint.

The data is CSL-JSON of a citation: {"citationItems": [{"itemData": ..., "locator", "label", "prefix", "suffix"}]}, as
Zotero writes it; other managers' forms are converted. A new manager is one file here and one line in `MANAGERS`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

from citekit.documents.managers.cslcitation import from_instruction
from citekit.documents.managers.endnote import from_endnote
from citekit.documents.managers.items import Item, citation_data
from citekit.documents.managers.wordsources import from_tags

Manager = Callable[[str, str, Mapping[str, Item]], list[Item]]
"""From the instruction of a field, the data stored beside it and Word's own sources by their tags to citation items;
none where the document holds no data about a cited work."""

MANAGERS: tuple[tuple[re.Pattern[str], Manager], ...] = (
    (re.compile(r"(?:ADDIN\s+)?(?:ZOTERO_ITEM|CSL_CITATION)\b"), from_instruction),  # Zotero, Mendeley, Papers
    (re.compile(r"ADDIN\s+EN\.CITE\b(?!\.)"), from_endnote),
    (re.compile(r"CITATION\s"), from_tags),
)
BIBLIOGRAPHY = re.compile(
    r"(?:ADDIN\s+)?(?:ZOTERO_BIBL|Mendeley Bibliography|EN\.REFLIST|CSL_BIBLIOGRAPHY|CitaviBibliography"
    r"|PAPERS2_CITATIONS_BIBLIOGRAPHY|RW\.BIB|BIBLIOGRAPHY)\b"
)
"""What the fields of lists of references begin with."""


def cited(instruction: str, stored: str = "", sources: Mapping[str, Item] | None = None) -> str:
    """The data of the citation that a field is; empty if it is none, or holds no data about one of its works.

    Takes the field's instruction, the data stored beside it (`w:fldData`), and Word's own sources by their tags.

    >>> cited('ADDIN ZOTERO_ITEM CSL_CITATION {"citationItems": [{"itemData": {"title": "港市"}, "locator": "5"}]}')
    '{"citationItems": [{"itemData": {"title": "港市"}, "locator": "5"}]}'
    >>> cited("PAGEREF _Toc1")
    ''
    """
    text = instruction.strip()
    read = next((manager for pattern, manager in MANAGERS if pattern.match(text)), None)
    return citation_data(read(text, stored, sources or {})) if read else ""


def lists_references(instruction: str) -> bool:
    """Whether a field is the list of references that a manager keeps.

    >>> lists_references(' ADDIN ZOTERO_BIBL {"uncited":[]} CSL_BIBLIOGRAPHY '), lists_references("TOC")
    (True, False)
    """
    return bool(BIBLIOGRAPHY.match(instruction.strip()))
