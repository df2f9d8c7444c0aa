"""`citekit check --fix`: what was found goes into the `.bib` files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import click

from citekit.inputs import INPUTS
from citekit.library.diff import diff
from citekit.library.files import read_text, write_text
from citekit.library.lock import locked
from citekit.links.mend import mended
from citekit.links.report import Row

SUFFIXES = INPUTS["bibtex"].suffixes


def mend(rows: Callable[[], Iterable[Row]], dry: bool) -> None:
    """Puts copies and new addresses into the bibliographies among the files, or prints that as a diff."""
    found: dict[Path, list[Row]] = {}
    for row in rows():
        path = Path(row.link.source)
        if path.suffix.lower() in SUFFIXES and (row.copy or row.state == "moved"):
            found.setdefault(path, []).append(row)
    for path, wanted in found.items():
        _mend(path, wanted, dry)


def _mend(path: Path, wanted: list[Row], dry: bool) -> None:
    with locked(path):
        text, encoding = read_text(path)
        new, messages = mended(text, wanted)
        if dry:
            click.echo(diff(text, new, str(path)), nl=False)
        elif new != text:
            write_text(path, new, encoding)
    for message in messages:
        click.echo(f"{path}: {message.text}", err=True)
