"""Notes in a list of their own: under a heading at the end of the text."""

from __future__ import annotations

from collections.abc import Iterator

from citekit.languages.headings import ends_article, heads_notes, heads_part, heads_references
from citekit.notes.index import Head, NoteIndex, Zone
from citekit.notes.markers import FAMILIES


def find_list(index: NoteIndex) -> Zone | None:
    """The list of notes under a heading, the last one of the text that has notes under it.

    A list of works counts as one if the text calls most of its entries out by number.
    """
    for i in range(len(index.lines) - 1, -1, -1):
        text = index.lines[i].text
        works = heads_references(text)
        if (works or heads_notes(text)) and (zone := _list_below(index, i + 1, works)):
            return zone
    return None


def _list_below(index: NoteIndex, first: int, works: bool) -> Zone | None:
    end = next((i for i in range(first, len(index.lines)) if _ends_list(index.lines[i].text.strip())), len(index.lines))
    if works:  # the first line is an entry, unless parts of the list have headings
        first = next((i for i in range(first, min(first + 3, end)) if not heads_part(index.lines[i].text)), first)
    for i in range(first, min(first + (1 if works else 3), end)):
        for opening in index.opened[i]:
            if opening.count != 1 or FAMILIES[opening.kind] == "stars":
                continue
            heads = tuple(_sequence(index, index.head(i, opening), end))
            start = index.lines[i].start
            called = sum(bool(index.calls.first(h.opening.kind, h.opening.count, 0, start)) for h in heads)
            if called * 2 >= len(heads) or (not works and (len(heads) > 1 or called)):
                return Zone(first=i, last=end, heads=heads, body=0)
    return None


def _ends_list(text: str) -> bool:
    return ends_article(text) or heads_references(text) or heads_notes(text)


def _sequence(index: NoteIndex, head: Head, end: int) -> Iterator[Head]:
    """This head and the ones that count on from it, whether they are called out or not."""
    family = [kind for kind in FAMILIES if FAMILIES[kind] == FAMILIES[head.opening.kind]]
    while True:
        yield head
        kinds = [head.opening.kind, *family]
        steps = ((k, index.next(k, head.opening.count + step, head.line, end)) for step in (1, 2) for k in kinds)
        found = next(((k, i) for k, i in steps if i is not None), None)
        if found is None:
            return
        kind, i = found
        head = index.head(i, index.opens(i, kind))
