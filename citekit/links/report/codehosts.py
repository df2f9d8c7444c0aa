"""Rows as annotations of the lines of files, and the two forms in which code hosts take them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from citekit.ci import Annotation, Level, github, sarif
from citekit.links.causes import CAUSES
from citekit.links.report.row import Report, Row, State, fingerprint, said
from citekit.model import Outcome

LEVELS: dict[State, Level] = {"rotten": "error", "unsure": "warning", "moved": "info", "kept": "info", "ok": "info"}
_RULE_LEVELS: dict[Outcome, Level] = {"rotten": "error", "unsure": "warning", "ok": "info"}


def write_sarif(report: Report) -> Iterator[str]:
    """SARIF 2.1.0: rules are the causes, results what is not fine."""
    rules = ((cause.name, _RULE_LEVELS[cause.outcome], cause.advice or cause.name) for cause in CAUSES.values())
    return sarif.write("citekit check", rules, _annotations(report), report.compared)


def write_github(report: Report) -> Iterator[str]:
    """Annotations of a pull request; what was known before is said in a lower voice."""
    return github.write(_annotations(report))


def _annotations(report: Report) -> Iterator[Annotation]:
    seen: Counter[str] = Counter()
    return (_annotation(row, fingerprint(row, seen)) for row in report.found())


def _annotation(row: Row, name: str) -> Annotation:
    copy = f"; copy of {row.copy.day}: {row.copy.address}" if row.copy else ""
    who = f"{row.link.key}: " if row.link.key else f"note {row.link.note}: " if row.link.note else ""
    level: Level = "info" if row.is_known else LEVELS[row.state]
    return Annotation(
        file=row.link.source,
        line=row.line,
        rule=row.verdict.cause,
        level=level,
        text=f"{who}{row.link.url} – {said(row)}{copy}",
        fingerprint=name,
        is_known=row.is_known,
    )
