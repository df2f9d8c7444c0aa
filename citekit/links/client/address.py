"""From the address as cited to what goes over the wire, byte for byte as far as HTTP lets it.

What is percent-encoded stays as it is. Only what may not stand in a request at all is encoded, as browsers do it
(WHATWG URL, sections 1.3 and 4.4): blanks, controls, a few marks, and letters beyond ASCII as UTF-8.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import urljoin

from citekit.links.client.failure import NoAnswerError

PORTS = {"http": 80, "https": 443}
PARTS = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):(?://)?(?P<authority>[^/?#\\]*)(?P<rest>[^#]*)")
AUTHORITY = re.compile(r"(?:(?P<user>.*)@)?(?P<host>\[[^\]]*\]|[^:]*)(?::(?P<port>\d*))?", re.DOTALL)
# Most addresses: nothing in them has to be changed.
PLAIN = re.compile(
    r"(https?)://((?!-)[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+)(?::([1-9]\d{1,3}|[1-5]\d{4}))?(/[!$-;=?-\[\]^_a-z|~]*)?(?:#.*)?"
)
ONWARD = re.compile(r"([^/]*//[^/?#]*)([^#]*)(.*)", re.DOTALL)
UNSAFE = re.compile(r"[^!$-;=?-\[\]^_a-z|~]")  # what may stand in a request line stays: " # < > ` { } and beyond do not
LABEL = re.compile(r"(?!-)[A-Za-z0-9_-]{1,63}")


@dataclass(frozen=True, slots=True)  # positional: made once for each request
class Address:
    """What a client needs of a URL: where to connect, and the target of the request line."""

    scheme: str
    host: str  # in ASCII (IDNA), an IPv6 address without brackets
    port: int
    target: str
    user: str = ""  # user:password as written in the URL

    @property
    def authority(self) -> str:
        """The host header's value (RFC 9110, 7.2): the port only where it is not the scheme's own."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if PORTS[self.scheme] == self.port else f"{host}:{self.port}"

    @property
    def origin(self) -> str:
        return f"{self.scheme}://{self.authority}"


def parse_address(url: str) -> Address:
    """The parts of an http or https URL; raises `NoAnswerError` (unsupported, invalid) for anything else.

    >>> parse_address("http://例え.jp/%E3%81%82/a b?q=%2f#top")
    Address(scheme='http', host='xn--r8jz45g.jp', port=80, target='/%E3%81%82/a%20b?q=%2f', user='')
    """
    if plain := PLAIN.fullmatch(url):
        scheme, host, port, target = plain.groups()
        return Address(scheme, host, int(port or PORTS[scheme]), target or "/")
    parts = PARTS.match(url.strip())
    if not parts:
        raise NoAnswerError("invalid", f"not an address: {url[:80]}")
    scheme = parts["scheme"].lower()
    if scheme not in PORTS:
        raise NoAnswerError("unsupported", f"{scheme} is neither http nor https")
    authority = AUTHORITY.fullmatch(parts["authority"])
    if not authority or not authority["host"]:
        raise NoAnswerError("invalid", "the address names no host")
    port = int(authority["port"] or PORTS[scheme])
    if not 0 < port < 65536:
        raise NoAnswerError("invalid", f"there is no port {port}")
    rest = parts["rest"].replace("\\", "/") if "\\" in parts["rest"].partition("?")[0] else parts["rest"]
    target = rest if rest.startswith("/") else f"/{rest}"
    return Address(scheme, ascii_host(authority["host"]), port, encode(target), authority["user"] or "")


@lru_cache(maxsize=4096)
def ascii_host(host: str) -> str:
    """The name as the DNS knows it (IDNA 2008 with the mapping of UTS 46); an address without brackets.

    >>> ascii_host("Bücher.example"), ascii_host("[::1]")
    ('xn--bcher-kva.example', '::1')
    """
    if host.startswith("["):
        return host[1:-1].partition("%")[0].lower()
    name = host.rstrip(".") if host.isascii() else _idna(host.rstrip(".。"))
    if not name or len(name) > 253 or not all(LABEL.fullmatch(label) for label in name.split(".")):
        raise NoAnswerError("invalid", f"not the name of a host: {host[:80]}")
    return name.lower()


def _idna(host: str) -> str:
    import idna  # a big table, seldom needed

    try:
        return idna.encode(host, uts46=True).decode("ascii")
    except idna.IDNAError:
        raise NoAnswerError("invalid", f"not the name of a host: {host[:80]}") from None


def encode(target: str) -> str:
    """Whatever cannot stand in a request line percent-encoded, all else as it is.

    >>> encode("/a%2Fb/%zz/é|{x}")
    '/a%2Fb/%zz/%C3%A9|%7Bx%7D'
    """
    if not UNSAFE.search(target):
        return target
    return UNSAFE.sub(lambda match: "".join(f"%{byte:02X}" for byte in match[0].encode("utf-8", "replace")), target)


def follow(base: str, location: bytes) -> str:
    """The address that a Location header names, relative to the one asked (RFC 9110, 10.2.2); empty for none.

    Raw bytes are percent-encoded; only in the name of a host they are read as UTF-8.

    >>> follow("http://a.example/x/y?z", "../日?q".encode())
    'http://a.example/%E6%97%A5?q'
    >>> follow("http://a.example/x", b"caf\\xe9")
    'http://a.example/caf%E9'
    """
    raw = location.strip()
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        text = "".join(chr(byte) if byte < 0x80 else f"%{byte:02X}" for byte in raw)
    if not text:
        return ""
    try:
        joined = urljoin(base, text)
    except ValueError:  # a broken IPv6 address
        joined = text
    parts = ONWARD.fullmatch(joined)
    return parts[1] + encode(parts[2]) + parts[3] if parts else joined
