"""Fields that stand twice in one entry."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.lint.entry import BibEntry
from citekit.lint.rule import EntryRule, Flaw


def check(entry: BibEntry) -> Iterator[Flaw]:
    for name in sorted(entry.twice):
        yield Flaw(text=f"{name} stands twice; delete one", field=name)


RULE = EntryRule(id="duplicate-field", level="error", reason="BibTeX takes the first one, others the last", check=check)
