"""XML and HTML, parsed without trusting them: no entities of their own, nothing fetched, bounded depth and size."""

from __future__ import annotations

import re
from functools import cache
from html.entities import html5
from typing import TYPE_CHECKING

from citekit.model import CitekitError

if TYPE_CHECKING:
    from lxml import etree

LARGEST = 24 * 2**20
"""Bytes of one XML or HTML file, without the pictures embedded in it: the text of several thousand pages."""
MOST_TAGS = 2_000_000
"""Tags and comments in one file; a tree of so many takes some 300 MB."""
MOST_ATTRIBUTES = 5000
"""Blanks within one tag of HTML: libxml2 takes the square of the number of attributes, 60 ms for so many."""
_EMBEDDED = re.compile(r"data:[\w/+.-]{1,60};base64,[A-Za-z0-9+/=%]{200,}")
"""A picture within the page, which may well be larger than all of its text."""
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_NAMED = re.compile(rb"&([A-Za-z][A-Za-z0-9]{1,31});")
_KNOWN = (b"amp", b"lt", b"gt", b"quot", b"apos")
_TAG = re.compile(rf"<[^<>]{{{2 * MOST_ATTRIBUTES},}}")
_FORBIDDEN = re.compile("[^\\t\\n\\r\\x20-\\ud7ff\\ue000-\\ufffd\\U00010000-\\U0010ffff]")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_EMPTY_TAG = re.compile(
    r"<(a|abbr|b|cite|div|em|i|iframe|p|q|s|script|span|strong|style|sub|sup|td|title|u)(\s[^<>]*)?/>", re.I
)


def parse_xml(data: bytes, name: str) -> etree._Element:
    """The root element of an XML file.

    Takes its bytes and what messages call it. DTDs are not loaded and external entities not fetched; a file that
    declares entities of its own is refused, for it could grow without end (CWE-776). Broken XML is mended as far as
    lxml can; comments are left out. Raises CitekitError, one line, if there is no element to be found.

    >>> parse_xml(b"<a><b/></a>", "a.xml")[0].tag
    'b'
    """
    from lxml import etree

    _check(data, name)
    if _ENTITY.search(data.replace(b"\0", b"")):  # in UTF-16 as well
        raise CitekitError(f"{name}: declares XML entities of its own, which are not read; save it without them")
    for huge in (False, True):
        parser = etree.XMLParser(
            resolve_entities=False,
            no_network=True,
            load_dtd=False,
            dtd_validation=False,
            huge_tree=huge,
            recover=True,
            remove_comments=True,
            remove_pis=True,
        )
        try:
            root = etree.fromstring(named_entities(data), parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise CitekitError(f"{name}: is no XML ({_line(error)}); save or download it again") from None
        if root is not None and not _is_cut(parser.error_log):
            return root
    raise _unread(name, root, "XML")


def editable_xml(data: bytes, name: str) -> etree._Element:
    """The root element of an XML file that is to be written again: comments and instructions are kept, and nothing is
    mended. Raises CitekitError, one line, for what `parse_xml` would have to mend or refuse.

    >>> serialised(editable_xml(b"<a><!-- mine --><b/></a>", "a.xml"))
    b"<?xml version='1.0' encoding='UTF-8' standalone='yes'?>\\n<a><!-- mine --><b/></a>"
    """
    from lxml import etree

    _check(data, name)
    if _ENTITY.search(data.replace(b"\0", b"")):
        raise CitekitError(f"{name}: declares XML entities of its own, which are not read; save it without them")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        return etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise CitekitError(f"{name}: is damaged ({_line(error)}); open and save it in its own program first") from None


def serialised(root: etree._Element) -> bytes:
    """A file of the tree, in UTF-8, as the parts of office documents are."""
    from lxml import etree

    return etree.tostring(root.getroottree(), xml_declaration=True, encoding="UTF-8", standalone=True)


def parse_html(text: str, name: str) -> etree._Element:
    """The root element of an HTML page, however it is written, without comments; raises CitekitError if there is none.

    >>> parse_html("<p>one<p>two", "a.html").xpath("string(//p[2])")
    'two'
    """
    from lxml import etree

    text = _EMBEDDED.sub("", text)
    _check(text, name)
    if any(len(tag.split(None, MOST_ATTRIBUTES)) > MOST_ATTRIBUTES for tag in _TAG.findall(text)):
        raise CitekitError(f"{name}: holds a tag with more than {MOST_ATTRIBUTES} attributes; it is not read")
    for huge in (False, True):
        parser = etree.HTMLParser(
            no_network=True, huge_tree=huge, recover=True, encoding="utf-8", remove_comments=True, remove_pis=True
        )
        try:
            root: etree._Element | None = etree.fromstring(text.encode("utf-8", "replace"), parser)
        except (etree.XMLSyntaxError, ValueError) as error:
            raise CitekitError(f"{name}: is no HTML ({_line(error)}); save or download it again") from None
        if root is not None and not _is_cut(parser.error_log):
            return root
    raise _unread(name, root, "HTML")


def parse_xhtml(text: str, name: str) -> etree._Element:
    """The root element of a page that is written as XML, its elements without a namespace; as HTML if it is no XML.

    >>> page = '<html xmlns="http://www.w3.org/1999/xhtml"><a id="x"/>&nbsp;</html>'
    >>> [element.tag for element in parse_xhtml(page, "a.xhtml").iter()]
    ['html', 'a']
    """
    from lxml import etree

    data = _DECLARATION.sub("", text).encode("utf-8", "replace")
    _check(data, name)
    if _ENTITY.search(data):
        raise CitekitError(f"{name}: declares XML entities of its own, which are not read; save it without them")
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, encoding="utf-8", remove_comments=True, remove_pis=True
    )
    try:
        root = etree.fromstring(named_entities(data), parser)
    except (etree.XMLSyntaxError, ValueError):
        return parse_html(_EMPTY_TAG.sub(r"<\1\2></\1>", text), name)
    return without_namespaces(root)


