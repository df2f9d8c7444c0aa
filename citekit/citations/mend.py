"""What is plain from the marks and the tagger may still miss: an ordered list of small corrections of its fields."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache

from citekit.citations.marks import QUOTES, pairs, quoted
from citekit.citations.units import TAKEN, take
from citekit.languages.words import CJK, alternatives, every, months
from citekit.model import Field

Fields = tuple[Field, ...]
WESTERN = '“"‘«„»'
PERIODICAL = re.compile(
    r"Review|Journal|Newsletter|Annals|Bulletin|Proceedings|Studies|Magazine|News|Times|Quarterly|Zeitschrift|Revue"
)
FORTHCOMING = re.compile(r"forthcoming|in press|im Erscheinen|à paraître|en préparation|в печати", re.IGNORECASE)
NAME = r"[A-ZÀ-Þ][\w’'.-]+(?:\s(?:de|von|van|du|[A-ZÀ-Þ][\w’'.-]*)){1,3}"
TWO_NAMES = re.compile(
    r"(?P<first>[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'.-]*){0,2})\s(?:and|und|et|&)\s(?P<second>[A-ZÀ-Þ][\w’'-]+(?:\s[A-ZÀ-Þ][\w’'.-]*){0,2})"
)
NAMES_FIRST = re.compile(rf"(?P<names>{NAME}(?:(?:,\s|\s(?:et|and|und|&)\s){NAME}){{1,3}}),\s(?=[A-ZÀ-Þ])")
EASTERN = re.compile(f"[{CJK}]")
ENTITIES = ("author", "editor", "translator")
ADDRESS = ("URL", "DOI", "accessed")


def whole_dates(text: str, fields: Fields) -> Fields:
    """A date with day and month is one field, whatever its numbers look like: 17.3.1995, 14.6.94, 25 août 1998."""
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
    return _sorted(fields)


@cache
def _date() -> re.Pattern[str]:
    month = rf"(?:{alternatives(sorted(months()))})\.?"
    return re.compile(
        rf"(?<![\d.])\d{{1,2}}\.\s?\d{{1,2}}\.\s?(?:[12]\d{{3}}|\d{{2}})(?![\d.])|(?<!\d)\d{{1,2}}\.?\s{month}\s[12]\d{{3}}(?!\d)|(?<!\w){month}[-–/]{month}\s[12]\d{{3}}(?!\d)",
        re.IGNORECASE,
    )


def _cut_before(field: Field, end: int) -> Field:
    return replace(field, end=max(field.start, min(field.end, end)))


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
    if not any("title" in f.label and text[f.start - 1 : f.start] in QUOTES for f in fields):
        return fields
    starts = {q + 1: end for q, end in pairs(text, QUOTES).items()}

    def mended(field: Field) -> Field:
        closing = starts.get(field.start, 0)
        if "title" in field.label and field.start < closing < field.end - 1:
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
        hosted = (
            "URL" in labels and text[field.start - 1 : field.start] == "("
        )  # ‘Guidance’ (HM Government, 2022) <...>
        if (quoted_titles and not hosted) or labels & {"volume", "issue", "publisher"}:
            return field
        if (
            field.label == "container-title"
            and not inside
            and not PERIODICAL.search(words)
            and _publishes().search(words)
        ):
            return replace(field, label="publisher")
        return field

    return tuple(mended(f) for f in fields)


@cache
def _publishes() -> re.Pattern[str]:
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
    return _sorted((*(f for f in fields if f is not field), container, replace(field, start=comma + 2)))


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
    return _sorted((*(f for f in fields if f is not field), *editors, replace(field, start=names.end())))


def missed_numbers(text: str, fields: Fields) -> Fields:
    """Volumes and issues with their unit that no field has: n° 427, Heft 3."""
    labels = {f.label for f in fields}
    if {"volume", "issue"} <= labels:
        return fields
    bare = text
    for field in fields:
        bare = bare[: field.start] + TAKEN * (field.end - field.start) + bare[field.end :]
    if not re.search(r"\d", bare):
        return fields
    found = [f for f in take(bare)[1] if f.label in ("volume", "issue") and f.label not in labels]
    unit = [f for f in found if re.search(r"[^\W\d]\S{0,3}\s?$|[第卷№]\s?$", text[: f.start])]
    return _sorted((*fields, *(replace(f, confidence=0.8) for f in unit[:1])))


def place_and_publisher(text: str, fields: Fields) -> Fields:
    """Berlin, Kadmos, 2003: behind a known city the publisher follows, if no other is there."""
    if any(f.label == "publisher" for f in fields):
        return fields
    for at, field in enumerate(fields):
        city = _city().match(text, field.start, field.end) if field.label == "publisher-place" else None
        if city and city.end() < field.end:
            parted = replace(field, end=city.end("city")), replace(field, label="publisher", start=city.end())
            return (*fields[:at], *parted, *fields[at + 1 :])
    return fields


@cache
def _city() -> re.Pattern[str]:
    return re.compile(rf"(?P<city>{alternatives(every('places'))})(?:,\s|\s?:\s?)(?=[A-ZÀ-ÞА-Я])")


def joined_names(text: str, fields: Fields) -> Fields:
    """Kotlikoff and Leibfritz: two persons, unless the words are an institution's."""
    parted: list[Field] = []
    for field in fields:
        both = TWO_NAMES.fullmatch(text, field.start, field.end) if field.label in ENTITIES else None
        if both and not _publishes().search(text[field.start : field.end]):
            parted += (replace(field, end=both.end("first")), replace(field, start=both.start("second")))
        else:
            parted.append(field)
    return tuple(parted)


