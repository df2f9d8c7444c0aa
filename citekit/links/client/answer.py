"""One request and its answer, as it comes from the wire."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

REDIRECTS = frozenset((301, 302, 303, 307, 308))
PERMANENT = frozenset((301, 308))


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The answer to one request: headers with names in lower case, `location` and `cookies` as sent.

    `capped` says that there was more of the body than was taken, `cut` that the connection broke off within it.
    """

    status: int
    headers: Mapping[str, str]
    location: bytes = b""
    cookies: Sequence[str] = ()
    body: bytes = b""
    capped: bool = False
    cut: bool = False

    @property
    def redirects(self) -> bool:
        return self.status in REDIRECTS and bool(self.location.strip())
