"""The mark-up that a field of an item may carry: a few HTML tags, and quotation marks straight or curly.

The tags are those that the CSL-JSON schema documents: i, b, sup, sub, sc and span with class `nocase` or a
`font-variant`. Anything else stays text.
"""

from __future__ import annotations

import re
from functools import lru_cache

from citekit.csl.richtext import CLOSE, CLOSE_QUOTE, MARKS, NOCASE, OPEN_QUOTE, OPENERS

_OPENING_TAGS = {
    "<i>": OPENERS["font-style:italic"],
    "<b>": OPENERS["font-weight:bold"],
    "<sup>": OPENERS["vertical-align:sup"],
    "<sub>": OPENERS["vertical-align:sub"],
    "<sc>": OPENERS["font-variant:small-caps"],
    '<span class="nocase">': NOCASE,
    '<span class="nodecor">': OPENERS["nodecor"],
    '<span style="font-variant:small-caps;">': OPENERS["font-variant:small-caps"],
    '<span style="font-variant: small-caps;">': OPENERS["font-variant:small-caps"],
}
_CLOSING_TAGS = {
    "</i>": "<i>",
    "</b>": "<b>",
    "</sup>": "<sup>",
    "</sub>": "<sub>",
    "</sc>": "<sc>",
    "</span>": "<span",
}
_TOKEN = re.compile(r"</?(?:i|b|sup|sub|sc)>|<span (?:class|style)=\"[^\">]*\">|</span>|[\"'“”’]")
_INTERESTING = re.compile(r"[<\"'“”‘’«»„‚\ufdd0-\ufdef]")
_PARTNERS = {'"': '"', "'": "'", "“": "”"}


@lru_cache(maxsize=20_000)
def read(text: str) -> str:
    """The rich text of a field.

    >>> from citekit.csl.richtext import plain
    >>> plain(read("<i>Faust</i> isn't 3 < 4"))
    'Faust isn’t 3 < 4'
    """
    if not _INTERESTING.search(text):
        return text
    text = "".join(character for character in text if character not in MARKS)
    pieces = _cut(text)
    marks = _pair(pieces)
    return "".join(marks.get(place, piece) for place, piece in enumerate(pieces))


def _cut(text: str) -> list[str]:
    """The text cut into tags, quotation marks and what lies between: tags and marks at the odd places."""
    pieces: list[str] = []
    at = 0
    for found in _TOKEN.finditer(text):
        pieces += [text[at : found.start()], found.group()]
        at = found.end()
    return [*pieces, text[at:]]


def _pair(pieces: list[str]) -> dict[int, str]:
    """What stands for the tags and quotation marks that have a partner; the others stay, a lone ' as an apostrophe."""
    marks: dict[int, str] = {}
    stack: list[tuple[str, int]] = []
    for place in range(1, len(pieces), 2):
        token = pieces[place]
        if token in _OPENING_TAGS:
            stack.append((token, place))
        elif token in _CLOSING_TAGS:
            _close_tag(token, place, stack, marks)
        elif token[0] != "<":
            _quotation_mark(token, place, pieces, stack, marks)
    for token, place in stack:
        if token == "'":
            marks[place] = "’"
    return marks


def _close_tag(token: str, place: int, stack: list[tuple[str, int]], marks: dict[int, str]) -> None:
    wanted = _CLOSING_TAGS[token]
    for depth in range(len(stack) - 1, -1, -1):
        opener, opened_at = stack[depth]
        if opener.startswith(wanted):
            for lone, at in stack[depth + 1 :]:
                if lone == "'":
                    marks[at] = "’"
            del stack[depth:]
            marks[opened_at], marks[place] = _OPENING_TAGS[opener], CLOSE
            return


def _before(pieces: list[str], place: int) -> str:
    """The character before a token, a tag passed over; a blank at the beginning."""
    for at in range(place - 1, -1, -1):
        piece = pieces[at]
        if at % 2 and piece[0] == "<":
            continue
        if piece:
            return piece[-1]
    return " "


def _after(pieces: list[str], place: int) -> str:
    for at in range(place + 1, len(pieces)):
        piece = pieces[at]
        if at % 2 and piece[0] == "<":
            continue
        if piece:
            return piece[0]
    return " "


def _quotation_mark(
    token: str, place: int, pieces: list[str], stack: list[tuple[str, int]], marks: dict[int, str]
) -> None:
    before, after = _before(pieces, place), _after(pieces, place)
    closes = [depth for depth, (opener, _) in enumerate(stack) if _PARTNERS.get(opener) == token]
    tags = [depth for depth, (opener, _) in enumerate(stack) if opener[0] == "<"]
    if token in "'’" and before.isalnum() and after.isalnum():
        marks[place] = "’"
    elif closes and closes[-1] > (tags[-1] if tags else -1) and not (token in "\"'" and before.isspace()):
        _, opened_at = stack[closes[-1]]
        for lone, at in stack[closes[-1] + 1 :]:
            if lone == "'":
                marks[at] = "’"
        del stack[closes[-1] :]
        marks[opened_at], marks[place] = OPEN_QUOTE, CLOSE_QUOTE
    elif token in _PARTNERS and (token not in "\"'" or (not before.isalnum() and not after.isspace())):
        stack.append((token, place))
    elif token == "'":
        marks[place] = "’"
