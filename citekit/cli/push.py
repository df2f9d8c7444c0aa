"""`citekit push`: a bibliography to Zotero."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import click

from citekit.cli.show import say
from citekit.cli.zotero import Place, find_library, library_options
from citekit.documents.encodings import decode
from citekit.inputs import read_references
from citekit.zotero import Change, Pushed, plan, push, push_by_import


@click.command("push")
@click.argument("file", metavar="FILE")
@click.option("--collection", default="", metavar="NAME", help="Put the works into a collection; a new one is made.")
@click.option("--tag", "tags", multiple=True, metavar="WORD", help="Give the works a tag; may be given several times.")
@click.option("--dry-run", "dry", is_flag=True, help="Say what would be added and changed; write nothing.")
@library_options
def command(
    file: str, collection: str, tags: Sequence[str], dry: bool, web: bool, user: str, group: str, url: str
) -> None:
    """Add the works of FILE (.bib, CSL-JSON, RIS; - is stdin) to the Zotero that runs on this computer.

    A work that Zotero has already is not added again: under the same citation key what was edited in FILE is changed
    there, and one that it has by itself only gets what it lacks. Zotero asks once whether citekit may write.

    \b
    Example:
      citekit push refs.bib --collection "My article" --tag cited
      citekit push refs.bib --web --user 475425 --dry-run
    """
    text = decode(sys.stdin.buffer.read(), file).value.text if file == "-" else None
    found = read_references(Path(file), "", text)
    say(found.messages, where=file)
    place = find_library(web, user, group, url, Path(file))
    names = place.api.collections() if collection else {}
    key = names.get(collection, "")
    writes = place.desktop is None or place.desktop.writes
    if collection and not key and writes and not dry:
        key = place.api.make_collection(collection)
    changes = plan(found.value, place.api, key, tags)
    if dry:
        show(changes)
        return
    done = push(changes, place.api) if writes else _imported(changes, place, collection, tags)
    for change, why in done.failed:
        click.secho(f"{change.reference.key}: {why}", fg="yellow", err=True)
    click.echo(summary(done), err=True)
    if done.failed:
        raise click.exceptions.Exit(1)


def _imported(changes: Sequence[Change], place: Place, collection: str, tags: Sequence[str]) -> Pushed:
    if place.desktop is None:
        return Pushed()
    return push_by_import(changes, place.desktop, collection, tags)


def show(changes: Sequence[Change]) -> None:
    """What a push would do, a line each."""
    for change in changes:
        if change.is_new:
            click.echo(f"+ {change.reference.key}  {change.reference.title}")
        elif not change.is_done:
            click.echo(f"~ {change.reference.key}  {', '.join(change.fields)}")
    new = sum(change.is_new for change in changes)
    same = sum(change.is_done for change in changes)
    click.echo(f"to add: {new}; to change: {len(changes) - new - same}; there already: {same}", err=True)


def summary(done: Pushed) -> str:
    """What was done, in one line."""
    parts = {"added": done.added, "changed": done.updated, "there already": done.same, "not taken": done.failed}
    return "; ".join(f"{name}: {len(part)}" for name, part in parts.items() if part or name != "not taken")
