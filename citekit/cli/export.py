"""`citekit export`: a bibliography in another format."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from citekit.cli.show import say
from citekit.documents.encodings import decode
from citekit.inputs import INPUTS, read_references
from citekit.library import write_atomically
from citekit.model import CitekitError, Reference
from citekit.outputs import SUFFIXES, WRITERS, write


@click.command("export")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "--to", type=click.Choice(list(WRITERS)), help="The format to write. Default: by the suffix of -o, else csljson."
)
@click.option("--from", "source", type=click.Choice(list(INPUTS)), help="The format of FILE. Default: by its content.")
@click.option(
    "--without",
    multiple=True,
    metavar="FIELD",
    help="Leave this field out of BibTeX or BibLaTeX; may be given several times.",
)
@click.option("-o", "--output", default="-", metavar="FILE", help="Where to write. Default: stdout.")
def command(files: Sequence[str], to: str | None, source: str | None, without: Sequence[str], output: str) -> None:
    """Write the entries of each FILE (- is stdin) in another format: BibTeX, BibLaTeX, CSL-JSON or RIS.

    Reads .bib, CSL-JSON, RIS, EndNote's XML and PubMed's NBIB. Keys are kept. CSL-JSON loses least into Zotero.

    \b
    Example:
      citekit export refs.bib --to csljson -o refs.json
      citekit export refs.bib --to biblatex --without language -o refs-biblatex.bib
      citekit export from-endnote.xml more.ris --to bibtex -o refs.bib
    """
    form = to or SUFFIXES.get(Path(output).suffix.lower(), "csljson")
    references: list[Reference] = []
    for name in files:
        text = decode(sys.stdin.buffer.read(), name).value.text if name == "-" else None
        found = read_references(Path(name), source or "", text)
        say(found.messages, where=name)
        references += found.value
    written = write(references, form, without)
    if output == "-":
        click.echo(written, nl=False)
        return
    if Path(output).exists() and Path(output).suffix == ".bib":
        raise CitekitError(f"{output}: exists; name another file, or add to it with citekit extract")
    write_atomically(Path(output), written)
    click.echo(f"{len(references)} entries written to {output}", err=True)
