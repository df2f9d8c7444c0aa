"""Words that have lost a ligature on their way through a PDF: Confict, signi cant, ofce, con\ufffdict."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from citekit.model import Passage
from citekit.notes.patterns import compiled
from citekit.notes.words import halves, ligature_words

LIGATURE = "ff[il]?|f[il]"
GLYPHS = {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st"}
GLYPH = "[ﬀ-ﬆ]"
WORD = r"[^\W\d_\u0370-\U0010ffff]+"  # Latin letters; a Han character beside them is no part of the word
SHORT = "a|i|an|as|at|be|by|do|go|he|if|in|is|it|me|my|no|of|on|or|so|to|up|us|we"
HOLE = r"([ \ufffd])([a-z]{1,20})(?![A-Za-z\ufffd])"
LEFT = r"(?<![A-Za-z\ufffd])[A-Za-z]{0,20}\Z"
EDITION = r"Auf(?<=\d\. Auf)(?=\.)"  # 2. Auf. for 2. Aufl., the German word for an edition


def expand_glyphs(passage: Passage) -> Passage:
    """The one-glyph ligatures of Unicode as the letters that they stand for."""
    if passage.text.isascii() or not compiled(GLYPH).search(passage.text):
        return passage
    return passage.sub(compiled(GLYPH), lambda m: GLYPHS[m.group()])


def restore_ligatures(passage: Passage) -> Passage:
    """Confict -> Conflict: of the ligature only its f has come out, and only one word can be meant.

    URLs and words in capitals (which have no ligatures) stay.

    >>> restore_ligatures(Passage.of("Regional Confict Management")).text
    'Regional Conflict Management'
    """
    if "f" not in passage.text:
        return passage
    if not _lost_forms().keys().isdisjoint(compiled(WORD).findall(passage.text.lower())):
        passage = passage.replace(list(_missing_ends(passage.text)))
    return passage.sub(compiled(EDITION), "Aufl")


def fill_holes(passage: Passage) -> Passage:
    """signi cant -> significant: nothing of the ligature has come out but a blank or U+FFFD.

    >>> fill_holes(Passage.of("a signi cant e ect in air")).text
    'a significant effect in air'
    """
    text, edits = passage.text, []
    for match in compiled(HOLE).finditer(text):
        hole, right = match.groups()
        if hole == " " and right not in _right_halves():
            continue
        left = compiled(LEFT).search(text, max(0, match.start() - 21), match.start())
        if left and (filling := _filling(left.group(), hole, right)):
            edits.append((match.start(), match.start() + 1, filling))
    return passage.replace(edits)


def _missing_ends(text: str) -> Iterator[tuple[int, int, str]]:
    """An edit for every ligature of which only the f is left."""
    forms = _lost_forms()
    for token in compiled(r"\S+").finditer(text):
        if "f" not in token.group() or compiled(r"://|www\.|@").search(token.group()):
            continue
        for match in compiled(WORD).finditer(text, token.start(), token.end()):
            word = forms.get(match.group().lower())
            if word and not match.group().isupper():
                yield from _ends(word, match.start())


def _ends(word: str, start: int) -> Iterator[tuple[int, int, str]]:
    """The edits that make the lost form at `start` the word again."""
    gone = 0
    for ligature in compiled(LIGATURE).finditer(word):
        at = start + ligature.start() - gone
        gone += len(ligature.group()) - 1
        yield at, at + 1, ligature.group()


def _filling(left: str, hole: str, right: str) -> str:
    """The ligature that makes one word of both halves, if only one does and the halves are no words themselves."""
    lower = left.lower()
    if hole == " " and (not left or (_stands_alone(lower) and (len(right) < 3 or _stands_alone(right)))):
        return ""
    fits = [lig for lig in ("ff", "fi", "fl", "ffi", "ffl") if lower + lig + right in ligature_words()]
    return fits[0] if len(fits) == 1 else ""


def _stands_alone(part: str) -> bool:
    return part in halves() or bool(compiled(SHORT).fullmatch(part))


@cache
def _right_halves() -> frozenset[str]:
    """What may stand behind a hole that is a blank."""
    found = ((word[: m.start()], word[m.end() :]) for word in ligature_words() for m in _ligatures(word))
    return frozenset(b for a, b in found if a and b and not (_stands_alone(a) and (len(b) < 3 or _stands_alone(b))))


def _ligatures(word: str) -> Iterator[re.Match[str]]:
    """Each ligature that may be lost in a word, also the ff, fi or fl that stands in an ffi or ffl."""
    for pattern in ("ffi", "ffl", "ff", "fi", "fl"):
        yield from compiled(pattern).finditer(word)


@cache
def _lost_forms() -> dict[str, str]:
    return {compiled(LIGATURE).sub("f", word): word for word in ligature_words()}
