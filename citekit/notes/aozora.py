"""The mark-up of Aozora Bunko, the library of free Japanese texts: typesetting notes, rare letters, accents.

https://www.aozora.gr.jp/annotation/ describes it: ［＃...］ tells how a passage is set, ※［＃name、code］ stands for a
letter that the text's encoding lacks, and 〔〕 holds Western words whose accents are written behind their letters.
"""

from __future__ import annotations

import re
import unicodedata

from citekit.model import Passage
from citekit.notes.patterns import compiled

LETTER = (
    r"※［＃[^［］]{0,60}?"
    r"(?:U\+(?P<code>[0-9A-F]{4,5})|(?P<plane>[12])-(?P<row>\d{1,2})-(?P<cell>\d{1,2}))[^［］]{0,20}］"
)
SETTING = r"［＃[^［］]{0,80}］"
WESTERN = r"〔(?=[^〔〕]{0,200}?[A-Za-z][`'^~:&,/][a-z])[^〔〕]{2,200}〕"
DECOMPOSED = r"(?P<ligature>ae|AE|oe|OE)&|(?P<letter>[A-Za-z])(?P<mark>[`'^~:&,/])(?=[A-Za-z]|\b)"
# each mark with the letters that it may follow, and Unicode's combining mark; `&` and `/` make letters of their own
MARKS = {
    "`": ("aeiouAEIOU", "\u0300"),
    "'": ("aceinosuyzACEINOSUYZ", "\u0301"),
    "^": ("aceghijosuwyACEGHIJOSUWY", "\u0302"),
    "~": ("anoANO", "\u0303"),
    ":": ("aeiouyAEIOUY", "\u0308"),
    ",": ("cC", "\u0327"),
}
MISSING = "〓"
"""The printers' mark for a letter that they lack."""
OWN = {"s&": "ß", "a&": "å", "A&": "Å", "o/": "ø", "O/": "Ø", "ae": "æ", "AE": "Æ", "oe": "œ", "OE": "Œ"}


def drop_annotations(passage: Passage) -> Passage:
    """The text that the annotations describe.

    >>> drop_annotations(Passage.of("〔Lo:we, Leuchttu:rme〕, Bd. ※［＃ローマ数字2、1-13-22］［＃横組み終わり］")).text
    'Löwe, Leuchttürme, Bd. II'
    """
    if "＃" in passage.text:
        passage = passage.sub(compiled(LETTER), _letter).sub(compiled(SETTING), "")
    if "〔" in passage.text:
        passage = passage.sub(compiled(WESTERN), lambda match: compiled(DECOMPOSED).sub(_accent, match.group()[1:-1]))
    return passage


def _letter(match: re.Match[str]) -> str:
    if match["code"]:
        return chr(int(match["code"], 16))
    row, number = int(match["row"]), int(match["cell"])
    if not (0 < row < 95 and 0 < number < 95):
        return MISSING
    cell = bytes((0xA0 + row, 0xA0 + number))
    try:  # JIS X 0213: the second plane has a prefix
        letter = (cell if match["plane"] == "1" else b"\x8f" + cell).decode("euc_jis_2004")
    except UnicodeDecodeError:
        return MISSING
    return unicodedata.normalize("NFKC", letter) if "Ⅰ" <= letter <= "ⅿ" else letter


def _accent(match: re.Match[str]) -> str:
    if match["ligature"]:
        return OWN[match["ligature"]]
    letter, mark = match["letter"], match["mark"]
    letters, combining = MARKS.get(mark, ("", ""))
    if letter in letters:
        return unicodedata.normalize("NFC", letter + combining)
    return OWN.get(letter + mark, letter + mark)
