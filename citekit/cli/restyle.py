"""`citekit restyle`: an article with its notes set in another style."""

from __future__ import annotations

from pathlib import Path

import click

from citekit.cli.relink import CONFIDENCE, listed, new_article, show
from citekit.cli.show import say
from citekit.library import read_library, write_atomically
from citekit.relink import relink
from citekit.styles import find_style


@click.command("restyle")
@click.argument("article", metavar="ARTICLE")
@click.option("-o", "--output", metavar="FILE", help="The new article, of the same format; ARTICLE is never changed.")
@click.option("--style", required=True, metavar="S", help="A style's name (see citekit styles) or a .csl file.")
@click.option("--bib", default="", metavar="FILE.bib", help="The works as you have mended them; it is only read.")
@CONFIDENCE
@click.option("--dry-run", "dry", is_flag=True, help="Show each note before and after; write nothing.")
def command(article: str, output: str | None, style: str, bib: str, least: float, dry: bool) -> None:
    """Set the notes of ARTICLE (DOCX, ODT, Markdown, LaTeX) in the style of another journal.

    What is said around citations is kept, and notes that are not sure stay as they are and are listed. Back-references
    (ibid., 同上) become those of the style. Living notes stay living.

    \b
    Example:
      citekit restyle article.docx -o next.docx --style gbt7714-2025-note
    """
    target = new_article(Path(article), output, dry)
    chosen = find_style(style)
    known = read_library(Path(bib)) if bib else None
    done = relink(Path(article), known.value if known else None, style=chosen, least=least, lives=False)
    say((*(known.messages if known else ()), *done.messages), where=article)
    if dry:
        show(done.value.changes)
    else:
        write_atomically(target, done.value.data)
    listed(done.value.changes)
    click.echo(f"{len(done.value.live)} of {len(done.value.changes)} notes are set anew", err=True)
