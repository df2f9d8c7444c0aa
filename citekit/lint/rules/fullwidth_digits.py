"""Full-width digits and hyphens where programs look for numbers."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.lint.entry import BibEntry
from citekit.lint.rule import EntryRule, Flaw

FIELDS = ("year", "date", "urldate", "volume", "number", "pages", "isbn", "issn", "doi", "url", "month", "edition")
NARROW = {wide: wide - 0xFEE0 for wide in range(0xFF10, 0xFF1A)} | {0xFF0D: "-", 0xFF0F: "/", 0xFF0E: "."}


def check(entry: BibEntry) -> Iterator[Flaw]:
    for name in FIELDS:
        text = entry.values.get(name, "")
        narrow = text.translate(NARROW)
        if narrow != text:
            yield Flaw(text=f"{name} holds full-width digits", field=name, changes={name: narrow})


RULE = EntryRule(id="fullwidth-digits", level="warning", reason="no program reads ２０２３ as a number", check=check)
