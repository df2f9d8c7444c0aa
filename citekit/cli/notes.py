"""`citekit notes`: the notes of an article, as found."""

from __future__ import annotations

import json

import click

from citekit import read_notes
from citekit.cli.files import opened
from citekit.cli.show import say
from citekit.model import Note


@click.command("notes")
@click.argument("file")
@click.option("--json", "as_json", is_flag=True, help="Print a JSON list instead of text.")
def command(file: str, as_json: bool) -> None:
    """Print the notes of FILE (- is stdin) with page, marker, and the words before each call-out.

    \b
    Example:
      citekit notes article.txt
      citekit notes article.txt --json | jq '.[].marker'
    """
    found = read_notes(opened(file))
    if as_json:
        click.echo(json.dumps([as_dict(note) for note in found.value], ensure_ascii=False, indent=1))
    else:
        for note in found.value:
            click.echo(heading(note))
            click.echo(f"    {note.text}\n")
    say(found.messages, where=file)


def heading(note: Note) -> str:
    """One line that says which note it is: number, marker, page, line, and the words before its call-out."""
    place = " ".join(
        part for part in (f"p. {note.span.page}" if note.span.page else "", f"line {note.span.line}") if part
    )
    head = click.style(f"{note.number:>3}  {note.marker or '-'}", bold=True)
    return f"{head}  {place}" + (f"  …{note.before}" if note.before else "")


def as_dict(note: Note) -> dict[str, object]:
    """The note as `--json` prints it."""
    span = note.span
    return {
        "number": note.number,
        "marker": note.marker,
        "text": note.text,
        "page": span.page or None,
        "before": note.before,
        "span": {"start": span.start, "end": span.end, "line": span.line},
    }
