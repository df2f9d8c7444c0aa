"""New keys for the entries of a bibliography, and in the fields by which entries name each other."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from citekit.library.bibfile import read_bib
from citekit.library.blocks import entry_fields_at
from citekit.library.keys import DEFAULT, assign_keys
from citekit.library.splice import spliced, with_fields
from citekit.model import Library, Reference

# Fields that name other entries by their keys (biblatex manual, section 2.2.3).
NAMING = ("crossref", "xref", "xdata", "related", "entryset")
_HEAD = re.compile(r"@\w+[ \t]*[{(]\s*")


def new_keys(library: Library, pattern: str = DEFAULT) -> dict[str, str]:
    """For each key of the library the one that the pattern gives, where that is another; equal ones get a, b, c ...

    >>> library = read_bib("@book{x1, author = {Ada Quill}, title = {Cables}, year = 2001}").value
    >>> new_keys(library), new_keys(library, "{author:capital}{year}")
    ({'x1': 'quill2001cables'}, {'x1': 'Quill2001'})
    """
    keyed = assign_keys((_without_key(reference) for reference in library.references), pattern=pattern)
    pairs = zip(library.references, keyed, strict=True)
    return {old.key: new.key for old, new in pairs if old.key != new.key}


def rekeyed(library: Library, keys: Mapping[str, str]) -> Library:
    """The library with keys replaced, in the heads of the entries and in crossref and its like; all else stays.

    >>> library = read_bib("@book{x, title = {A}}\\n@inbook{y, crossref = {x}}").value
    >>> rekeyed(library, {"x": "a"}).text
    '@book{a, title = {A}}\\n@inbook{y, crossref = {a}}'
    """
    edits = []
    for reference, span in zip(library.references, library.spans, strict=True):
        entry = library.text[span.start : span.end]
        new = with_fields(entry, named_anew(entry, keys))
        head = _HEAD.match(new)
        if head and reference.key in keys and new.startswith(reference.key, head.end()):
            new = new[: head.end()] + keys[reference.key] + new[head.end() + len(reference.key) :]
        if new != entry:
            edits.append((span.start, span.end, new))
    return read_bib(spliced(library.text, edits)).value if edits else library


def named_anew(entry: str, keys: Mapping[str, str]) -> dict[str, str | None]:
    """The fields of an entry that name an entry whose key is another now, with their new values."""
    changes: dict[str, str | None] = {}
    if not any(name in entry.lower() for name in NAMING):
        return changes
    for field in entry_fields_at(entry):
        if field.name in NAMING:
            value = entry[field.value + 1 : field.end - 1]
            new = ",".join(keys.get(key.strip(), key) for key in value.split(","))
            if new != value:
                changes[field.name] = new
    return changes


def _without_key(reference: Reference) -> Reference:
    return replace(reference, key="")
