"""Whether two printed names are one journal's, one book's or one publisher's."""

from __future__ import annotations

import re
from functools import lru_cache

from citekit.library.likeness import sound_alike, spelled, spelled_words

_SMALL_WORDS = frozenset(
    ["the", "of", "and", "for", "in", "on", "an", "a", "und", "der", "die", "das", "des", "et", "de", "la", "le", "du"]
)
_BRACKETS = re.compile(r"\s*[（(\[【][^）)\]】]*[）)\]】]\s*$")
_COUNTED = re.compile(r"第(?=\d)|(?<=\d)\s?[巻卷册冊集輯辑]")
_MARKS = re.compile("[『』《》〈〉「」]")
# What many houses are called beside their own name.
_GENERIC_WORDS = """
    press presses university universitaires univ up u publishing publishers publisher publications books book verlag
    edition editions editore co company inc ltd limited llc gmbh ag kg sons son group house international
"""
_GENERIC = frozenset(_GENERIC_WORDS.split())
_GENERIC_CJK = re.compile(
    r"(?:股份|株式|有限)(?:公司|会社|會社)|出版(?:公司|社|会|部|集[团團]|局)?|[书書](?:店|局|房|院|社|馆|館)|印[书書][馆館]|大[学學]|新社|[社馆館店]$"
)
_CJK = re.compile("[\u3041-\u30ff\u3400-\u9fff]")


@lru_cache(maxsize=8192)
def same_container(one: str, two: str) -> bool:
    """Equal, one the beginning of the other (a subtitle, a series), an abbreviation word for word or by its initials,
    or one in Latin letters.

    >>> same_container("Journal of Historical Geography", "J. Hist. Geogr."), same_container("国際政治", "史学")
    (True, False)
    >>> same_container("JHG", "Journal of Historical Geography"), same_container("远洋研究（季刊）", "遠洋研究")
    (True, True)
    """
    one, two = (_COUNTED.sub("", _MARKS.sub("", _BRACKETS.sub("", name))) or name for name in (one, two))
    a, b = spelled(one), spelled(two)
    if a.startswith(b) or b.startswith(a) or sound_alike(one, two):
        return True
    first, second = ([word for word in spelled_words(name) if word not in _SMALL_WORDS] for name in (one, two))
    if a.isascii() and b.isascii() and _initials(one, second) | _initials(two, first):
        return True
    return len(first) == len(second) > 1 and all(
        x[0] == y[0] and (x.startswith(y) or y.startswith(x)) for x, y in zip(first, second, strict=True)
    )


@lru_cache(maxsize=8192)
def same_publisher(one: str, two: str) -> bool:
    """Whether two publishers may be one house: one is not printed, is a part of the other or its abbreviation, or they
    share a word of their own names. Names in two scripts say nothing.

    >>> same_publisher("Princeton UP", "Princeton University Press"), same_publisher("Penguin", "Norton")
    (True, False)
    >>> same_publisher("三联书店", "生活·读书·新知三联书店"), same_publisher("中华书局", "北京大学出版社")
    (True, False)
    """
    a, b = spelled(one), spelled(two)
    if not a or not b or a in b or b in a or bool(_CJK.search(a)) != bool(_CJK.search(b)):
        return True
    if _CJK.search(a):
        own = [_GENERIC_CJK.sub("", name) for name in (a, b)]
        same_signs = sorted(a) == sorted(b)  # 三联书店（香港）, 香港三联书店
        return same_signs or not all(own) or _within(own[0], own[1]) or _within(own[1], own[0])
    first, second = (set(spelled_words(name)) for name in (one, two))
    own_words = [words - _GENERIC - _SMALL_WORDS for words in (first, second)]
    shared = not all(own_words) or bool(own_words[0] & own_words[1])
    return shared or _initials(one, spelled_words(two)) or _initials(two, spelled_words(one))


def _initials(short: str, words: list[str]) -> bool:
    """Whether the name is the initials of these words: JHG, OUP, U.N."""
    letters = [char for char in short if char.isalnum()]
    capitals = 2 <= len(letters) <= 8 and all(char.isupper() for char in letters)
    return capitals and "".join(letters).lower() == "".join(word[0] for word in words if word not in _SMALL_WORDS)


def _within(short: str, long: str) -> bool:
    """Whether the characters of the one stand in the other in their order: 社科 in 社会科学."""
    rest = iter(long)
    return all(char in rest for char in short)
