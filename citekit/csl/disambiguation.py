"""Disambiguation of cites: more names, given names, the style's own condition, letters behind the year.

The steps and their order are those of CSL 1.0.2, Disambiguation. Every item is written once as it would be cited again;
only those that look the same as another are written anew.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from citekit.csl.citations import write_cite
from citekit.csl.context import SUBSEQUENT, Ambiguity, Cite, Context
from citekit.csl.nameformat import NameStyle, format_name, initials
from citekit.csl.personname import PersonName

if TYPE_CHECKING:
    from citekit.csl.processor import Processor
    from citekit.csl.style import Part


@dataclass(frozen=True, slots=True)
class Allowed:
    """The steps that a style allows."""

    names: bool
    givens: bool
    letters: bool


Groups = dict[str, list[str]]
_Place = tuple[str, int, int]  # the item, which of its lists of names, which name


def disambiguate(processor: Processor, ids: Sequence[str]) -> dict[str, Ambiguity]:
    """What has to be done for each item so that its cites point to it alone."""
    part = processor.style.citation
    if part is None:
        return {}
    work = _Work(processor, part)
    found = {id_: Ambiguity() for id_ in ids}
    get = part.attributes.get
    rule = get("givenname-disambiguation-rule", "by-cite")
    if get("disambiguate-add-givenname") == "true" and rule != "by-cite":
        work.expand_all_names(found, rule)
    allowed = Allowed(
        names=get("disambiguate-add-names") == "true",
        givens=get("disambiguate-add-givenname") == "true" and rule == "by-cite",
        letters=get("disambiguate-add-year-suffix") == "true",
    )
    if allowed.names or allowed.givens:
        for group in work.ambiguous(found, ids):
            _resolve(work, found, group, allowed)
    if processor.style.ambiguity_tests:
        for group in work.ambiguous(found, ids):
            _try_conditions(work, found, group, processor.style.ambiguity_tests)
    if allowed.letters:
        for group in work.ambiguous(found, ids):
            _add_letters(processor, found, group)
    return found


class _Work:
    """Writes cites for comparison."""

    def __init__(self, processor: Processor, part: Part) -> None:
        self.processor = processor
        self.part = part

    def write(self, id_: str, ambiguity: Ambiguity) -> tuple[str, Context]:
        cite = Cite(id=id_, position=SUBSEQUENT, near_note=True)
        written = write_cite(self.processor, self.part, cite, ambiguity=ambiguity, comparing=True)
        return written.text, written.context

    def ambiguous(self, found: dict[str, Ambiguity], ids: Iterable[str]) -> list[list[str]]:
        """The items whose cites look the same, group by group."""
        groups: Groups = defaultdict(list)
        for id_ in ids:
            groups[self.write(id_, found[id_])[0]].append(id_)
        return [group for text, group in groups.items() if len(group) > 1 and text]

    def expand_all_names(self, found: dict[str, Ambiguity], rule: str) -> None:
        """Given names for all names that look like another's, whether or not their cites are ambiguous."""
        seen: list[tuple[_Place, PersonName, NameStyle, str]] = []
        persons: dict[str, set[tuple[str, str]]] = defaultdict(set)
        for id_, ambiguity in found.items():
            _, context = self.write(id_, ambiguity)
            for block, (names, _, style) in enumerate(context.shown_names):
                for place, name in enumerate(names[:1] if rule.startswith("primary") else names):
                    short = format_name(name, style.name, False, 0, context)
                    seen.append(((id_, block, place), name, style.name, short))
                    persons[short].add(_person(name))
        for (id_, block, place), name, style_of_name, short in seen:
            if len(persons[short]) > 1 and not name.literal:
                _raise(found[id_], block, place, _level(name, style_of_name, persons[short], rule))


def _person(name: PersonName) -> tuple[str, str]:
    return (f"{name.non_dropping} {name.family}", f"{name.given.replace('. ', '.')} {name.dropping} {name.suffix}")


def _level(name: PersonName, style: NameStyle, others: set[tuple[str, str]], rule: str) -> int:
    """How much of a given name tells a person from the others: 1 initials, 2 the whole, 0 when nothing does."""
    _, given = _person(name)
    if style.initialize_with is not None and style.form == "short":
        own = initials(name.given, style)
        if not any(other_given != given and initials(other_given.strip(), style) == own for _, other_given in others):
            return 1
    if rule.endswith("with-initials"):
        return 1 if style.form == "short" and len({initials(g.strip(), style) for _, g in others}) > 1 else 0
    return 2


