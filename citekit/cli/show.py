"""What commands print for people: messages, a progress bar; tables come from `citekit.columns`."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TypeVar

import click

from citekit.model import Message

T = TypeVar("T")
COLOURS = {"info": None, "warning": "yellow", "error": "red"}


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


@contextmanager
def counting(length: int, label: str) -> Iterator[Callable[[], None]]:
    """A bar on stderr if that is a terminal; gives what to call for each step."""
    if not length or not sys.stderr.isatty():
        yield lambda: None
        return
    steps = max(1, length // 500)  # drawing costs more than what is counted
    with click.progressbar(length=length, label=label, file=sys.stderr, show_pos=True, update_min_steps=steps) as bar:
        yield lambda: bar.update(1)
