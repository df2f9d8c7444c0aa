"""International Standard Serial Numbers: eight digits with a check digit (ISO 3297)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.lint.entry import BibEntry
from citekit.lint.rule import EntryRule, Flaw


def check(entry: BibEntry) -> Iterator[Flaw]:
    text = entry.values.get("issn", "").strip()
    if text and not all(map(is_valid, re.split(r"\s*[,;]\s*", text))):
        yield Flaw(text=f"{text} is no ISSN: eight digits, the last one a check digit", field="issn")


def is_valid(number: str) -> bool:
    """Whether the check digit is right.

    >>> is_valid("0378-5955"), is_valid("0378-5954")
    (True, False)
    """
    digits = re.sub(r"(?i)issn:?|[\s\u2010-\u2015-]", "", number).upper()
    if not re.fullmatch(r"\d{7}[\dX]", digits):
        return False
    rest = -sum((8 - at) * int(digit) for at, digit in enumerate(digits[:7])) % 11
    return digits[-1] == ("X" if rest == 10 else str(rest))


RULE = EntryRule(id="issn", level="warning", reason="libraries find the journal by it, biber checks it", check=check)
