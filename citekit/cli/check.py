"""`citekit check`: which of the cited links still work."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Unpack

import click

from citekit.cli.checkoptions import (
    Asked,
    check_options,
    check_settings,
    client_options,
    fingerprint_of,
    max_age_of,
    patterns_of,
    proxy_session,
    terms_of,
)
from citekit.cli.copies import find_copies, save_pages
from citekit.cli.files import cited_files
from citekit.cli.mending import mend
from citekit.cli.show import counting, say
from citekit.config import Settings, settings
from citekit.library.files import write_pieces
from citekit.links.find import find_links
from citekit.links.history import History
from citekit.links.report import REPORTS, SUFFIXES, Report
from citekit.links.report.baseline import write as write_baseline
from citekit.links.report.row import STATES, counted
from citekit.links.report.text import summary
from citekit.links.rows import Terms, marked, rows, without
from citekit.links.run import due, run
from citekit.model import CitekitError, Link

ROT, UNREADABLE, UNSURE, STOPPED = 1, 2, 3, 130
"""Exit codes; the last is the one by which shells tell an interrupted program."""


@click.command("check")
@click.argument("files", nargs=-1, metavar="FILE...")
@check_options
def command(files: tuple[str, ...], **asked: Unpack[Asked]) -> None:
    """Check the links that each FILE cites: bibliographies, articles, Markdown, lists of addresses, folders of them.

    What is surely gone is rotten at once; what may be gone tomorrow (no answer, a failing server) only after several
    passes on several days, which the history counts. Exit codes: 0 fine, 1 rot, 2 wrong use or a file that cannot be
    read, 3 something unsure, with --fail-unsure.

    \b
    Example:
      citekit check refs.bib
      citekit check article.docx refs.bib -o links.html --fail-unsure
      citekit check refs.bib --baseline links.jsonl --format github
      citekit check refs.bib --fix --dry-run
    """
    if not files:
        raise click.UsageError("name a file with links, e.g. citekit check refs.bib")
    chosen = settings("check", _beside(files[0]), asked["config"])
    check_settings(chosen)
    forms = _forms(asked)
    terms = terms_of(asked, chosen)
    links, failed = _links(cited_files(files), patterns_of(asked, chosen))
    if failed and not links:
        raise click.exceptions.Exit(UNREADABLE)
    with History.open(None if asked["no_history"] else asked["history"]) as history:
        try:
            _ask(links, history, asked, chosen)
            find_copies(links, history, terms, asked, chosen)
            save_pages(links, history, terms, asked, chosen)
        except KeyboardInterrupt:
            click.echo("stopped; the same command goes on from here", err=True)
            raise click.exceptions.Exit(STOPPED) from None
        report = _report(links, history, terms, asked)
        _print(report, forms, asked)
        if asked["mend"]:
            mend(report.rows, asked["dry"])
    raise click.exceptions.Exit(UNREADABLE if failed else _exit_code(report))


def _beside(name: str) -> Path:
    """A path in the folder in which settings are looked for first."""
    return Path(name, "-") if Path(name).is_dir() else Path(name)


def _forms(asked: Asked) -> Mapping[Path, str]:
    """The format of each file to be written: that of its suffix, else the one asked for, else text."""
    return {path: SUFFIXES.get(path.suffix.lower(), asked["form"] or "text") for path in asked["outputs"]}


def _links(names: Iterable[str], patterns: Sequence[str]) -> tuple[list[Link], bool]:
    """The links of all files, and whether one could not be read, which is told."""
    links: list[Link] = []
    failed = False
    for name in names:
        try:
            found = find_links(sys.stdin.buffer if name == "-" else Path(name))
        except CitekitError as error:
            click.echo(f"citekit: {error}", err=True)
            failed = True
            continue
        say((message for message in found.messages if message.level != "info"), name)
        links += without(found.value, patterns)
    return links, failed


def _ask(links: Sequence[Link], history: History, asked: Asked, chosen: Settings) -> None:
    history.begin(fingerprint_of(asked, chosen), asked["resume"])
    wanted = due(links, history, max_age_of(asked, chosen))
    with counting(len(wanted), "links") as count:
        run(wanted, history, client_options(asked, chosen), proxy_session(asked, chosen), lambda *_: count())


def _report(links: Sequence[Link], history: History, terms: Terms, asked: Asked) -> Report:
    counts = counted(marked(links, history, terms))
    counts["ok"] = len(links) - sum(counts[state] for state in STATES)
    return Report(
        rows=lambda: rows(links, history, terms),
        marked=lambda: marked(links, history, terms),
        counts=counts,
        files=tuple(dict.fromkeys(link.source for link in links)),
        made=datetime.now(UTC).date().isoformat(),
        compared=asked["baseline"] is not None,
        strict=asked["fail_unsure"],
        colour=asked["form"] in (None, "text") and sys.stdout.isatty(),
    )


def _print(report: Report, forms: Mapping[Path, str], asked: Asked) -> None:
    """The report to files and to stdout, unless a diff goes there: in the format asked for, in text if a file has that
    format; the summary goes to stderr where no table says it."""
    form = asked["form"] or "text"
    form = "text" if form in forms.values() else form
    if not (asked["mend"] and asked["dry"]):
        for piece in _encoded(REPORTS[form](report)):
            click.echo(piece, nl=False)
    for path, written in forms.items():
        write_pieces(path, _encoded(REPORTS[written](report)))
    if asked["new_baseline"]:
        write_pieces(asked["new_baseline"], _encoded(write_baseline(report)))
    if form != "text":
        click.echo(summary(report), err=True)


def _encoded(pieces: Iterable[str]) -> Iterator[bytes]:
    """In UTF-8; the name of a file may hold what has no form in it."""
    return (piece.encode("utf-8", "replace") for piece in pieces)


def _exit_code(report: Report) -> int:
    if report.counts.get("new"):
        return ROT
    return UNSURE if report.strict and report.counts.get("doubtful") else 0
