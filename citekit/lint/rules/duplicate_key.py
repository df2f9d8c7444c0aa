"""Keys that stand twice."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.lint.entry import BibEntry, BibText
from citekit.lint.rule import FileRule


def check(read: BibText) -> Iterator[tuple[BibEntry | None, int, str]]:
    first: dict[str, BibEntry] = {}
    for entry in read.entries:
        known = first.setdefault(entry.key.lower(), entry)  # BibTeX does not tell capitals from small letters
        if known is not entry:
            yield entry, entry.span.line, f"the key {entry.key} stands in line {known.span.line} already; rename one"


RULE = FileRule(id="duplicate-key", level="error", reason="a citation of this key is one of two works", check=check)