def _raise(ambiguity: Ambiguity, block: int, place: int, level: int) -> None:
    while len(ambiguity.givens) <= block:
        ambiguity.givens.append({})
    ambiguity.givens[block][place] = max(level, ambiguity.givens[block].get(place, 0))


def _resolve(work: _Work, found: dict[str, Ambiguity], group: list[str], allowed: Allowed) -> None:
    """Add names and given names, one step at a time, as long as a step tells some of the group apart.

    A name more is kept for the steps after it, which may need it; a given name that gains nothing is taken back, and
    where nothing helps everything stays as it was.
    """
    current = {id_: found[id_].copy() for id_ in group}
    for adds_name, step in _steps(work, found, group, allowed):
        tried = {id_: step(current[id_].copy()) for id_ in group}
        parts: Groups = defaultdict(list)
        for id_ in group:
            parts[work.write(id_, tried[id_])[0]].append(id_)
        if len(parts) > 1:
            found.update(tried)
            for same in parts.values():
                if len(same) > 1:
                    _resolve(work, found, same, allowed)
            return
        if adds_name:
            current = tried


Step = Callable[[Ambiguity], Ambiguity]


def _steps(work: _Work, found: dict[str, Ambiguity], group: list[str], allowed: Allowed) -> list[tuple[bool, Step]]:
    """The steps that the style allows, from the first name on: its given name, then one name more."""
    contexts = [work.write(id_, found[id_])[1] for id_ in group]
    blocks = max((len(context.shown_names) for context in contexts), default=0)
    steps: list[tuple[bool, Step]] = []
    for block in range(blocks):
        lists = [context.shown_names[block] for context in contexts if block < len(context.shown_names)]
        longest = max(len(members) for members, _, _ in lists)
        fewest = min(count for _, count, _ in lists)
        for place in range(longest):
            if allowed.names and place >= fewest:
                steps.append((True, _one_name_more(block)))
            if allowed.givens and (place < fewest or allowed.names):
                style = lists[0][2].name
                if style.initialize_with is not None and style.form == "short":
                    steps.append((False, _given_name(block, place, 1)))
                steps.append((False, _given_name(block, place, 2)))
    return steps


def _one_name_more(block: int) -> Step:
    def step(ambiguity: Ambiguity) -> Ambiguity:
        while len(ambiguity.names) <= block:
            ambiguity.names.append(0)
        ambiguity.names[block] += 1
        return ambiguity

    return step


def _given_name(block: int, place: int, level: int) -> Step:
    def step(ambiguity: Ambiguity) -> Ambiguity:
        _raise(ambiguity, block, place, level)
        return ambiguity

    return step


def _try_conditions(work: _Work, found: dict[str, Ambiguity], group: list[str], tests: int) -> None:
    """Let the style say what it says under `disambiguate="true"`, test by test, where that tells cites apart."""
    for conditions in range(1, tests + 1):
        tried = {id_: found[id_].copy() for id_ in group}
        for ambiguity in tried.values():
            ambiguity.conditions = conditions
        parts: Groups = defaultdict(list)
        for id_ in group:
            parts[work.write(id_, tried[id_])[0]].append(id_)
        alone = [same[0] for same in parts.values() if len(same) == 1]
        found.update(tried if len(parts) > 1 else {id_: tried[id_] for id_ in alone})
        group = [id_ for id_ in group if id_ not in alone]
        if len(group) < 2:
            return


def _add_letters(processor: Processor, found: dict[str, Ambiguity], group: list[str]) -> None:
    """Letters behind the year, in the order of the bibliography."""
    places = {id_: place for place, id_ in enumerate(processor.order)}
    for place, id_ in enumerate(sorted(group, key=lambda id_: places.get(id_, 0))):
        found[id_].year_suffix = letters(place)


def letters(number: int) -> str:
    """a for 0, z for 25, then aa.

    >>> letters(0), letters(27)
    ('a', 'ab')
    """
    text = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(97 + rest) + text
    return text
