"""`citekit merge-driver`: what git calls to merge a bibliography."""

from __future__ import annotations

from pathlib import Path

import click

from citekit.library.files import read_text, write_text
from citekit.library.threeway import merge_texts


@click.command("merge-driver")
@click.argument("base", type=click.Path(path_type=Path))
@click.argument("ours", type=click.Path(path_type=Path))
@click.argument("theirs", type=click.Path(path_type=Path))
@click.option("--path", "name", default="", metavar="PATH", help="What messages call the file (git's %P).")
def command(base: Path, ours: Path, theirs: Path, name: str) -> None:
    """Merge two versions of a .bib file entry by entry; the result is written to OURS. Git calls this.

    Exit code 1 means that entries were changed on both sides and stand there between conflict markers.

    \b
    Example:
      git config merge.citekit.driver "citekit merge-driver %O %A %B --path %P"
      echo "*.bib merge=citekit" >> .gitattributes
    """
    (old, _), (mine, encoding), (yours, _) = (read_text(path) for path in (base, ours, theirs))
    merged = merge_texts(old, mine, yours)
    write_text(ours, merged.text, encoding)
    for key in merged.conflicts:
        click.echo(f"{name or ours}: {key} was changed on both sides; choose, and take out the markers", err=True)
    if merged.conflicts:
        raise click.exceptions.Exit(1)
