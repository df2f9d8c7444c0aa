"""XML and HTML, parsed without trusting them: no entities of their own, nothing fetched, bounded depth and size."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from citekit.model import CitekitError

if TYPE_CHECKING:
    from lxml import etree

LARGEST = 64 * 2**20
"""Bytes of one XML or HTML file."""
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)


def parse_xml(data: bytes, name: str) -> etree._Element:
    """The root element of an XML file.

    Takes its bytes and what messages call it. DTDs are not loaded and external entities not fetched; a file that
    declares entities of its own is refused, for it could grow without end (CWE-776). Broken XML is mended as far as
    lxml can. Raises CitekitError, one line, if there is no element to be found.

    >>> parse_xml(b"<a><b/></a>", "a.xml")[0].tag
    'b'
    """
    from lxml import etree

    _check(data, name)
    if _ENTITY.search(data.replace(b"\0", b"")):  # in UTF-16 as well
        raise CitekitError(f"{name}: declares XML entities of its own, which are not read; save it without them")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, dtd_validation=False, huge_tree=False, recover=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise CitekitError(f"{name}: is no XML ({_line(error)}); save or download it again") from None
    if root is None:
        raise CitekitError(f"{name}: is no XML; save or download it again")
    return root


def parse_html(text: str, name: str) -> etree._Element:
    """The root element of an HTML page, however it is written; raises CitekitError if there is none.

    >>> parse_html("<p>one<p>two", "a.html").xpath("string(//p[2])")
    'two'
    """
    from lxml import etree, html

    _check(text, name)
    parser = html.HTMLParser(no_network=True, huge_tree=False, recover=True)
    try:
        root: etree._Element | None = html.document_fromstring(text, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise CitekitError(f"{name}: is no HTML ({_line(error)}); save or download it again") from None
    if root is None:
        raise CitekitError(f"{name}: is no HTML; save or download it again")
    return root


def local(element: etree._Element) -> str:
    """The name of an element without its namespace; empty for comments and processing instructions.

    >>> local(parse_xml(b'<w:p xmlns:w="x"/>', "a.xml"))
    'p'
    """
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _check(data: bytes | str, name: str) -> None:
    if len(data) > LARGEST:
        raise CitekitError(f"{name}: is larger than {LARGEST // 2**20} MB of markup; give the article alone")


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:120]
