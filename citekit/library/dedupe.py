"""Works that stand in a bibliography more than once: which they are and why, and one entry in the place of several."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from citekit.library.bibfile import read_bib
from citekit.library.fill import fillings
from citekit.library.identity import Identity, identify, read_alike
from citekit.library.likeness import are_near, normal
from citekit.library.merge import differences, groups, says_the_same, show
from citekit.library.rekey import named_anew
from citekit.library.splice import Changes, revised, spliced, with_fields
from citekit.model import Library, Message, Reference, Result


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """The places of entries that are one work, the one that stays first, and for each other one the reason."""

    places: tuple[int, ...]
    reasons: tuple[str, ...]


def find_groups(library: Library) -> tuple[Group, ...]:
    """The works of a library that stand there more than once. The entry that says most stays, of equals the first.

    >>> library = read_bib("@book{a, title={Cables}, author={A. Quill}, year=2001}"
    ...                    "@book{b, title={CABLES}, author={Quill, A.}, year=2001, publisher={Marsh}}").value
    >>> find_groups(library)
    (Group(places=(1, 0), reasons=('the same title, author and date',)),)
    """
    found = []
    for group in groups(library.references):
        ranked = sorted(group, key=lambda place: (-_fullness(library.references[place]), place))
        first = identify(library.references[ranked[0]])
        reasons = tuple(_reason(first, identify(library.references[place])) for place in ranked[1:])
        found.append(Group(places=tuple(ranked), reasons=reasons))
    return tuple(found)


def dedupe(library: Library, found: Sequence[Group]) -> tuple[Result[Library], dict[str, str]]:
    """The library with one entry for each group, filled from the others, which go; and a map of old keys to new ones.

    All other bytes stay, but fields such as crossref that name a key that is gone. What an entry that goes says
    otherwise is told in the messages.
    """
    keys: dict[str, str] = {}
    messages: list[Message] = []
    changes: dict[int, tuple[Reference, Changes]] = {}
    gone: set[int] = set()
    for group in found:
        stays, *others = group.places
        known, fields = library.references[stays], dict[str, str | None]()
        for place in others:
            entry = with_fields(_text(library, stays), fields)
            messages += _lost(known, library.references[place])
            known, more = fillings(known, library.references[place], entry)
            fields |= more
            if library.references[place].key != known.key:
                keys[library.references[place].key] = known.key
        changes[stays] = (known, fields)
        gone |= set(others)
    for place, reference in enumerate(library.references):
        if place not in gone and (renamed := named_anew(_text(library, place), keys)):
            known, old = changes.get(place, (reference, {}))
            changes[place] = (known, {**old, **renamed})
    return Result(value=_without(revised(library, changes), gone), messages=tuple(messages)), keys


def _lost(known: Reference, other: Reference) -> Iterator[Message]:
    for name, one, two in differences(known, other):
        if one and name not in ("key", "type", "language") and not says_the_same(one, two):
            text = f"{other.key}: its {name} goes: {show(two)}; {known.key} keeps {show(one)}"
            yield Message(text=text, level="info")


def _without(library: Library, gone: Iterable[int]) -> Library:
    """The library without some entries and the blank lines behind them."""
    edits = []
    for place in sorted(gone):
        span = library.spans[place]
        blank = re.compile(r"[ \t]*(?:\r\n|\n|\r|\Z)(?:[ \t]*(?:\r\n|\n|\r))?").match(library.text, span.end)
        edits.append((span.start, blank.end() if blank else span.end, ""))
    return read_bib(spliced(library.text, edits)).value


def _text(library: Library, place: int) -> str:
    span = library.spans[place]
    return library.text[span.start : span.end]


def _fullness(reference: Reference) -> int:
    return sum(bool(getattr(reference, name)) for name in Reference.__slots__)


def _reason(one: Identity, two: Identity) -> str:
    if one.doi and one.doi == two.doi:
        return "the same DOI"
    if one.url and one.url == two.url:
        return "the same address"
    alike = ["author"] if one.names and two.names else []
    alike += ["date"] if one.dates and one.dates[:1] == two.dates[:1] else []
    if one.title == two.title and normal(one.printed) == normal(two.printed):
        said = ["title", *alike]
        return "the same " + ", ".join(said[:-1]) + (" and " if said[:-1] else "") + said[-1]
    return f"the same title {_otherwise(one, two)}" + (f", and {' and '.join(alike)}" if alike else "")


def _otherwise(one: Identity, two: Identity) -> str:
    """What two titles of one work differ in."""
    if one.title == two.title:
        return "in another spelling" if one.title.isascii() else "in other characters"
    if read_alike(one, two):
        return "in Latin letters"
    return "but for a letter" if are_near(one.printed, two.printed) else "with or without subtitle"
