"""Footnotes: the zones at the foot of the columns, and in them the notes that the same page, or the page before,
calls out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from citekit.documents.pdf.calls import CallOut, Place, Waiting, call_outs, first_lines
from citekit.documents.pdf.lines import Line
from citekit.documents.pdf.lists import columns_with_lists
from citekit.documents.pdf.marks import Key, Mark, opening_marks, raised_marks
from citekit.documents.pdf.sheets import Sheet, body_sizes
from citekit.documents.pdf.zones import CLEARLY_SMALLER, FINAL, Carried, Foot

UNALIGNED = 0.9
"""Ems by which plain numbers that open notes may stand apart: the figures may stand under each other."""


@dataclass(slots=True)
class Found:
    """A note: its mark, its call-out, and its lines with the offset in each at which its text begins and ends."""

    mark: Mark
    call: CallOut | None
    parts: list[tuple[Place, int, int]] = field(default_factory=list)


@dataclass(slots=True)
class Footnotes:
    """What has been found on the pages so far; `zones` tells where the notes of a column begin."""

    notes: list[Found] = field(default_factory=list)
    zones: dict[tuple[int, int], int] = field(default_factory=dict)
    unanswered: list[CallOut] = field(default_factory=list)
    shapes: Counter[tuple[str, bool]] = field(default_factory=Counter)
    waiting: Waiting = field(default_factory=Waiting)
    open: Found | None = None


def find_footnotes(sheets: Sequence[Sheet]) -> Footnotes:
    """The footnotes of a document, in the order in which they stand."""
    found = Footnotes()
    lists = columns_with_lists(sheets)
    for page, body in enumerate(body_sizes(sheets)):
        sheet = sheets[page]
        calls = [
            [call for at, line in enumerate(lines) for call in call_outs(line, Place(page, column, at))]
            for column, lines in enumerate(sheet.columns)
        ]
        starts = list(_starts(found, sheet, calls, body, sheets))
        starts = [len(lines) if (page, at) in lists else starts[at] for at, lines in enumerate(sheet.columns)]
        for column, start in enumerate(starts):
            found.waiting.calls += (call for call in calls[column] if call.place.line < start)
        for column, (lines, start) in enumerate(zip(sheet.columns, starts, strict=True)):
            if start < len(lines) and _read_zone(found, lines, Place(page, column, start)):
                found.zones[page, column] = start
        found.unanswered += found.waiting.forget(page)
    found.unanswered += found.waiting.calls
    return found


def _starts(
    found: Footnotes, sheet: Sheet, calls: Sequence[Sequence[CallOut]], body: float, sheets: Sequence[Sheet]
) -> Iterator[int]:
    """Where the notes of each column of a page begin."""
    if not found.open and not any(line.size >= CLEARLY_SMALLER * body for lines in sheet.columns for line in lines):
        yield from map(len, sheet.columns)  # no body: a page of endnotes
        return
    called = [first_lines(column) for column in calls]
    earlier = {key for call in found.waiting.calls for key in call.mark.keys}
    old = {key for call in found.unanswered for key in call.mark.keys}
    carried = _carried(found, sheets)
    for column, lines in enumerate(sheet.columns):
        elsewhere = earlier.union(*(called[other] for other in range(len(called)) if other != column))
        opens, late = _opens(lines, called[column], elsewhere), _opens(lines, {}, old)
        start = Foot(lines=lines, rules=sheet.rules, body=body, opens=opens, late=late, carried=carried).zone()
        if start < len(lines):
            carried = Carried(size=lines[-1].size, ended=lines[-1].text[-1] in FINAL)
        yield start


def _opens(lines: Sequence[Line], own: dict[Key, int], elsewhere: set[Key]) -> Callable[[int], bool]:
    """Whether a line of the column opens with a mark that is called out before."""

    def opens(at: int) -> bool:
        keys = {key for mark in opening_marks(lines[at]) for key in mark.keys}
        return any(key in elsewhere or own.get(key, at) < at for key in keys)

    return opens


def _carried(found: Footnotes, sheets: Sequence[Sheet]) -> Carried | None:
    """The last note, which may go on."""
    if not found.open:
        return None
    place = found.open.parts[-1][0]
    line = sheets[place.page].columns[place.column][place.line]
    return Carried(size=line.size, ended=line.text[-1] in FINAL)


def _read_zone(found: Footnotes, lines: Sequence[Line], start: Place) -> bool:
    """Reads the notes of a zone; False if there are none after all."""
    before = found.open, len(found.notes)
    last: Mark | None = None
    for at in range(start.line, len(lines)):
        place = start._replace(line=at)
        begin = 0
        for mark, call in _openings(found, lines, place, last):
            if found.open and mark.start > begin:
                found.open.parts.append((place, begin, mark.start))
            found.open = Found(mark=mark, call=call)
            found.notes.append(found.open)
            found.shapes[mark.shape, mark.raised] += 1
            last, begin = mark, mark.end
        if found.open:
            found.open.parts.append((place, begin, len(lines[at].text)))
    return before[0] is not None or len(found.notes) > before[1]


def _openings(
    found: Footnotes, lines: Sequence[Line], place: Place, last: Mark | None
) -> Iterator[tuple[Mark, CallOut | None]]:
    """The marks in a line of the zone that open a note: at its head, and raised ones that go on from there."""
    line = lines[place.line]
    head = [mark for mark in opening_marks(line) if _fits(found, mark, last) and _is_aligned(found, lines, place, mark)]
    answered = found.waiting.find(head, page=place.page) or found.waiting.find(head)
    if answered and not _is_early(found, lines, place, answered[0], last):
        found.waiting.answer(answered[1])
        last = answered[0]
        yield answered
    elif follower := next((m for m in head if _follows(m, last) or _leads(found, lines, place, m, last)), None):
        last = follower
        yield follower, None
    for mark in raised_marks(line):
        if last and mark.start > 0 and mark.is_like(last) and mark.step(last) == 1:
            inside = found.waiting.find([mark], page=place.page)
            if inside:
                found.waiting.answer(inside[1])
                last = mark
                yield inside


def _fits(found: Footnotes, mark: Mark, last: Mark | None) -> bool:
    """Whether a mark looks like those of the notes so far and counts on from the last one of the zone."""
    if mark.plain and not mark.raised and found.shapes:
        (shape, raised), count = found.shapes.most_common(1)[0]
        if count > 1 and (raised or shape != mark.shape):
            return False
    step = mark.step(last) if last else None
    return step is None or step > 0 or not mark.plain


def _is_aligned(found: Footnotes, lines: Sequence[Line], place: Place, mark: Mark) -> bool:
    """Whether a plain number stands where the note before began, if that is in this column."""
    if mark.raised or not mark.plain or not found.open:
        return True
    first = found.open.parts[0][0]
    if (first.page, first.column) != (place.page, place.column):
        return True
    return abs(lines[place.line].x0 - lines[first.line].x0) < UNALIGNED * lines[first.line].size


def _is_early(found: Footnotes, lines: Sequence[Line], place: Place, mark: Mark, last: Mark | None) -> bool:
    """Whether a note that counts in between is due, or opens further down, so that this mark is a number in a text."""
    if not last or mark.raised or (mark.step(last) or 0) <= 1:
        return False
    due = [call for call in found.waiting.calls if call.place.page == place.page and call.mark.step(last) == 1]
    below = (other for line in lines[place.line + 1 :] for other in opening_marks(line))
    return (mark.plain and bool(due)) or any(other.shape == last.shape and other.step(last) == 1 for other in below)


def _follows(mark: Mark, last: Mark | None) -> bool:
    """Whether a mark that nobody calls out counts on from the note before and looks the same: the call-out is lost."""
    return bool(last and mark.is_like(last) and (mark.raised or not mark.plain) and mark.step(last) == 1)


def _leads(found: Footnotes, lines: Sequence[Line], place: Place, mark: Mark, last: Mark | None) -> bool:
    """Whether a mark that nobody calls out is the first of the zone, and the next one counts on from it."""
    if last or not (mark.raised or not mark.plain):
        return False
    below = (other for line in lines[place.line + 1 :] for other in opening_marks(line) if other.is_like(mark))
    after = next(below, None)
    return bool(after and after.step(mark) == 1 and found.waiting.find([after], page=place.page))
