"""Where notes stand: the lines at the foot of a page that open with markers in sequence, called out above."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from itertools import pairwise
from statistics import median

from citekit.notes.calls import Call
from citekit.notes.carried import FIRM, carry
from citekit.notes.index import LONG, REACH, Head, NoteIndex, Zone, width
from citekit.notes.lines import line_at
from citekit.notes.markers import FAMILIES, Opening
from citekit.notes.turned import turned


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The lines in which the next zone is looked for; its call-outs stand from the offset `body` on."""

    first: int
    end: int
    body: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Seen:
    """What the zones so far have shown: the last count of each family, and the kinds of markers."""

    last: dict[str, int] = field(default_factory=dict)
    kinds: frozenset[str] = frozenset()

    def add(self, zone: Zone) -> Seen:
        counts = {FAMILIES[head.opening.kind]: head.opening.last for head in zone.heads}
        return Seen(last=self.last | counts, kinds=self.kinds | {head.opening.kind for head in zone.heads})


def zones_by_page(index: NoteIndex) -> list[Zone]:
    """The zones at the foot of each page, with the lines that run over from one to the next."""
    lines = index.lines
    edges = [i for i, line in enumerate(lines) if not i or line.page != lines[i - 1].page]
    zones = _in_order(index, list(pairwise([*edges, len(lines)])))
    return carry(index, zones, [*edges, len(lines)])


def zones_of_text(index: NoteIndex) -> list[Zone]:
    """The zones of a text whose pages are not known."""
    return _in_order(index, [(0, len(index.lines))])


def _in_order(index: NoteIndex, bounds: list[tuple[int, int]]) -> list[Zone]:
    """The zones within each range of lines, each page's numbers counting on or starting anew."""
    zones: list[Zone] = []
    seen = Seen()
    for first, end in bounds:
        page = Page(first=first, end=end, body=index.lines[first].start if first < end else 0)
        while page.first < end and (zone := _next_zone(index, page, seen)):
            zones.append(zone)
            seen = seen.add(zone)
            stars = all(FAMILIES[head.opening.kind] == "stars" for head in zone.heads)
            body = page.body if stars or zone.last == end else index.lines[zone.last].start
            page = Page(first=zone.last, end=end, body=body)
    return zones


def _next_zone(index: NoteIndex, page: Page, seen: Seen) -> Zone | None:
    """The first zone of these lines."""
    for i in range(page.first, page.end):
        for opening in index.opened[i]:
            head = index.head(i, opening)
            if _may_start(index, head, page, seen) and (heads := _best_chain(index, head, page)):
                return _zone(index, heads, page)
    return None


def _may_start(index: NoteIndex, head: Head, page: Page, seen: Seen) -> bool:
    """Whether a zone may begin here: the count is due, and called out above or with a place in the sequence."""
    opening = head.opening
    before = seen.last.get(FAMILIES[opening.kind], 0)
    if opening.kind in ("sign", "parenthesised numeral"):
        return False
    if opening.count not in (1, before + 1, before + 2):  # an excerpt, or a page with damage
        calls = index.calls.between(opening.kind, opening.count, page.body, head.start)
        return opening.kind in FIRM and opening.sure and any(call.strong for call in calls)
    if index.calls.first(opening.kind, opening.count, page.body, head.start):
        return opening.sure or not _runs_on(index, head.line) or _all_called(index, head, page)
    low = head.line - page.first > (page.end - page.first) * 0.4 and opening.sure
    counts_on = opening.count == before + 1 and before > 0
    return low and opening.kind in seen.kinds and (counts_on or opening.kind in FIRM)


def _runs_on(index: NoteIndex, i: int) -> bool:
    """Whether the line before stops in the middle of something, so that this one goes on with it."""
    lines = index.lines
    return i > 0 and lines[i].page == lines[i - 1].page and not index.ended(i - 1) and not lines[i].spaced


def _all_called(index: NoteIndex, head: Head, page: Page) -> bool:
    """Whether heads count on from this one, all of them certainly called out above: the body stopped in the middle."""
    chain = _chain(index, head, head.start, page)
    calls = (index.calls.first(h.opening.kind, h.opening.count, page.body, head.start) for h in chain)
    return len(chain) > 1 and all(call is not None and call.strong for call in calls)


