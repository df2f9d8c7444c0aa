"""What of each note becomes a living citation: stretches of the article's text, and the works that each of them cites.

Citations of one note that nothing but separators part are one cluster, as reference managers have it. Signal words go
into the cluster, as do remarks within it; sentences around it stay text. A note whose citations are not all sure stays
as it is, and so does one with words that no field has taken, for a manager would drop them when it sets the note anew.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from citekit.model import Citation, Note, Reference
from citekit.studies import Extraction

SURE = 0.5
"""Confidence from which on a citation is made living by default: below it the parser rather is wrong than right."""
CLOSERS = ".。．"
"""What closes a note: a style sets its own."""
Widen = Callable[[str, int, int], tuple[int, int]]
"""From a text and a range to the range with the markup that stands right around it, or half in it."""
WIDE = re.compile("[\u3001-\u30ff\u3400-\u9fff\uac00-\ud7a3\uff01-\uff60]")
"""Letters and marks of scripts without word spaces, and Hangul."""
NOTHING = "no citation in it"
_SEPARATORS = re.compile(r"[\s;；,，、.。．]*")


def as_it_is(text: str, start: int, end: int) -> tuple[int, int]:
    """The range itself: the format's text holds no markup."""
    return start, end


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """One work in a cluster, with what the note says of it beside its record; `printed` is what stands there."""

    reference: Reference
    printed: str = ""
    locator: str = ""
    label: str = "page"
    prefix: str = ""
    suffix: str = ""

    @property
    def spaced_prefix(self) -> str:
        """The signal word with the blank behind it that a script with word spaces has: managers set it as it stands."""
        return self.prefix if not self.prefix or WIDE.search(self.prefix[-1]) else f"{self.prefix} "


@dataclass(frozen=True, slots=True, kw_only=True)
class Cluster:
    """A stretch of the document's text, from `start` up to `end`, and the works that it cites; `closed` if it ends with
    the full stop of the note."""

    start: int
    end: int
    text: str
    works: tuple[Cited, ...]
    closed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class NotePlan:
    """A note, and what of it becomes living; if nothing does, `reason` says why."""

    note: Note
    clusters: tuple[Cluster, ...] = ()
    reason: str = ""


def plans(
    extraction: Extraction, least: float = SURE, widen: Widen = as_it_is, again: bool = False
) -> tuple[NotePlan, ...]:
    """A plan for each note of an article, in order; `widen` knows the markup of the format. With `again`, citations
    that hold data already are set anew, else they stay.

    >>> from citekit.model import Document, Library, Passage
    >>> from citekit.notes.single import note_of
    >>> from citekit.pipeline import parse
    >>> from citekit.studies import Study
    >>> text = "参见王帆：《国益》，法律出版社，2023年，第5页。"
    >>> note = note_of(text)
    >>> study = Study(document=Document(name="a", text=text), notes=(note,), citations=parse([note]), works=(0,))
    >>> found = Extraction(study=study, keys=("wang",), library=Library(references=(Reference(key="wang"),)))
    >>> [(c.start, c.closed, c.works[0].prefix, c.works[0].locator) for plan in plans(found) for c in plan.clusters]
    [(0, True, '参见', '5')]
    """
    references = {reference.key: reference for reference in extraction.library.references}
    of_note: dict[int, list[tuple[Citation, str]]] = {note.number: [] for note in extraction.study.notes}
    for citation, key in zip(extraction.study.citations, extraction.keys, strict=True):
        if citation.kind == "note":
            of_note[citation.note].append((citation, key))
    text = extraction.study.document.text
    return tuple(
        _sure(note, of_note[note.number], references, least, again)
        or _plan(note, [_Stretch.of(c, references[key], text, widen) for c, key in of_note[note.number]], text)
        for note in extraction.study.notes
    )


def _sure(
    note: Note, found: Sequence[tuple[Citation, str]], references: Mapping[str, Reference], least: float, again: bool
) -> NotePlan | None:
    """The plan to leave a note as it is, if its citations are not sure; None if they are."""
    for citation, key in found:
        if why := _dead(citation, key in references, least, again):
            return NotePlan(note=note, reason=why)
    return None if found else NotePlan(note=note, reason=NOTHING)


def _plan(note: Note, stretches: Sequence[_Stretch], text: str) -> NotePlan:
    if why := next((stretch.lost for stretch in stretches if stretch.lost), ""):
        return NotePlan(note=note, reason=f"words without a place in a citation: {why}")
    return NotePlan(note=note, clusters=_clustered(note, stretches, text))


