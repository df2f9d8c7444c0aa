"""Changes to single fields of a `.bib` file: the entry's other bytes, and all other blocks, stay as they are.

A new value takes the delimiters of the old one; a new field goes behind the last one, in the indentation, the alignment
and the comma style that the entry has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from citekit.library.bibfile import line_end
from citekit.library.blocks import EntryField, entry_fields_at
from citekit.model import Library, Reference, Span

Changes = Mapping[str, str | None]
"""Field names in lower case, and their new values as they stand between the delimiters; None takes a field out."""


def with_fields(entry: str, changes: Changes) -> str:
    r"""The text of an entry with some fields changed, put in or taken out; what is no entry comes back as it is.

    >>> print(with_fields("@book{q,\n  title = {Cables},\n  year  = 1999\n}", {"year": "2001", "doi": "10.1/x"}))
    @book{q,
      title = {Cables},
      year  = {2001},
      doi   = {10.1/x}
    }
    >>> with_fields("@book{q, title = {Cables}, year = 1999}", {"title": None, "note": "n"})
    '@book{q, year = 1999, note = {n}}'
    """
    changed = spliced(entry, _edits(entry, changes))
    fields = entry_fields_at(changed)
    there = {field.name for field in fields}
    fresh = {name: value for name, value in changes.items() if value is not None and name not in there}
    if not fresh or not (fields or _is_bare(changed)):
        return changed
    place = fields[-1].end if fields else len(changed.rstrip()) - 1
    return spliced(changed, [(place, place, _new_fields(changed, fields, fresh))])


def _edits(entry: str, changes: Changes) -> Iterator[tuple[int, int, str]]:
    """What changes of the fields that are there; of one that stands twice the first, which counts."""
    seen: set[str] = set()
    fields = entry_fields_at(entry)
    for place, field in enumerate(fields):
        if field.name not in changes or field.name in seen:
            continue
        seen.add(field.name)
        value = changes[field.name]
        if value is not None:
            yield field.value, field.end, _delimited(value, entry[field.value : field.end])
            continue
        start, end = _whole(entry, field)
        if place and place + 1 == len(fields) and "," not in entry[field.end : end]:
            start = fields[place - 1].end  # the comma before the last field goes with it
        yield start, end, ""


def spliced(text: str, edits: Iterable[tuple[int, int, str]]) -> str:
    """The text with each (start, end, new text) put in; edits may come in any order and do not overlap.

    >>> spliced("abcd", [(3, 4, "D"), (0, 1, "A")])
    'AbcD'
    """
    parts: list[str] = []
    at = 0
    for start, end, new in sorted(edits, key=lambda edit: edit[:2]):
        parts += (text[at:start], new)
        at = max(at, end)
    parts.append(text[at:])
    return "".join(parts)


def revised(library: Library, changes: Mapping[int, tuple[Reference, Changes]]) -> Library:
    """The library with some of its references changed, and with them the fields of their entries.

    `changes` leads from an index in `library.references` to the new reference and what that means for the entry's
    fields. The places of all later entries move along.
    """
    edits: list[tuple[int, int, str]] = []
    references, spans = list(library.references), list(library.spans)
    for at in sorted(changes):
        reference, fields = changes[at]
        span = library.spans[at]
        edits.append((span.start, span.end, with_fields(library.text[span.start : span.end], fields)))
        references[at] = reference
    if not edits:
        return library
    shift = lines = next_edit = 0
    for at, span in enumerate(library.spans):
        grown = added = 0
        if next_edit < len(edits) and edits[next_edit][0] == span.start:
            start, end, new = edits[next_edit]
            grown, added = len(new) - (end - start), new.count("\n") - library.text.count("\n", start, end)
            next_edit += 1
        spans[at] = Span(start=span.start + shift, end=span.end + shift + grown, line=span.line + lines)
        shift, lines = shift + grown, lines + added
    return replace(library, references=tuple(references), spans=tuple(spans), text=spliced(library.text, edits))


def _delimited(value: str, old: str) -> str:
    """The value between quotes where the old one had them and the new one allows it, else between braces."""
    return f'"{value}"' if old.startswith('"') and '"' not in value else f"{{{value}}}"


def _whole(entry: str, field: EntryField) -> tuple[int, int]:
    """The range of a field with its comma and the comment before it, and of its lines if nothing else is there."""
    start, end = field.lead, field.end
    while entry[end : end + 1] in ("\t", " "):
        end += 1
    if entry[end : end + 1] == ",":
        end += 1
    blank = end
    while entry[blank : blank + 1] in ("\t", " "):
        blank += 1
    line = start
    while entry[line - 1 : line] in ("\t", " "):
        line -= 1
    alone = entry[line - 1 : line] in ("\n", "\r")
    for mark in ("\r\n", "\n", "\r"):
        if alone and entry.startswith(mark, blank):
            return line, blank + len(mark)
    return start, blank


def _new_fields(entry: str, fields: tuple[EntryField, ...], fresh: Mapping[str, str]) -> str:
    """The text of new fields, to stand behind the last value, or before the closing brace if there is none."""
    if not fields:
        end = line_end(entry)
        comma = "" if entry[:-1].rstrip().endswith(",") else ","
        return comma + ",".join(f"{end}  {name} = {{{value}}}" for name, value in fresh.items()) + end
    last = fields[-1]
    head = entry[: last.start]
    own_line = head.rstrip(" \t")[-1:] in ("\n", "\r")
    equals = entry.index("=", last.start)
    blank, gap = entry[last.start + len(last.name) : equals], entry[equals + 1 : last.value]
    if gap.strip(" \t"):
        gap = " "
    parted = line_end(entry) + head[len(head.rstrip(" \t")) :] if own_line else " "
    texts = []
    for name, value in fresh.items():
        padded = name.ljust(equals - last.start) if blank and own_line else name
        texts.append(f",{parted}{padded}{' ' if blank and not padded.endswith(' ') else ''}={gap}{{{value}}}")
    return "".join(texts)


def _is_bare(entry: str) -> bool:
    """Whether this is an entry without fields: a key, perhaps a comma."""
    return entry[:1] == "@" and entry[-1:] in ("}", ")") and "=" not in entry
