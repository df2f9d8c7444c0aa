"""Which parser labels a citation, in this order: back-references, marked titles, the tagger for all others."""

from __future__ import annotations

import re

from citekit.citations.archival import archival
from citekit.citations.authorities import authority
from citekit.citations.grammar import grammar
from citekit.citations.mends import mend
from citekit.citations.pointers import author_date, dated_source, pointed
from citekit.citations.recognise import ibid, shortform
from citekit.citations.shorttitles import short_title
from citekit.citations.tagger import tag
from citekit.citations.units import addresses, take
from citekit.model import Field

WIDE = re.compile("[０-９]")
FULL_WIDTH = {ord("０") + digit: str(digit) for digit in range(10)}
"""Full-width digits, read as the same numbers; the offsets stay."""


EVEN = re.compile(r"[‐―−～〜~—](?<=\d.)(?=\d)")
"""Dashes between figures that few units and no lines of training have; they are read as the common one."""
DASHED_DATE = re.compile(r"(?<!\d)([12]\d{3})–(\d{1,2})–(\d{1,2})(?!\d)")
SHOUTED = re.compile(r"(?<!\w)((?:[A-ZÀ-Þ]\.\s?){1,3})([A-ZÀ-Þ]{3,})(?![\w.])")
"""W. ABELSHAUSER: family names in capitals behind initials, which the tagger reads as it reads others."""


def label(text: str) -> tuple[Field, ...]:
    """The fields of one citation, in order and apart from each other; none for a text without any.

    >>> [f.label for f in label("同上，第7页。")], [f.label for f in label("Ibid., 20.")]
    (['page'], ['page'])
    """
    text = _even(text)
    word = ibid(text)
    if word:
        named = (Field(label="author", start=word.start("who"), end=word.end("who")),) if word["who"] else ()
        return named + _place(text, word.end("word"))
    kind, found = authority(text)
    if kind:
        return found
    short = author_date(text) or pointed(text)
    if short or shortform(text):
        return short
    return archival(text) or short_title(text) or dated_source(text) or grammar(text) or tagged(text)


def _even(text: str) -> str:
    """The text with figures and the dashes between them in their common forms; offsets stay."""
    if WIDE.search(text):
        text = text.translate(FULL_WIDTH)
    text = EVEN.sub("–", text)
    return DASHED_DATE.sub(r"\1-\2-\3", text) if "–" in text else text


def _place(text: str, start: int) -> tuple[Field, ...]:
    """The place that a word like ibid. is followed by, with or without a unit."""
    fields = tuple(f for f in take(text, start)[1] if f.label in ("page", "volume", "issue"))
    bare = re.compile(r"(?:\s*(?:at|,))*\s*(\d+(?:[-–]\d+)?)\s*[.。]?\s*").fullmatch(text, start)
    if not fields and bare:
        return (Field(label="page", start=bare.start(1), end=bare.end(1)),)
    return fields


CURLED = ((re.compile(r'(?<![^\s(\[（，,：:])"(?=\S)'), "“"), (re.compile('"'), "”"))
"""Straight quotation marks as the curly ones, which tell the tagger where a title opens and closes."""


def tagged(text: str) -> tuple[Field, ...]:
    """The tagger's fields, with addresses cut by rule and its plain slips mended."""
    plain = text
    for pattern, mark in CURLED:
        plain = pattern.sub(mark, plain)
    found = tag(SHOUTED.sub(lambda match: match.group(1) + match.group(2).capitalize(), plain))
    links = addresses(text)
    kept = [f for f in found if not any(f.start < link.end and link.start < f.end for link in links)]
    return mend(text, tuple(sorted([*kept, *links], key=lambda f: f.start)))
