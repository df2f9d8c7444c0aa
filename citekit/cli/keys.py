"""`citekit keys`: citation keys after a pattern."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from citekit.cli.documents import rewritten
from citekit.cli.show import say
from citekit.config import settings
from citekit.library import read_library, save
from citekit.library.files import write_text
from citekit.library.keys import DEFAULT
from citekit.library.lock import locked
from citekit.library.rekey import new_keys, rekeyed
from citekit.model import CitekitError


@click.command("keys")
@click.argument("file", metavar="FILE")
@click.option("--pattern", metavar="PATTERN", help=f"How keys are made. Default: {DEFAULT}, or the settings' pattern.")
@click.option("--apply", "apply", is_flag=True, help="Write the new keys into FILE.")
@click.option(
    "--rewrite", "documents", is_flag=True, help="With --apply: put them into the documents behind FILE as well."
)
@click.argument("more", nargs=-1, metavar="[DOCUMENT...]")
def command(file: str, pattern: str | None, apply: bool, documents: bool, more: Sequence[str]) -> None:
    """Show which keys the entries of the .bib FILE would have after a pattern; --apply writes them.

    The parts of a pattern are {author} {authors:2} {year} {shortyear} {title:2} {journal} {type} {volume} {page}; a
    number says how many words or names, :upper and :capital how they are written. Other scripts are romanised.

    \b
    Example:
      citekit keys refs.bib --pattern "{author:capital}{year}"
      citekit keys refs.bib --apply --rewrite paper.tex chapters/*.md
    """
    if more and not (documents and apply):
        raise click.UsageError("documents go behind --apply --rewrite")
    path = Path(file)
    if not path.exists():
        raise CitekitError(f"{path}: there is no such file; name a .bib file")
    chosen = pattern or _from_settings(path)
    with locked(path):
        found = read_library(path)
        say(found.messages, where=file)
        keys = new_keys(found.value, chosen)
        if apply:
            changed = [rewritten(Path(name), keys) for name in more]
            save(path, rekeyed(found.value, keys))
            for document, text, encoding in changed:
                write_text(document, text, encoding)
    for old, new in keys.items():
        click.echo(f"{old} -> {new}")


def _from_settings(path: Path) -> str:
    value = settings("keys", path).values.get("pattern", DEFAULT)
    if not isinstance(value, str):
        raise CitekitError(f"{settings('keys', path).file}: pattern in keys must be a text such as {DEFAULT}")
    return value
