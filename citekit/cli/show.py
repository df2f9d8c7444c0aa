"""What commands print for people: tables that align with wide characters, messages, a progress bar."""

from __future__ import annotations

import sys
import unicodedata
from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager, nullcontext
from typing import TypeVar

import click

from citekit.model import Message

T = TypeVar("T")
COLOURS = {"info": None, "warning": "yellow", "error": "red"}


def width(text: str) -> int:
    """Columns that a text takes on a terminal: CJK letters take two, combining marks none (Unicode Annex 11).

    >>> width("注 a"), width("é")
    (4, 1)
    """
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def table(rows: Sequence[Sequence[str]], right: frozenset[int] = frozenset()) -> str:
    """Rows with their columns aligned, two blanks apart; columns in `right` are flush right.

    >>> print(table([["注", "12"], ["note", "3"]], right=frozenset({1})))
    注    12
    note   3
    """
    columns = [max(map(width, column)) for column in zip(*rows, strict=True)]
    lines = []
    for row in rows:
        cells = []
        for at, (cell, columns_wide) in enumerate(zip(row, columns, strict=True)):
            gap = " " * (columns_wide - width(cell))
            cells.append(gap + cell if at in right else cell + gap)
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)


def say(messages: Iterable[Message], where: str = "") -> None:
    """Messages on stderr, one a line, with the file and the number of the note or entry that they are about."""
    for message in messages:
        place = ": ".join(part for part in (where, f"{message.kind} {message.note}" if message.note else "") if part)
        text = " ".join(message.text.removeprefix(f"{where}: ").split())
        click.secho(f"{place + ': ' if place else ''}{text}", fg=COLOURS[message.level], err=True)


def progress(items: Iterable[T], count: int) -> AbstractContextManager[Iterable[T]]:
    """The items one after the other, with a bar on stderr if that is a terminal and there are several."""
    if count < 2 or not sys.stderr.isatty():
        return nullcontext(items)
    return click.progressbar(items, length=count, file=sys.stderr, label="articles")
