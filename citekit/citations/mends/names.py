"""Persons: two in one field, one in two forms, or in front of the book that they edit."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from citekit.citations.mends.base import ENTITIES, Fields, sorted_fields
from citekit.citations.mends.imprint import publishes
from citekit.languages.words import CJK, alternatives, every, roles
from citekit.model import Field

NAME = r"[A-ZÀ-Þ][\w’'.-]+(?:\s(?:de|von|van|du|[A-ZÀ-Þ][\w’'.-]*)){1,3}"
TWO_NAMES = re.compile(
    r"(?P<first>[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'.-]*){0,2})\s(?:and|und|et|&)\s(?P<second>[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'.-]*){0,2})"
)
NAMES_FIRST = re.compile(rf"(?P<names>{NAME}(?:(?:,\s|\s(?:et|and|und|&)\s){NAME}){{1,3}}),\s(?=[A-ZÀ-Þ])")


def bracketed_double(text: str, fields: Fields) -> Fields:
    """A name in square brackets behind another is the same person in another form: 狹間直樹 [Naoki Hazama]."""
    return tuple(
        f
        for f in fields
        if not (f.label in ENTITIES and re.search(rf"[{CJK}]\s\[$", text[: f.start]) and text[f.end : f.end + 1] == "]")
    )


def joined_names(text: str, fields: Fields) -> Fields:
    """Kotlikoff and Leibfritz: two persons, unless the words are an institution's."""
    parted: list[Field] = []
    for field in fields:
        both = TWO_NAMES.fullmatch(text, field.start, field.end) if field.label in ENTITIES else None
        if both and not publishes().search(text[field.start : field.end]):
            parted += (replace(field, end=both.end("first")), replace(field, start=both.start("second")))
        else:
            parted.append(field)
    return tuple(parted)


def leading_idem(text: str, fields: Fields) -> Fields:
    """id., D. Gilgen (eds): the word at the beginning stands for a person in the role of the next."""
    match = _idem().match(text)
    if not match or not fields or fields[0].start < match.end() or fields[0].label not in ENTITIES:
        return fields
    return (Field(label=fields[0].label, start=match.start("word"), end=match.end("word"), confidence=0.8), *fields)


@cache
def _idem() -> re.Pattern[str]:
    return re.compile(rf"(?P<word>{alternatives(every('idem'))})(?:,|\s(?:and|und|et)\b)")


def editors_in_container(text: str, fields: Fields) -> Fields:
    """“Chapter” in A B et C D, Book: names between *in* and the book's title are its editors."""
    labels = [f.label for f in fields]
    if "editor" in labels or labels.count("container-title") != 1:
        return fields
    field = fields[labels.index("container-title")]
    names = NAMES_FIRST.match(text, field.start, field.end)
    if not names or not re.search(r"(?:\b[Ii]n|\bdans|[Ii]n:)\s$", text[: field.start]):
        return fields
    at = field.start
    editors = []
    for cut in [*re.compile(r",\s|\s(?:et|and|und|&)\s").finditer(text, field.start, names.end("names")), None]:
        editors.append(Field(label="editor", start=at, end=cut.start() if cut else names.end("names"), confidence=0.7))
        at = cut.end() if cut else at
    return sorted_fields((*(f for f in fields if f is not field), *editors, replace(field, start=names.end())))


def editors_without_role(text: str, fields: Fields) -> Fields:
    """A. Ivers and C. Stroud, Interdependence, 4th ed.: persons before the title without a word for their role wrote
    the work; the abbreviation behind a number is the edition's."""
    labels = [f.label for f in fields]
    if "author" in labels or labels[:1] != ["editor"] or "title" not in labels:
        return fields
    title = fields[labels.index("title")].start
    edition = ORDINAL_EDITION.search(text, title)
    if not edition or _any_role().search(text, 0, title):
        return fields
    return tuple(replace(f, label="author") if f.label == "editor" and f.end <= title else f for f in fields)


ORDINAL_EDITION = re.compile(r"\d(?:st|nd|rd|th|d|\.|e|ª|º)?\s(?:rev\.\s)?(?:ed|edn|Aufl|éd|изд)\b")


@cache
def _any_role() -> re.Pattern[str]:
    words = alternatives(word for word in roles() if word.isascii())
    return re.compile(rf"(?<!\w)(?:{words}|edit\w+)(?!\w)", re.IGNORECASE)


def worked_by(text: str, fields: Fields) -> Fields:
    """Wirtschaft und Gesellschaft, hg. v. Johannes Winckelmann: a name behind a word for what it did is that person's,
    whatever else it was taken for."""

    def mended(field: Field) -> Field:
        if field.label not in MISTAKEN or not PERSON.fullmatch(text, field.start, field.end):
            return field
        role = _leading_role().search(text, max(0, field.start - 30), field.start)
        return replace(field, label=roles()[role["role"]]) if role else field

    return tuple(mended(f) for f in fields)


MISTAKEN = ("author", "container-title", "collection-title", "publisher", "publisher-place")
PERSON = re.compile(r"(?:[A-ZÀ-ÞА-Я][\w’'.-]*\s){1,3}(?:(?:von|van|de|der|du|di)\s)?[A-ZÀ-ÞА-Я][\w’'-]+")


@cache
def _leading_role() -> re.Pattern[str]:
    words = alternatives(word for word in roles() if re.search(r"\s(?:by|von|v\.|par|de|di|por)$", word))
    return re.compile(rf"(?<!\w)(?P<role>{words})\s$")
