"""`citekit styles`: the styles that there are."""

from __future__ import annotations

import click

from citekit.columns import table
from citekit.csl import Processor
from citekit.styles import STYLES, find_style, names, packaged

SAMPLE = {
    "id": "sample",
    "type": "article-journal",
    "language": "zh-CN",
    "author": [{"literal": "易宁"}, {"literal": "闻舟"}],
    "title": "海底电缆的规则之争",
    "container-title": "远洋研究",
    "issued": {"date-parts": [[2019]]},
    "issue": "2",
    "page": "45-58",
}
MOST = 40
"""Styles of the package that a search lists; more are counted."""


@click.command("styles")
@click.option("--search", metavar="WORD", default="", help="Only styles with this word in their name or title.")
def command(search: str) -> None:
    """The styles that format knows by name, ours with a sample entry.

    \b
    Example:
      citekit styles
      citekit styles --search chicago
    """
    word = search.lower()
    ours = [style for style in STYLES if word in " ".join((style.name, style.title, *style.also)).lower()]
    if ours:
        rows = [[style.name, style.title, _sample(style.name)] for style in ours]
        click.echo(table([["style", "title", "an article"], *rows]))
    own = {style.name for style in STYLES}
    others = [name for name in names() if word and word in name and name not in own]
    for name in others[:MOST]:
        click.echo(name)
    if len(others) > MOST:
        click.echo(f"and {len(others) - MOST} more with {search} in their name", err=True)
    if word and not ours and not others:
        click.echo(f"no style with {search} in its name", err=True)
    elif word:
        return
    if not packaged():
        click.echo("pip install 'citekit[styles]' adds those of the CSL project: Chicago, MLA, APA ...", err=True)
    elif not word:
        click.echo(f"and {len(names()) - len(STYLES)} of the CSL project: citekit styles --search WORD", err=True)


def _sample(name: str) -> str:
    processor = Processor(find_style(name), [SAMPLE])
    entries = processor.bibliography() if processor.style.bibliography else []
    return entries[0] if entries else ""
