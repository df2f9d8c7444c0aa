"""When a failure that may pass counts as rot: after several passes on several days that agree."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from citekit.links.causes import CAUSES
from citekit.model import Verdict

STRIKES = 3
"""Passes in a row that have to agree."""
DAYS = 2
"""Days on which they must have been, at least."""


def judged(passes: Sequence[Verdict], strikes: int = STRIKES) -> Verdict:
    """The latest verdict, made rotten if it may pass but has not: so many passes in a row, on at least two days,
    found the address failing. `passes` begins with the latest one.

    >>> down = Verdict(url="http://a.example/", cause="timeout", outcome="unsure", checked="2026-03-01T10:00:00+00:00")
    >>> later = replace(down, checked="2026-03-04T10:00:00+00:00")
    >>> judged([later, down]).outcome, judged([later, later, down]).outcome
    ('unsure', 'rotten')
    """
    latest = passes[0]
    if not _may_pass(latest):
        return latest
    failing = list(takewhile(lambda one: one.outcome == "rotten" or _may_pass(one), passes))
    days = {one.checked[:10] for one in failing}
    if len(failing) < strikes or len(days) < min(DAYS, strikes):
        return latest
    said = f"failed in {len(failing)} passes since {min(days)}"
    return replace(latest, outcome="rotten", detail=f"{latest.detail}; {said}" if latest.detail else said)


def _may_pass(verdict: Verdict) -> bool:
    cause = CAUSES.get(verdict.cause)
    return cause is not None and cause.passing
