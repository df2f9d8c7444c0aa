"""Back-references: each is linked to the note of the work's nearest earlier citation, or to none if it is ambiguous."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from citekit.citations.recognise import ibid, shortform
from citekit.languages.fold import letters
from citekit.model import Citation, Name, Note, Reference, Relation

NOTE_NUMBER = re.compile(
    r"(?<![^\W_])(?:[Nn]ot[eas]{1,2}|nn?\.?|nt\.|Anm\.|Fn\.?|FN|прим\.|сн\.|각주|주)\s*[〔\[(（]?\s?(\d{1,4})"
    r"|[注註]\s*[〔\[［(（]?\s?(\d{1,4}|[①-⑳])"
    r"|(?:前引|前揭|上引)\s?[〔\[［(（]?\s?(\d{1,4}(?=[〕\]］)）])|[①-⑳])"
)
MARK = re.compile("[0-9０-９]+|[⁰¹²³⁴-⁹]+|[①-⓿㉑-㉟㊱-㊿]")
"""A number in a marker: 14 in [14], two in ①②."""
BOOK = re.compile(r"[书書책冊]$|ouv\.|obra|opera")
PIECE = re.compile(r"[文글]$|[论論]文$|논문$|art\.")
"""What a back-reference calls the work: a book (前引书, 앞의 책), or a piece (前引文, 앞의 글, art. cit.)."""
BOOKS = ("book", "thesis", "report", "legislation", "webpage")
LETTER_OF_YEAR = re.compile(r"\s?([a-z])(?!\w)")
DOTS = re.compile("[·・‧•＝=]")
"""What parts a foreign name that is written in CJK letters."""
HAN_NAME = re.compile("[\u3400-\u9fff]{3,5}")
NOBODY = Name()
HEAD = 4
"""So many letters of a title find the works whose titles may begin alike."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """The citations of a document with their back-references settled; `works` holds for each the index of the citation
    that names its work in full (its own if it does so itself), None for a back-reference that leads nowhere; `roots`
    the index of the first citation of the same work, in full or not."""

    citations: tuple[Citation, ...]
    works: tuple[int | None, ...]
    roots: tuple[int, ...] = ()


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
        elif citation.data:
            citation = replace(citation, relation="full")
        elif doubt and citation.relation != "full":
            citation = replace(citation, doubts=(*citation.doubts, doubt))
        seen.add(citation, at)
    return Linked(citations=tuple(seen.citations), works=seen.works(), roots=tuple(seen.roots))


def tie(linked: Linked, entries: Sequence[Citation]) -> Linked:
    """The citations of the notes with those of the list of references behind them, each short citation that no note
    completes tied to the entry of its work (`refers_to_entry`): by author and year with its letter (2020a), by author
    and short title. One that fits several entries stays as it is and says so.

    >>> from citekit.model import Date, Passage, Reference
    >>> item = Reference(author=(Name(family="Orford"),), issued=Date(parts=((2020,),)))
    >>> note = Citation(passage=Passage.of("Orford 2020, 15."), note=1, item=item, relation="shortform")
    >>> entry = replace(note, note=7, kind="entry", item=replace(item, title="Law", publisher="Quay"), relation="full")
    >>> found = tie(link([note]), [entry])
    >>> found.citations[0].refers_to_entry, found.works
    (7, (1, 1))
    """
    if not entries:
        return linked
    shelf = _Seen()
    for entry in entries:
        shelf.add(entry, None)
    behind = len(linked.citations)
    citations, works = list(linked.citations), list(linked.works)
    latest: dict[int, int] = {}  # the entry that the work of a root is in
    for at, root in enumerate(linked.roots):
        full = linked.citations[root].data or not is_short(linked.citations[root])
        if linked.works[root] is not None and full:
            continue
        fits = _entries(citations[at], shelf)
        if len(fits) == 1:
            if latest.get(root) != fits[0]:
                citations[at] = _tied(citations[at], shelf.citations[fits[0]])
            latest[root] = fits[0]
        elif fits and citations[at].relation != "full":
            citations[at] = replace(citations[at], doubts=("fits several entries of the list of references",))
        if root in latest:
            works[at] = behind + latest[root]
    own = range(behind, behind + len(entries))
    return Linked(citations=(*citations, *entries), works=(*works, *own), roots=(*linked.roots, *own))


def _entries(citation: Citation, shelf: _Seen) -> list[int]:
    """The entries that a short citation may mean: those with all its persons, and no more, before those with others."""
    if not is_short(citation) or not (citation.item.author or citation.item.title):
        return []
    fits = shelf.like(citation)
    people = citation.item.author
    for least in (len(people), 0):
        close = [
            at
            for at in fits
            if all(_same_person(a, b) for a, b in zip(people, shelf.work(at).item.author, strict=False))
            and (len(shelf.work(at).item.author) == len(people) or not least)
        ]
        fits = close or fits
    return fits


def _tied(citation: Citation, entry: Citation) -> Citation:
    relation: Relation = "ibid" if citation.relation == "ibid" else "shortform"
    return replace(citation, relation=relation, refers_to=None, refers_to_entry=entry.note, doubts=())


@dataclass(slots=True)
class _Seen:
    """The citations so far. `latest` finds, by an author or the head of a title, the works that have it and the latest
    citation of each, so that a document takes linear time; `known` those of which the document has the data."""

    citations: list[Citation] = field(default_factory=list)
    roots: list[int] = field(default_factory=list)
    latest: dict[str, dict[tuple[str, str], int]] = field(default_factory=dict)
    known: dict[Reference, int] = field(default_factory=dict)

    def add(self, citation: Citation, antecedent: int | None) -> None:
        index = len(self.citations)
        self.citations.append(citation)
        self.roots.append(index if antecedent is None else self.roots[antecedent])
        work = self.work(index)
        if citation.data:
            self.known[citation.item] = index
        identity = _identity(work)
        for mark in _marks(work):
            self.latest.setdefault(mark, {})[identity] = index

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
    if citation.data:
        return seen.known.get(citation.item), ""
    if citation.relation == "ibid":
        return _just_before(citation, seen)
    if citation.relation == "full" and not is_short(citation):
        return None, ""
    if citation.relation == "shortform" and not (citation.item.author or citation.item.title):
        numbered = _numbered(citation, seen, printed)
        if numbered is None:
            return _just_before(citation, seen)
        matches = numbered
    else:
        matches = seen.like(citation)
        if citation.relation == "shortform" and len(matches) != 1:
            numbered = _numbered(citation, seen, printed) or []
            matches = [at for at in matches if at in numbered] or matches or numbered
    if not matches:
        return None, "its earlier citation was not found"
    return _only(citation, matches, seen, "fits several earlier works")


def _numbered(citation: Citation, seen: _Seen, printed: Mapping[str, int]) -> list[int] | None:
    """The citations in the note that a back-reference names by its number, None if it names none."""
    found = NOTE_NUMBER.search(citation.passage.text)
    if not found:
        return None
    digits = unicodedata.normalize("NFKC", found[found.lastindex or 0])  # ③ is 3
    meant = printed.get(digits, 0 if printed else int(digits))
    return [at for at, earlier in enumerate(seen.citations) if earlier.note == meant]


def _only(citation: Citation, matches: list[int], seen: _Seen, doubt: str) -> tuple[int | None, str]:
    """The nearest of the matches if they are one work, or if only one is of the kind that the back-reference names."""
    if not _one_work(matches, seen):
        pointer = shortform(citation.passage.text) or ibid(citation.passage.text)
        word = pointer["word"] if pointer else ""
        if BOOK.search(word):
            matches = [at for at in matches if seen.work(at).item.type in BOOKS]
        elif PIECE.search(word):
            matches = [at for at in matches if seen.work(at).item.type not in BOOKS]
    if not matches or not _one_work(matches, seen):
        return None, doubt
    return matches[0], ""


def _one_work(matches: list[int], seen: _Seen) -> bool:
    """Whether all are one work: the same title and author, or titles of which one goes on with a subtitle."""
    identities = {_identity(seen.work(at)) for at in matches}
    shortest = min((title for title, _ in identities), key=len, default="")
    authors = {author for _, author in identities}
    same = len(shortest) >= 2 * HEAD and all(title.startswith(shortest) for title, _ in identities)
    return len(identities) < 2 or (same and len(authors) == 1)


def _just_before(citation: Citation, seen: _Seen) -> tuple[int | None, str]:
    if not seen.citations:
        return None, "nothing is cited before it"
    last = len(seen.citations) - 1
    note = seen.citations[last].note
    if note != citation.note:
        first = last
        while first and seen.citations[first - 1].note == note:
            first -= 1
        named = [at for at in range(last, first - 1, -1) if _by_author(citation, seen.work(at))]
        return _only(citation, named or list(range(last, first - 1, -1)), seen, f"note {note} cites several works")
    return last, ""


def _by_author(citation: Citation, work: Citation) -> bool:
    author = citation.item.author
    return bool(author and work.item.author and _same_person(author[0], work.item.author[0]))


def printed_numbers(notes: Iterable[Note]) -> dict[str, int]:
    """The running numbers of notes by the digits of their markers, where those do not repeat (supra n. 5).

    >>> from citekit.notes.single import note_of
    >>> printed_numbers([note_of("[14] 江平：《沉浮》", number=1)])
    {'14': 1}
    """
    digits = [
        (unicodedata.normalize("NFKC", mark), note.number) for note in notes for mark in MARK.findall(note.marker)
    ]
    once = Counter(mark for mark, _ in digits)
    return {mark: number for mark, number in digits if once[mark] == 1}


def is_short(citation: Citation) -> bool:
    """Whether a citation prints less than a full one: no publisher, container, date or address of its own."""
    item = citation.item
    return not (item.publisher or item.URL or item.DOI or (item.issued and item.title and item.container_title))


def _agree(short: Citation, full: Citation) -> bool:
    """Whether `full` may be the work that `short` names: no printed field contradicts, and one identifies."""
    a, b = short.item, full.item
    if a.title:
        first, second = letters(a.title), letters(b.title)
        people = (a.author or a.editor, b.author or b.editor)
        same = bool(people[0] and people[1]) and _same_person(people[0][0], people[1][0])
        titled = first == second or (len(first) >= HEAD and (second.startswith(first) or (same and first in second)))
        if not first or not titled or (a.author and b.author and not same):
            return False
        return not (a.volume and b.volume and a.container_title and a.volume != b.volume)
    named = b.author or b.editor
    if not a.author or not named or not _same_person(a.author[0], named[0]):
        return False
    letters_of_year = _suffix(short), _suffix(full)
    if all(letters_of_year) and letters_of_year[0] != letters_of_year[1]:
        return False
    return not (a.issued and b.issued and a.issued.year != b.issued.year)


def _suffix(citation: Citation) -> str:
    """The letter behind the year that tells the works of one author and year apart: 2020a."""
    text = citation.passage.text
    year = next((field for field in citation.fields if field.label == "issued"), None)
    letter = LETTER_OF_YEAR.match(text, year.end) if year else None
    return letter[1] if letter else ""


def _same_person(a: Name, b: Name) -> bool:
    families = letters(a.family or a.literal), letters(b.family or b.literal)
    if a.literal or b.literal:
        families = letters(a.literal or a.family + a.given), letters(b.literal or b.family + b.given)
    if families[0] != families[1] and not _is_part(a.literal, b.literal):
        return False
    return not (a.given and b.given) or letters(a.given)[:1] == letters(b.given)[:1]


def _is_part(short: str, full: str) -> bool:
    """Whether a CJK name stands for a longer one: the family name of a Japanese (白石 for 白石律, where the first name
    is not printed again) or of a foreigner (雷诺 for 卡尔·雷诺)."""
    parts = DOTS.split(full)
    if len(parts) > 1:
        return short == parts[-1]
    return 1 < len(short) < len(full) <= 5 and full.startswith(short) and not re.search("[A-Za-z가-힣]", full)


def _marks(citation: Citation) -> Iterator[str]:
    """What a short citation of the work can be found by: the head of its title, its first author."""
    if citation.item.title:
        yield "title " + letters(citation.item.title)[:HEAD]
    for name in (citation.item.author or citation.item.editor)[:1]:
        yield "author " + letters(name.literal or name.family)
        parts = DOTS.split(name.literal)
        if len(parts) > 1:
            yield "author " + letters(parts[-1])
        elif HAN_NAME.fullmatch(name.literal):
            yield from ("author " + name.literal[:length] for length in range(2, len(name.literal)))
        if name.family:
            yield "author " + letters(name.family + name.given)


def _identity(citation: Citation) -> tuple[str, str]:
    """What tells two works apart: the title (or shelf mark, or year) and the first author."""
    item = citation.item
    author = item.author[0] if item.author else NOBODY
    work = letters(item.title)
    if not work and item.issued:
        work = f"{item.issued.year}{_suffix(citation)}"
    return work, letters(author.family or author.literal)
