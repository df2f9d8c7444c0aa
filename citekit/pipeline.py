"""The sentence: an article is read, its notes and its list of references are found, split into citations, parsed, and
kept in one library."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO, Literal

from citekit.citations import cite, covered, filled, link, tie
from citekit.citations.backrefs import Linked, printed_numbers
from citekit.citations.confidence import judge, unsure_messages
from citekit.citations.keyed import unheld
from citekit.documents import read
from citekit.library import merge
from citekit.library.entrytypes import Dialect
from citekit.model import Citation, Library, Note, Result
from citekit.notes import find_notes
from citekit.notes.entries import find_entries, only_list
from citekit.references import typed
from citekit.references.hyperlinks import followed
from citekit.studies import Extraction, Study

Source = Path | str | BinaryIO
Parts = Literal["notes", "references", "both"]
"""What of an article is read: its notes, the entries of its list of references, or both."""

NOTHING: Result[tuple[Note, ...]] = Result(value=())


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
        entries = entries if entries.value else only_list(document.value)
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
