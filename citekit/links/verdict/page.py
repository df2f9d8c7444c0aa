"""A web page as its reader sees it: title, headings, text, and what else stands on it.

Read with patterns, not as a tree: broken pages are the rule here, and only the words count.
"""

from __future__ import annotations

import html
import re
from dataclasses import dataclass

from citekit.links.exchange import Exchange

MOST = 1 << 18  # characters of source that are read
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
UNSEEN = re.compile(r"<(script|style|template|noscript|svg|head)\b[^>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
SCRIPT = re.compile(r"<script\b", re.IGNORECASE)
TITLE = re.compile(r"<title\b[^>]*>(.*?)</title", re.IGNORECASE | re.DOTALL)
HEADING = re.compile(r"<(h[1-3])\b[^>]*>(.*?)</\1", re.IGNORECASE | re.DOTALL)
LINKED = re.compile(r"<a\b[^>]*\bhref\b[^>]*>.*?</a\s*>", re.IGNORECASE | re.DOTALL)
ADDRESS = re.compile(
    r"<(a|area|link|script|iframe|frame|embed|object|img|form)\b[^>]*?\b(?:href|src|data|action)\s*=\s*"
    r"(?:\"([^\"]*)\"|'([^']*)'|([^\s>]+))",
    re.IGNORECASE,
)
DESCRIBED = re.compile(
    r"<meta\b(?=[^>]*(?:name|property)\s*=\s*[\"']?[\w.:-]*(?:title|description))[^>]*?\bcontent\s*=\s*(?:\"([^\"]*)\"|'([^']*)')",
    re.IGNORECASE,
)
TAG = re.compile(r"<[/!?a-zA-Z][^>]*>")
PASSWORD = re.compile(r"<input\b[^>]*type\s*=\s*[\"']?password\b", re.IGNORECASE)
CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)
HTML_MARK = re.compile(rb"<(?:!doctype\s+html|html|head|body|title|meta|div|p|h1|table|a)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a reader sees. `text` is all visible text, `own` that outside links, `described` what the
    page's metadata says (og:title, citation_title, description ...); `addresses` are (element, address)."""

    title: str = ""
    headings: tuple[str, ...] = ()
    text: str = ""
    own: str = ""
    described: tuple[str, ...] = ()
    addresses: tuple[tuple[str, str], ...] = ()
    password: bool = False
    scripts: int = 0
    source: str = ""

    def links(self) -> list[str]:
        """The texts of the links, one by one."""
        return [plain(match[0]) for match in LINKED.finditer(self.source)]

    @property
    def readable(self) -> bool:
        """Whether anything at all was there to be read."""
        return bool(self.title or self.text or self.addresses)


def is_html(exchange: Exchange) -> bool:
    """Whether the body is a web page, by its first bytes or by what the server says.

    >>> is_html(Exchange(url="", body=b"<!DOCTYPE html><p>Hi"))
    True
    """
    start = exchange.body[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if exchange.media_type in ("text/html", "application/xhtml+xml"):
        return start[:1] == b"<" or not start.startswith((b"%PDF", b"PK", b"\x89PNG", b"\xff\xd8"))
    return exchange.media_type in ("", "text/plain", "application/octet-stream", "application/pdf") and bool(
        HTML_MARK.match(start)
    )


def read_page(exchange: Exchange) -> Page:
    """The page of an answer; an empty one if it is none."""
    if not exchange.body or not is_html(exchange):
        return Page()
    source = COMMENT.sub(" ", decode(exchange.body[:MOST], exchange.headers.get("content-type", "")))
    title = TITLE.search(source)
    body = UNSEEN.sub(" ", source)
    return Page(
        title=plain(title[1]) if title else "",
        headings=tuple(text for match in HEADING.finditer(body) if (text := plain(match[2])))[:20],
        text=plain(body),
        own=plain(LINKED.sub(" ", body)),
        described=tuple(html.unescape(m[1] or m[2]) for m in DESCRIBED.finditer(source))[:20],
        addresses=tuple((m[1].lower(), html.unescape(m[2] or m[3] or m[4] or "")) for m in ADDRESS.finditer(source)),
        password=bool(PASSWORD.search(body)),
        scripts=len(SCRIPT.findall(source)),
        source=source,
    )


def plain(markup: str) -> str:
    """The text of a piece of HTML, blanks run together.

    >>> plain("<b>R&amp;D</b>\\n &nbsp; x")
    'R&D x'
    """
    return " ".join(html.unescape(TAG.sub(" ", markup)).split())


def decode(body: bytes, content_type: str) -> str:
    """The text of a body in the encoding that the server or the page names, otherwise in the likeliest one."""
    from citekit.documents.html.charset import CODECS  # loads the readers of documents

    named = CHARSET.search(content_type.encode("latin-1", "replace")) or CHARSET.search(body[:2048])
    name = named[1].decode("ascii", "replace").lower() if named else "utf-8"
    for codec in (CODECS.get(name, name), "utf-8"):
        try:
            return body.decode(codec)
        except LookupError:
            continue
        except UnicodeDecodeError as error:
            if error.end >= len(body) - 4:  # cut in the middle of a character
                return body.decode(codec, "replace")
    return _guess(body)


def _guess(body: bytes) -> str:
    from citekit.documents.encodings import decode as by_letters
    from citekit.model import CitekitError

    try:
        return by_letters(body, "").value.text
    except CitekitError:
        return body.decode("utf-8", "replace")
