"""Persons: two in one field, one in two forms, or in front of the book that they edit."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from citekit.citations.mends.base import ENTITIES, Fields, sorted_fields
from citekit.citations.mends.imprint import publishes
from citekit.languages.words import CJK, alternatives, every
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
