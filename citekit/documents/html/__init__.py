"""Web pages: their text as a browser shows it, and the notes that they mark, in whatever of many ways.

The ways are asked in order: notes that stand in the text, notes that links lead to, and if there is neither, notes
that only a pop-up shows. A page that marks none is left to the search in its text; call-outs stay in it then, raised
digits as such, and the items of ordered lists have their numbers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from citekit.documents.assemble import MarkedNote, Run, assemble
from citekit.documents.calls import call_outs, own_marker, text_of
from citekit.documents.flow import flow
from citekit.documents.html.charset import decode_page
from citekit.documents.html.extent import extents
from citekit.documents.html.inline import inline_notes
from citekit.documents.html.links import calls, entries_of, leads_back, own_calls
from citekit.documents.html.look import BLOCKS, italic_classes, looker
from citekit.documents.html.pages import CALLING, Page, Site, site_of, stands_first
from citekit.documents.html.popups import popup_notes
from citekit.documents.labels import is_marker, unlabelled, value_of
from citekit.documents.markup import parse_html, parse_xhtml
from citekit.model import Document, Result

if TYPE_CHECKING:
    from lxml import etree

MEDIA_TYPE = "text/html"
EMBEDDED = re.compile(r"data:[\w.+/-]{1,80};base64,[A-Za-z0-9+/=\s%]{1000,}")
"""Pictures and fonts in the page itself, which may be a hundred times its text."""


@dataclass(slots=True)
class _Found:
    """Notes and call-outs as they are found: the runs that stand in place of elements, elements of notes by number,
    and the numbers of notes that nothing calls out."""

    inserts: dict[etree._Element, Sequence[Run]] = field(default_factory=dict)
    notes: list[tuple[str, etree._Element]] = field(default_factory=list)  # marker, element
    unnumbered: set[int] = field(default_factory=set)

    def add(self, marker: str, note: etree._Element) -> str:
        self.notes.append((marker, note))
        return str(len(self.notes))


def read_html(data: bytes, name: str) -> Result[Document]:
    """Reads a web page, HTML or XHTML, however broken.

    Takes its bytes and what messages call it. Raises CitekitError for what is no text, is too large or nests its
    elements without end.

    >>> page = '<p>安全趋势。<sup><a href="#n1">1</a></sup>随着</p><p id="n1">1. <i>Order</i>, 2015.</p>'.encode()
    >>> document = read_html(page, "a.html").value
    >>> document.notes[0].marker, document.notes[0].before, document.notes[0].text, document.text
    ('1', '安全趋势。', 'Order, 2015.', '安全趋势。随着\\nOrder, 2015.\\n')
    """
    decoded = decode_page(data, name)
    text = EMBEDDED.sub("data:,", decoded.value.text)
    root = parse_xhtml(text, name) if _is_xml(text) else parse_html(text, name)
    css = "\n".join(style.text or "" for style in root.iter("style"))
    document = document_of([Page(path=name, root=root)], name, MEDIA_TYPE, css)
    return Result(value=replace(document, encoding=decoded.value.encoding), messages=decoded.messages)


def document_of(pages: Sequence[Page], name: str, media_type: str, css: str = "") -> Document:
    """The document of these pages, in order; `css` are their style sheets."""
    italics = italic_classes(css)
    site = site_of(pages)
    found = _Found()
    for page in pages:
        _take_inline(page, found)
    _take_linked(site, found)
    if not found.notes:
        for page in pages:
            _take_popups(page, found)
    look = looker(italics)
    listed = entries_of(site)
    entries = [MarkedNote(id="", marker="", blocks=tuple(flow(entry, look))) for entry in listed]
    notes = list(_marked(found, italics))
    found.inserts.update((entry, ()) for entry in listed)
    look = looker(italics, plain=not notes)
    body = [block for page in pages for block in flow(page.root, look, found.inserts)]
    return assemble(name, media_type, body, notes, unlabelled(entries) or None)


def _is_xml(text: str) -> bool:
    head = text[:2000].lstrip("\ufeff \t\r\n")
    return head.startswith("<?xml") or "http://www.w3.org/1999/xhtml" in head


def _take_inline(page: Page, found: _Found) -> None:
    """Notes in the text: the call-out stands where the note stood."""
    for note in list(inline_notes(page.root)):
        for element in note.without:
            found.inserts[element] = ()
        number = found.add(note.marker, note.element)
        found.inserts[note.element] = (Run(call=number),)
        if not note.numbered:
            found.unnumbered.add(int(number))


def _take_linked(site: Site, found: _Found) -> None:
    """Notes that links lead to, their call-outs, and the links that lead back."""
    taken = set(found.inserts)
    links = [link for link in calls(site) if not taken.intersection((link.element, *link.element.iterancestors()))]
    called = own_calls(links)
    whole = call_outs((link.element for own in called.values() for link in own), BLOCKS)
    leads = {link.element: link.note for link in site.links}
    targets = sorted(called, key=lambda target: called[target][0].target.order)
    for target, note in zip(targets, extents(targets, whole), strict=True):
        own = called[target]
        marker = whole[own[0].element].marker
        number = found.add(marker, note)
        found.inserts.update((whole[link.element].element, (Run(call=number),)) for link in own)
        homes = {link.home for link in own}
        for back in note.iter(*CALLING):
            if back not in whole and (leads.get(back) in homes or leads_back(back)) and _may_go(back, marker):
                found.inserts[back] = ()


def _may_go(back: etree._Element, marker: str) -> bool:
    """Whether a link back is no more than that: neither the marker at the head of the note nor its text."""
    text = text_of(back)
    return len(text) <= 40 and not (is_marker(text) and value_of(text) == value_of(marker) and stands_first(back))


def _take_popups(page: Page, found: _Found) -> None:
    for call, text in list(popup_notes(page.root)):
        number = found.add(text_of(call), parse_html(f"<div>{text}</div>", "title"))
        found.inserts[call] = (Run(call=number),)


def _marked(found: _Found, italics: frozenset[str]) -> Iterator[MarkedNote]:
    """The notes with their text; those whose call-outs are pictures and that print no marker are counted."""
    notes, bare = [], set()
    for number, (marker, element) in enumerate(found.notes, 1):
        place = found.inserts.pop(element, None)  # a note in the text is shown here, its call-out there
        if marker and (label := own_marker(element, marker)) is not None:
            found.inserts[label] = ()
            bare.add(str(number))
        blocks = tuple(flow(element, looker(italics, shown=_shown(element)), found.inserts))
        if place is not None:
            found.inserts[element] = place
        notes.append(MarkedNote(id=str(number), marker=marker, blocks=blocks))
    counted = 0
    for number, note in enumerate(unlabelled(notes, bare), 1):
        counted += number not in found.unnumbered
        yield note if note.marker or number in found.unnumbered else replace(note, marker=str(counted))


def _shown(element: etree._Element) -> frozenset[etree._Element]:
    """What of a note is shown even if the page hides it until somebody asks for it."""
    return frozenset((element, *element)) if len(element) == 1 else frozenset((element,))
