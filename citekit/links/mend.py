"""What a check has found, put into the bibliography: the copy of a rotten page, the new address of a moved one.

biblatex has no fields for copies; `archiveurl` and `archivedate` are what its users declare for them in a data model,
after the templates of Wikipedia, and all other programs leave them alone. In a verbatim field an address stands as it
is, in any other one it is escaped.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from citekit.library.splice import spliced
from citekit.library.tex import escape
from citekit.links.report.row import Row
from citekit.lint.entry import BibEntry, read_entries
from citekit.model import Message

COPY, DAY = "archiveurl", "archivedate"
_VERBATIM = frozenset({"url", COPY})
_NUMBERS = frozenset({"doi", "eprint"})
"""Fields that hold a number, from which the address was made."""
_COMMAND = re.compile(r"\\(?:url|href|path|nolinkurl)\s*\{$")
_BRACES = str.maketrans({"{": "%7B", "}": "%7D", " ": "%20"})


def mended(text: str, rows: Iterable[Row]) -> tuple[str, tuple[Message, ...]]:
    """The text of a `.bib` file with copies and new addresses, and what was done or left, one message an entry.

    Nothing that somebody wrote is lost: `archiveurl` goes only into an entry that has none, and an address is replaced
    only where it still stands as it was when it was checked.
    """
    found: dict[str, list[Row]] = {}
    for row in rows:
        if row.link.key and (row.copy or row.state == "moved"):
            found.setdefault(row.link.key, []).append(row)
    edits: list[tuple[int, int, str]] = []
    messages: list[Message] = []
    for entry in read_entries(text).entries:
        changes, said = _changes(entry, found.get(entry.key, ()))
        messages += (Message(text=f"{entry.key}: {one}", level="info", span=entry.span) for one in said)
        if changes:
            edits.append((entry.span.start, entry.span.end, entry.changed(changes).text))
    return spliced(text, edits), tuple(messages)


def _changes(entry: BibEntry, rows: Sequence[Row]) -> tuple[dict[str, str], list[str]]:
    """The fields that change in an entry, with their new values, and what there is to say."""
    changes: dict[str, str] = {}
    said: list[str] = []
    for row in sorted(rows, key=lambda row: row.link.field != "url"):
        if _printed(entry, row) is None:
            said.append(f"{row.link.url} no longer stands in {row.link.field}; the entry is left as it is")
        elif row.state == "moved":
            new = _moved(entry, row, changes)
            changes |= new
            said += [f"{name} is now {row.verdict.target}" for name in new]
        elif row.copy and _wants_copy(entry, row, changes):
            address = row.copy.address.translate(_BRACES)
            changes |= {COPY: address} | ({} if DAY in entry.values else {DAY: row.copy.day})
            said.append(f"{COPY} is the copy of {row.copy.day}")
    return changes, said


def _printed(entry: BibEntry, row: Row) -> str | None:
    """The value of the field in which the link was found, if it still stands there as it was."""
    value = entry.values.get(row.link.field)
    return value if value is not None and (row.link.raw or row.link.url) in value else None


def _wants_copy(entry: BibEntry, row: Row, changes: Mapping[str, str]) -> bool:
    """Whether the entry has no copy, and the link is what its reader would follow: `url`, another field without it."""
    other = row.link.field != "url" and ("url" in entry.values or row.link.field in _NUMBERS)
    return not other and COPY not in entry.values and COPY not in changes and not row.link.archive


def _moved(entry: BibEntry, row: Row, changes: Mapping[str, str]) -> dict[str, str]:
    """The field with the new address in place of the old one; nothing where that is not plain: a number, a macro, a
    field that stands twice, an address that stands in it twice."""
    name, raw = row.link.field, row.link.raw or row.link.url
    value = changes.get(name, entry.values.get(name, ""))
    plain = name in entry.plain and name not in entry.twice and name not in _NUMBERS
    if not plain or value.count(raw) != 1 or row.link.archive:
        return {}
    before, _, after = value.partition(raw)
    target = row.verdict.target.translate(_BRACES)
    verbatim = name in _VERBATIM or _COMMAND.search(before)
    return {name: before + (target if verbatim else escape(target)) + after} if target else {}
