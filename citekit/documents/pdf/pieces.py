"""What a page is made of before there are lines: pieces of text and drawn rules, turned upright.

A page may be rotated, and Japanese and Chinese may run from top to bottom. Here every page becomes one whose text
runs along x while y grows from line to line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal, NamedTuple

UNSPACED = re.compile("[\u2e80-\ua4cf\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U00020000-\U0003ffff]")
"""Characters of scripts without blanks between words, and their marks. Korean has blanks and is not among them."""
CIRCLES = frozenset("\u20dd\u25cb\u25ef\u26aa")
"""Circles that a typesetter draws around a figure."""
CIRCLED = "\u24ea①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"
"""Circled figures by what they count."""
Direction = Literal["right", "up", "left", "down", ""]
Box = tuple[float, float, float, float]
"""Left, bottom, right, top as PDF counts them: y grows upwards."""

THICKEST = 2.5
"""Points that a rule between body and notes is high at most; a higher one is a box."""
SHORTEST = 18.0
"""Points that it is long at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How one operator draws its characters: size in points, a number for the font, the way in which the base line
    runs, and a point on it."""

    size: float
    font: int
    italic: bool
    along: tuple[float, float]
    origin: tuple[float, float]


class Drawn(NamedTuple):
    """Characters as they are drawn, in the coordinates of the page."""

    text: str
    box: Box
    style: Style


class Piece(NamedTuple):
    """Characters of one size and font on one base line, with no wide gap between them; `y` is the base line."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    font: int
    italic: bool


class Rule(NamedTuple):
    """A drawn horizontal line."""

    x0: float
    x1: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What stands on an upright page, the pieces in the order in which they are drawn."""

    pieces: tuple[Piece, ...] = ()
    rules: tuple[Rule, ...] = ()


def is_unspaced(char: str) -> bool:
    """Whether a gap beside this character is no blank between words."""
    return bool(UNSPACED.match(char))


def upright(drawn: Sequence[Drawn], boxes: Iterable[Box]) -> Page:
    """The page turned so that most of its text is upright. Text that runs another way (a stamp at the margin, a
    watermark) is left out.

    >>> style = Style(size=10, font=0, italic=False, along=(0, 1), origin=(90, 20))
    >>> page = upright([Drawn("turned", (80, 20, 92, 50), style)], [(100, 20, 100.5, 80)])
    >>> page.pieces
    (Piece(text='turned', x0=20, x1=50, y=90, size=10, font=0, italic=False),)
    >>> page.rules
    (Rule(x0=20, x1=80, y=100.25),)
    """
    ways = [_direction(piece) for piece in drawn]
    counts: Counter[Direction] = Counter()
    for piece, way in zip(drawn, ways, strict=True):
        counts[way] += len(piece.text)
    main: Direction = max(counts, key=lambda way: counts[way], default="")
    kept = [piece for piece, way in zip(drawn, ways, strict=True) if way == main]
    if main == "right" and _runs_down(kept):
        main = "down"
    rules = (_rule(box, main) for box in boxes)
    return Page(
        pieces=tuple(_circled(_piece(piece, main) for piece in kept)) if main else (),
        rules=tuple(rule for rule in rules if rule),
    )


def _direction(piece: Drawn) -> Direction:
    """The way in which the base line runs; empty if it is askew."""
    a, b = piece.style.along
    if abs(b) <= 0.05 * abs(a):
        return "right" if a > 0 else "left"
    if abs(a) <= 0.05 * abs(b):
        return "up" if b > 0 else "down"
    return ""


def _runs_down(drawn: Sequence[Drawn]) -> bool:
    """Whether the characters of upright text stand below one another, as in vertical Japanese."""
    votes = 0
    for piece in drawn:
        left, bottom, right, top = piece.box
        if len(piece.text) > 1:
            votes += len(piece.text) if top - bottom > 1.5 * piece.style.size > right - left else -len(piece.text)
    for a, b in pairwise(drawn):
        if len(a.text) == len(b.text) == 1:
            across, down = b.box[0] - a.box[0], a.box[1] - b.box[1]
            size = a.style.size
            votes += (abs(across) < 0.2 * size and 0.5 * size < down < 1.6 * size) - (abs(down) < 0.2 * size)
    return votes > 0


def _piece(piece: Drawn, way: Direction) -> Piece:
    x0, x1 = _along(piece.box, way)
    style = piece.style
    x, y = style.origin
    base = {"right": -y, "left": y, "up": x}.get(way, -x)
    return Piece(piece.text, x0, x1, base, style.size, style.font, style.italic)


def _circled(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The pieces with each figure that is drawn into a circle as the one character that it looks like."""
    last: Piece | None = None
    for piece in pieces:
        whole = _enclosed(last, piece) or _enclosed(piece, last) if last else None
        if last and not whole:
            yield last
        last = whole or piece
    if last:
        yield last


def _enclosed(circle: Piece | None, figure: Piece | None) -> Piece | None:
    if not circle or not figure or circle.text not in CIRCLES or not figure.text.isascii() or not figure.text.isdigit():
        return None
    middle = (figure.x0 + figure.x1) / 2
    if not circle.x0 < middle < circle.x1 or abs(circle.y - figure.y) > circle.size or int(figure.text) >= len(CIRCLED):
        return None
    return circle._replace(text=CIRCLED[int(figure.text)])


def _along(box: Box, way: Direction) -> tuple[float, float]:
    left, bottom, right, top = box
    if way == "right":
        return left, right
    if way == "left":
        return -right, -left
    return (bottom, top) if way == "up" else (-top, -bottom)


def _across(box: Box, way: Direction) -> tuple[float, float]:
    left, bottom, right, top = box
    if way == "right":
        return -top, -bottom
    if way == "left":
        return bottom, top
    return (left, right) if way == "up" else (-right, -left)


def _rule(box: Box, way: Direction) -> Rule | None:
    """The box as a rule, if it is thin and long enough on the upright page."""
    (x0, x1), (y0, y1) = _along(box, way), _across(box, way)
    return Rule(x0, x1, (y0 + y1) / 2) if y1 - y0 <= THICKEST and x1 - x0 >= SHORTEST else None
