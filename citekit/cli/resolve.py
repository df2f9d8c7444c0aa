"""`citekit resolve`: what is behind the cited links."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import click

from citekit.cli.files import cited_files
from citekit.cli.show import say
from citekit.config import settings
from citekit.inputs import INPUTS
from citekit.library import read_bib
from citekit.library.diff import diff
from citekit.library.files import read_text, write_text
from citekit.library.lock import locked
from citekit.links.bases import Bases, with_settings
from citekit.links.client import ClientOptions, SystemResolver, TableResolver
from citekit.links.find import find_links
from citekit.links.resolve import Resolved, resolve
from citekit.links.resolve.fill import filled, isbn_links
from citekit.links.resolve.forms import as_json, as_table
from citekit.model import CitekitError, Link
from citekit.outputs import WRITERS, write

FORMS: Mapping[str, Callable[[Sequence[Resolved]], str]] = {"table": as_table, "json": as_json}
BIB = INPUTS["bibtex"].suffixes


@click.command("resolve")
@click.argument("files", nargs=-1, metavar="FILE...")
@click.option("--to", type=click.Choice([*FORMS, *WRITERS]), default="table", show_default=True, help="What to print.")
@click.option("--fill", is_flag=True, help="Put what was found into the empty fields of the .bib files.")
@click.option("--dry-run", "dry", is_flag=True, help="With --fill: print the changes as a diff, and change nothing.")
@click.option("--base", "given", multiple=True, metavar="NAME=URL",
              help="Ask a service (doi, arxiv-api, isbn) at another address; repeatable.")  # fmt: skip
@click.option("--allow-private", is_flag=True, help="Ask hosts of private networks and of this machine too.")
@click.option("--resolve", "table", multiple=True, metavar="HOST=ADDR",
              help="Find a host there: a.example=127.0.0.2:8080.")  # fmt: skip
@click.option("--timeout", type=click.FloatRange(min=0), metavar="SECONDS", help="The wait for an answer. Default: 20.")
@click.option("--ca-file", type=click.Path(path_type=Path, exists=True, dir_okay=False), metavar="FILE",
              help="Trust the certificates in this file (PEM) as well.")  # fmt: skip
@click.option("--config", type=click.Path(path_type=Path), metavar="FILE",
              help="Settings; default: citekit.toml or pyproject.toml.")  # fmt: skip
def command(
    files: tuple[str, ...],
    to: str,
    fill: bool,
    dry: bool,
    given: tuple[str, ...],
    allow_private: bool,
    table: tuple[str, ...],
    timeout: float | None,
    ca_file: Path | None,
    config: Path | None,
) -> None:
    """Look up the links that each FILE cites: where they lead, and what the documents there say of themselves.

    DOIs, arXiv's numbers and ISBNs are looked up at their services. As bibtex or csljson, each document found becomes a
    reference. With --fill, only fields that an entry leaves empty are written, and only where the titles agree.

    \b
    Example:
      citekit resolve article.docx
      citekit resolve article.txt --to bibtex > found.bib
      citekit resolve refs.bib --fill --dry-run
    """
    if not files:
        raise click.UsageError("name a file with links, e.g. citekit resolve refs.bib")
    if dry and not fill:
        raise click.UsageError("--dry-run shows what --fill would change; give both")
    bases = _bases(files[0], config, given)
    options = _options(allow_private, table, timeout, ca_file)
    found: list[Resolved] = []
    for name in cited_files(files):
        here = list(resolve(_links(name, bases), bases, options))
        if fill and Path(name).suffix.lower() in BIB:
            _fill(Path(name), here, dry)
        found += here
    if not (fill and dry):
        click.echo(_printed(found, to), nl=False)


def _bases(name: str, config: Path | None, given: Sequence[str]) -> Bases:
    chosen = settings("resolve", Path(name, "-") if Path(name).is_dir() else Path(name), config)
    chosen.known(["bases"])
    bases = with_settings(Bases(), chosen.inner("bases").values, chosen.file)
    return with_settings(bases, dict(_pair("--base", "NAME=URL", text) for text in given), "--base")


def _options(allow_private: bool, table: Sequence[str], timeout: float | None, ca_file: Path | None) -> ClientOptions:
    usual = ClientOptions()
    hosts = dict(_pair("--resolve", "HOST=ADDR", text) for text in table)
    return ClientOptions(
        allow_private=allow_private,
        timeout=usual.timeout if timeout is None else timeout,
        ca_file=str(ca_file or ""),
        resolver=TableResolver({host: [at] for host, at in hosts.items()}, SystemResolver()) if hosts else None,
    )


def _pair(option: str, form: str, text: str) -> tuple[str, str]:
    name, _, value = text.partition("=")
    if not name or not value:
        raise CitekitError(f"{option} {text}: write it as {form}")
    return name, value


def _links(name: str, bases: Bases) -> tuple[Link, ...]:
    """The links of a file, and the ISBNs of a bibliography."""
    found = find_links(sys.stdin.buffer if name == "-" else Path(name), bases)
    say((message for message in found.messages if message.level != "info"), name)
    if Path(name).suffix.lower() not in BIB:
        return found.value
    library = read_bib(read_text(Path(name))[0]).value
    return (*found.value, *isbn_links(library, name))


def _fill(path: Path, found: Sequence[Resolved], dry: bool) -> None:
    with locked(path):
        text, encoding = read_text(path)
        new = filled(read_bib(text).value, found)
        if dry:
            click.echo(diff(text, new.value.text, str(path)), nl=False)
        elif new.value.text != text:
            write_text(path, new.value.text, encoding)
    say(new.messages, str(path))


def _printed(found: Sequence[Resolved], to: str) -> str:
    if to in FORMS:
        return FORMS[to](found)
    return write([one.reference for one in found if one.reference], to)
