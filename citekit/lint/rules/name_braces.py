"""Institutions as authors without braces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.lint.entry import BibEntry
from citekit.lint.rule import EntryRule, Flaw
from citekit.references.names import is_institution

FIELDS = ("author", "editor", "translator")


def check(entry: BibEntry) -> Iterator[Flaw]:
    for name in FIELDS:
        parts = re.split(r"(\s+and\s+)", entry.values.get(name, ""))
        if any(part.count("{") != part.count("}") for part in parts):
            continue  # an and within braces
        mended = [f"{{{part}}}" if _is_bare(part) else part for part in parts]
        if bare := [old for old, new in zip(parts, mended, strict=True) if old != new]:
            text = f"{', '.join(bare)}: an institution stands in braces, or its last word is taken for a family name"
            yield Flaw(text=text, field=name, changes={name: "".join(mended)})


def _is_bare(part: str) -> bool:
    several = len(part.split()) > 1
    return several and "{" not in part and "," not in part and part.isprintable() and is_institution(part)


RULE = EntryRule(
    id="name-braces", level="warning", reason="Ministry of Foreign Affairs is sorted under Affairs", check=check
)
