"""Dates that are one field, and words that stand where a date would."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from citekit.citations.mends.base import Fields, sorted_fields
from citekit.languages.words import alternatives, every, months
from citekit.model import Field

ADDRESS = ("URL", "DOI", "accessed")


def whole_dates(text: str, fields: Fields) -> Fields:
    """A date with day and month is one field, whatever its numbers look like: 17.3.1995, 14.6.94, 25 août 1998,
    1947. 22 окт."""
    spans = [m.span() for m in _date().finditer(text)]
    for start, end in spans:
        inside = [f for f in fields if f.start < end and start < f.end]
        if any(
            f.label in ADDRESS or (f.start <= start and end <= f.end and f.label in ("issued", "title")) for f in inside
        ):
            continue
        kept = [f for f in fields if f not in inside or f.label in ("title", "container-title", "publisher")]
        whole = Field(label="issued", start=start, end=end, confidence=0.9)
        cut = (_cut_before(f, start) if f in inside else f for f in kept)
        fields = (*(f for f in cut if f.end > f.start), whole)
    return sorted_fields(fields)


@cache
def _date() -> re.Pattern[str]:
    month = rf"(?:{alternatives(sorted(months()))})\.?"
    return re.compile(
        rf"(?<![\d.])\d{{1,2}}\.\s?\d{{1,2}}\.\s?(?:[12]\d{{3}}|\d{{2}})(?![\d.])|(?<!\d)\d{{1,2}}\.?\s{month}\s[12]\d{{3}}(?!\d)|(?<!\d)[12]\d{{3}}\.\s\d{{1,2}}\s{month}(?!\w)|(?<!\w){month}[-–/]{month}\s[12]\d{{3}}(?!\d)",
        re.IGNORECASE,
    )


def _cut_before(field: Field, end: int) -> Field:
    return replace(field, end=max(field.start, min(field.end, end)))


def unpublished(text: str, fields: Fields) -> Fields:
    """Forthcoming and its like stand where a date would: they are what is known of it."""
    word = _forthcoming().search(text)
    if not word or any(f.label == "issued" for f in fields):
        return fields
    inside = [f for f in fields if f.start < word.end() and word.start() < f.end]
    if any((f.start, f.end) != word.span() for f in inside):
        return fields
    issued = Field(label="issued", start=word.start(), end=word.end(), confidence=0.9)
    return sorted_fields((*(f for f in fields if f not in inside), issued))


@cache
def _forthcoming() -> re.Pattern[str]:
    return re.compile(alternatives(every("forthcoming")), re.IGNORECASE)
