"""The CSL type of a cited work, from what its citation prints."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from citekit.citations.authorities import authority
from citekit.languages.words import alternatives, every
from citekit.model import Reference

# GB/T 7714: the code in square brackets behind the title, carrier codes (/OL) aside
TYPE_CODES = {
    "J": "article-journal",
    "M": "book",
    "C": "paper-conference",
    "N": "article-newspaper",
    "D": "thesis",
    "R": "report",
    "S": "standard",
    "P": "patent",
    "EB": "webpage",
    "DB": "dataset",
    "DS": "dataset",
    "CP": "software",
    "A": "document",
    "G": "book",
    "PP": "article",
    "CM": "map",
    "Z": "document",
}
CODE = re.compile(r"\[([A-Z]{1,2})(?:/[A-Z]{2})?\](\s?//)?")

SITE = re.compile(r"[网網]$|^[\w.-]+\.(?:com|org|net|cn|jp|kr|ru|de|fr|uk)$")
DEGREE = re.compile(r"(?:Ph\.?\s?D|M\.?A|M\.?Phil|D\.?Phil|Diss|Дис|Автореф|Thèse|Tesis|Tesi)(?!\w)", re.IGNORECASE)
COLLECTION = re.compile(r"「[^」]*(?:『[^』]*』[^」]*)*」、\s?「")


@cache
def _ends(attribute: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(every(attribute))})[）)』」]*$", re.IGNORECASE)


@cache
def _has(attribute: str) -> re.Pattern[str]:
    return re.compile(alternatives(every(attribute)))


def _thesis(item: Reference, text: str) -> bool:
    return bool(item.genre and (_has("theses").search(item.genre) or DEGREE.match(item.genre)))


def _reported(item: Reference, text: str) -> bool:
    """Called a report, or an institution's own publication with a report's title."""
    if item.genre and _has("reports").search(item.genre):
        return not item.container_title
    by_institution = item.author and item.author[0].institution and item.publisher
    return bool(by_institution and _has("reports").search(item.title) and not item.container_title)


def _newspaper(item: Reference, text: str) -> bool:
    """Dated by the day, in a container that counts no volumes or is called 报 or Times."""
    dated = item.issued and item.issued.parts and len(item.issued.parts[0]) == 3
    if not item.container_title or not dated or SITE.search(item.container_title):
        return False
    return not (item.volume or item.issue or item.URL) or bool(_ends("media").search(item.container_title))


def _site(item: Reference, text: str) -> bool:
    return bool(item.URL and SITE.search(item.container_title))


def _journal(item: Reference, text: str) -> bool:
    """In a numbered or dated container that nobody edits or publishes."""
    if not item.container_title or item.publisher or item.publisher_place or item.editor:
        return False
    return bool(item.issue or item.volume or (item.issued and not COLLECTION.search(text)))


def _piece(item: Reference, text: str) -> bool:
    """A piece of a pre-modern work, found by its 卷: 《宋史》卷326《郭咨传》."""
    return bool(item.container_title and item.volume and re.search(r"[》』]\s?[（(]?[卷巻권]|^卷", text))


def _chapter(item: Reference, text: str) -> bool:
    return bool(item.container_title)


def _webpage(item: Reference, text: str) -> bool:
    return bool(item.URL and not (item.publisher_place or item.page or item.edition))


def _law(item: Reference, text: str) -> bool:
    return bool(_ends("laws").search(item.title) and not item.author and not item.publisher)


def _book(item: Reference, text: str) -> bool:
    return bool(item.title)


INTERVIEW = re.compile(
    r"(?:[\w’'.-]+\s){0,3}[Ii]nterviews?\s(?:with|by|of|mit)\s|Entretien\s(?:avec|de)\s|Entrevista\s(?:a|con)\s|Intervista\s"
    r"|Интервью\s|.{0,20}(?:访谈|訪談|采访|採訪|インタビュー|인터뷰)"
)


def _interview(item: Reference, text: str) -> bool:
    """Nothing but an interview, in no publication: Author’s interview with an official, Tokyo, 12 June 2015."""
    return bool(INTERVIEW.match(item.title) and not (item.container_title or item.publisher or item.URL))


def _manuscript(item: Reference, text: str) -> bool:
    return bool(item.archive)


RULES: tuple[tuple[str, Callable[[Reference, str], bool]], ...] = (
    ("manuscript", _manuscript),
    ("interview", _interview),
    ("thesis", _thesis),
    ("report", _reported),
    ("chapter", _piece),
    ("article-newspaper", _newspaper),
    ("webpage", _site),
    ("article-journal", _journal),
    ("chapter", _chapter),
    ("webpage", _webpage),
    ("legislation", _law),
    ("book", _book),
)
"""The types and what speaks for each, in the order in which they are asked."""


def guess_type(item: Reference, text: str) -> str:
    """The CSL type of `item` as cited in `text`; "document" if nothing speaks for another.

    >>> guess_type(Reference(title="台湾研究", publisher="講談社"), "")
    'book'
    """
    kind, _ = authority(text)
    if kind:
        return kind
    code = CODE.search(text)
    if code and code[1] in TYPE_CODES:
        return "chapter" if code[2] and code[1] in ("M", "G") else TYPE_CODES[code[1]]
    return next((name for name, speaks in RULES if speaks(item, text)), "document")
