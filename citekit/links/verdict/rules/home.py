"""Sent to the home page: the site goes on, the page is gone (IABot's rule, Cyberbot II 5a)."""

from __future__ import annotations

from citekit.links.verdict.case import Case, Finding
from citekit.links.verdict.site import above, host, is_home


def home(case: Case) -> Finding | None:
    """The way ends at the home page of the host or of a domain above it, or of any where made-up addresses end as well.

    One page sent to the home page of quite another site may be meant so: a project that has got a site of its own.
    """
    exchange = case.exchange
    if not case.redirects or not is_home(exchange.final) or is_home(case.link.url) or case.named:
        return None
    same = above(host(exchange.final), host(case.link.url))
    if same or any(other.status == 200 and other.final == exchange.final for other in case.siblings):
        return Finding(cause="home", detail=f"ends at the home page {exchange.final}")
    return None
