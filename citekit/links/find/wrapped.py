"""Addresses that wrap another: copies in web archives lead to their originals, redirectors to their targets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import parse_qs, unquote, urlsplit

STAMP = r"(?:\d{4,14}|\d{4}\.\d\d\.\d\d-\d{6})(?:[a-z]{2}_|\*)?"
"""YYYYMMDDhhmmss, often cut short, with Wayback's flags: id_ the bytes as they came, if_ and fw_ in a frame, im_ ..."""
TODAY = r"archive\.(?:today|ph|is|li|vn|md|fo)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wrapping:
    """A form of address: whose it is, and a pattern whose group `original` is the address within; a pattern without
    that group tells that a copy is cited whose original the address does not say."""

    name: str
    pattern: str


WRAPPINGS = (
    Wrapping(
        name="Internet Archive",
        pattern=rf"(?:web|wayback|www|liveweb)\.archive\.org/(?:web|save)/(?:{STAMP}/|\*/|(?=https?:))(?P<original>.+)",
    ),
    # WARP, before and after its renewal; the date of the collection may differ from that of the stamp
    Wrapping(
        name="WARP",
        pattern=r"warp(?:\.da)?\.ndl\.go\.jp/(?:info:ndljp/pid/\d+|\d{8}/\d{14}(?:[a-z]{2}_)?|web/\d{14}(?:[a-z]{2}_)?)"
        r"/(?P<original>.+)",
    ),
    Wrapping(name="archive.today", pattern=rf"{TODAY}/(?:{STAMP}|newest|oldest|o/\w+|timegate)/(?P<original>.+)"),
    Wrapping(name="archive.today", pattern=rf"{TODAY}/\w{{4,6}}(?:[/?#].*)?"),
    Wrapping(name="Perma.cc", pattern=r"(?:www\.)?perma\.cc/[A-Z0-9]{4}-[A-Z0-9]{4}(?:[/?#].*)?"),
    Wrapping(name="Perma.cc", pattern=r"(?:www\.)?perma-archives\.(?:org|cc)/warc/[\w-]+/(?:\w+_/)?(?P<original>.+)"),
    Wrapping(name="WebCite", pattern=r"(?:www\.)?webcitation\.org/[^?]*\?(?:.*&)?url=(?P<original>[^&]+).*"),
    Wrapping(name="WebCite", pattern=r"(?:www\.)?webcitation\.org/\w{6,}"),
    Wrapping(
        name="Google's cache",
        pattern=r"webcache\.googleusercontent\.com/search\?(?:.*&)?q=cache:(?:[\w-]{8,14}:)?(?P<original>[^&+]+).*",
    ),
    Wrapping(
        name="Time Travel", pattern=rf"timetravel\.mementoweb\.org/(?:memento|list|timegate)/{STAMP}/(?P<original>.+)"
    ),
    # Archive-It, Arquivo.pt, the archives of the national libraries: all run Wayback or pywb, under paths of their own
    Wrapping(name="a web archive", pattern=rf"[^/?#]+/(?:[^/?#]+/){{0,3}}{STAMP}/(?P<original>https?:/.+)"),
)
# Not copies: what programs put around a link to count who follows it. Host, path, and the parameter with the target.
REDIRECTORS: tuple[tuple[str, str, str], ...] = (
    (r"(?:www\.)?google\.[a-z.]{2,6}", "/url", "q url"),  # documents exported from Google Docs
    (r"[\w-]+\.safelinks\.protection\.outlook\.com", "/", "url"),  # copied out of a mail
    (r"lm?\.facebook\.com", "/l.php", "u"),
    (r"(?:www\.)?youtube\.com", "/redirect", "q"),
    (r"link\.zhihu\.com", "/", "target"),
    (r"vk\.com", "/away.php", "to"),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unwrapped:
    """An address, the copy of it that is cited (empty if none is), and whose copy it is. An `opaque` copy does not say
    what it is a copy of: then `url` is the copy's own address."""

    url: str
    archive: str = ""
    keeper: str = ""
    opaque: bool = False


def unwrapped(url: str) -> Unwrapped:
    """The original of an archived copy or the target of a redirector; any other address as it is. Never raises.

    >>> unwrapped("https://web.archive.org/web/20130919044612id_/http://example.com/a").url
    'http://example.com/a'
    >>> unwrapped("https://warp.da.ndl.go.jp/info:ndljp/pid/11373893/www.mofa.go.jp/mofaj/index.html").url
    'http://www.mofa.go.jp/mofaj/index.html'
    >>> unwrapped("https://perma.cc/85LS-BXV7").opaque, unwrapped("https://www.google.com/url?q=http://a.jp/&sa=D").url
    (True, 'http://a.jp/')
    """
    scheme, _, rest = url.partition("://")
    if not rest or scheme.lower() not in ("http", "https"):
        return Unwrapped(url=url)
    plain = re.sub(r"/info%3Andljp/", "/info:ndljp/", rest, count=1, flags=re.IGNORECASE)
    for wrapping, pattern in _patterns():
        if not (match := pattern.fullmatch(plain)):
            continue
        inner = match.groupdict().get("original")
        if inner is None:
            return Unwrapped(url=url, archive=url, keeper=wrapping.name, opaque=True)
        if original := _address(inner):
            return Unwrapped(url=original, archive=url, keeper=wrapping.name)
    return Unwrapped(url=_target(url) or url)


@cache
def _patterns() -> tuple[tuple[Wrapping, re.Pattern[str]], ...]:
    return tuple((row, re.compile(row.pattern, re.IGNORECASE | re.DOTALL)) for row in WRAPPINGS)


def _address(inner: str) -> str:
    """What is wrapped as an address of its own: escaped whole, with one slash lost, or without its scheme."""
    if re.match(r"https?%3A", inner, re.IGNORECASE):
        inner = unquote(inner)
    if scheme := re.match(r"(https?|ftp):/{1,2}(?=[^/])", inner, re.IGNORECASE):
        return f"{scheme[1].lower()}://{inner[scheme.end() :]}"
    host = re.match(r"[^/?#\s:]+\.[^/?#\s:.]{2,}(?::\d+)?(?=[/?#]|$)", inner)
    return f"http://{inner}" if host else ""


def _target(url: str) -> str:
    try:
        parts = urlsplit(url)
        if parts.query and any(re.fullmatch(h, parts.netloc, re.I) and parts.path == p for h, p, _ in REDIRECTORS):
            names = next(n for h, p, n in REDIRECTORS if re.fullmatch(h, parts.netloc, re.I) and parts.path == p)
            values = parse_qs(parts.query)
            return next((values[n][0] for n in names.split() if values.get(n, [""])[0].startswith("http")), "")
    except ValueError:  # brackets that hold no IPv6 address (RFC 3986, 3.2.2)
        return ""
    return ""
