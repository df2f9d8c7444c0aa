"""What was found, for people and for programs."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence

from citekit.columns import table
from citekit.links.resolve import AGREES, Resolved
from citekit.model import JSON, Link
from citekit.outputs.csljson import name_to_csl, to_csl
from citekit.references.dates import display_date


def as_table(found: Sequence[Resolved]) -> str:
    """A line for each link with its place, status and kind, and below it what is behind it.

    >>> print(as_table([Resolved(link=Link(url="http://a.jp/", note=3), status=404, cause="broken")]), end="")
    note 3  404  broken  http://a.jp/
    """
    if not found:
        return ""
    lines = table([_cells(one) for one in found]).split("\n")
    return "".join("\n".join((line, *_told(one))) + "\n" for line, one in zip(lines, found, strict=True))


def _cells(one: Resolved) -> tuple[str, ...]:
    kind = one.service or one.facts.kind if one.cause in ("ok", "moved", "redirected", "tls-incomplete") else one.cause
    return (_place(one.link), str(one.status or "-"), kind or one.cause, one.link.url)


def _place(link: Link) -> str:
    if link.key:
        return link.key
    line = f"line {link.span.line}" if link.span and link.span.line else "-"
    return f"note {link.note}" if link.note else f"entry {link.entry}" if link.entry else line


def _told(one: Resolved) -> Iterator[str]:
    record = one.reference
    if one.final and one.final != one.link.url and not one.service:
        yield f"    -> {one.final}"
    if record:
        date = display_date(record.issued) if record.issued else ""
        said = (record.title, record.publisher or record.container_title, date, _length(one))
        yield "    " + " · ".join(part for part in said if part)
    if one.agrees is not None and one.agrees < AGREES:
        yield f"    cited as {one.link.title}: another title"
    if one.permanent:
        yield f"    stays at {one.permanent}"


def _length(one: Resolved) -> str:
    return f"{one.facts.pages} pages" if one.facts.pages > 1 else ""


def as_json(found: Sequence[Resolved]) -> str:
    """A JSON list with a record for each link."""
    return json.dumps([_record(one) for one in found], ensure_ascii=False, indent=1) + "\n"


def _record(one: Resolved) -> dict[str, JSON]:
    link, told = one.link, one.facts
    span = link.span
    return {
        "url": link.url,
        "raw": link.raw,
        "archive": link.archive or None,
        "source": link.source,
        "line": span.line or None if span else None,
        "page": span.page or None if span else None,
        "note": link.note or None,
        "entry": link.entry or None,
        "key": link.key or None,
        "field": link.field or None,
        "final": one.final,
        "status": one.status,
        "cause": one.cause,
        "detail": one.detail or None,
        "kind": told.kind,
        "service": one.service or None,
        "title": (one.reference.title if one.reference else told.title) or None,
        "heading": told.heading or None,
        "authors": [dict(name_to_csl(name)) for name in told.authors],
        "institution": one.institution or None,
        "institution_english": one.institution_english or None,
        "date": display_date(told.date) if told.date else None,
        "language": told.language or None,
        "pages": told.pages or None,
        "doi": told.doi or None,
        "cited_title": link.title or None,
        "agrees": one.agrees,
        "permanent": one.permanent or None,
        "reference": to_csl(one.reference) if one.reference else None,
    }
