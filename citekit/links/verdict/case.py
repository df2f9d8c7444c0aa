"""All that the rules look at: the link, the answer, and what was asked beside it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from citekit.links.client.answer import PERMANENT
from citekit.links.exchange import Exchange
from citekit.links.verdict.lazy import lazy
from citekit.links.verdict.likeness import coverage, terms
from citekit.links.verdict.page import Page, is_html, page_of
from citekit.model import Link

FEWEST = 2  # terms of a title that tell anything
MOST_OF_IT = 0.8


@dataclass(frozen=True, kw_only=True)
class Case:
    """A link with its answer and the evidence; the page is read once, when a rule first asks for it.

    `siblings` are the answers to addresses made up beside the one cited, `tail` that to a request for the last bytes.
    """

    link: Link
    exchange: Exchange
    siblings: tuple[Exchange, ...] = ()
    tail: Exchange | None = None

    @lazy
    def page(self) -> Page:
        return page_of(self.exchange) if self.html else Page()

    @lazy
    def named(self) -> bool:
        """Whether the page bears the cited title: then it is what is cited, whatever else speaks against it."""
        if not self.link.title or len(set(terms(self.link.title))) < FEWEST:
            return False
        heads = " ".join((self.page.title, *self.page.headings, *self.page.described))
        return coverage(self.link.title, heads) >= MOST_OF_IT

    @lazy
    def html(self) -> bool:
        """Whether the answer is a web page."""
        return is_html(self.exchange)

    @lazy
    def redirects(self) -> tuple[int, ...]:
        """The statuses of the redirects on the way, in order."""
        return tuple(hop.status for hop in self.exchange.hops if hop.location)

    @property
    def for_good(self) -> str:
        """Where the permanent redirects from the start on have led; empty if there are none."""
        target = ""
        for hop in self.exchange.hops:
            if not hop.location or hop.status not in PERMANENT:
                break
            target = hop.location
        return target


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """What a rule has found: the name of a row of `CAUSES`, what was seen, and the address to use instead, if any."""

    cause: str
    detail: str = ""
    target: str = ""


Rule = Callable[[Case], Finding | None]
