"""What a caller's `requests.Session` knows: headers, logins, cookies, proxies, adapters.

Headers, cookies and plain logins are put on the engine's own requests. What only requests can do (proxies, adapters
mounted for an address, client certificates, logins with a dialogue) goes through the session, in threads.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
from collections.abc import Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from citekit.links.client.answer import Answer
from citekit.links.client.failure import NoAnswerError
from citekit.links.client.tls import NoIssuerError, tls_failure

if TYPE_CHECKING:
    import requests

THREADS = 32
BY_REQUESTS = frozenset(("user-agent", "accept", "accept-encoding", "connection"))  # set by requests itself


class SessionDoor:
    """Asks through the session where it must."""

    def __init__(self, session: requests.Session) -> None:
        from requests.sessions import Session

        self._session = session
        self._plain = {name.lower(): value for name, value in Session().headers.items()}
        self._threads = ThreadPoolExecutor(THREADS, thread_name_prefix="citekit-session")

    def takes(self, url: str) -> bool:
        """Whether this address must go through the session."""
        return self.mounted(url) or bool(self.proxy(url)) or self._needs_requests()

    def mounted(self, url: str) -> bool:
        """Whether the caller has mounted an adapter of its own for this address."""
        from requests.adapters import HTTPAdapter
        from requests.exceptions import InvalidSchema

        try:
            adapter = self._session.get_adapter(url)
        except InvalidSchema:
            return False
        return type(adapter) is not HTTPAdapter or adapter not in (
            self._session.adapters.get("http://"),
            self._session.adapters.get("https://"),
        )

    def proxy(self, url: str) -> str:
        """The proxy for this address, of the session or of the environment; empty for none."""
        from requests.utils import select_proxy

        settings = self._session.merge_environment_settings(url, {}, None, None, None)
        return select_proxy(url, settings["proxies"]) or ""

    def _needs_requests(self) -> bool:
        session = self._session
        return bool(session.cert) or session.verify is not True or (bool(session.auth) and callable(session.auth))

    def headers(self, url: str, *, first: bool) -> Mapping[str, str]:
        """The headers that the session adds to the engine's; its login is for the `first` host of a chain only."""
        from requests import Request

        prepared = self._session.prepare_request(Request("GET", url))
        found = {name: str(value) for name, value in prepared.headers.items() if self._added(name, str(value))}
        return found if first else {name: value for name, value in found.items() if name.lower() != "authorization"}

    def _added(self, name: str, value: str) -> bool:
        return not (name.lower() in BY_REQUESTS and value == self._plain.get(name.lower()))

    async def ask(self, url: str, headers: Mapping[str, str], cap: int, timeout: float) -> Answer:
        """One request without following redirects; raises `NoAnswerError`."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._threads, self._ask, url, headers, cap, timeout)

    def _ask(self, url: str, headers: Mapping[str, str], cap: int, timeout: float) -> Answer:
        from requests.exceptions import RequestException

        try:
            response = self._session.get(
                url, headers=dict(headers), stream=True, allow_redirects=False, timeout=timeout
            )
            with response:
                body = _read(response, cap + 1)
                return Answer(
                    status=response.status_code,
                    headers={name.lower(): value for name, value in response.headers.items()},
                    location=response.headers.get("location", "").encode("latin-1", "replace"),
                    cookies=_set_cookies(response),
                    body=body[:cap],
                    capped=len(body) > cap,
                )
        except (RequestException, OSError) as error:
            raise session_failure(error, urlsplit(url).hostname or "") from None


def _read(response: requests.Response, most: int) -> bytes:
    """The body as sent; adapters of tests and caches may have no raw stream."""
    if response.raw is None:
        return response.content[:most]
    return bytes(response.raw.read(most, decode_content=False) or b"")


def _set_cookies(response: requests.Response) -> list[str]:
    headers = getattr(response.raw, "headers", None)
    getlist = getattr(headers, "getlist", None)
    return list(getlist("set-cookie")) if getlist else []


def session_failure(error: Exception, host: str) -> NoAnswerError:
    """What requests has run into, as a row of `CAUSES`: told by the error at the bottom of its chain."""
    from requests import exceptions

    if isinstance(error, exceptions.Timeout):
        return NoAnswerError("timeout", f"no answer from {host} in time")
    if isinstance(error, exceptions.InvalidURL | exceptions.MissingSchema):
        return NoAnswerError("invalid", str(error))
    for cause in _causes(error):
        if isinstance(cause, ssl.SSLError):
            failure = tls_failure(cause)
            return NoAnswerError("tls-unknown-ca", "no known signer") if isinstance(failure, NoIssuerError) else failure
        if isinstance(cause, socket.gaierror):
            known = cause.errno == socket.EAI_NONAME
            return NoAnswerError("dns" if known else "dns-failure", f"{host}: {cause.strerror}")
        if isinstance(cause, ConnectionRefusedError):
            return NoAnswerError("refused", f"{host} takes no connection")
    if isinstance(error, exceptions.ProxyError):
        return NoAnswerError("refused", f"the proxy does not reach {host}")
    return NoAnswerError("reset", f"{host} broke the connection off")


def _causes(error: BaseException) -> Iterator[BaseException]:
    seen: set[int] = set()
    waiting: list[object] = [error]
    while waiting:
        at = waiting.pop()
        if not isinstance(at, BaseException) or id(at) in seen:
            continue
        seen.add(id(at))
        yield at
        waiting += [at.__cause__, at.__context__, getattr(at, "reason", None), *at.args]
