"""ODT: clusters become reference marks (ODF 1.3 part 3, 7.7.3) whose names hold the data, as Zotero's plugin for
LibreOffice has it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from citekit.documents.archive import Archive, repacked
from citekit.documents.markup import allowed, attribute, editable_xml, local, serialised
from citekit.documents.odt.story import SKIPPED
from citekit.model import Document
from citekit.relink.clusters import Cluster, NotePlan
from citekit.relink.cslfield import HEAD, PROPERTY, field_data, preferences, random_like, style_of
from citekit.relink.letters import Letters, aligned, paired
from citekit.relink.markdown import cite
from citekit.relink.odtspans import add_styles, span
from citekit.relink.outcome import Outcome, Task

if TYPE_CHECKING:
    from lxml import etree

TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
META = "urn:oasis:names:tc:opendocument:xmlns:meta:1.0"
STANDS_FOR = {"tab": "\t", "line-break": "\n", "s": " "}

Place = tuple["etree._Element", Literal["text", "tail"]]
"""Where characters stand: at the beginning of an element, or behind it."""


def relink_odt(data: bytes, document: Document, plans: Sequence[NotePlan], task: Task) -> Outcome:
    """The file with a reference mark for each cluster, and the properties by which Zotero knows it."""
    archive = Archive(data, document.name)
    root = editable_xml(archive.read("content.xml"), f"{document.name}: content.xml")
    held = [_letters(note) for note in root.iter(f"{{{TEXT}}}note")]
    texts = [document.text[plan.note.span.start : plan.note.span.end].strip() for plan in plans]
    written: dict[Cluster, str] = {}
    left: dict[int, str] = {}
    for plan, letters in zip(plans, paired(texts, held), strict=True):
        if plan.clusters and not (letters and _relink(plan, letters, document, task, written)):
            left[plan.note.number] = "its text is not found again in the file"
    if task.shown:
        add_styles(root)
    parts = {"content.xml": serialised(root)} | (_properties(archive, document, task) if task.lives else {})
    return Outcome(data=repacked(data, document.name, parts), written=written, left=left)


def _letters(note: etree._Element) -> Letters[Place]:
    letters: Letters[Place] = Letters(note)
    for body in note.iterchildren(f"{{{TEXT}}}note-body"):
        _collect(body, letters)
    return letters


def _collect(element: etree._Element, letters: Letters[Place]) -> None:
    """The characters that a note shows, as the reader of ODT takes them."""
    inside = local(element) not in ("note-body", "list", "list-item", "section")
    if inside and element.text:
        letters.add(element.text, (element, "text"))
    for part in element:
        name = local(part)
        if name in ("p", "h") and letters.parts:
            letters.add("\n")
        if name in STANDS_FOR:
            count = attribute(part, "c")
            letters.add(STANDS_FOR[name] * (int(count) if count.isdecimal() and len(count) < 4 else 1))
        elif name and name not in SKIPPED and name != "note":
            _collect(part, letters)
        if inside and part.tail:
            letters.add(part.tail, (part, "tail"))


def _relink(
    plan: NotePlan, letters: Letters[Place], document: Document, task: Task, written: dict[Cluster, str]
) -> bool:
    """Puts the clusters of a note between marks; whether it can be done."""
    start = plan.note.span.start
    raw = document.text[start : plan.note.span.end]
    start += len(raw) - len(raw.lstrip())
    places = aligned(raw.strip(), letters.text)
    ranges = []
    for cluster in plan.clusters:
        first, last = (places.get(at - start) for at in (cluster.start, cluster.end - 1))
        if first is None or last is None or "\n" in letters.text[first:last]:
            return False
        head, tail = letters.places[first], letters.places[last]
        if head is None or tail is None:
            return False
        ranges.append((cluster, first, last))
    for cluster, first, last in reversed(ranges):
        head, tail = letters.places[first], letters.places[last]
        if head is None or tail is None:
            return False
        shown = task.text(cluster) or letters.text[first : last + 1]
        written[cluster] = task.text(cluster) or cite(cluster)
        data = field_data(cluster, plan.note.number, shown)
        name = allowed(f"{HEAD} {data} RND{random_like(data)}")
        lives = task.lives and not _renewed(head[0], name)
        if lives:
            _insert(tail[0], tail[1] + 1, _mark("reference-mark-end", name))
        if cluster in task.shown:
            _clear(letters, first, last)
            for run in reversed(task.shown[cluster]):
                _insert(head[0], head[1], span(run))
        if lives:
            _insert(head[0], head[1], _mark("reference-mark-start", name))
    return True


def _renewed(place: Place, name: str) -> bool:
    """Gives the pair of marks that begins right before some text a new name; false if there is none."""
    element, side = place
    if side != "tail" or local(element) != "reference-mark-start":
        return False
    old = attribute(element, "name")
    for mark in element.getroottree().iter(f"{{{TEXT}}}reference-mark-start", f"{{{TEXT}}}reference-mark-end"):
        if attribute(mark, "name") == old:
            mark.set(f"{{{TEXT}}}name", name)
    return True


def _clear(letters: Letters[Place], first: int, last: int) -> None:
    """Takes the characters of a range out of what they stand in; the elements stay, empty if need be."""
    ranges: dict[tuple[int, str], tuple[Place, int, int]] = {}
    for found in letters.places[first : last + 1]:
        if found is not None:
            place, at = found
            key = (id(place[0]), place[1])
            ranges[key] = (place, ranges[key][1] if key in ranges else at, at + 1)
    for (element, side), start, stop in ranges.values():
        if side == "text":
            element.text = (element.text or "")[:start] + (element.text or "")[stop:]
        else:
            element.tail = (element.tail or "")[:start] + (element.tail or "")[stop:]


def _mark(kind: str, name: str) -> etree._Element:
    from lxml import etree

    mark = etree.Element(f"{{{TEXT}}}{kind}")
    mark.set(f"{{{TEXT}}}name", name)
    return mark


def _insert(place: Place, at: int, mark: etree._Element) -> None:
    """An element before a character."""
    element, side = place
    if side == "text":
        whole = element.text or ""
        element.text = whole[:at]
        element.insert(0, mark)
    else:
        whole = element.tail or ""
        element.tail = whole[:at]
        above = element.getparent()
        if above is None:
            return
        above.insert(above.index(element) + 1, mark)
    mark.tail = whole[at:]


def _properties(archive: Archive, document: Document, task: Task) -> dict[str, bytes]:
    """The part of the document's properties with Zotero's in it; those of one that is Zotero's already stay."""
    from lxml import etree

    data = archive.find("meta.xml")
    root = editable_xml(data, f"{document.name}: meta.xml") if data else None
    meta = next((part for part in root if local(part) == "meta"), None) if root is not None else None
    if root is None or meta is None or any(attribute(one, "name").startswith(PROPERTY) for one in meta):
        return {}
    style = task.style or style_of(document.text)
    for name, value in preferences(document.text, style, "ReferenceMark"):
        one = etree.SubElement(meta, f"{{{META}}}user-defined")
        one.set(f"{{{META}}}name", name)
        one.text = value
    return {"meta.xml": serialised(root)}
