"""Days as pages print or declare them."""

from __future__ import annotations

import re
from functools import cache

from citekit.languages.words import alternatives, eras, months
from citekit.model import Date
from citekit.references.dates import parse_date

_DECLARED = re.compile(r"\s*([12]\d{3})[-/.]?(\d{2})?[-/.]?(\d{2})?(?=$|[\sT])")
"""2023-08-18T09:00:00+09:00, 2023/08/18, 20230818 (W3CDTF, Dublin Core)."""
_NUMERAL = "[0-9〇一二三四五六七八九十元]"


def declared(raw: str) -> Date | None:
    """The date of a field that machines read; None if it is none.

    >>> declared("2023-08-18T09:00:00+09:00").parts, declared("August 18, 2023").parts, declared("令和5年8月18日").parts
    (((2023, 8, 18),), ((2023, 8, 18),), ((2023, 8, 18),))
    >>> declared("soon") is None
    True
    """
    if match := _DECLARED.match(raw):
        date = parse_date("-".join(part for part in match.groups() if part))
    else:
        date = parse_date(re.sub(r"\s+\d{1,2}:\d{2}.*$", "", raw.strip()))
    return date if date.parts and 1400 < date.parts[0][0] < 2100 else None


def printed_day(text: str) -> Date | None:
    """The first whole day in a text; None if there is none. Full-width figures count as figures.

    >>> printed_day("報道発表　令和５年８月１８日　外務省").parts, printed_day("Press Release, 18 August 2023").parts
    (((2023, 8, 18),), ((2023, 8, 18),))
    """
    found = _days().search(text.translate(_FIGURES))
    date = declared(re.sub(r"(?<=\d)(?:st|nd|rd|th|er)\b", "", found[0])) if found else None
    return date if date and len(date.parts[0]) == 3 else None


_FIGURES = str.maketrans("０１２３４５６７８９", "0123456789")


@cache
def _days() -> re.Pattern[str]:
    names = alternatives(name for name in months() if len(name) > 2)
    era = alternatives(eras())
    return re.compile(
        rf"(?:{era})\s?{_NUMERAL}{{1,3}}\s?年\s?{_NUMERAL}{{1,3}}\s?月\s?{_NUMERAL}{{1,3}}\s?日"
        rf"|(?:[12]\d{{3}}|[〇一二三四五六七八九]{{4}})\s?[年년]\s?{_NUMERAL}{{1,3}}\s?[月월]\s?{_NUMERAL}{{1,3}}\s?[日일]"
        rf"|(?<!\d)\d{{1,2}}(?:\.|st|nd|rd|th|er)?\s(?:{names})\.?,?\s[12]\d{{3}}(?!\d)"
        rf"|(?<!\w)(?:{names})\.?\s\d{{1,2}}(?:st|nd|rd|th)?,?\s[12]\d{{3}}(?!\d)"
        r"|(?<![\d./-])[12]\d{3}([-/.])\s?(?:0?[1-9]|1[0-2])\1\s?(?:0?[1-9]|[12]\d|3[01])(?![\d/-])"
        r"|(?<![\d./-])(?:0?[1-9]|[12]\d|3[01])\.(?:0?[1-9]|1[0-2])\.[12]\d{3}(?!\d)",
        re.IGNORECASE,
    )
