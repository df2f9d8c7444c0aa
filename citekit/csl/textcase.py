"""Text case: CSL 1.0.2, Text-case. Text marked `nocase` keeps the case it has."""

from __future__ import annotations

import re
from collections.abc import Callable

from citekit.csl.richtext import CLOSE, MARKS, NOCASE, OPENERS

# Words that stay small inside a title in title case.
_STOP_WORDS_TABLE = """
a about above according across afore after against ahead along alongside amid amidst among amongst an and anenst
apart apropos around as aside astride at athwart atop back barring be because before behind below beneath beside
besides between beyond but by c ca circa close d'un d'une de despite down due during et except far for forenenst
from given in inside instead into lest like modulo near next nor notwithstanding of off on onto or out outside
over pace past per plus pro qua regarding s sans since so such than that the through throughout till to toward
towards under underneath until unto up upon v van versus via vis-à-vis von vs. with within without yet
"""
STOP_WORDS = frozenset(_STOP_WORDS_TABLE.split()) - {"be", "such", "that", "than", "back", "s"}
_FROZEN = frozenset(
    [NOCASE, *(OPENERS[f"vertical-align:{kind}"] for kind in ("sup", "sub")), OPENERS["font-variant:small-caps"]]
)


def apply_case(text: str, case: str, english: bool) -> str:
    """The text in the case that a style asks for; `title` leaves what is not English as it is.

    >>> apply_case("the war of the worlds", "title", english=True)
    'The War of the Worlds'
    """
    if case == "title" and not english:
        return text
    function = CASES.get(case)
    return function(text) if function and text else text


def _each(text: str, change: Callable[[str], str]) -> str:
    """The text changed outside what is marked nocase."""
    if not any(mark in text for mark in _FROZEN):
        return change(text)
    parts: list[str] = []
    stack: list[bool] = []
    start = 0
    for place, character in enumerate(text):
        if character not in MARKS or (
            character not in _FROZEN and character != CLOSE and character not in OPENERS.values()
        ):
            continue
        if not any(stack):
            parts.append(change(text[start:place]))
        else:
            parts.append(text[start:place])
        parts.append(character)
        start = place + 1
        if character != CLOSE:
            stack.append(character in _FROZEN)
        elif stack:
            stack.pop()
    parts.append(text[start:] if any(stack) else change(text[start:]))
    return "".join(parts)


def _lower(text: str) -> str:
    return _each(text, str.lower)


def _upper(text: str) -> str:
    return _each(text, str.upper)


def _frozen_places(text: str) -> set[int]:
    """The places that are marked to keep their case."""
    if not any(mark in text for mark in _FROZEN):
        return set()
    frozen: set[int] = set()
    stack: list[bool] = []
    for place, character in enumerate(text):
        if character == CLOSE:
            if stack:
                stack.pop()
        elif character in MARKS:
            if character in OPENERS.values():
                stack.append(character in _FROZEN)
        elif any(stack):
            frozen.add(place)
    return frozen


def _capital_at(text: str, place: int) -> str:
    return text[:place] + text[place].upper() + text[place + 1 :]


def _first_letter(text: str) -> int:
    for place, character in enumerate(text):
        if character.isalnum():
            return place
    return -1


def capitalize_first(text: str) -> str:
    """The first letter large.

    >>> capitalize_first("edited by")
    'Edited by'
    """
    place = _first_letter(text)
    if place < 0 or place in _frozen_places(text):
        return text
    return _capital_at(text, place)


def _capitalize_all(text: str) -> str:
    frozen = _frozen_places(text)
    result = list(text)
    for found in re.finditer(r"[^\s\ufdd0-\ufdef]+", text):
        if found.start() not in frozen and found.group() == found.group().lower():
            result[found.start()] = text[found.start()].upper()
    return "".join(result)


def _is_shouted(text: str) -> bool:
    letters = [character for character in text if character.isalpha()]
    return (
        bool(letters)
        and not any(character.islower() for character in letters)
        and any(character.isupper() for character in letters)
    )


def _sentence(text: str) -> str:
    return capitalize_first(_lower(text))


_TITLE_WORD = re.compile(r"[^\s\-–—/\ufdd0-\ufdef“”‘\"(\[«»{]+")


def _title(text: str) -> str:
    frozen = _frozen_places(text)
    result = list(text)
    words = list(_TITLE_WORD.finditer(text))
    for index, found in enumerate(words):
        word, start = found.group(), found.start()
        if start in frozen or any(character.isupper() for character in word):
            continue
        bare = word.strip(".,;:!?)]’'")
        is_edge = index == 0 or index == len(words) - 1 or _starts_part(words[index - 1].group())
        hyphenated = start > 0 and text[start - 1] == "-"
        before_hyphen = text[found.end() : found.end() + 1] == "-"
        if bare in STOP_WORDS and not is_edge and not before_hyphen:
            continue
        if hyphenated and (bare in STOP_WORDS or len(bare) == 1):
            continue
        at = start + (len(word) - len(word.lstrip("'’")))
        if at < len(text) and (ord(text[at]) < 0x250 or 0x1E00 <= ord(text[at]) < 0x1F00):
            result[at] = text[at].upper() if len(text[at].upper()) == 1 else text[at]
    return "".join(result)


def _starts_part(before: str) -> bool:
    """Whether a word stands after a colon, a question or exclamation mark: a part of its own."""
    return before[-1:] in (":", "?", "!")


CASES: dict[str, Callable[[str], str]] = {
    "lowercase": _lower,
    "uppercase": _upper,
    "capitalize-first": capitalize_first,
    "capitalize-all": _capitalize_all,
    "sentence": _sentence,
    "title": _title,
}
