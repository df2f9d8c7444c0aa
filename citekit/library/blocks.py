"""A `.bib` file cut into blocks, each with its exact place in the text.

bibtexparser 2.1 with an empty parse stack changes nothing, but it takes its time over each mark and holds a large file
several times over in memory. So the file is cut where a line opens a block; that is also where bibtexparser gives up on
a block that was never closed, so the blocks are the same. Plain entries are read at once, the rest goes to bibtexparser
a piece at a time.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from citekit.library.plain import plain_entry
from citekit.model import Span

if TYPE_CHECKING:
    from bibtexparser.model import Block, Entry

PIECE = 1 << 19
"""Characters given to bibtexparser at a time, about."""
_OPENS = re.compile(r"^[ \t]*@\w+[ \t]*[{(]", re.MULTILINE)
_LOGGERS = ("bibtexparser", "bibtexparser.splitter", "bibtexparser.library", "bibtexparser.entrypoint")


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """A block as bibtexparser gives it, where it stands, and the entry that it is, one with a field that stands twice
    included; None for other blocks."""

    block: Block
    span: Span
    entry: Entry | None


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryField:
    """A field of an entry: its name in lower case, and places in the entry's text: of the name, or a comment before it
    (`lead`), of the name (`start`), of the value with its delimiters, and behind it."""

    name: str
    lead: int
    start: int
    value: int
    end: int


def blocks(text: str) -> Iterator[Placed]:
    r"""The blocks of a text in order: entries, strings, preambles, comments, and what is broken. Never raises.

    >>> [(type(b.block).__name__, b.span.start, b.span.end, b.span.line) for b in blocks("% a\n@book{b, year = 1}\n")]
    [('ImplicitComment', 0, 3, 1), ('Entry', 4, 22, 2)]
    """
    at, line = 0, 1
    for start, end in _chunks(text):
        plain = plain_entry(text, start, end)
        if plain is None and end - at < PIECE and end < len(text):
            continue
        rest = start if plain else end
        yield from _others(text, at, rest, line)
        line += text.count("\n", at, rest)
        at = rest
        if plain:
            entry, first, at = plain
            yield Placed(block=entry, span=Span(start=first, end=at, line=line), entry=entry)
            line += text.count("\n", rest, at)
    yield from _others(text, at, len(text), line)


def _chunks(text: str) -> Iterator[tuple[int, int]]:
    """The text from each line that opens a block to the next one, and what stands before the first."""
    start = 0
    for opening in _OPENS.finditer(text):
        if opening.start():
            yield start, opening.start()
        start = opening.start()
    yield start, len(text)


def _others(text: str, start: int, end: int, line: int) -> Iterator[Placed]:
    """The blocks of a stretch between plain entries, which begins in this line."""
    from bibtexparser.model import Entry, ImplicitComment
    from bibtexparser.splitter import Splitter

    # The line end before the next block is none of a block that was never closed.
    piece = text[start:end] if end == len(text) else text[start:end].removesuffix("\n")
    if not piece or piece.isspace():
        return
    if "@" in piece:
        with _quiet():
            found = Splitter(piece).split().blocks
    else:
        head = piece[: len(piece) - len(piece.lstrip())]
        found = [ImplicitComment(piece.strip(), raw=piece.strip(), start_line=head.count("\n"))]
    at = 0
    for block in found:
        raw = block.raw or ""
        place = piece.index(raw, at)
        span = Span(start=start + place, end=start + place + len(raw), line=line + max(0, block.start_line or 0))
        yield Placed(block=block, span=span, entry=block if isinstance(block, Entry) else _wrapped(block))
        # A broken block may hold the head of the one that broke it.
        at = place + (1 if _is_broken(block) else len(raw))


def _wrapped(block: Block) -> Entry | None:
    """The entry within a complaint about its key or one of its fields."""
    from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock, Entry

    inner: Block | None = block
    while isinstance(inner, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock):
        inner = inner.ignore_error_block
    return inner if isinstance(inner, Entry) else None


def _is_broken(block: Block) -> bool:
    from bibtexparser.model import ParsingFailedBlock

    return isinstance(block, ParsingFailedBlock) and block.ignore_error_block is None


def entry_fields_at(entry: str) -> tuple[EntryField, ...]:
    """The fields of one entry's text, in order, with their places; none if it is no entry.

    >>> entry = "@book{q, title = {A, b},\\n  year=2001}"
    >>> [(f.name, entry[f.value : f.end]) for f in entry_fields_at(entry)]
    [('title', '{A, b}'), ('year', '2001')]
    """
    found = next(blocks(entry), None)
    parsed = found.entry if found else None
    if found is None or parsed is None:
        return ()
    fields = []
    at = entry.index(",", found.span.start) if parsed.fields else 0
    for field in parsed.fields:
        key, value = field.key, str(field.value)
        start = entry.index(key, at)
        name = (key.split() or [""])[-1]  # biber allows a % comment before a field's name
        equals = entry.index("=", start + len(key))
        begin = entry.index(value, equals + 1)
        at = begin + len(value)
        fields.append(EntryField(name=name.lower(), lead=start, start=start + key.rindex(name), value=begin, end=at))
    return tuple(fields)


@contextmanager
def _quiet() -> Iterator[None]:
    """Without the library's own log lines on stderr: what they say comes as messages."""
    loggers = [logging.getLogger(name) for name in _LOGGERS]
    for logger in loggers:
        logger.addFilter(_drop)
    try:
        yield
    finally:
        for logger in loggers:
            logger.removeFilter(_drop)


def _drop(record: logging.LogRecord) -> bool:
    return False
