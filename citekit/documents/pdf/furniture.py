"""Running heads and feet, page numbers, download lines: what stands at the edge of many pages, dropped."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from statistics import median

from citekit.documents.pdf.lines import Line
from citekit.documents.pdf.marks import opening_marks
from citekit.documents.pdf.sheets import Sheet, leading

DEEPEST = 3
"""Lines at the upper and at the lower edge of a page that may be running."""
NEAR = 3.0
"""Points by which the place of a running line may differ from page to page."""
APART = 1.5
"""Usual distances of lines by which a running line stands apart from the text."""
LARGE = 1.1
"""What is larger than the text by this factor is a heading, wherever it stands."""
OF = r"(?:\s?(?:/|of|von|sur|，?\s?共)\s?\d{1,4}\s?[页頁]?)?"
EDGES = r"[-–—·•・.~～〜|\s\[\](（)）]*"
NUMBER = re.compile(
    rf"{EDGES}(?:(?:page |p\. ?|第\s?)?\d{{1,4}}\s?[页頁]?{OF}|[ivxlc]{{1,7}}){EDGES}",
    re.IGNORECASE,
)
CHANGING = re.compile(r"[\d\s.,·•・—–-]+|\b[ivxlc]+\b")


@dataclass(frozen=True, slots=True, kw_only=True)
class Edge:
    """A line at the edge of a page: the page's index, which edge, how many lines stand further out, whether it
    stands apart from the text, whether it is set larger, and its text without what changes from page to page."""

    page: int
    top: bool
    depth: int
    apart: bool
    large: bool
    line: Line
    key: str

    @property
    def place(self) -> tuple[bool, int]:
        return self.top, round(self.line.y / NEAR)


def without_furniture(sheets: Sequence[Sheet]) -> list[Sheet]:
    """The pages without running lines.

    A line runs if its text, but for numbers, stands at the same place of another page; if it stands apart where most
    pages have a line apart; and if it is a number apart from the text. Nothing but such lines stands further out. A
    page that has nothing else keeps them.
    """
    edges = [edge for at, page in enumerate(sheets) for edge in _edges(page, at)]
    texts: dict[tuple[bool, str], list[Edge]] = defaultdict(list)
    for edge in edges:
        texts[edge.top, edge.key].append(edge)
    places = Counter(edge.place for edge in edges if edge.apart and not edge.large)
    drop: dict[int, set[int]] = defaultdict(set)
    reached: dict[tuple[int, bool], int] = defaultdict(int)
    for edge in edges:  # from the edge inwards
        outer = reached[edge.page, edge.top]
        if edge.depth <= outer and _runs(edge, texts[edge.top, edge.key], places, len(sheets)):
            drop[edge.page].add(id(edge.line))
            reached[edge.page, edge.top] = edge.depth + 1
    return [_without(page, drop[at]) for at, page in enumerate(sheets)]


def _edges(page: Sheet, at: int) -> Iterator[Edge]:
    rows = _rows(page.from_top())
    main = max(page.columns, key=len)
    usual, body = leading(main), median(line.size for line in main)
    for top in (True, False):
        order = rows if top else rows[::-1]
        for depth, row in enumerate(order[:DEEPEST]):
            inner = order[depth + 1] if depth + 1 < len(order) else None
            apart = inner is None or abs(inner[0].y - row[0].y) > APART * min(usual, 1.5 * inner[0].size)
            for line in row:
                key, large = CHANGING.sub("", line.text), line.size > LARGE * body
                yield Edge(page=at, top=top, depth=depth, apart=apart, large=large, line=line, key=key)


def _rows(lines: Sequence[Line]) -> list[list[Line]]:
    """Lines of all columns that share a base line."""
    rows: list[list[Line]] = []
    for line in lines:
        if rows and line.y - rows[-1][0].y < 0.5 * line.size:
            rows[-1].append(line)
        else:
            rows.append([line])
    return rows


def _runs(edge: Edge, alike: Sequence[Edge], places: Counter[tuple[bool, int]], pages: int) -> bool:
    if edge.line.raised:
        return False
    if NUMBER.fullmatch(edge.line.text):
        return edge.apart
    if not edge.top and opening_marks(edge.line):
        return False
    others = {other.page for other in alike if abs(other.line.y - edge.line.y) <= NEAR}
    if edge.key and (edge.apart or edge.top) and len(others) > (1 if edge.apart else 2):
        return True
    top, place = edge.place
    count = sum(places[top, near] for near in (place - 1, place, place + 1))
    return edge.apart and not edge.large and not edge.depth and pages > 2 and count > 0.5 * pages


def _without(page: Sheet, drop: set[int]) -> Sheet:
    if not drop:
        return page
    kept = [tuple(line for line in column if id(line) not in drop) for column in page.columns]
    return replace(page, columns=tuple(column for column in kept if column)) if any(kept) else page
