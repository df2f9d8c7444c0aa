"""What the server itself says by its status (RFC 9110, 15; IANA's registry, and the odd ones of big services)."""

from __future__ import annotations

from citekit.links.verdict.case import Case, Finding

OF_STATUS = {
    401: "unauthorized",
    402: "forbidden",  # pay first: there is something
    403: "forbidden",
    407: "unauthorized",
    408: "timeout",
    420: "rate-limited",  # Twitter's older one
    425: "server-error",
    429: "rate-limited",
    430: "rate-limited",  # Shopify
    451: "forbidden",  # by law, in some countries
    999: "forbidden",  # LinkedIn, to whatever is no browser
}


def status(case: Case) -> Finding | None:
    """A status that is no success."""
    code = case.exchange.status
    if code < 300:
        return None
    cause = OF_STATUS.get(code) or (
        "protocol" if code < 400 or code >= 600 else "server-error" if code >= 500 else "broken"
    )
    return Finding(cause=cause, detail=f"the server answers {code}")