def missing_title(text: str, fields: Fields) -> Fields:
    """Of two publishers in a citation without title the first is the title."""
    labels = [f.label for f in fields]
    if "title" in labels or labels.count("publisher") < 2:
        return fields
    first = labels.index("publisher")
    return (*fields[:first], replace(fields[first], label="title", confidence=0.6), *fields[first + 1 :])


def leading_idem(text: str, fields: Fields) -> Fields:
    """id., D. Gilgen (eds): the word at the beginning stands for a person in the role of the next."""
    match = _idem().match(text)
    if not match or not fields or fields[0].start < match.end() or fields[0].label not in ENTITIES:
        return fields
    return (Field(label=fields[0].label, start=match.start("word"), end=match.end("word"), confidence=0.8), *fields)


@cache
def _idem() -> re.Pattern[str]:
    return re.compile(rf"(?P<word>{alternatives(every('idem'))})(?:,|\s(?:and|und|et)\b)")


def unpublished(text: str, fields: Fields) -> Fields:
    """Forthcoming and its like stand where a date would: they are what is known of it."""

    word = FORTHCOMING.search(text)
    if not word or any(f.label == "issued" for f in fields):
        return fields
    inside = [f for f in fields if f.start < word.end() and word.start() < f.end]
    if any((f.start, f.end) != word.span() for f in inside):
        return fields
    issued = Field(label="issued", start=word.start(), end=word.end(), confidence=0.9)
    return _sorted((*(f for f in fields if f not in inside), issued))


def bare_locator(text: str, fields: Fields) -> Fields:
    """A number alone at the end, behind the closing bracket of the imprint, is the cited page: (Oxford, 2008), 64."""
    match = re.search(r"\)[,:]?\s(?P<page>\d{1,4}(?:[-–]\d{1,4})?)\s?\.?\s*$", text)
    if not match or any(f.start < match.end("page") and match.start("page") < f.end for f in fields):
        return fields
    return _sorted((*fields, Field(label="locator", start=match.start("page"), end=match.end("page"), confidence=0.9)))


def bracketed_double(text: str, fields: Fields) -> Fields:
    """A name in square brackets behind another is the same person in another form: 狹間直樹 [Naoki Hazama]."""
    return tuple(
        f
        for f in fields
        if not (f.label in ENTITIES and re.search(rf"[{CJK}]\s\[$", text[: f.start]) and text[f.end : f.end + 1] == "]")
    )


MENDS: tuple[Callable[[str, Fields], Fields], ...] = (
    whole_dates,
    quoted_title,
    closed_marks,
    bracketed_double,
    latin_form,
    institution_as_publisher,
    missing_container,
    editors_in_container,
    place_and_publisher,
    joined_names,
    missing_title,
    leading_idem,
    missed_numbers,
    unpublished,
    bare_locator,
)
"""The corrections in the order in which they are made."""


def mend(text: str, fields: Fields) -> Fields:
    """The tagger's fields of `text` with every correction made; empty fields are dropped.

    >>> text = "Segodnja, 17.3.1995, S. 3."
    >>> [(f.label, text[f.start : f.end]) for f in mend(text, (Field(label="volume", start=10, end=12),))]
    [('issued', '17.3.1995')]
    """
    for step in MENDS:
        fields = step(text, fields)
    return tuple(f for f in fields if f.end > f.start)


def _sorted(fields: Fields) -> Fields:
    return tuple(sorted(fields, key=lambda f: (f.start, f.end)))
