"""A login wall: the page behind may be as it was."""

from __future__ import annotations

from urllib.parse import urlsplit

from citekit.links.verdict.case import Case, Finding
from citekit.links.verdict.site import LOGIN_PATH
from citekit.links.verdict.wordings import says

SHORT = 900  # characters: beside a form to log in there is little else


def login(case: Case) -> Finding | None:
    """A form with a password that is what the page is for, or a redirect to where one logs in."""
    page, exchange = case.page, case.exchange
    if exchange.status != 200 or not (case.redirects or page.password) or not page.readable or case.named:
        return None
    heads = says("login", " ".join((page.title, *page.headings)))
    sent = bool(case.redirects) and _is_login(exchange.final) and not _is_login(case.link.url)
    if sent and (page.password or heads or says("login", page.text)):
        return Finding(cause="login", detail=f"sent on to a login: {exchange.final}")
    if page.password and len(page.own) < SHORT and (heads or len(page.own) < SHORT / 3):
        return Finding(cause="login", detail="the page is a login form")
    return None


def _is_login(url: str) -> bool:
    parts = urlsplit(url)
    return bool(LOGIN_PATH.search(parts.path) or LOGIN_PATH.search(f".{(parts.hostname or '').split('.')[0]}."))
