"""International Standard Book Numbers: 10 or 13 digits with a check digit (ISO 2108)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.lint.entry import BibEntry
from citekit.lint.rule import EntryRule, Flaw


def check(entry: BibEntry) -> Iterator[Flaw]:
    for one in re.split(r"[,;]\s*|\s+and\s+", entry.values.get("isbn", "")):
        if one.strip() and (why := wrong(one)):
            yield Flaw(text=f"{one.strip()} is no ISBN: {why}", field="isbn")


def compact(number: str) -> str:
    """The digits alone, in capitals.

    >>> compact("ISBN 978-7-5097-0000-x")
    '978750970000X'
    """
    return re.sub(r"(?i)isbn(?:-1[03])?:?|[\s\u2010-\u2015-]", "", number).upper()


def wrong(number: str) -> str:
    """What is wrong with an ISBN; empty if nothing is.

    >>> wrong("978-0-306-40615-7"), wrong("0-306-40615-2"), wrong("978-0-306-40615-8")
    ('', '', 'its check digit should be 7')
    """
    digits = compact(number)
    if re.fullmatch(r"\d{9}[\dX]", digits):
        rest = -sum((10 - at) * int(digit) for at, digit in enumerate(digits[:9])) % 11
        right = "X" if rest == 10 else str(rest)
    elif re.fullmatch(r"97[89]\d{10}", digits):
        right = str(-sum((1 + 2 * (at % 2)) * int(digit) for at, digit in enumerate(digits[:12])) % 10)
    else:
        return "an ISBN has 10 digits, or 13 that begin with 978 or 979"
    return "" if digits[-1] == right else f"its check digit should be {right}"


RULE = EntryRule(id="isbn", level="warning", reason="libraries find the book by it, biber checks it", check=check)
