"""A `.bib` file as references, with the exact text behind them.

bibtexparser 2.1 cuts the file into blocks (with an empty parse stack it changes nothing); the fields are read here.
New entries are appended: every other byte of the file stays, whatever it is (comments, macros, broken entries).
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from citekit.library.fields import read_entry
from citekit.model import Library, Message, Reference, Result, Span

if TYPE_CHECKING:
    from bibtexparser.model import Block, Entry

# Month macros that every BibTeX style defines.
MONTHS = {name: name for name in "jan feb mar apr may jun jul aug sep oct nov dec".split()}  # noqa: SIM905
# Entries that are no works: containers of fields and sets of other entries.
_NO_WORKS = frozenset({"xdata", "set", "comment"})
_KEY = re.compile(r"@\w+[ \t]*[{(]\s*([^\s,{}()]+)\s*[,})]")
_PIECE = re.compile(r'\s*(?:\{(?P<braced>.*)\}|"(?P<quoted>.*)"|(?P<bare>[^\s#{}"]+))\s*', re.DOTALL)


def read_bib(text: str) -> Result[Library]:
    """The library in a text. Never raises: what is no entry stays in the text and is reported with its line.

    >>> library = read_bib("% mine\\n@book{a, title = {On {NATO}}, year = 2001}\\n@book{b, title = {oops}").value
    >>> [(r.key, r.title, r.issued.year) for r in library.references]
    [('a', 'On NATO', 2001)]
    """
    from bibtexparser.entrypoint import parse_string
    from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock, Entry, ParsingFailedBlock, String

    with _quiet("bibtexparser"):
        blocks = parse_string(text, parse_stack=[]).blocks
    strings: dict[str, str] = dict(MONTHS)
    references: list[Reference] = []
    messages: list[Message] = []
    for block in blocks:
        entry = (
            block.ignore_error_block if isinstance(block, DuplicateBlockKeyBlock | DuplicateFieldKeyBlock) else block
        )
        if isinstance(entry, String):
            strings[entry.key.lower()] = field_value(entry.value, strings)
        elif isinstance(entry, Entry) and entry.entry_type.lower() not in _NO_WORKS:
            references.append(_reference(entry, strings))
        if isinstance(block, ParsingFailedBlock):
            messages.append(_complaint(block))
    return Result(value=Library(references=tuple(references), text=text), messages=tuple(messages))


def append(text: str, entries: Iterable[str]) -> str:
    """The text with the entries after it, a blank line before each, in the line ends that the text has.

    >>> append("@book{a}", ["@book{b}"])
    '@book{a}\\n\\n@book{b}\\n'
    """
    blocks = tuple(entries)
    if not blocks:
        return text
    end = line_end(text)
    if text.strip("\ufeff \t\r\n"):
        tail = re.search(r"[\r\n]*\Z", text)
        ends = tail[0].count("\n") or tail[0].count("\r") if tail else 0
        text += end * max(0, 2 - ends)
    return text + (end + end).join(block.replace("\n", end) for block in blocks) + end


def append_comments(library: Library, lines: Iterable[str]) -> Library:
    """The library with each line after it as a `%` comment; lines that its text has already are not added again.

    >>> append_comments(Library(text="@book{a}\\n"), ["unsure: Cables"]).text
    '@book{a}\\n\\n% unsure: Cables\\n'
    """
    comments = dict.fromkeys(f"% {' '.join(line.replace('@', '(at)').split())}" for line in lines)
    fresh = [comment for comment in comments if comment not in library.text]
    return replace(library, text=append(library.text, fresh))


def line_end(text: str) -> str:
    """The line end that the text uses most; `\\n` for a text without one."""
    windows = text.count("\r\n")
    return "\r\n" if windows > text.count("\n") - windows else "\n"


def keys_in(text: str) -> frozenset[str]:
    """All keys in the text, those of broken entries too: none may be given to another work.

    >>> sorted(keys_in("@book{a, title={x}} @misc(b) @book{c, title = {oops"))
    ['a', 'b', 'c']
    """
    return frozenset(_KEY.findall(text))


def field_value(raw: str, strings: Mapping[str, str]) -> str:
    """The value behind its delimiters, macros put in and pieces (`#`) joined; an unknown macro stays as its name.

    >>> field_value('"Harbor " # j', {"j": "Studies"}), field_value("{A {B}}", {})
    ('Harbor Studies', 'A {B}')
    """
    return "".join(_piece(piece, strings) for piece in _pieces(raw))


def _piece(raw: str, strings: Mapping[str, str]) -> str:
    match = _PIECE.fullmatch(raw)
    if match is None:
        return raw.strip()
    bare = match["bare"]
    if bare is not None:
        return strings.get(bare.lower(), bare)
    return match["braced"] if match["braced"] is not None else match["quoted"] or ""


def _pieces(raw: str) -> Iterator[str]:
    """The value cut at each `#` outside braces and quotes."""
    if "#" not in raw:
        yield raw
        return
    start, depth, quoted = 0, 0, False
    for place, char in enumerate(raw):
        escaped = place > 0 and raw[place - 1] == "\\"
        if char in "{}" and not escaped:
            depth += 1 if char == "{" else -1
        elif char == '"' and depth == 0:
            quoted = not quoted
        elif char == "#" and depth == 0 and not quoted:
            yield raw[start:place]
            start = place + 1
    yield raw[start:]


def _reference(entry: Entry, strings: Mapping[str, str]) -> Reference:
    fields: dict[str, str] = {}
    for field in entry.fields:
        # biber allows a % comment before a field's name.
        name = field.key.split()[-1:] or [""]
        fields.setdefault(name[0].lower(), field_value(str(field.value), strings))
    return read_entry(entry.entry_type, entry.key, fields)


def _complaint(block: Block) -> Message:
    from bibtexparser.model import DuplicateBlockKeyBlock, DuplicateFieldKeyBlock

    line = (block.start_line or 0) + 1
    if isinstance(block, DuplicateBlockKeyBlock):
        text = f"line {line}: the key {block.key} stands twice in the file; rename one"
    elif isinstance(block, DuplicateFieldKeyBlock):
        text = f"line {line}: a field stands twice in one entry ({', '.join(sorted(block.duplicate_keys))}); delete one"
    else:
        head = (block.raw or "").split("\n", 1)[0][:60].strip()
        text = f"line {line}: this entry cannot be read and is left as it is: {head}"
    return Message(text=text, span=Span(start=0, end=0, line=line))


@contextmanager
def _quiet(name: str) -> Iterator[None]:
    """Without the library's own log lines on stderr: what they say comes as messages."""
    loggers = [logging.getLogger(n) for n in (name, f"{name}.splitter", f"{name}.library", f"{name}.entrypoint")]
    for logger in loggers:
        logger.addFilter(_drop)
    try:
        yield
    finally:
        for logger in loggers:
            logger.removeFilter(_drop)


def _drop(record: logging.LogRecord) -> bool:
    return False
