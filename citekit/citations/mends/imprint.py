"""Publishers, places and containers, which look alike."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from citekit.citations.mends.base import WESTERN, Fields, sorted_fields
from citekit.languages.words import alternatives, every
from citekit.model import Field


def institution_as_publisher(text: str, fields: Fields) -> Fields:
    """An institution or press in a container's place, without volume, issue or *in*, publishes the work."""
    labels = {f.label for f in fields}
    quoted_titles = [f for f in fields if f.label == "title" and text[f.start - 1 : f.start] in tuple(WESTERN)]
    authors = {text[f.start : f.end] for f in fields if f.label == "author"}

    def mended(field: Field) -> Field:
        words = text[field.start : field.end]
        inside = re.search(r"(?:\bin|//|:|«|“)\s*$", text[: field.start], re.IGNORECASE)
        if field.label == "container-title" and words in authors:
            return replace(field, label="publisher")
        # ‘Guidance’ (HM Government, 2022) <...>
        hosted = "URL" in labels and text[field.start - 1 : field.start] == "("
        if (quoted_titles and not hosted) or labels & {"volume", "issue", "publisher"}:
            return field
        if field.label != "container-title" or inside or _periodical().search(words):
            return field
        return replace(field, label="publisher") if publishes().search(words) else field

    return tuple(mended(f) for f in fields)


@cache
def _periodical() -> re.Pattern[str]:
    return re.compile(alternatives(every("periodicals")))


@cache
def publishes() -> re.Pattern[str]:
    words = [word for word in (*every("publishers"), *every("institutions")) if word.isascii()]
    return re.compile(rf"(?<!\w)(?:{alternatives(words)})(?!\w)|(?:^[A-Z]{{3,6}}$)")


def missing_container(text: str, fields: Fields) -> Fields:
    """“Chapter,” in A and B eds., Book, Publisher, 2003: behind *in* and editors the first title is the container's."""
    labels = [f.label for f in fields]
    if "container-title" in labels or "editor" not in labels or labels.count("publisher") != 1:
        return fields
    field = fields[labels.index("publisher")]
    comma = text.rfind(", ", field.start, field.end)
    inside = re.search(r"[”’»\"],?\s(?:[Ii]n|dans)\b[^”»]*$", text[: field.start])
    if comma < 0 or not inside or "(" in text[field.start : field.end]:
        return fields
    container = replace(field, label="container-title", end=comma)
    return sorted_fields((*(f for f in fields if f is not field), container, replace(field, start=comma + 2)))


def place_and_publisher(text: str, fields: Fields) -> Fields:
    """Berlin, Kadmos, 2003: behind a known city the publisher follows, if no other is there."""
    if any(f.label == "publisher" for f in fields):
        return fields
    for at, field in enumerate(fields):
        city = _city().match(text, field.start, field.end) if field.label == "publisher-place" else None
        if city and city.end() < field.end and not STATE.fullmatch(text, city.end(), field.end):
            parted = replace(field, end=city.end("city")), replace(field, label="publisher", start=city.end())
            return (*fields[:at], *parted, *fields[at + 1 :])
    return fields


STATE = re.compile(r"[A-Z]{2}|D\.\s?C\.?|(?:[A-Z][a-z]{2,4}|N\.\s?[HJY])\.|UK|USA|England|[A-Z][a-z]+land")
"""Princeton, NJ; Cambridge, Mass.: the state or country of a city."""


@cache
def _city() -> re.Pattern[str]:
    return re.compile(rf"(?P<city>{alternatives(every('places'))})(?:,\s|\s?:\s?)(?=[A-ZÀ-ÞА-Я])")
