"""The sentence: an article is read, its notes and its list of references are found, split into citations, parsed, and
kept in one library."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO, Literal

from citekit.citations import cite, covered, filled, link, tie
from citekit.citations.backrefs import Linked, printed_numbers
from citekit.citations.confidence import is_unsure, judge, unsure_messages
from citekit.citations.keyed import Mention, mentions, unheld
from citekit.documents import read
from citekit.library import merge
from citekit.library.entrytypes import Dialect
from citekit.model import Citation, Document, Library, Message, Note, Result
from citekit.notes import find_notes
from citekit.notes.entries import find_entries
from citekit.references import typed
from citekit.references.hyperlinks import followed

Source = Path | str | BinaryIO
Parts = Literal["notes", "references", "both"]
"""What of an article is read: its notes, the entries of its list of references, or both."""

NOTHING: Result[tuple[Note, ...]] = Result(value=())


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """An article as far as it can be read by itself: its notes and the entries of its list of references, the
    citations of both (those of the notes first), and for each citation the index of the one that names its work in
    full (None where a back-reference leads nowhere)."""

    document: Document
    notes: tuple[Note, ...]
    citations: tuple[Citation, ...]
    works: tuple[int | None, ...]
    entries: tuple[Note, ...] = ()

    def full(self, least: float = 0.0) -> tuple[int, ...]:
        """The indices of the citations that become references, those below a confidence and those by key left
        out; those with data first, then entries of the list, whose print is fuller than a note's."""
        found = enumerate(self.citations)
        full = [at for at, c in found if self.works[at] == at and c.confidence >= least and not c.item.key]
        return tuple(sorted(full, key=lambda at: (not self.citations[at].data, self.citations[at].kind == "note")))

    def keys(self, of_full: Sequence[str], least: float = 0.0) -> tuple[str, ...]:
        """For each citation the key of its work, out of the keys of `full(least)`; empty where it has none."""
        key_of: dict[int | None, str] = {at: c.item.key for at, c in enumerate(self.citations)}
        key_of.update(zip(self.full(least), of_full, strict=True))
        return tuple(key_of.get(work, "") for work in self.works)

    @property
    def mentions(self) -> tuple[Mention, ...]:
        """The keys by which the article names works of a bibliography."""
        return mentions(self.document, self.notes)

    @property
    def unsure(self) -> tuple[Citation, ...]:
        """The citations that a person should check."""
        return tuple(citation for citation in self.citations if is_unsure(citation))


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """A study, the key of each citation's work (empty where there is none), and the library with the new references."""

    study: Study
    keys: tuple[str, ...]
    library: Library
    added: int = 0


def read_notes(source: Source) -> Result[tuple[Note, ...]]:
    """The notes of an article: a path or a binary stream. Raises CitekitError if it cannot be read."""
    document = read(source)
    found = find_notes(document.value)
    return Result(value=found.value, messages=document.messages + found.messages)


def parse(notes: Iterable[Note]) -> tuple[Citation, ...]:
    """The citations of the notes of one document, in order, typed and with their back-references linked.

    >>> from citekit.notes.single import note_of
    >>> [citation.item.title for citation in parse([note_of("王帆：《国益》，法律出版社，2023年，第5页。")])]
    ['国益']
    """
    return linked(notes).citations


def linked(notes: Iterable[Note], entries: Iterable[Note] = ()) -> Linked:
    """`parse`, with the index of the citation that names the work of each in full, and the citations of the entries of
    a list of references behind them."""
    notes = tuple(notes)
    found = covered(tie(link(filled(_typed(notes)), printed_numbers(notes)), filled(_typed(entries))))
    return replace(found, citations=tuple(judge(citation) for citation in found.citations))


def _typed(notes: Iterable[Note]) -> tuple[Citation, ...]:
    return tuple(followed(typed(citation), note.hints) for note in notes for citation in cite(note))


def study(source: Source, parts: Parts = "both") -> Result[Study]:
    """An article read, its notes and entries found, split and parsed. Raises CitekitError if it cannot be read;
    everything else, unsure citations among it, is said in the messages.

    A numbered list of works that the text calls out by number counts as its notes, unless `references` alone are
    asked for: it is not read twice.
    """
    document = read(source)
    found = find_notes(document.value)
    notes, entries = found, NOTHING
    if parts != "notes":
        entries = find_entries(document.value, found.value)
    if parts == "references":
        notes = NOTHING
        entries = entries if entries.value else _only_list(document.value)
    elif entries.value and not notes.value:
        notes = NOTHING  # an article that cites by author and year has no notes to miss
    cited = linked(notes.value, entries.value)
    studied = Study(
        document=document.value,
        notes=notes.value,
        entries=entries.value,
        citations=cited.citations,
        works=cited.works,
    )
    messages = document.messages + notes.messages + entries.messages + unsure_messages(cited.citations)
    return Result(value=studied, messages=messages)


def _only_list(document: Document) -> Result[tuple[Note, ...]]:
    """The entries of a list that counts as notes otherwise, or a message that there is no list."""
    found = find_entries(document)
    if found.value:
        return found
    text = f"{document.name}: no list of references found; looked for a heading such as References or 参考文献"
    return Result(value=(), messages=(Message(text=text),))


def extract(
    source: Source, library: Library | None = None, dialect: Dialect = "bibtex", parts: Parts = "both"
) -> Result[Extraction]:
    """An article to references, merged into `library` (an empty one if none is given), new entries in the dialect of
    BibTeX or BibLaTeX. Raises CitekitError if the article cannot be read."""
    studied = study(source, parts)
    found = studied.value
    merged = merge(library or Library(), [found.citations[at].item for at in found.full()], dialect)
    extraction = Extraction(study=found, keys=found.keys(merged.keys), library=merged.library, added=len(merged.added))
    held = [reference.key for reference in merged.library.references] if library and library.references else ()
    missing = unheld(found.mentions, held)
    return Result(value=extraction, messages=studied.messages + merged.messages + missing)
