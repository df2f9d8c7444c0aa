"""Links to verdicts: asks every address, asks further where one answer is not enough, and judges."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator, Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from citekit.links.client import Client, ClientOptions
from citekit.links.client.loops import iterate
from citekit.links.exchange import Exchange
from citekit.links.verdict import find, verdict_of
from citekit.links.verdict.case import Case, Finding
from citekit.links.verdict.page import MOST
from citekit.links.verdict.rules.soft404 import like
from citekit.links.verdict.rules.truncated import LAST, wants_tail
from citekit.links.verdict.site import directory, is_home, sibling
from citekit.model import Link, Verdict

if TYPE_CHECKING:
    import requests

ASKED_FURTHER = frozenset(("ok", "moved", "redirected", "tls-incomplete", "drift"))  # a soft 404 may look like these
KEPT = 256  # answers to made-up addresses that are pages
KEPT_HONEST = 20_000  # folders known to say honestly what is not there


def check(
    links: Iterable[Link], options: ClientOptions | None = None, session: requests.Session | None = None
) -> Iterator[tuple[Link, Verdict]]:
    """Each link with its verdict, in the order in which they come. The same address twice is asked twice.

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
        self._honest: dict[tuple[str, str, int], int] = {}
        self._siblings: OrderedDict[tuple[str, str, int], asyncio.Future[Exchange]] = OrderedDict()

    def run(self, links: Iterable[Link]) -> AsyncIterator[list[tuple[Link, Verdict]]]:
        """Links with their verdicts, in batches as they come."""
        return self._client.spread(links, self.check, _url)

    async def check(self, link: Link) -> tuple[Link, Verdict]:
        """One link with its verdict."""
        case = Case(link=link, exchange=await self._client.fetch(link.url))
        finding = find(case)
        if wants_tail(case):
            last = await self._client.fetch(
                case.exchange.final, headers={"Range": f"bytes=-{LAST}"}, max_bytes=2 * LAST
            )
            case = replace(case, tail=last)
            finding = find(case)
        elif wants_sibling(case, finding):
            beside = await self._beside(case)
            finding = find(beside) if beside.siblings else finding
        return link, verdict_of(case, finding)

    async def _beside(self, case: Case) -> Case:
        """The case with the answers to one or two made-up addresses."""
        base = _base(case)
        first = await self._sibling(base, 0)
        if first is None:
            return case
        if first.status != 200:
            return case
        case = _with(case, first)
        same_end = case.redirects and first.final == case.exchange.final
        if same_end or like(case, [first], loosely=True):
            second = await self._sibling(base, 1)
            case = _with(case, first, second) if second is not None else case
        return case

    async def _sibling(self, url: str, turn: int) -> Exchange | None:
        """The answer to a made-up address, asked once for all that stand in the same folder; None if there is none."""
        key = (*directory(url), turn)
        if key in self._honest:
            return Exchange(url=url, final=url, status=self._honest[key])
        made_up = sibling(url, turn)
        if not made_up:
            return None
        known = self._siblings.get(key)
        if known is None or known.cancelled():
            known = self._siblings[key] = asyncio.ensure_future(self._client.fetch(made_up, max_bytes=MOST))
            if len(self._siblings) > KEPT:
                self._siblings.popitem(last=False)
        answer = await asyncio.shield(known)
        if answer.status != 200 and len(self._honest) < KEPT_HONEST:
            self._honest[key] = answer.status
            self._siblings.pop(key, None)
        return answer


def wants_sibling(case: Case, finding: Finding) -> bool:
    """Whether a made-up address may tell more: of a page that seems to be there and does not bear the cited title."""
    return (
        finding.cause in ASKED_FURTHER
        and case.exchange.status == 200
        and case.html
        and not case.named
        and not is_home(case.link.url)
    )


def _base(case: Case) -> str:
    """The address to make siblings of: the cited one, or where the same path has been led to (https, www.)."""
    if not case.redirects:
        return case.link.url
    cited, final = urlsplit(case.link.url), urlsplit(case.exchange.final)
    return case.exchange.final if (cited.path, cited.query) == (final.path, final.query) else case.link.url


def _with(case: Case, *siblings: Exchange) -> Case:
    """The case with siblings; the page that has been read stays with it."""
    new = replace(case, siblings=siblings)
    new.__dict__["page"] = case.page
    return new


def _url(link: Link) -> str:
    return link.url
