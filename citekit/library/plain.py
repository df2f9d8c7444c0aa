"""Entries so plain that one pattern tells their fields: nearly all of a large file, in a fraction of the time.

A plain entry has a key, field names without blanks, values in braces (three deep) or quotes, macros and numbers, and
neither an at sign nor an escaped brace. Whatever else there is goes to bibtexparser; a test holds that both read alike.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bibtexparser.model import Entry

# Nothing here gives back what it has taken (*+, ++), so that a long value costs no more than its length.
_TEXT = r"[^{}\\@]*+(?:\\[^{}\\@][^{}\\@]*+)*+"
_BRACED = rf"{_TEXT}(?:\{{{_TEXT}\}}{_TEXT})*+"
_DEEPER = rf"\{{{_TEXT}(?:\{{{_BRACED}\}}{_TEXT})*+\}}"
# A quote between braces, {"}, ends no value.
_QUOTED = r'"[^"\\@]*+(?:\\[^"{}\\@][^"\\@]*+)*+(?<!\{)"'
_WORD = r'[^\s{}",=@\\]'
_HEAD = re.compile(rf"[ \t]*+(@(?!comment|preamble|string)(\w++)[ \t]*+)\{{\s*+({_WORD}*+)\s*+,", re.IGNORECASE)
_FIELD = re.compile(rf"\s*+({_WORD}++)\s*+=\s*+((?:{_DEEPER}|{_QUOTED}|[^{{}}\",=@\\])++)(?:,|(?=\}}))")
_END = re.compile(r"\s*+\}")


def plain_entry(text: str, start: int, end: int) -> tuple[Entry, int, int] | None:
    """The entry that opens the lines from `start` to `end`, and where it stands; None if it is not plain.

    >>> entry, start, end = plain_entry("  @Book{a, year = 1} % mine", 0, 27)
    >>> entry.entry_type, entry.key, entry.fields_dict["year"].value, (start, end)
    ('book', 'a', '1', (2, 20))
    """
    from bibtexparser.model import Entry, Field

    head = _HEAD.match(text, start, end)
    if head is None:
        return None
    fields: list[Field] = []
    at = head.end()
    while field := _FIELD.match(text, at, end):
        fields.append(Field(key=field[1], value=field[2].rstrip()))
        at = field.end()
    close = _END.match(text, at, end)
    if close is None or len({field.key for field in fields}) < len(fields):
        return None
    raw = text[head.start(1) : close.end()]
    return Entry(entry_type=head[2].lower(), key=head[3], fields=fields, raw=raw), head.start(1), close.end()
