"""JSON lines: everything, for programs; also what `--baseline` reads."""

from __future__ import annotations

import json
from collections.abc import Iterator

from citekit.links.report.row import Report, Row, place
from citekit.model import JSON


def write(report: Report) -> Iterator[str]:
    """One JSON object a cited link, empty values left out."""
    for row in report.rows():
        record = {name: value for name, value in _record(row).items() if value not in ("", 0, None, [], {})}
        yield json.dumps(record, ensure_ascii=False) + "\n"


def _record(row: Row) -> dict[str, JSON]:
    link, verdict, span = row.link, row.verdict, row.link.span
    return {
        "url": link.url,
        "outcome": verdict.outcome,
        "cause": verdict.cause,
        "status": verdict.status,
        "detail": verdict.detail,
        "advice": row.advice,
        "known": row.is_known or None,
        "source": link.source,
        "line": span.line if span else 0,
        "page": span.page if span else 0,
        "span": [span.start, span.end] if span else None,
        "place": place(row),
        "note": link.note,
        "entry": link.entry,
        "key": link.key,
        "field": link.field,
        "raw": link.raw if link.raw != link.url else "",
        "archive": link.archive,
        "title": link.title,
        "final": verdict.final if verdict.final != link.url else "",
        "target": verdict.target,
        "hops": [{"url": hop.url, "status": hop.status, "location": hop.location} for hop in verdict.hops[:-1]],
        "media_type": verdict.media_type,
        "page_title": verdict.title,
        "digest": verdict.digest,
        "checked": verdict.checked,
        "copy": {"url": row.copy.address, "date": row.copy.day, "service": row.copy.service} if row.copy else None,
        "look_at": dict(row.pages),
    }
