"""Entries without a language."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.languages.words import language_of
from citekit.library.langids import langid
from citekit.lint.entry import BibEntry
from citekit.lint.rule import EntryRule, Flaw

# Languages that a script tells; of all others the words of a title are no proof.
BY_SCRIPT = frozenset({"chinese", "japanese", "korean"})


def check(entry: BibEntry) -> Iterator[Flaw]:
    if {"langid", "language", "hyphenation"} & entry.values.keys() or not entry.reference.title:
        return
    reference = entry.reference
    found = langid(language_of(" ".join((reference.title, reference.container_title, reference.publisher))))
    if found in BY_SCRIPT:
        yield Flaw(text=f"langid is missing; the title is {found}", changes={"langid": found})
    else:
        yield Flaw(text="langid is missing")


RULE = EntryRule(
    id="langid-missing", level="info", reason="styles choose et al. or 等, and hyphenation, by it", check=check
)
