"""Links to verdicts: asks every address, asks further where one answer is not enough, and judges."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Iterator
from typing import TYPE_CHECKING

from citekit.links.client import Client, ClientOptions
from citekit.links.client.loops import iterate
from citekit.links.verdict import verdict_of
from citekit.links.verdict.case import Case
from citekit.model import Link, Verdict

if TYPE_CHECKING:
    import requests


def check(
    links: Iterable[Link], options: ClientOptions | None = None, session: requests.Session | None = None
) -> Iterator[tuple[Link, Verdict]]:
    """Each link with its verdict, in the order in which they come. Links with the same address are asked once each.

    >>> [(link.url, verdict.cause) for link, verdict in check([Link(url="mailto:a@a.example")])]
    [('mailto:a@a.example', 'unsupported')]
    """

    async def batches() -> AsyncIterator[list[tuple[Link, Verdict]]]:
        async with Client(options, session) as client:
            async for batch in Checker(client).run(links):
                yield batch

    return iterate(batches)


class Checker:
    """Checks links through a client that the caller has opened."""

    def __init__(self, client: Client) -> None:
        self._client = client

    def run(self, links: Iterable[Link]) -> AsyncIterator[list[tuple[Link, Verdict]]]:
        """Links with their verdicts, in batches as they come."""
        return self._client.spread(links, self.check, _url)

    async def check(self, link: Link) -> tuple[Link, Verdict]:
        """One link with its verdict."""
        case = Case(link=link, exchange=await self._client.fetch(link.url))
        return link, verdict_of(case)


def _url(link: Link) -> str:
    return link.url
