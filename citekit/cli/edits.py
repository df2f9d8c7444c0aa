"""A change to a bibliography that a command makes: in place, or shown as a diff."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

from citekit.library.diff import diff
from citekit.library.files import read_text, write_text
from citekit.library.lock import locked

T = TypeVar("T")


def edit(path: Path, change: Callable[[str], tuple[str, T]], dry: bool) -> T:
    """Reads a file, changes its text, and writes it if it has changed; with `dry` prints the diff and writes nothing.

    `change` gives the new text and what there is to say of it, which comes back. No other run of citekit changes the
    file meanwhile.
    """
    with locked(path):
        text, encoding = read_text(path)
        new, told = change(text)
        if dry:
            click.echo(diff(text, new, str(path)), nl=False)
        elif new != text:
            write_text(path, new, encoding)
    return told
