"""A web page as its reader sees it: title, headings, text, and what else stands on it.

Read with patterns, not as a tree: broken pages are the rule here, and only the words count.
"""

from __future__ import annotations

import html
import re

from citekit.languages.charsets import CODECS
from citekit.links.exchange import Exchange
from citekit.links.verdict.lazy import lazy

MOST = 1 << 18  # characters of source that are read
BLANKS = " \n\t\r"
MANY = 20  # headings and descriptions
COMMENT = re.compile(r"<!--.*?-->", re.DOTALL)
UNSEEN = re.compile(r"<(script|style|template|noscript|svg)\b[^>]*>.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
UNSEEN_START = re.compile(r"<(?:script|style|template|noscript|svg)", re.IGNORECASE)
HEAD_END = re.compile(r"</head\s*>|<body\b[^>]*>", re.IGNORECASE)
LINK_START = re.compile(r"<a\s", re.IGNORECASE)
SCRIPT = re.compile(r"<script\b", re.IGNORECASE)
TITLE = re.compile(r"<title\b[^>]*>(.*?)</title[^>]*>", re.IGNORECASE | re.DOTALL)
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


class Page:
    """What a reader sees of an HTML source; each part is read when it is first asked for.

    >>> page = Page("<title>A</title><h1>B</h1><p>C <a href='/d'>D</a>")
    >>> page.title, page.headings, page.text, page.own, page.addresses
    ('A', ('B',), 'B C D', 'B C', (('a', '/d'),))
    """

    def __init__(self, source: str = "") -> None:
        self.source = COMMENT.sub(" ", source) if "<!--" in source else source

    @lazy
    def title(self) -> str:
        """What the page calls itself."""
        match = TITLE.search(self.source)
        return plain(match[1]) if match else ""

    @lazy
    def _body(self) -> str:
        """The part that is shown."""
        end = HEAD_END.search(self.source)
        body = self.source[end.end() :] if end else TITLE.sub(" ", self.source)
        return UNSEEN.sub(" ", body) if UNSEEN_START.search(body) else body

    @lazy
    def text(self) -> str:
        """All that can be read."""
        return plain(self._body)

    @lazy
    def _outside_links(self) -> str:
        body = self._body
        return TAG.sub(" ", LINKED.sub(" ", body) if LINK_START.search(body) else body)

    @lazy
    def own(self) -> str:
        """The text outside links: without menus and recommendations."""
        return plain(self._outside_links)

    def longer_than(self, length: int) -> bool:
        """Whether the text outside links has more characters; counted only where it is not plain at once."""
        least, most = self._bounds
        return least > length or (most > length and len(self.own) > length)

    @lazy
    def _bounds(self) -> tuple[int, int]:
        """How long the text outside links is at least and at most."""
        text = self._outside_links
        return 0 if "&" in text else len(text) - sum(map(text.count, BLANKS)), len(text)

    @lazy
    def headings(self) -> tuple[str, ...]:
        """The texts of h1 to h3."""
        return tuple(text for match in HEADING.finditer(self._body) if (text := plain(match[2])))[:MANY]

    @lazy
    def described(self) -> tuple[str, ...]:
        """What the metadata says: og:title, citation_title, description ..."""
        return tuple(html.unescape(m[1] or m[2]) for m in DESCRIBED.finditer(self.source))[:MANY]

    @lazy
    def addresses(self) -> tuple[tuple[str, str], ...]:
        """What the page links and loads, as (element, address)."""
        found = ((m[1].lower(), m[2] or m[3] or m[4] or "") for m in ADDRESS.finditer(self.source))
        return tuple((element, html.unescape(address)) for element, address in found)

    @lazy
    def password(self) -> bool:
        """Whether one can enter a password."""
        return bool(PASSWORD.search(self._body))

    @lazy
    def scripts(self) -> int:
        """How many scripts it runs."""
        return len(SCRIPT.findall(self.source))

    @lazy
    def links(self) -> tuple[str, ...]:
        """The texts of the links, one by one."""
        return tuple(plain(match[0]) for match in LINKED.finditer(self._body))

    @property
    def readable(self) -> bool:
        """Whether anything at all is there to be read."""
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
    return page_of(exchange) if exchange.body and is_html(exchange) else Page()


def page_of(exchange: Exchange) -> Page:
    """The page of an answer that is known to be one."""
    return Page(decode(exchange.body[:MOST], exchange.headers.get("content-type", "")))


def plain(markup: str) -> str:
    """The text of a piece of HTML, blanks run together.

    >>> plain("<b>R&amp;D</b>\\n &nbsp; x")
    'R&D x'
    """
    text = TAG.sub(" ", markup) if "<" in markup else markup
    return " ".join((html.unescape(text) if "&" in text else text).split())


def decode(body: bytes, content_type: str) -> str:
    """The text of a body in the encoding that the server or the page names, otherwise in the likeliest one."""
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
