"""Where a cite stands in the document: first, subsequent, ibid, near-note (CSL 1.0.2, Choose, position)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from .context import FIRST, IBID, IBID_WITH_LOCATOR, SUBSEQUENT, Cite


def with_positions(clusters: Sequence[Sequence[Cite]], near: int = 5) -> list[list[Cite]]:
    """The clusters of a document in their order, each cite told its position.

    >>> [[c.position for c in cluster] for cluster in with_positions([[Cite("a")], [Cite("a", "3")], [Cite("b")]])]
    [['first'], ['ibid-with-locator'], ['first']]
    """
    first_note: dict[str, int] = {}
    last_note: dict[str, int] = {}
    placed: list[list[Cite]] = []
    before: list[Cite] = []
    for cluster in clusters:
        done: list[Cite] = []
        for place, cite in enumerate(cluster):
            previous = done[-1] if place else (before[0] if len({c.id for c in before}) == 1 and before else None)
            if not place and len(before) > 1:
                previous = None
            position = _position(cite, previous) if cite.id in last_note else FIRST
            distance = cite.note - last_note.get(cite.id, -near - 1)
            is_near = cite.id in last_note and cite.note > 0 and distance <= near
            done.append(
                replace(cite, position=position, near_note=is_near, first_note=first_note.get(cite.id, 0))
            )
            first_note.setdefault(cite.id, cite.note)
            last_note[cite.id] = cite.note
        placed.append(done)
        before = done
    return placed


def _position(cite: Cite, previous: Cite | None) -> str:
    """The position of a cite whose item was cited before."""
    if previous is None or previous.id != cite.id:
        return SUBSEQUENT
    if previous.locator:
        if not cite.locator:
            return SUBSEQUENT
        same = (previous.locator, previous.label) == (cite.locator, cite.label)
        return IBID if same else IBID_WITH_LOCATOR
    return IBID_WITH_LOCATOR if cite.locator else IBID
