"""What is behind the links: each address asked, each document read, each identifier looked up.

services     records by DOI, arXiv number and ISBN
references   a page as a reference, and compared with what is cited
fill         what a `.bib` file leaves empty
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from citekit.links.bases import Bases
from citekit.links.client import Client, ClientOptions
from citekit.links.client.loops import iterate
from citekit.links.exchange import Exchange
from citekit.links.hosts import Institution, institution, permanent
from citekit.links.pages import PageFacts, facts
from citekit.links.resolve.references import agreement, completed, institution_of, reference_of
from citekit.links.resolve.services import NONE, Question, question
from citekit.links.verdict import judge
from citekit.model import Link, Reference

if TYPE_CHECKING:
    import requests

NOTHING_SAID = PageFacts()
LARGEST = 32 << 20
"""Bytes of a document at most: a PDF cannot be read by its beginning."""
AGREES = 0.5
"""The part of a title that another has to hold to be the same."""
SAME_CAUSES = frozenset(("ok", "moved", "redirected", "tls-incomplete"))
"""What a document that is read as the cited one may have met."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """A link and what is behind it: the last address, its status, the cause as in a check, what the document says of
    itself, and the reference that this makes (None if nothing was found). `agrees` compares the cited title with the
    document's, from 0 to 1, None where there is nothing to compare; `service` names whose record it is; `permanent` is
    the address under which the page stays, where its host has such a rule."""

    link: Link
    final: str = ""
    status: int = 0
    cause: str = "ok"
    detail: str = ""
    facts: PageFacts = NOTHING_SAID
    institution: str = ""
    institution_english: str = ""
    reference: Reference | None = None
    agrees: float | None = None
    service: str = ""
    permanent: str = ""

    @property
    def trusted(self) -> bool:
        """Whether the document is the cited one, as far as its title tells."""
        return self.reference is not None and (self.agrees is None or self.agrees >= AGREES)


def resolve(
    links: Iterable[Link],
    bases: Bases | None = None,
    options: ClientOptions | None = None,
    session: requests.Session | None = None,
) -> Iterator[Resolved]:
    """Each link with what is behind it, in the order of the links; the same address is asked once.

    Never raises for what a server or a document does. Services whose base a caller has set may stand in a private
    network; for other addresses the options decide.

    >>> [(found.cause, found.reference) for found in resolve([Link(url="http://127.0.0.1/")])]
    [('private', None)]
    """
    wanted = list(links)
    known = bases or Bases()
    usual = replace(options or ClientOptions(), max_bytes=LARGEST)
    firsts = {link.url: link for link in reversed(wanted)}
    asked = [question(link, known) for link in firsts.values()]
    found: dict[str, Resolved] = {}
    for own in (True, False):
        some = [one for one in asked if (one.service is not None and _is_own(one, known)) is own]
        if some:
            chosen = replace(usual, allow_private=True) if own else usual
            found |= {one.link.url: one for one in _ask(some, chosen, session)}
    for link in wanted:
        yield _compared(replace(found[link.url], link=link))


def _is_own(asked: Question, bases: Bases) -> bool:
    """Whether the base of the service is one that somebody has set."""
    usual = Bases()
    mine = (base for name in ("doi", "arxiv_api", "isbn") if (base := getattr(bases, name)) != getattr(usual, name))
    return any(asked.url.startswith(base.partition("{}")[0]) for base in mine)


def _ask(asked: Iterable[Question], options: ClientOptions, session: requests.Session | None) -> Iterator[Resolved]:
    async def batches() -> AsyncIterator[list[Resolved]]:
        async with Client(options, session) as client:

            async def answer(one: Question) -> Resolved:
                return await _answer(client, one)

            async for batch in client.spread(asked, answer, lambda one: one.url):
                yield batch

    return iterate(batches)


async def _answer(client: Client, asked: Question) -> Resolved:
    headers: Mapping[str, str] = asked.service.headers if asked.service else NONE
    exchange = await client.fetch(asked.url, headers=headers)
    if asked.service is None:
        return _of_page(asked.link, exchange)
    if record := _record(asked, exchange):
        told = PageFacts(kind="record", title=record.title, date=record.issued, authors=record.author, doi=record.DOI)
        return Resolved(
            link=asked.link,
            final=exchange.final,
            status=exchange.status,
            facts=told,
            institution=record.publisher,
            reference=record,
            service=asked.service.name,
        )
    if headers and not asked.link.url.startswith("urn:"):
        exchange = await client.fetch(asked.url)  # the page that a reader would see
    return _of_page(asked.link, exchange)


def _record(asked: Question, exchange: Exchange) -> Reference | None:
    if asked.service is None or not 200 <= exchange.status < 300:
        return None
    record = asked.service.read(exchange.body, asked.identifier)
    return completed(record, asked.link) if record else None


def _of_page(link: Link, exchange: Exchange) -> Resolved:
    """What a page or file is behind a link; of one that is gone nothing but why."""
    verdict = judge(replace(link, title=""), exchange)  # drift is for the comparison to tell
    behind = institution(exchange.final or link.url) or institution(link.url)
    told = PageFacts()
    if exchange.body and exchange.status < 400:
        told = facts(exchange.body, exchange.headers.get("content-type", ""), _names(behind))
    speaks = verdict.cause == "empty" and _speaks(link, told)
    found = (verdict.cause in SAME_CAUSES or speaks) and bool(told.title or told.heading)
    return Resolved(
        link=link,
        final=exchange.final or link.url,
        status=exchange.status,
        cause="ok" if speaks else verdict.cause,
        detail=verdict.detail or exchange.detail,
        facts=told,
        institution=institution_of(told, behind),
        institution_english=behind.english if behind else "",
        reference=reference_of(link, told, behind) if found else None,
        permanent=permanent(link.url),
    )


def _speaks(link: Link, told: PageFacts) -> bool:
    """Whether a page without text, which scripts may fill, says what it is."""
    declared = told.heading or told.date or told.authors or told.doi
    return bool(declared) or (agreement(link.title, told.title) or 0) >= AGREES


def _names(behind: Institution | None) -> tuple[str, ...]:
    return (behind.name, behind.english, *behind.also) if behind else ()


def _compared(found: Resolved) -> Resolved:
    """The titles compared, and the reference with the day on which this citation was looked up."""
    record = found.reference
    if record is None:
        return found
    record = replace(record, accessed=found.link.accessed or record.accessed)
    agrees = agreement(found.link.title, record.title, found.facts.heading)
    return replace(found, agrees=agrees, reference=record)
