"""A volume that is no number: an integer in biblatex's data model (blx-dm.def)."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.lint.entry import BibEntry
from citekit.lint.rule import EntryRule, Flaw


def check(entry: BibEntry) -> Iterator[Flaw]:
    volume = entry.values.get("volume", "").strip()
    if volume and not volume.isdecimal():
        yield Flaw(text=f"volume = {volume} is no number; of a book, part may say it", field="volume")


RULE = EntryRule(
    id="volume", level="info", reason="biber drops it when it is asked to validate (--validate-datamodel)", check=check
)
