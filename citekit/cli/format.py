"""`citekit format`: references and notes set in a style."""

from __future__ import annotations

from collections.abc import Sequence

import click

from citekit.cli.cited import Cited, read_cited
from citekit.cli.show import say
from citekit.csl import FORMATS, Processor
from citekit.model import CitekitError
from citekit.styles import find_style


@click.command("format")
@click.argument("file", metavar="FILE")
@click.option("--style", required=True, metavar="S", help="A style's name (see citekit styles) or a .csl file.")
@click.option(
    "--as",
    "kind",
    type=click.Choice(["bibliography", "notes"]),
    default="bibliography",
    show_default=True,
    help="A list of references, or the notes of a document.",
)
@click.option("--to", type=click.Choice(list(FORMATS)), default="text", show_default=True, help="The markup to write.")
@click.option("--locale", metavar="L", help="The language of the document (de-DE). Default: the style's.")
@click.option("--only", "keys", multiple=True, metavar="KEY", help="Only this entry; repeatable.")
def command(file: str, style: str, kind: str, to: str, locale: str | None, keys: Sequence[str]) -> None:
    """Set FILE (- is stdin) in a style: .bib, CSL-JSON, RIS, or the citations that extract has written.

    In text one entry stands on a line. The citations of an article come back as its notes, with the cited pages and
    with 同上 or ibid. as the style wants; of any other file each entry is cited once, in the order of the file.

    \b
    Example:
      citekit format refs.bib --style guoji-wenti-yanjiu
      citekit format citations.json --style guoji-wenti-yanjiu --as notes
    """
    found = read_cited(file)
    say(found.messages, where=file)
    cited = _only(found.value, keys, file) if keys else found.value
    processor = Processor(find_style(style), cited.items, locale=locale)
    if kind == "notes":
        if processor.style.citation is None:
            raise CitekitError(f"{style}: the style sets no citations")
        written = processor.cite([note.cites for note in cited.notes], to)
        lines = [note.text or line for note, line in zip(cited.notes, written, strict=True)]
    else:
        if processor.style.bibliography is None:
            raise CitekitError(f"{style}: the style sets no list of references; try --as notes")
        lines = processor.bibliography(to)
    for line in lines:
        click.echo(" ".join(line.split("\n")) if to == "text" else line)


def _only(cited: Cited, keys: Sequence[str], file: str) -> Cited:
    known = {str(item["id"]) for item in cited.items}
    missing = [key for key in keys if key not in known]
    if missing:
        raise CitekitError(f"{file}: no entry {', '.join(missing)}")
    return cited.only(frozenset(keys))
