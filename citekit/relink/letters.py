"""The characters of a note in its XML, each with its place, beside the text of the article that was read from it."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Generic, TypeVar

if TYPE_CHECKING:
    from lxml import etree

P = TypeVar("P")


@dataclass(slots=True)
class Letters(Generic[P]):
    """A text, and for each character where it stands: what holds it and the offset there; None for a break between
    paragraphs, and for what an element stands for."""

    holder: etree._Element
    parts: list[str] = field(default_factory=list)
    places: list[tuple[P, int] | None] = field(default_factory=list)

    def add(self, text: str, place: P | None = None, at: int = 0) -> None:
        """More text; its first character has the offset `at` in what holds it."""
        self.parts.append(text)
        self.places += ((place, at + n) if place is not None else None for n in range(len(text)))

    @property
    def text(self) -> str:
        return "".join(self.parts)


def paired(texts: Iterable[str], held: Sequence[Letters[P]]) -> Iterator[Letters[P] | None]:
    """The letters of each note, in the order of the notes; None where none has its text. `held` are in the order in
    which the article calls them out."""
    bare = [_bare(letters.text) for letters in held]
    free = list(range(len(held)))
    for text in texts:
        at = next((at for at in free if _bare(text) in bare[at]), None)
        if at is not None:
            free.remove(at)
        yield held[at] if at is not None else None


def aligned(raw: str, text: str) -> dict[int, int]:
    """For the characters of the text that was read, the places of the same ones in the letters; those that the reader
    has changed are left out.

    >>> aligned("b c", "a b  c")
    {0: 2, 1: 3, 2: 5}
    """
    at = text.find(raw)
    if at >= 0:
        return {n: at + n for n in range(len(raw))}
    blocks = difflib.SequenceMatcher(None, raw, text, autojunk=False).get_matching_blocks()
    return {block.a + n: block.b + n for block in blocks for n in range(block.size)}


def _bare(text: str) -> str:
    return "".join(text.split())
