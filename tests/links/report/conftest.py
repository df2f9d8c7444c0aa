"""Rows of every state, with all that makes writers stumble: marks of XML, HTML and Markdown, wide letters, no line."""

from __future__ import annotations

import pytest

from citekit.links.archives.copy import Copy
from citekit.links.archives.find import pages
from citekit.links.causes import CAUSES
from citekit.links.report import Report, Row
from citekit.links.report.row import counted
from citekit.model import Date, Hop, Link, Span, Verdict


def row(url: str, cause: str, link: dict | None = None, verdict: dict | None = None, **rest: object) -> Row:
    where = {"source": "refs.bib", "span": Span(start=0, end=9, line=3), "key": "quill2001", "field": "url"}
    judged = Verdict(
        url=url,
        cause=cause,
        **{"outcome": CAUSES[cause].outcome, "checked": "2026-03-01T12:00:00Z", "status": 200, **(verdict or {})},
    )
    return Row(link=Link(url=url, **where | (link or {})), verdict=judged, **rest)


GONE = "https://www.minato.go.jp/files/1_a.html?x=1&y=[2]|3"
COPY = Copy(
    url=GONE,
    address="https://web.archive.org/web/20120405060708/" + GONE,
    moment="20120405060708",
    service="wayback",
)
ARTICLE = {"source": "article.docx", "key": "", "field": ""}
ROWS = (
    row(
        "http://a.example/<script>alert('1')</script>",
        "timeout",
        ARTICLE | {"note": 12, "span": Span(start=5, end=20, page=3)},
        {"status": 0, "detail": "no answer in 20 s"},
    ),
    row("doi:10.1/x", "unsupported", ARTICLE | {"entry": 2, "span": None}, {"status": 0}),
    row(
        GONE,
        "broken",
        {"title": "港の*記録* & <その他>", "accessed": Date(parts=((2012, 4, 1),))},
        {"status": 404},
        copy=COPY,
    ),
    row(
        "http://kabinett.example/",
        "parked",
        {"key": "舟山1999海", "issued": Date(parts=((1999,),)), "span": Span(start=9, end=30, line=40)},
        pages=pages("http://kabinett.example/", "19990701000000"),
        is_known=True,
    ),
    row(
        "http://b.example/old",
        "moved",
        {"key": "moved_away", "accessed": Date(parts=((2020,),)), "span": Span(start=40, end=60, line=51)},
        {
            "target": "https://b.example/new?a=1&b=2",
            "final": "https://b.example/new?a=1&b=2",
            "hops": (
                Hop(url="http://b.example/old", status=301, location="https://b.example/new?a=1&b=2"),
                Hop(url="https://b.example/new?a=1&b=2", status=200),
            ),
        },
    ),
    row(
        "http://kept.example/",
        "dns",
        {"key": "kept", "archive": "https://perma.cc/AB12-CD34", "span": Span(start=61, end=65, line=55)},
        {"status": 0},
    ),
    row("http://c.example/", "ok", {"accessed": Date(parts=((2020, 5),)), "span": Span(start=70, end=80, line=60)}),
    row(GONE, "broken", {"key": "again", "span": Span(start=90, end=99, line=70)}, {"status": 404}, copy=COPY),
)


@pytest.fixture
def rows() -> tuple[Row, ...]:
    return ROWS


@pytest.fixture
def report() -> Report:
    """The rows as the report of a run that was compared with a baseline."""
    return Report(
        rows=lambda: iter(ROWS),
        counts=counted(iter(ROWS)),
        files=("article.docx", "refs.bib"),
        made="2026-03-01",
        compared=True,
    )
