"""ODT and flat ODT, OpenDocument texts (ODF 1.3, ISO/IEC 26300)."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from posixpath import normpath
from typing import TYPE_CHECKING

from citekit.documents.archive import Archive
from citekit.documents.assemble import assemble
from citekit.documents.callouts import unbracketed
from citekit.documents.detect import FODT, ODT, Format
from citekit.documents.managers.bookmarks import instructions
from citekit.documents.markup import child, parse_xml
from citekit.documents.odt.story import Setting, story
from citekit.documents.odt.styles import note_affixes, styles
from citekit.model import CitekitError, Document, Result

if TYPE_CHECKING:
    from lxml import etree


@dataclass(frozen=True, slots=True, kw_only=True)
class _Parts:
    """The parsed parts of a document, the content first, and what finds the formulas in it by their addresses."""

    roots: tuple[etree._Element, ...]
    formulas: Callable[[str], etree._Element | None] = lambda address: None


def read_odt(data: bytes, name: str) -> Result[Document]:
    """An ODT as a document, with its footnotes and endnotes in the order of their call-outs.

    Takes the bytes and what messages call them. Note markers are those that are printed; citations that Zotero,
    Mendeley or LibreOffice's own bibliography keep as data become hints. Raises CitekitError, one line, for what is no
    ODT.
    """
    archive = Archive(data, name)
    if "content.xml" not in archive:
        raise CitekitError(f"{name}: has no content.xml, so it is no ODT or damaged; save or download it again")
    if b"encryption-data" in (archive.find("META-INF/manifest.xml") or b""):
        raise CitekitError(f"{name}: is encrypted; save the article without a password")

    def part(address: str) -> etree._Element | None:
        found = archive.find(address)
        return parse_xml(found, f"{name}: {address}") if found else None

    roots = (part(address) for address in ("content.xml", "styles.xml", "meta.xml"))
    parts = _Parts(
        roots=tuple(root for root in roots if root is not None),
        formulas=lambda address: part(normpath(address) + "/content.xml") if address else None,
    )
    return Result(value=_document(parts, name, ODT))


def read_fodt(data: bytes, name: str) -> Result[Document]:
    """A flat ODT, which is one XML file, as a document; like `read_odt`."""
    return Result(value=_document(_Parts(roots=(parse_xml(data, name),)), name, FODT))


def _document(parts: _Parts, name: str, format: Format) -> Document:
    text = child(parts.roots[0], "body", "text") if parts.roots else None
    if text is None:
        raise CitekitError(f"{name}: is no text document (a table, slides?); save the article as ODT or DOCX")
    affixes: dict[str, tuple[str, str]] = {}
    for root in parts.roots:
        affixes |= note_affixes(root)
    bookmarked = instructions(one for root in parts.roots for one in root.iter("{*}user-defined"))
    setting = Setting(styles=styles(parts.roots), affixes=affixes, bookmarked=bookmarked, formulas=parts.formulas)
    told = story(text, setting)
    body, brackets = unbracketed(told.blocks)
    notes = [replace(note, marker=note.marker.join(brackets.get(note.id, ("", "")))) for note in told.notes]
    return assemble(name, format.media_type, body, notes)
