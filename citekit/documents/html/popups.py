"""Notes that a page holds only in attributes, for a pop-up over their call-outs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from citekit.documents.calls import text_of
from citekit.documents.html.links import NOTE_WORDS
from citekit.documents.html.look import attribute, classes_of
from citekit.documents.labels import is_marker

if TYPE_CHECKING:
    from lxml import etree

HOLDING = (
    "data-footnote",
    "data-footnote-content",
    "data-note",
    "data-fn",
    "data-content",
    "data-bs-content",
    "data-original-title",
    "data-bs-original-title",
    "data-tippy-content",
    "data-tooltip",
    "zy-footnote",  # Chinese e-books: an image with the note beside it
    "title",
    "alt",
)
LEAST = 12
"""Characters that a note has at least; shorter ones say where a link leads."""
_WORDS = re.compile(r"[\w]{2}.*[\s，。：:,.、《「“]|[\u3040-\u9fff]{6}", re.DOTALL)


def popup_notes(root: etree._Element) -> Iterator[tuple[etree._Element, str]]:
    """The call-outs of a page that have their note in an attribute, and the notes (text, or HTML)."""
    for element in root.iter("a", "sup", "span", "img", "button", "abbr"):
        if element.attrib and _is_call(element):
            held = (attribute(element, name).strip() for name in HOLDING)
            note = next((text for text in held if len(text) >= LEAST and _WORDS.search(text)), "")
            if note:
                yield element, note


def _is_call(element: etree._Element) -> bool:
    words = " ".join((*classes_of(element), *(str(name) for name in element.attrib)))
    if element.tag == "img":
        return bool(NOTE_WORDS.search(words))
    raised = any(up.tag == "sup" for up in (element, *element.iterancestors()))
    return is_marker(text_of(element)) and (raised or bool(NOTE_WORDS.search(words)))
