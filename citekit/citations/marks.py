"""Where quotation marks, title marks and brackets open and close in a citation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from citekit.notes.gaps import TLDS

QUOTES = {
    "《": "》",
    "〈": "〉",
    "「": "」",
    "『": "』",
    "“": "”",
    "«": "»",
    "‹": "›",
    "≪": "≫",  # Korean, for 『』; < > for 「」, see `_is_title_mark`
    "<": ">",
    "„": "“",  # German: the closing mark is the English opening one
    "»": "«",  # German books: pointing inwards
    "‘": "’",  # also an apostrophe, see `_is_apostrophe`
    '"': '"',
}
FILLER = "\ufffc"
"""Stands for every character of a masked piece: no letter and no mark of a citation (OBJECT REPLACEMENT CHARACTER)."""
BRACKETS = {"(": ")）", "（": "）)", "[": "]", "［": "］", "〔": "〕", "【": "】"}  # full and half width mix

_SIGNS = r"!#-;=?-Z\[\]_a-z~%À-ÖØ-öø-ÿΑ-ωЀ-ӿ"
"""What an address is made of: RFC 3986, section 2, and the letters of the other alphabets that mark their words by
blanks. CJK letters end it: nothing else would tell it from the text."""
_RUN = rf"(?:(?![;,|]{{1,3}}(?:https?|ftp)://|\]\()[{_SIGNS}])"  # up to the next address, or Markdown's target
URL = re.compile(
    rf"(?:https?|ftp)://(?:[\u3005-\u9fff\uac00-\ud7a3][\w-]*\.(?=[\w-]))?{_RUN}+"  # CJK hosts (RFC 5890)
    rf"|(?<![\w.@-])www\.[A-Za-z0-9-]+\.{_RUN}+"
    rf"|(?<![\w.@/-])(?:[a-z0-9-]{{1,63}}\.){{1,6}}(?:{TLDS})/{_RUN}*",
    re.IGNORECASE,
)
_HOSTED = re.compile(rf"[a-z0-9-]\.(?:{TLDS})/", re.IGNORECASE)
DOI = re.compile(
    r"(?:(?:https?://)?(?:dx\.)?doi\.org/|\bdoi\s?[:：]?\s?|\bDOI\s?[:：]?\s?)(10\.\d{4,9}/[^\s<>\u2e80-\uffef]+)"
)


def urls(text: str) -> Iterable[re.Match[str]]:
    """The web addresses of a text; most have none, and two plain looks are enough to know it.

    >>> [match.group() for match in urls("外務省、https://www.mofa.go.jp/。")], list(urls("王帆：《国益》"))
    (['https://www.mofa.go.jp/'], [])
    """
    signed = "://" in text or "www." in text.lower() or ("/" in text and _HOSTED.search(text))
    return URL.finditer(text) if signed else ()


def dois(text: str) -> Iterable[re.Match[str]]:
    """The DOIs of a text, in group 1 without what leads to them."""
    return DOI.finditer(text) if "10." in text else ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Quoted:
    """A quoted piece: `start` and `end` take in the marks, `opening` is the opening mark."""

    start: int
    end: int
    opening: str

    @property
    def inner(self) -> slice:
        """The range between the marks."""
        return slice(self.start + 1, self.end - 1)


def pairs(text: str, marks: dict[str, str]) -> dict[int, int]:
    """Positions of opening marks with those of their closing marks.

    A mark nests only in its own kind (《a《b》c》), so that one damaged mark does not swallow the others. Marks that
    never close are left out.

    >>> pairs("《中共中央党校(国家行政学院)学报》，（2）", BRACKETS)
    {7: 14, 19: 21}
    """
    stacks: dict[str, list[int]] = {}
    found: dict[int, int] = {}
    any_mark, closers = _closing(tuple(marks.items()))
    for match in any_mark.finditer(text):
        at, char = match.start(), match.group()
        if (char in "’‘" and _is_apostrophe(text, at)) or (char in "<>" and not _is_title_mark(text, at)):
            continue
        for opening in closers.get(char, ()):
            if stacks.get(opening):
                found[stacks[opening].pop()] = at
                break
        else:
            if char in marks:
                stacks.setdefault(char, []).append(at)
    return dict(sorted(found.items()))


@cache
def _closing(marks: tuple[tuple[str, str], ...]) -> tuple[re.Pattern[str], dict[str, list[str]]]:
    """A pattern for any of the marks, and for each closing mark the opening ones that it may belong to."""
    closers: dict[str, list[str]] = {}
    for opening, closing in marks:
        for mark in closing:
            closers.setdefault(mark, []).append(opening)
    every_mark = "".join(opening for opening, _ in marks) + "".join(closers)
    return re.compile(f"[{re.escape(every_mark)}]"), closers


def _is_apostrophe(text: str, at: int) -> bool:
    """’ or ‘ between letters or digits of Latin script: Asia’s."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return bool(before.isalnum() and before.isascii() and after.isalnum() and after.isascii())


def _is_title_mark(text: str, at: int) -> bool:
    """< and > beside Hangul or Han letters: <조선일보>; elsewhere they stand around addresses and tags."""
    inside = text[at + 1 : at + 2] if text[at] == "<" else text[at - 1 : at]
    return "\u2e80" < inside < "\ua000" or "\uac00" <= inside <= "\ud7a3"


@lru_cache(maxsize=128)
def quoted(text: str) -> tuple[Quoted, ...]:
    """The outermost quoted pieces, in order.

    >>> text = "王帆：《美国“印太”联盟》，《当代美国评论》"
    >>> [text[q.inner] for q in quoted(text)]
    ['美国“印太”联盟', '当代美国评论']
    """
    return tuple(_outermost(text, QUOTES))


@lru_cache(maxsize=128)
def bracketed(text: str) -> tuple[Quoted, ...]:
    """The outermost pieces in brackets, in order."""
    return tuple(_outermost(text, BRACKETS))


def _outermost(text: str, marks: dict[str, str]) -> Iterator[Quoted]:
    until = -1
    for start, end in pairs(text, marks).items():
        if start > until:
            until = end
            yield Quoted(start=start, end=end + 1, opening=text[start])


def mask(text: str, pieces: tuple[Quoted, ...], filler: str = FILLER) -> str:
    """The text with every piece replaced by as many fillers, so that offsets stay."""
    parts: list[str] = []
    at = 0
    for piece in pieces:
        if piece.start < at:
            continue
        parts += (text[at : piece.start], filler * (piece.end - piece.start))
        at = piece.end
    parts.append(text[at:])
    return "".join(parts)


def trimmed(text: str, start: int, end: int, left: str | None = None, right: str | None = None) -> tuple[int, int]:
    """The range without characters of `left` at its start and of `right` at its end, of `left` again if it is not
    given, or without white space; from its end to its end if nothing else stands there.

    >>> trimmed("，北京：", 0, 4, "，："), trimmed(" 、 ", 0, 3, " 、")
    ((1, 3), (3, 3))
    """
    piece = text[start:end]
    first = end - len(piece.lstrip(left))
    return first, max(first, start + len(piece.rstrip(right or left)))
