"""The notes of a document: found, called out, repaired."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise

from citekit.model import Document, Message, Note, Passage, Result, Span
from citekit.notes.calls import Call, CallIndex, words_before
from citekit.notes.entries import listed
from citekit.notes.index import Head, NoteIndex, Zone
from citekit.notes.lines import Line, body_and_notes, gathered, line_at
from citekit.notes.lists import find_lists
from citekit.notes.repair import repair
from citekit.notes.zones import zones_by_page, zones_of_text

LOOKED_FOR = (
    "a letter, number, circled or bracketed number or star at the head of a line, and the same mark in the body"
)


def find_notes(document: Document) -> Result[tuple[Note, ...]]:
    """The notes of a document in order.

    Takes a document as its reader gives it; the notes of a format that marks them itself are only repaired. In plain
    text, notes are looked for at the foot of each page and in a list at the end; each needs a call-out in the body
    or a place in the running sequence. What is doubtful is said in messages; nothing is raised.

    >>> text = "成为突出的安全趋势。①随着时间推移，\\n情况改变。\\n① 王帆：《国益》，第5页。\\n"
    >>> [(note.marker, note.text, note.before) for note in find_notes(Document(name="a.txt", text=text)).value]
    [('①', '王帆：《国益》，第5页。', '成为突出的安全趋势。')]
    """
    if document.notes:
        return Result(value=tuple(replace(note, passage=repair(note.passage)) for note in document.notes))
    lines = body_and_notes(document)
    index = NoteIndex(lines, _body(document.text, lines))
    zones = find_zones(index)
    notes = tuple(_notes(zones, lines, index.calls))
    if not notes:
        return Result(value=(), messages=(Message(text=f"{document.name}: no notes found; looked for {LOOKED_FOR}"),))
    return Result(value=notes, messages=tuple(_doubts(notes, zones)))


def _body(text: str, lines: list[Line]) -> str:
    """The text with its list of references blotted out: figures in a list are no call-outs."""
    letters = list(text)
    for part in listed(lines):
        for place in part.passage.origin:
            letters[place] = " " if letters[place] != "\n" else "\n"
    return "".join(letters)


def find_zones(index: NoteIndex) -> list[Zone]:
    """The zones of notes: lists under headings, and the feet of the pages, or of the text if that gives more."""
    lists = find_lists(index)
    limit = lists[-1].first if lists else len(index.lines)
    kinds = {head.opening.kind for zone in lists for head in zone.heads}

    def is_foot(zone: Zone) -> bool:
        apart = not any(zone.first < each.last and each.first < zone.last for each in lists)
        return zone.last <= limit and apart and not kinds & {head.opening.kind for head in zone.heads}

    ways = (zones_by_page, zones_of_text) if index.paged else (zones_of_text,)
    found = [list(filter(is_foot, way(index))) for way in ways]
    feet = max(found, key=lambda zones: _count(zones, index.calls))
    return sorted([*feet, *lists], key=lambda zone: zone.first)


def _count(zones: list[Zone], calls: CallIndex) -> int:
    """How many notes of these zones are called out."""
    return sum(
        bool(calls.first(head.opening.kind, head.opening.count, zone.body, zone.heads[0].start))
        for zone in zones
        for head in zone.heads
    )


def _notes(zones: list[Zone], lines: list[Line], calls: CallIndex) -> Iterator[Note]:
    """The zones' notes, numbered, with the words before their call-outs."""
    taken = {i for zone in zones for i in (*range(zone.first, zone.last), *range(*zone.carried))}
    body = [line for i, line in enumerate(lines) if i not in taken]
    called = [(zone, *found) for zone in zones for found in _called(zone, lines, calls)]
    marks = _marks(called, calls)
    number = 0
    for zone, head, end, call in called:
        passage = repair(_passage(head, end, lines, () if end < lines[zone.last - 1].end else zone.carried))
        if not passage.text:
            continue
        number += 1
        line = lines[head.line]
        yield Note(
            number=number,
            marker=head.opening.label,
            passage=passage,
            span=Span(start=head.start, end=_end(head, passage), line=line.number, page=line.page),
            before=words_before(call, body, marks) if call else "",
            call=_place(call, lines) if call else None,
        )


def _end(head: Head, passage: Passage) -> int:
    """Where a note ends, with the marker if that stands behind it."""
    return max(max(passage.origin) + 1, head.stop + len(head.opening.label) if head.stop else 0)


def _called(zone: Zone, lines: list[Line], calls: CallIndex) -> Iterator[tuple[Head, int, Call | None]]:
    """Each head with the end of its note and its call-out, in the order of the body."""
    floor, top = zone.body, zone.heads[0].start
    ends = [*(head.start for head in zone.heads[1:]), lines[zone.last - 1].end]
    for head, end in zip(zone.heads, ends, strict=True):
        opening = head.opening
        if opening.kind == "star":
            call = calls.of_star(opening.label[0], opening.count, floor, top)
        else:
            call = calls.first(opening.kind, opening.count, floor, top)
        floor = call.start if call else floor
        yield head, head.stop or end, call


def _marks(called: list[tuple[Zone, Head, int, Call | None]], calls: CallIndex) -> list[Call]:
    """All call-outs in order, those of the further markers of one note among them."""
    found = [call for *_, call in called if call]
    for zone, head, _, call in called:
        for count in range(head.opening.count + 1, head.opening.last + 1) if call else ():
            further = calls.first(head.opening.kind, count, call.end if call else 0, zone.heads[0].start)
            found += [further] if further else []
    return sorted({call.start: call for call in found}.values(), key=lambda call: call.start)


def _passage(head: Head, end: int, lines: list[Line], carried: tuple[int, ...]) -> Passage:
    """The note's text, line by line, without its marker."""
    ranges = []
    i, start = head.line, head.end
    while i < len(lines) and lines[i].start < end:
        ranges.append((lines[i], max(start, lines[i].start), min(end, lines[i].end)))
        i += 1
    ranges += ((line, line.start, line.end) for line in (lines[slice(*carried)] if carried else ()))
    return gathered(ranges)


def _place(call: Call, lines: list[Line]) -> Span:
    line = lines[line_at(lines, call.start)]
    return Span(start=call.start, end=call.end, line=line.number, page=line.page)


def _doubts(notes: tuple[Note, ...], zones: list[Zone]) -> Iterator[Message]:
    """What a person should look at."""
    for note in notes:
        if note.call is None:
            text = f"no call-out found in the body for {note.marker} of page {note.span.page}"
            yield Message(text=text, note=note.number, span=note.span)
    for zone in zones:
        for a, b in pairwise(zone.heads):
            if b.opening.kind == a.opening.kind and b.opening.count == a.opening.last + 2:
                text = f"no note found between {a.opening.label} and {b.opening.label}"
                yield Message(text=text, span=Span(start=a.start, end=b.end))
