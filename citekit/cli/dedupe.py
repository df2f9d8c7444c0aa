"""`citekit dedupe`: works that stand in a bibliography more than once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import click

from citekit.cli.documents import rewritten
from citekit.cli.show import say
from citekit.library import read_library, save
from citekit.library.dedupe import Group, dedupe, find_groups
from citekit.library.files import write_text
from citekit.library.lock import locked
from citekit.model import CitekitError, Library


@click.command("dedupe")
@click.argument("file", metavar="FILE")
@click.option("--apply", "apply", is_flag=True, help="Keep one entry of each group, filled from the others.")
@click.option(
    "--rewrite",
    "documents",
    is_flag=True,
    help="With --apply: the arguments behind FILE are documents (.tex, .md); put the new keys into them.",
)
@click.argument("more", nargs=-1, metavar="[DOCUMENT...]")
def command(file: str, apply: bool, documents: bool, more: Sequence[str]) -> None:
    """List the works that stand in the .bib FILE more than once, with the reason; --apply makes one entry of each.

    With --apply the old keys and the new ones are printed, one pair a line.

    \b
    Example:
      citekit dedupe refs.bib
      citekit dedupe refs.bib --apply --rewrite paper.tex chapters/*.md
    """
    if more and not (documents and apply):
        raise click.UsageError("documents go behind --apply --rewrite")
    path = Path(file)
    if not path.exists():
        raise CitekitError(f"{path}: there is no such file; name a .bib file")
    with locked(path):
        found = read_library(path)
        say(found.messages, where=file)
        groups = find_groups(found.value)
        if not apply:
            click.echo(listed(found.value, groups), nl=False)
            click.echo(_count(groups), err=True)
            return
        done, keys = dedupe(found.value, groups)
        say(done.messages)
        changed = [rewritten(Path(name), keys) for name in more]
        save(path, done.value)
    for document, text, encoding in changed:
        write_text(document, text, encoding)
    for old, new in keys.items():
        click.echo(f"{old} -> {new}")
    click.echo(_count(groups), err=True)


def listed(library: Library, groups: Sequence[Group]) -> str:
    """The groups for a person: the entry that stays, and below it the others with their reasons."""
    lines = []
    for group in groups:
        keep, *others = (library.references[place] for place in group.places)
        spans = [library.spans[place] for place in group.places]
        lines.append(f"{keep.key} (line {spans[0].line})  {keep.title}\n")
        for other, span, reason in zip(others, spans[1:], group.reasons, strict=True):
            lines.append(f"    {other.key} (line {span.line})  {reason}\n")
    return "".join(lines)


def _count(groups: Sequence[Group]) -> str:
    entries = sum(len(group.places) - 1 for group in groups)
    return f"works that stand there more than once: {len(groups)}; entries too many: {entries}"
