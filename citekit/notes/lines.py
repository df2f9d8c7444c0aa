"""The lines of a document, and which of them are furniture: running heads, page numbers, download notices."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from citekit.model import Document, Passage, Span
from citekit.notes.markers import openings
from citekit.notes.patterns import compiled

# Lines that no author wrote: a pattern over the whole line, and where it comes from.
FURNITURE: tuple[tuple[str, str], ...] = (
    (r"[-–—·•.~～〜\s]{1,4}\d{1,4}[-–—·•.~～〜\s]{1,4}", "a page number between dashes or dots"),
    (r"(?:第\s?\d{1,4}\s?[页頁]|Page \d{1,4}(?: of \d{1,4})?|\d{1,4} / \d{1,4})", "a page number in words"),
    (r"(?:\(C\)|©|Copyright\b).*(?:rights reserved|cnki|Publishing House).*", "a publisher's notice"),
    (r".*China Academic Journal Electronic Publishing House.*", "the download line of CNKI"),
    (r"万方数据", "the download line of Wanfang"),
    (
        r"(?:This content downloaded from|Downloaded from|All use subject to)\b.*",
        "the download lines of JSTOR and others",
    ),
)
NOTICE = "|".join(f"(?:{pattern})" for pattern, _ in FURNITURE)
BARE_NUMBER = r"[1-9]\d{0,3}"
FAR = 12  # bare numbers that stand this many lines apart, one up each time, are page numbers


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line that is not empty: its place in the document, and whether an empty line stands before it."""

    text: str
    start: int
    number: int
    page: int
    spaced: bool

    @property
    def end(self) -> int:
        return self.start + len(self.text)


def body_and_notes(document: Document) -> list[Line]:
    """All lines of a document but the empty ones and the furniture.

    >>> [line.text for line in body_and_notes(Document(name="", text="正文\\n\\n— 12 —\\n① 注"))]
    ['正文', '① 注']
    """
    lines = list(split_lines(document))
    drop = {i for i, line in enumerate(lines) if compiled(NOTICE, re.IGNORECASE).fullmatch(line.text.strip())}
    drop |= _running(lines) | _page_numbers(lines)
    return [line for i, line in enumerate(lines) if i not in drop]


def split_lines(document: Document) -> Iterable[Line]:
    """The lines that are not empty."""
    pages = document.pages or (Span(start=0, end=len(document.text), page=1),)
    page, start, spaced = 0, 0, False
    for number, text in enumerate(document.text.split("\n"), 1):
        shown = text.lstrip("\f")
        at = start + len(text) - len(shown)
        while page + 1 < len(pages) and pages[page + 1].start <= at:
            page += 1
            spaced = True
        if shown.strip():
            yield Line(text=shown, start=at, number=number, page=pages[page].page or page + 1, spaced=spaced)
        spaced = not shown.strip()
        start += len(text) + 1


def line_at(lines: Sequence[Line], offset: int) -> int:
    """The index of the line in which this place of the document lies; the first for a place before all of them."""
    return max(0, bisect_right(lines, offset, key=lambda line: line.start) - 1)


def gathered(ranges: Iterable[tuple[Line, int, int]]) -> Passage:
    """The text of lines, or of the parts of them between two places of the document, each with a line end."""
    parts: list[str] = []
    origin: list[int] = []
    for line, start, end in ranges:
        parts += (line.text[start - line.start : end - line.start], "\n")
        origin += (*range(start, end), max(start, end - 1))
    return Passage(text="".join(parts), origin=tuple(origin))


def _edges(lines: list[Line]) -> tuple[list[int], list[int]]:
    """The first two and the last line of every page."""
    tops, bottoms, page = [], [], 0
    for i, line in enumerate(lines):
        if line.page != page:
            page = line.page
            tops += [j for j in (i, i + 1) if j < len(lines) and lines[j].page == page]
        if i + 1 == len(lines) or lines[i + 1].page != page:
            bottoms.append(i)
    return tops, bottoms


def _running(lines: list[Line]) -> set[int]:
    """Running heads and feet: what stands, but for numbers, at the same edge of three pages or more."""
    drop: set[int] = set()
    for edge in _edges(lines):
        keys = {i: (re.sub(r"[\d\s.·—–-]+", "", lines[i].text), _folio(lines[i])) for i in edge}
        common = Counter(key for key in keys.values() if key[1] is not None)
        drop |= {i for i, key in keys.items() if 2 < len(key[0]) < 80 and common[key] > 2}
    return drop


def _folio(line: Line) -> int | None:
    """What tells the running heads of one text from notes that look alike: how far the page number before it runs
    ahead of the page; 0 for a line without one, None for a line that opens a note ("a Ibid." may end three pages)."""
    sure = [opening for opening in openings(line.text) if opening.sure]
    if not sure:
        return 0
    number = next((opening for opening in sure if opening.kind == "number"), None)
    return number.count - line.page if number else None


def _page_numbers(lines: list[Line]) -> set[int]:
    """Bare numbers at the edge of a page, or next to it and counting up with the pages; in a text without pages, bare
    numbers far apart that count up."""
    tops, bottoms = _edges(lines)
    pages = lines[-1].page if lines else 0
    bare = [i for i, line in enumerate(lines) if compiled(BARE_NUMBER).fullmatch(line.text.strip())]
    if pages > 1:
        near = {*tops, *bottoms, *(i - 1 for i in bottoms)}
        ahead = {i: int(lines[i].text) - lines[i].page for i in bare if i in near}
        common = Counter(ahead.values())
        outer = {i for i in tops if i == 0 or lines[i].page != lines[i - 1].page} | set(bottoms)
        return {i for i in ahead if i in outer or common[ahead[i]] > 1}
    steps = [(j - i, int(lines[j].text) - int(lines[i].text)) for i, j in pairwise(bare)]
    if steps and sorted(far for far, _ in steps)[len(steps) // 2] >= FAR and all(up in (1, 2) for _, up in steps):
        return set(bare)
    return set()
