"""The parts of a citation that carry their own unit: dates, volumes, issues, pages, editions, addresses."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from citekit.citations.marks import Quoted, bracketed, dois, mask, quoted, urls
from citekit.citations.needs import needs
from citekit.languages import LANGUAGES
from citekit.languages.words import alternatives, months, seasons
from citekit.model import Field

TAKEN = "\ufffb"
"""Stands for every character that a unit has taken; like the filler of a title it is no letter and no mark."""

DASH = r"[-‐-―−~～〜]"
_YEAR = r"(?P<issued>[12](?<!\d.)\d{3})"
# As in `citekit.citations.signs`, looks back stand behind the first character.
SHARED = (
    # [2013-11-06], 2013-11-06(2): GB/T 7714 prints the day of access in square brackets
    r"[\[［](?P<accessed>[12]\d{3}[-./]\d{1,2}[-./]\d{1,2})[\]］]",
    r"(?P<issued>[12]\d{3}[-./]\d{1,2}[-./]\d{1,2})",
    r"(?P<issued>[12](?<!\d.)\d{3}-\d{2})(?![\d-])",
    r"(?P<issued>\d\d?\.\s?\d{1,2}\.\s?[12]\d{3})",
    rf"{_YEAR}\.(?P<issue>\d{{1,2}})(?!\d)",
    rf"{_YEAR}[,，]\s?(?P<volume>\d{{1,4}})\s?[（(](?P<issue>[^（()）]{{1,9}})[)）]\s?[:：]\s?(?P<page>\d{{1,6}}(?:{DASH}\d{{1,6}})?)",
    rf"{_YEAR}\s?[（(](?P<issue>[^（()）]{{1,9}})[)）]\s?[:：]\s?(?P<page>\d{{1,6}}(?:\s?{DASH}\s?\d{{1,6}})?)",
    rf"{_YEAR}\s?[:：]\s?(?P<page>\d{{1,6}}(?:\s?{DASH}\s?\d{{1,6}})?(?:,\s?\d{{1,6}}(?:{DASH}\d{{1,6}})?){{0,9}})",
    rf"(?P<volume>\d(?<!\d.)\d{{0,3}})\s?[（(](?P<issue>\d{{1,4}}(?:{DASH}\d{{1,6}})?)[)）](?:\s?[:：,]\s?(?P<page>\d{{1,6}}(?:\s?{DASH}\s?\d{{1,6}})?))?",
    # right behind the journal: 《集刊》63:3（臺北，1993），頁679 has an issue, 《集刊》63: 3-12 pages
    r"(?P<volume>\d(?:(?<=\ufffc.)|(?<=\ufffc\s.))\d{0,3})[:：]\s?(?P<issue>\d{1,3}(?:[-/]\d{1,3})?)"
    r"(?=\s?[（(][^（()）]{0,20}[12]\d{3}[^（()）]{0,12}[)）][，,、:：]?\s?(?:[頁页\ufffb]|pp?\.))",
    rf"(?P<volume>\d(?:(?<=\ufffc.)|(?<=\ufffc\s.))\d{{0,3}})[:：]\s?(?P<page>\d{{1,6}}(?:{DASH}\d{{1,6}})?)",
    rf"(?P<volume>\d(?<![\d.].)\d{{0,2}})[:：]\s?(?P<page>\d{{1,6}}{DASH}\d{{1,6}})",
)
LAST = (
    r"(?P<issued>(?:1[5-9]|20)(?<![\d〇]..)\d{2})[a-z]?(?![\d〇])",
    rf"(?P<page>\d(?:(?<=[,，、：:].)|(?<=[,，、：:]\s.))\d{{0,5}}{DASH}\d{{1,6}})(?=[.。．]?\s{{0,3}}$)",
)


@cache
def _dates_in_words() -> tuple[str, ...]:
    month = rf"(?:{alternatives(form for word in months() for form in (word, word.capitalize()))})\.?"
    season = alternatives(w.capitalize() for w in seasons() if w.isascii())
    return (
        rf"(?P<issued>{month}\s?\d{{1,2}}(?:st|nd|rd|th)?,?\s[12]\d{{3}})",
        rf"(?P<issued>\d{{1,2}}\s{month},?\s[12]\d{{3}})",
        rf"(?P<issued>{month}(?:\s?[-–/]\s?{month})?[,\s]*[12]\d{{3}})",
        rf"(?P<issued>(?:{season})(?:/(?:{season}))?,?\s[12]\d{{3}})",
    )


@cache
def _patterns(scripts: tuple[str, ...]) -> tuple[tuple[re.Pattern[str], tuple[frozenset[str], ...]], ...]:
    """All unit patterns of the languages with one of these letter classes, and the shared ones, in the order in which
    they are tried; each with what it needs."""
    own = [unit for language in LANGUAGES.values() if language.letters in scripts for unit in language.units]
    own.sort(key=lambda unit: "<accessed>" not in unit)  # a day of access looks like a date until its word is read
    worded = _dates_in_words() if LANGUAGES["en"].letters in scripts else ()
    return tuple((re.compile(unit), needs(unit)) for unit in (*own, *worded, *SHARED, *LAST))


@cache
def _signs() -> frozenset[str]:
    """All characters that a unit pattern may need."""
    scripts = tuple(letters.pattern for letters in _letters())
    return frozenset().union(*(need for _, needed in _patterns(scripts) for need in needed))


@lru_cache(maxsize=2048)
def _possible(scripts: tuple[str, ...], signs: frozenset[str]) -> tuple[re.Pattern[str], ...]:
    """The patterns that can match in a text with just these signs."""
    return tuple(pattern for pattern, needed in _patterns(scripts) if not any(map(signs.isdisjoint, needed)))


@cache
def _letters() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(letters) for letters in dict.fromkeys(table.letters for table in LANGUAGES.values()))


@lru_cache(maxsize=256)
def addresses(text: str) -> tuple[Field, ...]:
    """URL and DOI fields. A URL ends before CJK letters and marks, and before the full stop that ends the note.

    >>> [(f.label, f.start, f.end) for f in addresses("外務省、https://www.mofa.go.jp/a_(b).pdf。")]
    [('URL', 4, 36)]
    """
    found = [Field(label="DOI", start=m.start(1), end=_trim(text, m.start(1), m.end(1))) for m in dois(text)]
    taken = {at for doi in found for at in range(doi.start, doi.end)}
    for match in urls(text):
        end = _trim(text, match.start(), match.end())
        if match.start() not in taken and end - 1 not in taken:
            found.append(Field(label="URL", start=match.start(), end=end))
    return tuple(sorted(found, key=lambda f: f.start))


@lru_cache(maxsize=256)
def outside(text: str) -> str:
    """The text with what stands in quotation marks and brackets, and every address, masked, so that only marks between
    the parts of a note are left; offsets stay."""
    links = (Quoted(start=f.start, end=f.end, opening="") for f in addresses(text))
    return mask(text, tuple(sorted([*quoted(text), *bracketed(text), *links], key=lambda q: q.start)))


DATED = re.compile(r"[,;(（](?:19|20)\d\d(?:(?=年)|-\d{1,2}-\d{1,2}$)")
"""A date behind a half-width mark, which belongs to no address: https://x.cn/a.html,2025年11月2日."""


