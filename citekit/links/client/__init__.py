"""Asks addresses and records the whole way: `Client` for asyncio, `ask` for everyone else.

    address     what goes over the wire      resolver, guard   where to, and whether that is allowed
    traffic     who may ask now              dialer, tls       connections and certificates
    connection  one request, one answer      pool              connections kept
    asking      with retries                 chain             with redirects and cookies
    sessions    what a `requests.Session` adds

GET from the start: one request in place of two, since a page must be read anyway to know a soft 404, and servers lie
about HEAD. Of what is long only the beginning is taken, then the connection is closed.
"""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Self, TypeVar

from citekit.links.client.asking import Asker
from citekit.links.client.chain import Chain
from citekit.links.client.failure import NoAnswerError
from citekit.links.client.loops import iterate
from citekit.links.client.options import ClientOptions
from citekit.links.client.resolver import Resolver, SystemResolver, TableResolver
from citekit.links.client.sessions import SessionDoor
from citekit.links.client.traffic import Spread
from citekit.links.exchange import Exchange

if TYPE_CHECKING:
    import requests

__all__ = ["Client", "ClientOptions", "NoAnswerError", "Resolver", "SystemResolver", "TableResolver", "ask"]

T = TypeVar("T")
R = TypeVar("R")

HOST = re.compile(r"[^/?#]*//(?:[^/?#@]*@)?(\[[^\]]*\]|[^/?#:]*)")
NO_HEADERS: Mapping[str, str] = {}
BEGUN = 4  # addresses begun for each request that may be under way: some wait for their host


class Client:
    """Asks many addresses at a time, each host gently. Use it as an async context manager.

    A `session` gives its headers, logins, cookies, proxies and adapters. Without one, proxies named in the
    environment are used as requests does.
    """

    def __init__(self, options: ClientOptions | None = None, session: requests.Session | None = None) -> None:
        self.options = options or ClientOptions()
        self._session = session
        self._door: SessionDoor | None = None
        self._asker: Asker | None = None

    async def __aenter__(self) -> Self:
        session = self._session or _session_of_environment()
        self._door = SessionDoor(session) if session is not None else None
        self._asker = Asker(self.options, self._door)
        return self

    async def __aexit__(self, *_: object) -> None:
        if self._asker is not None:
            self._asker.close()

    async def fetch(self, url: str, *, headers: Mapping[str, str] = NO_HEADERS, max_bytes: int = 0) -> Exchange:
        """The whole way of one address. Never raises for what a server or an address does: see `Exchange.failure`."""
        if self._asker is None:
            raise RuntimeError("use the client as a context manager: async with Client() as client")
        chain = Chain(url, self._asker, self.options, self._door)
        return await chain.run(headers, max_bytes or self.options.max_bytes)

    async def fetch_all(self, urls: Iterable[str]) -> AsyncIterator[Exchange]:
        """Many addresses at a time: the exchanges in the order in which they end."""
        async for batch in self.spread(urls, self.fetch, _itself):
            for exchange in batch:
                yield exchange

    def spread(
        self, items: Iterable[T], work: Callable[[T], Awaitable[R]], url_of: Callable[[T], str]
    ) -> AsyncIterator[list[R]]:
        """Runs `work` over many items, the hosts of their addresses taking turns; results in batches as they come."""
        most = BEGUN * self.options.concurrency if self.options.per_host else self.options.concurrency
        return Spread(work, lambda item: host_of(url_of(item)), most, 2 * self.options.per_host).run(items)


def ask(
    urls: Iterable[str], options: ClientOptions | None = None, session: requests.Session | None = None
) -> Iterator[Exchange]:
    """Asks addresses and gives the exchanges as they come, in an event loop of its own.

    >>> [exchange.failure for exchange in ask(["http://127.0.0.1/", "ftp://a.example/"])]
    ['private', 'unsupported']
    """

    async def batches() -> AsyncIterator[list[Exchange]]:
        async with Client(options, session) as client:
            async for batch in client.spread(urls, client.fetch, _itself):
                yield batch

    return iterate(batches)


def _itself(url: str) -> str:
    return url


def host_of(url: str) -> str:
    """The host as an address names it; empty if it is none."""
    match = HOST.match(url)
    return match[1].lower() if match else ""


def _session_of_environment() -> requests.Session | None:
    """A session for the proxies that the environment names; none is needed without."""
    from urllib.request import getproxies

    if not getproxies():
        return None
    import requests

    return requests.Session()
