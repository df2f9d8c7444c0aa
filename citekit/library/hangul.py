"""Hangul in the Revised Romanization of Korean (Ministry of Culture and Tourism, proclamation 2000-8), for keys.

A syllable block is 0xAC00 + (initial * 21 + vowel) * 28 + final (The Unicode Standard, section 3.12).
"""

from __future__ import annotations

_INITIALS = "g kk n d tt r m b pp s ss - j jj ch k t p h"
_VOWELS = "a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i"
# How a final sounds at the end of a word, and what of it moves to a following vowel.
_FINALS = "- k k k n n n t l k m l l l p l m p p t t ng t t k t p t"
_MOVED = "- g kk gs n nj n d r lg lm lb ls lt lp r m b bs s ss ng j ch k t p -"
INITIALS, VOWELS, FINALS, MOVED = (tuple(row.split()) for row in (_INITIALS, _VOWELS, _FINALS, _MOVED))

# Assimilation between a final and the next initial (proclamation 2000-8, section 3, article 1).
ASSIMILATED = {
    ("k", "n"): "ngn",
    ("k", "m"): "ngm",
    ("k", "r"): "ngn",
    ("t", "n"): "nn",
    ("t", "m"): "nm",
    ("t", "r"): "nn",
    ("p", "n"): "mn",
    ("p", "m"): "mm",
    ("p", "r"): "mn",
    ("n", "r"): "ll",
    ("l", "n"): "ll",
    ("l", "r"): "ll",
    ("m", "r"): "mn",
    ("ng", "r"): "ngn",
}

# Spellings that nearly all bearers use; the proclamation leaves established names alone.
SURNAMES = {"김": "kim", "이": "lee", "박": "park", "최": "choi", "조": "cho", "정": "chung", "유": "yoo", "우": "woo"}
# Compound surnames, else the first syllable is the surname.
COMPOUND = ("남궁", "황보", "제갈", "사공", "선우", "독고", "서문")


def is_hangul(char: str) -> bool:
    """Whether the character is a Hangul syllable.

    >>> is_hangul("가"), is_hangul("가나"[1:]), is_hangul("家")
    (True, True, False)
    """
    return "\uac00" <= char <= "\ud7a3"


def romanise_hangul(text: str) -> str:
    """ASCII for a run of syllables; what is none is dropped.

    >>> romanise_hangul("한국"), romanise_hangul("신라"), romanise_hangul("국어"), romanise_hangul("독립문")
    ('hanguk', 'silla', 'gugeo', 'dongnimmun')
    """
    out = ""
    final = 0
    for char in filter(is_hangul, text):
        code = ord(char) - 0xAC00
        initial, vowel = code // 588, code // 28 % 21
        out += _joint(final, initial) + VOWELS[vowel]
        final = code % 28
    return out + (FINALS[final] if final else "")


def _joint(final: int, initial: int) -> str:
    """What stands between two vowels: the final of one block with the initial of the next."""
    sound = "" if INITIALS[initial] == "-" else INITIALS[initial]
    if not final:
        return sound
    if not sound:
        return MOVED[final].replace("-", "")
    return ASSIMILATED.get((FINALS[final], sound), FINALS[final] + sound)
