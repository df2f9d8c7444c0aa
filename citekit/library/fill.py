"""What an article knows of a work that the file has already: empty fields are filled, everything else stays."""

from __future__ import annotations

from collections.abc import Collection, Set
from dataclasses import replace

from citekit.languages.fold import letters
from citekit.library.bibdates import UNDATED
from citekit.library.blocks import entry_fields_at
from citekit.library.entry import entry_fields
from citekit.library.entrytypes import BIBLATEX_TYPES, Dialect
from citekit.model import Reference

# The fields that may be filled. Title and type say which work it is; language and note belong to the file's owner.
FILLED = (
    "author",
    "editor",
    "translator",
    "container_title",
    "collection_title",
    "collection_number",
    "publisher",
    "publisher_place",
    "event_title",
    "edition",
    "volume",
    "issue",
    "number",
    "page",
    "issued",
    "accessed",
    "URL",
    "DOI",
    "ISBN",
    "ISSN",
)
_DATES = frozenset({"date", "year", "month"})
_NEVER = frozenset({"note", "title", "type", "langid", "language"})


def fillings(known: Reference, new: Reference, entry: str) -> tuple[Reference, dict[str, str]]:
    """The known reference with what only the new one has, and the fields that say so, to be put into its entry, whose
    text is `entry`. No field that the entry has is touched, whatever it holds, but a date that says XXXX.

    >>> known = Reference(type="article-journal", title="Cables", container_title="Ports")
    >>> new = replace(known, title="CABLES", volume="2", DOI="10.1/x")
    >>> filled, fields = fillings(known, new, "@article{q, title = {Cables}, journaltitle = {Ports}}")
    >>> filled.title, filled.volume, fields
    ('Cables', '2', {'volume': '2', 'doi': '10.1/x'})
    """
    names = frozenset(f.name for f in entry_fields_at(entry) if entry[f.value : f.end] != f"{{{UNDATED}}}")
    kind = entry[1:].partition("{")[0].strip().lower()
    fields: dict[str, str] = {}
    for name in FILLED:
        if getattr(known, name) or not getattr(new, name) or _said(known, getattr(new, name)):
            continue
        filled = replace(known, **{name: getattr(new, name)})
        if added := _added(known, filled, kind, names | fields.keys()):
            known = filled
            fields |= added
    return known, fields


def _said(known: Reference, value: object) -> bool:
    """Whether the entry says this under another name: BibTeX has fewer fields than CSL (a conference as booktitle)."""
    texts = (known.container_title, known.collection_title, known.publisher, known.event_title, known.genre)
    return isinstance(value, str) and letters(value) in map(letters, filter(None, texts))


def _added(known: Reference, filled: Reference, kind: str, names: Set[str]) -> dict[str, str]:
    """The fields that an entry of this kind has more for the filled reference."""
    dialect = dialect_of(names)
    words = {new: old for old, new in BIBLATEX_TYPES.items()}
    _, before = entry_fields(known, dialect, words.get(kind, kind))
    _, after = entry_fields(filled, dialect, words.get(kind, kind))
    there = names | _NEVER | (_DATES if not _DATES.isdisjoint(names) else frozenset())
    return {
        name: value
        for name, value in after.items()
        if before.get(name, UNDATED) == UNDATED and value != UNDATED and name not in there
    }


def dialect_of(entry: Collection[str]) -> Dialect:
    """The dialect in which an entry with these fields is written.

    >>> dialect_of({"title", "journaltitle"}), dialect_of({"title", "year"}), dialect_of({"title", "date", "year"})
    ('biblatex', 'bibtex', 'bibtex')
    """
    own = {"journaltitle", "location"} & set(entry)
    return "biblatex" if own or ("date" in entry and "year" not in entry) else "bibtex"
