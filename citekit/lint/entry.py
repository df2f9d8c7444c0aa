"""What a rule looks at: an entry of a `.bib` file as it is written, field by field."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property

from citekit.library.bibfile import MONTHS, field_value, pieces
from citekit.library.blocks import blocks, entry_fields_at
from citekit.library.fields import read_entry
from citekit.library.splice import Changes, with_fields
from citekit.model import Reference, Span

NO_WORKS = frozenset({"comment", "set", "xdata", "preamble", "string"})
_IGNORE = re.compile(r"%\s*citekit:\s*ignore(?P<file>-file)?\b[ \t]*:?[ \t]*(?P<rules>[\w,\- \t]*)")


@dataclass(frozen=True, kw_only=True)
class BibEntry:
    """An entry: its type in lower case, its key, its text and place, and its fields.

    `values` are the fields' values, names in lower case, without outer delimiters and with macros put in; `plain` names
    those that are one braced or quoted text, which a rule may mend. `twice` are the names that stand twice.
    `ignored` are the rules that a comment in or above the entry turns off ("*": all of them).
    """

    kind: str
    key: str
    text: str
    span: Span
    values: Mapping[str, str]
    plain: frozenset[str]
    twice: frozenset[str] = frozenset()
    ignored: frozenset[str] = frozenset()

    @cached_property
    def reference(self) -> Reference:
        """The entry as a reference."""
        return read_entry(self.kind, self.key, self.values)

    def line_of(self, field: str) -> int:
        """The line of the file in which a field begins; that of the entry if it has no such field."""
        at = next((found.start for found in entry_fields_at(self.text) if found.name == field), 0)
        return self.span.line + self.text.count("\n", 0, at)

    def changed(self, changes: Changes) -> BibEntry:
        """The entry with some fields changed, in its text as well."""
        values = {name: value for name, value in self.values.items() if name not in changes}
        new = {name: value for name, value in changes.items() if value is not None}
        return replace(self, text=with_fields(self.text, changes), values=values | new, plain=self.plain | new.keys())


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenBlock:
    """What begins like an entry and cannot be read."""

    head: str
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class BibText:
    """The text of a file with its entries, its broken blocks and the rules that a comment turns off in all of it."""

    text: str
    entries: tuple[BibEntry, ...]
    broken: tuple[BrokenBlock, ...] = ()
    ignored: frozenset[str] = frozenset()


def read_entries(text: str) -> BibText:
    """The entries of a `.bib` file. Never raises.

    >>> found = read_entries("@string{h = {Harbor}}\\n@Book{q, Title = h # { {S}tudies}, year = {2001}}")
    >>> found.entries[0].values, sorted(found.entries[0].plain)
    ({'title': 'Harbor {S}tudies', 'year': '2001'}, ['year'])
    """
    from bibtexparser.model import ParsingFailedBlock, String

    strings: dict[str, str] = dict(MONTHS)
    entries: list[BibEntry] = []
    broken: list[BrokenBlock] = []
    for placed in blocks(text):
        entry, block = placed.entry, placed.block
        if isinstance(block, String):
            strings[block.key.lower()] = field_value(block.value, strings)
        elif entry and entry.entry_type.lower() not in NO_WORKS:
            values: dict[str, str] = {}
            plain: set[str] = set()
            twice: set[str] = set()
            for field in entry.fields:
                name, raw = (field.key.split() or [""])[-1].lower(), str(field.value)
                if name in values:
                    twice.add(name)
                    continue
                values[name] = field_value(raw, strings)
                if _is_plain(raw):
                    plain.add(name)
            found = BibEntry(
                kind=entry.entry_type.lower(),
                key=entry.key,
                text=block.raw or "",
                span=placed.span,
                values=values,
                plain=frozenset(plain),
                twice=frozenset(twice),
            )
            entries.append(found)
        elif isinstance(block, ParsingFailedBlock) and not entry:
            broken.append(BrokenBlock(head=(block.raw or "").split("\n", 1)[0][:60].strip(), span=placed.span))
    return _with_ignored(BibText(text=text, entries=tuple(entries), broken=tuple(broken)))


def _is_plain(raw: str) -> bool:
    return raw[:1] + raw[-1:] in ("{}", '""') and len(list(pieces(raw))) == 1


def _with_ignored(read: BibText) -> BibText:
    """The comments `% citekit: ignore RULE, RULE` in and above entries, `ignore-file` for all of the file."""
    marks = list(_IGNORE.finditer(read.text))
    if not marks:
        return read
    whole = frozenset(rule for mark in marks if mark["file"] for rule in _rules(mark))
    local = [mark for mark in marks if not mark["file"]]
    entries = tuple(replace(entry, ignored=frozenset(_ignored(read.text, entry, local))) for entry in read.entries)
    return replace(read, entries=entries, ignored=whole)


def _ignored(text: str, entry: BibEntry, marks: Iterable[re.Match[str]]) -> Iterator[str]:
    for mark in marks:
        inside = entry.span.start <= mark.start() < entry.span.end
        between = text[mark.end() : entry.span.start] if mark.end() <= entry.span.start else "x"
        if inside or not re.sub(r"^[ \t]*%.*$", "", between, flags=re.MULTILINE).strip():
            yield from _rules(mark)


def _rules(mark: re.Match[str]) -> list[str]:
    return re.findall(r"[\w-]+", mark["rules"]) or ["*"]
