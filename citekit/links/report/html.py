"""The report as one HTML page that needs nothing else: no script or style from anywhere, readable without scripts,
in the dark, on paper and by ear. Links to copies carry the attributes of Robust Links (mementoweb.org)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from html import escape
from importlib.resources import files
from itertools import islice

from citekit.links.report.figures import AGES, OLDER, UNKNOWN, Figures, cited_in, figures, worst_first
from citekit.links.report.row import STATES, Report, Row, State, place, said
from citekit.links.report.survival import PARTS, alive, survival

WORDS: dict[State, str] = {
    "rotten": "rotten",
    "unsure": "to look at",
    "moved": "moved for good",
    "kept": "kept in archives",
    "ok": "alive",
}
HEADS: dict[State, str] = {
    "rotten": "Rotten: cite a copy",
    "unsure": "Unsure: a person, or another run, must tell",
    "moved": "Moved for good: cite the new address",
    "kept": "Gone, but cited with a copy",
    "ok": "Alive",
}
MOST_HOSTS = 40
MOST_ALIVE = 5000
"""Living links that are listed; the page says how many more there are."""


def write(report: Report) -> Iterator[str]:
    """The page, piece by piece."""
    counted = figures(report.rows(), int(report.made[:4] or 0))
    yield from _head(report)
    yield "<main>\n"
    yield from _survival(counted)
    yield '<div class="two">\n'
    yield from _ages(counted)
    yield from _hosts(counted)
    yield "</div>\n"
    yield from _list(report)
    yield "</main>\n<footer><p>Made by citekit check"
    yield f" on {escape(report.made)}. The dates of all passes: citekit links.</p></footer>\n"
    yield f"<script>\n{_resource('page.js')}</script>\n</body>\n</html>\n"


def _resource(name: str) -> str:
    return files("citekit.links.report").joinpath(name).read_text("utf-8")


def _head(report: Report) -> Iterator[str]:
    names = ", ".join(report.files)
    title = f"Links of {names}" if names and len(names) < 80 else f"Links of {len(report.files)} files"
    yield '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    yield f"<title>{escape(title)}</title>\n<style>\n{_resource('page.css')}</style>\n</head>\n<body>\n<header>\n"
    yield f'<h1>{escape(title)}</h1>\n<p class="lead">{report.total} cited links, as of {escape(report.made)}'
    yield f"; {report.counts.get('new', 0)} newly rotten" if report.compared else ""
    yield '</p>\n<ul class="tiles">\n'
    for state in (state for state in STATES if state != "kept" or report.counts.get(state)):
        yield f'<li class="tile {state}"><b>{report.counts.get(state, 0)}</b><span>{WORDS[state]}</span></li>\n'
    yield "</ul>\n</header>\n"


def _survival(counted: Figures) -> Iterator[str]:
    if not counted.years:
        return
    yield '<h2>Survival by year of citation</h2>\n<figure class="card">\n'
    yield f'<div class="scroll">{survival(counted.years)}</div>\n<ul class="legend">'
    for name in PARTS:
        yield f'<li><i class="{name.split()[0]}"></i>{name}</li>'
    yield "</ul>\n<figcaption>The share of links that still lead to what was cited, by the year in which it was read, "
    yield "else published. Above each bar: the number of links.</figcaption>\n</figure>\n"


def _ages(counted: Figures) -> Iterator[str]:
    names = [name for name in (*(name for _, name in AGES), OLDER, UNKNOWN) if name in counted.ages]
    yield from _table("By age of the citation", "age", [(name, counted.ages[name]) for name in names])


def _hosts(counted: Figures) -> Iterator[str]:
    hosts = worst_first(counted.hosts)
    yield from _table("By host", "host", hosts[:MOST_HOSTS], len(hosts) - MOST_HOSTS)


def _table(head: str, column: str, groups: list[tuple[str, Counter[State]]], left_out: int = 0) -> Iterator[str]:
    yield f'<section>\n<h2>{head}</h2>\n<div class="card">\n<table>\n<thead><tr><th scope="col">{column}</th>'
    for number in ("links", "rotten", "alive"):
        yield f'<th scope="col" class="n">{number}</th>'
    yield '<th scope="col"><span aria-hidden="true">how</span></th></tr></thead>\n<tbody>\n'
    for name, counts in groups:
        yield f'<tr><td>{escape(name)}</td><td class="n">{counts.total()}</td><td class="n">{counts["rotten"]}</td>'
        yield f'<td class="n">{100 * alive(counts):.0f} %</td><td>{_bar(counts)}</td></tr>\n'
    yield "</tbody>\n</table>\n"
    yield f'<p class="said then">and {left_out} more hosts</p>\n' if left_out > 0 else ""
    yield "</div>\n</section>\n"


def _bar(counts: Counter[State]) -> str:
    parts = (f'<i class="{state}" style="flex:{counts[state]}"></i>' for state in reversed(STATES) if counts[state])
    return f'<div class="bar" aria-hidden="true">{"".join(parts)}</div>'


def _list(report: Report) -> Iterator[str]:
    shown = [state for state in STATES if report.counts.get(state)]
    yield '<h2>The links</h2>\n<div class="tools" hidden>\n'
    yield '<input type="search" aria-label="Filter the links" placeholder="Filter: a word, a key, a host, a cause …">\n'
    for state in shown:
        yield f'<label><input type="checkbox" value="s-{state}" checked> {WORDS[state]}</label>\n'
    yield '<output aria-live="polite"></output>\n</div>\n'
    for state in shown:
        count = report.counts[state]
        opened = "" if state == "ok" and count > 50 else " open"
        yield f'<details class="group" id="s-{state}"{opened}><summary>{HEADS[state]} <span class="n">({count})</span>'
        yield f'</summary>\n<ol class="links {state}">\n'
        rows = (row for row in (report.rows() if state == "ok" else report.found()) if row.state == state)
        for row in islice(rows, MOST_ALIVE) if state == "ok" else rows:
            yield _item(row)
        yield "</ol>\n"
        yield f"<p>… and {count - MOST_ALIVE} more.</p>\n" if state == "ok" and count > MOST_ALIVE else ""
        yield "</details>\n"


def _item(row: Row) -> str:
    year = cited_in(row)
    where = (
        f'<span class="badge">{escape(row.verdict.cause)}</span>',
        f"<span>{escape(' '.join(filter(None, (row.link.source, place(row)))))}</span>",
        f"<span>cited {year}</span>" if year else "",
        "<span>known before</span>" if row.is_known else "",
    )
    title = f'<p class="title">{escape(row.link.title)}</p>' if row.link.title else ""
    told = "".join(_told(row)) if row.state != "ok" else ""
    return f'<li><p class="where">{"".join(where)}</p>{title}<p class="url">{_robust(row)}</p>{told}</li>\n'


def _told(row: Row) -> Iterator[str]:
    seen = said(row)
    advice = f' <span class="then">{escape(row.advice)}</span>' if row.advice and row.advice not in seen else ""
    yield f'<p class="said">{escape(seen)}{advice}</p>'
    instead = [_link(address, text) for text, address in _instead(row) if address]
    if instead:
        yield f'<p class="instead">{"".join(instead)}</p>'
    if len(row.verdict.hops) > 1:
        steps = (f"<li>{hop.status or 'no answer'} {escape(hop.url)}</li>" for hop in row.verdict.hops)
        yield f'<details class="way"><summary>The way there</summary><ol>{"".join(steps)}</ol></details>'


def _instead(row: Row) -> Iterator[tuple[str, str]]:
    """What may be cited in place of the address, and where a person may look for that."""
    if row.state == "moved":
        yield "New address", row.verdict.target
    if row.link.archive:
        yield "The copy that is cited", row.link.archive
    if row.copy:
        yield f"Copy of {row.copy.day}", row.copy.address
    elif row.state == "rotten":
        yield from ((f"Look at {name}", address) for name, address in row.pages.items())


def _robust(row: Row) -> str:
    """The cited address as a link that knows its copy."""
    copy = row.copy
    data = f' data-originalurl="{escape(row.link.url)}"' if copy else ""
    data += f' data-versionurl="{escape(copy.address)}" data-versiondate="{copy.day}"' if copy else ""
    return _link(row.link.url, row.link.url, data)


def _link(address: str, text: str, data: str = "") -> str:
    if not address.lower().startswith(("http://", "https://")):
        return escape(text)
    return f'<a href="{escape(address)}" rel="noreferrer"{data}>{escape(text)}</a>'
