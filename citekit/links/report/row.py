"""What a report is made of: one row a cited link, and the report itself, whose rows can be gone through again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Literal

from citekit.library.tex import clean
from citekit.links.archives.copy import Copy
from citekit.links.causes import CAUSES
from citekit.model import Link, Verdict

State = Literal["rotten", "unsure", "moved", "kept", "ok"]
STATES: tuple[State, ...] = ("rotten", "unsure", "moved", "kept", "ok")
"""The states in which reports sort links, the worst first: the three outcomes, what lives at another address (moved),
and what is gone, but cited with an archived copy (kept)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A link where it is cited, with what became of it; `copy` is an archived one, `pages` are archives in which a
    person may look for others; `is_known` if an earlier run had found the same."""

    link: Link
    verdict: Verdict
    copy: Copy | None = None
    pages: Mapping[str, str] = field(default_factory=dict)
    is_known: bool = False

    @property
    def state(self) -> State:
        if self.verdict.outcome == "ok":
            return "moved" if self.verdict.cause == "moved" else "ok"
        return "kept" if self.verdict.outcome == "rotten" and self.link.archive else self.verdict.outcome

    @property
    def advice(self) -> str:
        cause = CAUSES.get(self.verdict.cause)
        return cause.advice if cause else ""

    @property
    def line(self) -> int:
        """The line of the file; 1 where nothing says which, as code hosts want a line."""
        return max(1, self.link.span.line) if self.link.span else 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """The rows of a run. `rows` begins anew each time it is called, so that a hundred thousand rows need not be held
    in memory; `counts` are the links by state, and under `new` those that no earlier run had found rotten.

    `marked` gives only the rows that a person should look at, where somebody knows a shorter way to them.
    `compared` says whether there was an earlier run to compare with, `made` is the day of the report, `colour` whether
    it goes to a terminal that shows colours.
    """

    rows: Callable[[], Iterator[Row]]
    counts: Mapping[str, int]
    marked: Callable[[], Iterator[Row]] | None = None
    files: tuple[str, ...] = ()
    made: str = ""
    compared: bool = False
    strict: bool = False
    colour: bool = False

    @property
    def total(self) -> int:
        return sum(self.counts.get(state, 0) for state in STATES)

    def found(self) -> Iterator[Row]:
        """The rows that a person should look at."""
        return (row for row in (self.marked or self.rows)() if row.state != "ok")


def counted(rows: Iterator[Row]) -> Counter[str]:
    """Links by state, and under `new` the rotten ones that were not known, under `doubtful` such unsure ones."""
    counts: Counter[str] = Counter()
    for row in rows:
        counts[row.state] += 1
        if not row.is_known and row.state in ("rotten", "unsure"):
            counts["new" if row.state == "rotten" else "doubtful"] += 1
    return counts


def place(row: Row) -> str:
    """Where in its file a link stands, in words.

    >>> from citekit.model import Span
    >>> verdict = Verdict(url="", cause="ok", outcome="ok")
    >>> place(Row(link=Link(url="", note=12, span=Span(start=0, end=1, page=3)), verdict=verdict))
    'note 12, p. 3'
    """
    link = row.link
    span = link.span
    parts = (
        link.key,
        f"note {link.note}" if link.note else "",
        f"entry {link.entry}" if link.entry else "",
        f"line {span.line}" if span and span.line else "",
        f"p. {span.page}" if span and span.page and not span.line else "",
    )
    return clean(", ".join(filter(None, parts)))


def said(row: Row) -> str:
    """What became of a link, in one line: what was seen, else what it means.

    >>> said(Row(link=Link(url=""), verdict=Verdict(url="", cause="broken", outcome="rotten", status=404)))
    'the server says that it is not there: cite an archived copy (404)'
    """
    verdict = row.verdict
    words = verdict.detail or row.advice or verdict.cause
    if row.state == "moved" and verdict.target not in verdict.detail:
        words = f"now at {verdict.target}"
    status = f" ({verdict.status})" if verdict.status >= 300 and str(verdict.status) not in words else ""
    return clean(words + status)


def fingerprint(row: Row, seen: Counter[str]) -> str:
    """A name for a link in a file that stays when lines move; `seen` numbers those that are cited several times."""
    link = row.link
    parts = (link.source.replace("\\", "/"), link.key, link.field, link.url)
    name = sha256("\0".join(parts).encode("utf-8", "surrogatepass")).hexdigest()[:32]
    seen[name] += 1
    return f"{name}:{seen[name]}"