def without_namespaces(root: etree._Element) -> etree._Element:
    """The same tree, with plain names of its elements."""
    for element in root.iter("{*}*"):
        element.tag = local(element)
    return root


def named_entities(data: bytes) -> bytes:
    """XML with HTML's named characters as numbers: most DTDs of articles declare the same, and DTDs are not loaded.

    >>> named_entities(b"caf&eacute; &amp; &unknown;")
    b'caf&#233; &amp; &unknown;'
    """
    return _NAMED.sub(_number, data) if b"&" in data else data


@cache
def _characters(name: bytes) -> bytes:
    chars = "" if name in _KNOWN else html5.get(name.decode() + ";", "")
    return "".join(f"&#{ord(char)};" for char in chars).encode()


def _number(match: re.Match[bytes]) -> bytes:
    return _characters(match[1]) or match[0]


def local(element: etree._Element) -> str:
    """The name of an element without its namespace; empty for comments and processing instructions.

    >>> local(parse_xml(b'<w:p xmlns:w="x"/>', "a.xml"))
    'p'
    """
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def allowed(text: str) -> str:
    """Text without the characters that XML does not allow (XML 1.0, 2.2), which broken pages hold.

    >>> allowed("a\\x01b")
    'ab'
    """
    return _FORBIDDEN.sub("", text)


def line_of(element: etree._Element) -> int:
    """The line of the source that an element begins on; 0 if it is not known."""
    line = element.sourceline
    return line if isinstance(line, int) else 0


def attribute(element: etree._Element, name: str) -> str:
    """An attribute by its name without a namespace; empty if there is none.

    >>> attribute(parse_xml(b'<w:i xmlns:w="x" w:val="0"/>', "a.xml"), "val")
    '0'
    """
    for key, text in element.items():
        if str(key).rpartition("}")[2] == name:
            return str(text)
    return ""


def child(element: etree._Element | None, *path: str) -> etree._Element | None:
    """The first descendant along a path of names without namespaces; None if there is none.

    >>> root = parse_xml(b'<w:r xmlns:w="x"><w:rPr><w:i/></w:rPr></w:r>', "a.xml")
    >>> child(root, "rPr", "i") is root[0][0], child(root, "pPr", "i") is None
    (True, True)
    """
    for name in path:
        element = next((part for part in element if local(part) == name), None) if element is not None else None
    return element


def _check(data: bytes | str, name: str) -> None:
    if len(data) > LARGEST:
        raise CitekitError(f"{name}: is larger than {LARGEST // 2**20} MB of markup; give the article alone")
    if (data.count("<") if isinstance(data, str) else data.count(b"<")) > MOST_TAGS:
        raise CitekitError(f"{name}: holds more than {MOST_TAGS} tags; give the article alone")


def _is_cut(errors: etree._ListErrorLog) -> bool:
    """Whether the parser has stopped at one of its limits and lost what follows."""
    return any(error.type_name == "ERR_RESOURCE_LIMIT" for error in errors)


def _unread(name: str, root: etree._Element | None, called: str) -> CitekitError:
    if root is None:
        return CitekitError(f"{name}: is no {called}; save or download it again")
    return CitekitError(f"{name}: nests its elements too deep to be an article; it is not read")


def _line(error: Exception) -> str:
    return " ".join(str(error).split())[:120]
