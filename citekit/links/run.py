"""A run: every address that is due is asked once, and what became of it goes into the history."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from citekit.links.causes import CAUSES
from citekit.links.checker import Checker
from citekit.links.client import Client, ClientOptions, NoAnswerError, Resolver, SystemResolver
from citekit.links.client.loops import new_event_loop
from citekit.links.history import History
from citekit.model import Link, Verdict

if TYPE_CHECKING:
    import requests

TICK = 0.1
"""Seconds between two looks at what waits to be committed."""
CANARY = "example.com"
"""A name that IANA keeps for ever (RFC 2606)."""
OFFLINE = f"no name is known here, not even {CANARY}: is this machine online?"


def addresses(links: Iterable[Link]) -> dict[str, Link]:
    """One link for each address, in order: the first whose citation has a title, by which a page can be recognised.

    >>> addresses([Link(url="http://a.example/"), Link(url="http://a.example/", title="Cables")]).popitem()[1].title
    'Cables'
    """
    found: dict[str, Link] = {}
    for link in links:
        known = found.setdefault(link.url, link)
        if link.title and not known.title:
            found[link.url] = link
    return found


def due(links: Iterable[Link], history: History, max_age: timedelta) -> list[Link]:
    """A link for each address that has to be asked."""
    return [link for url, link in addresses(links).items() if not history.is_settled(url, max_age)]


@dataclass(slots=True, kw_only=True)
class Ledger:
    """Takes the verdicts of a run. That a name does not exist is believed only once some host has answered: where no
    network is, some systems say so of every name. Until then such verdicts are held back."""

    history: History
    told: Callable[[Link, Verdict], None]
    answered: bool = False
    held: list[Verdict] = field(default_factory=list)

    def take(self, link: Link, verdict: Verdict) -> None:
        """One verdict."""
        if verdict.status and not self.answered:
            self.answered = True
            self.release()
        if verdict.cause == "dns" and not self.answered:
            self.held.append(verdict)
        else:
            self.history.record(verdict)
        self.told(link, verdict)

    def release(self, online: bool = True) -> None:
        """What was held back is recorded: as it is, or as a failure that may pass if there is no network."""
        for verdict in self.held:
            if not online:
                passing = CAUSES["dns-failure"]
                verdict = replace(verdict, cause=passing.name, outcome=passing.outcome, detail=OFFLINE)
            self.history.record(verdict)
        self.held.clear()


def run(
    asked: Iterable[Link],
    history: History,
    options: ClientOptions,
    session: requests.Session | None = None,
    told: Callable[[Link, Verdict], None] = lambda link, verdict: None,
) -> None:
    """Asks the links, each an address of its own, and records the verdicts; `told` hears of each.

    The history must have begun a run; it is finished if all went well. Interrupted or killed, the run is gone on with
    by the next one.
    """
    ledger = Ledger(history=history, told=told)
    with asyncio.Runner(loop_factory=new_event_loop) as runner:
        try:
            runner.run(_run(asked, ledger, options, session))
        finally:
            history.flush()
    history.finish()


async def _run(asked: Iterable[Link], ledger: Ledger, options: ClientOptions, session: requests.Session | None) -> None:
    clock = asyncio.create_task(_ticking(ledger.history))
    try:
        async with Client(options, session) as client:
            async for batch in Checker(client).run(asked):
                for link, verdict in batch:
                    ledger.take(link, verdict)
                ledger.history.tick()
        if ledger.held:
            ledger.release(online=await _knows_names(options.resolver or SystemResolver()))
    finally:
        clock.cancel()


async def _knows_names(resolver: Resolver) -> bool:
    """Whether a name that always exists is known here."""
    try:
        return bool(await resolver(CANARY, 80))
    except NoAnswerError:
        return False


async def _ticking(history: History) -> None:
    while True:
        await asyncio.sleep(TICK)
        history.tick()
