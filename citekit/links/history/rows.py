"""A verdict as a row of the history, and the way back."""

from __future__ import annotations

import json
from typing import TypeAlias

from citekit.model import Hop, Outcome, Verdict

FIELDS = "url, cause, outcome, detail, final, status, hops, media_type, title, digest, target, checked"
Row: TypeAlias = tuple[str, str, Outcome, str, str, int, str, str, str, str, str, str]


def row_of(verdict: Verdict) -> Row:
    return (
        verdict.url,
        verdict.cause,
        verdict.outcome,
        verdict.detail,
        verdict.final,
        verdict.status,
        _written(verdict),
        verdict.media_type,
        verdict.title,
        verdict.digest,
        verdict.target,
        verdict.checked,
    )


def verdict_of(row: Row) -> Verdict:
    url, cause, outcome, detail, final, status, hops, media_type, title, digest, target, checked = row
    return Verdict(
        url=url,
        cause=cause,
        outcome=outcome,
        detail=detail,
        final=final,
        status=status,
        hops=_hops(hops, url, status),
        media_type=media_type,
        title=title,
        digest=digest,
        target=target,
        checked=checked,
    )


def _written(verdict: Verdict) -> str:
    """The hops as JSON; most addresses answer at once, which is not written out."""
    if verdict.hops == (Hop(url=verdict.url, status=verdict.status),):
        return ""
    return json.dumps([[hop.url, hop.status, hop.location] for hop in verdict.hops], ensure_ascii=False)


def _hops(written: str, url: str, status: int) -> tuple[Hop, ...]:
    if not written:
        return (Hop(url=url, status=status),)
    return tuple(Hop(url=hop[0], status=hop[1], location=hop[2]) for hop in json.loads(written))
