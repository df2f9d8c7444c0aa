"""Where titles begin and end, and which field is one."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from citekit.citations.marks import QUOTES, pairs, quoted
from citekit.citations.mends.base import WESTERN, Fields, sorted_fields
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


APOSTROPHE = re.compile(r"\s?['’](?=\s?\w)[^,(:;.\[“«]{1,90}?(?=\s?[,(:;.\[]|$)")
"""What goes on behind an apostrophe that is no closing mark, up to the next mark of the citation."""


def title_over_apostrophe(text: str, fields: Fields) -> Fields:
    """The Twenty Years' Crisis, Il mugnaio del '500: an apostrophe at the edge of a word ends no title."""
    for title, behind in pairwise(fields):
        marked = text[title.start - 1 : title.start] in ("'", "’", "‘")
        if (
            "title" in title.label
            and "title" in behind.label
            and text[title.end : behind.start] in ("' ", "’ ")
            and not marked
        ):
            fields = tuple(replace(f, end=behind.end) if f is title else f for f in fields if f is not behind)
            break
    starts = [f.start for f in fields]

    def mended(field: Field) -> Field:
        further = APOSTROPHE.match(text, field.end) if "title" in field.label else None
        opened = text[field.start - 1 : field.start] in ("'", "’", "‘")
        if not further or opened or any(field.end <= start < further.end() for start in starts):
            return field
        return replace(field, end=further.end())

    return tuple(mended(f) for f in fields)


def title_from_its_capital(text: str, fields: Fields) -> Fields:
    """La Méditerranée et le monde méditerranéen: a title begins with a capital, so that what *et* joins to its small
    letter, and is no name, is its beginning."""
    for before, title in pairwise(fields):
        joined = JOINED.fullmatch(text, before.end, title.start)
        if before.label == "author" and title.label == "title" and joined and text[title.start].islower():
            rest = tuple(f for f in fields if f is not before and f is not title)
            return sorted_fields((*rest, replace(title, start=before.start)))
    return fields


def title_from_its_colon(text: str, fields: Fields) -> Fields:
    """Mark Mazower, Dark Continent: Europe’s Twentieth Century (London: Lane, 1998): where the imprint stands in
    brackets, a comma parts author and title, and the colon title and subtitle."""
    if not IMPRINT.search(text):
        return fields
    for first, before, title in zip(fields, fields[1:], fields[2:], strict=False):
        labels = (first.label, before.label, title.label)
        if labels == ("author", "author", "title") and (
            text[first.end : before.start],
            text[before.end : title.start],
        ) == (", ", ": "):
            rest = tuple(f for f in fields if f is not before and f is not title)
            return sorted_fields((*rest, replace(title, start=before.start)))
    return fields


IMPRINT = re.compile(r"\([^():]{2,40}:\s[^()]{2,60},\s\d{4}\)")
JOINED = re.compile(r"\s(?:and|und|et|e|y|и|&)\s")


def title_among_names(text: str, fields: Fields) -> Fields:
    """Henry Kissinger, On China, New York: among the authors of a citation without title, one that begins as no name
    does is the title."""
    if any("title" in f.label for f in fields):
        return fields
    for at, field in enumerate(fields[1:], 1):
        if field.label == "author" and fields[at - 1].label == "author" and NO_NAME.match(text, field.start, field.end):
            return (*fields[:at], replace(field, label="title", confidence=0.6), *fields[at + 1 :])
    return fields


NO_NAME = re.compile(
    r"(?:On|In|After|Before|Beyond|Against|Between|Behind|Under|Towards?|Inside|Without|Why|How|What|When|Making|The|An?"
    r"|Über|Nach|Vor|Zur?|Zum|Die|Das|Der|Eine?|Sur|Après|Avant|Pour|Les|Une?|Sobre|Los|Las|Il|Gli|О|Об|На|После)\s\S"
)
"""How titles begin and names do not; *La*, *Le* and *El* begin both."""
