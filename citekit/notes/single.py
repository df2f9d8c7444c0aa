"""A note that stands alone: the line of a list, a string on the command line."""

from __future__ import annotations

import re

from citekit.model import Note, Passage
from citekit.notes.markers import strip_marker
from citekit.notes.repair import repair

SURROGATE = re.compile("[\ud800-\udfff]")
"""Halves of characters, as broken JSON brings them: no encoding can write them."""


def note_of(text: str, number: int = 1) -> Note:
    """The note of a string as printed: its marker is parted from it and its damage repaired. Takes any string.

    >>> note = note_of("[14] 江平：《沉浮与枯荣》，法律出版社2010\\n年版。")
    >>> note.marker, note.text
    ('[14]', '江平：《沉浮与枯荣》，法律出版社2010年版。')
    """
    whole = Passage.of(SURROGATE.sub("\ufffd", text))
    marker, passage = strip_marker(whole)
    return Note(number=number, marker=marker, passage=repair(passage).strip(), span=whole.span())
