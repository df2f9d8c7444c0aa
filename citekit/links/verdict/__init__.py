"""What an answer means: the rules are asked in order, and the first that finds something gives the verdict."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import lru_cache
from hashlib import sha1
from time import time

from citekit.links.causes import CAUSES
from citekit.links.exchange import Exchange
from citekit.links.verdict.case import Case, Finding
from citekit.links.verdict.rules import RULES
from citekit.model import Link, Verdict

__all__ = ["RULES", "Case", "Finding", "judge", "verdict_of"]


def judge(link: Link, exchange: Exchange, *, checked: str = "") -> Verdict:
    """The verdict of one answer by itself; `citekit.links.checker` asks for more where that helps.

    >>> judge(Link(url="http://a.example/x"), Exchange(url="http://a.example/x", status=404)).cause
    'broken'
    """
    case = Case(link=link, exchange=exchange)
    return verdict_of(case, find(case), checked=checked)


def find(case: Case) -> Finding:
    """What the first rule that speaks has to say."""
    for rule in RULES:
        if finding := rule(case):
            return finding
    raise AssertionError("the last rule always speaks")


def verdict_of(case: Case, finding: Finding, *, checked: str = "") -> Verdict:
    """The verdict on a case from what was found; `checked` is the time in UTC, now if it is not given."""
    exchange = case.exchange
    return Verdict(
        url=case.link.url,
        cause=finding.cause,
        outcome=CAUSES[finding.cause].outcome,
        detail=finding.detail,
        final=exchange.final,
        status=exchange.status,
        hops=exchange.hops,
        media_type=exchange.media_type,
        title=case.page.title,
        digest=digest_of(exchange),
        target=finding.target,
        checked=checked or now(),
    )


def digest_of(exchange: Exchange) -> str:
    """The SHA-1 of a whole body in base 32, as archives write it; empty if the body is not whole.

    >>> digest_of(Exchange(url="", body=b"abc"))
    'VGMT4NSHA2AWVOR6EVYXQUGCNSONBWE5'
    """
    if not exchange.body or not exchange.complete:
        return ""
    number = int.from_bytes(sha1(exchange.body, usedforsecurity=False).digest(), "big")
    return "".join([PAIRS[number >> shift & 1023] for shift in range(150, -1, -10)])


BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567"  # RFC 4648, 6
PAIRS = [a + b for a in BASE32 for b in BASE32]  # ten bits at a time: many times as fast as base64.b32encode


def now() -> str:
    """The time in UTC, ISO 8601, to the second."""
    return _written(int(time()))


@lru_cache(maxsize=1)
def _written(second: int) -> str:
    return datetime.fromtimestamp(second, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
