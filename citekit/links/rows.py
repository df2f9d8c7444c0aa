"""From the history to the rows of a report: where each link is cited, what all passes say of it, where a copy is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from citekit.links.archives.copy import Copy, moment_of, nearest
from citekit.links.archives.find import Search, pages
from citekit.links.history import History
from citekit.links.history.strikes import STRIKES
from citekit.links.report.baseline import Baseline, is_known
from citekit.links.report.row import Row
from citekit.model import Date, Link, Verdict

TOGETHER = 4
"""Addresses for which archives are asked at a time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """On which terms a link counts: `strikes` as in the history; `accepted` are the statuses and causes that are fine,
    for all hosts (under the empty name) or for one and those below it; `baseline` what is known; `cited_on` the date of
    citations that tell none."""

    strikes: int = STRIKES
    accepted: Mapping[str, Sequence[str]] = field(default_factory=dict)
    baseline: Baseline = field(default_factory=dict)
    cited_on: Date | None = None


def rows(links: Iterable[Link], history: History, terms: Terms) -> Iterator[Row]:
    """A row for each link that was ever asked, in order."""
    for link in links:
        verdict = history.standing(link.url, terms.strikes)
        if verdict is None:
            continue
        verdict = _accepted(verdict, terms.accepted)
        if verdict.outcome != "rotten":
            yield Row(link=link, verdict=verdict, is_known=is_known(verdict, terms.baseline))
            continue
        wanted = wanted_for(link, terms)
        yield Row(
            link=link,
            verdict=verdict,
            copy=nearest(history.copies(link.url), wanted),
            pages=pages(link.url, wanted),
            is_known=is_known(verdict, terms.baseline),
        )


def marked(links: Iterable[Link], history: History, terms: Terms) -> Iterator[Row]:
    """The rows of the links that a person should look at: those of `rows`, without asking the history about each link
    that is fine."""
    troubled = history.troubled()
    found = rows((link for link in links if link.url in troubled), history, terms)
    return (row for row in found if row.state != "ok")


def wanted_for(link: Link, terms: Terms) -> str:
    """The moment of which a copy is wanted: when the page was read, else the article's date, else when it came out."""
    return moment_of(link.accessed) or moment_of(terms.cited_on) or moment_of(link.issued)


def look_for_copies(found: Iterable[Row], history: History, search: Search, terms: Terms) -> Iterator[Copy | None]:
    """Asks archives for a copy of every rotten address of which none is known, and adds what there is to the history;
    gives the answers as they come."""
    without = {row.link.url: row.link for row in found if row.state == "rotten" and row.copy is None}
    with ThreadPoolExecutor(TOGETHER, thread_name_prefix="citekit-copies") as threads:
        asked = [threads.submit(search.nearest, url, wanted_for(link, terms)) for url, link in without.items()]
        try:
            for answer in asked:
                copy = answer.result()
                if copy:
                    history.add_copy(copy)
                yield copy
        finally:
            for answer in asked:
                answer.cancel()


def without(links: Iterable[Link], patterns: Iterable[str]) -> Iterator[Link]:
    """The links in which none of the regular expressions is found.

    >>> [link.url for link in without([Link(url="http://a.example/x"), Link(url="http://b.example/")], ["^http://b"])]
    ['http://a.example/x']
    """
    compiled = [re.compile(pattern) for pattern in patterns]
    return (link for link in links if not any(pattern.search(link.url) for pattern in compiled))


def _accepted(verdict: Verdict, accepted: Mapping[str, Sequence[str]]) -> Verdict:
    """The verdict, fine if its status or cause is accepted."""
    if verdict.outcome == "ok" or not accepted:
        return verdict
    host = _host(verdict.url)
    for name, words in accepted.items():
        here = not name or host == name or host.endswith(f".{name}")
        word = next((word for word in words if word in (str(verdict.status), verdict.cause)), "") if here else ""
        if word:
            return replace(verdict, outcome="ok", detail=f"{word} is accepted{f' from {name}' if name else ''}")
    return verdict


def _host(url: str) -> str:
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""
