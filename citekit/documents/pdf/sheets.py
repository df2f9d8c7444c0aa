"""A page as lines: columns in reading order, running heads and page numbers dropped."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from citekit.documents.pdf.columns import columns
from citekit.documents.pdf.lines import Line, lines, segments
from citekit.documents.pdf.pieces import Page, Rule

SEPARATORS = frozenset("_—―─━-–")
"""Characters that some producers draw the rule above the notes with."""
WINDOW = 2
"""Pages on either side that tell which type the body of a page is set in; an issue may change it from article to
article."""
BODY_PART = 0.12
"""Part of the characters that body type has at least; notes may well have more than the body."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """A page: its number, the lines of its columns, its drawn rules."""

    number: int
    columns: tuple[tuple[Line, ...], ...] = ()
    rules: tuple[Rule, ...] = ()

    def from_top(self) -> list[Line]:
        """All lines from top to bottom."""
        return sorted((line for column in self.columns for line in column), key=lambda line: line.y)


def sheet(page: Page, number: int) -> Sheet:
    """The lines of a page in reading order; a line that only draws a rule becomes one."""
    rules = list(page.rules)
    found = []
    for column in columns(segments(page.pieces)):
        made = lines(column)
        rules += (Rule(line.x0, line.x1, line.y - 0.2 * line.size) for line in made if _is_separator(line))
        if kept := tuple(line for line in made if not _is_separator(line)):
            found.append(kept)
    return Sheet(number=number, columns=tuple(found), rules=tuple(rules))


def body_sizes(sheets: Sequence[Sheet]) -> list[float]:
    """For each page the size of its body type: the largest that a fair part of the text around is set in."""
    counts = [_sizes(page) for page in sheets]
    found = []
    for at in range(len(sheets)):
        around: dict[float, int] = {}
        for page in counts[max(0, at - WINDOW) : at + WINDOW + 1]:
            for size, count in page.items():
                around[size] = around.get(size, 0) + count
        whole = sum(around.values())
        found.append(max((size for size, count in around.items() if count >= BODY_PART * whole), default=0.0))
    return found


def leading(column: Sequence[Line]) -> float:
    """The usual distance between base lines."""
    steps = [b.y - a.y for a, b in pairwise(column) if b.y > a.y]
    return median(steps) if steps else 0.0


def _sizes(page: Sheet) -> dict[float, int]:
    sizes: dict[float, int] = {}
    for line in (line for column in page.columns for line in column):
        sizes[round(line.size * 2) / 2] = sizes.get(round(line.size * 2) / 2, 0) + len(line.text)
    return sizes


def _is_separator(line: Line) -> bool:
    return len(line.text) >= 5 and SEPARATORS.issuperset(line.text)


def paragraphs(column: Sequence[Line]) -> Iterator[bool]:
    """For each line of a column whether a paragraph begins with it."""
    usual = leading(column)
    right = max((line.x1 for line in column), default=0.0)
    for at, line in enumerate(column):
        if not at:
            yield False
            continue
        before = column[at - 1]
        edge = _edge(column[max(0, at - 6) : at + 7])
        em = line.size
        yield (
            line.y - before.y > 1.4 * usual
            or abs(line.size - before.size) > 0.12 * line.size
            or (0.8 * em < line.x0 - edge < 4 * em and line.x0 - before.x0 > 0.8 * em)
            or line.x0 < edge - 0.8 * em
            or before.x1 < right - 0.3 * (right - edge)
        )


def _edge(column: Sequence[Line]) -> float:
    """The left edge that most of these lines share."""
    places = [round(line.x0 / 3) for line in column]
    most = max(set(places), key=lambda place: (places.count(place), -place))
    return most * 3.0
