"""Call-outs: the whole of each, with its brackets, and the marker that it prints."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from citekit.documents.labels import BACK_SIGNS, CLOSING, OPENING, is_marker, value_of
from citekit.documents.markup import allowed

if TYPE_CHECKING:
    from lxml import etree

MOST = 8
"""Children of an element that holds a call-out and its brackets."""
_OPEN_BEFORE = re.compile(rf"[{re.escape(OPENING)}]\s*\Z")
_CLOSED_BEHIND = re.compile(rf"\s*[{re.escape(CLOSING)}]")


@dataclass(frozen=True, slots=True, eq=False)
class Called:
    """A call-out as a whole: the element that goes, and the marker as printed."""

    element: etree._Element
    marker: str


def call_outs(elements: Iterable[etree._Element], blocks: frozenset[str]) -> dict[etree._Element, Called]:
    """The whole of each call-out, by the element that is the link; what parted several of them in a raised stretch
    goes with them. `blocks` are the names of elements that are no part of a line.

    >>> from citekit.documents.flow import words
    >>> from citekit.documents.markup import parse_html
    >>> page = parse_html("<p>Text<sup>[<a>1</a>]</sup> and (<a>2</a>)<sup><a>3</a>, <a>4</a></sup>.", "a.html")
    >>> [called.marker for called in call_outs(page.iter("a"), words("p")).values()], "".join(page.itertext())
    (['[1]', '(2)', '3', '4'], 'Text[1] and 234.')
    """
    links = list(elements)
    known = set(links)
    made = {}
    for link in links:
        whole = _whole(link, known, blocks)
        made[link] = Called(whole, _bracketed(whole))
    calls = {called.element for called in made.values()}
    for sup in {up for link in links for up in ancestors(link) if up.tag == "sup"}:
        _close_up(sup, calls)
    return made


def text_of(element: etree._Element, most: int = 200) -> str:
    """The text of an element, blanks collapsed, cut where it becomes long; none of an entity that is not known."""
    parts, length = [], 0
    for part in element.itertext() if isinstance(element.tag, str) else ():
        parts.append(str(part))
        length += len(part)
        if length > most:
            break
    return " ".join("".join(parts).split())[:most]


def own_marker(note: etree._Element, marker: str) -> etree._Element | None:
    """The element at the beginning of a note that holds nothing but its marker.

    >>> from citekit.documents.markup import parse_html
    >>> note = parse_html("<p><b><sup>1</sup></b> 1984 was different.", "a.html").find(".//p")
    >>> own_marker(note, "[1]").tag
    'b'
    """
    at = note
    while not (at.text or "").strip():
        child = next((child for child in at if text_of(child) or (child.tail or "").strip()), None)
        if child is None or not (text := text_of(child)):
            return None
        if is_marker(text.strip(BACK_SIGNS)) and value_of(text) == value_of(marker):
            return child
        at = child
    return None


def ancestors(element: etree._Element) -> Iterator[etree._Element]:
    """The element, its parent, and so on up to the root."""
    yield element
    yield from element.iterancestors()


def _whole(link: etree._Element, known: set[etree._Element], blocks: frozenset[str]) -> etree._Element:
    """The link, or the largest inline element that holds nothing else but brackets."""
    at = link
    while (parent := at.getparent()) is not None and parent.tag not in blocks and len(parent) <= MOST:
        others = [child for child in parent.iter("*") if child in known and child is not link]
        text = "".join([parent.text or "", *(f"{child.tail or ''}" for child in parent)])
        if others or re.search(r"[^\W_]", text) or any(text_of(child) for child in parent if child is not at):
            break
        at = parent
    return at


def _bracketed(call: etree._Element) -> str:
    """The marker; brackets around the call-out become part of it and leave the text."""
    marker = text_of(call, 40)
    before = call.getprevious()
    parent = call.getparent()
    text = (before.tail if before is not None else parent.text if parent is not None else "") or ""
    opened, closed = _OPEN_BEFORE.search(text), _CLOSED_BEHIND.match(call.tail or "")
    if not opened or not closed or OPENING.index(opened[0][0]) != CLOSING.index(closed[0].strip()):
        return marker
    text = allowed(text[: opened.start()])
    if before is not None:
        before.tail = text
    elif parent is not None:
        parent.text = text
    call.tail = allowed((call.tail or "")[closed.end() :])
    return f"{opened[0].strip()}{marker}{closed[0].strip()}"


def _close_up(sup: etree._Element, calls: set[etree._Element]) -> None:
    """Takes the commas and dashes between the call-outs of a raised stretch, if it holds nothing else."""
    nodes = [node for node in sup.iter() if not any(up in calls for up in node.iterancestors())]
    shown = [node for node in nodes if node not in calls]
    inside = nodes[1:]
    if re.search(r"[^\W_]", "".join([*(node.text or "" for node in shown), *(node.tail or "" for node in inside)])):
        return
    for node in shown:
        node.text = None
    for node in inside:
        node.tail = None
