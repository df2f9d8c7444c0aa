"""`citekit notes`: the notes of an article, as found."""

from __future__ import annotations

import json

import click

from citekit import read
from citekit.cli.files import opened
from citekit.cli.show import say
from citekit.model import Note
from citekit.notes import find_notes
from citekit.notes.entries import find_entries


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
    document = read(opened(file))
    found = find_notes(document.value)
    entries = find_entries(document.value, found.value).value
    if as_json:
        click.echo(json.dumps([as_dict(note) for note in found.value], ensure_ascii=False, indent=1))
    else:
        for note in found.value:
            click.echo(heading(note))
            click.echo(f"    {note.text}\n")
    say(document.messages + found.messages, where=file)
    if entries:
        count = "1 entry" if len(entries) == 1 else f"{len(entries)} entries"
        click.echo(f"{file}: the list of references has {count}, for citekit extract to read", err=True)


def heading(note: Note) -> str:
    """One line that says which note it is: number, marker, page, line, and the words before its call-out."""
    page, line = (
        (f"p. {note.span.page}" if note.span.page else ""),
        (f"line {note.span.line}" if note.span.line else ""),
    )
    number = f"{'entry ' if note.kind == 'entry' else ''}{note.number:>3}"
    head = click.style(f"{number}  {note.marker or '-'}", bold=True)
    place = " ".join(filter(None, (page, line)))
    return "  ".join(filter(None, (head, place, f"…{note.before}" if note.before else "")))


def as_dict(note: Note) -> dict[str, object]:
    """The note as `--json` prints it."""
    span = note.span
    return {
        "number": note.number,
        "marker": note.marker,
        "text": note.text,
        "page": span.page or None,
        "before": note.before,
        "span": {"start": span.start, "end": span.end, "line": span.line or None},
    }
