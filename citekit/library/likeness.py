"""When two printed texts say the same: width, marks, spelling, forms of characters, romanisation, a lost letter.

`normal` folds what every print may change; `spelled` also what writers of one language write in two ways; `sounds`
gives the ways in which a text is written in Latin letters. All of it is for comparing: nobody's data are changed.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from citekit.languages.fold import letters
from citekit.languages.words import HANGUL
from citekit.library.kana import romanise_kana
from citekit.library.numbering import ORDINALS, han_number
from citekit.library.readings import japanese_reading
from citekit.library.romanise import LATIN, pinyin, sound
from citekit.library.tex import clean
from citekit.library.variants import one_form

_HAN = re.compile("[\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff]")
_HAN_RUN = re.compile(f"{_HAN.pattern}+")
_KANA = re.compile("[\u3041-\u30ff]")
_LATIN = re.compile("[a-z&]")
_BREAKS = re.compile(r"[\s\-–—:：,.]+")
_AMPERSAND = re.compile(r"\s*&\s*")
_ARTICLE = re.compile(r"^\W*(?:the|an?|der|die|das|le|la|les|el|los|las)\s+(?=\w)")
# British and American spelling, umlauts written out: each pair becomes one, right or wrong, on both sides.
SPELLINGS = (
    (re.compile(r"(?<=[iy])s(?=(?:e[ds]?|ers?|ing|ations?)\b)"), "z"),
    (re.compile(r"our(?=s?\b|(?:ed|ing|able|ite|ist|er)s?\b)"), "or"),
    (re.compile(r"tre(?=s?\b)"), "ter"),
    (re.compile(r"ence(?=s?\b)"), "ense"),
    (re.compile(r"ogue(?=s?\b)"), "og"),
    (re.compile(r"(?<=[aeiou])ll(?=(?:ed|ing)\b)"), "l"),
    (re.compile(r"(?<=[aou])e"), ""),
    (re.compile(r"\b(\d+)(?:st|nd|rd|th)\b"), r"\1"),
)
_ORDINAL = re.compile(rf"\b(?:{'|'.join(sorted(ORDINALS, key=len, reverse=True))})\b")
_CENTURY = re.compile("[〇一二三四五六七八九十]{1,3}(?=世[纪紀])")
# Kana that loan words have or have not, and the two ways to write v.
_KANA_FORMS = (("ー", ""), ("ヴァ", "バ"), ("ヴィ", "ビ"), ("ヴェ", "ベ"), ("ヴォ", "ボ"), ("ヴ", "ブ"))
# Long vowels, and n before a lip sound, as the systems of romanisation write them.
_LATIN_SOUNDS = ((re.compile("o[uo]"), "o"), (re.compile("uu"), "u"), (re.compile("m(?=[bmp])"), "n"))
_LATIN_LETTERS = str.maketrans(LATIN)
_LONG_WORD, _LONG_TITLE, _OPENING = 5, 12, 16
# Characters of which one more or less turns the meaning round, or counts on.
_TURNING = frozenset("不无無未非反新旧舊前后後上中下续續再古今男女内外東西南北东〇一二三四五六七八九十")


def normal(text: str) -> str:
    """The letters of a text, folded to compare; a text of marks alone stays as it is.

    >>> normal("Ｐｏｗｅｒｐｌａｙ: “Origins”"), normal("？！")
    ('powerplayorigins', '？！')
    """
    return letters(text) or clean(text)


def spelled_words(text: str) -> list[str]:
    """The words of a text in one spelling, without the article before them.

    >>> spelled_words("The Labour of Müller & Co. in the Nineteenth Century")
    ['labor', 'of', 'muller', 'and', 'co', 'in', 'the', '19', 'century']
    >>> spelled_words("コンピューター史"), spelled_words("二十世紀")
    (['コンピュタ史'], ['20世紀'])
    """
    line = _without_accents(text.casefold().translate(_LATIN_LETTERS))
    if _LATIN.search(line):
        line = _ORDINAL.sub(lambda m: str(ORDINALS[m[0]]), _ARTICLE.sub("", _AMPERSAND.sub(" and ", line)))
        for pattern, new in SPELLINGS:
            line = pattern.sub(new, line)
    if "世" in line:
        line = _CENTURY.sub(lambda m: str(han_number(m[0])), line)
    if _KANA.search(line):
        for old, new in _KANA_FORMS:
            line = line.replace(old, new)
    return [one_form(word) for word in filter(None, map(letters, _BREAKS.split(line)))]


@lru_cache(maxsize=8192)
def spelled(text: str) -> str:
    """All words of a text in one spelling, joined; a text of marks alone stays as it is.

    >>> spelled("Post-War Labour") == spelled("Postwar labor"), spelled("國際關係") == spelled("国际关系")
    (True, True)
    """
    return "".join(spelled_words(text)) or clean(text)


@lru_cache(maxsize=8192)
def sounds(text: str) -> frozenset[str]:
    """The ways in which a spelled text may be written in Latin letters: itself, pinyin of Han characters, kana in
    Hepburn's system, kanji in their Japanese readings if a dictionary is installed. Empty if there is none.

    >>> sorted(sounds("日本复兴")), sorted(sounds("なみとともしび")), sorted(sounds("shōsetsu"))
    (['ribenfuxing'], ['namitotomoshibi'], ['shosetsu'])
    """
    plain = letters(text)
    if plain.isascii():
        return frozenset({_latin_sound(plain)} if plain else ())
    han, kana = _HAN.search(plain), _KANA.search(plain)
    if HANGUL.search(plain):
        return frozenset()
    found = set()
    if han and not kana:
        # Character by character, and with what their phrase makes of polyphones (率, 重).
        found.add("".join(sound(char) or char for char in plain))
        found.add(_HAN_RUN.sub(lambda run: "".join(pinyin(run[0])), plain))
    if kana and not han:
        found.add(romanise_kana(plain))
    if (han or kana) and (reading := japanese_reading(text)):
        found.add(reading)
    return frozenset(_latin_sound(way) for way in found if way.isascii())


def opening_sounds(text: str, *, japanese: bool) -> tuple[str, ...]:
    """How a text begins in Latin letters, to look for others that begin so; `japanese` if it may be Japanese.

    >>> opening_sounds("日本复兴大战略的前途", japanese=False), opening_sounds("Ribenfuxing da zhanlüe", japanese=False)
    (('ribenfuxingdazha',), ('ribenfuxingdazha',))
    """
    plain = letters(text)
    head = plain[:_OPENING]
    ways = [head] if head.isascii() else []
    if not ways and _HAN.search(head) and not _KANA.search(head):
        ways.append("".join(sound(char) or char for char in head))
    elif not ways and _KANA.search(head) and not _HAN.search(head):
        ways.append(romanise_kana(head))
    if japanese and _HAN.search(head) and not HANGUL.search(head) and (reading := japanese_reading(text)):
        ways.append(reading)
    return tuple(_latin_sound(way)[:_OPENING] for way in ways if way.isascii())


def sound_alike(one: str, two: str) -> bool:
    """Whether one text is the other in Latin letters; two texts in one script are never, whatever they sound like.

    >>> sound_alike("Wang Fan", "王帆"), sound_alike("王凡", "王帆")
    (True, False)
    """
    a, b = normal(one), normal(two)
    return a.isascii() != b.isascii() and not sounds(a).isdisjoint(sounds(b))


def are_near(one: str, two: str) -> bool:
    """Whether a long title may be the other with one letter lost or wrong in a long word, or a character lost.

    >>> are_near("Regional Confict Management", "Regional Conflict Management"), are_near("Ports I", "Ports II")
    (True, False)
    >>> are_near("东亚海域史研究中的方法论反思", "东亚海域史研究中的方法反思"), are_near("英国海洋战略", "法国海洋战略")
    (True, False)
    """
    first, second = spelled_words(one), spelled_words(two)
    if len("".join(first)) < _LONG_TITLE or len(first) != len(second):
        return False
    apart = [(a, b) for a, b in zip(first, second, strict=True) if a != b]
    if len(apart) != 1:
        return False
    a, b = apart[0]
    if _HAN.search(a + b) or _KANA.search(a + b):
        short, long = sorted((a, b), key=len)
        return len(short) >= _LONG_TITLE - 1 and len(long) == len(short) + 1 and _lost(short, long) not in _TURNING
    return are_near_words(a, b)


def are_near_words(one: str, two: str) -> bool:
    """Whether a long spelled word may be the other with one letter lost or wrong, the first one excepted.

    >>> are_near_words("katzenstein", "katzenstien"), are_near_words("ports", "forts")
    (True, False)
    """
    long = min(len(one), len(two)) >= _LONG_WORD and one.isalpha() and two.isalpha()
    return long and one[0] == two[0] and _one_edit(one, two)


def _lost(short: str, long: str) -> str:
    """The one character that the longer text has more; one that turns the meaning if they differ otherwise."""
    at = next((place for place, char in enumerate(short) if char != long[place]), len(short))
    return long[at] if long[at + 1 :] == short[at:] else "不"


def _one_edit(one: str, two: str) -> bool:
    """Whether one letter is lost, added or another one, or two have changed places."""
    at = next((place for place, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), min(len(one), len(two)))
    if one[at : at + 2] == two[at : at + 2][::-1] and one[at + 2 :] == two[at + 2 :]:
        return True
    return one[at + (len(one) >= len(two)) :] == two[at + (len(two) >= len(one)) :]


def _latin_sound(text: str) -> str:
    for pattern, new in _LATIN_SOUNDS:
        text = pattern.sub(new, text)
    return text


def _without_accents(text: str) -> str:
    """Letters without accents and of one width; what is no letter stays."""
    if text.isascii():
        return text
    kept = (char for char in unicodedata.normalize("NFKD", text) if not "\u0300" <= char <= "\u036f")
    return unicodedata.normalize("NFC", "".join(kept))
