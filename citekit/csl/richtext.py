"""Rich text while a style is at work: a plain `str` in which noncharacters of Unicode stand for the mark-up.

Unicode sets U+FDD0 to U+FDEF aside for the inside of a program; no text has them. An opening mark says what begins,
one closing mark ends whatever was opened last, and quotation marks are marks of their own until the whole entry stands:
only then is it known which of them is inside which. So joining, testing for emptiness and comparing stay what they are
for strings, and quick.
"""

from __future__ import annotations

# One mark a way to set text; the names are those of the attributes and values of CSL.
OPENERS: dict[str, str] = {
    "font-style:italic": "\ufdd0",
    "font-style:oblique": "\ufdd1",
    "font-style:normal": "\ufdd2",
    "font-weight:bold": "\ufdd3",
    "font-weight:light": "\ufdd4",
    "font-weight:normal": "\ufdd5",
    "font-variant:small-caps": "\ufdd6",
    "font-variant:normal": "\ufdd7",
    "text-decoration:underline": "\ufdd8",
    "text-decoration:none": "\ufdd9",
    "vertical-align:sup": "\ufdda",
    "vertical-align:sub": "\ufddb",
    "vertical-align:baseline": "\ufddc",
    "display:block": "\ufddd",
    "display:left-margin": "\ufdde",
    "display:right-inline": "\ufddf",
    "display:indent": "\ufde0",
    "nocase": "\ufde1",
    "nodecor": "\ufde2",
}
CLOSE = "\ufde8"
OPEN_QUOTE = "\ufde9"
CLOSE_QUOTE = "\ufdea"
MARKS = frozenset([*OPENERS.values(), CLOSE, OPEN_QUOTE, CLOSE_QUOTE])
NAMES = {mark: name for name, mark in OPENERS.items()}
NOCASE = OPENERS["nocase"]

_WITHOUT_MARKS = dict.fromkeys(range(0xFDD0, 0xFDF0))

# What happens where a text ends in one mark of punctuation and the next begins with another: either gives way.
# From the table in the fixture punctuation_FullMontyPlain of the CSL test suite.
_DROP_RIGHT = frozenset(["!.", "!:", "?.", "?:", ":.", ";.", ";:", "!!", "??", "..", "::", ";;", ",,"])
_DROP_LEFT = frozenset([":!", ":?", ";!", ";?"])
_PUNCTUATION = frozenset("!?.:;,")
_MOVES_INTO_QUOTES = frozenset(".,!?")


def plain(text: str) -> str:
    """The text without its marks.

    >>> plain(wrap("Faust", ("font-style:italic",)))
    'Faust'
    """
    return text.translate(_WITHOUT_MARKS)


def wrap(text: str, formats: tuple[str, ...]) -> str:
    """The text set in each of the formats, the first outermost; empty text stays empty."""
    if text:
        for name in reversed(formats):
            text = OPENERS[name] + text + CLOSE
    return text


def quote(text: str) -> str:
    """The text in quotation marks."""
    return OPEN_QUOTE + text + CLOSE_QUOTE if text else text


def last_place(text: str) -> int:
    """Where the last visible character stands, -1 when there is none."""
    place = len(text) - 1
    while place >= 0 and text[place] in MARKS:
        place -= 1
    return place


def glue(left: str, right: str, in_quote: bool = False) -> str:
    """The two texts one after the other, without doubled blanks and with one mark of punctuation where two meet.

    With `in_quote` a full stop or comma goes inside a closing quotation mark (the American way).

    >>> glue("Who?", ". Next"), glue("Vol.", ". Next"), glue("end ", " start")
    ('Who? Next', 'Vol. Next', 'end start')
    """
    if not left or not right:
        return left or right
    first = right[0]
    if first == " ":
        place = last_place(left)
        return left + right[1:] if place >= 0 and left[place] == " " else left + right
    if first not in _PUNCTUATION:
        return left + right
    place = last_place(left)
    if place < 0:
        return left + right
    pair = left[place] + first
    if pair in _DROP_RIGHT:
        return glue(left, right[1:]) if len(right) > 1 else left
    if pair in _DROP_LEFT:
        left = left[:place] + left[place + 1 :]
        place = last_place(left)
    if in_quote and first in _MOVES_INTO_QUOTES:
        quote_at = left.find(CLOSE_QUOTE, place)
        if quote_at >= 0:
            return left[:quote_at] + first + left[quote_at:] + right[1:]
    return left + right


def join(parts: list[str], delimiter: str, in_quote: bool = False) -> str:
    """The parts that are not empty, with the delimiter between them."""
    result = ""
    for part in parts:
        if part:
            result = glue(glue(result, delimiter, in_quote), part, in_quote) if result else part
    return result


def affix(prefix: str, text: str, suffix: str, in_quote: bool = False) -> str:
    """The text between its affixes; no affixes without text."""
    if not text:
        return ""
    if prefix:
        text = glue(prefix, text, in_quote)
    return glue(text, suffix, in_quote) if suffix else text


def strip_periods(text: str) -> str:
    """The text without its full stops.

    >>> strip_periods("Proc. Natl. Acad.")
    'Proc Natl Acad'
    """
    return text.replace(".", "")
