"""citekit turns the footnotes of a scholarly article into a living bibliography.

    >>> import citekit
    >>> citations = citekit.parse([citekit.note_of("王帆：《国益》，法律出版社，2023年，第5页。")])
    >>> citations[0].item.publisher, citations[0].locator
    ('法律出版社', '5')

The verbs: `read` an article, find its notes (`read_notes`), `parse` notes to citations, `study` all of an
article, `extract` it into a library, `read_library` and `save` a `.bib` file, `write` references in a format.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from citekit.documents import read as read
    from citekit.library import read_library as read_library
    from citekit.library import save as save
    from citekit.notes.single import note_of as note_of
    from citekit.outputs import write as write
    from citekit.pipeline import extract as extract
    from citekit.pipeline import parse as parse
    from citekit.pipeline import read_notes as read_notes
    from citekit.pipeline import study as study

_VERBS = {
    "extract": "citekit.pipeline",
    "note_of": "citekit.notes.single",
    "parse": "citekit.pipeline",
    "read": "citekit.documents",
    "read_library": "citekit.library",
    "read_notes": "citekit.pipeline",
    "save": "citekit.library",
    "study": "citekit.pipeline",
    "write": "citekit.outputs",
}
__all__ = ["extract", "note_of", "parse", "read", "read_library", "read_notes", "save", "study", "write"]


def __getattr__(name: str) -> object:
    """The verbs load their stage when they are first asked for, so that `import citekit` costs next to nothing."""
    if name not in _VERBS:
        raise AttributeError(f"module 'citekit' has no attribute {name!r}")
    return getattr(importlib.import_module(_VERBS[name]), name)
