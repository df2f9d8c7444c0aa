"""`citekit extract`: articles to a bibliography."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

import click

from citekit import extract
from citekit.cli.files import opened
from citekit.cli.notes import heading
from citekit.cli.parse import as_dict
from citekit.cli.show import progress, say, table
from citekit.library import read_library, save, write_atomically
from citekit.model import Citation, CitekitError, Library
from citekit.outputs import WRITERS, write
from citekit.pipeline import Extraction

SUFFIXES = {".json": "csljson", ".ris": "ris"}


@click.command("extract")
@click.argument("files", nargs=-1, required=True, metavar="FILE...")
@click.option(
    "-o",
    "--output",
    default="-",
    metavar="FILE",
    help="The bibliography; an existing .bib is added to. Default: stdout.",
)
@click.option(
    "--to", type=click.Choice(list(WRITERS)), help="The output format. Default: by the suffix of -o, else bibtex."
)
@click.option(
    "--citations",
    "citations_file",
    metavar="FILE.json",
    help="Write every citation with its note, place, key and confidence.",
)
@click.option("-v", "--verbose", is_flag=True, help="Show each note with its parsed fields, to compare.")
def command(files: Sequence[str], output: str, to: str | None, citations_file: str | None, verbose: bool) -> None:
    """Extract the works cited in the notes of each FILE (- is stdin) into one bibliography.

    A work that the bibliography has already is not added again, and what stands in the file stays as it is.

    \b
    Example:
      citekit extract article.txt -o refs.bib
      citekit extract chapters/*.txt -o refs.bib --citations citations.json
    """
    form = to or SUFFIXES.get(Path(output).suffix, "bibtex")
    library = _library(output, form)
    done: list[tuple[str, Extraction]] = []
    failed = False
    with progress(files) as names:
        for name in names:
            try:
                result = extract(opened(name), library, "biblatex" if form == "biblatex" else "bibtex")
            except CitekitError as error:
                click.echo(f"citekit: {error}", err=True)
                failed = True
                continue
            library = result.value.library
            done.append((name, result.value))
            if verbose:
                _show(result.value)
            say(result.messages, where=name)
    if done:
        _write(library, output, form)
        if citations_file:
            rows = [row for name, extraction in done for row in _rows(name, extraction)]
            write_atomically(Path(citations_file), json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
        click.echo(summary(done), err=True)
    if failed:
        raise click.exceptions.Exit(2)


def _library(output: str, form: str) -> Library:
    if output == "-":
        return Library()
    if form not in ("bibtex", "biblatex"):
        if Path(output).exists():
            raise CitekitError(
                f"{output} exists, and only a .bib can be added to: name another file, or remove this one"
            )
        return Library()
    found = read_library(Path(output))
    say(found.messages, where=output)
    return found.value


def _write(library: Library, output: str, form: str) -> None:
    if output == "-":
        click.echo(write(library.references, form), nl=False)
    elif form in ("bibtex", "biblatex"):
        save(Path(output), library)
    else:
        write_atomically(Path(output), write(library.references, form))


def summary(done: Sequence[tuple[str, Extraction]]) -> str:
    """The table of what was found, one row an article."""
    head = ["", "notes", "without citation", "citations", "new", "merged", "unsure"]
    rows = []
    for name, found in done:
        cited = {citation.note for citation in found.citations}
        silent = sum(1 for note in found.notes if note.number not in cited)
        numbers = (len(found.notes), silent, len(found.citations), found.added, found.merged, len(found.unsure))
        rows.append([Path(name).name, *map(str, numbers)])
    return table([head, *rows], right=frozenset(range(1, 7)))


def _rows(name: str, found: Extraction) -> list[dict[str, object]]:
    """Every citation of one article, as `--citations` writes it."""
    markers = {note.number: note.marker for note in found.notes}
    rows = []
    for citation, key in zip(found.citations, found.keys, strict=True):
        span = citation.passage.span()
        rows.append(
            {
                "file": name,
                "note": citation.note,
                "marker": markers.get(citation.note, ""),
                "span": {
                    "start": span.start,
                    "end": span.end,
                    "line": found.document.text.count("\n", 0, span.start) + 1,
                },
                "text": citation.passage.text,
                "key": key or None,
                "locator": citation.locator,
                **as_dict(citation, citation.refers_to),
            }
        )
    return rows


def _show(found: Extraction) -> None:
    for note in found.notes:
        click.echo(heading(note), err=True)
        click.echo(f"    {note.text}", err=True)
        for citation, key in zip(found.citations, found.keys, strict=True):
            if citation.note == note.number:
                click.echo(_fields(citation, key), err=True)
        click.echo("", err=True)


def _fields(citation: Citation, key: str) -> str:
    """The parsed fields of one citation, a line each, with the printed text beside the label."""
    head = (
        click.style(f"    → {key or '(no reference)'}", fg="cyan")
        + f"  {citation.item.type}  {citation.confidence:.2f}"
    )
    if citation.refers_to:
        head += f"  {citation.relation} of note {citation.refers_to}"
    rows = [["     ", field.label, citation.passage.text[field.start : field.end]] for field in citation.fields]
    return "\n".join([head, table(rows)] if rows else [head])