def _trim(text: str, start: int, end: int) -> int:
    """Without the punctuation of the sentence, and without a closing bracket that opened before the address."""
    dated = DATED.search(text, max(start, end - 16), min(end + 1, len(text)))
    end = dated.start() if dated else end
    while end > start:
        last = text[end - 1]
        unopened = last in ")]" and text.count(last, start, end) > text.count({")": "(", "]": "["}[last], start, end)
        if last not in ".,;:!?'*" and not unopened:
            break
        end -= 1
    return end


def take(masked: str, start: int = 0, end: int | None = None, printed: str = "") -> tuple[str, tuple[Field, ...]]:
    """All units of `masked` between `start` and `end`, and the text with what they matched blotted out.

    The languages are those whose letters stand there; where `masked` has lost them, `printed` is the text as it was.

    >>> blotted, fields = take("，2023年第7期，第15页。")
    >>> [(f.label, f.start, f.end) for f in fields]
    [('issued', 1, 5), ('issue', 7, 8), ('page', 11, 13)]
    """
    stop = len(masked) if end is None else end
    fields: list[Field] = []
    scripts = tuple(letters.pattern for letters in _letters() if letters.search(printed or masked, start, stop))
    for pattern in _possible(scripts, _signs() & frozenset(masked)):
        at = start
        while match := pattern.search(masked, at, stop):
            at = max(match.end(), at + 1)
            if TAKEN in match.group() or match.end() == match.start():
                continue
            fields += (
                Field(label=name.replace("_", "-"), start=match.start(name), end=match.end(name))
                for name, value in match.groupdict().items()
                if value
            )
            masked = masked[: match.start()] + TAKEN * (match.end() - match.start()) + masked[match.end() :]
    return masked, tuple(sorted(fields, key=lambda f: f.start))
