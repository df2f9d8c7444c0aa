"""The lines under a heading of a list of references, cut into entries: one way a kind of list, the first that fits."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from statistics import median

from citekit.languages.headings import heads_part
from citekit.model import Passage
from citekit.notes.index import width
from citekit.notes.lines import Line, gathered
from citekit.notes.markers import Opening, openings, strip_marker
from citekit.notes.patterns import compiled
from citekit.notes.shapes import CONTINUES, ends_entry, shape_of
from citekit.notes.starts import starts_by_sense

BULLET = r"\s*(?:[•●○◦▪■□◆◇►▶‣∙·・＊*]|[-–—](?=\s))\s*(?=\S)(?![-–—])"
INDENT = 1
"""Columns by which lines of one indent may differ."""
HANGING = 0.25
"""The share of lines that a hanging indent sets in at least."""
SHORT = 0.65
"""How much of the widest line one fills at most that ends an entry where an empty line is missing."""
SKIPPED = 2
"""So far a number may be ahead of the one before: one entry has lost its marker."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """One entry as it is cut out: the line it begins in, its place, its marker, its text without the marker."""

    line: Line
    start: int
    marker: str
    passage: Passage


@dataclass(frozen=True, slots=True, kw_only=True)
class Start:
    """Where an entry begins: the index of the line, and its marker with the offset behind it in the line."""

    at: int
    marker: str = ""
    begin: int = 0
    end: int = 0


Way = Callable[[Sequence[Line]], list[Start]]


def cut(lines: Sequence[Line]) -> list[Part]:
    """The entries that these lines hold, in order; headings of parts of the list are left out.

    >>> from citekit.model import Document
    >>> from citekit.notes.lines import split_lines
    >>> lines = list(split_lines(Document(name="", text="Books\\n[1] Quill A. Cables.\\n2016.\\n[2] Marsh T. Ports.")))
    >>> [(part.marker, part.passage.text) for part in cut(lines)]
    [('[1]', ' Quill A. Cables.\\n2016.\\n'), ('[2]', ' Marsh T. Ports.\\n')]
    """
    blocks = list(_blocks(lines))
    whole = [line for block in blocks for line in block]
    if not whole:
        return []
    first = next(n for n, way in enumerate(WAYS) if way(whole))
    return [part for block in blocks for part in _parts(block, _starts(block, WAYS[first:]))]


def _starts(block: Sequence[Line], ways: Sequence[Way]) -> list[Start]:
    """The entries of one block: the way of the whole list, or the next that fits."""
    return next(found for way in ways if (found := way(block)))


def part_marker(passage: Passage) -> tuple[str, Passage]:
    """The number or bullet at the head of an entry, and the rest.

    >>> part_marker(Passage.of("• Quill"))[1].text, part_marker(Passage.of("[12] Quill"))[0]
    ('Quill', '[12]')
    """
    marker, rest = strip_marker(passage)
    bullet = compiled(BULLET).match(passage.text)
    if bullet and not re.search(r"\w", marker):
        return bullet.group().strip(), passage.cut(bullet.end())
    return marker, rest


def _blocks(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """The lines between headings of parts."""
    block: list[Line] = []
    for i, line in enumerate(lines):
        if _is_heading(lines, i):
            if block:
                yield block
            block = []
        else:
            block.append(line)
    if block:
        yield block


def _is_heading(lines: Sequence[Line], i: int) -> bool:
    """A heading of a part: not the last line, and no end of an entry that runs over."""
    if i + 1 == len(lines) or not heads_part(lines[i].text):
        return False
    before = lines[i - 1].text
    return i == 0 or lines[i].spaced or ends_entry(before) or heads_part(before)


def _parts(lines: Sequence[Line], starts: Sequence[Start]) -> Iterator[Part]:
    """The entries that begin at these places; what stands above the first belongs to it if nothing else tells."""
    if starts[0].at:
        starts = [Start(at=0), *starts]
    ends = [*(start.at for start in starts[1:]), len(lines)]
    for start, end in zip(starts, ends, strict=True):
        first = lines[start.at]
        ranges = [
            (first, first.start + start.end, first.end),
            *((ln, ln.start, ln.end) for ln in lines[start.at + 1 : end]),
        ]
        indent = len(first.text) - len(first.text.lstrip())
        yield Part(
            line=first,
            start=first.start + (start.begin or indent),
            marker=start.marker,
            passage=gathered(ranges),
        )


def by_number(lines: Sequence[Line]) -> list[Start]:
    """Entries that are numbered: [1], 1., (1), ①, the first line with a number, those behind it counting up."""
    for opening in openings(lines[0].text):
        if opening.kind in ("star", "sign", "letter", "parenthesised letter", "roman"):
            continue
        found = list(_counted(lines, opening))
        if len(found) > 1 or (opening.count == 1 and opening.sure):
            return found
    return []


def _counted(lines: Sequence[Line], first: Opening) -> Iterator[Start]:
    """The lines that count on from the first one, without a jump of more than one number."""
    places: dict[int, list[int]] = {}
    seen: list[Opening | None] = []
    for i, line in enumerate(lines):
        opening = next((o for o in openings(line.text) if o.kind == first.kind), None)
        seen.append(opening)
        if opening:
            places.setdefault(opening.count, []).append(i)
    at, count = 0, first.count
    while True:
        opening = seen[at] or first
        yield Start(at=at, marker=opening.label, begin=opening.start, end=opening.end)
        ahead = (
            (c, next((i for i in places.get(c, ()) if i > at), None)) for c in range(count + 1, count + 1 + SKIPPED)
        )
        found = next(((c, i) for c, i in ahead if i is not None), None)
        if found is None:
            return
        count, at = found


def by_bullet(lines: Sequence[Line]) -> list[Start]:
    """Entries behind bullets or dashes, the first line among them."""
    found = [(i, match) for i, line in enumerate(lines) if (match := compiled(BULLET).match(line.text))]
    if not found or found[0][0] or len(found) < min(2, len(lines)):
        return []
    sign = lines[0].text.strip()[0]
    same = [(i, match) for i, match in found if lines[i].text.strip()[0] == sign]
    return [Start(at=i, marker=sign, begin=lines[i].text.index(sign), end=match.end()) for i, match in same]


def by_indent(lines: Sequence[Line]) -> list[Start]:
    """Entries with a hanging indent, or with their first lines set in, where the text has kept its blanks."""
    indents = [_indent(line) for line in lines]
    lowest: dict[int, int] = {}
    for line, indent in zip(lines, indents, strict=True):
        lowest[line.page] = min(indent, lowest.get(line.page, indent))
    set_in = [indent - lowest[line.page] > INDENT for line, indent in zip(lines, indents, strict=True)]
    share = sum(set_in) / len(lines)
    if not HANGING <= share <= 1 - HANGING / 2 or len(lines) < 4:
        return []
    starts = [i for i, inner in enumerate(set_in) if inner == set_in[0]]
    odd = sum(bool(compiled(CONTINUES).match(lines[i].text)) for i in starts)
    return [Start(at=i) for i in starts] if odd * 4 <= len(starts) else []


def _indent(line: Line) -> int:
    """The columns before the first letter, an ideographic blank counting two."""
    blanks = line.text[: len(line.text) - len(line.text.lstrip())]
    return sum(2 if blank == "\u3000" else 4 if blank == "\t" else 1 for blank in blanks)


def by_empty_lines(lines: Sequence[Line]) -> list[Start]:
    """Entries parted by empty lines, which stand between many lines and not between all; where one is missing, what
    ends and begins like an entry tells."""
    starts = [i for i, line in enumerate(lines) if i == 0 or (line.spaced and line.page == lines[i - 1].page)]
    sizes = [b - a for a, b in zip(starts, [*starts[1:], len(lines)], strict=True)]
    if len(starts) < 2 or median(sizes) > 4 or max(sizes) > 12 or len(starts) == len(lines):
        return []
    within = set(starts_by_sense(lines)) - set(starts)
    if within and len(within) * 3 > len(starts):
        return []
    short = SHORT * max(width(line.text) for line in lines)
    sure = {i for i in within if shape_of(lines[i].text).named and _may_be_missing(lines, i, short)}
    return [Start(at=i) for i in sorted({*starts, *sure})]


def _may_be_missing(lines: Sequence[Line], i: int, short: float) -> bool:
    """Whether an empty line may have been lost before this one: at a page break, or behind a short line."""
    return lines[i].page != lines[i - 1].page or width(lines[i - 1].text.rstrip()) < short


def by_sense(lines: Sequence[Line]) -> list[Start]:
    """Entries by what ends and begins like one."""
    return [Start(at=i) for i in starts_by_sense(lines)]


WAYS: tuple[Way, ...] = (by_number, by_bullet, by_indent, by_empty_lines, by_sense)
"""The ways to cut a list, the surest first."""
