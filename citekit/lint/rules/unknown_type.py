"""Entry types that nobody knows."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import get_close_matches

from citekit.library.entrytypes import READ
from citekit.lint.entry import BibEntry
from citekit.lint.rule import EntryRule, Flaw

# Those of BibTeX's standard styles and of biblatex's data model that `READ` maps to no CSL type of their own.
OTHERS = frozenset(
    (
        "artwork",
        "audio",
        "bibnote",
        "commentary",
        "image",
        "letter",
        "misc",
        "movie",
        "music",
        "performance",
        "review",
        "video",
    )
)


def check(entry: BibEntry) -> Iterator[Flaw]:
    known = READ.keys() | OTHERS
    if entry.kind not in known:
        near = get_close_matches(entry.kind, sorted(known), 1)
        hint = f"; did you mean @{near[0]}?" if near else "; styles will print it as @misc"
        yield Flaw(text=f"@{entry.kind} is no entry type of BibTeX or biblatex{hint}")


RULE = EntryRule(id="unknown-type", level="warning", reason="styles print an unknown type as misc", check=check)
