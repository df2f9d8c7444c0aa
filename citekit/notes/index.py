"""The lines of a document by what they open with: the ground on which zones and lists of notes are looked for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import defaultdict
from dataclasses import dataclass

from citekit.languages.headings import ends_article, heads_references
from citekit.model import Passage
from citekit.notes.calls import CallIndex
from citekit.notes.lines import Line
from citekit.notes.markers import Opening, openings
from citekit.notes.patterns import compiled
from citekit.notes.spacing import WIDE
from citekit.notes.urls import rejoin_urls

MARK = (
    r"\s?(?:[①-⒛➀-➓❶-❿]|[⁰¹²³⁴-⁹]{1,3}|[\[［〔（(]\d{1,3}[\]］〕）)]|[*＊†‡]{1,3}"
    r"|(?:(?<=[。！？”」』）])|(?<=[a-z]{4}\.)|(?<=[a-z]{4}[.?!]”))(?:\d{1,3}|[a-z]))"
)
"""A call-out behind the last sentence of a line; a plain figure only where no unit such as No. stands before it."""
ENDED = rf"(?:[。．.！？!?…]|[。.！？!?][\"”’」』）)]|://\S*[\w/])(?:{MARK})?\s*$"
LONG = 15  # lines that no note has that stands in a text of unknown pages
REACH = 40  # lines that a note without a call-out may be away from the one before


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """Where a note begins: the index of its line, its marker, and the marker's place in the document. Where the marker
    stands behind the note, `start` and `end` are where its text begins, and `stop` is where the marker does."""

    line: int
    opening: Opening
    start: int
    end: int
    stop: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Zone:
    """The lines from `first` up to `last` that hold notes, whose call-outs stand in the text from `body` on.
    `carried` are the lines, as a range, on the next page that end the last note."""

    first: int
    last: int
    heads: tuple[Head, ...]
    body: int
    carried: tuple[int, int] = (0, 0)


class NoteIndex:
    """The lines of a document, the markers that they may open with, and the call-outs for these."""

    def __init__(self, lines: list[Line], text: str) -> None:
        self.lines = lines
        self.opened = [openings(line.text) for line in lines]
        self.paged = bool(lines) and lines[-1].page > 1
        self._by_count: dict[tuple[str, int], list[int]] = defaultdict(list)
        counts: dict[str, set[int]] = defaultdict(set)
        for i, found in enumerate(self.opened):
            for opening in found:
                self._by_count[opening.kind, opening.count].append(i)
                counts[opening.kind].add(opening.count)
        self.calls = CallIndex(text, counts)
        self._afterwards = [i for i, line in enumerate(lines) if ends_article(line.text) or heads_references(line.text)]

    def head(self, i: int, opening: Opening) -> Head:
        """The head that a line has with this marker."""
        at = self.lines[i].start
        return Head(line=i, opening=opening, start=at + opening.start, end=at + opening.end)

    def opens(self, i: int, kind: str) -> Opening:
        """The marker of this kind that the line opens with; there must be one."""
        return next(opening for opening in self.opened[i] if opening.kind == kind)

    def places(self, kind: str, count: int, after: int, end: int) -> list[int]:
        """The next lines, eight at most, that open with this count of this kind."""
        places = self._by_count.get((kind, count), [])
        first = bisect_right(places, after)
        return [i for i in places[first : first + 8] if i < end]

    def next(self, kind: str, count: int, after: int, end: int) -> int | None:
        """The next line that opens so; a sure one within reach rather than one that only may."""
        ahead = self.places(kind, count, after, end)
        sure = (i for i in ahead if self.opens(i, kind).sure and i - ahead[0] < REACH)
        return next(sure, ahead[0] if ahead else None)

    def before_afterwards(self, i: int, end: int) -> int:
        """The first line behind this one that does not belong to the notes any more; at most `end`."""
        k = bisect_right(self._afterwards, i)
        return min([end, *self._afterwards[k : k + 1]])

    def ended(self, i: int) -> bool:
        """Whether a note, or a sentence of the body, may end with this line; a URL may run on in the next."""
        text = self.lines[i].text
        if not compiled(ENDED).search(text):
            return False
        tail = text.rstrip()[-200:]
        if not re.search(r"(?:://|www\.)[\x21-\x7e]*$", tail) or i + 1 == len(self.lines):
            return True
        both = rejoin_urls(Passage.of(tail + "\n" + self.lines[i + 1].text[:200]))
        return "\n" in both.text


def width(text: str) -> int:
    """How wide a line is set, a CJK character counting two."""
    return len(text) + len(re.findall(f"[{WIDE}]", text))
