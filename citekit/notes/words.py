"""The word tables beside this file: which words ligatures and line-end hyphens need to know."""

from __future__ import annotations

from functools import cache


@cache
def ligature_words() -> frozenset[str]:
    """Words that hold a ligature and cannot be taken for another word when it is lost."""
    return frozenset(_lines("ligatures.txt"))


@cache
def halves() -> frozenset[str]:
    """Common English words of three letters or more: what may stand on either side of a real hyphen."""
    lines = _lines("compounds.txt")
    return frozenset(lines[: lines.index("")])


@cache
def closed_compounds() -> frozenset[str]:
    """Words that fall into two common words and yet are written without a hyphen."""
    lines = _lines("compounds.txt")
    return frozenset(lines[lines.index("") + 1 :])


def is_word(word: str) -> bool:
    """Whether the tables know the word, in any case; they are no full dictionary.

    >>> is_word("Security"), is_word("secu")
    (True, False)
    """
    lower = word.lower()
    return lower in halves() or lower in closed_compounds() or lower in ligature_words()


def _lines(name: str) -> list[str]:
    from importlib import resources  # 15 ms that only damaged words need

    text = resources.files("citekit.notes").joinpath("data", name).read_text("utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]
