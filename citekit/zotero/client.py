"""HTTP as Zotero's servers want it: who asks is said, waiting is done when they ask for it, what fails is said in one
line.

https://www.zotero.org/support/dev/web_api/v3/basics (Rate Limiting): a `Backoff` header on any answer, 429 and 503 with
`Retry-After`. The desktop takes no request that looks like a browser's.
"""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from importlib import metadata
from typing import TYPE_CHECKING

from citekit.model import JSON, CitekitError

if TYPE_CHECKING:
    import requests

AGENT = f"citekit/{metadata.version('citekit')}"
BUSY = (429, 503)
TRIES = 5
"""How often a busy server is asked."""
LONGEST_WAIT = 120.0
"""Seconds that a busy server is waited for; one that asks for more time is told of."""
SHORT = 30.0
"""Seconds for an ordinary answer; an import of many items takes the desktop a few."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a server has answered: status, headers, text, and the JSON in it (None if it is none)."""

    status: int
    headers: Mapping[str, str]
    text: str
    json: JSON = None


def pause(seconds: float) -> None:
    """Waits."""
    time.sleep(seconds)


class UnreachableError(CitekitError):
    """No server answers at an address."""


@dataclass(slots=True, kw_only=True)
class Client:
    """Asks one server. `local` keeps proxies out of the way, `headers` go with every request."""

    base: str
    local: bool = False
    headers: dict[str, str] = field(default_factory=dict)
    due: float = 0.0

    def ask(
        self,
        method: str,
        path: str,
        *,
        data: bytes | None = None,
        headers: Mapping[str, str] | None = None,
        params: Mapping[str, str] | None = None,
        timeout: float = SHORT,
    ) -> Answer:
        """One request. A server that is busy is asked again after as long as it wants; raises CitekitError if it stays
        so, and `UnreachableError` if nothing answers."""
        answer = None
        for _ in range(TRIES):
            if self.due:
                pause(self.due)
            answer = self._send(method, path, data, {**self.headers, **(headers or {})}, params, timeout)
            self.due = self._wanted(answer)
            if answer.status not in BUSY:
                return answer
        raise CitekitError(f"{self.base}: the server stays busy; try again later")

    def _wanted(self, answer: Answer) -> float:
        """Seconds until the next request; at least one after an answer that the server is busy."""
        asked = [answer.headers.get(name, "") for name in ("Backoff", "Retry-After")]
        seconds = max((float(value) for value in asked if value.isdecimal()), default=0.0)
        if seconds > LONGEST_WAIT:
            raise CitekitError(f"{self.base}: the server is busy; try again in {seconds:.0f} seconds")
        return max(seconds, 1.0) if answer.status in BUSY else seconds

    def _send(
        self,
        method: str,
        path: str,
        data: bytes | None,
        headers: Mapping[str, str],
        params: Mapping[str, str] | None,
        timeout: float,
    ) -> Answer:
        import requests

        with requests.Session() as session:
            session.trust_env = not self.local
            session.headers["User-Agent"] = AGENT
            try:
                got = session.request(
                    method, self.base + path, data=data, headers=headers, params=params, timeout=timeout
                )
            except requests.exceptions.RequestException as error:
                raise UnreachableError(f"{self.base}: no answer ({_cause(error)})") from None
        return Answer(status=got.status_code, headers=got.headers, text=got.text, json=_json(got))


def _json(got: requests.Response) -> JSON:
    if "json" not in got.headers.get("Content-Type", ""):
        return None
    try:
        found: JSON = got.json()
    except ValueError:
        return None
    return found


def _cause(error: Exception) -> str:
    """The innermost reason, in a few words."""
    while (inner := error.__cause__ or error.__context__) is not None:
        error = inner if isinstance(inner, Exception) else Exception(str(inner))
    return " ".join(str(error).split())[:120] or type(error).__name__
