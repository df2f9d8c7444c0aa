"""The CSL type of a cited work, from what its citation prints."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache

from citekit.languages.words import alternatives, every
from citekit.model import Citation, Reference

TYPE_CODES = {
    # GB/T 7714: the code in square brackets behind the title, carrier codes (/OL) aside
    "J": "article-journal", "M": "book", "C": "paper-conference", "N": "article-newspaper", "D": "thesis", "R": "report",
    "S": "standard", "P": "patent", "EB": "webpage", "DB": "dataset", "DS": "dataset", "CP": "software", "A": "document",
    "G": "book", "PP": "article", "CM": "map", "Z": "document",
}  # fmt: skip
CODE = re.compile(r"\[([A-Z]{1,2})(?:/[A-Z]{2})?\](\s?//)?")

Rule = tuple[str, Callable[[Reference, str], bool]]


@cache
def _ends(attribute: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(every(attribute))})[）)』」]*$", re.IGNORECASE)


@cache
def _has(attribute: str) -> re.Pattern[str]:
    return re.compile(alternatives(every(attribute)))


def _day(item: Reference) -> bool:
    return bool(item.issued and item.issued.parts and len(item.issued.parts[0]) == 3)


RULES: tuple[Rule, ...] = (
    ("thesis", lambda item, text: bool(item.genre and _has("theses").search(item.genre))),
    ("report", lambda item, text: bool(item.genre and _has("reports").search(item.genre) and not item.container_title)),
    ("article-newspaper", lambda item, text: bool(item.container_title and _day(item) and not item.volume + item.issue + item.URL)),
    ("article-newspaper", lambda item, text: bool(item.container_title and _day(item) and _ends("media").search(item.container_title) and not re.search("[网網]$", item.container_title))),
    ("webpage", lambda item, text: bool(item.URL and item.container_title and re.search("[网網]$|^[\\w.]+\\.(?:com|org|net|cn)$", item.container_title))),
    ("article-journal", lambda item, text: bool(item.container_title and (item.issue or item.volume) and not item.publisher and not item.editor and (item.issued or item.issue))),
    ("chapter", lambda item, text: bool(item.container_title and (item.editor or item.publisher or item.publisher_place))),
    ("article-journal", lambda item, text: bool(item.container_title and item.issued and len(item.issued.parts[0:1]) and not _numbered_title(text))),
    ("chapter", lambda item, text: bool(item.container_title)),
    ("webpage", lambda item, text: bool(item.URL and not item.publisher_place and not item.page and not item.edition)),
    ("legislation", lambda item, text: bool(_ends("laws").search(item.title) and not item.author and not item.publisher)),
    ("report", lambda item, text: bool(_has("reports").search(item.title) and item.publisher and item.author and item.author[0].institution)),
    ("book", lambda item, text: bool(item.title)),
)  # fmt: skip
"""The types with what speaks for each, in the order in which they are asked."""


def _numbered_title(text: str) -> bool:
    """Two titles in article marks one after the other, as Japanese collections are cited: 「題」、「論集」、2023年3月."""
    return bool(re.search(r"「[^」]*(?:『[^』]*』[^」]*)*」、\s?「", text))


def guess_type(item: Reference, text: str) -> str:
    """The CSL type of `item` as cited in `text`; "document" if nothing speaks for another.

    >>> guess_type(Reference(title="台湾研究", publisher="講談社"), "")
    'book'
    """
    code = CODE.search(text)
    if code and code[1] in TYPE_CODES:
        return "chapter" if code[2] and code[1] in ("M", "G") else TYPE_CODES[code[1]]
    return next((name for name, speaks in RULES if speaks(item, text)), "document")


def of_citation(citation: Citation) -> str:
    """`guess_type` of a citation's item."""
    return guess_type(citation.item, citation.passage.text)
