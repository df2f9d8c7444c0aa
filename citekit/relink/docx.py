"""DOCX: clusters become complex fields (ISO/IEC 29500-1, 17.16) as Zotero's plugin for Word writes them.

Only the parts with notes and the properties of the document are written anew. Runs are cut at the ends of a cluster and
keep their formatting; what a reader sees does not change.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from typing import TYPE_CHECKING

from citekit.documents.archive import Archive, repacked
from citekit.documents.docx.package import ROOT, Package
from citekit.documents.docx.story import CHARACTERS, SKIPPED
from citekit.documents.markup import allowed, attribute, editable_xml, local, serialised
from citekit.model import Document
from citekit.relink.clusters import Cluster, NotePlan
from citekit.relink.cslfield import HEAD, field_data, preferences, style_of
from citekit.relink.letters import Letters, aligned, paired
from citekit.relink.markdown import cite
from citekit.relink.outcome import Outcome, Task
from citekit.relink.properties import custom_parts
from citekit.relink.wordruns import outside, renewed, set_anew

if TYPE_CHECKING:
    from lxml import etree

KINDS = ("footnote", "endnote")
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def relink_docx(data: bytes, document: Document, plans: Sequence[NotePlan], task: Task) -> Outcome:
    """The file with a field for each cluster, and the properties by which Zotero knows it."""
    package, archive = Package(data, document.name), Archive(data, document.name)
    roots = {
        kind: editable_xml(archive.read(part), f"{document.name}: {part}")
        for kind in KINDS
        if (part := package.part(f"{kind}s"))
    }
    held = list(_held(package, roots))
    texts = [document.text[plan.note.span.start : plan.note.span.end].strip() for plan in plans]
    written: dict[Cluster, str] = {}
    left: dict[int, str] = {}
    for plan, letters in zip(plans, paired(texts, held), strict=True):
        if not plan.clusters:
            continue
        why = _relink(plan, letters, document, task, written)
        if why:
            left[plan.note.number] = why
    parts = {package.part(f"{kind}s"): serialised(root) for kind, root in roots.items()}
    if task.lives:
        style = task.style or style_of(document.text)
        wanted = preferences(document.text, style, "Field", endnotes="footnote" not in roots)
        parts |= custom_parts(archive, package.part("custom-properties", ROOT), wanted)
    return Outcome(data=repacked(data, document.name, parts), written=written, left=left)


def _held(package: Package, roots: dict[str, etree._Element]) -> Iterator[Letters[etree._Element]]:
    """The notes in the order of their call-outs, those without any last."""
    notes = {
        (kind, attribute(note, "id")): note
        for kind, root in roots.items()
        for note in root
        if local(note) == kind and attribute(note, "type") in ("", "normal")
    }
    calls = (element for element in package.body().iter("{*}footnoteReference", "{*}endnoteReference"))
    order = dict.fromkeys((local(call).removesuffix("Reference"), attribute(call, "id")) for call in calls)
    for key in (*order, *(key for key in notes if key not in order)):
        if key in notes:
            letters: Letters[etree._Element] = Letters(notes[key])
            _collect(notes[key], letters)
            yield letters


def _collect(element: etree._Element, letters: Letters[etree._Element]) -> None:
    """The characters that a note shows, as the reader of DOCX takes them."""
    for part in element:
        name = local(part)
        if name == "t":
            text = part.text or ""
            kept = text if part.get(SPACE) == "preserve" else text.strip(" \t\r\n")
            letters.add(kept, part, text.find(kept))
        elif name in CHARACTERS:
            letters.add(CHARACTERS[name])
        elif name == "p" and letters.parts:
            letters.add("\n")
            _collect(part, letters)
        elif name and name not in SKIPPED and name != "instrText":
            _collect(part, letters)


def _relink(
    plan: NotePlan,
    letters: Letters[etree._Element] | None,
    document: Document,
    task: Task,
    written: dict[Cluster, str],
) -> str:
    """Puts the clusters of a note into fields; why not, if it cannot be done."""
    if letters is None:
        return "its text is not found again in the file"
    start = plan.note.span.start
    raw = document.text[start : plan.note.span.end]
    lead = len(raw) - len(raw.lstrip())
    places = aligned(raw.strip(), letters.text)
    ranges = []
    for cluster in plan.clusters:
        first, last = (places.get(at - start - lead) for at in (cluster.start, cluster.end - 1))
        if first is None or last is None or letters.places[first] is None or letters.places[last] is None:
            return "its text is not found again in the file"
        if "\n" in letters.text[first:last]:
            return "a citation goes over several lines"
        ranges.append((cluster, first, last))
    for cluster, first, last in reversed(ranges):
        shown = task.text(cluster) or letters.text[first : last + 1]
        written[cluster] = task.text(cluster) or cite(cluster)
        begin, end = _cut(letters, first, last)
        if cluster in task.shown:
            begin, end = set_anew(begin, end, task.shown[cluster])
        instruction = f" ADDIN {HEAD} {field_data(cluster, plan.note.number, shown)} "
        if not renewed(begin, instruction) and task.lives:
            _wrap(begin, end, instruction)
    return ""


def _cut(letters: Letters[etree._Element], first: int, last: int) -> tuple[etree._Element, etree._Element]:
    """The runs that a range of letters begins and ends with, cut so that they hold nothing else."""
    head, tail = letters.places[first], letters.places[last]
    if head is None or tail is None:
        raise ValueError("letters without a place")  # the caller has looked
    end = _ending(tail[0], tail[1] + 1)
    is_one = _run(head[0]) is end
    begin = _beginning(*head)
    return begin, begin if is_one else end


def _run(text: etree._Element) -> etree._Element:
    """The run that a text is in."""
    return next((above for above in text.iterancestors() if local(above) == "r"), text)


def _contents(run: etree._Element) -> list[etree._Element]:
    return [part for part in run if local(part) != "rPr"]


def _beginning(text: etree._Element, at: int) -> etree._Element:
    """The run that begins with a letter of a text, cut out of the run that it is in."""
    run = _run(text)
    return run if at == 0 and _contents(run)[0] is text else _split(run, text, at)


def _ending(text: etree._Element, at: int) -> etree._Element:
    """The run that ends before a letter of a text; what stood behind is in a run of its own."""
    run = _run(text)
    if at < len(text.text or "") or _contents(run)[-1] is not text:
        _split(run, text, at)
    return run


def _split(run: etree._Element, text: etree._Element, at: int) -> etree._Element:
    """Cuts a run at an offset in one of its texts; the new run behind it."""
    whole, children = text.text or "", _contents(run)
    place = children.index(text)
    behind = deepcopy(run)
    copies = _contents(behind)
    for part in copies[:place]:
        behind.remove(part)
    for part in children[place + 1 :]:
        run.remove(part)
    for piece, half in ((text, whole[:at]), (copies[place], whole[at:])):
        piece.text = half
        piece.set(SPACE, "preserve")
    run.addnext(behind)
    return behind


def _wrap(begin: etree._Element, end: etree._Element, instruction: str) -> None:
    """The marks and the instruction of a field around runs."""
    properties = next((part for part in begin if local(part) == "rPr"), None)
    first, last = outside(begin, -1), outside(end, 1)
    head = [_mark("begin", properties), _mark("", properties, instruction), _mark("separate", properties)]
    for run in head:
        first.addprevious(run)
    last.addnext(_mark("end", properties))


def _mark(kind: str, properties: etree._Element | None, instruction: str = "") -> etree._Element:
    """A run that holds a mark of a field, or its instruction; formatted as the text that the field shows begins."""
    from lxml import etree

    run = etree.Element(f"{{{W}}}r")
    if properties is not None:
        run.append(deepcopy(properties))
    if kind:
        etree.SubElement(run, f"{{{W}}}fldChar").set(f"{{{W}}}fldCharType", kind)
    else:
        text = etree.SubElement(run, f"{{{W}}}instrText")
        text.set(SPACE, "preserve")
        text.text = allowed(instruction)
    return run
