"""Names as BibTeX writes them: `Family, Given`, `van der Berg, Jr., Jan`, `{An Institution}`, joined by `and`.

BibTeX, biber and Zotero split names at blanks, commas and the word *and*; whatever must stay whole is braced
(BibTeXing, section 4; biblatex manual, section 2.3.3).
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from citekit.library.tex import clean, escape, unescape
from citekit.model import Name

_AND = re.compile(r"\band\b", re.IGNORECASE)
_JOINT = re.compile(r"\sand(?=\s)", re.IGNORECASE)
_COMMA = re.compile(",")
_BLANK = re.compile(r"\s")
_GROUPING = re.compile(r"[{}\\]")
_GROUP_MARK = re.compile(r"[{}]|\\.", re.DOTALL)


def write_names(names: Iterable[Name]) -> str:
    """The value of an `author`, `editor` or `translator` field.

    >>> print(write_names([Name(family="Berg", given="Jan", particle="van der"), Name(literal="王帆")]))
    van der Berg, Jan and 王帆
    >>> print(write_names([Name(literal="Ministry of Foreign Affairs", institution=True)]))
    {Ministry of Foreign Affairs}
    """
    return " and ".join(filter(None, map(write_name, names)))


def write_name(name: Name) -> str:
    """One name; empty for an empty name. `others` (et al.) keeps its meaning and is not braced."""
    literal = clean(name.literal)
    if literal:
        whole = name.institution or _must_stay_whole(literal)
        return f"{{{escape(literal)}}}" if whole and literal != "others" else escape(literal)
    if not clean(name.given) or not clean(name.family):
        return _one_piece(name)
    particle = clean(name.particle)
    family = _part(name.family, whole=_hides_particle(clean(name.family)))
    parts = [f"{_part(particle)} {family}" if particle else family, _part(name.given)]
    if clean(name.suffix):
        parts.insert(1, _part(name.suffix))
    return ", ".join(filter(None, parts))


def read_names(value: str) -> tuple[Name, ...]:
    """The names of a field's raw value (braces still in place). Never raises.

    >>> read_names("van der Berg, Jan and {Foreign Ministry} and Jane Q. Doe and 王帆")[0].particle
    'van der'
    >>> [name.family or name.literal for name in read_names("{Foreign Ministry} and Jane Q. Doe and 王帆")]
    ['Foreign Ministry', 'Doe', '王帆']
    """
    if not value:
        return ()
    pieces = (piece.strip() for piece in _split(value, _JOINT))
    return tuple(_read_name(piece) for piece in pieces if unescape(piece))


def _must_stay_whole(text: str) -> bool:
    return any(c.isspace() or c in ",{}" for c in text) or bool(_AND.fullmatch(text))


def _hides_particle(family: str) -> bool:
    """Whether BibTeX would take the first words (*bin* Laden) for a particle that the name does not have."""
    return any(word[:1].islower() for word in family.split()[:-1])


def _part(text: str, whole: bool = False) -> str:
    text = clean(text)
    whole = whole or "," in text or bool(_AND.search(text))
    return f"{{{escape(text)}}}" if whole and text else escape(text)


def _one_piece(name: Name) -> str:
    """A name without given or family name: whatever there is, whole."""
    words = clean(" ".join(filter(None, (name.given, name.particle, name.family, name.suffix))))
    return f"{{{escape(words)}}}" if _must_stay_whole(words) else escape(words)


@lru_cache(maxsize=4096)  # the same persons stand in many entries
def _read_name(raw: str) -> Name:
    if raw == "others":
        return Name(literal="others")
    if raw.startswith("{") and _closes_at_end(raw):
        return Name(literal=unescape(raw[1:-1]), institution=True)
    parts = [part.strip() for part in _split(raw, _COMMA)]
    if len(parts) == 1:
        return _natural_order(raw)
    particle, family = _particle(_words(parts[0]))
    suffix = " ".join(map(unescape, parts[1:-1]))
    return Name(family=family, given=unescape(parts[-1]), particle=particle, suffix=suffix)


def _natural_order(raw: str) -> Name:
    """*First von Last*: the particle is the run of lower-case words, the family name what follows it."""
    words = _words(raw)
    if len(words) == 1:
        return Name(literal=unescape(raw))
    low = [i for i, word in enumerate(words[:-1]) if word[:1].islower()]
    first, last = (low[0], low[-1] + 1) if low else (len(words) - 1, len(words) - 1)
    particle, family = " ".join(map(unescape, words[first:last])), " ".join(map(unescape, words[last:]))
    return Name(family=family, given=" ".join(map(unescape, words[:first])), particle=particle)


def _particle(words: list[str]) -> tuple[str, str]:
    low = [i for i, word in enumerate(words[:-1]) if word[:1].islower()]
    cut = low[-1] + 1 if low else 0
    return " ".join(map(unescape, words[:cut])), " ".join(map(unescape, words[cut:]))


def _words(text: str) -> list[str]:
    if not _GROUPING.search(text):
        return text.split()
    return [word for word in _split(text, _BLANK) if word]


def _closes_at_end(raw: str) -> bool:
    depth = 0
    for place, char in _braces(raw):
        depth += 1 if char == "{" else -1
        if depth == 0:
            return place == len(raw) - 1
    return False


def _braces(text: str) -> Iterator[tuple[int, str]]:
    """Each brace that groups; an escaped one does not."""
    skip = False
    for place, char in enumerate(text):
        if skip:
            skip = False
        elif char == "\\":
            skip = True
        elif char in "{}":
            yield place, char


def _split(text: str, separator: re.Pattern[str]) -> list[str]:
    """The text cut at each separator outside braces."""
    if not _GROUPING.search(text):
        return separator.split(text)
    parts: list[str] = []
    start = 0
    for left, right in _outside(text):
        for match in separator.finditer(text, left, right):
            parts.append(text[start : match.start()])
            start = match.end()
    return [*parts, text[start:]]


def _outside(text: str) -> Iterator[tuple[int, int]]:
    """The stretches of a text that stand in no braces; an escaped character parts two of them."""
    depth = start = 0
    for mark in _GROUP_MARK.finditer(text):
        if depth == 0:
            yield start, mark.start()
        if mark[0] in "{}":
            depth = max(0, depth + (1 if mark[0] == "{" else -1))
        start = mark.end()
    if depth == 0:
        yield start, len(text)
