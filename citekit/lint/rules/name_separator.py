"""Persons parted by something else than *and* (BibTeXing, section 4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.languages.words import CJK
from citekit.lint.entry import BibEntry
from citekit.lint.rule import EntryRule, Flaw
from citekit.references.names import is_institution

FIELDS = ("author", "editor", "translator")
CJK_NAMES = re.compile(rf"[{CJK}·・ ]{{2,20}}(?:\s?[、，；;]\s?[{CJK}·・ ]{{2,20}})+")
CJK_COMMA_NAMES = re.compile(rf"[{CJK}·・]{{2,6}}(?:,\s?[{CJK}·・]{{2,6}}){{2,}}")
SEMICOLONS = re.compile(r"[^;{}]{3,60}(?:;\s[^;{}]{3,60})+")


def check(entry: BibEntry) -> Iterator[Flaw]:
    for name in FIELDS:
        text = entry.values.get(name, "").strip()
        if re.search(r"\sand\s", text):
            continue
        if CJK_NAMES.fullmatch(text) or CJK_COMMA_NAMES.fullmatch(text):
            names = re.split(r"\s?[、，；;,]\s?", text)
        elif SEMICOLONS.fullmatch(text):
            names = re.split(r";\s", text)
        else:
            continue
        if not any(map(is_institution, names)):
            mended = " and ".join(part.strip() for part in names)
            yield Flaw(
                text=f"{name} holds several persons as one; part them by and", field=name, changes={name: mended}
            )


RULE = EntryRule(
    id="name-separator", level="error", reason="several persons are sorted and printed as one", check=check
)
