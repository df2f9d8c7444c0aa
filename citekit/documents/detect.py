"""What format a file is in, by its content: the first bytes, the files in a container, the root of its XML.

Signatures are those of the formats' own specifications: PDF (ISO 32000-1, 7.5.2), ZIP (APPNOTE 4.3.7), OPC packages
(ISO/IEC 29500-2), OpenDocument (ISO/IEC 26300, mimetype), EPUB (OCF 3.3, mimetype).
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from citekit.documents.archive import Archive
from citekit.model import CitekitError

HEAD = 4096
"""Bytes at the beginning that are looked at."""
DEEP = 65536
"""Bytes that the declarations and comments before a root element may take."""
UTF16 = (b"\xff\xfe", b"\xfe\xff", b"<\0", b"\0<")


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format as it is known: media type, what to call it, what to do where there is no reader for it."""

    media_type: str
    called: str
    remedy: str = "save the article as plain text"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """How files of a format begin, letters in lower case, behind blanks and a byte order mark."""

    head: bytes
    format: Format


PDF = Format(media_type="application/pdf", called="a PDF")
DOCX = Format(media_type="application/vnd.openxmlformats-officedocument.wordprocessingml.document", called="DOCX")
ODT = Format(media_type="application/vnd.oasis.opendocument.text", called="ODT")
FODT = Format(media_type="application/vnd.oasis.opendocument.text-flat-xml", called="flat ODT")
EPUB = Format(media_type="application/epub+zip", called="an EPUB")
ZIP = Format(media_type="application/zip", called="a ZIP container without an article", remedy="unpack it first")
HTML = Format(media_type="text/html", called="HTML")
JATS = Format(media_type="application/jats+xml", called="JATS")
TEI = Format(media_type="application/tei+xml", called="TEI")
XML = Format(media_type="application/xml", called="XML of a kind that holds no article")
LATEX = Format(media_type="application/x-latex", called="LaTeX")
MARKDOWN = Format(media_type="text/markdown", called="Markdown")
BINARY = (PDF, DOCX, ODT, EPUB)
OCR = "run OCR over it and give the text"

SIGNATURES: tuple[Signature, ...] = (
    Signature(head=b"%pdf-", format=PDF),
    Signature(head=b"pk\x03\x04", format=ZIP),
    Signature(
        head=b"\xd0\xcf\x11\xe0",
        format=Format(
            media_type="application/msword", called="an old Office file (DOC, HWP)", remedy="save it as DOCX or ODT"
        ),
    ),
    Signature(
        head=b"{\\rtf", format=Format(media_type="application/rtf", called="RTF", remedy="save it as DOCX or ODT")
    ),
    Signature(head=b"\x89png", format=Format(media_type="image/png", called="a PNG image", remedy=OCR)),
    Signature(head=b"\xff\xd8\xff", format=Format(media_type="image/jpeg", called="a JPEG image", remedy=OCR)),
    Signature(head=b"gif8", format=Format(media_type="image/gif", called="a GIF image", remedy=OCR)),
    Signature(head=b"ii*\x00", format=Format(media_type="image/tiff", called="a TIFF image", remedy=OCR)),
    Signature(head=b"mm\x00*", format=Format(media_type="image/tiff", called="a TIFF image", remedy=OCR)),
    Signature(
        head=b"at&tform",
        format=Format(media_type="image/vnd.djvu", called="a DjVu file", remedy="convert it with `djvutxt FILE`"),
    ),
    Signature(
        head=b"\x1f\x8b",
        format=Format(media_type="application/gzip", called="compressed with gzip", remedy="unpack it first"),
    ),
    Signature(
        head=b"7z\xbc\xaf",
        format=Format(
            media_type="application/x-7z-compressed", called="compressed with 7-Zip", remedy="unpack it first"
        ),
    ),
    Signature(
        head=b"\xfd7zxz",
        format=Format(media_type="application/x-xz", called="compressed with xz", remedy="unpack it first"),
    ),
    Signature(
        head=b"\x7felf",
        format=Format(media_type="application/x-elf", called="a program", remedy="give the article"),
    ),
    Signature(head=b"<!doctype html", format=HTML),
    Signature(head=b"<!doctype article", format=XML),
    Signature(head=b"<!doctype tei", format=XML),
    Signature(head=b"<html", format=HTML),
    Signature(head=b"<?xml", format=XML),
    Signature(head=b"<!--", format=XML),
    Signature(head=b"<article", format=XML),
    Signature(head=b"<tei", format=XML),
    Signature(head=b"<pmc-articleset", format=XML),
    Signature(head=b"<oai-pmh", format=XML),
)

