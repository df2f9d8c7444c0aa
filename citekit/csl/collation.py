"""The order of words: blanks, marks, figures, then letters by script, in the order that the locale puts scripts.

Letters are compared without accents and case first, as the Unicode Collation Algorithm (UTS #10) does; the order of
scripts is that of CLDR: Chinese and Korean put their own characters before Latin letters, Japanese behind them.
Chinese characters are ordered by their reading where the locale is Chinese, else by code point.
"""

from __future__ import annotations

import unicodedata
from functools import lru_cache

Key = tuple[tuple[int, str], ...]

_HAN, _HANGUL, _KANA, _LATIN, _GREEK, _CYRILLIC, _OTHER = range(10, 17)
_ORDERS = {
    "zh": (_HAN, _LATIN, _GREEK, _CYRILLIC, _KANA, _HANGUL, _OTHER),
    "ja": (_LATIN, _KANA, _HAN, _GREEK, _CYRILLIC, _HANGUL, _OTHER),
    "ko": (_HANGUL, _HAN, _LATIN, _GREEK, _CYRILLIC, _KANA, _OTHER),
}
_DEFAULT = (_LATIN, _GREEK, _CYRILLIC, _OTHER, _KANA, _HANGUL, _HAN)
# Letters that do not come apart into a base and an accent but stand beside their neighbours in Latin orders.
_FOLDED = {"æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ß": "ss"}


def sort_key(text: str, language: str) -> tuple[Key, str]:
    """The key by which a text sorts in a language; what the first key takes for the same the second tells apart.

    >>> sorted(["Zola", "Äpfel", "apfel", "Apfel 2"], key=lambda text: sort_key(text, "de"))
    ['apfel', 'Äpfel', 'Apfel 2', 'Zola']
    >>> sorted(["Bohr", "张三", "李四"], key=lambda text: sort_key(text, "zh"))
    ['李四', '张三', 'Bohr']
    """
    ranks = {script: place for place, script in enumerate(_ORDERS.get(language, _DEFAULT), start=10)}
    parts: list[tuple[int, str]] = []
    for place, character in enumerate(text):
        script = _script(character)
        if script == _HAN and language == "zh":
            parts.append((ranks[_HAN], reading(character, surname=place == 0)))
        elif script == 1 and character not in "'’-‐":
            continue  # marks do not count
        elif script < 10:
            parts.append((script, character))
        else:
            parts += [(ranks[script], letter) for letter in _base(character)]
    return tuple(parts), unicodedata.normalize("NFD", text).swapcase()


@lru_cache(maxsize=4096)
def _base(character: str) -> str:
    folded = character.casefold()
    if folded in _FOLDED:
        return _FOLDED[folded]
    spread = unicodedata.normalize("NFD", folded)
    return "".join(letter for letter in spread if not unicodedata.combining(letter)) or folded


@lru_cache(maxsize=4096)
def _script(character: str) -> int:
    """The place of a character: 0 blanks, 1 marks, 2 symbols, 3 figures, from 10 on the scripts."""
    category = unicodedata.category(character)
    if character.isspace():
        return 0
    if category[0] in "PC":
        return 1
    if category[0] == "S":
        return 2
    if category[0] == "N":
        return 3
    code = ord(character)
    if code < 0x370 or 0x1E00 <= code < 0x1F00:
        return _LATIN
    for start, end, script in _BLOCKS:
        if start <= code <= end:
            return script
    return _OTHER


_BLOCKS = (
    (0x370, 0x3FF, _GREEK),
    (0x400, 0x52F, _CYRILLIC),
    (0x1F00, 0x1FFF, _GREEK),
    (0x3040, 0x30FF, _KANA),
    (0x3400, 0x9FFF, _HAN),
    (0xAC00, 0xD7AF, _HANGUL),
    (0xF900, 0xFAFF, _HAN),
    (0x20000, 0x3FFFF, _HAN),
)


@lru_cache(maxsize=20_000)
def reading(character: str, surname: bool = False) -> str:
    """The reading of a Chinese character in Hanyu Pinyin with its tone; a surname's where it opens the text."""
    from pypinyin import Style, pinyin

    from citekit.library.surnames import READINGS

    readings = pinyin(character, style=Style.TONE3, heteronym=surname, errors="default")[0]
    wanted = READINGS.get(character, "").replace("lyu", "lv").replace("nyu", "nv") if surname else ""
    chosen = next((each for each in readings if wanted and each.rstrip("12345") == wanted), readings[0])
    return f"{chosen} {_within_reading(character)}"


def _within_reading(character: str) -> str:
    """Where a character stands among those of its reading: by strokes, as on the first level of GB 2312."""
    try:
        code = character.encode("gb2312").hex()
    except UnicodeEncodeError:
        return f"z{ord(character):06x}"
    return code if code < "d8" else f"y{ord(character):06x}"
