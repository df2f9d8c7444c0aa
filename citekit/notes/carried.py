"""The last note of a page that goes on at the foot of the next: which lines there belong to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from citekit.notes.index import NoteIndex, Zone, width
from citekit.notes.patterns import compiled

# Kinds of markers that hardly open a line of the body.
FIRM = frozenset(
    ("circled", "letter", "bracketed", "parenthesised", "half-parenthesised", "starred number", "word", "raised")
)
LONGEST = 20
"""Lines that the rest of a note has at most."""
SMALLER = 1.08
"""How much more fits on a line of the notes than of the body where they are set in smaller type."""
CITED = (
    r"\d\s?[页頁쪽]|\b(?:pp?|S|С)\.\s?\d|(?:Vol|No|Bd|Nr|Jg|Т|№)\.?\s?\d|://|www\.|》\s?[，,]|[』」”]\s?[、,]|第\s?\d{1,4}\s?[期号號]"
    r"|(?:出版社|书局|書局|書店|書房|书店|Press|Verlag|Publish\w+)\s?[,，、]|\(?(?:1[5-9]|20)\d\d\)?[.。]?\s*$|\.(?:html?|pdf|php|aspx?)\b"
)
"""What lines of citations have and lines of the body hardly ever."""


def carry(index: NoteIndex, zones: list[Zone], edges: list[int]) -> list[Zone]:
    """Zones with the lines that continue the last note of the page before; `edges` are the first lines of the pages."""
    by_end = {zone.last: n for n, zone in enumerate(zones)}
    out = list(zones)
    for at, end in pairwise(edges[1:]):
        n = by_end.get(at)
        if n is None or index.ended(at - 1):
            continue
        follows = n + 1 < len(zones) and zones[n + 1].first < end
        stop = zones[n + 1].first if follows else end
        start = _by_look(index, zones[n], at, stop) or _below_empty_line(index, at, stop, follows)
        if start:
            out[n] = replace(out[n], carried=(start, stop))
    return out


def _by_look(index: NoteIndex, zone: Zone, at: int, stop: int) -> int:
    """Where the lines up to `stop` begin that look like citations or are set as small as notes; 0 if there are none."""
    lines = index.lines
    if stop - at < 2 or not index.ended(stop - 1):
        return 0
    least = _least_width(index, zone, at, stop)
    start = stop
    while start - 1 > at and stop - start < LONGEST:
        text = lines[start - 1].text
        if not (compiled(CITED).search(text) or (least and width(text.strip()) >= least)):
            break
        start -= 1
        if lines[start].spaced:
            break
    if start == stop and lines[at - 1].text.rstrip().endswith("-") and lines[stop - 1].text.strip()[0].islower():
        start -= 1
    return start if start < stop and not _calls_out(index, start, stop) else 0


def _least_width(index: NoteIndex, zone: Zone, at: int, stop: int) -> float:
    """From which width on a full line is one of the notes; 0 if notes and body are set alike."""
    body = _full([width(line.text.strip()) for line in index.lines[at:stop]])
    notes = _full([width(line.text.strip()) for line in index.lines[zone.first : zone.last]])
    return (body + notes) / 2 if notes > SMALLER * body else 0


def _full(widths: Sequence[int]) -> float:
    """The width of full lines: the middle one of the wider half."""
    return median(sorted(widths)[len(widths) // 2 :])


def _below_empty_line(index: NoteIndex, at: int, stop: int, follows: bool) -> int:
    """Where the block of lines below an empty line begins, directly above the next note or at the page's foot, if it
    can be the rest of a note; else 0."""
    lines = index.lines
    if follows and lines[stop].spaced:
        return 0
    start = stop - 1
    while start > at and not lines[start].spaced:
        start -= 1
    spaced = sum(line.spaced for line in lines[at + 1 : start]) > (start - at - 1) / 2
    if start <= at or stop - start > LONGEST or (spaced and not follows and stop - start < 2):
        return 0
    return 0 if _calls_out(index, start, stop) else start


def _calls_out(index: NoteIndex, start: int, stop: int) -> bool:
    """Whether these lines call notes out, as the body does."""
    area = (index.lines[start].start, index.lines[stop - 1].end)
    return any(call.strong for kind in FIRM for n in range(1, 6) for call in index.calls.marks(kind, n, *area))
