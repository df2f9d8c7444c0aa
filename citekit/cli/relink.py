"""`citekit relink`: dead notes to living citations."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import click

from citekit.cli.show import say
from citekit.library import read_library, save, write_atomically
from citekit.library.lock import locked
from citekit.model import CitekitError
from citekit.relink import Change, relink
from citekit.relink.clusters import SURE
from citekit.styles import find_style

CONFIDENCE = click.option(
    "--min-confidence",
    "least",
    type=click.FloatRange(0, 1),
    default=SURE,
    show_default=True,
    metavar="0..1",
    help="Leave notes with a citation below it as they are.",
)


@click.command("relink")
@click.argument("article", metavar="ARTICLE")
@click.option("-o", "--output", metavar="FILE", help="The new article, of the same format; ARTICLE is never changed.")
@click.option(
    "--bib", default="", metavar="FILE.bib", help="The bibliography to add to. Default: beside the new article."
)
@CONFIDENCE
@click.option(
    "--style",
    metavar="S",
    help="Set the living notes of a Word or LibreOffice file in a style: a name (citekit styles) or a .csl file.",
)
@click.option("--dry-run", "dry", is_flag=True, help="Show each note before and after; write nothing.")
def command(article: str, output: str | None, bib: str, least: float, style: str | None, dry: bool) -> None:
    """Turn the notes of ARTICLE into living citations that Zotero, pandoc or biblatex format.

    In Word and LibreOffice files the text stays as it is and becomes fields of Zotero's plug-in, which sets them in any
    style from then on; Markdown gets pandoc's citations, LaTeX biblatex's. What is said around citations is kept, and
    notes that are not sure stay as they are and are listed.

    \b
    Example:
      citekit relink article.docx -o live.docx
      citekit relink article.md --dry-run
    """
    target = new_article(Path(article), output, dry)
    chosen = find_style(style) if style else None
    library = Path(bib) if bib else target.with_suffix(".bib")
    named = library.name if library.parent.resolve() == target.parent.resolve() else str(library.resolve())
    with locked(library):
        known = read_library(library)
        done = relink(Path(article), known.value, named, chosen, least)
        say((*known.messages, *done.messages), where=article)
        if not dry:
            write_atomically(target, done.value.data)
            save(library, done.value.library)
    if dry:
        show(done.value.changes)
    listed(done.value.changes)
    click.echo(f"{len(done.value.live)} of {len(done.value.changes)} notes are living", err=True)


def new_article(article: Path, output: str | None, dry: bool) -> Path:
    """Where the new article goes; raises CitekitError for a place that something else stands in."""
    if output is None and dry:
        return article
    if output is None:
        raise CitekitError(f"{article}: name the new article with -o, or look first with --dry-run")
    target = Path(output)
    if target.resolve() == article.resolve():
        raise CitekitError(f"{output}: is the article itself, which is never changed; name another file with -o")
    if target.suffix.lower() != article.suffix.lower():
        raise CitekitError(f"{output}: the new article has the format of the old one; name it *{article.suffix}")
    if target.exists() and not dry:
        raise CitekitError(f"{output}: exists; name another file, or remove it")
    return target


def show(changes: Iterable[Change]) -> None:
    """Each note that changes, before and after."""
    for change in changes:
        if not change.reason:
            click.echo(f"note {change.note.number}")
            click.echo(f"- {change.before}")
            click.echo(f"+ {change.after}")


def listed(changes: Iterable[Change]) -> None:
    """The notes that stay as they are, with the reason."""
    for change in changes:
        if change.reason:
            click.echo(f"note {change.note.number} stays: {change.reason}", err=True)
