"""Call-outs: where the body sends the reader to a note, and which of them a mark at the head of a note answers."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import NamedTuple

from citekit.documents.pdf.lines import Line
from citekit.documents.pdf.marks import Key, Mark, raised_marks, unraised_marks

VARIABLE = re.compile(r"(?:^|[^\w])[A-Za-zα-ω]$|\d$|[=+×^]\s?$")
"""What a mathematical exponent stands behind: a single letter, a figure, a sign."""


class Place(NamedTuple):
    """A line of the document: the indices of page, column and line."""

    page: int
    column: int
    line: int


@dataclass(frozen=True, slots=True, kw_only=True)
class CallOut:
    """A mark in the body; `strong` if nothing speaks against a call-out."""

    place: Place
    mark: Mark
    strong: bool

    @property
    def at(self) -> tuple[Place, int]:
        return self.place, self.mark.start


def call_outs(line: Line, place: Place) -> Iterator[CallOut]:
    """The call-outs of a line, from left to right."""
    marks = sorted((*raised_marks(line), *unraised_marks(line)), key=lambda mark: (mark.start, mark.count))
    for mark in marks:
        strong = not VARIABLE.search(line.text[: mark.start].rstrip()) and (mark.raised or mark.shape != "bracketed")
        yield CallOut(place=place, mark=mark, strong=strong)


Answer = tuple[Mark, CallOut]


@dataclass(slots=True)
class Waiting:
    """The call-outs that no note has answered yet, in the order of the text, and where the last answered one stands."""

    calls: list[CallOut] = field(default_factory=list)
    last: tuple[Place, int] = (Place(-1, 0, 0), 0)

    def find(self, marks: Iterable[Mark], page: int | None = None, before: Place | None = None) -> Answer | None:
        """The call-out that one of these marks answers: on this page if it is given, and before a place if that is;
        rather a strong one, and rather one behind the last that was answered."""
        best: tuple[tuple[bool, bool], Mark, CallOut] | None = None
        for mark in marks:
            for call in self.calls:
                if not call.mark.keys & mark.keys or (page is not None and call.place.page != page):
                    continue
                if before is not None and call.place >= before:
                    continue
                rank = (not call.strong, call.at < self.last)
                if best is None or rank < best[0]:
                    best = (rank, mark, call)
        return best[1:] if best else None

    def answer(self, call: CallOut) -> None:
        """Takes an answered call-out away."""
        self.calls.remove(call)
        self.last = call.at

    def forget(self, before: int) -> list[CallOut]:
        """Takes away, and gives, what the pages before this one have called out in vain."""
        old = [call for call in self.calls if call.place.page < before]
        self.calls = [call for call in self.calls if call.place.page >= before]
        return old


def first_lines(calls: Iterable[CallOut]) -> dict[Key, int]:
    """For each mark of a column, whose call-outs are given in order, the first line that has it."""
    first: dict[Key, int] = {}
    for call in calls:
        for key in call.mark.keys:
            first.setdefault(key, call.place.line)
    return first
