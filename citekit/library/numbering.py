"""Numbers of volumes, issues and editions in one form: 第二版, 2nd ed., Second edition and 2 are the same."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from citekit.languages.fold import letters

_HAN_DIGITS = {char: value for value, char in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "兩": 2}
_HAN_NUMBER = re.compile("[〇零一二两兩三四五六七八九十百]+")
_ROMAN = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})")
_COUNTS = re.compile(rf"\d+|\b(?=[ivxlcdm]+\b){_ROMAN.pattern}\b")  # II.2 has two
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_ORDINALS = """
    first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth
    sixteenth seventeenth eighteenth nineteenth twentieth twenty-first
"""
ORDINALS = {word: number for number, word in enumerate(_ORDINALS.split(), 1)}
"""English ordinals in words, for editions and centuries."""
# What is printed beside a number and says only what it counts.
_UNIT = re.compile(
    r"^第|[卷巻册冊集辑輯編编部期号號版本]+$"
    r"|\b(?:vols?|volumes?|bde?|band|bände|tomes?|nos?|nrs?|numbers?|issues?|parts?|pts?|eds?|edn|editions?|aufl|auflage)\b\.?"
)
_SAME_WORDS = {"rev": "revised", "修訂": "修订", "增訂": "增订", "enl": "enlarged"}


@lru_cache(maxsize=4096)
def plain_number(text: str) -> str:
    """The number in digits; a text without any number (上, Special Issue) as its folded letters.

    >>> [plain_number(text) for text in ("第2版", "2nd ed.", "Second edition", "II", "上册", "S/2010/394", "II.2")]
    ['2', '2', '2', '2', '上', '2010.394', '2.2']
    """
    line = unicodedata.normalize("NFKC", text).casefold().strip()
    if re.search(r"\d", line):
        parts = _COUNTS.findall(_UNIT.sub("", line))
        return ".".join(part.lstrip("0") or "0" if part.isdigit() else str(_roman(part)) for part in parts)
    bare = _UNIT.sub("", line).strip(" .,:-") or line
    if bare in ORDINALS:
        return str(ORDINALS[bare])
    if _HAN_NUMBER.fullmatch(bare):
        return str(han_number(bare))
    if bare and _ROMAN.fullmatch(bare):
        return str(_roman(bare))
    return letters(_SAME_WORDS.get(bare, bare)) or bare


def han_number(text: str) -> int:
    """The value of a number in Han characters, up to 999, or its digits one by one.

    >>> han_number("二十一"), han_number("一百零三"), han_number("一九四五")
    (21, 103, 1945)
    """
    if not set(text) & set("十百"):
        return int("".join(str(_HAN_DIGITS[char]) for char in text))
    total, digit = 0, 0
    for char in text:
        if char in "十百":
            total, digit = total + (digit or 1) * (10 if char == "十" else 100), 0
        else:
            digit = _HAN_DIGITS[char]
    return total + digit


def _roman(text: str) -> int:
    values = [_ROMAN_VALUES[char] for char in text]
    return sum(-one if one < two else one for one, two in zip(values, [*values[1:], 0], strict=True))
