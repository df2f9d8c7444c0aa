"""The server wants proof of a human reader first: the page behind may be as it was."""

from __future__ import annotations

import re

from citekit.links.verdict.case import Case, Finding
from citekit.links.verdict.wordings import says

# Headers by which protection services mark their own answers: name, and what its value holds.
MARKED = (
    ("cf-mitigated", "challenge"),  # Cloudflare
    ("x-amzn-waf-action", ""),  # AWS
    ("x-datadome", ""),
    ("x-sucuri-block", ""),
)
# What their pages load.
LOADED = re.compile(
    r"captcha|turnstile|challenge-platform|cdn-cgi/challenge|geetest|_incapsula_|ddos-guard|awswaf|arkoselabs|anubis"
    r"|perimeterx|/_sec/|bot-?detect",
    re.IGNORECASE,
)
BLOCKING = frozenset((202, 401, 403, 405, 418, 429, 503))
SHORT = 900  # characters: such a page says little else


def challenge(case: Case) -> Finding | None:
    """A challenge by the headers of a service, or a short page that says so or loads one."""
    exchange, page = case.exchange, case.page
    if exchange.status not in BLOCKING and exchange.status != 200:
        return None
    for name, value in MARKED:
        if name in exchange.headers and value in exchange.headers[name] and (value or exchange.status in BLOCKING):
            return Finding(cause="challenge", detail=f"the server answers with {name}")
    if not case.html or page.longer_than(SHORT) or case.named or not page.readable:
        return None
    loads = LOADED.search(" ".join(address for element, address in page.addresses if element in ("script", "iframe")))
    heading = says("robot", " ".join((page.title, *page.headings)))
    anywhere = heading or says("robot", page.own)
    if heading or (loads and (anywhere or len(page.own) < SHORT / 3)) or (anywhere and exchange.status in BLOCKING):
        return Finding(
            cause="challenge", detail=f"the page asks for proof of a human: {anywhere or loads}".rstrip(": ")
        )
    if anywhere and page.scripts and len(page.own) < SHORT / 2:
        return Finding(cause="challenge", detail=f"the page asks for proof of a human: {anywhere}")
    return None