def _dead(citation: Citation, known: bool, least: float, again: bool) -> str:
    """Why a citation cannot be made living; empty if it can."""
    if (citation.data and not again) or (citation.item.key and not citation.data):
        return "living already"
    if not known:
        return f"points to no work that is known: {citation.passage.text}"
    if citation.confidence < least:
        doubts = "; ".join(citation.doubts)
        return f"confidence {citation.confidence:.2f}{doubts and ': ' + doubts}"
    return ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stretch:
    """A citation in the text: where it begins with its signal word, where it ends, and the words in it that are lost
    when it is set anew."""

    start: int
    end: int
    work: Cited
    lost: str = ""

    @classmethod
    def of(cls, citation: Citation, reference: Reference, text: str, widen: Widen) -> _Stretch:
        span = citation.passage.span()
        if citation.data:
            return cls(start=span.start, end=span.end, work=_held(citation, reference))
        start, end, printed = span.start, span.end, citation.passage.text
        if citation.original and (at := printed.find(citation.original)) >= 0:
            cut = _SEPARATORS.match(printed, at + len(citation.original))
            start = citation.passage.span(cut.end() if cut else 0).start
        prefix = citation.prefix
        head = text[:start].rstrip()
        if prefix and head.endswith(prefix):
            start = len(head) - len(prefix)
        else:
            prefix = ""
        tail = printed[max((field.end for field in citation.fields), default=0) :]
        rest = citation.rest.strip()
        suffix = tail.rstrip(CLOSERS + " ") if rest and tail.strip(" ,，;；.。").endswith(rest.rstrip(CLOSERS)) else ""
        work = Cited(
            reference=reference,
            printed=printed,
            locator=citation.locator,
            label=citation.label,
            prefix=prefix,
            suffix=suffix,
        )
        start, end = widen(text, start, end)
        return cls(start=start, end=end, work=work, lost="" if suffix else rest)


def _held(citation: Citation, reference: Reference) -> Cited:
    """A work as the data of a living citation has it."""
    data = json.loads(citation.data)
    said = {name: str(data.get(name) or "") for name in ("locator", "label", "prefix", "suffix")}
    return Cited(
        reference=reference,
        printed=citation.passage.text,
        locator=said["locator"],
        label=said["label"] or "page",
        prefix=said["prefix"].strip(),
        suffix=said["suffix"],
    )


def _clustered(note: Note, stretches: Sequence[_Stretch], text: str) -> tuple[Cluster, ...]:
    """The stretches of a note, those together that only separators part."""
    groups: list[list[_Stretch]] = []
    for stretch in stretches:
        last = groups[-1][-1] if groups else None
        gap = text[last.end : stretch.start] if last else ""
        if last and (last.start, last.end) == (stretch.start, stretch.end):
            groups[-1].append(stretch)  # one field
        elif last and last.end <= stretch.start and "\n\n" not in gap and _SEPARATORS.fullmatch(gap):
            groups[-1].append(stretch)
        else:
            groups.append([stretch])
    return tuple(_cluster(note, group, text) for group in groups)


def _cluster(note: Note, group: Sequence[_Stretch], text: str) -> Cluster:
    start, end = group[0].start, group[-1].end
    while end > start and text[end - 1].isspace():
        end -= 1
    last = max(note.passage.origin, default=end) + 1
    behind = text[end:last].strip()
    if behind and not behind.strip(CLOSERS):
        end, behind = last, ""
    closed = text[end - 1 : end] in CLOSERS and not behind
    return Cluster(
        start=start,
        end=end,
        text=text[start:end],
        works=tuple(stretch.work for stretch in group),
        closed=closed,
    )


def living(plan: NotePlan, written: Mapping[Cluster, str], text: str) -> str:
    """The text of a note with its clusters written otherwise.

    >>> from citekit.notes.single import note_of
    >>> cluster = Cluster(start=3, end=5, text="de", works=())
    >>> living(NotePlan(note=note_of("abcdefg"), clusters=(cluster,)), {cluster: "[@d]"}, "abcdefg")
    'abc[@d]fg'
    """
    origin = plan.note.passage.origin
    at, stop, parts = min(origin, default=0), max(origin, default=-1) + 1, []
    for cluster in plan.clusters:
        parts += [text[at : cluster.start], written[cluster]]
        at = cluster.end
    return "".join([*parts, text[at:stop]])


def moved(cluster: Cluster, start: int, end: int, text: str) -> Cluster:
    """The cluster over another stretch of the text."""
    return replace(cluster, start=start, end=end, text=text[start:end])