def _best_chain(index: NoteIndex, head: Head, page: Page) -> list[Head]:
    """The best of the chains that begin with this count here or further down the page; [] if none is sound."""
    kind, count = head.opening.kind, head.opening.count
    best: tuple[float, list[Head]] = (0, [])
    for i in (head.line, *index.places(kind, count, head.line, page.end)[:4]):
        first = index.head(i, index.opens(i, kind))
        if i != head.line and index.calls.between(kind, count, head.end, first.start):
            break  # called out again: another page
        chain = _chain(index, first, first.start, page)
        value = _value(index, chain, page.body)
        if value > best[0]:
            best = (value, chain)
    return best[1]


def _value(index: NoteIndex, chain: list[Head], body: int) -> float:
    """How sound a chain is: call-outs above it speak for it, call-outs of its own notes among it against it."""
    top, bottom = chain[0].start, chain[-1].start
    starts = {head.start for head in chain}
    called = inside = 0
    for head in chain:
        kind, count = head.opening.kind, head.opening.count
        called += bool(index.calls.first(kind, count, body, top))
        among = index.calls.between(kind, count, top, bottom)
        inside += sum(call.strong and call.start not in starts for call in among)
    return 2 * called + len(chain) + 0.5 * chain[0].opening.sure - 3 * inside


def _chain(index: NoteIndex, head: Head, top: int, page: Page) -> list[Head]:
    """This head and those that count on from it within the zone that begins at `top`."""
    chain = [head]
    while found := _follow(index, chain[-1], top, page):
        chain.append(found)
    return chain


def _follow(index: NoteIndex, head: Head, top: int, page: Page) -> Head | None:
    """The next head: of the same kind if there is one, with one count left out if need be."""
    kind, count = head.opening.kind, head.opening.last
    family = [k for k in FAMILIES if FAMILIES[k] == FAMILIES[kind] and k != kind]
    for k, step in [(kind, 1), *((k, 1) for k in family), (kind, 2)]:
        i = index.next(k, count + step, head.line, page.end)
        if i is None:
            continue
        found = index.head(i, index.opens(i, k))
        if index.calls.between(k, count + step, page.body, top):
            return found
        due = (k, step) == (kind, 1) and found.opening.sure and i - head.line < REACH
        if due and index.ended(i - 1) and not index.calls.between(k, count + step, top, found.start):
            return found
    return None


def _zone(index: NoteIndex, heads: list[Head], page: Page) -> Zone:
    """The zone of these heads: star notes above and among them, and where the body sets in again."""
    if FAMILIES[heads[0].opening.kind] == "stars":
        heads = [*heads, *_other_stars(index, heads, page)]
        heads = [*heads, *_numbers_after(index, heads, page)]
    else:
        heads = sorted([*heads, *_stars(index, heads, page)], key=lambda head: head.start)
    last = resumes(index, heads[-1], heads[0].line, page.end)
    zone = Zone(first=heads[0].line, last=last, heads=tuple(heads), body=page.body)
    return turned(index, replace(zone, heads=tuple(_with_inline(index, zone))), page.first + 1)


def _stars(index: NoteIndex, heads: list[Head], page: Page) -> Iterator[Head]:
    """The star notes among the heads, or up to eight lines above."""
    top = index.lines[heads[0].line].start
    for i in range(max(page.first + 1, heads[0].line - 8), min(page.end, heads[-1].line + 8)):
        opening = next((o for o in index.opened[i] if o.kind == "star" and o.sure), None)
        if opening and (i < heads[0].line or index.calls.between("star", opening.count, page.body, top)):
            yield index.head(i, opening)


def _other_stars(index: NoteIndex, stars: list[Head], page: Page) -> Iterator[Head]:
    """The notes right behind these star heads that have another sign: † behind *."""
    used = {head.opening.label for head in stars}
    for i in range(stars[-1].line + 1, min(page.end, stars[-1].line + 8)):
        opening = next((o for o in index.opened[i] if o.kind == "star" and o.sure), None)
        if opening and opening.label not in used and index.ended(i - 1):
            used.add(opening.label)
            yield index.head(i, opening)


