"""Notes in lists of their own: under a heading at the end of the text or of each chapter."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.languages.headings import ends_article, heads_notes, heads_part, heads_references
from citekit.notes.index import Head, NoteIndex, Zone
from citekit.notes.markers import FAMILIES
from citekit.notes.zones import resumes


def find_lists(index: NoteIndex) -> list[Zone]:
    """The lists of notes under headings, in order, each called out in the text between the list before and itself.

    A list of works counts as one if that text calls most of its entries out by number.
    """
    zones: list[Zone] = []
    for i, line in enumerate(index.lines):
        if zones and i < zones[-1].last:
            continue
        works = heads_references(line.text)
        if (works or heads_notes(line.text)) and (zone := _list_below(index, i + 1, works, zones)):
            zones.append(zone)
    return zones


def _list_below(index: NoteIndex, first: int, works: bool, before: list[Zone]) -> Zone | None:
    """The list that begins behind a heading, at one or where the list before has ended."""
    lines = index.lines
    body = lines[before[-1].last].start if before else 0
    due = {1, *(zone.heads[-1].opening.last + 1 for zone in before[-1:])}
    end = next((i for i in range(first, len(lines)) if _ends_list(lines[i].text.strip())), len(lines))
    closed = end == len(lines) or not heads_notes(lines[end].text)
    if works:  # the first line is an entry, unless parts of the list have headings
        first = next((i for i in range(first, min(first + 3, end)) if not heads_part(lines[i].text)), first)
    for i in range(first, min(first + (1 if works else 3), end)):
        for opening in index.opened[i]:
            if opening.count not in due or FAMILIES[opening.kind] == "stars":
                continue
            heads = tuple(_sequence(index, index.head(i, opening), end))
            start = lines[i].start
            called = sum(bool(index.calls.first(h.opening.kind, h.opening.count, body, start)) for h in heads)
            if called * 2 >= len(heads) or (closed and not works and (len(heads) > 1 or called)):
                last = end if closed else min(end, resumes(index, heads[-1], heads[0].line, len(lines)))
                return Zone(first=i, last=last, heads=heads, body=body)
    return None


def _ends_list(text: str) -> bool:
    return ends_article(text) or heads_references(text) or heads_notes(text)


def _sequence(index: NoteIndex, head: Head, end: int) -> Iterator[Head]:
    """This head and the ones that count on from it, whether they are called out or not."""
    family = [kind for kind in FAMILIES if FAMILIES[kind] == FAMILIES[head.opening.kind]]
    while True:
        yield head
        kinds = [head.opening.kind, *family]
        steps = ((k, index.next(k, head.opening.last + step, head.line, end)) for step in (1, 2) for k in kinds)
        found = next(((k, i) for k, i in steps if i is not None), None)
        if found is None:
            return
        kind, i = found
        head = index.head(i, index.opens(i, kind))
