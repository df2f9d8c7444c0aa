"""Pieces into segments and lines: what shares a base line, with raised marks hung on the line that they belong to."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from operator import attrgetter

from citekit.documents.pdf.pieces import Piece, is_unspaced

SAME_BASE = 0.25
"""Ems that base lines of one line in a column may differ; Chinese and Latin fonts do not always agree."""
EQUAL_BASE = 0.03
"""Ems that base lines of one row may differ, across all columns."""
SMALLER = 0.86
"""A raised mark is set at most this large, as a part of the size of its line."""
LONGEST_MARK = 8
"""Characters of a raised mark: [123], 12,13."""
COLUMN_GAP = 0.55
"""Ems between two pieces that may belong to two columns."""
MARK_GAP = 0.8
"""Ems between two pieces of one mark or one word at most."""
MAIN = 0.15
"""Part of the characters of a line that its main size has at least; a short line may have a longer mark."""
OPENING, CLOSING = "「『（《〈【〔［｛", "」』）》〉】〕］｝。，、；：．！？"
"""Marks of which half the em is empty, on the left or on the right, where other characters may stand."""
BLANK = 0.18
"""Ems between two pieces that are a blank between words; kerning stays below."""


@dataclass(slots=True)
class Row:
    """Pieces with the same base line, anywhere across the page."""

    y: float
    pieces: list[Piece] = field(default_factory=list)


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """Pieces of one row that no wide gap parts."""

    pieces: tuple[Piece, ...]
    row: int
    y: float
    size: float
    x0: float
    x1: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of a column: its text, place and size of type, and which ranges of the text are raised or italic.

    `head` is where the first piece ends, if there are several."""

    text: str
    x0: float
    x1: float
    y: float
    size: float
    raised: tuple[tuple[int, int], ...] = ()
    italic: tuple[tuple[int, int], ...] = ()
    head: int = 0


def segments(pieces: Sequence[Piece]) -> list[Segment]:
    """The segments of a page from top to bottom."""
    rows = _hung(_rows(pieces))
    return [_segment(run, number, row.y) for number, row in enumerate(rows) for run in _runs(row.pieces, COLUMN_GAP)]


def lines(column: Iterable[Segment]) -> list[Line]:
    """The lines of one column from top to bottom."""
    rows: list[list[Segment]] = []
    for segment in sorted(column, key=attrgetter("y")):
        if rows and segment.y - rows[-1][0].y <= SAME_BASE * max(segment.size, rows[-1][0].size):
            rows[-1].append(segment)
        else:
            rows.append([segment])
    made = [_line(sorted((piece for segment in row for piece in segment.pieces), key=_place)) for row in rows]
    return _with_lone_marks(sorted((line for line in made if line.text), key=attrgetter("y")))


def _with_lone_marks(column: list[Line]) -> list[Line]:
    """The lines, those raised that are as short and small as a mark for which its line had no room."""
    for at, line in enumerate(column):
        beside = [*column[max(0, at - 1) : at], *column[at + 1 : at + 2]]
        small = len(line.text) <= LONGEST_MARK and all(line.size <= SMALLER * other.size for other in beside)
        if small and any(abs(other.y - line.y) < 1.5 * other.size for other in beside):
            column[at] = replace(line, raised=((0, len(line.text)),))
    return column


def _rows(pieces: Iterable[Piece]) -> list[Row]:
    rows: list[Row] = []
    for piece in sorted(pieces, key=attrgetter("y")):
        row = rows[-1] if rows else None
        if row and piece.y - row.pieces[-1].y <= EQUAL_BASE * piece.size:
            row.pieces.append(piece)
        else:
            rows.append(Row(y=piece.y, pieces=[piece]))
    return rows


def _runs(pieces: Iterable[Piece], gap: float) -> Iterator[list[Piece]]:
    """The pieces of a row from left to right, parted where a gap is wider than so many ems."""
    run: list[Piece] = []
    right = 0.0
    for piece in sorted(pieces, key=_place):
        if run and piece.x0 - right > gap * max(piece.size, run[-1].size):
            yield run
            run = []
        right = max(right, piece.x1) if run else piece.x1
        run.append(piece)
    if run:
        yield run


def _place(piece: Piece) -> float:
    """Where a piece begins to be seen: the left half of an opening bracket is empty, and may lie over what stands
    before."""
    return piece.x0 + (0.5 * piece.size if piece.text[0] in OPENING else 0)


