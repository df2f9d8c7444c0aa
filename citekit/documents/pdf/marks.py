"""The marks that call out a note and open it, as they look on a page: raised, circled, bracketed, or plain."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache
from typing import Literal

from citekit.documents.pdf.lines import Line

Family = Literal["number", "letter", "roman", "sign"]
Key = tuple[Family, str]
"""What a mark counts: ("number", "3"), ("letter", "c"), ("sign", "**")."""

SIGNS = "*＊∗✱⁎†‡§¶‖※"
CIRCLED = "①-⑳㉑-㉟㊱-㊿⓪❶-❿➀-➓⓵-⓾⓫-⓴"
DIGIT = "0-9０-９⁰¹²³⁴-⁹"
OPEN, CLOSE = r"[\[［(（〔【<〈]", r"[\]］)）〕】>〉]"
# What may follow a plain number at the head of a note: a blank or a letter of an unspaced script that counts nothing.
NO_COUNT = r"(?=\s)|(?=[“‘《「『（\[])|(?=[\u3041-\u30ff\u3400-\u9fff])(?![年月日号期卷页頁章节節届世个個次回歳岁])"
ROMAN = "(?=[ivxlc])c{0,3}(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})"
ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
# Fonts map the glyph ① to U+2780 (DINGBAT CIRCLED SANS-SERIF DIGIT ONE) as well as to U+2460.
SANS_SERIF = {0x2780 + n: 0x2460 + n for n in range(10)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """A mark as printed, where it stands in its line, and what it may count; `plain` if the text of an article may
    look the same, so that only a raised one is a call-out."""

    text: str
    start: int
    end: int
    keys: frozenset[Key] = field(default_factory=frozenset)
    shape: str = ""
    raised: bool = False
    plain: bool = False

    @property
    def count(self) -> int:
        """What the mark counts: 3 for ③, [3], c and iii, 2 for **; v may be a letter, but rather is a number."""
        return min((_value(*key) for key in self.keys), default=0)

    def step(self, last: Mark) -> int | None:
        """How far the mark counts on from another one; None if they are of different families.

        One that may be a letter or a roman number is what fits.
        """
        values = {family: _value(family, text) for family, text in last.keys}
        steps = [_value(family, text) - values[family] for family, text in self.keys if family in values]
        return min(steps, key=lambda step: abs(step - 1), default=None)

    def is_like(self, other: Mark) -> bool:
        """Whether both are set alike."""
        return self.raised == other.raised and (self.shape == other.shape or {self.shape, other.shape} == _LETTERS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """A kind of mark: group 1 of the pattern is what counts; what must follow the mark at the head of a line when it
    is not raised (None: it must be raised)."""

    name: str
    family: Family
    pattern: str
    behind: str | None = ""
    plain: bool = False


SHAPES: tuple[Shape, ...] = (
    Shape(name="circled", family="number", pattern=f"([{CIRCLED}])"),
    Shape(
        name="word",
        family="number",
        pattern=rf"{OPEN}?[脚尾]?[注註주]\s?[(（]?\s?([{DIGIT}]{{1,4}})\s?[)）\]］〕:：.．]?",
        behind=r"(?<=[)）\]］〕:：.．])|(?=\s)",
    ),
    Shape(name="starred", family="number", pattern=rf"[*＊※]\s?([{DIGIT}]{{1,3}})"),
    Shape(name="bracketed", family="number", pattern=rf"[\[［〔【<〈]\s?([{DIGIT}]{{1,4}})\s?[\]］〕】>〉]"),
    Shape(name="parenthesised", family="number", pattern=rf"[(（]\s?([{DIGIT}]{{1,4}})\s?[)）]", plain=True),
    Shape(name="half-parenthesised", family="number", pattern=rf"([{DIGIT}]{{1,4}})\s?[)）]", plain=True),
    Shape(name="sign", family="sign", pattern=rf"([{SIGNS}]{{1,4}})"),
    Shape(name="dotted", family="number", pattern=rf"([{DIGIT}]{{1,4}})[.．、](?![{DIGIT}])", plain=True),
    Shape(name="number", family="number", pattern=rf"([{DIGIT}]{{1,4}})", behind=NO_COUNT, plain=True),
    Shape(
        name="roman", family="roman", pattern=rf"[(（]?({ROMAN})[)）.]?", behind=rf"(?<=[)）.])|{NO_COUNT}", plain=True
    ),
    Shape(
        name="letter",
        family="letter",
        pattern=r"[(（\[]?((?:([a-z])\2|a[a-z]|[a-zA-Z]))[)）\]]?",
        behind=rf"(?<=[)）\]])|{NO_COUNT}",
        plain=True,
    ),
)
_LETTERS = {"roman", "letter"}
LIST = re.compile(rf"[{DIGIT}]{{1,4}}(?:\s?[,，、;–—-]\s?[{DIGIT}]{{1,4}})+")
MOST_LISTED = 20
"""Notes that one call-out such as 3-7 may name."""


def raised_marks(line: Line) -> Iterator[Mark]:
    """The marks among the raised stretches of a line: each of ①②, of 1,2 and of 3-5."""
    for start, end in line.raised:
        text = line.text[start:end]
        at = start + len(text) - len(text.lstrip())
        if LIST.fullmatch(text.strip()):
            yield from _listed(text.strip(), at)
            continue
        while at < end and (mark := _shaped(line.text[:end], at, raised=True)):
            yield mark
            at = mark.end
            while at < end and line.text[at] in " ,，、":
                at += 1


def unraised_marks(line: Line) -> Iterator[Mark]:
    """What is a call-out although it is not raised: circled digits, digits in square brackets, signs, small digits."""
    for match in _unraised().finditer(line.text):
        if not any(start < match.end() and match.start() < end for start, end in line.raised):
            mark = _shaped(line.text, match.start(), raised=False)
            if mark and mark.end == match.end():
                yield mark


def opening_marks(line: Line) -> list[Mark]:
    """What may be the mark of a note at the head of a line, the likeliest first."""
    if line.raised and line.raised[0][0] == 0:
        return [mark for mark in [next(iter(raised_marks(line)), None)] if mark]
    found = []
    for shape in SHAPES:
        mark = _match(shape, line.text, 0, raised=False)
        if mark and (mark.end == line.head or _is_followed(shape, line.text, mark.end)):
            found.append(mark)
    return found


@cache
def _unraised() -> re.Pattern[str]:
    bracketed, sign = r"[\[［〔]\d{1,3}[\]］〕]", rf"(?<=\S)[{SIGNS}]{{1,4}}(?![\w{SIGNS}])"
    return re.compile(rf"[{CIRCLED}]|{bracketed}|{sign}|(?<=[^\d\s])[⁰¹²³⁴-⁹]{{1,3}}")


@cache
def _compiled(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern)


def _shaped(text: str, at: int, raised: bool) -> Mark | None:
    return next((mark for shape in SHAPES if (mark := _match(shape, text, at, raised))), None)


def _match(shape: Shape, text: str, at: int, raised: bool) -> Mark | None:
    match = _compiled(shape.pattern).match(text, at)
    if not match:
        return None
    if raised and shape.family in ("letter", "roman") and text[match.end() : match.end() + 1].isalpha():
        return None  # 1st, M.lle
    keys = {(shape.family, _canonical(match[1], shape.family))}
    if shape.family == "roman" and (len(match[1]) == 1 or match[1] in ("ii", "xx")):
        keys.add(("letter", match[1]))
    return Mark(
        text=match.group().strip().translate(SANS_SERIF),
        start=at,
        end=match.end(),
        keys=frozenset(keys),
        shape=shape.name,
        raised=raised,
        plain=shape.plain,
    )


def _canonical(text: str, family: Family) -> str:
    """The same string for 3, ３, ³, ③ and ➂; for * and ＊."""
    if family == "number":
        return str(int("".join(str(int(unicodedata.numeric(c))) for c in text)))
    return unicodedata.normalize("NFKC", text).replace("∗", "*").replace("✱", "*").replace("⁎", "*")


def _value(family: Family, text: str) -> int:
    if family == "number":
        return int(text)
    if family == "letter":
        return ord(text[-1].lower()) - ord("a") + 1 + (26 if len(text) > 1 else 0)
    if family == "sign":
        return len(text)
    values = [ROMAN_VALUES[c] for c in text]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def _is_followed(shape: Shape, text: str, end: int) -> bool:
    return shape.behind is not None and bool(_compiled(shape.behind).match(text, end))


def _listed(text: str, start: int) -> Iterator[Mark]:
    """The marks of 1,2 and 3-5; those that a dash leaves out stand where the dash does."""
    last = 0
    for match in _compiled(rf"([,，、;–—-]?)\s?([{DIGIT}]{{1,4}})").finditer(text):
        number = int(_canonical(match[2], "number"))
        if match[1] in ("–", "—", "-") and last:
            between = range(last + 1, min(number, last + MOST_LISTED))
            yield from (_number(n, start + match.start(), start + match.start(2)) for n in between)
        yield _number(number, start + match.start(2), start + match.end())
        last = number


def _number(number: int, start: int, end: int) -> Mark:
    keys: frozenset[Key] = frozenset({("number", str(number))})
    return Mark(text=str(number), start=start, end=end, keys=keys, shape="number", raised=True, plain=True)
