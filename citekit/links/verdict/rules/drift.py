"""The page lives, but no longer speaks of what is cited (content drift)."""

from __future__ import annotations

import re

from citekit.links.verdict.case import Case, Finding
from citekit.links.verdict.likeness import coverage, terms
from citekit.links.verdict.site import is_home

FEWEST = 3  # terms of a title that can be looked for
LEAST_TEXT = 80  # characters: less says nothing
LISTED = 0.7  # of a title in one link: the page leads to it
SCRIPTS = {
    "cjk": re.compile(r"[぀-ヿ㐀-鿿豈-﫿]"),
    "hangul": re.compile(r"[가-힣]"),
    "cyrillic": re.compile(r"[Ѐ-ӿ]"),
    "latin": re.compile(r"[A-Za-zÀ-ɏ]"),
}


def drift(case: Case) -> Finding | None:
    """Hardly a term of the cited title stands on the page; words scattered over its menus do not count.

    Only where that can be told: a title of several terms, a page read to its end, both in the same script.
    """
    page, title = case.page, case.link.title
    if not title or not case.html:
        return None
    wanted = len(set(terms(title)))
    if wanted < FEWEST or not case.exchange.complete or is_home(case.link.url):
        return None
    text = " ".join((page.title, page.own, *page.headings, *page.described))
    if len(page.text) < LEAST_TEXT or not _comparable(title, text):
        return None
    found = coverage(title, text)
    if found > _allowed(wanted) or any(coverage(title, link) > LISTED for link in page.links):
        return None
    return Finding(cause="drift", detail=f"{found:.0%} of the cited title's words stand on the page “{page.title}”")


def _allowed(wanted: int) -> float:
    """The longer the title, the more of its words any page may hold by chance."""
    return 0.0 if wanted < 4 else 0.26 if wanted < 6 else 0.34


def _comparable(title: str, text: str) -> bool:
    """Whether the page is written in the title's script, so that it could hold its words."""
    return _script(title) == _script(text)


def _script(text: str) -> str:
    """The script of most letters; a CJK character counts for three, it says as much."""
    weights = {"cjk": 3, "hangul": 3}
    counts = {name: len(pattern.findall(text)) * weights.get(name, 1) for name, pattern in SCRIPTS.items()}
    return max(counts, key=lambda name: counts[name])