def _hung(rows: list[Row]) -> list[Row]:
    """The rows with each raised or lowered piece in the row of the larger type that it stands beside."""
    places = [row.y for row in rows]
    kept: list[list[Piece]] = [[] for _ in rows]
    for at, row in enumerate(rows):
        for run in _runs(row.pieces, MARK_GAP):
            short = sum(len(piece.text) for piece in run) <= LONGEST_MARK
            hosts = [_host(piece, at, rows, places) for piece in run] if short else []
            kept[next((host for host in hosts if host is not None), at)] += run
    return [Row(y=row.y, pieces=pieces) for row, pieces in zip(rows, kept, strict=True) if pieces]


def _host(piece: Piece, own: int, rows: list[Row], places: list[float]) -> int | None:
    """The row on which a piece hangs: the one with the nearest piece of larger type that it is raised beside."""
    best: tuple[float, int] | None = None
    reach = 3 * piece.size
    for at in range(bisect_left(places, piece.y - reach), len(rows)):
        if places[at] > piece.y + reach:
            break
        if at == own:
            continue
        for host in rows[at].pieces:
            far = _distance(piece, host)
            if far is not None and (best is None or far < best[0]):
                best = (far, at)
    return best[1] if best else None


def _distance(piece: Piece, host: Piece) -> float | None:
    """Points from a piece to the one that it hangs on, None if it does not."""
    up = (host.y - piece.y) / host.size
    small = piece.size <= SMALLER * host.size
    if not (small and (0.08 < up < 0.7 or -0.35 < up < -0.08)) and not (0.2 < up < 0.55 and _is_mark(piece, host)):
        return None
    before, behind = host.x0 - piece.x1, piece.x0 - host.x1
    over = 0.6 if host.text[-1] in CLOSING else 0.3
    if -over * host.size < behind < 1.3 * host.size:
        return abs(behind)
    return abs(before) if -0.3 * host.size < before < 4 * host.size else None


def _is_mark(piece: Piece, host: Piece) -> bool:
    """Whether a piece of full size may be raised all the same."""
    return piece.size <= 1.02 * host.size and all(c.isdigit() or c in "*†‡()[]（）［］〔〕" for c in piece.text)


def _segment(run: list[Piece], row: int, y: float) -> Segment:
    return Segment(
        pieces=tuple(run),
        row=row,
        y=y,
        size=max(run, key=lambda piece: (len(piece.text), piece.size)).size,
        x0=min(piece.x0 for piece in run),
        x1=max(piece.x1 for piece in run),
    )


def _line(pieces: list[Piece]) -> Line:
    size = _main_size(pieces)
    base = _base(pieces, size)
    text = ""
    right = 0.0
    raised: list[tuple[int, int]] = []
    italic: list[tuple[int, int]] = []
    head = 0
    for at, piece in enumerate(pieces):
        if text and _is_blank(text, piece, right):
            text += " "
        start = len(text)
        text += piece.text if text else piece.text.lstrip()
        if at == 1:
            head = start
        if _is_raised(piece, base, size):
            _extend(raised, start, len(text))
        elif piece.italic:
            _extend(italic, start, len(text))
        right = max(right, piece.x1)
    text = text.rstrip()
    return Line(
        text=text[:-1] + "-" if text.endswith("\u00ad") else text,
        x0=pieces[0].x0,
        x1=right,
        y=base,
        size=size,
        raised=tuple(raised),
        italic=tuple((start, min(end, len(text))) for start, end in italic),
        head=head,
    )


def _main_size(pieces: list[Piece]) -> float:
    """The largest size that a fair part of the line is set in."""
    sizes: Counter[float] = Counter()
    for piece in pieces:
        sizes[round(piece.size, 1)] += len(piece.text)
    return max(size for size, count in sizes.items() if count >= MAIN * sizes.total())


def _base(pieces: list[Piece], size: float) -> float:
    """The base line that most characters of the main size share."""
    bases: Counter[float] = Counter()
    for piece in pieces:
        if abs(piece.size - size) <= 0.06:
            bases[piece.y] += len(piece.text)
    return max(bases, key=lambda base: (bases[base], base))


def _is_raised(piece: Piece, base: float, size: float) -> bool:
    up = base - piece.y
    return (0.12 * size < up or (piece.size < SMALLER * size and up > 0.04 * size)) and piece.size <= 1.05 * size


def _is_blank(text: str, piece: Piece, right: float) -> bool:
    """Whether the gap before a piece is a blank."""
    if text[-1].isspace() or piece.text[0].isspace() or is_unspaced(text[-1]) or is_unspaced(piece.text[0]):
        return False
    return piece.x0 - right > BLANK * piece.size


def _extend(ranges: list[tuple[int, int]], start: int, end: int) -> None:
    """Adds a range, to the one before if it goes on there."""
    if ranges and ranges[-1][1] == start:
        start = ranges.pop()[0]
    ranges.append((start, end))
