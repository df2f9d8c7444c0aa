"""Dates that biber does not read: it wants ISO 8601-2 (biblatex manual, section 2.3.8)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from citekit.lint.entry import BibEntry
from citekit.lint.rule import EntryRule, Flaw

FIELDS = ("date", "urldate", "origdate", "eventdate")
ONE = re.compile(
    r"[+-]?(?:\d{4}|\d{3}X|\d\dXX|\dXXX|XXXX|Y-?\d{5,})(?:-(\d\d|XX)(?:-(\d\d|XX)(?:T\d\d:\d\d:\d\d.*)?)?)?[~?%]?"
)
PRINTED = re.compile(r"(\d{4})\s?[-./年]\s?(\d{1,2})(?:\s?[-./月]\s?(\d{1,2})\s?日?|\s?月)?")
SEASONS = range(21, 42)


def check(entry: BibEntry) -> Iterator[Flaw]:
    for name in FIELDS:
        text = entry.values.get(name, "").strip()
        if text and not is_valid(text):
            iso = in_iso(text)
            hint = f"write {iso}" if iso else "write it as 2023-08-18, 2023-08 or 2023"
            yield Flaw(
                text=f"{name} = {text} is no date to biber; {hint}", field=name, changes={name: iso} if iso else None
            )


def is_valid(text: str) -> bool:
    """Whether biber reads a date or a range.

    >>> is_valid("2023-08/2023-09"), is_valid("2023-2-3"), is_valid("2023-02-30"), is_valid("XXXX")
    (True, False, False, True)
    """
    ends = text.split("/")
    return len(ends) <= 2 and any(ends) and all(not end or end == ".." or _exists(end) for end in ends)


def in_iso(text: str) -> str:
    """A date printed otherwise as ISO 8601 has it; empty for what cannot be told.

    >>> in_iso("2023.8.18"), in_iso("2023年8月"), in_iso("18.8.2023")
    ('2023-08-18', '2023-08', '')
    """
    match = PRINTED.fullmatch(text)
    iso = "-".join(number.zfill(2) for number in match.groups() if number) if match else ""
    return iso if iso and is_valid(iso) else ""


def _exists(end: str) -> bool:
    match = ONE.fullmatch(end)
    if not match:
        return False
    month, day = match[1], match[2]
    if not month or month == "XX":
        return True
    if not day or day == "XX":
        return 1 <= int(month) <= 12 or int(month) in SEASONS
    year = int(end[:4]) if end[:4].isdecimal() and int(end[:4]) else 2000
    try:
        date(year, int(month), int(day))
    except ValueError:
        return False
    return True


RULE = EntryRule(id="date-format", level="error", reason="biber drops a date that it cannot read", check=check)
