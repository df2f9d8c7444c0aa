"""Entries that cannot be read."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.lint.entry import BibEntry, BibText
from citekit.lint.rule import FileRule


def check(read: BibText) -> Iterator[tuple[BibEntry | None, int, str]]:
    for broken in read.broken:
        yield (
            None,
            broken.span.line,
            f"this entry cannot be read: {broken.head}; look for a brace or comma that is missing",
        )


RULE = FileRule(
    id="syntax", level="error", reason="BibTeX and biber stop here, and every program reads something else", check=check
)
