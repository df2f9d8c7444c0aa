"""New references into a library: known works get the key that they have, new ones an entry at the end."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace

from citekit.library.bibfile import append_entries, keys_in
from citekit.library.entry import write_entry
from citekit.library.entrytypes import Dialect
from citekit.library.fill import fillings
from citekit.library.identity import VAGUE, Identity, agreement, fingerprints, identify, same_work
from citekit.library.keys import assign_keys
from citekit.library.likeness import normal
from citekit.library.persons import same_person
from citekit.library.splice import revised, with_fields
from citekit.model import Date, Library, Message, Name, Reference

# Fields that never conflict: they belong to the entry, or follow from the others.
_QUIET = frozenset({"key", "type", "language", "note", "accessed", "genre", "abstract", "keyword"})

_MANY = 50  # works that one vague fingerprint may lead to


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """The library with the new works, and what became of each reference given: `keys` runs parallel to them.
    `matched` are the works that were there, `filled` those of them that got fields they lacked."""

    library: Library
    added: tuple[Reference, ...] = ()
    matched: tuple[Reference, ...] = ()
    filled: tuple[Reference, ...] = ()
    keys: tuple[str, ...] = ()
    messages: tuple[Message, ...] = ()


@dataclass(slots=True)
class _Shelf:
    """The works so far, found by fingerprint: candidates are few, so that a merge takes linear time."""

    works: list[Reference] = field(default_factory=list)
    identities: list[Identity] = field(default_factory=list)
    places: defaultdict[tuple[str, str], set[int]] = field(default_factory=lambda: defaultdict(set))

    def add(self, work: Reference) -> int:
        self.works.append(work)
        self.identities.append(identify(work))
        self._index(len(self.works) - 1)
        return len(self.works) - 1

    def enrich(self, place: int, richer: Reference, work: Reference) -> bool:
        """A richer record of the same work in its place, as long as both are still found in it."""
        identity = identify(richer)
        if not (same_work(identity, identify(work)) and same_work(identity, self.identities[place])):
            return False
        self.works[place], self.identities[place] = richer, identity
        self._index(place)
        return True

    def find(self, work: Reference) -> int | None:
        """The place of the same work that agrees best, the earliest of equals."""
        identity = identify(work)
        near: set[int] = set()
        for mark in fingerprints(identity):
            found = self.places.get(mark, set())
            # What very many works begin with says nothing, and would take the square of their number.
            near.update(found if len(found) <= _MANY or mark[0] not in VAGUE else ())
        same = [place for place in sorted(near) if same_work(self.identities[place], identity)]
        return max(same, key=lambda place: agreement(self.identities[place], identity), default=None)

    def _index(self, place: int) -> None:
        for mark in fingerprints(self.identities[place]):
            self.places[mark].add(place)


def merge(library: Library, references: Sequence[Reference], dialect: Dialect = "bibtex") -> Merged:
    """The library with the works among `references` that it lacks. Of an entry that is there, only fields that it does
    not have are put in: what stands in it stays, and where an article contradicts it a message says so.

    References of one batch that are one work become one, their printed fields united; where they contradict each
    other the first one wins and a message says so.

    >>> quill = Reference(author=(Name(family="Quill", given="Ada"),), title="Cables", type="book")
    >>> merged = merge(Library(), [quill, replace(quill, publisher="Marsh")])
    >>> merged.keys, [r.publisher for r in merged.added], merge(merged.library, [quill]).added
    (('quillndcables', 'quillndcables'), ['Marsh'], ())
    """
    shelf = _Shelf()
    for known in library.references:
        shelf.add(known)
    old = len(shelf.works)
    places: list[int] = []
    messages: list[Message] = []
    filled: dict[int, dict[str, str]] = {}
    for reference in references:
        place = shelf.find(reference)
        if place is None:
            place = shelf.add(reference)
        elif place >= old:
            united, said = unite(shelf.works[place], reference)
            messages += said
            shelf.enrich(place, united, reference)
        else:
            messages += _contradictions(shelf.works[place], reference)
            entry = with_fields(_entry(library, place), filled.get(place, {}))
            new, fields = fillings(shelf.works[place], reference, entry)
            if fields and shelf.enrich(place, new, reference):
                filled[place] = filled.get(place, {}) | fields
        places.append(place)
    library = revised(library, {place: (shelf.works[place], fields) for place, fields in filled.items()})
    taken = keys_in(library.text) | {r.key for r in library.references}
    fresh = (_with_free_key(work, taken) for work in shelf.works[old:])
    added = assign_keys(fresh, taken)
    works = (*library.references, *added)
    messages += (_filling(works[place], fields) for place, fields in filled.items())
    return Merged(
        filled=tuple(works[place] for place in filled),
        library=append_entries(library, added, [write_entry(work, dialect) for work in added]),
        added=added,
        matched=tuple(works[place] for place in dict.fromkeys(places) if place < old),
        keys=tuple(works[place].key for place in places),
        messages=tuple(messages),
    )


def groups(references: Sequence[Reference]) -> list[list[int]]:
    """The places of references that are the same work, for each work that stands there more than once.

    >>> quill = Reference(author=(Name(family="Quill", given="Ada"),), title="Cables", type="book")
    >>> groups([quill, Reference(title="Ports"), replace(quill, publisher="Marsh")])
    [[0, 2]]
    """
    shelf = _Shelf()
    members: list[list[int]] = []
    for at, reference in enumerate(references):
        place = shelf.find(reference)
        if place is None:
            shelf.add(reference)
            members.append([at])
        else:
            members[place].append(at)
    return [group for group in members if len(group) > 1]


def unite(first: Reference, second: Reference) -> tuple[Reference, tuple[Message, ...]]:
    """One record of two of the same work: the fuller value of each field, of two that contradict the first.

    >>> unite(Reference(title="Cables"), Reference(title="Cables", volume="2"))[0].volume
    '2'
    """
    changes: dict[str, object] = {}
    messages: list[Message] = []
    for name, one, two in differences(first, second):
        if isinstance(one, tuple) and isinstance(two, tuple) and (names := _united(one, two)):
            changes[name] = names
        elif not one or _is_fuller(two, one) or (name == "type" and one == "document"):
            changes[name] = two
        elif _contradicts(name, one, two):
            text = f"{first.title or first.container_title}: {name} is printed differently: {show(one)} / {show(two)}"
            messages.append(Message(text=text, level="info"))
    return replace(first, **changes), tuple(messages)  # type: ignore[arg-type]  # the values come from such fields


def differences(one: Reference, two: Reference) -> Iterator[tuple[str, object, object]]:
    """The fields of the second that say something else than the first, with both values."""
    for name in (f.name for f in fields(Reference)):
        first, second = getattr(one, name), getattr(two, name)
        if second and first != second:
            yield name, first, second


def _contradicts(name: str, one: object, two: object) -> bool:
    return bool(one) and name not in _QUIET and not _is_fuller(one, two) and not says_the_same(one, two)


def _contradictions(known: Reference, new: Reference) -> Iterator[Message]:
    """Where an article says otherwise than the file."""
    for name, one, two in differences(known, new):
        if _contradicts(name, one, two) and not _is_fuller(two, one):
            text = f"{known.key}: {name} is {show(one)} in the file, {show(two)} in the article; the file is kept"
            yield Message(text=text, level="info")


def _filling(work: Reference, fields: Mapping[str, str]) -> Message:
    return Message(text=f"{work.key}: put in what the entry lacked: {', '.join(fields)}", level="info")


def _entry(library: Library, place: int) -> str:
    """The text of an entry of the library."""
    span = library.spans[place]
    return library.text[span.start : span.end]


def _is_fuller(new: object, old: object) -> bool:
    if isinstance(new, Date) and isinstance(old, Date):
        return bool(old.parts) < bool(new.parts) or (
            len(old.parts) == len(new.parts) == 1
            and len(new.parts[0]) > len(old.parts[0])
            and new.parts[0][: len(old.parts[0])] == old.parts[0]
        )
    if isinstance(new, tuple) and isinstance(old, tuple):
        return _are_fuller(new, old)
    if isinstance(new, str) and isinstance(old, str):
        return len(normal(new)) > len(normal(old)) and normal(new).startswith(normal(old))
    return False


def _united(one: tuple[Name, ...], two: tuple[Name, ...]) -> tuple[Name, ...]:
    """The longer list of the same persons, each with the longer name; empty if they are others."""
    if not all(same_person(a, b) for a, b in zip(one, two, strict=False)):
        return ()
    longer = [max(pair, key=_length) for pair in zip(one, two, strict=False)]
    return (*longer, *one[len(longer) :], *two[len(longer) :])


def _are_fuller(new: tuple[Name, ...], old: tuple[Name, ...]) -> bool:
    """More persons, or the same ones with longer names."""
    same = all(same_person(a, b) for a, b in zip(new, old, strict=False))
    return same and (len(new), sum(map(_length, new))) > (len(old), sum(map(_length, old)))


def _length(name: Name) -> int:
    return len(name.family + name.given + name.literal)


def says_the_same(one: object, two: object) -> bool:
    """Whether two values of a field differ in print only: marks, case, width, initials."""
    if isinstance(one, str) and isinstance(two, str):
        return normal(one) == normal(two)
    if isinstance(one, tuple) and isinstance(two, tuple):
        return len(one) == len(two) and all(same_person(a, b) for a, b in zip(one, two, strict=True))
    return False


def show(value: object) -> str:
    """A value of a field for a message."""
    if isinstance(value, tuple):
        return ", ".join(" ".join(filter(None, (n.given, n.family, n.literal))) for n in value)
    if isinstance(value, Date):
        return "/".join("-".join(map(str, part)) for part in value.parts) or value.literal
    return str(value)


def _with_free_key(reference: Reference, taken: frozenset[str]) -> Reference:
    """A key that another work has already is given up."""
    used = {key.lower() for key in taken}
    return replace(reference, key="") if reference.key.lower() in used else reference
