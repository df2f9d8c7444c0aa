"""`citekit extract`: articles to a bibliography."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from contextlib import nullcontext
from functools import partial
from pathlib import Path

import click

from citekit.citations.keyed import unheld
from citekit.cli.corpus import Sheet, keys_by_sheet, sheets
from citekit.cli.files import articles
from citekit.cli.notes import heading
from citekit.cli.parse import as_dict
from citekit.cli.show import progress, say
from citekit.columns import table
from citekit.library import append_comments, merge, read_library, save, write_atomically
from citekit.library.diff import diff
from citekit.library.entrytypes import Dialect
from citekit.library.files import read_text
from citekit.library.lock import locked
from citekit.model import Citation, CitekitError, Library
from citekit.outputs import SUFFIXES, WRITERS, write
from citekit.pipeline import Parts

BIB = ("bibtex", "biblatex")
"""The formats of a file that is added to; any other is written anew."""


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
@click.option(
    "--min-confidence",
    "least",
    type=click.FloatRange(0, 1),
    default=0.0,
    metavar="0..1",
    help="Leave citations below it out; a .bib keeps their text in a comment.",
)
@click.option("--notes", "parts", flag_value="notes", help="Read the notes alone.")
@click.option("--references", "parts", flag_value="references", help="Read the list of references alone.")
@click.option("--both", "parts", flag_value="both", default="both", help="Read both (the default).")
@click.option("--dry-run", "dry", is_flag=True, help="Print what would change in the bibliography; write nothing.")
@click.option("--jobs", type=click.IntRange(1), default=1, metavar="N", help="Study N articles at a time.")
@click.option("-v", "--verbose", is_flag=True, help="Show each note with its parsed fields, to compare.")
def command(
    files: Sequence[str],
    output: str,
    to: str | None,
    citations_file: str | None,
    least: float,
    parts: Parts,
    dry: bool,
    jobs: int,
    verbose: bool,
) -> None:
    """Extract the works cited in the notes and the list of references of each FILE into one bibliography.

    FILE may also be a folder, for all articles in it, or - for stdin. A work that the bibliography has already is not
    added again; fields that its entry lacks are put in, and what stands in the file stays as it is.

    \b
    Example:
      citekit extract article.txt -o refs.bib
      citekit extract chapters/ -o refs.bib --citations citations.json
    """
    form = to or SUFFIXES.get(Path(output).suffix, "bibtex")
    _check(output, form)
    study = partial(sheets, jobs=jobs, least=least, keep=verbose or bool(citations_file), parts=parts)
    done = _studied(articles(files, output), study)
    good = [sheet for sheet in done if not sheet.error]
    with nullcontext() if output == "-" or dry else locked(output):
        old = _library(output, form)
        merged = merge(old, [item for sheet in good for item in sheet.items], _dialect(form))
        say(merged.messages)
        held = {reference.key for reference in merged.library.references} if old.references else ()
        for sheet in good:
            say(unheld(sheet.mentions, held), where=sheet.name)
        if good:
            left_out = [line for sheet in good for line in sheet.left_out]
            written = _text(merged.library, left_out, form)
            _show_change(old.text, written, output) if dry else _write(written, output, form)
    by_sheet = list(keys_by_sheet(good, merged.keys))
    if verbose:
        for sheet, keys in by_sheet:
            _show(sheet, keys, least)
    if good:
        click.echo(summary(by_sheet, {reference.key for reference in merged.added}), err=True)
    if citations_file and good and not dry:
        rows = [row for sheet, keys in by_sheet for row in _rows(sheet, keys, least)]
        write_atomically(Path(citations_file), json.dumps(rows, ensure_ascii=False, indent=1) + "\n")
    if len(good) < len(done):
        raise click.exceptions.Exit(2)


def _studied(files: Sequence[str], study: Callable[[Sequence[str]], Iterable[Sheet]]) -> list[Sheet]:
    """The sheets of all articles; what there is to say of each is said as it comes."""
    done: list[Sheet] = []
    with progress(study(files), len(files)) as found:
        for sheet in found:
            if sheet.error:
                click.echo(f"citekit: {sheet.error}", err=True)
            say(sheet.messages, where=sheet.name)
            done.append(sheet)
    return done


def _dialect(form: str) -> Dialect:
    return "biblatex" if form == "biblatex" else "bibtex"


def _check(output: str, form: str) -> None:
    """Raises CitekitError for an output that cannot be added to, before articles are studied for it."""
    if output != "-" and form not in BIB and Path(output).exists():
        raise CitekitError(f"{output}: exists, and only a .bib can be added to; name another file, or remove it")
    if output != "-" and form in BIB:
        read_text(Path(output))


def _library(output: str, form: str) -> Library:
    if output == "-" or form not in BIB:
        return Library()
    found = read_library(Path(output))
    say(found.messages, where=output)
    return found.value


def _text(library: Library, left_out: Iterable[str], form: str) -> str:
    """What is to be written; a `.bib` also keeps, in comments, what was left out."""
    return append_comments(library, left_out).text if form in BIB else write(library.references, form)


def _write(text: str, output: str, form: str) -> None:
    """The text to its file or to stdout."""
    if output == "-":
        click.echo(text, nl=False)
    elif form not in BIB:
        write_atomically(Path(output), text)
    elif text or Path(output).exists():  # nothing found makes no empty file
        save(Path(output), Library(text=text))


def _show_change(old: str, new: str, output: str) -> None:
    click.echo(diff(old, new, output) if output != "-" else new, nl=False)


def summary(by_sheet: Sequence[tuple[Sheet, Sequence[str]]], added: set[str]) -> str:
    """The table of what was found, one row an article. A new work is counted where it is cited first."""
    head = ["", "notes", "entries", "without citation", "citations", "new", "merged", "unsure"]
    rows = []
    fresh = set(added)
    for sheet, keys in by_sheet:
        new = fresh & set(keys)
        fresh -= new
        known = len(keys) - len(new)
        numbers = (sheet.notes, sheet.entries, sheet.silent, sheet.citations, len(new), known, sheet.unsure)
        rows.append([Path(sheet.name).name, *map(str, numbers)])
    whole = [head, *rows]
    if not any(sheet.entries for sheet, _ in by_sheet):
        whole = [[cell for at, cell in enumerate(row) if at != head.index("entries")] for row in whole]
    return table(whole, right=frozenset(range(1, len(head))))


def _rows(sheet: Sheet, keys: Sequence[str], least: float) -> list[dict[str, object]]:
    """Every citation of one article, as `--citations` writes it."""
    if sheet.study is None:
        return []
    notes = {(note.kind, note.number): note for note in (*sheet.study.notes, *sheet.study.entries)}
    text = sheet.study.document.text
    rows = []
    for citation, key in zip(sheet.study.citations, sheet.study.keys(keys, least), strict=True):
        note, span = notes[citation.kind, citation.note], citation.passage.span()
        line = note.span.line + text.count("\n", note.span.start, span.start) if note.span.line else None
        place = {"start": span.start, "end": span.end, "line": line}
        where = {"kind": citation.kind, "note": note.number, "marker": note.marker, "page": note.span.page or None}
        printed = {"text": citation.passage.text, "key": key or None, "locator": citation.locator}
        points = {"refers_to_entry": citation.refers_to_entry} if citation.refers_to_entry else {}
        row = {"file": sheet.name, **where, "span": place, **printed, **as_dict(citation, citation.refers_to), **points}
        rows.append(row)
    return rows


def _show(sheet: Sheet, keys: Sequence[str], least: float) -> None:
    if sheet.study is None:
        return
    keyed = list(zip(sheet.study.citations, sheet.study.keys(keys, least), strict=True))
    for note in (*sheet.study.notes, *sheet.study.entries):
        click.echo(f"{heading(note)}\n    {note.text}", err=True)
        for citation, key in keyed:
            if (citation.kind, citation.note) == (note.kind, note.number):
                click.echo(_fields(citation, key), err=True)
        click.echo("", err=True)


def _fields(citation: Citation, key: str) -> str:
    """The parsed fields of one citation, a line each, with the printed text beside the label."""
    head = click.style(f"    → {key or '(no reference)'}", fg="cyan")
    head += f"  {citation.item.type}  {citation.confidence:.2f}"
    if citation.refers_to:
        head += f"  {citation.relation} of note {citation.refers_to}"
    if citation.refers_to_entry:
        head += f"  {citation.relation} of entry {citation.refers_to_entry}"
    rows = [["     ", field.label, citation.passage.text[field.start : field.end]] for field in citation.fields]
    return "\n".join([head, table(rows)] if rows else [head])
