"""An article studied: what the pipeline gives back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from citekit.citations.confidence import is_unsure
from citekit.citations.keyed import Mention, mentions
from citekit.model import Citation, Document, Library, Note


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
