"""Markers that a converter has set behind their notes, each on a line of its own."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from citekit.notes.index import Head, NoteIndex, Zone

LONGEST = 6
"""Lines that the first note has at most: nothing marks where it begins but the end of a sentence before it."""


def turned(index: NoteIndex, zone: Zone, least: int) -> Zone:
    """The zone with each marker before its note, if all markers have lines to themselves and nothing stands behind the
    last one; any other zone as it is. `least` is the first line that may belong to it."""
    lines = index.lines
    alone = all(lines[head.line].text.strip() == head.opening.label for head in zone.heads)
    if len(zone.heads) < 2 or not alone or zone.last - 1 != zone.heads[-1].line:
        return zone
    if any(b.line - a.line < 2 for a, b in pairwise(zone.heads)):
        return zone  # a marker without text
    first = zone.heads[0].line - 1
    while first > max(least, zone.heads[0].line - LONGEST) and not lines[first].spaced and not index.ended(first - 1):
        first -= 1
    begins = [first, *(head.line + 1 for head in zone.heads[:-1])]
    if first < least:
        return zone
    heads = tuple(_moved(index, head, begin) for head, begin in zip(zone.heads, begins, strict=True))
    return replace(zone, first=first, heads=heads)


def _moved(index: NoteIndex, head: Head, line: int) -> Head:
    start = index.lines[line].start
    return replace(head, line=line, start=start, end=start, stop=head.start)
