"""Reports: verdicts for people and for machines. One file a format, and its row in `REPORTS`.

A writer takes a `Report` and gives text in pieces, so that a hundred thousand links need no more memory than one.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeAlias

from citekit.links.report import codehosts, html, jsonl, junit, markdown, text
from citekit.links.report.row import Report, Row

__all__ = ["REPORTS", "SUFFIXES", "Report", "Row", "Writer"]

Writer: TypeAlias = Callable[[Report], Iterator[str]]
REPORTS: Mapping[str, Writer] = {
    "text": text.write,
    "jsonl": jsonl.write,
    "html": html.write,
    "markdown": markdown.write,
    "sarif": codehosts.write_sarif,
    "github": codehosts.write_github,
    "junit": junit.write,
}
SUFFIXES = {
    ".html": "html",
    ".htm": "html",
    ".jsonl": "jsonl",
    ".md": "markdown",
    ".sarif": "sarif",
    ".xml": "junit",
}
"""The formats that the suffix of a file tells."""
