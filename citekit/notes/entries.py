"""The list of references of a document: found by its heading, cut into its entries, repaired."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from citekit.languages.headings import ends_article, heads_backmatter, heads_notes, heads_part, heads_references
from citekit.model import Document, Message, Note, Passage, Result, Span
from citekit.notes.cutting import Part, cut, part_marker
from citekit.notes.lines import Line, body_and_notes
from citekit.notes.patterns import compiled
from citekit.notes.repair import repair
from citekit.notes.shapes import ends_entry, opens_entry

LISTED = r"[\d《「『“«„\[]|//"
"""What an entry has somewhere: a figure, a title in marks, an address."""
INLINE = r"\s*[\[【〔（(]?[^\s:：\]】]{2,20}[\]】〕）)]?\s?[:：]?\s?(?=[\[［〔(（]1[\]］〕)）])"
"""参考文献：[1] 张三...: a heading with the first entry on its line."""
MARKED = 0.6
"""The share of entries that have such a mark at least, or the lines are no list."""
OPENED = 0.3
"""The share of entries that begin like one at least."""
LENGTH = 800
"""Characters that entries have at most in the mean."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Section:
    """The lines under one heading of a list; `open` if they run on to the next such heading."""

    lines: tuple[Line, ...]
    open: bool


def find_entries(document: Document, notes: Sequence[Note] = ()) -> Result[tuple[Note, ...]]:
    """The entries of the list of references at the end of a document, in order.

    Takes a document as its reader gives it and the notes found in it, whose lines are no entries: a numbered list
    that the text calls out by number is a list of notes already. The entries of a format that marks them itself are
    only repaired. No list is no error and no message; nothing is raised.

    >>> text = "正文。\\n\\n参考文献\\n陆行之：《潮汐与税关》，澄海出版社，\\n2016年。\\n温一舟：《小港》，2019年。\\n"
    >>> [entry.text for entry in find_entries(Document(name="a.txt", text=text)).value]
    ['陆行之：《潮汐与税关》，澄海出版社，2016年。', '温一舟：《小港》，2019年。']
    """
    if document.entries:
        return Result(value=tuple(_marked(document.entries, notes)))
    lines = _without_notes(body_and_notes(document), notes)
    entries: list[Note] = []
    for part in listed(lines):
        passage = repair(part.passage)
        if passage.text:
            entries.append(_entry(len(entries) + 1, part, passage))
    return Result(value=tuple(entries), messages=tuple(_doubts(entries)))


def only_list(document: Document) -> Result[tuple[Note, ...]]:
    """The entries of a list that counts as notes otherwise, or a message that there is no list."""
    found = find_entries(document)
    if found.value:
        return found
    text = f"{document.name}: no list of references found; looked for a heading such as References or 参考文献"
    return Result(value=(), messages=(Message(text=text),))


def _marked(entries: Sequence[Note], notes: Sequence[Note]) -> Iterator[Note]:
    """The entries of a format, without headings between them and without those that are notes, their numbers parted."""
    taken = [(note.span.start, note.span.end) for note in notes]
    kept = [
        (entry, *part_marker(entry.passage))
        for entry in entries
        if not (heads_part(entry.text) or heads_references(entry.text) or _inside(entry.span.start, taken))
    ]
    numbered = 2 * sum(bool(marker) for _, marker, _ in kept) > len(kept)
    for number, (entry, marker, passage) in enumerate(kept, 1):
        if numbered and not entry.marker and not any(hint.kind == "citation" for hint in entry.hints):
            entry = replace(entry, marker=marker, passage=passage)
        yield replace(entry, number=number, passage=repair(entry.passage), kind="entry")


def _inside(place: int, ranges: Sequence[tuple[int, int]]) -> bool:
    """Whether a place lies in one of these ranges, which stand in order."""
    at = bisect_right(ranges, place, key=lambda pair: pair[0]) - 1
    return at >= 0 and place < ranges[at][1]


def _without_notes(lines: list[Line], notes: Sequence[Note]) -> list[Line]:
    """The lines in which no part of a note stands."""
    starts = [line.start for line in lines]
    taken = {bisect_right(starts, at) - 1 for note in notes for at in (note.span.start, *note.passage.origin)}
    return [line for i, line in enumerate(lines) if i not in taken]


def listed(lines: Sequence[Line]) -> list[Part]:
    """The entries under the last heading that has any; those under headings right above go before."""
    heads = [i for i, line in enumerate(lines) if heads_references(line.text) or _inline(line)]
    found: list[Part] = []
    for at, head in reversed(list(enumerate(heads))):
        section = _section(lines, head, heads[at + 1] if at + 1 < len(heads) else len(lines))
        if found and not section.open:
            break
        parts = _trimmed(cut(section.lines), section)
        if section.lines and not _likely(parts):
            if found:
                break
            continue
        found = [*parts, *found]
    return found


def _inline(line: Line) -> int:
    """How long the heading is before a first entry on the same line; 0 if there is none."""
    match = compiled(INLINE).match(line.text)
    return match.end() if match and heads_references(match.group()) else 0


def _section(lines: Sequence[Line], head: int, stop: int) -> _Section:
    """The lines below a heading, up to what stands behind a list."""
    first = head + 1
    found: list[Line] = []
    if skip := _inline(lines[head]):
        line = lines[head]
        found.append(replace(line, text=line.text[skip:], start=line.start + skip))
    for at, line in enumerate(lines[first:stop], first):
        if heads_backmatter(line.text) or heads_notes(line.text) or (ends_article(line.text) and _may_close(lines, at)):
            return _Section(lines=tuple(found), open=False)
        found.append(line)
    return _Section(lines=tuple(found), open=stop < len(lines))


def _may_close(lines: Sequence[Line], at: int) -> bool:
    """Whether the list may end before this line: no entry goes on in it with a word like summary."""
    line = lines[at]
    return line.spaced or ends_entry(lines[at - 1].text) or heads_references(lines[at - 1].text)


def _likely(parts: Sequence[Part]) -> bool:
    """Whether these are entries and no text that happens to stand under a word like Literature."""
    texts = [part.passage.text for part in parts]
    marked = sum(bool(compiled(LISTED).search(text)) for text in texts)
    opened = sum(opens_entry(text) for text in texts)
    return (
        marked >= MARKED * len(parts) and opened >= OPENED * len(parts) and sum(map(len, texts)) < LENGTH * len(parts)
    )


def _trimmed(parts: list[Part], section: _Section) -> list[Part]:
    """Without what closes a section and is no entry: the English title above an abstract, a line of the editor."""
    end = len(parts)
    while not section.open and end and not compiled(LISTED).search(parts[end - 1].passage.text):
        end -= 1
    return parts[:end]


def _entry(number: int, part: Part, passage: Passage) -> Note:
    line = part.line
    span = Span(start=part.start, end=max(passage.origin) + 1, line=line.number, page=line.page)
    return Note(number=number, marker=part.marker, passage=passage, span=span, kind="entry")


LONGEST = 1200
"""Characters that hardly an entry has; longer ones are said to be checked."""


def _doubts(entries: Iterable[Note]) -> Iterator[Message]:
    for entry in entries:
        if len(entry.text) > LONGEST:
            text = f"{len(entry.text)} characters, more than one work has; see whether several ran together"
            yield Message(text=text, note=entry.number, span=entry.span, kind="entry")
