"""How much two texts have in common: shingles of pages (Bar-Yossef et al., WWW 2004), titles in pages.

Chinese, Japanese and Korean are counted by characters, everything else by words. Numbers are left out of pages: dates,
counters and request numbers differ between two copies of the same error page.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from urllib.parse import unquote, urlsplit

from citekit.links.verdict.page import Page
from citekit.links.verdict.wordings import folded

TOKEN = re.compile(r"[぀-ヿ㐀-鿿豈-﫿가-힣]|[^\W_]+")
CJK = re.compile(r"[぀-ヿ㐀-鿿豈-﫿가-힣]")
KANA = re.compile(r"[ぁ-ゖ]")
WIDTH = 3
MOST = 6000  # tokens of a page


def tokens(text: str) -> list[str]:
    """Words, and CJK characters one by one, folded.

    >>> tokens("Die 外務省 2010")
    ['die', '外', '務', '省', '2010']
    """
    return TOKEN.findall(folded(text))


def echo(url: str) -> frozenset[str]:
    """The words of an address: an error page often repeats it, and differs by nothing else."""
    parts = urlsplit(url)
    return frozenset(tokens(unquote(f"{parts.path} {parts.query}")))


def own_words(text: str, repeated: Collection[str]) -> list[str]:
    """The words of a page without numbers and without those that its address has put there."""
    return [word for word in tokens(text)[:MOST] if word not in repeated and not any(c.isdigit() for c in word)]


def shingles(words: Sequence[str]) -> frozenset[tuple[str, ...]]:
    """Every three words in a row; of a very short text the words themselves."""
    if len(words) < 2 * WIDTH:
        return frozenset((word,) for word in words)
    return frozenset(tuple(words[i : i + WIDTH]) for i in range(len(words) - WIDTH + 1))


def page_shingles(page: Page, repeated: Collection[str]) -> frozenset[tuple[str, ...]]:
    """The shingles of what a page itself says; links (menus, recommendations) only where there is nothing else."""
    return shingles(own_words(page.own, repeated)) or shingles(own_words(page.text, repeated))


def residue(a: frozenset[tuple[str, ...]], b: frozenset[tuple[str, ...]]) -> float:
    """The part of `a` that is not in `b`: 0 for a copy, 1 for another text altogether."""
    return len(a - b) / len(a) if a else 0.0


def terms(title: str) -> list[str]:
    """What a title can be known by: words of some length, pairs of CJK characters.

    >>> terms("The Treaty of 安保条約")
    ['treaty', '安保', '保条', '条約']
    """
    found: list[str] = []
    before = ""
    for token in tokens(title):
        if CJK.match(token):
            if before and not (KANA.match(before) and KANA.match(token)):  # hardly a word, all grammar
                found.append(before + token)
            before = token
        else:
            before = ""
            if len(token) > 2 and token not in LITTLE:
                found.append(token)
    return found


def coverage(title: str, text: str) -> float:
    """The part of a title's terms that a text holds; 1 for a title without any.

    >>> coverage("On the Nature of Things", "things: their nature explained"), coverage("Lorem", "ipsum")
    (1.0, 0.0)
    """
    wanted = set(terms(title))
    if not wanted:
        return 1.0
    have = set(terms(text))
    return len([term for term in wanted if term in have or _bent(term, have)]) / len(wanted)


def _bent(term: str, have: Collection[str]) -> bool:
    """Whether a word stands there with another ending (Russian, German ...)."""
    return len(term) > 5 and any(word.startswith(term[: max(5, len(term) - 3)]) for word in have)


# Words that any text of the language may hold.
_LITTLE = """
the and for with from its this that are was were into upon about not new
der die das des dem den und von zur zum für mit über eine einer eines ein auf aus bei
les une dans pour sur aux par est qui que avec
los las del una por para con como
gli dei della delle degli nel nella sul per
для при над под что как это его она они или
"""
LITTLE = frozenset(_LITTLE.split())
