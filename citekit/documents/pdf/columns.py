"""Columns: segments in the order in which they are read.

A page is cut along a gutter, a place across which nothing runs while text stands on both sides of it; what runs
across (a title, a wide footnote) stays whole, and what stands between is cut again. So two, three and more columns
come out, also where only a part of the page is set in them.
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from operator import attrgetter
from statistics import median

from citekit.documents.pdf.lines import Segment

DEEPEST = 4
"""Cuts inside one another; three columns need two."""
FEWEST = 3
"""Lines that stand on either side of a gutter."""
NARROWEST = 7
"""Ems that a column is wide at least; narrower are the numbers of a list, and what stretched lines leave."""
CORRIDOR = 0.75
"""Ems that are free on the left of a column at least, but for overfull lines ..."""
WITHIN = 0.85
"""... of which there is at most the rest of this part."""
ALIGNED = 0.6
"""Part of the lines of a column that begin where another does at least ..."""
LONG = 12
"""... and that many lines make a column long,"""
ALIGNED_LONG = 0.5
"""in which this part is enough."""
GRAIN = 4
"""Points within which left edges count as one."""


def columns(segments: Sequence[Segment], deep: int = 0) -> list[list[Segment]]:
    """The segments, column after column, in reading order."""
    if not segments:
        return []
    gutter = _gutter(segments) if deep < DEEPEST else None
    if gutter is None:
        return [list(segments)]
    found: list[list[Segment]] = []
    whole: list[Segment] = []
    for band, parted in _bands(segments, gutter):
        if not parted:
            whole += band
            continue
        found += columns(whole, deep + 1)
        whole = []
        found += columns([s for s in band if s.x0 < gutter - 1], deep + 1)
        found += columns([s for s in band if s.x0 >= gutter - 1], deep + 1)
    return found + columns(whole, deep + 1)


def _gutter(segments: Sequence[Segment]) -> float | None:
    """The place that parts most of the segments into two columns."""
    left, right = min(s.x0 for s in segments), max(s.x1 for s in segments)
    margin = NARROWEST * min(s.size for s in segments)
    edges: dict[int, float] = {}
    counts: Counter[int] = Counter()
    for segment in segments:
        if left + margin < segment.x0 < right - margin:
            key = int(segment.x0 // GRAIN)
            counts[key] += 1
            edges[key] = min(edges.get(key, segment.x0), segment.x0)
    likely = [edges[key] for key, count in counts.most_common(8) if count + counts[key + 1] >= FEWEST]
    scores = {edge: sum(len(band) for band, parted in _bands(segments, edge) if parted) for edge in likely}
    best = max(scores, key=lambda edge: scores[edge], default=None)
    return best if best is not None and scores[best] else None


def _bands(segments: Sequence[Segment], gutter: float) -> Iterator[tuple[list[Segment], bool]]:
    """Runs of segments from top to bottom, and whether the gutter parts them."""
    run: list[Segment] = []
    across = False
    for segment in sorted(segments, key=attrgetter("y", "x0")):
        crosses = segment.x0 < gutter - 1 and segment.x1 > gutter + 1
        if run and crosses != across:
            yield run, not across and _is_parted(run, gutter)
            run = []
        across = crosses
        run.append(segment)
    if run:
        yield run, not across and _is_parted(run, gutter)


def _is_parted(run: Sequence[Segment], gutter: float) -> bool:
    """Whether enough text stands on either side, side by side, free of the other and with a straight edge."""
    left = [s for s in run if s.x0 < gutter - 1]
    right = [s for s in run if s.x0 >= gutter - 1]
    if min(len({s.row for s in side}) for side in (left, right)) < FEWEST:
        return False
    em = median(s.size for s in run)
    if any(max(s.x1 for s in side) - min(s.x0 for s in side) < NARROWEST * em for side in (left, right)):
        return False
    ends = sorted(_by_row(left, lambda s: s.x1, max))
    if gutter - ends[math.ceil(WITHIN * len(ends)) - 1] < CORRIDOR * em or not _is_straight(right):
        return False
    top, bottom = max(left[0].y, right[0].y), min(left[-1].y, right[-1].y)
    least = min(left[-1].y - left[0].y, right[-1].y - right[0].y)
    return bottom - top >= 0.5 * least > 0


def _by_row(
    column: Sequence[Segment], of: Callable[[Segment], float], best: Callable[[float, float], float]
) -> list[float]:
    """The outermost place of each row."""
    found: dict[int, float] = {}
    for segment in column:
        found[segment.row] = best(of(segment), found.get(segment.row, of(segment)))
    return list(found.values())


def _is_straight(column: Sequence[Segment]) -> bool:
    """Whether lines enough begin where others do, at the edge or indented; in a long column, which may be a scan,
    nearly there."""
    places = sorted(_by_row(column, lambda s: s.x0, min))
    long = len(places) >= LONG
    grain, least = (GRAIN, ALIGNED_LONG) if long else (1, ALIGNED)
    shared = sum(
        (at > 0 and place - places[at - 1] < grain) or (at + 1 < len(places) and places[at + 1] - place < grain)
        for at, place in enumerate(places)
    )
    return shared >= least * len(places)
