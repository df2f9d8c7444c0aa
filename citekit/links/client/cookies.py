"""Cookies within one chain of redirects: enough for servers that set one and look for it (RFC 6265)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Cookie:
    """One cookie; `domain` without a leading dot, `alone` if it is for just this host."""

    name: str
    value: str
    domain: str
    alone: bool
    path: str
    secure: bool

    def matches(self, host: str, path: str, secure: bool) -> bool:
        """Whether a request carries it (RFC 6265, 5.4)."""
        here = host == self.domain or (not self.alone and host.endswith(f".{self.domain}"))
        inside = path == self.path or path.startswith(self.path if self.path.endswith("/") else f"{self.path}/")
        return here and inside and (secure or not self.secure)


class CookieJar:
    """What the servers of one chain have set.

    >>> jar = CookieJar()
    >>> jar.take("a.example", "/x/y", "sid=1; Path=/; HttpOnly")
    >>> jar.header("a.example", "/z", secure=False), jar.header("b.example", "/z", secure=False)
    ('sid=1', '')
    """

    def __init__(self) -> None:
        self._cookies: dict[tuple[str, str, str], Cookie] = {}

    def __len__(self) -> int:
        return len(self._cookies)

    def take(self, host: str, path: str, line: str) -> None:
        """A Set-Cookie header of an answer; what is not one is passed over."""
        pair, *rest = line.split(";")
        name, equals, value = pair.partition("=")
        if not equals or not name.strip():
            return
        marks = {key.strip().lower(): word.strip() for key, _, word in (part.partition("=") for part in rest)}
        domain = marks.get("domain", "").lstrip(".").lower()
        if domain and not (host == domain or (host.endswith(f".{domain}") and "." in domain)):
            return
        own = marks.get("path", "")
        cookie = Cookie(
            name=name.strip(),
            value=value.strip(),
            domain=domain or host,
            alone=not domain,
            path=own if own.startswith("/") else path.partition("?")[0].rpartition("/")[0] or "/",
            secure="secure" in marks,
        )
        key = (cookie.domain, cookie.path, cookie.name)
        if marks.get("max-age", "").startswith(("0", "-")):
            self._cookies.pop(key, None)
        else:
            self._cookies[key] = cookie

    def header(self, host: str, path: str, *, secure: bool) -> str:
        """The value of the Cookie header for a request; empty for none."""
        path = path.partition("?")[0]
        found = [cookie for cookie in self._cookies.values() if cookie.matches(host, path, secure)]
        found.sort(key=lambda cookie: -len(cookie.path))
        return "; ".join(f"{cookie.name}={cookie.value}" for cookie in found)

    def state(self) -> str:
        """All cookies as one string: two states that differ are two different visits."""
        return ";".join(f"{key}={cookie.value}" for key, cookie in self._cookies.items())
