"""`citekit links`: the history of the links that a file cites."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

import click

from citekit.cli.checkoptions import HISTORY
from citekit.cli.files import cited_files
from citekit.columns import table
from citekit.library.tex import clean
from citekit.links.archives.copy import Copy
from citekit.links.find import find_links
from citekit.links.history import History
from citekit.links.history.strikes import STRIKES
from citekit.model import JSON, Link, Verdict


@click.command("links")
@click.argument("files", nargs=-1, metavar="FILE...")
@click.option("--url", "parts", multiple=True, metavar="TEXT", help="Only addresses that hold this text; repeatable.")
@click.option("--history", type=click.Path(path_type=Path), default=HISTORY, show_default=True, metavar="FILE",
              help="Where the history is kept.")  # fmt: skip
@click.option("--strikes", type=click.IntRange(min=1), default=STRIKES, metavar="N", help="As for citekit check.")
@click.option("--json", "as_json", is_flag=True, help="Print JSON, one link a line.")
def command(files: tuple[str, ...], parts: tuple[str, ...], history: Path, strikes: int, as_json: bool) -> None:
    """Show the links that each FILE cites, where they stand, and what every check of them found.

    \b
    Example:
      citekit links refs.bib
      citekit links refs.bib --url mofa.go.jp --json
    """
    if not files:
        raise click.UsageError("name a file with links, e.g. citekit links refs.bib")
    found = [link for name in cited_files(files) for link in _links(name)]
    wanted = [link for link in found if not parts or any(part in link.url for part in parts)]
    with History.open(history if history.exists() else None) as known:
        for url, links in _by_address(wanted).items():
            passes, copies = known.passes(url), known.copies(url)
            standing = known.standing(url, strikes)
            if as_json:
                click.echo(json.dumps(_record(url, links, standing, passes, copies), ensure_ascii=False))
            else:
                click.echo("\n".join(_shown(url, links, standing, passes, copies)) + "\n")


def _links(name: str) -> tuple[Link, ...]:
    return find_links(sys.stdin.buffer if name == "-" else Path(name)).value


def _by_address(links: Iterable[Link]) -> dict[str, list[Link]]:
    found: dict[str, list[Link]] = {}
    for link in links:
        found.setdefault(link.url, []).append(link)
    return found


def _where(link: Link) -> str:
    """The place of a link as compilers write it, with the entry or the note."""
    span = link.span
    line = f":{span.line}" if span and span.line else f", p. {span.page}" if span and span.page else ""
    who = link.key or (f"note {link.note}" if link.note else f"entry {link.entry}" if link.entry else "")
    return clean(f"{link.source}{line} {who}")


def _shown(
    url: str, links: list[Link], standing: Verdict | None, passes: tuple[Verdict, ...], copies: tuple[Copy, ...]
) -> Iterator[str]:
    yield clean(url)
    yield from (f"  {_where(link)}" for link in links)
    if not standing:
        yield "  never checked: citekit check"
        return
    cells = [(_time(one.checked), one.outcome, one.cause, str(one.status or ""), _told(one)) for one in passes]
    yield from (f"    {line}" for line in table([tuple(map(clean, row)) for row in cells]).splitlines())
    if standing.outcome != passes[0].outcome:
        yield f"  together: {standing.outcome}; {clean(standing.detail)}"
    yield from (f"  copy of {copy.day}: {clean(copy.address)}" for copy in copies)


def _time(checked: str) -> str:
    return checked[:16].replace("T", " ")


def _told(verdict: Verdict) -> str:
    return verdict.detail or (verdict.target if verdict.cause == "moved" else "")


def _record(
    url: str, links: list[Link], standing: Verdict | None, passes: tuple[Verdict, ...], copies: tuple[Copy, ...]
) -> dict[str, JSON]:
    return {
        "url": url,
        "outcome": standing.outcome if standing else None,
        "cited": [_where(link) for link in links],
        "passes": [
            {
                "checked": one.checked,
                "outcome": one.outcome,
                "cause": one.cause,
                "status": one.status,
                "detail": one.detail,
                "final": one.final,
                "target": one.target,
            }
            for one in passes
        ],
        "copies": [{"url": copy.address, "date": copy.day, "service": copy.service} for copy in copies],
    }