def _numbers_after(index: NoteIndex, stars: list[Head], page: Page) -> list[Head]:
    """The numbered heads that follow these star heads in the same zone."""
    top = stars[0].start
    for i in range(stars[-1].line + 1, min(page.end, stars[-1].line + LONG)):
        for opening in index.opened[i]:
            calls = index.calls.between(opening.kind, opening.count, page.body, top)
            if calls and FAMILIES[opening.kind] != "stars":
                return _chain(index, index.head(i, opening), top, page)
    return []


def _with_inline(index: NoteIndex, zone: Zone) -> Iterator[Head]:
    """The heads and those that stand within a line, behind the note before: ① ... 。 ② ..."""
    ends = [*(head.start for head in zone.heads[1:]), index.lines[zone.last - 1].end]
    for head, end in zip(zone.heads, ends, strict=True):
        yield head
        kind = head.opening.kind
        while kind in FIRM and index.calls.between(kind, head.opening.last + 1, zone.body, zone.heads[0].start):
            calls = index.calls.marks(kind, head.opening.last + 1, head.end, end)
            call = next((call for call in calls if _opens_inline(index, call)), None)
            if call is None:
                break
            head = _inline_head(index, head.opening, call)
            yield head


def _opens_inline(index: NoteIndex, call: Call) -> bool:
    """Whether a mark inside a line opens a note: the note before has ended, and a blank parts them."""
    line = index.lines[line_at(index.lines, call.start)]
    before, after = line.text[: call.start - line.start], line.text[call.end - line.start :]
    return bool(re.search(r"[。．.！？;；]\s+$|\S\s{2,}$", before[-40:])) and bool(after.strip())


def _inline_head(index: NoteIndex, opening: Opening, call: Call) -> Head:
    i = line_at(index.lines, call.start)
    line = index.lines[i]
    start, end = call.start - line.start, call.end - line.start
    count = opening.last + 1
    inline = replace(opening, label=line.text[start:end], count=count, last=count, start=start, end=end)
    return Head(line=i, opening=inline, start=call.start, end=call.end)


def resumes(index: NoteIndex, head: Head, first: int, end: int) -> int:
    """The line at which the body goes on behind the last note; `end` if nothing says that it does."""
    after = index.before_afterwards(head.line, end)
    call = _next_call(index, head, after)
    if call:
        return _end_of_note(index, head.line, first, max(line_at(index.lines, call.start), head.line + 1))
    if after - head.line > (3 * LONG if index.paged else LONG):
        return _end_of_note(index, head.line, first, head.line + LONG)
    return after


def _next_call(index: NoteIndex, head: Head, end: int) -> Call | None:
    """The first call-out behind this head that a note further down answers: the body has set in again."""
    here, stop = index.lines[head.line].end, index.lines[end - 1].end
    found: list[tuple[int, int, Call]] = []
    for kind, family in FAMILIES.items():
        for count in (1, head.opening.last + 1) if family == FAMILIES[head.opening.kind] else (1,):
            calls = index.calls.between(kind, count, here, stop) if family != "stars" else []
            call = next((c for c in calls if c.strong), None)
            notes = index.places(kind, count, line_at(index.lines, call.start), end) if call else []
            if call and notes:
                found.append((notes[0], call.start, call))
    return min(found, key=lambda row: row[:2])[2] if found else None


def _end_of_note(index: NoteIndex, line: int, first: int, stop: int) -> int:
    """The line behind the note that begins at `line`, the body having set in again before line `stop`.

    It is the first line that ends a sentence; a full one that ends it by chance is passed over, unless the next
    line is as wide as those of the body.
    """
    widths = [width(line.text) for line in index.lines[first:stop]]
    full = 0.95 * max(widths)
    body = median(width(line.text) for line in index.lines[max(0, first - 20) : max(1, first)])
    ended = [i for i in range(line, stop) if index.ended(i)]
    for i in ended:
        after = widths[i + 1 - first] if i + 1 < stop else body
        if widths[i - first] < full or 0.9 * body <= after <= 1.1 * body:
            return i + 1
    return (ended or [line])[0] + 1
