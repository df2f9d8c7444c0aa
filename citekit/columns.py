"""Tables on a terminal, whose columns align with wide characters too."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence


def width(text: str) -> int:
    """Columns that a text takes on a terminal: CJK letters take two, combining marks none (Unicode Annex 11).

    >>> width("注 a"), width("é")
    (4, 1)
    """
    return sum(
        0 if unicodedata.combining(char) else 2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text
    )


def table(rows: Sequence[Sequence[str]], right: frozenset[int] = frozenset()) -> str:
    """Rows with their columns aligned, two blanks apart; columns in `right` are flush right.

    >>> print(table([["注", "12"], ["note", "3"]], right=frozenset({1})))
    注    12
    note   3
    """
    columns = [max(map(width, column)) for column in zip(*rows, strict=True)]
    lines = []
    for row in rows:
        cells = []
        for at, (cell, columns_wide) in enumerate(zip(row, columns, strict=True)):
            gap = " " * (columns_wide - width(cell))
            cells.append(gap + cell if at in right else cell + gap)
        lines.append("  ".join(cells).rstrip())
    return "\n".join(lines)
