"""Zotero, Mendeley and others that keep the CSL-JSON of a citation in the instruction of its field.

https://github.com/citation-style-language/schema (csl-citation.json) describes it.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Mapping

from citekit.documents.managers.items import Item, citation_data

TAGS = ("MENDELEY_CITATION_v3_",)
"""What the tags of content controls begin with that hold such a citation, packed as Base64."""


def from_instruction(instruction: str, stored: str = "", sources: Mapping[str, Item] | None = None) -> list[Item]:
    """The items of the first JSON object in an instruction; none if it is damaged.

    >>> from_instruction('ADDIN CSL_CITATION {"citationItems": [{"locator": "5"}]} RNDx')
    [{'locator': '5'}]
    >>> from_instruction('ADDIN CSL_CITATION {"citationItems": [')
    []
    """
    try:
        found, _ = json.JSONDecoder(strict=False).raw_decode(instruction, instruction.index("{"))
    except (ValueError, RecursionError):  # no JSON, or nested without end
        return []
    items = found.get("citationItems") if isinstance(found, dict) else None
    return [item for item in items if isinstance(item, dict)] if isinstance(items, list) else []


def from_tag(tag: str) -> str:
    """The data of the citation that a content control is, by its tag; empty if it is none.

    >>> packed = base64.b64encode(b'{"citationItems": [{"itemData": {"title": "T"}}]}').decode()
    >>> from_tag("MENDELEY_CITATION_v3_" + packed), from_tag("a form")
    ('{"citationItems": [{"itemData": {"title": "T"}}]}', '')
    """
    packed = next((tag.removeprefix(head) for head in TAGS if tag.startswith(head)), "")
    try:
        return citation_data(from_instruction(base64.b64decode(packed).decode("utf-8", "replace")))
    except (binascii.Error, ValueError):
        return ""
