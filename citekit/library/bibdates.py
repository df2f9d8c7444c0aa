"""Dates and pages as `.bib` files write them.

Dates are ISO 8601-2 (EDTF level 1), as biblatex reads them (manual, section 2.3.8): `2023-08-18`, `2023-04`, ranges
`2023-03/2023-04`, seasons `2019-21` (21 spring ... 24 winter). An undated work has the unspecified year `XXXX`: it
prints nothing, and biber's data model demands some date.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache

from citekit.library.tex import clean, escape, unescape
from citekit.model import Date, Pages

UNDATED = "XXXX"

# biber knows years of four digits; longer ones would need another notation, which Zotero does not read.
_YEARS = range(-9999, 10000)
_ISO = re.compile(r"(-?\d{4})(?:-(\d{2})(?:-(\d{2})(?:T[\d:.Zz+-]*)?)?)?")
_YEAR = re.compile(r"(?<!\d)-?\d{3,4}(?!\d)")
_RANGE = re.compile(r"(?<=\S)\s*-{2,}\s*(?=\S)|(?<=\S)\s*[–—‒−]\s*(?=\S)|(?<=[\dA-Za-z])-(?=[\dA-Za-z])")
_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")


def write_date(value: Date | None) -> str:
    """The date in ISO form, only as deep as it is valid; empty for none and for one that has no form in ISO.

    >>> write_date(Date(parts=((2023, 3), (2023, 4)))), write_date(Date(parts=((2019,),), season=1))
    ('2023-03/2023-04', '2019-21')
    >>> write_date(Date(parts=((2023, 2, 31),))), write_date(Date(literal="forthcoming"))
    ('2023-02', '')
    """
    if value is None or not value.parts:
        return ""
    ends = [_iso(part) for part in value.parts[:2]]
    if not all(ends):
        return ends[0]
    if value.season in range(1, 5) and all(len(part) == 1 for part in value.parts):
        ends[-1] = f"{ends[-1]}-{20 + value.season}"
    return "/".join(ends)


@lru_cache(maxsize=4096)  # few years stand in many entries
def read_date(iso: str, year: str = "", month: str = "", day: str = "") -> Date | None:
    """The date of an entry: the `date` field, else `year`, `month` and `day`; what cannot be typed is `literal`.

    >>> read_date("2019-21").season, read_date("XXXX"), read_date("", "2008", "mar").parts
    (1, None, ((2008, 3),))
    """
    if iso:
        return _read_iso(clean(iso))
    text = unescape(year)
    found = _YEAR.search(text)
    if not found:
        return Date(literal=text) if text else None
    parts = [int(found[0]), *_month_and_day(month, day)]
    return Date(parts=(tuple(parts),))


def write_year(value: Date | None) -> str:
    """The year for BibTeX styles, of a range the first; empty if there is none or it lies before our era, where
    biber reads `date` alone."""
    return str(value.year) if value and value.year is not None and 0 < value.year in _YEARS else ""


def write_month(value: Date | None) -> str:
    """The month of a single date as a number, which needs no macro: BibTeX, biber and Zotero read it."""
    iso = write_date(value)
    months = _ISO.fullmatch(iso)
    return str(int(months[2])) if months and months[2] and int(months[2]) <= 12 else ""


def leftover_date(value: Date | None) -> str:
    """What of a date has no place in `date`: a literal (forthcoming), a day that does not exist."""
    if value is None:
        return ""
    if value.literal:
        return value.literal
    lost = [part for part in value.parts if _iso(part) != _plain(part)]
    return "/".join(_plain(part) for part in value.parts) if lost else ""


def write_pages(pages: Pages | None) -> str:
    """Ranges with `--`, lists with a comma.

    >>> write_pages(Pages(ranges=(("104", "122"), ("130", "130"))))
    '104--122, 130'
    """
    if pages is None:
        return ""
    ranges = (f"{escape(a)}--{escape(b)}" if a != b and b else escape(a) for a, b in pages.ranges)
    return ", ".join([*ranges, *([escape(pages.literal)] if pages.literal else [])])


def read_pages(value: str) -> Pages | None:
    """The pages of a field, whatever dash it uses; what is no page label is kept as `literal`.

    >>> read_pages("104--122, 130").ranges, read_pages("12 ff.").literal
    ((('104', '122'), ('130', '130')), '12 ff.')
    """
    text = unescape(value)
    if not text:
        return None
    ranges = []
    for piece in re.split(r"\s*[,;]\s*", text):
        ends = [end.strip() for end in _RANGE.split(piece)]
        if len(ends) > 2 or any(not end or re.search(r"\s", end) for end in ends):
            return Pages(literal=text)
        ranges.append((ends[0], ends[-1]))
    return Pages(ranges=tuple(ranges))


def _plain(part: tuple[int, ...]) -> str:
    year = f"-{-part[0]:04d}" if part and part[0] < 0 else f"{part[0]:04d}" if part else ""
    return "-".join([year, *(f"{number:02d}" for number in part[1:])])


def _iso(part: tuple[int, ...]) -> str:
    """The longest prefix that is a date of the calendar."""
    for depth in range(min(len(part), 3), 0, -1):
        if part[0] in _YEARS and _exists(part[:depth]):
            return _plain(part[:depth])
    return ""


def _exists(part: tuple[int, ...]) -> bool:
    # The calendar repeats every 400 years, so that years before 1 can be checked too.
    month, day = (*part[1:], 1, 1)[:2]
    try:
        date(part[0] % 400 + 400, month, day)
    except ValueError:
        return False
    return True


def _read_iso(text: str) -> Date | None:
    if set(text) <= set("X/."):
        return None
    ends = [_ISO.fullmatch(end.strip().rstrip("~?%")) for end in text.split("/")[:2] if end.strip(" .")]
    if not ends or any(end is None for end in ends):
        return Date(literal=text)
    parts, season = [], 0
    for end in ends:
        if end is not None:
            numbers = [int(group) for group in end.groups() if group]
            if len(numbers) > 1 and 21 <= numbers[1] <= 24:
                season, numbers = numbers[1] - 20, numbers[:1]
            parts.append(tuple(numbers))
    return Date(parts=tuple(parts), season=season)


def _month_and_day(month: str, day: str) -> list[int]:
    name = unescape(month).lower().strip(".")
    if name[:3] in _MONTHS:
        number = _MONTHS.index(name[:3]) + 1
    elif re.fullmatch(r"\d{1,2}", name) and 1 <= int(name) <= 12:
        number = int(name)
    else:
        return []
    return [number, int(day)] if re.fullmatch(r"[12]?\d|3[01]", day) and int(day) else [number]
