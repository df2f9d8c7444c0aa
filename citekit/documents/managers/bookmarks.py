"""Zotero's bookmarks: for files that have to live in Word and LibreOffice, it marks a citation by a bookmark and keeps
the instruction in properties of the document, cut into pieces of 255 characters."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from citekit.documents.markup import attribute

if TYPE_CHECKING:
    from lxml import etree

_PIECE = re.compile(r"(ZOTERO_BREF_\w+?)_(\d{1,5})")


def instructions(properties: Iterable[etree._Element]) -> dict[str, str]:
    """The instructions of citations by the names of their bookmarks, out of the elements of the properties.

    >>> from citekit.documents.markup import parse_xml
    >>> instructions(parse_xml(b'<a><p name="ZOTERO_BREF_x_2">_ITEM</p><p name="ZOTERO_BREF_x_1">ZOTERO</p></a>', "a"))
    {'ZOTERO_BREF_x': 'ZOTERO_ITEM'}
    """
    pieces: dict[str, dict[int, str]] = {}
    for one in properties:
        if piece := _PIECE.fullmatch(attribute(one, "name")):
            text = "".join(str(text) for text in one.itertext()).strip("\r\n")
            pieces.setdefault(piece[1], {})[int(piece[2])] = text
    return {name: "".join(text for _, text in sorted(parts.items())) for name, parts in pieces.items()}
