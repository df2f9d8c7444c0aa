"""How far a note reaches: from the place that its call-out names to the element that holds it, or the next note.

Some pages give each note an element of its own, some only a named place at its beginning, and several paragraphs
or lines may follow. What is found is moved into one new element, out of the page.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from citekit.documents.calls import ancestors, text_of
from citekit.documents.flow import words
from citekit.documents.html.links import LISTS, NOTE_TYPES, NOTE_WORDS
from citekit.documents.html.look import HEADINGS, attribute, classes_of, is_block, types_of
from citekit.documents.html.pages import block_of, names_of, stands_first
from citekit.documents.labels import is_marker
from citekit.documents.markup import allowed, line_of

if TYPE_CHECKING:
    from lxml import etree

ROOMS = words("html body main article table tbody thead tfoot ol ul dl center form")
"""Elements that hold more than one note, even if they do not."""
LONGEST = 50_000
"""Characters in one note; the longest note met in print had some 8000."""


def extents(targets: Sequence[etree._Element], called: Iterable[etree._Element]) -> list[etree._Element]:
    """The elements of the notes that begin at these targets, taken out of their pages.

    `called` are the call-outs: what holds one that stands in the text is no note.
    """
    from lxml import etree

    starts = {block_of(target) for target in targets if is_block(target) or stands_first(target)}
    busy = {up for call in called if block_of(call) not in starts for up in ancestors(call)}
    count = Counter(up for target in targets for up in ancestors(target))
    begins = [_widest(target, count, busy) for target in targets]
    first = set(begins)
    reach = [[] if _is_whole(begin, busy) else _reach(begin, first, busy) for begin in begins]
    made = []
    for begin, nodes in zip(begins, reach, strict=True):
        note = etree.Element("div")
        note.sourceline = line_of(begin)  # type: ignore[assignment]  # the stubs have no setter
        _move((begin, *nodes), note, keep=_is_whole(begin, busy))
        made.append(note)
    return made


def _widest(target: etree._Element, count: Counter[etree._Element], busy: set[etree._Element]) -> etree._Element:
    """The largest element around a target that holds its note alone."""
    at = target
    while (parent := at.getparent()) is not None:
        if parent.tag in ROOMS or count[parent] > 1 or parent in busy:
            break
        if is_block(at) and not is_marker(_before(at)) and _before(at).strip():
            break
        at = parent
    before = at.getprevious()
    if at.tag == "dd" and before is not None and before.tag == "dt" and not count[before]:
        return before
    return at


def _is_whole(begin: etree._Element, busy: set[etree._Element]) -> bool:
    """Whether a stretch in the running text, beside its call-out, is the note."""
    text = text_of(begin)
    return begin.getparent() in busy and not is_block(begin) and bool(text) and not is_marker(text)


def _before(element: etree._Element) -> str:
    """The text before an element in its parent."""
    parent = element.getparent()
    if parent is None:
        return ""
    parts = [parent.text or ""]
    for sibling in parent:
        if sibling is element or sum(map(len, parts)) > 100:
            break
        parts += [text_of(sibling), sibling.tail or ""]
    return "".join(parts)


def _reach(begin: etree._Element, first: set[etree._Element], busy: set[etree._Element]) -> list[etree._Element]:
    """The siblings behind the beginning of a note that belong to it."""
    found: list[etree._Element] = []
    length = 0
    for sibling in begin.itersiblings():
        if sibling in first:
            return found
        if sibling in busy or sibling.tag in HEADINGS or sibling.tag == "hr" or length > LONGEST:
            break
        length += len(text_of(sibling, LONGEST)) + len(sibling.tail or "")
        found.append(sibling)
    if not is_block(begin):
        return list(_line(found))
    return found if _is_list_of(begin, first) else []


def _line(siblings: Iterable[etree._Element]) -> Iterator[etree._Element]:
    """What goes on in the same paragraph: up to a block, or two line ends."""
    ended = False
    for sibling in siblings:
        if is_block(sibling) and (sibling.tag != "br" or ended):
            return
        ended = sibling.tag == "br" and not (sibling.tail or "").strip()
        yield sibling


def _is_list_of(begin: etree._Element, first: set[etree._Element]) -> bool:
    """Whether the parent of a note holds nothing but notes, headings apart; then the last one reaches to its end."""
    parent = begin.getparent()
    if parent is None or parent.tag in ("body", "html", "main", "article"):
        return False
    if parent.tag == "dl" or NOTE_TYPES & types_of(parent) or _is_named(parent):
        return parent.tag not in LISTS or parent.tag == "dl"
    if (parent.text or "").strip():
        return False
    head = next((child for child in parent if child.tag not in HEADINGS and child.tag not in ("hr", "br")), None)
    return head in first and head is not begin and parent.tag not in LISTS


def _is_named(element: etree._Element) -> bool:
    return bool(NOTE_WORDS.search(" ".join((*classes_of(element), names_of(element), attribute(element, "style")))))


def _move(nodes: Sequence[etree._Element], note: etree._Element, keep: bool) -> None:
    """Moves siblings into the note. Text behind the last one is the note's if that is no block; `keep` leaves it."""
    last, parent, before = nodes[-1], nodes[0].getparent(), nodes[0].getprevious()
    keep = keep or is_block(last)
    tail = last.tail or "" if keep else ""
    for node in nodes:
        note.append(node)
    if keep:
        last.tail = None
    if before is not None:
        before.tail = allowed((before.tail or "") + tail)
    elif parent is not None:
        parent.text = allowed((parent.text or "") + tail)
