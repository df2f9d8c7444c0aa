"""Markdown for the step summary of GitHub Actions, a comment on a merge request, or a page of a wiki."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import quote

from citekit.links.report.row import STATES, Report, Row, State, place, said
from citekit.links.report.text import WORDS

MOST = 500
"""Rows of a table; a step summary holds 1 MiB."""
MARKS: dict[State, str] = {"rotten": "🔴", "unsure": "🟡", "moved": "🔵", "kept": "🟣", "ok": "🟢"}
_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#|~])")
HEADS: dict[State, str] = {
    "rotten": "Rotten links",
    "unsure": "Links that a person should look at",
    "moved": "Links that have moved for good",
    "kept": "Links that are gone, but cited with a copy",
    "ok": "",
}


def write(report: Report) -> Iterator[str]:
    """How many links are how, then a table of the rotten ones, and folded away those to look at and the moved ones."""
    yield "## Links\n\n"
    yield f"| {' | '.join(f'{MARKS[state]} {WORDS[state]}' for state in STATES)} | all |\n"
    yield f"| {' | '.join('--:' for _ in STATES)} | --: |\n"
    yield f"| {' | '.join(str(report.counts.get(state, 0)) for state in STATES)} | {report.total} |\n"
    for state in STATES[:-1]:
        if report.counts.get(state):
            yield from _section(report, state)


def _section(report: Report, state: State) -> Iterator[str]:
    count = report.counts[state]
    folded = state != "rotten"
    head = f"{HEADS[state]} ({count})"
    yield f"\n<details><summary>{head}</summary>\n\n" if folded else f"\n### {head}\n\n"
    yield "| cited in | address | what was seen | instead |\n| --- | --- | --- | --- |\n"
    rows = (row for row in report.found() if row.state == state)
    for row in islice(rows, MOST):
        yield _row(row)
    if count > MOST:
        yield f"\n… and {count - MOST} more.\n"
    if folded:
        yield "\n</details>\n"


def _row(row: Row) -> str:
    where = " ".join(filter(None, (row.link.source, place(row))))
    known = " (known)" if row.is_known else ""
    cells = (_plain(where), _link(row.link.url, row.link.url), f"{row.verdict.cause}: {_plain(said(row))}{known}")
    return f"| {' | '.join((*cells, _instead(row)))} |\n"


def _instead(row: Row) -> str:
    if row.state == "moved":
        return _link("new address", row.verdict.target)
    if row.link.archive:
        return _link("the copy cited", row.link.archive)
    if row.copy:
        return _link(f"copy of {row.copy.day}", row.copy.address)
    if row.state == "rotten":
        return ", ".join(_link(name, address) for name, address in row.pages.items())
    return ""


def _link(text: str, address: str) -> str:
    """A link, if it is one to the web; in `<>` an address may hold brackets, but no blanks, angles and bars."""
    if not address.lower().startswith(("http://", "https://")):
        return _plain(text)
    target = re.sub(r"[\s<>|\\]", lambda found: quote(found[0]), address)
    return f"[{_plain(text)}](<{target}>)"


def _plain(text: str) -> str:
    """The text as it is, without Markdown's marks meaning anything, on one line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))
