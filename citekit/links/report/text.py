"""The report for a terminal: what a person should look at, file by file, and a summary."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby, islice

from citekit.columns import table
from citekit.library.tex import clean
from citekit.links.report.row import STATES, Report, Row, State, place, said

TOGETHER = 500
"""Rows that are aligned together: a longer table is aligned piece by piece, not held in memory."""
WORDS: dict[State, str] = {"rotten": "rotten", "unsure": "unsure", "moved": "moved", "kept": "kept", "ok": "fine"}
_COLOURS = {"rotten": "31", "unsure": "33", "moved": "36", "kept": "36"}  # ANSI: red, yellow, cyan


def write(report: Report) -> Iterator[str]:
    """A table for each file, under each row what was seen and where a copy is; then how many links are how."""
    for source, rows in groupby(report.found(), key=lambda row: row.link.source):
        yield f"{clean(source)}\n"
        while piece := list(islice(rows, TOGETHER)):
            yield from _piece(piece, report.colour)
        yield "\n"
    yield summary(report) + "\n"


def summary(report: Report) -> str:
    """How many links there are and how they are.

    >>> summary(Report(rows=lambda: iter(()), counts={"ok": 5, "rotten": 2, "new": 1}, compared=True))
    '7 links: 2 rotten (1 new), 5 fine'
    """
    total = report.total
    new = f" ({report.counts.get('new', 0)} new)" if report.compared else ""
    words = [
        f"{report.counts[state]} {WORDS[state]}{new if state == 'rotten' else ''}"
        for state in STATES
        if report.counts.get(state)
    ]
    return f"{total} link{'' if total == 1 else 's'}" + (f": {', '.join(words)}" if words else "")


def _piece(rows: list[Row], colour: bool) -> Iterator[str]:
    cells = [(_word(row), place(row), clean(row.link.url)) for row in rows]
    for row, line in zip(rows, table(cells).splitlines(), strict=True):
        yield f"  {_painted(line, row.state) if colour else line}\n"
        yield from (f"      {one}\n" for one in below(row))


def _word(row: Row) -> str:
    return f"{WORDS[row.state]}{' (known)' if row.is_known else ''}"


def below(row: Row) -> Iterable[str]:
    """The lines under a row: what was seen, what to do, where a copy is."""
    return map(clean, _below(row))


def _below(row: Row) -> Iterator[str]:
    seen = said(row)
    yield f"{row.verdict.cause}: {seen}"
    if row.advice and row.advice not in seen and row.state != "moved":
        yield row.advice
    if row.copy:
        yield f"copy of {row.copy.day}: {row.copy.address}"
    elif row.link.archive:
        yield f"cited with its copy: {row.link.archive}"
    elif row.state == "rotten":
        yield from (f"look at {name}: {address}" for name, address in row.pages.items())


def _painted(line: str, state: State) -> str:
    word = WORDS[state]
    return f"\x1b[{_COLOURS[state]}m{word}\x1b[0m{line.removeprefix(word)}"
