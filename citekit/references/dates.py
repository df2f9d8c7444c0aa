"""Printed dates to typed ones, only as deep as printed."""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

from citekit.languages.words import alternatives, eras, months, seasons
from citekit.model import Date

DIGITS = {"〇": 0, "零": 0, "一": 1, "二": 2, "三": 3, "四": 4, "五": 5, "六": 6, "七": 7, "八": 8, "九": 9}
TENS = {"十": 10, "廿": 20, "卅": 30, "百": 100}
NUMERAL = "[0-9〇零一二三四五六七八九十廿卅百元]+"
CJK = re.compile(
    rf"([12]\d{{3}}|[〇零一二三四五六七八九]{{4}})\s?[年년](?:\s?({NUMERAL})\s?[月월](?:\s?({NUMERAL})\s?[日일])?)?"
)
ISO = re.compile(r"([12]\d{3})[-./‐-―−～]\s?(\d{1,2})(?:[-./‐-―−～]\s?(\d{1,2}))?\.?")
DAY_FIRST = re.compile(r"(\d{1,2})\.\s?(\d{1,2})\.\s?([12]\d{3}|\d{2})")
"""18.8.2023, as DIN 5008 and GOST write it; 14.6.94."""
YEAR = re.compile(r"(?<!\d)([12]\d{3})(?!\d)")
DAY = re.compile(r"(?<!\d)(\d{1,2})(?!\d)")
YEARS = re.compile(r"(?:c\.?|ca\.?)?\s?([12]\d{3})[a-z]?(?:\s?[-‐-―/~～〜]\s?([12]?\d{1,3}))?\s?[年년г]?\.?")
WORD = re.compile(r"[^\W\d_]+")


def number(text: str) -> int | None:
    """Arabic or Chinese numerals: 12, 十二, 二〇一八, 元 (the first year of an era). None for anything else.

    >>> number("二十三"), number("二〇一八"), number("元"), number("百二")
    (23, 2018, 1, 102)
    """
    text = unicodedata.normalize("NFKC", text).strip()
    if text.isascii():
        return int(text) if text.isdigit() else None
    if text == "元":
        return 1
    if not all(char in DIGITS or char in TENS for char in text):
        return None
    if not any(char in TENS for char in text):
        return int("".join(str(DIGITS[char]) for char in text))
    total, last = 0, 0
    for char in text:
        if char in TENS:
            total += max(last, 1) * TENS[char]
            last = 0
        else:
            last = DIGITS[char]
    return total + last


@lru_cache(maxsize=4096)
def parse_date(raw: str) -> Date:
    """A printed date; what cannot be typed stays in `literal`.

    Reads 2023年8月18日, 二〇一八年, 令和5年, 2023-08-18, 18.8.2023, 18 August 2023, Mar/Apr.2023, Spring 2019, 1934-36.
    Eras are counted from their first year; a month beyond 12 or a day beyond 31 is no date.

    >>> parse_date("Mar/Apr.2023").parts, parse_date("令和5年").parts, parse_date("17 (forthcoming)").literal
    (((2023, 3), (2023, 4)), ((2023,),), '17 (forthcoming)')
    """
    text = unicodedata.normalize("NFKC", raw).strip(" .,;()[]")
    for reader in (_cjk, _era, _iso, _worded, _years):
        date = reader(text)
        if date:
            return date
    return Date(literal=raw.strip())


def _date(*values: int | None) -> Date | None:
    parts = []
    for value, most in zip(values, (2999, 12, 31), strict=False):
        if value is None or not 0 < value <= most:
            break
        parts.append(value)
    return Date(parts=(tuple(parts),)) if parts else None


def _cjk(text: str) -> Date | None:
    match = CJK.match(text)
    if not match:
        return None
    return _date(number(match[1]), *(number(part) if part else None for part in match.groups()[1:]))


@cache
def _in_eras() -> re.Pattern[str]:
    names = alternatives(eras())
    return re.compile(rf"({names})\s?({NUMERAL})\s?年(?:\s?({NUMERAL})\s?月(?:\s?({NUMERAL})\s?日)?)?")


def _era(text: str) -> Date | None:
    match = _in_eras().match(text)
    if not match:
        return None
    year = number(match[2])
    if year is None:
        return None
    # months of an imperial Chinese year are those of the lunar calendar: only the year carries over
    solar = match[1] in ("令和", "平成", "昭和", "大正", "明治", "民国", "民國")
    finer = [number(part) if part and solar else None for part in match.groups()[2:]]
    return _date(eras()[match[1]] + year, *finer)


def _iso(text: str) -> Date | None:
    if match := ISO.fullmatch(text):
        return _date(*(int(part) if part else None for part in match.groups()))
    if not (match := DAY_FIRST.fullmatch(text)):
        return None
    year = int(match[3])
    if year < 100:  # no footnote cites the year 2094
        year += 2000 if year < 40 else 1900
    return _date(year, int(match[2]), int(match[1]))


def _worded(text: str) -> Date | None:
    year = YEAR.search(text)
    if not year:
        return None
    words = WORD.findall(text.lower())
    named = [months()[word] for word in words if word in months()]
    days = [int(day) for day in DAY.findall(text.replace(year[1], " ", 1))]
    if named:
        parts = [(int(year[1]), month) for month in named[:2]]
        if len(named) == 1 and days and days[0] <= 31:
            return _date(int(year[1]), named[0], days[0])
        return Date(parts=tuple(parts))
    season = [seasons()[word] for word in words if word in seasons()]
    return Date(parts=((int(year[1]),),), season=season[0]) if season else None


def _years(text: str) -> Date | None:
    match = YEARS.fullmatch(text)
    if not match:
        return None
    first = int(match[1])
    if not match[2]:
        return Date(parts=((first,),))
    last = int(match[1][: 4 - len(match[2])] + match[2])
    return Date(parts=((first,), (last,))) if first < last <= 2999 else Date(parts=((first,),))


def display_date(date: Date) -> str:
    """ISO 8601-2 as BibLaTeX reads it: 2023-08-18, 2023-03/2023-04, 2019-21 (a season); the literal if untyped.

    >>> display_date(parse_date("Mar/Apr.2023")), display_date(parse_date("Spring 2019"))
    ('2023-03/2023-04', '2019-21')
    """
    if not date.parts:
        return date.literal
    shown = ["-".join([f"{part[0]:04}", *(f"{n:02}" for n in part[1:])]) for part in date.parts]
    if date.season:
        shown[0] += f"-{20 + date.season}"
    return "/".join(shown)
