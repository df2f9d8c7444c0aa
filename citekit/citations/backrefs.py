"""Back-references: each is linked to the note of the work's nearest earlier citation, or to none if it is ambiguous."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from citekit.languages.fold import letters
from citekit.model import Citation, Name, Note, Relation

NOTE_NUMBER = re.compile(r"(?:note|n\.|Anm\.|注|註|前注|同前注)\s*[〔\[(（]?\s?(\d{1,4})")
HEAD = 4
"""So many letters of a title find the works whose titles may begin alike."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """The citations of a document with their back-references settled; `works` holds for each the index of the citation
    that names its work in full (its own if it does so itself), None for a back-reference that leads nowhere."""

    citations: tuple[Citation, ...]
    works: tuple[int | None, ...]


def link(citations: Sequence[Citation], printed: Mapping[str, int] | None = None) -> Linked:
    """Citations of one document in order, with `relation` and `refers_to` (a note's running number) settled.

    Ibid. and 同上 point to the citation just before; an author, a short title or a year to the nearest earlier work
    that has them; `printed` tells the running numbers of the notes by the numbers in their markers (supra n. 5).
    A back-reference that fits two works, or none, keeps `refers_to` None and says so in `doubts`.
    """
    seen = _Seen()
    for citation in citations:
        at, doubt = _antecedent(citation, seen, printed or {})
        if at is not None:
            relation: Relation = "ibid" if citation.relation == "ibid" else "shortform"
            citation = replace(citation, relation=relation, refers_to=seen.citations[at].note)
        elif doubt and citation.relation != "full":
            citation = replace(citation, doubts=(*citation.doubts, doubt))
        seen.add(citation, at)
    return Linked(citations=tuple(seen.citations), works=seen.works())


@dataclass(slots=True)
class _Seen:
    """The citations so far. `latest` finds, by an author or the head of a title, the works that have it and the latest
    citation of each, so that a document takes linear time."""

    citations: list[Citation] = field(default_factory=list)
    roots: list[int] = field(default_factory=list)
    latest: dict[str, dict[tuple[str, str], int]] = field(default_factory=dict)

    def add(self, citation: Citation, antecedent: int | None) -> None:
        index = len(self.citations)
        self.citations.append(citation)
        self.roots.append(index if antecedent is None else self.roots[antecedent])
        work = self.work(index)
        for mark in _marks(work):
            self.latest.setdefault(mark, {})[_identity(work)] = index

    def work(self, index: int) -> Citation:
        """The first citation of the same work: the one in full, if the document has it."""
        return self.citations[self.roots[index]]

    def works(self) -> tuple[int | None, ...]:
        """For each citation the index of the one in full, if there is one."""
        return tuple(root if self.citations[root].relation == "full" else None for root in self.roots)

    def like(self, citation: Citation) -> list[int]:
        """The latest citation of each earlier work that `citation` may name, the nearest first."""
        found = {at for mark in _marks(citation) for at in self.latest.get(mark, {}).values()}
        return [at for at in sorted(found, reverse=True) if _agree(citation, self.work(at))]


def _antecedent(citation: Citation, seen: _Seen, printed: Mapping[str, int]) -> tuple[int | None, str]:
    """The index of the nearest earlier citation of the same work, or the reason why there is none."""
    if citation.relation == "ibid":
        return _just_before(citation, seen)
    if citation.relation == "full" and not is_short(citation):
        return None, ""
    matches = seen.like(citation)
    if not matches and (numbered := NOTE_NUMBER.search(citation.passage.text)):
        meant = printed.get(numbered[1], 0 if printed else int(numbered[1]))
        matches = [at for at, earlier in enumerate(seen.citations) if earlier.note == meant]
    if not matches:
        return None, "its earlier citation was not found"
    if len({_identity(seen.work(at)) for at in matches}) > 1:
        return None, "fits several earlier works"
    return matches[0], ""


def _just_before(citation: Citation, seen: _Seen) -> tuple[int | None, str]:
    if not seen.citations:
        return None, "nothing is cited before it"
    last = len(seen.citations) - 1
    note = seen.citations[last].note
    if note != citation.note:
        first = last
        while first and seen.citations[first - 1].note == note:
            first -= 1
        if len({_identity(seen.work(at)) for at in range(first, last + 1)}) > 1:
            return None, f"note {note} cites several works"
    return last, ""


def printed_numbers(notes: Iterable[Note]) -> dict[str, int]:
    """The running numbers of notes by the digits of their markers, where those do not repeat (supra n. 5).

    >>> from citekit.notes.single import note_of
    >>> printed_numbers([note_of("[14] 江平：《沉浮》", number=1)])
    {'14': 1}
    """
    digits = [("".join(char for char in note.marker if char.isdigit()), note.number) for note in notes]
    once = Counter(marker for marker, _ in digits)
    return {marker: number for marker, number in digits if marker and once[marker] == 1}


def is_short(citation: Citation) -> bool:
    """Whether a citation prints less than a full one: no publisher, container, date or address of its own."""
    item = citation.item
    return not (item.publisher or item.URL or item.DOI or (item.issued and item.title and item.container_title))


def _agree(short: Citation, full: Citation) -> bool:
    """Whether `full` may be the work that `short` names: no printed field contradicts, and one identifies."""
    a, b = short.item, full.item
    if a.title:
        first, second = letters(a.title), letters(b.title)
        titled = bool(first) and (first == second or (len(first) >= HEAD and second.startswith(first)))
        if not titled or (a.author and b.author and not _same_person(a.author[0], b.author[0])):
            return False
        return not (a.volume and b.volume and a.container_title and a.volume != b.volume)
    if not a.author or not b.author or not _same_person(a.author[0], b.author[0]):
        return False
    return not (a.issued and b.issued and a.issued.year != b.issued.year)


def _same_person(a: Name, b: Name) -> bool:
    families = letters(a.family or a.literal), letters(b.family or b.literal)
    if a.literal or b.literal:
        families = letters(a.literal or a.family + a.given), letters(b.literal or b.family + b.given)
    if families[0] != families[1]:
        return False
    return not (a.given and b.given) or letters(a.given)[:1] == letters(b.given)[:1]


def _marks(citation: Citation) -> Iterator[str]:
    """What a short citation of the work can be found by: the head of its title, its first author."""
    if citation.item.title:
        yield "title " + letters(citation.item.title)[:HEAD]
    for name in citation.item.author[:1]:
        yield "author " + letters(name.literal or name.family)
        if name.family:
            yield "author " + letters(name.family + name.given)


def _identity(citation: Citation) -> tuple[str, str]:
    """What tells two works apart: the title (or year) and the first author."""
    item = citation.item
    author = item.author[0] if item.author else Name()
    return letters(item.title) or str(item.issued.year if item.issued else ""), letters(author.family or author.literal)
