"""Which asterisks, underscores and tildes are emphasis marks (CommonMark 0.31, 6.2; GitHub's ~~strikethrough~~).

As in the proposal for CJK text (markdown-cjk-friendly), a CJK letter beside a run counts as punctuation does, so that
the marks in 王帆*《国益》*，are marks.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field

from citekit.documents.markdown.pieces import Piece

_CJK_LETTERS = (("\u3041", "\u30ff"), ("\u3400", "\u9fff"), ("\uac00", "\ud7a3"), ("\uf900", "\ufaff"))


@dataclass(slots=True)
class Run:
    """A run of marks: `left` of them are not used yet; those used at its beginning close, those at its end open."""

    mark: str
    length: int
    opens: bool
    closes: bool
    left: int = 0
    closing: list[bool] = field(default_factory=list)  # of each mark used at the beginning: whether it ends italics
    opening: list[bool] = field(default_factory=list)  # of each mark used at the end, the outermost last


def runs(text: str, pieces: Sequence[Piece], scope: Sequence[int]) -> dict[int, Run]:
    """The runs of marks among the pieces with these indices, paired.

    Takes the pieces between one pair of brackets, for marks inside and outside of them are no pairs.

    >>> from citekit.documents.markdown.pieces import pieces
    >>> found = pieces("a *b* **c", {})
    >>> [(run.left, run.opening, run.closing) for run in runs("a *b* **c", found, range(len(found))).values()]
    [(0, [True], []), (0, [], [True]), (2, [], [])]
    """
    found = {at: _run(text, pieces[at]) for at in scope if pieces[at].kind == "run"}
    open_: list[Run] = []
    floor: dict[tuple[str, bool, int], int] = {}
    for run in found.values():
        if run.closes:
            _pair(run, open_, floor)
        if run.opens and run.left:
            open_.append(run)
    return found


def _pair(closer: Run, open_: list[Run], floor: dict[tuple[str, bool, int], int]) -> None:
    """Matches a closing run with the nearest that open; where none was found it is not looked again (`floor`)."""
    key = (closer.mark, closer.opens, closer.length % 3)
    while closer.left:
        least = min(floor.get(key, 0), len(open_))
        at = next((i for i in range(len(open_) - 1, least - 1, -1) if _match(open_[i], closer)), -1)
        if at < 0:
            floor[key] = len(open_)
            return
        opener = open_[at]
        count = 2 if min(opener.left, closer.left) >= 2 else 1
        italic = count == 1
        opener.left -= count
        closer.left -= count
        opener.opening += [italic] * count
        closer.closing += [italic] * count
        del open_[at + (opener.left > 0) :]
        for other, place in floor.items():
            floor[other] = min(place, len(open_))


def _match(opener: Run, closer: Run) -> bool:
    if opener.mark != closer.mark:
        return False
    both = opener.closes or closer.opens
    return not (both and (opener.length + closer.length) % 3 == 0 and (opener.length % 3 or closer.length % 3))


def _run(text: str, piece: Piece) -> Run:
    mark = text[piece.start]
    before = text[piece.start - 1 : piece.start] or " "
    after = text[piece.end : piece.end + 1] or " "
    left = not after.isspace() and (not _punctuation(after) or _edge(before))
    right = not before.isspace() and (not _punctuation(before) or _edge(after))
    if mark == "_":
        opens, closes = left and (not right or _punctuation(before)), right and (not left or _punctuation(after))
    else:
        opens, closes = left, right
    length = piece.end - piece.start
    return Run(mark=mark, length=length, opens=opens, closes=closes, left=length)


def _edge(char: str) -> bool:
    return char.isspace() or _punctuation(char) or any(a <= char <= b for a, b in _CJK_LETTERS)


def _punctuation(char: str) -> bool:
    return unicodedata.category(char)[0] in "PS"
