"""What a report counts: links by the year of their citation, by host, by age."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from citekit.links.report.row import Row, State

AGES = ((2, "up to 1 year"), (6, "2 to 5 years"), (11, "6 to 10 years"), (21, "11 to 20 years"))
"""The groups of ages: the first age that belongs to the next one, and the name."""
OLDER = "over 20 years"
UNKNOWN = "age unknown"
STRANGE = "no address"


@dataclass(slots=True, kw_only=True)
class Figures:
    """The links of each year, host and age by state."""

    years: dict[int, Counter[State]] = field(default_factory=dict)
    hosts: dict[str, Counter[State]] = field(default_factory=dict)
    ages: dict[str, Counter[State]] = field(default_factory=dict)


def figures(rows: Iterable[Row], now: int) -> Figures:
    """The figures of some rows in the year `now`."""
    found = Figures()
    for row in rows:
        year = cited_in(row)
        if year:
            found.years.setdefault(year, Counter())[row.state] += 1
        found.hosts.setdefault(host_of(row.link.url), Counter())[row.state] += 1
        found.ages.setdefault(age(year, now), Counter())[row.state] += 1
    return found


def cited_in(row: Row) -> int:
    """The year in which a page was read, else that in which it came out; 0 if neither is known."""
    for date in (row.link.accessed, row.link.issued):
        if date and date.year:
            return date.year
    return 0


def age(year: int, now: int) -> str:
    """The group of ages to which a citation belongs.

    >>> age(2023, 2026), age(1999, 2026), age(0, 2026)
    ('2 to 5 years', 'over 20 years', 'age unknown')
    """
    if not year:
        return UNKNOWN
    return next((name for limit, name in AGES if now - year < limit), OLDER)


def host_of(url: str) -> str:
    """The host of an address, without www.

    >>> host_of("https://www.mofa.go.jp/a"), host_of("doi:10.1")
    ('mofa.go.jp', 'no address')
    """
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        host = ""
    return host.removeprefix("www.") or STRANGE


def worst_first(groups: Mapping[str, Counter[State]]) -> list[tuple[str, Counter[State]]]:
    """Groups with the most rot first, then the most doubt, then the largest."""
    return sorted(groups.items(), key=lambda pair: (-pair[1]["rotten"], -pair[1]["unsure"], -pair[1].total(), pair[0]))
