"""The sentence: an article is read, its notes are found, split into citations, parsed, and kept in one library."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import BinaryIO

from citekit.citations import cite, filled, link
from citekit.citations.backrefs import Linked, printed_numbers
from citekit.citations.confidence import SURE, judge, unsure_messages
from citekit.documents import read
from citekit.library import merge
from citekit.library.entrytypes import Dialect
from citekit.model import Citation, Document, Library, Note, Result
from citekit.notes import find_notes
from citekit.references import typed


@dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """What was taken out of one article: its notes, their citations, the key of each citation's work (empty where a
    back-reference leads nowhere), and the library with the new references merged in."""

    document: Document
    notes: tuple[Note, ...]
    citations: tuple[Citation, ...]
    keys: tuple[str, ...]
    library: Library
    added: int = 0

    @property
    def unsure(self) -> tuple[Citation, ...]:
        """The citations that a person should check."""
        return tuple(citation for citation in self.citations if citation.confidence < SURE)

    @property
    def merged(self) -> int:
        """How many citations name a work that the library already had."""
        return sum(1 for key in self.keys if key) - self.added


def read_notes(source: Path | str | BinaryIO) -> Result[tuple[Note, ...]]:
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


def extract(
    source: Path | str | BinaryIO, library: Library | None = None, dialect: Dialect = "bibtex"
) -> Result[Extraction]:
    """An article to references: read, find, split, parse, merge into `library` (an empty one if none is
    given), new entries in the dialect of BibTeX or BibLaTeX.

    Raises CitekitError if the article cannot be read; everything else is said in the messages.
    """
    document = read(source)
    found = find_notes(document.value)
    cited = linked(found.value)
    citations = cited.citations
    full = [at for at, work in enumerate(cited.works) if work == at]
    merged = merge(library or Library(), [citations[at].item for at in full], dialect)
    key_at = dict(zip(full, merged.keys, strict=True))
    extraction = Extraction(
        document=document.value,
        notes=found.value,
        citations=citations,
        keys=tuple(key_at.get(at, "") if at is not None else "" for at in cited.works),
        library=merged.library,
        added=len(merged.added),
    )
    return Result(
        value=extraction, messages=document.messages + found.messages + merged.messages + unsure_messages(citations)
    )
