"""Where a cite stands in the document: first, subsequent, ibid, near-note (CSL 1.0.2, Choose, position)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from citekit.csl.context import FIRST, IBID, IBID_WITH_LOCATOR, SUBSEQUENT, Cite


def with_positions(clusters: Sequence[Sequence[Cite]], near: int = 5) -> list[list[Cite]]:
    """The clusters of a document in their order, each cite told its position.

    >>> [[c.position for c in cluster] for cluster in with_positions([[Cite("a")], [Cite("a", "3")], [Cite("b")]])]
    [['first'], ['ibid-with-locator'], ['first']]
    """
    first_note: dict[str, int] = {}
    last_note: dict[str, int] = {}
    placed: list[list[Cite]] = []
    before = _Before()
    for cluster in clusters:
        done: list[Cite] = []
        for place, cite in enumerate(cluster):
            previous = done[-1] if place else before.cite(cite)
            position = _position(cite, previous) if cite.id in last_note else FIRST
            distance = cite.note - last_note.get(cite.id, -near - 1)
            is_near = cite.id in last_note and cite.note > 0 and distance <= near
            done.append(replace(cite, position=position, near_note=is_near, first_note=first_note.get(cite.id, 0)))
            first_note.setdefault(cite.id, cite.note)
            last_note[cite.id] = cite.note
        placed.append(done)
        before.add(done)
    return placed


class _Before:
    """The cite that a citation follows: alone in the note before, or earlier in its own note.

    Citations in the text are told apart from those in notes.
    """

    def __init__(self) -> None:
        self.text: list[Cite] = []
        self.note: list[list[Cite]] = []
        self.number = 0

    def add(self, cluster: list[Cite]) -> None:
        if not cluster:
            return
        number = cluster[0].note
        if not number:
            self.text = cluster
        elif number == self.number:
            self.note.append(cluster)
        else:
            self.note, self.number = [cluster], number

    def cite(self, cite: Cite) -> Cite | None:
        if not cite.note:
            return self.text[0] if len(self.text) == 1 else None
        if not self.note or (len(self.note) > 1 and cite.note != self.number):
            return None
        last = self.note[-1]
        return last[0] if len(last) == 1 else None


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
