"""Workflow commands of GitHub Actions, which annotate the lines of a pull request.

Source: docs.github.com, "Workflow commands for GitHub Actions".
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from citekit.ci import Annotation

LEVELS = {"error": "error", "warning": "warning", "info": "notice"}


def write(annotations: Iterable[Annotation]) -> Iterator[str]:
    """One command a line.

    >>> print(*write([Annotation(file="a.bib", line=3, rule="isbn", level="warning", text="q: 50 %")]), end="")
    ::warning file=a.bib,line=3,title=isbn::q: 50 %25
    """
    for one in annotations:
        place = f"file={_property(one.file)},line={max(1, one.line)},title={_property(one.rule)}"
        yield f"::{LEVELS[one.level]} {place}::{_data(one.text)}\n"


def _data(value: str) -> str:
    return value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")
