"""How archives are asked: one GET or POST, a capped answer, a wait where the server wants one.

Archives are few, slow and owed politeness, so `requests` serves well here; the many hosts of the links themselves are
the business of `citekit.links.client`.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING
from urllib.parse import urldefrag

if TYPE_CHECKING:
    import requests

TIMEOUT = 30.0
"""Seconds for a connection, and for each piece of an answer."""
LARGEST = 8 << 20
"""Bytes of an answer that are read; a list of copies of a busy home page is longer, and its beginning enough."""
PATIENCE = 60.0
"""The longest wait that a server may ask for."""
TRIES = 3


class ArchiveError(Exception):
    """A service gives no usable answer: the reason, for a person."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a service has answered: header names in lower case, `url` the address that was asked."""

    url: str
    status: int
    headers: Mapping[str, str]
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Web:
    """A session for archives. `sleep` is how to wait (tests do not)."""

    session: requests.Session
    timeout: float = TIMEOUT
    sleep: Callable[[float], None] = time.sleep

    def get(self, url: str, headers: Mapping[str, str] | None = None) -> Answer:
        """The answer, no redirect followed. Raises ArchiveError if there is none, or none but "later" (429, 503)."""
        return self._asked("GET", url, headers or {}, None)

    def post(self, url: str, data: Mapping[str, str], headers: Mapping[str, str] | None = None) -> Answer:
        """The answer to a form; raises as `get`."""
        return self._asked("POST", url, headers or {}, data)

    def _asked(self, method: str, url: str, headers: Mapping[str, str], data: Mapping[str, str] | None) -> Answer:
        for left in reversed(range(TRIES)):
            answer = self._once(method, url, headers, data)
            if answer.status not in (429, 503):
                return answer
            wait = _wait(answer.headers.get("retry-after", ""))
            if left and wait <= PATIENCE:
                self.sleep(wait)
        raise ArchiveError(f"asks for patience (status {answer.status}); try again later")

    def _once(self, method: str, url: str, headers: Mapping[str, str], data: Mapping[str, str] | None) -> Answer:
        import requests

        try:
            with self.session.request(
                method, url, headers=headers, data=data, timeout=self.timeout, allow_redirects=False, stream=True
            ) as response:
                body = b"".join(_capped(response)) if response.status_code < 300 or method == "POST" else b""
                return Answer(
                    url=url,
                    status=response.status_code,
                    headers={name.lower(): value for name, value in response.headers.items()},
                    text=body.decode("utf-8", errors="replace"),
                )
        except (requests.RequestException, ValueError) as error:
            raise ArchiveError(_reason(error)) from None


def ascii_url(url: str) -> str:
    """An address as archives know it: ASCII only, without its fragment; raises ArchiveError if it is none.

    >>> ascii_url("http://bücher.example/港#s2")
    'http://xn--bcher-kva.example/%E6%B8%AF'
    """
    import requests

    try:
        return requests.Request("GET", urldefrag(url).url).prepare().url or ""
    except (requests.RequestException, ValueError) as error:
        raise ArchiveError(f"no address: {error}") from None


def _capped(response: requests.Response) -> list[bytes]:
    pieces: list[bytes] = []
    size = 0
    for piece in response.iter_content(1 << 16):
        pieces.append(piece)
        size += len(piece)
        if size >= LARGEST:
            break
    return pieces


def _wait(header: str) -> float:
    """The seconds of a Retry-After header (RFC 9110, 10.2.3), 5 without one."""
    if header.strip().isdigit():
        return float(header)
    try:
        return max(0.0, parsedate_to_datetime(header).timestamp() - time.time())
    except (TypeError, ValueError):
        return 5.0


def _reason(error: Exception) -> str:
    import requests

    if isinstance(error, requests.Timeout):
        return "gives no answer in time"
    return "cannot be reached" if isinstance(error, requests.ConnectionError) else f"gives no answer ({error})"
