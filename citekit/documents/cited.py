"""What an author-date text cites between its sentences, where a reference manager has left the data of the works."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence

from citekit.model import Hint


def cited_in_text(hints: Iterable[Hint], end: int, taken: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """The places before `end` of the citations with data that name a work for the first time, those within the places
    `taken` (entries of a list) left out.

    >>> from citekit.model import Span
    >>> value = '{"citationItems": [{"itemData": {"title": "Tides"}}]}'
    >>> hints = [Hint(kind="citation", span=Span(start=at, end=at + 4), value=value) for at in (3, 9)]
    >>> list(cited_in_text(hints, 20, []))
    [(3, 7)]
    """
    seen: set[str] = set()
    for hint in hints:
        start, stop = hint.span.start, hint.span.end
        if hint.kind != "citation" or not hint.value.startswith("{") or stop > end:
            continue
        if any(first <= start < last for first, last in taken):
            continue
        works = _works(hint.value)
        if not works <= seen:
            yield start, stop
        seen |= works


def _works(data: str) -> set[str]:
    """What tells the works of a citation apart."""
    try:
        items = json.loads(data)["citationItems"]
        return {json.dumps(item["itemData"], sort_keys=True) for item in items}
    except (ValueError, KeyError, TypeError, RecursionError):
        return set()
