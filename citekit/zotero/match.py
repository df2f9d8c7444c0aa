"""Which item of a library a reference is: by citation key, DOI, URL, then title with author and year, as the library of
a `.bib` file has it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from citekit.library.identity import Identity, agreement, fingerprints, identify, same_work
from citekit.library.persons import full_name
from citekit.model import Reference
from citekit.zotero.api import Held


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """The item that a reference is (None if the library lacks it), and whether its key says so: then the reference is
    the newer word on it, else Zotero's own item."""

    reference: Reference
    held: Held | None = None
    by_key: bool = False


def matches(references: Sequence[Reference], library: Iterable[Held]) -> tuple[Match, ...]:
    """A match for each reference; no item is that of two of them.

    >>> cables = Reference(key="a", title="Cables", issued=None)
    >>> [match.held for match in matches([cables], [])]
    [None]
    """
    shelf = _Shelf(library)
    return tuple(shelf.take(reference) for reference in references)


class _Shelf:
    """The items of a library, found by key and by what their works print."""

    def __init__(self, library: Iterable[Held]) -> None:
        self.by_key: dict[str, Held] = {}
        self.near: defaultdict[tuple[str, str], list[tuple[Held, Identity]]] = defaultdict(list)
        self.taken: set[str] = set()
        for held in library:
            self.by_key.setdefault(held.reference.key, held)
            identity = identify(held.reference)
            for mark in fingerprints(identity):
                self.near[mark].append((held, identity))

    def take(self, reference: Reference) -> Match:
        identity = identify(reference)
        held = self.by_key.get(reference.key) if reference.key else None
        if held and held.key not in self.taken and _may_be(identity, identify(held.reference)):
            self.taken.add(held.key)
            return Match(reference=reference, held=held, by_key=True)
        near = {h.key: (h, i) for mark in fingerprints(identity) for h, i in self.near.get(mark, ())}
        same = [(h, i) for h, i in near.values() if h.key not in self.taken and same_work(identity, i)]
        if not same:
            return Match(reference=reference)
        best = max(same, key=lambda pair: agreement(identity, pair[1]))[0]
        self.taken.add(best.key)
        return Match(reference=reference, held=best)


def _may_be(one: Identity, two: Identity) -> bool:
    """Whether a key that two works share may be one work's: something that both print agrees, whatever was edited."""
    people = [tuple(map(full_name, each.names)) for each in (one, two)]
    shared = ((one.doi, two.doi), (one.url, two.url), (one.main, two.main), (people[0], people[1]))
    both = [(a, b) for a, b in shared if a and b]
    return not both or any(a == b for a, b in both)
