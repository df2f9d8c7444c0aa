"""Where the notes of a column begin: under a rule, in smaller type, or with a raised mark that the text calls out."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

from citekit.documents.pdf.lines import Line
from citekit.documents.pdf.pieces import Rule
from citekit.documents.pdf.sheets import leading

SMALLER = 0.95
"""Notes under a rule are set at most this large, as a part of the body type."""
CLEARLY_SMALLER = 0.93
"""The same without a rule."""
SHORT = 0.75
"""A rule above notes is at most this long, as a part of the column; longer ones part much else."""
APART = 1.25
"""Usual distances of lines between body and notes."""
FINAL = "。.．!?！？」』”’\"')）]］》〉;；"


@dataclass(frozen=True, slots=True, kw_only=True)
class Carried:
    """The note that may go on in the next zone: the size of its type, and whether its text has come to an end."""

    size: float
    ended: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Foot:
    """A column whose notes are looked for. `opens` tells whether a line opens with a mark that is called out before,
    `late` whether with one that pages further back call out."""

    lines: Sequence[Line]
    rules: Sequence[Rule]
    body: float
    opens: Callable[[int], bool]
    late: Callable[[int], bool]
    carried: Carried | None = None

    def zone(self) -> int:
        """The index of the first line of the notes; the number of lines if there are none."""
        for rule in (_under_rule, _in_small_type, _behind_mark):
            first = rule(self)
            if first is not None:
                return len(self.lines) if self._is_list(first) else first
        return len(self.lines)

    def _is_list(self, first: int) -> bool:
        """Whether the lines above the first mark called out here, as far as they are set alike, are endnotes."""
        opener = self.opener(first)
        size = self.lines[first].size
        while first and _alike(self.lines[first - 1].size, size):
            first -= 1
        return not self.carried and any(
            self.late(at) for at in range(first, len(self.lines) if opener is None else opener)
        )

    def opener(self, first: int) -> int | None:
        """The first line from `first` on that opens a note."""
        return next((at for at in range(first, len(self.lines)) if self.opens(at)), None)

    def gap(self, at: int) -> float:
        """The distance of a line from the one before."""
        return self.lines[at].y - self.lines[at - 1].y if at else 0.0


def _under_rule(foot: Foot) -> int | None:
    """Under the lowest rule that has nothing but notes under it: a mark that is called out, or two of three: smaller
    type, a note that goes on, such a mark further down."""
    left, right = min(line.x0 for line in foot.lines), max(line.x1 for line in foot.lines)
    for rule in sorted(foot.rules, key=lambda rule: -rule.y):
        if rule.x0 < left - 20 or rule.x1 > right + 20:
            continue
        first = next((at for at, line in enumerate(foot.lines) if line.y - 0.3 * line.size > rule.y), None)
        if first is None:
            continue
        if foot.opens(first):
            return first
        small = median(line.size for line in foot.lines[first:]) < SMALLER * foot.body
        short = rule.x1 - rule.x0 <= SHORT * (right - left)
        evidence = (small, foot.carried is not None, foot.opener(first) is not None)
        if short and sum(evidence) > 1:
            return first
    return None


def _in_small_type(foot: Foot) -> int | None:
    """In the lines of smaller type at the foot of the column."""
    lines, carried = foot.lines, foot.carried
    first = len(lines)
    while first and lines[first - 1].size < CLEARLY_SMALLER * foot.body:
        first -= 1
    if first == len(lines):
        return None
    opener = foot.opener(first)
    if opener is None:
        goes_on = carried and not carried.ended and all(_alike(line.size, carried.size) for line in lines[first:])
        return first if goes_on and first and foot.gap(first) > APART * leading(lines[:first]) else None
    if not carried or not first:
        return opener
    return _run_over(foot, first, opener, carried)


def _run_over(foot: Foot, first: int, opener: int, carried: Carried) -> int:
    """Where the note of the page before goes on, above the first mark; behind the last wide gap, and in its type."""
    start = opener
    usual = min(foot.gap(at) for at in range(first + 1, len(foot.lines))) if first + 1 < len(foot.lines) else 0.0
    while start > first and _alike(foot.lines[start - 1].size, carried.size):
        if start < opener and foot.gap(start) > 1.35 * usual:
            break
        if start == opener and foot.gap(start) > 1.6 * usual:
            break
        start -= 1
    return start


def _behind_mark(foot: Foot) -> int | None:
    """From the first raised mark on that stands below a gap, where notes are as large as the body and have no rule."""
    lines = foot.lines
    usual = leading(lines)
    for at in range(1, len(lines)):
        raised = bool(lines[at].raised) and lines[at].raised[0][0] == 0
        if raised and foot.opens(at) and (foot.gap(at) > APART * usual or lines[at].size < 0.97 * foot.body):
            return at
    return None


def _alike(a: float, b: float) -> bool:
    return abs(a - b) <= 0.05 * b
