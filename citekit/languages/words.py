"""The tables of all languages read together: notes mix languages, so parsers match any of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache, lru_cache

from citekit.languages import LANGUAGES
from citekit.languages.language import Language

CJK = r"\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff"
"""The range of CJK letters for a character class (marks and punctuation are not in it)."""

KANA = re.compile("[\u3041-\u3096\u30a1-\u30fa]")
HANGUL = re.compile("[\uac00-\ud7a3]")
SCRIPTS = (
    ("ja", KANA),
    ("ko", HANGUL),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("zh", re.compile("[\u3400-\u9fff]")),
)
"""What a letter of a script says about the language, in the order in which it is asked; Han letters come last."""
WORD = re.compile(r"[^\W\d_]+")
FOREIGN = re.compile("[ßäöüàâçéèêëîïôûùñãõšč]")
"""Letters that English does not have."""


def alternatives(words: Iterable[str], apart: str = "", then: str = "") -> str:
    """A regular expression for any of the words, the longest first; `apart` is a class of characters of which none may
    stand before them, `then` a pattern for what follows each.

    Words with one first letter share a branch, and the look back stands behind that letter: a search leaps from one
    first letter to the next as long as its pattern begins with such branches.

    >>> alternatives(["见", "参见", "参看", "op. cit."])
    'op\\\\.\\\\ cit\\\\.|参(?:看|见)|见'
    >>> re.search(alternatives(["see", "cf."], apart="a-z"), "They foresee what they see").start()
    23
    """
    look = f"(?<![{apart}].)" if apart else ""
    branches: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        branches.setdefault(word[:1], []).append(re.escape(word[1:]))
    return "|".join(
        re.escape(first) + look + (f"(?:{'|'.join(rest)})" if len(rest) > 1 else rest[0]) + then
        for first, rest in branches.items()
    )


@cache
def every(attribute: str) -> tuple[str, ...]:
    """The words of one attribute of all languages, e.g. `every("signals")`, in the tables' order."""
    words: list[str] = []
    for language in LANGUAGES.values():
        words += (word for word in getattr(language, attribute) if isinstance(word, str))
    return tuple(dict.fromkeys(words))


@cache
def word_set(attribute: str) -> frozenset[str]:
    """The same words as a set, to ask whether a word is one of them."""
    return frozenset(every(attribute))


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
    if text.isascii():
        return _latin(text)
    code = next((code for code, letters in SCRIPTS if letters.search(text)), "")
    if code == "zh":
        return hint if hint in ("ja", "ko") else "zh"
    return code or _latin(text)


def _latin(text: str) -> str:
    """A Latin-script language by its small words; English where none of another's stand, none where letters speak
    against English."""
    hits = _hits(text.lower())
    best = max(LANGUAGES, key=lambda code: (hits[code], code == "en"))
    if hits[best] > hits["en"]:
        return best
    return "en" if hits["en"] or text.isascii() or not FOREIGN.search(text.lower()) else ""


def _hits(lower: str) -> Counter[str]:
    """How often each language's small words and letters stand in a text in lower case."""
    hits = Counter(code for word in WORD.findall(lower) for code in _small().get(word, ()))
    if not lower.isascii():
        hits.update(code for char in set(lower) for code in _accents().get(char, ()))
    return hits


def undecided(text: str) -> bool:
    """Whether no small word and no letter of any language stands in a title: Deutsche Gesellschaftsgeschichte.

    >>> undecided("Postwar"), undecided("Embers of War")
    (True, False)
    """
    return not _hits(text.lower())


@cache
def language_at(place: str) -> str:
    """The language of the table that knows a place of publication; empty for a place that none knows.

    >>> language_at("München"), language_at("New York"), language_at("Atlantis")
    ('de', 'en', '')
    """
    first = re.split(r"[,;/(]| u\. ?a\.| am | a\. ", place)[0].strip(" .")
    return next((code for code, language in LANGUAGES.items() if first and first in language.places), "")


@cache
def _accents() -> dict[str, list[str]]:
    codes: dict[str, list[str]] = {}
    for code, language in LANGUAGES.items():
        for char in language.accents:
            codes.setdefault(char, []).append(code)
    return codes


@cache
def _small() -> dict[str, list[str]]:
    """The codes of the languages among whose commonest words a word is."""
    codes: dict[str, list[str]] = {}
    for code, language in LANGUAGES.items():
        for word in language.small:
            codes.setdefault(word, []).append(code)
    return codes


def chinese_region(text: str) -> str:
    """zh-TW for a text with more letters that only Big5 holds (traditional) than that only GB 2312 holds (simplified),
    else zh-CN.

    >>> chinese_region("关于国际"), chinese_region("關於國際"), chinese_region("人大")
    ('zh-CN', 'zh-TW', 'zh-CN')
    """
    return "zh-TW" if sum(map(_leaning, text)) > 0 else "zh-CN"


def han_of(text: str) -> str:
    """The language that the shapes of Han letters tell by themselves: zh-CN, zh-TW or ja; empty where they tell none.

    A letter of GB 2312 or Big5 that JIS does not hold is Chinese. Text that JIS can write as a whole, and neither GB
    2312 nor Big5 can (東 is not simplified, 会 not traditional), is Japanese.

    >>> han_of("东京的会"), han_of("說文解字"), han_of("東京大学出版会"), han_of("外交史")
    ('zh-CN', 'zh-TW', 'ja', '')
    """
    letters = {char for char in text if "\u3400" <= char <= "\u9fff"}
    foreign = [char for char in letters if not in_charset(char, "cp932")]
    if any(in_charset(char, "gb2312") for char in foreign):
        return "zh-CN"
    foreign = [char for char in foreign if not in_charset(char, "euc_jis_2004")]  # 鷗 is in the wider set alone
    if foreign:
        return "zh-TW" if any(in_charset(char, "big5") for char in foreign) else ""
    written = (all(in_charset(char, codec) for char in letters) for codec in ("gb2312", "big5"))
    return "" if any(written) else "ja"


@lru_cache(maxsize=16384)
def _leaning(char: str) -> int:
    """1 for a traditional character, -1 for a simplified one, 0 for what is neither or both."""
    return in_charset(char, "big5") - in_charset(char, "gb2312") if char > "\u2fff" else 0


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
