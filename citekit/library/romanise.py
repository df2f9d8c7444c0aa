"""Any script in ASCII words, for citation keys only: users' data are never folded.

The reading of Han characters follows the language of the item: pinyin for Chinese and for what no table knows, for
Japanese the tables of `japanese`, and the dictionary of `citekit[ja]` for what they miss, if it is installed. All is
lower case; a word that no rule can read is dropped.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from citekit.library import cyrillic, hangul, japanese, kana, surnames
from citekit.library.readings import japanese_words, surname_reading

# Latin letters that have no decomposition in Unicode.
LATIN = {
    "ß": "ss",
    "ø": "o",
    "æ": "ae",
    "œ": "oe",
    "ł": "l",
    "đ": "d",
    "ð": "d",
    "þ": "th",
    "ı": "i",
    "ŋ": "ng",
    "ə": "e",
}

_HAN = "\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_KATAKANA = "\u30a1-\u30fa\u30fc"
_HIRAGANA = "\u3041-\u309f\u30fc"
_HANGUL = "\uac00-\ud7a3"
_OTHER = rf"(?:(?![{_HAN}{_KATAKANA}{_HIRAGANA}{_HANGUL}])[\w'’])+"
_RUN = re.compile(
    rf"(?P<han>[{_HAN}]+)|(?P<katakana>[{_KATAKANA}]+)|(?P<hiragana>[{_HIRAGANA}]+)"
    rf"|(?P<hangul>[{_HANGUL}]+)|(?P<other>{_OTHER})"
)
_KOREAN_PARTICLE = re.compile(r"(?<=\w\w)[의와과은는을를에]$")
# What a Chinese or Japanese title begins with before it says anything: an ordinal, *on*, *from*, *a study of*.
_OPENING = re.compile(
    r"^\W*(?:第[〇一二三四五六七八九十百千\d]+[回次届屆期号號章巻卷]の?|试论|試論|略论|略論|浅析|淺析|浅论|再论|再論"
    r"|关于|關於|論|论|从|從|对|對|评|評|析)(?=\W*\w{2})"
)
_LONGEST_WORD = max(map(len, japanese.WORDS))
_MIDDLE_DOTS = re.compile(r"[·•‧・･]")


def words(text: str, language: str) -> Iterator[str]:
    """The words of a title in ASCII, in order; a run of Han characters gives its words one by one.

    >>> list(words("Cable-Politics für Ärzte", "de"))
    ['cable', 'politics', 'fur', 'arzte']
    >>> list(words("東アジアの電信", "ja")), list(words("Холодная война", "ru"))
    (['higashiajia', 'no', 'denshin'], ['kholodnaya', 'voina'])
    """
    text = _OPENING.sub("", unicodedata.normalize("NFKC", text))
    if language.startswith("ja"):
        readings = list(_japanese(text))
        # A reading that only Chinese gives is second best: the words that a table knows go first.
        yield from (word for word, known in readings if known)
        yield from (word for word, known in readings if not known)
        return
    for match in _RUN.finditer(text):
        yield from filter(None, _run(match[0], match.lastgroup or ""))


def surname(text: str, language: str) -> str:
    """The surname of a person whose name is written in one piece, in ASCII.

    >>> surname("欧阳修", "zh"), surname("曾国藩", "zh"), surname("田中太郎", "ja"), surname("김철수", "ko")
    ('ouyang', 'zeng', 'tanaka', 'kim')
    """
    text = unicodedata.normalize("NFKC", text).strip()
    if _MIDDLE_DOTS.search(text):
        # A foreign name in transliteration: the last part is the surname.
        return "".join(words(_MIDDLE_DOTS.split(text)[-1], language))
    if text and hangul.is_hangul(text[0]):
        return _korean_surname(text)
    if text and re.match(f"[{_HAN}]", text):
        return _japanese_surname(text) if language.startswith("ja") else _chinese_surname(text)
    return "".join(list(words(text, language))[-1:])


def fold(text: str) -> str:
    """Latin, Cyrillic and Greek letters and digits in ASCII; anything else is dropped.

    >>> fold("Łódź"), fold("Größe"), fold("Щука"), fold("Žižek")
    ('lodz', 'grosse', 'shchuka', 'zizek')
    """
    out = []
    for char in text.lower():
        known = cyrillic.LETTERS.get(char) or LATIN.get(char)
        base = known if known is not None else unicodedata.normalize("NFKD", char)
        out.append("".join(cyrillic.LETTERS.get(c, LATIN.get(c, c)) for c in base))
    return re.sub(r"[^a-z0-9]", "", "".join(out))


def pinyin(text: str) -> list[str]:
    """The syllables of Han characters, polyphones by their phrase.

    >>> pinyin("重庆战略")
    ['chong', 'qing', 'zhan', 'lue']
    """
    from pypinyin import lazy_pinyin  # a heavy table: not for runs without Chinese

    return [fold(syllable.replace("v", "u")) for syllable in lazy_pinyin(text, errors="ignore")]


@lru_cache(maxsize=8192)
def sound(char: str) -> str:
    """The commonest reading of one Han character in pinyin without tones; empty if it has none. A simplified and a
    traditional character mostly sound the same.

    >>> sound("国"), sound("國"), sound("a")
    ('guo', 'guo', '')
    """
    return "".join(pinyin(char)) if re.match(f"[{_HAN}]", char) else ""


def _run(text: str, script: str) -> Iterator[str]:
    if script == "han":
        yield from _chinese(text)
    elif script in ("katakana", "hiragana"):
        yield kana.romanise_kana(text)
    elif script == "hangul":
        # The particle of a noun (of, and, object ...) is no part of the word.
        yield hangul.romanise_hangul(_KOREAN_PARTICLE.sub("", text))
    else:
        # An article or pronoun before an apostrophe (l’état) is a word of its own, an ending (port’s) is none.
        head, mark, tail = text.replace("’", "'").partition("'")
        yield from map(fold, (head, tail) if mark and len(head) <= 2 else (text,))


def _chinese(text: str) -> Iterator[str]:
    """Words of two or three characters: what the phrase table knows, single characters joined to what follows."""
    from pypinyin.seg.mmseg import seg

    syllables = pinyin(text)
    parts = [part for part in seg.cut(text) if part]
    if len(syllables) != len(text):
        yield "".join(syllables[:3])
        return
    at = 0
    while parts:
        word = parts.pop(0)
        while len(word) < 2 and parts and len(word + parts[0]) <= 3:
            word += parts.pop(0)
        if len(word) < 2 and parts:
            # The phrase that follows is long: take its first character only.
            word, parts[0] = word + parts[0][0], parts[0][1:]
        yield "".join(syllables[at : at + min(len(word), 4)])
        at += len(word)


def _japanese(text: str) -> Iterator[tuple[str, bool]]:
    """By the table of words, longest first; katakana, Latin and other runs by their script. With each word goes
    whether its reading is known: kanji that no table has, and the kana of inflections after them, are not."""
    at, guessed = 0, False
    dictionary = _places(japanese_words(text))
    while at < len(text):
        size = next((n for n in range(_LONGEST_WORD, 0, -1) if text[at : at + n] in japanese.WORDS), 0)
        match = _RUN.match(text, at)
        if size:
            yield japanese.WORDS[text[at : at + size]], True
            guessed = False
        elif at in dictionary:
            word, reading = dictionary[at]
            yield reading, True
            size, guessed = len(word), False
        elif match is None:
            size, guessed = 1, False
        elif match.lastgroup == "han":
            size = min(2, match.end() - at)
            yield "".join(pinyin(text[at : at + size])), False
            guessed = True
        else:
            size = match.end() - at
            inflection = guessed and match[0][0] <= "\u309f"
            yield from ((word, not inflection) for word in _run(match[0], match.lastgroup or "") if word)
            guessed = False
        at += size


def _places(found: list[tuple[str, str, bool]]) -> dict[int, tuple[str, str]]:
    """The words with kanji that a dictionary reads, by their place in the text."""
    places, at = {}, 0
    for word, reading, _ in found:
        if reading and re.search(f"[{_HAN}]", word):
            places[at] = (word, reading)
        at += len(word)
    return places


def _chinese_surname(text: str) -> str:
    for size in (4, 3, 2):
        if len(text) > size and text[:size] in surnames.COMPOUND:
            return surnames.COMPOUND[text[:size]]
    if text in surnames.COMPOUND:
        return surnames.COMPOUND[text]
    if len(re.sub(rf"[^{_HAN}]", "", text)) > 4:
        # No Chinese name is that long: a foreign one, or an institution that nobody marked.
        return "".join(pinyin(text[:3]))
    return surnames.READINGS.get(text[0]) or "".join(pinyin(text[0]))


def _japanese_surname(text: str) -> str:
    if text in japanese.WORDS:
        return japanese.WORDS[text]
    for size in (4, 3, 2, 1):
        if len(text) >= size and text[:size] in japanese.SURNAMES:
            return japanese.SURNAMES[text[:size]]
    if reading := surname_reading(text):
        return reading
    han = re.match(f"[{_HAN}]+", text)
    length = len(han[0]) if han else 0
    return "".join(pinyin(text[: min(2, length)]))


def _korean_surname(text: str) -> str:
    family = text[:2] if text[:2] in hangul.COMPOUND and len(text) > 2 else text[:1]
    return hangul.SURNAMES.get(family) or hangul.romanise_hangul(family)
