"""The sentence: an article is read, its notes are found, split into citations, parsed, and kept in one library."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from citekit.citations import cite, filled, link
from citekit.citations.backrefs import Linked, printed_numbers
from citekit.citations.confidence import is_unsure, judge, unsure_messages
from citekit.documents import read
from citekit.library import merge
from citekit.library.entrytypes import Dialect
from citekit.model import Citation, Document, Library, Note, Result
from citekit.notes import find_notes
from citekit.references import typed

Source = Path | str | BinaryIO


@dataclass(frozen=True, slots=True, kw_only=True)
class Study:
    """An article as far as it can be read by itself: its notes, their citations, and for each citation the index of
    the one that names its work in full (None where a back-reference leads nowhere)."""

    document: Document
    notes: tuple[Note, ...]
    citations: tuple[Citation, ...]
    works: tuple[int | None, ...]

    def full(self, least: float = 0.0) -> tuple[int, ...]:
        """The indices of the citations that become references, those below a confidence left out."""
        citations = enumerate(self.citations)
        return tuple(at for at, c in citations if self.works[at] == at and c.confidence >= least)

    def keys(self, of_full: Sequence[str], least: float = 0.0) -> tuple[str, ...]:
        """For each citation the key of its work, out of the keys of `full(least)`; empty where it has none."""
        key_of: dict[int | None, str] = dict(zip(self.full(least), of_full, strict=True))
        return tuple(key_of.get(work, "") for work in self.works)

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


def linked(notes: Iterable[Note]) -> Linked:
    """`parse`, with the index of the citation that names the work of each in full."""
    notes = tuple(notes)
    citations = tuple(typed(citation) for note in notes for citation in cite(note))
    found = link(filled(citations), printed_numbers(notes))
    return replace(found, citations=tuple(judge(citation) for citation in found.citations))


def study(source: Source) -> Result[Study]:
    """An article read, its notes found, split and parsed. Raises CitekitError if it cannot be read; everything else,
    unsure citations among it, is said in the messages."""
    document = read(source)
    found = find_notes(document.value)
    cited = linked(found.value)
    studied = Study(document=document.value, notes=found.value, citations=cited.citations, works=cited.works)
    return Result(value=studied, messages=document.messages + found.messages + unsure_messages(cited.citations))


def extract(source: Source, library: Library | None = None, dialect: Dialect = "bibtex") -> Result[Extraction]:
    """An article to references, merged into `library` (an empty one if none is given), new entries in the dialect of
    BibTeX or BibLaTeX. Raises CitekitError if the article cannot be read."""
    studied = study(source)
    found = studied.value
    merged = merge(library or Library(), [found.citations[at].item for at in found.full()], dialect)
    extraction = Extraction(study=found, keys=found.keys(merged.keys), library=merged.library, added=len(merged.added))
    return Result(value=extraction, messages=studied.messages + merged.messages)
