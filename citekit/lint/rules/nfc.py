"""Letters put together from parts (Unicode Annex 15)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from citekit.lint.entry import BibEntry
from citekit.lint.rule import EntryRule, Flaw

VERBATIM = frozenset({"url", "file"})  # a server or a disk may know the other form only


def check(entry: BibEntry) -> Iterator[Flaw]:
    for name, text in entry.values.items():
        composed = _composed(text)
        if name not in VERBATIM and composed != text:
            yield Flaw(text=f"{name} holds letters in parts (NFD)", field=name, changes={name: composed})


def _composed(text: str) -> str:
    """The text in NFC, but for compatibility ideographs: NFC would make other characters of them."""
    return "".join(
        c if "\uf900" <= c <= "\ufaff" or c > "\U0002f7ff" else unicodedata.normalize("NFC", c) for c in _clusters(text)
    )


def _clusters(text: str) -> Iterator[str]:
    """The text cut before each character that does not combine with the one before it."""
    start = 0
    for at in range(1, len(text) + 1):
        joins = at < len(text) and (unicodedata.combining(text[at]) or "\u1160" <= text[at] <= "\u11ff")
        if not joins:
            yield text[start:at]
            start = at


RULE = EntryRule(id="nfc", level="warning", reason="fonts print it badly, and nobody's search finds it", check=check)
