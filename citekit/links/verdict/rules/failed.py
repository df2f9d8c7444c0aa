"""No answer came: the client has told why."""

from __future__ import annotations

from citekit.links.verdict.case import Case, Finding


def failed(case: Case) -> Finding | None:
    """The failure of the exchange, if there is one."""
    exchange = case.exchange
    return Finding(cause=exchange.failure, detail=exchange.detail) if exchange.failure else None
