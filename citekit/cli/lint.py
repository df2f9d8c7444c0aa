"""`citekit lint`: what is wrong in a bibliography."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

import click

from citekit.cli.edits import edit
from citekit.columns import table
from citekit.config import settings
from citekit.library.files import read_text
from citekit.lint import RULES, Finding, Rule, fix
from citekit.lint.formats import FORMATS
from citekit.model import CitekitError

LEVELS = ("error", "warning", "info", "never")


@click.command("lint")
@click.argument("files", nargs=-1, metavar="FILE...")
@click.option("--fix", "mend", is_flag=True, help="Mend what can be mended without asking; all other bytes stay.")
@click.option("--diff", "dry", is_flag=True, help="With --fix: print what would be changed, and change nothing.")
@click.option("--format", "form", type=click.Choice(list(FORMATS)), default="text", help="How to print the findings.")
@click.option("--select", multiple=True, metavar="RULE", help="Only this rule; may be given several times.")
@click.option("--ignore", multiple=True, metavar="RULE", help="Not this rule; may be given several times.")
@click.option("--fail-on", type=click.Choice(LEVELS), help="Exit with 1 from this level on. Default: error.")
@click.option(
    "--config",
    type=click.Path(path_type=Path),
    metavar="FILE",
    help="Settings; default: citekit.toml or pyproject.toml.",
)
@click.option("--rules", "list_rules", is_flag=True, help="List the rules with their reasons.")
def command(
    files: Sequence[str],
    mend: bool,
    dry: bool,
    form: str,
    select: Sequence[str],
    ignore: Sequence[str],
    fail_on: str | None,
    config: Path | None,
    list_rules: bool,
) -> None:
    """Check the entries of each .bib FILE, and mend them with --fix.

    Exit code 1 means that something of the level of --fail-on was found and not mended. A comment in or above an entry
    turns a rule off: % citekit: ignore isbn; for a whole file: % citekit: ignore-file isbn.

    \b
    Example:
      citekit lint refs.bib
      citekit lint refs.bib --fix
      citekit lint refs.bib --format github --fail-on warning
    """
    if list_rules:
        click.echo(table([[rule.id, rule.level, rule.reason] for rule in RULES]))
        return
    if not files:
        raise click.UsageError("name a .bib file, e.g. citekit lint refs.bib")
    found: dict[str, Sequence[Finding]] = {}
    failed = False
    for name in files:
        chosen = settings("lint", Path(name), config)
        rules = _rules(select or chosen.words("select"), (*ignore, *chosen.words("ignore")))
        found[name] = _linted(Path(name), rules, mend, dry)
        limit = fail_on or chosen.word("fail-on", "error", LEVELS)
        failed |= any(LEVELS.index(one.level) <= LEVELS.index(limit) < 3 for one in found[name] if not one.fixed)
    if not dry:
        click.echo(FORMATS[form](found), nl=False)
    click.echo(_summary(found, mend, dry), err=True)
    if failed:
        raise click.exceptions.Exit(1)


def _rules(select: Sequence[str], ignore: Sequence[str]) -> tuple[Rule, ...]:
    known = {rule.id for rule in RULES}
    for name in (*select, *ignore):
        if name not in known:
            raise CitekitError(f"no rule {name}; citekit lint --rules lists them")
    return tuple(rule for rule in RULES if (not select or rule.id in select) and rule.id not in ignore)


def _linted(path: Path, rules: Sequence[Rule], mend: bool, dry: bool) -> Sequence[Finding]:
    """The findings of one file, mended in place or shown as a diff."""
    if not path.exists():
        raise CitekitError(f"{path}: there is no such file; name a .bib file")
    if not mend:
        return fix(read_text(path)[0], rules, mend=False)[1]
    return edit(path, lambda text: fix(text, rules), dry)


def _summary(found: dict[str, Sequence[Finding]], mend: bool, dry: bool) -> str:
    findings = [one for each in found.values() for one in each]
    left = Counter(str(one.level) for one in findings if not one.fixed)
    mended = sum(one.fixed for one in findings)
    fixable = sum(one.fixable and not one.fixed for one in findings)
    parts = [
        f"{left[level]} {level}{'s' if left[level] != 1 and level != 'info' else ''}"
        for level in LEVELS[:3]
        if left[level]
    ]
    words = [", ".join(parts) or "nothing to say" if not mended else ", ".join(parts)]
    if mended:
        words.append(f"{mended} {'would be ' if dry else ''}mended")
    if fixable and not mend:
        words.append(f"{fixable} can be mended with --fix")
    return "; ".join(filter(None, words))
