"""A `.bib` file as references, with the exact text behind them.

The fields of its blocks are read here; new entries are appended. Every other byte of the file stays, whatever it is
(comments, macros, broken entries).
"""

from __future__ import annotations

import gc
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

from citekit.library.blocks import Placed, blocks
from citekit.library.fields import KNOWN, read_entry
from citekit.model import Library, Message, Reference, Result, Span

if TYPE_CHECKING:
    from bibtexparser.model import Entry

# Month macros that every BibTeX style defines.
MONTHS = {name: name for name in "jan feb mar apr may jun jul aug sep oct nov dec".split()}  # noqa: SIM905
# Entries that are no works: containers of fields and sets of other entries.
_NO_WORKS = frozenset({"xdata", "set", "comment"})
_KEY = re.compile(r"@\w+[ \t]*[{(]\s*([^\s,{}()]+)\s*[,})]")
_PIECE = re.compile(r'\s*(?:\{(?P<braced>.*)\}|"(?P<quoted>.*)"|(?P<bare>[^\s#{}"]+))\s*', re.DOTALL)


def read_bib(text: str) -> Result[Library]:
    r"""The library in a text. Never raises: what is no entry stays in the text and is reported with its line.

    >>> library = read_bib("% mine\n@book{a, title = {On {NATO}}, year = 2001}\n@book{b, title = {oops}").value
    >>> [(r.key, r.title, r.issued.year) for r in library.references]
    [('a', 'On NATO', 2001)]
    """
    from bibtexparser.model import Entry, String

    strings: dict[str, str] = dict(MONTHS)
    references: list[Reference] = []
    spans: list[Span] = []
    messages: list[Message] = []
    seen: set[str] = set()
    with _no_collector():
        for placed in blocks(text):
            entry = placed.entry
            if isinstance(placed.block, String):
                strings[placed.block.key.lower()] = field_value(placed.block.value, strings)
            elif entry and entry.entry_type.lower() not in _NO_WORKS:
                references.append(_reference(entry, strings))
                spans.append(placed.span)
            if type(placed.block) is not Entry or placed.block.key in seen:
                messages += _complaints(placed, seen)
            if entry:
                seen.add(entry.key)
    library = Library(references=tuple(references), spans=tuple(spans), text=text)
    return Result(value=library, messages=tuple(messages))


@contextmanager
def _no_collector() -> Iterator[None]:
    """Without Python's collector of cycles: it would walk all references so far again and again, and there are none."""
    running = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if running:
            gc.enable()


def append_entries(library: Library, references: Sequence[Reference], entries: Sequence[str]) -> Library:
    """The library with these references, whose entries are written behind its text."""
    text = append(library.text, entries)
    spans: list[Span] = []
    at, line = len(library.text), 0
    for entry in entries:
        shown = entry.replace("\n", line_end(library.text))
        start = text.index(shown, at)
        line = line + text.count("\n", at, start) if spans else text.count("\n", 0, start) + 1
        spans.append(Span(start=start, end=start + len(shown), line=line))
        at, line = start + len(shown), line + shown.count("\n")
    return Library(references=(*library.references, *references), spans=(*library.spans, *spans), text=text)


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
    if "#" not in raw:
        return _piece(raw, strings)
    return "".join(_piece(piece, strings) for piece in pieces(raw))


def _piece(raw: str, strings: Mapping[str, str]) -> str:
    if raw[:1] + raw[-1:] == "{}":
        return raw[1:-1]
    match = _PIECE.fullmatch(raw)
    if match is None:
        return raw.strip()
    bare = match["bare"]
    if bare is not None:
        return strings.get(bare.lower(), bare)
    return match["braced"] if match["braced"] is not None else match["quoted"] or ""


def pieces(raw: str) -> Iterator[str]:
    """The value cut at each `#` outside braces and quotes."""
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
        name = field.key.lower()
        if name not in KNOWN:
            name = (name.split() or [""])[-1]  # biber allows a % comment before a field's name
        if name in KNOWN and name not in fields:
            fields[name] = field_value(str(field.value), strings)
    return read_entry(entry.entry_type, entry.key, fields)


def _complaints(placed: Placed, seen: Set[str]) -> Iterator[Message]:
    """What is wrong with a block: it cannot be read, its key or one of its fields stands twice."""
    from bibtexparser.model import DuplicateFieldKeyBlock, ParsingFailedBlock

    entry, line = placed.entry, placed.span.line
    if entry and entry.key in seen:
        yield Message(text=f"line {line}: the key {entry.key} stands twice in the file; rename one", span=placed.span)
    block = placed.block
    if isinstance(block, DuplicateFieldKeyBlock):
        names = ", ".join(sorted(block.duplicate_keys))
        text = f"line {line}: a field stands twice in one entry ({names}); delete one"
        yield Message(text=text, span=placed.span)
    elif isinstance(block, ParsingFailedBlock) and not entry:
        head = (block.raw or "").split("\n", 1)[0][:60].strip()
        text = f"line {line}: this entry cannot be read and is left as it is: {head}"
        yield Message(text=text, span=placed.span)
