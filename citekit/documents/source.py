"""Source text (Markdown, LaTeX) in which notes are marked: a clean text beside it, every character with its offset."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import replace
from typing import Literal

from citekit.documents.assemble import last_words
from citekit.model import Hint, Note, Passage, Span

_WIDE = "\u2e80-\u303f\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff\uff01-\uff60"  # without Hangul, which has word spaces
_BLANKS = re.compile(r"[ \t]*\n[ \t\n]*|[ \t]{2,}|\t")
_BOTH_WIDE = re.compile(rf"[{_WIDE}][{_WIDE}0-9]|[0-9][{_WIDE}]")
_TAIL = 300


class Clean:
    """A text as it grows out of its source, each character with its offset there, and the hints met on the way.

    >>> clean = Clean()
    >>> clean.keep(Passage.of("Rowman ", 10))
    >>> clean.put("&", 17)
    >>> clean.passage().text, clean.passage().origin[-1]
    ('Rowman &', 17)
    """

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._origin: list[int] = []
        self.hints: list[Hint] = []

    def __len__(self) -> int:
        return len(self._origin)

    def keep(self, passage: Passage) -> None:
        """Characters as they stand in the source."""
        self._parts.append(passage.text)
        self._origin += passage.origin

    def put(self, text: str, at: int) -> None:
        """Text that stands for something else at this offset."""
        self._parts.append(text)
        self._origin += [at] * len(text)

    def hint(self, kind: Literal["italic", "link", "citation"], since: int, value: str = "", end: int = 0) -> None:
        """A hint to the characters added since the text had that length, up to the offset `end` if markup follows them;
        none if there are none."""
        places = self._origin[since:]
        if places:
            span = Span(start=min(places), end=max(end, max(places) + 1))
            self.hints.append(Hint(kind=kind, span=span, value=value))

    def passage(self) -> Passage:
        """The text on one line, without blanks at its ends."""
        return flow(Passage(text="".join(self._parts), origin=tuple(self._origin)))

    def tail(self) -> str:
        """The end of the text, enough for the words before a call-out."""
        first, length = len(self._parts), 0
        while first and length < _TAIL:
            first -= 1
            length += len(self._parts[first])
        return "".join(self._parts[first:])

    def forget(self) -> None:
        """Keeps only the end: nobody asks for the whole body."""
        tail = self.tail()[-_TAIL:]
        self._parts, self._origin = [tail], self._origin[len(self._origin) - len(tail) :]


def flow(passage: Passage) -> Passage:
    """A passage on one line: blanks and line ends become one blank, between wide characters a line end becomes nothing.

    So CJK text may be broken anywhere in its source (as pandoc's `east_asian_line_breaks` and xeCJK have it).

    >>> flow(Passage.of("外交\\n青书  2023年第\\n7期, World\\n  Politics ")).text
    '外交青书 2023年第7期, World Politics'
    """
    return passage.sub(_BLANKS, _joint).strip()


def _joint(match: re.Match[str]) -> str:
    beside = match.string[match.start() - 1 : match.start()] + match.string[match.end() : match.end() + 1]
    return "" if "\n" in match[0] and _BOTH_WIDE.fullmatch(beside) else " "


def words_before(text: str) -> str:
    """The words before a call-out, as `Note.before` keeps them, out of the clean text that ends there.

    >>> words_before("the trend\\nis clear ")
    'the trend is clear'
    """
    return last_words(flow(Passage.of(text[-_TAIL:])).text)


class Lines:
    """The numbers of the lines of a text.

    >>> Lines("a\\nb\\n").number(2)
    2
    """

    def __init__(self, text: str) -> None:
        self._ends = [match.start() for match in re.finditer("\n", text)]

    def number(self, offset: int) -> int:
        """The line, counted from 1, in which an offset lies."""
        return bisect_right(self._ends, offset - 1) + 1

    def span(self, start: int, end: int) -> Span:
        """A range with its line."""
        return Span(start=start, end=end, line=self.number(start))


def numbered(notes: Iterable[Note]) -> tuple[Note, ...]:
    """The notes in the order of their call-outs, those without any last, numbered; empty ones left out."""
    kept = [note for note in notes if note.text]
    kept.sort(key=lambda note: (note.call is None, note.call.start if note.call else note.span.start))
    return tuple(replace(note, number=number) for number, note in enumerate(kept, 1))
