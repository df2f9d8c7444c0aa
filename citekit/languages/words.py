"""The tables of all languages read together: notes mix languages, so parsers match any of them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache, lru_cache

from citekit.languages import LANGUAGES
from citekit.languages.language import Language

CJK = r"\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff"
"""The range of CJK letters for a character class (marks and punctuation are not in it)."""


def alternatives(words: Iterable[str]) -> str:
    """A regular expression for any of the words, the longest first.

    >>> alternatives(["见", "参见", "op. cit."])
    'op\\\\.\\\\ cit\\\\.|参见|见'
    """
    return "|".join(re.escape(word) for word in sorted(set(words), key=lambda word: (-len(word), word)))


@cache
def every(attribute: str) -> tuple[str, ...]:
    """The words of one attribute of all languages, e.g. `every("signals")`, in the tables' order."""
    words: list[str] = []
    for language in LANGUAGES.values():
        words += (word for word in getattr(language, attribute) if isinstance(word, str))
    return tuple(dict.fromkeys(words))


@cache
def months() -> dict[str, int]:
    """Month names and abbreviations in lower case with their numbers."""
    return {word.lower(): number for language in LANGUAGES.values() for word, number in language.months}


@cache
def seasons() -> dict[str, int]:
    """Season names in lower case with CSL's numbers."""
    return {word.lower(): number for language in LANGUAGES.values() for word, number in language.seasons}


@cache
def eras() -> dict[str, int]:
    """Era names with the Gregorian year before their first year."""
    return {name: year for language in LANGUAGES.values() for name, year in language.eras}


@cache
def roles() -> dict[str, str]:
    """Role words with the CSL variable of the name that they stand at."""
    return {word: variable for language in LANGUAGES.values() for word, variable in language.roles}


def language_of(text: str, hint: str = "") -> str:
    """The language of a title or citation by its script: a code of `LANGUAGES`, empty if nothing tells.

    Kana is Japanese, Hangul Korean, Cyrillic Russian; Han alone is Chinese unless the hint says Japanese or Korean.
    (ISO 15924 scripts; Han is shared, so this is a rule of thumb, see `docs/decisions`.)

    >>> language_of("日本の国益"), language_of("外交青書", hint="ja"), language_of("台湾研究"), language_of("World Politics")
    ('ja', 'ja', 'zh', 'en')
    """
    if re.search("[\u3041-\u3096\u30a1-\u30fa]", text):
        return "ja"
    if re.search("[\uac00-\ud7a3]", text):
        return "ko"
    if re.search("[\u0400-\u04ff]", text):
        return "ru"
    if re.search("[\u3400-\u9fff]", text):
        return hint if hint in ("ja", "ko") else "zh"
    return _latin(text)


def _latin(text: str) -> str:
    """A Latin-script language by its small words; English where none of another's stand, none where letters speak
    against English."""
    words = re.findall(r"[^\W\d_]+", text.lower())
    hits = {code: sum(word in table.small for word in words) for code, table in LANGUAGES.items() if table.small}
    best = max(hits, key=lambda code: (hits[code], code == "en"))
    if hits[best] > hits["en"]:
        return best
    return "en" if hits["en"] or text.isascii() or not re.search("[ßäöüàâçéèêëîïôûùñãõšč]", text.lower()) else ""


def chinese_region(text: str) -> str:
    """zh-TW for a text with more letters that only Big5 holds (traditional) than that only GB 2312 holds (simplified),
    else zh-CN.

    >>> chinese_region("关于国际"), chinese_region("關於國際"), chinese_region("人大")
    ('zh-CN', 'zh-TW', 'zh-CN')
    """
    balance = sum(in_charset(char, "big5") - in_charset(char, "gb2312") for char in text if char > "\u2fff")
    return "zh-TW" if balance > 0 else "zh-CN"


@lru_cache(maxsize=16384)
def in_charset(char: str, codec: str) -> bool:
    """Whether a character can be written in an encoding.

    >>> in_charset("国", "gb2312"), in_charset("国", "big5")
    (True, False)
    """
    try:
        char.encode(codec)
    except UnicodeEncodeError:
        return False
    return True


def table(code: str) -> Language:
    """The table of a language code or tag (zh-CN), English where there is none."""
    return LANGUAGES.get(code.split("-")[0], LANGUAGES["en"])