# The mimetype of a container, or a file that only this format has.
CONTAINERS: tuple[tuple[str, Format], ...] = (
    ("word/document.xml", DOCX),
    ("content.xml", ODT),
    ("META-INF/container.xml", EPUB),
)
# The name of the root element, behind declarations and comments.
ROOTS: dict[bytes, Format] = {
    b"html": HTML,
    b"article": JATS,
    b"pmc-articleset": JATS,  # PubMed Central's answer with one or more articles
    b"oai-pmh": JATS,  # harvested, as the hosts of journals give it
    b"tei": TEI,
    b"teicorpus": TEI,
    b"document": FODT,
}
ROOT = re.compile(
    rb"(?:\s|<\?[^>]{0,2000}>|<!--.*?-->|<!doctype[^\[>]{0,2000}(?:\[[^\]]{0,20000}\]\s*)?>)*"
    rb"<(?:[\w.-]{1,40}:)?([\w.-]{1,40})[\s/>]",
    re.DOTALL,
)
# What an article in JATS has near its beginning, and no other element of this name.
JATS_SIGNS = re.compile(rb"<(?:front|body|back|article-meta)\b|dtd-version=|article-type=|//nlm//dtd|jats")
# Formats that are text: what only they have.
TEXTS: tuple[tuple[re.Pattern[bytes], Format], ...] = (
    (re.compile(rb"^[ \t]{0,20}\\(?:documentclass|documentstyle|begin\{document\})", re.MULTILINE), LATEX),
    (re.compile(rb"^\[\^[^\]\s]{1,60}\]:", re.MULTILINE), MARKDOWN),
    (re.compile(rb"\\(?:foot|end)note(?:\[\d{1,3}\])?\{|^\\(?:chapter|section)\*?\{", re.MULTILINE), LATEX),
)
# Marks that a plain text may have by chance: they count beside headings with number signs.
HEADED: tuple[re.Pattern[bytes], ...] = (
    re.compile(rb"\S\^\[[^\]\s]"),
    re.compile(rb"\[(?:[^\[\]\n]{0,80}[ ;])?-?@\w"),
)
HEADING = re.compile(rb"^#{1,6}[ \t]+\S", re.MULTILINE)
SOURCES = (LATEX, MARKDOWN)


def detect(data: bytes) -> Format | None:
    """The format of these bytes; None for plain text and whatever else shows no sign.

    >>> detect(b"%PDF-1.7").called, detect(b"<?xml version='1.0'?><TEI xmlns='x'>").called, detect("正文".encode())
    ('a PDF', 'TEI', None)
    """
    head = _ascii(data[:HEAD]).lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    found = next((row.format for row in SIGNATURES if head.startswith(row.head)), None)
    if found is None and b"%pdf-" in data[:1024].lower():  # some producers write a line before it
        return PDF
    if found is ZIP:
        return _container(data)
    if found is XML:
        return _by_root(_ascii(data[:DEEP]).lstrip(b"\xef\xbb\xbf").lower())
    return found or _source(data)


def _ascii(data: bytes) -> bytes:
    """UTF-16 without its zeros, which is enough to recognise markup."""
    return data.lstrip(b"\xff\xfe").replace(b"\0", b"") if data[:2] in UTF16 else data


def _by_root(head: bytes) -> Format | None:
    root = ROOT.match(head)
    found = ROOTS.get(root[1], XML) if root else XML
    if found is JATS and root and root[1] == b"article" and not JATS_SIGNS.search(head):
        return XML if head.startswith(b"<?xml") else None  # DocBook; a piece of HTML
    if found is XML and not head.startswith(b"<?xml"):
        return None
    return found


def _source(data: bytes) -> Format | None:
    """The format of a text that is a source."""
    if found := next((form for pattern, form in TEXTS if pattern.search(data)), None):
        return found
    headed = any(pattern.search(data) for pattern in HEADED) and HEADING.search(data)
    return MARKDOWN if headed else None


def _container(data: bytes) -> Format:
    try:
        parts = Archive(data, "")
    except CitekitError:
        return ZIP
    return next((form for part, form in CONTAINERS if part in parts), ZIP)
