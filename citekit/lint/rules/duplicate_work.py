"""Works that stand in the file twice."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.library.merge import groups
from citekit.lint.entry import BibEntry, BibText
from citekit.lint.rule import FileRule


def check(read: BibText) -> Iterator[tuple[BibEntry | None, int, str]]:
    for group in groups([entry.reference for entry in read.entries]):
        first = read.entries[group[0]]
        for place in group[1:]:
            entry = read.entries[place]
            if entry.key.lower() != first.key.lower():
                text = f"this looks like the work {first.key} of line {first.span.line}; see citekit dedupe"
                yield entry, entry.span.line, text


RULE = FileRule(id="duplicate-work", level="warning", reason="it is cited under two keys and listed twice", check=check)
