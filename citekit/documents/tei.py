"""TEI P5, as editors write it, pandoc exports it, and GROBID makes it out of PDF files.

Notes are `note` elements (TEI Guidelines, 3.9), in the text where they are called out, or elsewhere, named by a `ref`
or `ptr` in the text or naming an `anchor` there. Entries are the records of `listBibl`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from citekit.documents.assemble import MarkedNote, Run, assemble
from citekit.documents.calls import ancestors, call_outs, own_marker, text_of
from citekit.documents.flow import Look, flow, words
from citekit.documents.labels import is_marker, unlabelled
from citekit.documents.markup import parse_xml, without_namespaces
from citekit.documents.records import citation_of, printed
from citekit.documents.teirefs import RECORDS, raw_of, record_of
from citekit.model import CitekitError, Document, Result

if TYPE_CHECKING:
    from lxml import etree

MEDIA_TYPE = "application/tei+xml"
ID = "{http://www.w3.org/XML/1998/namespace}id"
ROOMS = words(
    "text front body back group div div1 div2 div3 div4 div5 div6 div7 noteGrp list item listBibl standOff floatingText"
)
"""What holds notes that do not stand where they are called out."""
BLOCKS = ROOMS | words(
    "p ab head lg l sp speaker stage label table row cell figure epigraph opener closer salute signed byline dateline"
    " argument trailer titlePage docTitle titlePart docAuthor docImprint imprimatur castList castItem TEI note"
)
LEFT_OUT = words(
    "teiHeader facsimile sourceDoc fw del gap figDesc graphic index interp interpGrp spanGrp addSpan delSpan metamark"
    " encodingDesc surplus"
)
PREFERRED = {"reg": "orig", "corr": "sic", "expan": "abbr"}  # of a choice, what is printed
ITALIC = ("italic", "ital", "#i", "oblique")
QUOTES = ("quote", "q", "cit", "said")
QUOTED = ("quote", "q", "soCalled")
MARKS = tuple("\"'“”„‟‘’‚«»‹›「『《〈")
NOTE_DIVISIONS = ("note", "endnote", "footnote", "anmerkung")
IN_PLACE = ("inline", "inspace")


@dataclass(slots=True)
class _Found:
    """Notes as they are found, and the runs that stand in place of elements."""

    notes: list[tuple[str, str, etree._Element]] = field(default_factory=list)  # identifier, marker, element
    inserts: dict[etree._Element, Sequence[Run]] = field(default_factory=dict)


def read_tei(data: bytes, name: str) -> Result[Document]:
    """Reads a text in TEI.

    Takes its bytes and what messages call it. Raises CitekitError for what is no XML, declares entities of its own or
    holds no text.

    >>> text = "<TEI><text><body><p>安全趋势。<note n='①'><p>Tow 2015.</p></note>随着</p></body></text></TEI>"
    >>> document = read_tei(text.encode(), "a.xml").value
    >>> document.notes[0].marker, document.notes[0].before, document.text
    ('①', '安全趋势。', '安全趋势。随着\\nTow 2015.\\n')
    """
    root = without_namespaces(parse_xml(data, name))
    if root.find(".//text") is None and root.tag != "text":
        raise CitekitError(f"{name}: is TEI without a text; give the transcription")
    found = _Found()
    entries = list(_entries(root, found))
    for record in root.iter("biblStruct"):
        found.inserts.setdefault(record, _shown(record))
    _notes(root, found)
    body = flow(root, _look, found.inserts)
    return Result(value=assemble(name, MEDIA_TYPE, body, _marked(found), entries or None))


def _look(element: etree._Element, around: Look) -> Look | None:
    tag, parent = str(element.tag), element.getparent()
    if tag in LEFT_OUT or _is_second_choice(element, tag, parent):
        return None
    if tag in ("lb", "cb", "pb"):
        return around._replace(before="" if element.get("break") == "no" else "\n")
    if tag == "note":
        return around._replace(block=element.get("place") not in IN_PLACE and element.get("type") != "raw_reference")
    if tag in BLOCKS or (tag in QUOTES and _holds_blocks(element)):
        return around._replace(block=True, heading=around.heading or tag == "head")
    return _inline(element, tag, around)


def _inline(element: etree._Element, tag: str, around: Look) -> Look:
    if tag == "bibl":
        in_list = element.getparent() is not None and element.getparent().tag in (*ROOMS, "bibl")  # type: ignore[union-attr]
        return around._replace(citation=citation_of([record_of(element)]), block=in_list)
    if tag in QUOTED:
        return _quoted(element, around)
    style = " ".join(element.get(name) or "" for name in ("rend", "rendition", "style")).lower()
    if tag == "emph" or (tag == "title" and element.get("level") in ("m", "j", "s")) or "italic" in style:
        return around._replace(italic=True)
    if tag == "hi" and (any(word in style for word in ITALIC) or style.strip() == "i"):
        return around._replace(italic=True)
    target = element.get("target") or ""
    if tag in ("ref", "ptr") and target.startswith(("http://", "https://")):
        shown = target if tag == "ptr" or not text_of(element) else ""
        return around._replace(link=target.split()[0], before=shown)
    before = element.getprevious()
    if tag in ("forename", "surname") and before is not None and not before.tail:
        latin = any(char.isalpha() and char < "\u2e80" for char in text_of(element))
        return around._replace(before=" " if latin else "")
    return around


def _quoted(element: etree._Element, around: Look) -> Look:
    """With quotation marks, unless the encoder has kept those of the source."""
    before, parent = element.getprevious(), element.getparent()
    text = (before.tail if before is not None else parent.text if parent is not None else "") or ""
    if text[-1:] in MARKS or text_of(element)[:1] in MARKS:
        return around
    return around._replace(before="“", after="”")


def _is_second_choice(element: etree._Element, tag: str, parent: etree._Element | None) -> bool:
    if parent is None or parent.tag != "choice" or tag not in PREFERRED:
        return False
    return parent.find(PREFERRED[tag]) is not None


def _holds_blocks(element: etree._Element) -> bool:
    parent = element.getparent()
    return (parent is not None and parent.tag in ROOMS) or any(child.tag in ("p", "lg", "l", "ab") for child in element)


def _shown(record: etree._Element) -> Sequence[Run]:
    """A record as it was printed, where that is kept, otherwise as a list of references prints it."""
    data = record_of(record)
    if raw := raw_of(record):
        return (Run(text=raw, citation=citation_of([data])),)
    return printed(data)


def _entries(root: etree._Element, found: _Found) -> Iterator[MarkedNote]:
    """The records of all lists of references."""
    for entry in root.iter(*RECORDS):
        ups = [str(up.tag) for up in entry.iterancestors()]
        in_division = any(_is_division(up, ("bibliogra", "references")) for up in entry.iterancestors("div"))
        if (
            "teiHeader" in ups
            or any(up in RECORDS or up == "note" for up in ups)
            or ("listBibl" not in ups and not in_division)
        ):
            continue
        label = entry.find("label")
        marker = entry.get("n") or (text_of(label) if label is not None else "")
        own = {entry: _shown(entry)} if entry.tag == "biblStruct" else {}
        if label is not None:
            own[label] = ()
        yield from unlabelled([MarkedNote(id="", marker=marker, blocks=tuple(flow(entry, _look, own)))])
        found.inserts[entry] = ()


def _is_entry(record: etree._Element) -> bool:
    """Whether a record stands in a list, not in another record, a note or the header."""
    ups = list(record.iterancestors())
    if any(up.tag in (*RECORDS, "note", "teiHeader") for up in ups):
        return False
    return any(up.tag == "listBibl" or _is_division(up, ("bibliogra", "references")) for up in ups)


def _is_division(element: etree._Element, kinds: Sequence[str]) -> bool:
    kind = f"{element.get('type') or ''} {element.get('subtype') or ''}".lower()
    return any(word in kind for word in kinds)


def _notes(root: etree._Element, found: _Found) -> None:
    """The notes, those of a division of notes that are no `note` among them, and their call-outs."""
    notes = [element for element in root.iter("note", "p", "item") if _is_note(element)]
    named = {element.get(ID): element for element in notes if element.get(ID)}
    outside = {note for note in notes if _is_outside(note)}
    calls: dict[etree._Element, list[etree._Element]] = {note: [] for note in notes}
    places = {at.get(ID): at for at in root.iter("ref", "ptr", "anchor", "seg", "hi", "w") if at.get(ID)}
    for link in root.iter("ref", "ptr"):
        for target in (link.get("target") or "").split():
            note = named.get(target.removeprefix("#")) if target.startswith("#") else None
            if note in outside and not any(up in calls for up in link.iterancestors()):
                calls[note].append(link)
    for note in outside:
        for target in f"{note.get('target') or ''} {note.get('corresp') or ''}".split():
            if (place := places.get(target.removeprefix("#"))) is not None and place not in calls[note]:
                calls[note].append(place)
    whole = call_outs({link for links in calls.values() for link in links if is_marker(text_of(link))}, BLOCKS)
    for number, note in enumerate(notes, 1):
        marker = note.get("n") or ""
        found.inserts[note] = () if note in outside else (Run(call=str(number)),)
        for link in calls[note]:
            made = whole.get(link)
            at = made.element if made else link
            kept = () if made else found.inserts.get(at, tuple(_words(at)))
            found.inserts[at] = (*(found.inserts.get(at, ()) if made else kept), Run(call=str(number)))
            marker = made.marker if made and link is calls[note][0] else marker
        found.notes.append((str(number), marker, note))


def _words(element: etree._Element) -> Iterator[Run]:
    """The text of a place that a note names, which stays."""
    for at, block in enumerate(flow(element, _look)):
        yield from (*([Run(text=" ")] if at else []), *block.runs)


def _is_note(element: etree._Element) -> bool:
    ups = list(element.iterancestors())
    if any(up.tag in ("teiHeader", "note", "listBibl", *RECORDS) for up in ups):
        return False
    if element.tag == "note":
        return element.get("place") not in IN_PLACE
    in_notes = any(_is_division(up, NOTE_DIVISIONS) for up in ups if str(up.tag).startswith(("div", "list")))
    return bool(element.get(ID)) and in_notes and not any(True for _ in element.iter("note"))


def _is_outside(note: etree._Element) -> bool:
    """Whether a note stands elsewhere than where it is called out."""
    parent = note.getparent()
    if note.tag != "note" or note.get("target"):
        return True
    return parent is None or parent.tag in ROOMS or any(_is_division(up, NOTE_DIVISIONS) for up in ancestors(parent))


def _marked(found: _Found) -> Iterator[MarkedNote]:
    """The notes with their text; those without marker are counted, as they are when they are printed."""
    notes, bare = [], set()
    for name, marker, element in found.notes:
        place = found.inserts.pop(element)
        if marker and (label := own_marker(element, marker)) is not None:
            found.inserts[label] = ()
            bare.add(name)
        notes.append(MarkedNote(id=name, marker=marker, blocks=tuple(flow(element, _look, found.inserts))))
        found.inserts[element] = place
    for number, note in enumerate(unlabelled(notes, bare), 1):
        yield note if note.marker else replace(note, marker=str(number))
