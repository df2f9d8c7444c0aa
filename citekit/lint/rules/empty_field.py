"""Fields that say nothing."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.lint.entry import BibEntry
from citekit.lint.rule import EntryRule, Flaw


def check(entry: BibEntry) -> Iterator[Flaw]:
    for name in sorted(entry.plain):
        if not entry.values[name].strip(" {}\t\r\n"):
            yield Flaw(text=f"{name} is empty", field=name, changes={name: None})


RULE = EntryRule(
    id="empty-field", level="info", reason="BibTeX warns of each, and some styles print a comma", check=check
)
