"""`citekit pull`: what stands in Zotero into a bibliography."""

from __future__ import annotations

from pathlib import Path

import click

from citekit.cli.show import say
from citekit.cli.zotero import find_library, library_options
from citekit.library import read_library, save
from citekit.library.diff import diff
from citekit.library.lock import locked
from citekit.zotero import pull


@click.command("pull")
@click.argument("file", metavar="FILE.bib")
@click.option("--collection", default="", metavar="NAME", help="The works of one collection. Default: all.")
@click.option("--dry-run", "dry", is_flag=True, help="Print what would change in FILE; write nothing.")
@library_options
def command(file: str, collection: str, dry: bool, web: bool, user: str, group: str, url: str) -> None:
    """Add the works that stand in Zotero to FILE.

    A work that FILE has keeps its key and what is written there; fields that its entry lacks are put in. New works come
    with the citation key that they have in Zotero.

    \b
    Example:
      citekit pull refs.bib --collection "My article"
    """
    with locked(file):
        found = read_library(Path(file))
        say(found.messages, where=file)
        place = find_library(web, user, group, url, Path(file))
        merged = pull(found.value, place.api, collection)
        say(merged.messages)
        if dry:
            click.echo(diff(found.value.text, merged.library.text, file), nl=False)
        elif merged.library.text:
            save(Path(file), merged.library)
    click.echo(f"new: {len(merged.added)}; there already: {len(merged.matched)}", err=True)
