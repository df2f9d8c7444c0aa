"""The page is there, and nothing speaks against it."""

from __future__ import annotations

from citekit.links.verdict.case import Case, Finding


def arrived(case: Case) -> Finding:
    """As cited, moved for good (every redirect permanent: cite the target), or sent on for now.

    Of a way that begins for good and goes on for now, the target is where the permanent part has led.
    """
    exchange = case.exchange
    if exchange.warning:
        return Finding(cause=exchange.warning, detail=exchange.detail, target=case.for_good)
    if not case.redirects:
        return Finding(cause="ok")
    target = case.for_good
    if target and target.partition("#")[0] == exchange.final.partition("#")[0]:
        return Finding(cause="moved", detail=f"moved to {target}", target=target)
    return Finding(cause="redirected", detail=f"sent on to {exchange.final}", target=target)
