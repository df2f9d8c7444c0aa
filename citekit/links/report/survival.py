"""A picture of survival: for each year of citation the share of links that still live, as SVG."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from html import escape

from citekit.links.report.row import State

HEIGHT = 200.0
TOP, LEFT, BOTTOM = 26.0, 44.0, 44.0
PARTS: Mapping[str, tuple[State, ...]] = {
    "alive": ("ok", "moved"),
    "kept in an archive": ("kept",),
    "unsure": ("unsure",),
    "rotten": ("rotten",),
}
"""The parts of a bar from below, with the states that each takes together; its class is the name's first word."""
MOST_LABELS = 24


def survival(years: Mapping[int, Counter[State]]) -> str:
    """The picture; empty if no year is known. Years without a citation leave a gap.

    >>> survival({2011: Counter({"rotten": 3, "ok": 1})}).count("<rect")
    2
    """
    if not years:
        return ""
    first, last = min(years), max(years)
    span = last - first + 1
    step = max(14.0, min(56.0, 860.0 / span))
    wide = LEFT + step * span + 12
    return "".join(
        (
            f'<svg viewBox="0 0 {wide:.0f} {TOP + HEIGHT + BOTTOM:.0f}" role="img" aria-labelledby="st sd">',
            '<title id="st">Survival of links by year of citation</title>',
            f'<desc id="sd">{escape(_told(years))}</desc>',
            *_grid(wide),
            *(_bar(year, years[year], LEFT + step * (year - first), step) for year in sorted(years)),
            *_labels(years, step),
            "</svg>",
        )
    )


def alive(counts: Counter[State]) -> float:
    """The share of links that live.

    >>> alive(Counter({"ok": 1, "moved": 1, "rotten": 2}))
    0.5
    """
    return (counts["ok"] + counts["moved"]) / counts.total()


def _told(years: Mapping[int, Counter[State]]) -> str:
    return "; ".join(
        f"{year}: {100 * alive(years[year]):.0f} % of {years[year].total()} alive" for year in sorted(years)
    )


def _grid(wide: float) -> Iterator[str]:
    for share in (0, 25, 50, 75, 100):
        y = TOP + HEIGHT * (1 - share / 100)
        yield f'<line class="grid" x1="{LEFT}" x2="{wide - 8:.1f}" y1="{y}" y2="{y}"/>'
        yield f'<text class="axis" x="{LEFT - 8}" y="{y + 4}" text-anchor="end">{share} %</text>'


def _bar(year: int, counts: Counter[State], left: float, step: float) -> str:
    pieces = []
    floor = TOP + HEIGHT
    for name, states in PARTS.items():
        count = sum(counts[state] for state in states)
        if count:
            tall = HEIGHT * count / counts.total()
            floor -= tall
            told = f"<title>{year}: {count} of {counts.total()} {name}</title>"
            place = f'x="{left + step * 0.14:.1f}" y="{floor:.1f}" width="{step * 0.72:.1f}" height="{tall:.1f}"'
            pieces.append(f'<rect class="{name.split()[0]}" {place}>{told}</rect>')
    return "".join(pieces)


def _labels(years: Mapping[int, Counter[State]], step: float) -> Iterator[str]:
    """Years below the bars, as many as can be read; above each bar how many links it stands for, if there is room."""
    first = min(years)
    every = -(-(max(years) - first + 1) // MOST_LABELS)
    for year in range(first, max(years) + 1):
        middle = LEFT + step * (year - first + 0.5)
        if (year - first) % every == 0:
            yield f'<text class="axis" x="{middle:.1f}" y="{TOP + HEIGHT + 20}" text-anchor="middle">{year}</text>'
        if year in years and step >= 20:
            count = years[year].total()
            yield f'<text class="count" x="{middle:.1f}" y="{TOP - 8}" text-anchor="middle">{count}</text>'
