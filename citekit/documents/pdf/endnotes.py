"""Endnotes: under a heading, or without one behind the text, each called out anywhere before."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from citekit.documents.pdf.calls import Place, Waiting
from citekit.documents.pdf.footnotes import Footnotes, Found
from citekit.documents.pdf.lines import Line
from citekit.documents.pdf.lists import SOON, ends_list, heads_list
from citekit.documents.pdf.marks import Mark, opening_marks
from citekit.documents.pdf.sheets import Sheet

MISSING = 2
"""Notes of a list that may be missing in one place."""

ANSWERED = 0.6
"""Part of the call-outs that a list without a heading answers at least."""

Flow = Sequence[tuple[Place, Line]]


def find_endnotes(sheets: Sequence[Sheet], footnotes: Footnotes) -> list[Found]:
    """The endnotes of a document: of every list under a heading, and of one without a heading if none has any."""
    flow = list(body_lines(sheets, footnotes))
    waiting = Waiting(calls=sorted(footnotes.unanswered, key=lambda call: call.at))
    found: list[Found] = []
    for at in range(len(flow)):
        if heads_list([each for _, each in flow[at : at + SOON + 1]], 0):
            found += _list(flow, at + 1, waiting)
    if not found:
        for at, (place, line) in enumerate(flow):
            if any(mark.count == 1 and waiting.find([mark], before=place) for mark in opening_marks(line)):
                answered = Waiting(calls=list(waiting.calls))
                listed = _list(flow, at, answered)
                if len(listed) > 1 and len(listed) >= ANSWERED * sum(call.place < place for call in waiting.calls):
                    return listed
    return found


def body_lines(sheets: Sequence[Sheet], footnotes: Footnotes) -> Iterator[tuple[Place, Line]]:
    """The lines of a document that stand in no zone of footnotes, in reading order."""
    for page, sheet in enumerate(sheets):
        for column, lines in enumerate(sheet.columns):
            for at, line in enumerate(lines[: footnotes.zones.get((page, column), len(lines))]):
                yield Place(page, column, at), line


def _list(flow: Flow, first: int, waiting: Waiting) -> list[Found]:
    """The notes of a list, each counting on from the one before."""
    found: list[Found] = []
    last: Mark | None = None
    size = 0.0
    for place, line in flow[first:]:
        if ends_list(line, size or line.size):
            break
        marks = [mark for mark in opening_marks(line) if _counts_on(mark, last)]
        answered = waiting.find(marks, before=flow[first][0])
        if answered:
            last, call = answered
            waiting.answer(call)
            size = size or line.size
            found.append(Found(mark=last, call=call, parts=[(place, last.end, len(line.text))]))
        elif found:
            found[-1].parts.append((place, 0, len(line.text)))
    return found


def _counts_on(mark: Mark, last: Mark | None) -> bool:
    if last is None:
        return mark.count == 1
    return mark.is_like(last) and 0 < (mark.step(last) or 0) <= MISSING
