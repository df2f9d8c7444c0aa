"""JATS, the Journal Article Tag Suite (ANSI/NISO Z39.96), and the NLM article DTDs before it.

Notes are `fn` elements, in the text where they are called out, or in groups behind it and named by `xref`. Entries
are the `ref` elements of the lists of references.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from citekit.documents.assemble import MarkedNote, Run, assemble
from citekit.documents.calls import call_outs, own_marker, text_of
from citekit.documents.flow import Look, flow, words
from citekit.documents.jatsrefs import CITATIONS, data_of, is_structured, record_of
from citekit.documents.labels import unlabelled
from citekit.documents.markup import parse_xml, without_namespaces
from citekit.documents.records import citation_of, printed
from citekit.model import CitekitError, Document, Message, Result

if TYPE_CHECKING:
    from lxml import etree

MEDIA_TYPE = "application/jats+xml"
HREF = "{http://www.w3.org/1999/xlink}href"
BLOCKS = words(
    "article front body back title-group abstract trans-abstract kwd-group contrib-group contrib sec title p disp-quote"
    " speech statement verse-group verse-line list list-item def-list def-item term def table-wrap caption table thead"
    " tbody tfoot tr td th fig boxed-text attrib disp-formula preformat break fn-group fn ack app app-group ref-list"
    " ref notes glossary bio sub-article response table-wrap-foot author-notes corresp label"
)
TITLES = words("article-title subtitle trans-title trans-subtitle")  # blocks in the head of the article only
FRONT = words("title-group abstract trans-abstract kwd-group contrib-group author-notes")  # what is shown of it
LEFT_OUT = words(
    "journal-meta processing-meta aff contrib-id tex-math annotation annotation-xml index-term graphic inline-graphic"
    " media object-id alt-text long-desc email supplementary-material role front-stub"
)
LABELLED = words("fn ref list-item")  # their labels are markers, not text
GROUPS = words(
    "fn-group table-wrap-foot author-notes notes back front article-meta ref-list app app-group body sec floats-group"
    " table-wrap fig glossary ack"
)
NO_NOTES = words(
    "con conflict coi-statement financial-disclosure supported-by equal deceased presented-at presented-by"
    " present-address study-group-members supplementary-material edited-by communicated-by participating-researchers"
)
"""Kinds of `fn` that speak of the article or its authors; without a call-out they stay in the text."""


@dataclass(slots=True)
class _Found:
    """Notes as they are found, and the runs that stand in place of elements."""

    notes: list[tuple[str, str, etree._Element]] = field(default_factory=list)  # identifier, marker, element
    inserts: dict[etree._Element, Sequence[Run]] = field(default_factory=dict)


def read_jats(data: bytes, name: str) -> Result[Document]:
    """Reads an article in JATS.

    Takes its bytes and what messages call it. Raises CitekitError for what is no XML, declares entities of its own or
    holds no article.

    >>> article = "<article><body><p>安全趋势。<fn><p>Tow 2015.</p></fn>随着</p></body></article>"
    >>> document = read_jats(article.encode(), "a.xml").value
    >>> document.notes[0].marker, document.notes[0].before, document.text
    ('1', '安全趋势。', '安全趋势。随着\\nTow 2015.\\n')
    """
    root = without_namespaces(parse_xml(data, name))
    article = root if root.tag == "article" else root.find(".//article")
    if article is None:
        raise CitekitError(f"{name}: holds no article; give the full text in JATS")
    messages = tuple(_without_translations(article, name))
    found = _Found()
    entries = list(_entries(article, found))
    _structured(article, found)
    _notes(article, found)
    body = flow(article, _look, found.inserts)
    document = assemble(name, MEDIA_TYPE, body, _marked(found), entries or None)
    return Result(value=document, messages=messages)


def _without_translations(article: etree._Element, name: str) -> Iterator[Message]:
    """Takes out the article's translations, whose notes are the same once more."""
    for part in article.findall(".//sub-article"):
        parent = part.getparent()
        if part.get("article-type") == "translation" and parent is not None:
            parent.remove(part)
            yield Message(text=f"{name}: the translation of the article in the same file is left out", level="info")


