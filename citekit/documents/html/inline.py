"""Notes that stand where they are called out, for a style sheet or a script to put them elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from citekit.documents.calls import text_of
from citekit.documents.flow import words
from citekit.documents.html.look import attribute, classes_of

if TYPE_CHECKING:
    from lxml import etree


@dataclass(frozen=True, slots=True, eq=False)
class Inline:
    """A note in the text: its element, what of it is marker and no text, and what is left out with it."""

    element: etree._Element
    marker: str = ""
    numbered: bool = True
    without: tuple[etree._Element, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """How some producers mark such notes."""

    name: str
    find: Callable[[etree._Element], Inline | None]
    why: str


def _by_element(element: etree._Element) -> Inline | None:
    return Inline(element) if element.tag in ("d-footnote", "dt-fn", "foot-note", "inline-footnote") else None


def _by_latexml(element: etree._Element) -> Inline | None:
    if "ltx_note" not in classes_of(element):
        return None
    content = next((at for at in element.iter("span") if "ltx_note_content" in classes_of(at)), None)
    if content is None:
        return None
    marks = [
        at
        for at in element.iter("sup", "span")
        if {"ltx_note_mark", "ltx_tag_note", "ltx_note_type"} & set(classes_of(at))
    ]
    return Inline(element, marker=text_of(marks[0]) if marks else "", without=tuple(marks))


def _by_sidenote(element: etree._Element) -> Inline | None:
    """Tufte CSS: a label and a checkbox, behind them the note."""
    classes = classes_of(element)
    if not {"sidenote", "marginnote"} & set(classes) or element.tag not in ("span", "small", "aside"):
        return None
    label = next((at for at in element.itersiblings(preceding=True) if at.tag not in ("input", "button")), None)
    toggle = (label,) if label is not None and label.tag == "label" else ()
    return Inline(element, numbered="sidenote" in classes, without=toggle)


def _by_class(element: etree._Element) -> Inline | None:
    """CSS Generated Content for Paged Media, 2: what floats to the foot of the page (Prince, Vivliostyle)."""
    if element.tag not in ("span", "small", "ins"):
        return None
    floats = "float:footnote" in attribute(element, "style").replace(" ", "")
    if not floats and not {"footnote", "fn", "endnote", "inline-note", "footnote-text"} & set(classes_of(element)):
        return None
    return Inline(element) if len(text_of(element)) >= LEAST else None


LATEXML_MARKS = words("ltx_note_mark ltx_tag_note ltx_note_type")
LEAST = 12
"""Characters that a note has at least; shorter ones of the same class are call-outs."""
KINDS: tuple[Kind, ...] = (
    Kind(name="element", find=_by_element, why="Distill, and other pages with elements of their own"),
    Kind(name="LaTeXML", find=_by_latexml, why="arXiv's pages: mark, content, and the mark once more in it"),
    Kind(name="sidenote", find=_by_sidenote, why="Tufte CSS, pandoc-sidenote"),
    Kind(name="class", find=_by_class, why="books set with CSS"),
)


def inline_notes(root: etree._Element) -> Iterator[Inline]:
    """The notes that stand in the text of a page, none within another."""
    within: set[etree._Element] = set()
    for element in root.iter("*"):
        parent = element.getparent()
        if parent in within:
            within.add(element)
            continue
        found = next((note for kind in KINDS if (note := kind.find(element))), None)
        if found:
            within.add(element)
            yield found
