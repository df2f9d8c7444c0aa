"""An answer with nothing in it."""

from __future__ import annotations

import re

from citekit.links.verdict.case import Case, Finding

SHOWN = re.compile(r"<(?:img|svg|video|audio|object|embed|iframe|frame|canvas|picture|input|script)\b", re.IGNORECASE)


def empty(case: Case) -> Finding | None:
    """No body, or a web page on which there is nothing to be seen."""
    exchange = case.exchange
    if not exchange.complete or not 200 <= exchange.status < 300:
        return None
    if not exchange.body.strip():
        return Finding(cause="empty", detail="the answer has no content")
    if case.html and not (case.page.longer_than(0) or case.page.addresses or SHOWN.search(case.page.source)):
        return Finding(cause="empty", detail="the page shows nothing")
    return None
