"""Word's formats of numbers, as Word prints them."""

from __future__ import annotations

import pytest

from citekit.documents.docx.numerals import FORMATS, MOST, numeral

CASES = [
    ("decimal", 12, "12"),
    ("upperRoman", 49, "XLIX"),
    ("lowerLetter", 27, "aa"),
    ("upperLetter", 53, "AAA"),
    ("chicago", 4, "§"),
    ("chicago", 9, "***"),
    ("decimalZero", 7, "07"),
    ("numberInDash", 3, "- 3 -"),
    ("decimalFullWidth", 10, "１０"),
    ("decimalEnclosedCircle", 10, "⑩"),
    ("decimalEnclosedCircleChinese", 21, "21"),
    ("decimalEnclosedParen", 2, "⑵"),
    ("decimalEnclosedFullstop", 20, "⒛"),
    ("ideographEnclosedCircle", 10, "㊉"),
    ("ideographDigital", 105, "一〇五"),
    ("chineseCountingThousand", 21, "二十一"),
    ("chineseCounting", 10, "十"),
    ("japaneseCounting", 1111, "千百十一"),
    ("japaneseLegal", 12, "壱拾弐"),
    ("chineseLegalSimplified", 30, "叁拾"),
    ("ideographTraditional", 11, "甲"),
    ("ideographZodiacTraditional", 60, "癸亥"),
    ("aiueoFullWidth", 47, "アア"),
    ("irohaFullWidth", 2, "ロ"),
    ("ganada", 15, "가가"),
    ("koreanDigital", 20, "이영"),
    ("koreanCounting", 15, "십오"),
    ("russianLower", 3, "в"),
    ("none", 5, ""),
    ("cardinalText", 5, "5"),  # words are left to digits
]


@pytest.mark.parametrize(("kind", "number", "printed"), CASES)
def test_printed(kind: str, number: int, printed: str) -> None:
    assert numeral(number, kind) == printed


@pytest.mark.parametrize("kind", FORMATS)
def test_any_number(kind: str) -> None:
    for number in (0, 1, 20, 21, 999, MOST, 10**9):
        assert len(numeral(number, kind)) <= MOST / 4 + 1  # four signs, repeated
