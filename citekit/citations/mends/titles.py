"""Where titles begin and end, and which field is one."""

from __future__ import annotations

import re
from dataclasses import replace

from citekit.citations.marks import QUOTES, pairs, quoted
from citekit.citations.mends.base import WESTERN, Fields
from citekit.languages.words import CJK
from citekit.model import Field

STRAIGHT = re.compile(r"(?<!\w)['’](?=\w)[^'’]{2,200}['’](?!\w)")
"""Words between straight single marks, or two closing ones as TeX sets them; either may be an apostrophe as well."""
EASTERN = re.compile(f"[{CJK}]")


def quoted_title(text: str, fields: Fields) -> Fields:
    """A quoted title ends with its quotation mark: a translation in brackets or a form in Han stands behind it."""
    ends = {q.start: q.end for q in quoted(text) if q.opening in WESTERN and not re.search(f"[{CJK}]", text[q.inner])}

    def mended(field: Field) -> Field:
        for start in (field.start, field.start - 1):
            end = ends.get(start, field.end)
            if field.label == "title" and end < field.end and re.match(rf"\s*[\[{CJK}]", text[end:]):
                return replace(field, end=end)
        return field

    return tuple(mended(f) for f in fields)


def closed_marks(text: str, fields: Fields) -> Fields:
    """A title whose first words are quoted takes in their opening mark: ‘Why Is There No NATO?’ Revisited."""
    if not any("title" in f.label and text[f.start - 1 : f.start] in {*QUOTES, "'", "’"} for f in fields):
        return fields
    starts = {q + 1: end for q, end in pairs(text, QUOTES).items()}
    starts |= {match.start() + 1: match.end() - 1 for match in STRAIGHT.finditer(text)}

    def mended(field: Field) -> Field:
        closing = starts.get(field.start, 0)
        outside = text[field.end : field.end + 1] in ("'", "’")  # the marks stand around the whole title
        if "title" in field.label and field.start < closing < field.end - 1 and not outside:
            return replace(field, start=field.start - 1)
        return field

    return tuple(mended(f) for f in fields)


def latin_form(text: str, fields: Fields) -> Fields:
    """Of `Xinmin shuo 新民說` the transliteration is the title; the form in Han repeats it."""
    eastern = len(EASTERN.findall(text))
    if not eastern or eastern * 4 > len(text):
        return fields
    doubled = re.compile(rf"(?P<latin>[^{CJK}]*[A-Za-zÀ-ž][^{CJK}]*?)\s+[{CJK}]{{2}}[{CJK}、，。：—–\-•·\s]*")

    def mended(field: Field) -> Field:
        match = doubled.fullmatch(text, field.start, field.end)
        return replace(field, end=match.end("latin")) if match else field

    return tuple(mended(f) if f.label in ("title", "container-title") else f for f in fields)


def missing_title(text: str, fields: Fields) -> Fields:
    """Of two publishers in a citation without title the first is the title."""
    labels = [f.label for f in fields]
    if "title" in labels or labels.count("publisher") < 2:
        return fields
    first = labels.index("publisher")
    return (*fields[:first], replace(fields[first], label="title", confidence=0.6), *fields[first + 1 :])
