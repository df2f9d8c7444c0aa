"""The command line: a command parses its options, calls one verb of the package and prints. Data goes to stdout,
words to stderr; exit codes are 0 (fine), 1 (a check found something), 2 (wrong use or unreadable input)."""

from __future__ import annotations

import importlib
import sys
from importlib import metadata

import click

from citekit.model import CitekitError

COMMANDS = {
    "extract": "Articles to a bibliography.",
    "notes": "The notes of an article, as found.",
    "parse": "Citation strings to JSON.",
    "export": "A bibliography in another format.",
    "dedupe": "Works that stand in a bibliography twice.",
    "keys": "Citation keys after a pattern.",
    "merge-driver": "Merge two versions of a bibliography, for git.",
    "check": "Which of the cited links still work.",
    "links": "What became of each link, pass by pass.",
    "resolve": "What is behind the cited links.",
    "format": "References or notes set in a style.",
    "styles": "The styles that format knows.",
    "lint": "What is wrong in a bibliography, and its mending.",
    "relink": "Dead notes to living citations.",
    "restyle": "An article with its notes in another style.",
    "push": "A bibliography to Zotero.",
    "pull": "What stands in Zotero into a bibliography.",
}
"""The commands with their short help; each is a module of this package that is loaded when it is called."""


class Commands(click.Group):
    """A group that loads a command's module when the command is called, so that `--version` and `--help` stay quick."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command = importlib.import_module(f"citekit.cli.{cmd_name.replace('-', '')}").command
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(list(COMMANDS.items()))

    def invoke(self, ctx: click.Context) -> object:
        try:
            return super().invoke(ctx)
        except CitekitError as error:
            click.echo(f"citekit: {error}", err=True)
            ctx.exit(2)
        except BrokenPipeError:
            sys.stderr.close()  # the reader of a pipe has left: nothing more to say, and nobody to say it to
            ctx.exit(1)


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(metadata.version("citekit"), prog_name="citekit", message="%(prog)s %(version)s")
def main() -> None:
    """Turn the footnotes of a scholarly article into a living bibliography.

    \b
    Example:
      citekit extract article.txt -o refs.bib
    """
