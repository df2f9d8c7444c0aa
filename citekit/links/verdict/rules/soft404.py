"""An error page that calls itself fine.

First the principle: an address made up beside the cited one shows how the site answers where nothing is, and a page
like that answer is no page (Bar-Yossef et al., WWW 2004). A second made-up address shows how much two such answers
differ by themselves. Words are asked last, and only where the page says little else.
"""

from __future__ import annotations

import re
from posixpath import splitext
from urllib.parse import unquote, urlsplit

from citekit.links.exchange import Exchange
from citekit.links.verdict.case import Case, Finding
from citekit.links.verdict.likeness import coverage, echo, own_words, page_shingles, residue
from citekit.links.verdict.page import read_page
from citekit.links.verdict.rules.parked import names_itself
from citekit.links.verdict.site import has_query_to_change
from citekit.links.verdict.wordings import says

NEAR = 0.1  # of a page's shingles may be its own
FEW = 2  # shingles that are nothing, among ENOUGH others
ENOUGH = 20
UNLIKE = 0.7  # two error pages that differ so much cannot be compared with anything
SHORT = 1000  # characters: an error page says no more
SHORTER = 700
ERROR_NAME = re.compile(
    r"(?:404|(?:page|file|err(?:or)?|http)?[-_]?not[-_]?found|(?:http|page|file)?[-_]?err(?:or)?[-_]?(?:404|page)?"
    r"|404[-_]?(?:page|error)?)",
    re.IGNORECASE,
)
TELLING_KEY = re.compile(
    r"\w*(?:id|no|num|code|key|seq|doc|art|item|news|page|file|name|record|topic|story|entry)\w*|[pnqakx]",
    re.IGNORECASE,
)


def soft404(case: Case) -> Finding | None:
    """A made-up address gives the same, the way ends at an error's address, or the page says that it is none."""
    if case.exchange.status != 200 or not case.html or not case.page.readable:
        return None
    return _by_address(case) or _by_siblings(case) or _by_words(case)


def _by_address(case: Case) -> Finding | None:
    if not case.redirects or case.named:
        return None
    final = urlsplit(case.exchange.final).path
    if final == urlsplit(case.link.url).path:
        return None
    names = [splitext(unquote(part))[0] for part in final.split("/")]
    if any(ERROR_NAME.fullmatch(name) for name in names):
        return Finding(cause="soft-404", detail=f"sent on to an error page: {case.exchange.final}")
    return None


def _by_siblings(case: Case) -> Finding | None:
    answers = [other for other in case.siblings if other.status == 200 and not other.failure]
    if not answers or len(answers) < len(case.siblings):
        return None
    first = answers[0]
    if first.final == case.link.url:
        return None  # the made-up address is led to the cited one: the site looks at a part of it only
    if case.redirects and first.final == case.exchange.final:
        if _kept(case.link.url, case.exchange.final):
            return None
        return Finding(cause="soft-404", detail=f"made-up addresses end at {case.exchange.final} as well")
    if not like(case, answers) or not _corroborated(case):
        return None
    cause = "parked" if names_itself(case) and len(case.page.own) < len(case.page.text) / 2 else "soft-404"
    return Finding(cause=cause, detail=f"a made-up address gives the same page: “{case.page.title}”")


def like(case: Case, answers: list[Exchange], *, loosely: bool = False) -> bool:
    """Whether the page is as like the answers to made-up addresses as those are to each other.

    `loosely`: whether it may be, as far as one such answer shows.
    """
    page, others = case.page, [read_page(answer) for answer in answers]
    repeated = echo(case.exchange.final).union(*(echo(answer.final) for answer in answers))
    title = " ".join(own_words(page.title, repeated))
    titles = {" ".join(own_words(other.title, repeated)) for other in others}
    if len(titles) == 1 and title not in titles:
        return False
    mine = page_shingles(page, repeated)
    theirs = [page_shingles(other, repeated) for other in others]
    noise = residue(theirs[1], theirs[0]) if len(theirs) > 1 else 0.0
    if not mine or noise > UNLIKE:
        return False
    most = UNLIKE if loosely else max(NEAR, 1.3 * noise + 0.03)
    few = len(mine) >= ENOUGH and len(mine - theirs[0]) <= FEW
    return few or residue(mine, theirs[0]) <= most


def _kept(url: str, final: str) -> bool:
    """Whether the target still holds something of the cited address by which it was chosen."""
    own = [part for part in unquote(urlsplit(url).path).split("/") if part][1:]
    there = unquote(urlsplit(final).path)
    return any(part in there for part in own if len(part) > 2)


def _corroborated(case: Case) -> bool:
    """Whether likeness alone is enough. A query may hold what the server does not look at, a cited title may stand."""
    if case.named:
        return False
    key = has_query_to_change(case.link.url)
    if not key or TELLING_KEY.fullmatch(key):
        return True
    title = case.link.title
    return bool(says("gone", case.page.text) or (title and coverage(title, case.page.text) < 0.5))


def _by_words(case: Case) -> Finding | None:
    page, title = case.page, case.link.title
    if page.longer_than(SHORT) or case.named:
        return None
    for head in (page.title, *page.headings):
        words = says("gone", head)
        if words and len(words) >= 0.3 * len(head):
            return Finding(cause="soft-404", detail=f"the page says: {words}")
    words = says("gone", page.own) if len(page.own) <= SHORTER and title else ""
    if words and coverage(title, page.own) < 0.5:
        return Finding(cause="soft-404", detail=f"the page says: {words}")
    return None
