"""Dates of CSL-JSON: date-parts, seasons, and dates written out as strings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_MONTH_NAMES = "jan feb mar apr may jun jul aug sep oct nov dec"
_MONTHS = {name: place for place, name in enumerate(_MONTH_NAMES.split(), start=1)}
_SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}


@dataclass(frozen=True, slots=True)
class Day:
    """One end of a date: 0 where the part is not known; years before Christ are negative."""

    year: int = 0
    month: int = 0
    day: int = 0
    season: int = 0


@dataclass(frozen=True, slots=True)
class DateValue:
    """A date or a range of two; `literal` is what could not be read as one."""

    start: Day = Day()
    end: Day | None = None
    uncertain: bool = False
    literal: str = ""


def _whole(value: object) -> int:
    try:
        return int(str(value).strip())
    except ValueError:
        return 0


def _day(parts: object, season: int = 0) -> Day:
    numbers = [_whole(part) for part in parts] if isinstance(parts, list) else []
    year, month, day = (*numbers[:3], 0, 0, 0)[:3]
    if month > 12:  # EDTF and CSL-JSON count the seasons on from the months: 13 or 21 is spring
        season, month = (month - 20 if month > 20 else month - 12), 0
    return Day(year, max(month, 0), day, 0 if month else season)


def read_date(value: Mapping[str, object]) -> DateValue | None:
    """The date that a CSL-JSON object holds, None for one without content.

    >>> read_date({"date-parts": [["2002", 3]]}).start
    Day(year=2002, month=3, day=0, season=0)
    """
    uncertain = str(value.get("circa", "")).lower() not in ("", "0", "false")
    parts = value.get("date-parts")
    if isinstance(parts, list) and parts and isinstance(parts[0], list) and any(parts[0]):
        season = _season(value.get("season"))
        start = _day(parts[0], season)
        end = _day(parts[1]) if len(parts) > 1 and isinstance(parts[1], list) else None
        if start.year or end:
            return DateValue(start, end, uncertain)
    if value.get("literal"):
        return DateValue(uncertain=uncertain, literal=str(value["literal"]))
    if value.get("raw"):
        return read_raw(str(value["raw"]), uncertain)
    return None


def _season(value: object) -> int:
    text = str(value or "").strip().lower()
    return _SEASONS.get(text) or (_whole(text) if text.isdigit() else 0)


def read_raw(text: str, uncertain: bool = False) -> DateValue:
    """A date written out: ISO 8601, figures, or English month names; anything else stays literal.

    >>> read_raw("2002-03-04/2002-05").end
    Day(year=2002, month=5, day=0, season=0)
    >>> read_raw("Spring 1998").start.season
    1
    """
    text = text.strip()
    uncertain = uncertain or text.endswith(("?", "~")) or bool(re.match(r"(?i)(circa|ca?\.)", text))
    clean = re.sub(r"(?i)^(circa|ca?\.)\s*|[?~]$", "", text).strip()
    for separator in ("/", "--", "–", "—", " - ", "-"):
        ends = [_one(half.strip()) for half in clean.split(separator)]
        if len(ends) == 2 and ends[0] and ends[1]:
            return DateValue(_fill(ends[0], ends[1]), ends[1], uncertain)
    single = _one(clean)
    return DateValue(single, None, uncertain) if single else DateValue(uncertain=uncertain, literal=text)


def _fill(start: Day, end: Day) -> Day:
    return start if start.year else Day(end.year, start.month, start.day, start.season)


_ISO = re.compile(r"(-?\d{1,4})(?:[-/.年](\d{1,2})(?:[-/.月](\d{1,2})日?|月)?|年)?$")
_AMERICAN = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})$")
_WORDS = re.compile(r"[^\W\d_]+|\d+")


def _one(text: str) -> Day | None:
    if found := _AMERICAN.match(text):
        return Day(int(found[3]), int(found[1]), int(found[2]))
    if (found := _ISO.match(text)) and (found[2] or len(found[1].lstrip("-")) > 2):
        return Day(int(found[1]), int(found[2] or 0), int(found[3] or 0))
    year = month = day = season = 0
    for word in _WORDS.findall(text.lower()):
        if word.isdigit():
            number = int(word)
            if len(word) > 2:
                year = number
            else:
                day = number
        elif word in _SEASONS:
            season = _SEASONS[word]
        elif word[:3] in _MONTHS:
            month = _MONTHS[word[:3]]
        elif word not in ("st", "nd", "rd", "th", "of"):
            return None
    return Day(year, month, day, season) if year or month else None
