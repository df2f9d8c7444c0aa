"""What documents say of themselves: `facts` of a body, whatever it is.

    html, meta, jsonld, titles   web pages        pdf   PDF        office   containers with Dublin Core
    dates                        days, declared and printed

A new kind of document is one file and one row in `READERS`.
"""

from __future__ import annotations

from collections.abc import Callable, Collection

from citekit.links.pages.facts import PageFacts
from citekit.links.pages.html import read_html
from citekit.links.pages.office import read_container
from citekit.links.pages.pdf import read_pdf

__all__ = ["READERS", "PageFacts", "facts"]

Reader = Callable[[bytes, str, Collection[str]], PageFacts]

READERS: tuple[tuple[bytes, Reader], ...] = ((b"%PDF-", read_pdf), (b"PK\x03\x04", read_container))
"""By the bytes with which a file begins; whatever else is or is called HTML is read as a page."""
HEAD = 1024
"""Bytes among which %PDF- stands (ISO 32000-1, implementation note 13 of PDF 1.7)."""
_PAGES = ("text/html", "application/xhtml+xml")


def facts(body: bytes, content_type: str = "", sites: Collection[str] = ()) -> PageFacts:
    """What a document says of itself, by its bytes rather than by what its server calls it. Never raises.

    `sites` are names of the site, which are no part of a title.

    >>> facts(b"<title>Tides - Harbour Office</title>", "text/html", ["Harbour Office"]).title
    'Tides'
    >>> facts(b"\\x89PNG...", "image/png").kind
    'image'
    """
    head = body[:HEAD].lstrip(b"\xef\xbb\xbf \t\r\n")
    for mark, reader in READERS:
        if head.startswith(mark) or (mark == b"%PDF-" and mark in head and b"<html" not in head.lower()):
            return reader(body, content_type, sites)
    media_type = content_type.partition(";")[0].strip().lower()
    if media_type in _PAGES or (head[:1] == b"<" and not head.startswith(b"<?xml")) or b"<html" in head.lower():
        return read_html(body, content_type, sites)
    main, _, sub = media_type.partition("/")
    return PageFacts(kind=main if main in ("image", "audio", "video", "text") else sub.removeprefix("x-"))
