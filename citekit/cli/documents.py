"""Documents that cite a bibliography, for the commands that change its keys."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import click

from citekit.library.citing import rewrite
from citekit.library.files import read_text
from citekit.model import CitekitError


def rewritten(document: Path, keys: Mapping[str, str]) -> tuple[Path, str, str]:
    """The document, its text with the new keys, and its encoding. Nothing is written yet, so that a document that
    cannot be read stops a command before it has changed anything."""
    if not document.exists():
        raise CitekitError(f"{document}: there is no such file; nothing was changed")
    text, encoding = read_text(document)
    new, count = rewrite(text, keys, document.name)
    click.echo(f"{document}: {count} citation{'s' if count != 1 else ''} rewritten", err=True)
    return document, new, encoding
