"""A page that is drawn by its scripts, the same for every address: what it shows, only a browser knows."""

from __future__ import annotations

from citekit.links.verdict.case import Case, Finding
from citekit.links.verdict.page import Page, read_page

LITTLE = 25  # characters of text: Loading ...


def script(case: Case) -> Finding | None:
    """Hardly any text, scripts, and the same shell at a made-up address."""
    page = case.page
    if case.exchange.status != 200 or not case.siblings or not _is_shell(page):
        return None
    other = case.siblings[0]
    if other.status == 200 and _same(page, read_page(other)):
        return Finding(cause="script", detail="the page is drawn by scripts, and so is one at a made-up address")
    return None


def _is_shell(page: Page) -> bool:
    return page.scripts > 0 and not page.headings and len(page.text) < LITTLE


def _same(page: Page, other: Page) -> bool:
    return _is_shell(other) and page.title == other.title
