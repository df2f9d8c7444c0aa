"""`citekit check --fix`: what was found goes into the `.bib` files."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path

import click

from citekit.cli.edits import edit
from citekit.inputs import INPUTS
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
    for message in edit(path, lambda text: mended(text, wanted), dry):
        click.echo(f"{path}: {message.text}", err=True)
