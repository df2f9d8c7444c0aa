"""Where the entries of a list begin that has neither numbers nor indents: by how a line ends and the next begins."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from citekit.notes.index import width
from citekit.notes.lines import Line
from citekit.notes.patterns import compiled
from citekit.notes.shapes import HAN, KANA, YEAR, Shape, ends_entry, shape_of

FULL = 0.88
"""How much of the widest lines a line fills that the typesetter has broken."""
THRESHOLD = 1.0
USUAL, ALMOST_ALL = 0.7, 0.85
"""From which share of the entries on something counts as the habit of a list."""
FEW = 5
"""Fewer entries tell no habit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Habits:
    """What a list does from beginning to end, as shares of the entries that are sure to begin, those behind a short
    line: begin with an author, end with a full stop or figure, stand in order, have a year."""

    named: float = 0.7
    ended: float = 0.9
    ordered: float = 0.8
    dated: float = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A line that may begin an entry: what stands before it in the entry so far, and how the list is set."""

    before: Line
    line: Line
    begun: str
    dated: bool
    room: bool
    wrapped: bool
    shape: Shape
    habits: Habits


def _ends(place: _Place) -> float:
    """A full stop, page or address closes the line before; where entries close so, others hardly end one."""
    text = place.before.text.rstrip()
    if text[-1:] in "-‐,，、;；:：&(（[［《「『“/" and not re.search(r"://\S*/$", text):
        return -4
    usual = place.habits.ended >= USUAL
    if ends_entry(text):
        return 1 if usual else 0.5
    return -2 if usual else -0.5


def _short(place: _Place) -> float:
    """The next word would have had room on the line before: the author broke it, not the typesetter."""
    if not place.wrapped:
        return 2.5
    return 2 if place.room else -0.5


def _begins(place: _Place) -> float:
    """The line opens like an entry; in a list whose entries begin with their authors, nothing else does."""
    shape = place.shape
    return shape.weight if shape.named or place.habits.named < ALMOST_ALL else min(shape.weight, 0) - 1


def _whole(place: _Place) -> float:
    """The entry so far has a year already, which most works have."""
    if place.dated:
        return 0.5
    return -2 if place.habits.dated >= USUAL else -0.5


def _sorted(place: _Place) -> float:
    """Most lists stand in alphabetical order, where a script has one that the letters tell."""
    order = _in_order(place.begun, place.line.text)
    if order is None or place.habits.ordered < USUAL:
        return 0
    if order:
        return 0.5
    return -2 if place.habits.ordered >= ALMOST_ALL else -1


def _spaced(place: _Place) -> float:
    """An empty line stands between."""
    return 0.5 if place.line.spaced and place.line.page == place.before.page else 0


CLUES: tuple[Callable[[_Place], float], ...] = (_ends, _short, _begins, _whole, _sorted, _spaced)
"""What speaks for or against an entry beginning with a line; the sum decides."""


def starts_by_sense(lines: Sequence[Line]) -> list[int]:
    """The indices of the lines that begin an entry; the first always does.

    >>> from citekit.model import Document
    >>> from citekit.notes.lines import split_lines
    >>> text = "Marsh, Tom. Ports and\\nPiers. Quay, 1990.\\nQuill, Ada. Cables. Quay, 2016."
    >>> starts_by_sense(list(split_lines(Document(name="", text=text))))
    [0, 2]
    """
    widths = sorted(width(line.text.rstrip()) for line in lines)
    least = FULL * widths[int(0.9 * (len(widths) - 1))]
    shapes = [shape_of(line.text) for line in lines]
    room = [False, *(_has_room(before, after, least) for before, after in pairwise(lines))]
    wrapped = _are_wrapped(lines, shapes)
    habits = _habits(lines, shapes, room)
    starts, dated = [0], _has_year(lines[0])
    for i in range(1, len(lines)):
        place = _Place(
            before=lines[i - 1],
            line=lines[i],
            begun=lines[starts[-1]].text,
            dated=dated,
            room=room[i],
            wrapped=wrapped,
            shape=shapes[i],
            habits=habits,
        )
        if sum(clue(place) for clue in CLUES) >= THRESHOLD:
            starts.append(i)
            dated = False
        dated = dated or _has_year(lines[i])
    return starts


def _habits(lines: Sequence[Line], shapes: Sequence[Shape], room: Sequence[bool]) -> Habits:
    """The habits of a list, the usual ones if it is too short to tell."""
    sure = [i for i, shape in enumerate(shapes) if i and room[i] and shape.weight > -4]
    if len(sure) < FEW:
        return Habits()
    order = [_in_order(lines[a].text, lines[b].text) for a, b in pairwise(sure)]
    told = [each for each in order if each is not None]
    years = [any(map(_has_year, lines[a:b])) for a, b in pairwise(sure)]
    return Habits(
        named=sum(shapes[i].named for i in sure) / len(sure),
        ended=sum(ends_entry(lines[i - 1].text) for i in sure) / len(sure),
        ordered=sum(told) / len(told) if len(told) >= FEW else Habits().ordered,
        dated=sum(years) / len(years),
    )


def _has_room(before: Line, after: Line, least: float) -> bool:
    """Whether the first word of a line would have had room on the line before."""
    word = re.match(rf"[{HAN}{KANA}]|\S+", after.text.lstrip())
    return bool(word) and width(before.text.rstrip()) + 1 + width(word.group() if word else "") < least


def _has_year(line: Line) -> bool:
    return bool(compiled(YEAR).search(line.text))


def _are_wrapped(lines: Sequence[Line], shapes: Sequence[Shape]) -> bool:
    """Whether lines were broken at a width: some go on in small letters or end in the middle."""
    broken = sum(shapes[i].weight <= -4 or not ends_entry(lines[i - 1].text) for i in range(1, len(lines)))
    return broken * 10 >= len(lines)


def _in_order(first: str, second: str) -> bool | None:
    """Whether two entries stand in alphabetical order; None where their letters do not tell."""
    here, there = _letters(first), _letters(second)
    if not here or not there or _script(here) != _script(there) or not _script(here):
        return None
    return here[:3] <= there[:3]


def _letters(text: str) -> str:
    """The first letters of a line, folded for the comparison of their order."""
    plain = unicodedata.normalize("NFKD", text[:40].lower())
    return "".join(char for char in plain if char.isalpha())[:8]


def _script(text: str) -> str:
    name = unicodedata.name(text[0], "").split(" ")[0]
    return name if name in ("LATIN", "CYRILLIC", "HANGUL") else ""