def _look(element: etree._Element, around: Look) -> Look | None:
    tag, parent = str(element.tag), element.getparent()
    within = "" if parent is None else str(parent.tag)
    if tag in LEFT_OUT or (within == "article-meta" and tag not in FRONT) or (tag == "label" and within in LABELLED):
        return None
    if within.endswith("alternatives") and element.getprevious() is not None:
        return None
    if tag in TITLES:
        is_head = within.endswith("title-group")
        return around._replace(block=is_head, heading=around.heading or is_head)
    if tag in BLOCKS:
        is_pre = around.pre or tag == "preformat"
        return around._replace(block=True, heading=around.heading or tag == "title", pre=is_pre)
    return _inline(element, tag, around)


def _inline(element: etree._Element, tag: str, around: Look) -> Look:
    if tag in CITATIONS:
        return around._replace(citation=citation_of([data_of(element)]))
    if tag == "italic":
        return around._replace(italic=element.get("toggle") != "no")
    if tag in ("ext-link", "uri", "pub-id", "self-uri"):
        return around._replace(link=_address(element) or around.link)
    before = element.getprevious()
    if tag in ("given-names", "surname", "suffix", "prefix") and before is not None and not before.tail:
        latin = any(char.isalpha() and char < "\u2e80" for char in text_of(element))
        return around._replace(before=" " if latin else "")
    return around


def _address(element: etree._Element) -> str:
    """Where a link leads; a DOI as the address of its resolver."""
    text = text_of(element)
    if element.get("pub-id-type") == "doi" or element.get("ext-link-type") == "doi":
        doi = (element.get(HREF) or text).removeprefix("doi:").strip()
        return doi if doi.startswith("http") else f"https://doi.org/{doi}"
    href = element.get(HREF) or text
    return href if href.startswith(("http://", "https://", "ftp://")) else ""


def _entries(article: etree._Element, found: _Found) -> Iterator[MarkedNote]:
    """The entries of all lists of references: one for each citation of a `ref`, all with its label."""
    for ref in article.iter("ref"):
        label = ref.find("label")
        marker = text_of(label) if label is not None else ""
        parts = [child for child in ref if child.tag in (*CITATIONS, "citation-alternatives", "note", "p")] or [ref]
        for part in parts:
            one = _best(part)
            inserts = {one: printed(record_of(one))} if is_structured(one) else {}
            blocks = tuple(flow(part, _look, inserts))
            yield from unlabelled([MarkedNote(id=ref.get("id") or "", marker=marker, blocks=blocks)])
        found.inserts[ref] = ()


def _best(part: etree._Element) -> etree._Element:
    """Of alternatives the one that is printed, otherwise the first."""
    if part.tag != "citation-alternatives":
        return part
    mixed = part.find("mixed-citation")
    if mixed is not None and len(part):
        part.insert(0, mixed)  # what is looked at is the first
    return part[0] if len(part) else part


def _structured(article: etree._Element, found: _Found) -> None:
    """Records in the text and in notes, printed."""
    for element in article.iter(*CITATIONS):
        if is_structured(element):
            found.inserts[element] = printed(record_of(element))


def _notes(article: etree._Element, found: _Found) -> None:
    calls: dict[str, list[etree._Element]] = {}
    for xref in article.iter("xref"):
        for name in (xref.get("rid") or "").split():
            calls.setdefault(name, []).append(xref)
    notes = [note for note in article.iter("fn") if not any(up.tag == "fn" for up in note.iterancestors())]
    named = {note: calls.get(note.get("id") or "", []) for note in notes}
    whole = call_outs((xref for xrefs in named.values() for xref in xrefs), BLOCKS)
    for number, note in enumerate(notes, 1):
        label = note.find("label")
        marker = text_of(label) if label is not None else note.get("symbol") or ""
        xrefs, parent = named[note], note.getparent()
        in_group = parent is None or parent.tag in GROUPS
        if in_group and not xrefs and not marker and note.get("fn-type") in NO_NOTES:
            continue
        found.inserts[note] = () if xrefs or in_group else (Run(call=str(number)),)
        for xref in xrefs:
            call = whole[xref]
            marker = marker or call.marker
            found.inserts[call.element] = (*found.inserts.get(call.element, ()), Run(call=str(number)))
        found.notes.append((str(number), whole[xrefs[0]].marker if xrefs and whole[xrefs[0]].marker else marker, note))


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
