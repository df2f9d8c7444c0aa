"""Code points as PDFium gives them into the characters that are printed.

One glyph may have several code points, and a font's table read backwards may name the wrong one: U+037E for the
semicolon, a Kangxi radical for the ideograph that looks the same.
"""

from __future__ import annotations

import unicodedata
from functools import cache

HYPHENS = (0x02, 0xFFFE)
"""PDFium's hyphen at a line end, when asked for a character and when asked for the text."""
KANGXI = range(0x2F00, 0x2FD6)
"""Radicals whose compatibility decomposition is the ideograph."""
# Radicals that have none, as far as they are words (Unicode's EquivalentUnifiedIdeograph.txt).
RADICALS = dict(
    zip(
        "⺁⺌⺒⺝⺟⺠⺧⺩⺫⺬⺮⺷⺼⺽⻁⻄⻅⻆⻉⻋⻑⻓⻔⻕⻗⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻧⻨⻩⻪⻬⻮⻰⻳",
        "厂小巳月母民牛王目示竹羊月臼虎西见角贝车長长门阜雨青韦页风飞食马骨鬼鱼鸟卤麦黄黾齐齿龙龟",
        strict=True,
    )
)


@cache
def character(code: int) -> str:
    """The character for one of PDFium's codes; U+FFFD for 0, which stands where the font gives no Unicode.

    >>> character(0x37E), character(0x2F47), character(2), character(9)
    (';', '日', '-', ' ')
    """
    if code in HYPHENS:
        return "-"
    if not code or 0xD800 <= code < 0xE000 or code > 0x10FFFF:
        return "\ufffd"
    char = chr(code)
    if unicodedata.category(char) == "Cc" or char == "\u2028":
        return " "
    if code in KANGXI:
        return unicodedata.normalize("NFKC", char)
    composed = unicodedata.normalize("NFC", char)
    return composed if len(composed) == 1 and char != composed else RADICALS.get(char, char)
