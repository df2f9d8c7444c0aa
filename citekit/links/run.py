"""A run: every address that is due is asked once, and what became of it goes into the history."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Iterable
from datetime import timedelta
from typing import TYPE_CHECKING

from citekit.links.checker import Checker
from citekit.links.client import Client, ClientOptions
from citekit.links.client.loops import new_event_loop
from citekit.links.history import History
from citekit.model import Link, Verdict

if TYPE_CHECKING:
    import requests

TICK = 0.1
"""Seconds between two looks at what waits to be committed."""


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


def run(
    asked: Iterable[Link],
    history: History,
    options: ClientOptions,
    session: requests.Session | None = None,
    told: Callable[[Link, Verdict], None] | None = None,
) -> None:
    """Asks the links, each an address of its own, and records the verdicts; `told` hears of each.

    The history must have begun a run; it is finished if all went well. Interrupted or killed, the run is gone on with
    by the next one.
    """
    with asyncio.Runner(loop_factory=new_event_loop) as runner:
        try:
            runner.run(_run(asked, history, options, session, told))
        finally:
            history.flush()
    history.finish()


async def _run(
    asked: Iterable[Link],
    history: History,
    options: ClientOptions,
    session: requests.Session | None,
    told: Callable[[Link, Verdict], None] | None,
) -> None:
    clock = asyncio.create_task(_ticking(history))
    try:
        async with Client(options, session) as client:
            async for batch in Checker(client).run(asked):
                for link, verdict in batch:
                    history.record(verdict)
                    if told:
                        told(link, verdict)
                history.tick()
    finally:
        clock.cancel()


async def _ticking(history: History) -> None:
    while True:
        await asyncio.sleep(TICK)
        history.tick()
