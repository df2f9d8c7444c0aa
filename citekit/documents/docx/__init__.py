"""DOCX, Word's format (ECMA-376, ISO/IEC 29500), transitional and strict, by whichever program it was written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from citekit.documents.assemble import MarkedNote, assemble
from citekit.documents.callouts import bare_note, unbracketed
from citekit.documents.detect import DOCX
from citekit.documents.docx.numbering import KINDS, Call, markers
from citekit.documents.docx.package import ROOT, Package
from citekit.documents.docx.story import Setting, Story, story
from citekit.documents.docx.styles import Styles
from citekit.documents.managers.bookmarks import instructions
from citekit.documents.managers.items import Item
from citekit.documents.managers.wordsources import read_sources
from citekit.documents.markup import attribute, local
from citekit.model import Document, Result

if TYPE_CHECKING:
    from lxml import etree


def read_docx(data: bytes, name: str) -> Result[Document]:
    """A DOCX as a document, with its footnotes and endnotes in the order of their call-outs.

    Takes the bytes and what messages call them. Note markers are those that Word prints; citations that Zotero,
    Mendeley, EndNote or Word itself keep as data become hints. Raises CitekitError, one line, for what is no DOCX.
    """
    package = Package(data, name)
    root = package.body()
    setting = Setting(
        styles=Styles(package.xml(package.part("styles"))),
        sources=_sources(package),
        bookmarked=instructions(package.all("custom-properties", ROOT)),
    )
    stories = [story(root, setting, package.links(package.main)), *_with_calls(package, setting)]
    body, brackets = unbracketed(block for told in stories for block in told.blocks)
    events = (event for told in stories for event in told.events)
    marks = {
        key: mark.join(brackets.get(key, ("", "")))
        for key, mark in markers(events, package.xml(package.part("settings"))).items()
    }
    dropped = _mentioned(root) - marks.keys()
    notes = [note for kind in KINDS for note in _notes(package, kind, setting, marks) if note.id not in dropped]
    return Result(value=assemble(name, DOCX.media_type, body, notes))


def _notes(package: Package, kind: str, setting: Setting, marks: Mapping[str, str]) -> Iterator[MarkedNote]:
    """The footnotes or the endnotes, each with its marker."""
    part = package.part(f"{kind}s")
    root = package.xml(part) if part else None
    links = package.links(part)
    for element in root if root is not None else ():
        if local(element) == kind and attribute(element, "type") in ("", "normal"):  # the others are rules between
            key = Call(kind=kind, id=attribute(element, "id")).key
            marker = marks.get(key, "")
            counted = next(element.iter(f"{{*}}{kind}Ref"), None) is not None
            blocks = bare_note(story(element, setting, links).blocks, "" if counted else marker)
            yield MarkedNote(id=key, marker=marker, blocks=blocks)


def _mentioned(root: etree._Element) -> set[str]:
    """The notes that are called out anywhere, in deleted and hidden text as well."""
    calls = ((kind, call) for kind in KINDS for call in root.iter(f"{{*}}{kind}Reference"))
    return {Call(kind=kind, id=attribute(call, "id")).key for kind, call in calls}


def _with_calls(package: Package, setting: Setting) -> Iterator[Story]:
    """Headers and footers that call a note out; their text is none of the article's otherwise."""
    for kind in ("header", "footer"):
        for _, part in package.related(kind):
            root = package.xml(part)
            if root is not None and _mentioned(root):
                yield story(root, setting, package.links(part))


def _sources(package: Package) -> dict[str, Item]:
    """The sources of Word's own bibliography."""
    found: dict[str, Item] = {}
    for _, part in package.related("customXml"):
        root = package.xml(part)
        if root is not None and local(root) == "Sources":
            found |= read_sources(root)
    return found
