"""Where lists of notes stand: from a heading such as Notes or 注释, with the first note under it, to where they end."""

from __future__ import annotations

from collections.abc import Sequence

from citekit.documents.pdf.lines import Line
from citekit.documents.pdf.marks import opening_marks
from citekit.documents.pdf.sheets import Sheet
from citekit.languages.headings import ends_article, heads_notes, heads_references

LARGER = 1.08
"""A line behind the notes that is set larger than they are, by this factor, belongs to something else."""
SOON = 3
"""Lines behind the heading within which the first note opens."""


def heads_list(lines: Sequence[Line], at: int) -> bool:
    """Whether the heading of a list of notes stands here, with its first note under it."""
    below = lines[at + 1 : at + 1 + SOON]
    return heads_notes(lines[at].text) and any(mark.count == 1 for line in below for mark in opening_marks(line))


def ends_list(line: Line, size: float) -> bool:
    """Whether a line ends a list of notes set in this size."""
    text = line.text
    return heads_references(text) or ends_article(text) or heads_notes(text) or line.size > LARGER * size


def columns_with_lists(sheets: Sequence[Sheet]) -> set[tuple[int, int]]:
    """The columns, by page and column, in which a list of notes stands: there are no footnotes there."""
    found: set[tuple[int, int]] = set()
    size = 0.0
    for page, sheet in enumerate(sheets):
        for column, lines in enumerate(sheet.columns):
            for at, line in enumerate(lines):
                if heads_list(lines, at):
                    size = lines[at + 1].size
                elif size and ends_list(line, size):
                    size = 0.0
                if size:
                    found.add((page, column))
    return found
