"""The characters of a web page: byte order mark, declaration, then what the text itself shows.

Names of encodings mean what browsers take them for (WHATWG Encoding Standard, 4.2): a page that declares gb2312 or
iso-8859-1 may use all of GB18030 or Windows-1252.
"""

from __future__ import annotations

import codecs
import re

from citekit.documents.encodings import Decoded, decode
from citekit.languages.charsets import CODECS
from citekit.model import Result

HEAD = 4096
"""Bytes in which a declaration is looked for; browsers look at 1024, Word writes its own behind more."""
_DECLARED = re.compile(rb"""(?:charset|encoding)\s{0,9}=\s{0,9}["']?\s{0,9}([A-Za-z0-9_:.-]{2,40})""", re.IGNORECASE)


def decode_page(data: bytes, name: str) -> Result[Decoded]:
    """The text of a web page.

    A declaration counts unless the bytes speak against it: a page that is sound UTF-8 beyond ASCII is UTF-8 whatever
    it declares, and a declared encoding that leaves many characters unread gives way to what the text shows.

    >>> page = '<meta charset="gb2312"><p>镕基'.encode("gb18030")
    >>> decode_page(page, "a.html").value
    Decoded(text='<meta charset="gb2312"><p>镕基', encoding='GB18030')
    """
    codec = _declared(data)
    if codec in ("", "utf-8") or _is_sound_utf8(data) or data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return decode(data, name)
    text = data.decode(codec, "replace").replace("\x00", "")
    if text.count("\ufffd") > max(3, len(text) / 200):
        return decode(data, name)
    return Result(value=Decoded(text=text, encoding=codec.upper()))


def _declared(data: bytes) -> str:
    """The codec for the encoding that the page declares; empty if there is none that Python knows."""
    found = _DECLARED.search(data[:HEAD])
    if not found:
        return ""
    label = found[1].decode("ascii").lower()
    try:
        return codecs.lookup(CODECS.get(label, label)).name if label != "base64" else ""
    except LookupError:
        return ""


def _is_sound_utf8(data: bytes) -> bool:
    if data.isascii():
        return False  # ISO-2022-JP, HZ
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True
