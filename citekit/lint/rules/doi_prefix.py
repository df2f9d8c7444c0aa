"""DOIs with their resolver: the field holds the bare identifier (ISO 26324, biblatex manual section 2.2.2)."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.lint.entry import BibEntry
from citekit.lint.rule import EntryRule, Flaw
from citekit.references.urls import clean_doi


def check(entry: BibEntry) -> Iterator[Flaw]:
    text = entry.values.get("doi", "").strip()
    bare = clean_doi(text)
    if text and not bare:
        yield Flaw(text=f"{text} is no DOI: one begins with 10. and holds a slash", field="doi")
    elif bare != text:
        yield Flaw(text=f"doi holds more than the DOI; write {bare}", field="doi", changes={"doi": bare})


RULE = EntryRule(
    id="doi-prefix", level="warning", reason="styles put the resolver before it, and would do so twice", check=check
)
