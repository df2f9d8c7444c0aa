"""The links of an article: in its notes, in its list of references, and in the text itself."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from citekit.links.bases import Bases
from citekit.links.find.copies import with_copies
from citekit.links.find.hyperlinks import Placed, with_targets
from citekit.links.find.place import Places
from citekit.links.find.printed import printed
from citekit.model import Citation, Document, Link, Note, Passage
from citekit.notes import find_notes
from citekit.notes.entries import find_entries
from citekit.notes.lines import body_and_notes, gathered
from citekit.notes.urls import rejoin_urls
from citekit.pipeline import linked

SOURCES = ("text/markdown", "application/x-latex")
"""Formats whose text is the source: what is an address in it, and what only an example, their readers have told."""
NEAR = 60
"""Characters that a span may hold beyond its address: line ends, escapes. More is what stands between two pages."""


def links_of(document: Document, bases: Bases) -> tuple[Link, ...]:
    """The links of a document in the order of its text. Never raises.

    >>> text = "趋势。①随着\\n① 「声明」、外務省、2023年8月18日、https://www.mofa.\\n\\ngo.jp/a.pdf。"
    >>> link = links_of(Document(name="a.txt", text=text), Bases())[0]
    >>> link.url, link.note, link.title, link.span.line
    ('https://www.mofa.go.jp/a.pdf', 1, '声明', 2)
    """
    notes = find_notes(document).value
    notes = (*notes, *find_entries(document, notes).value)
    is_source = document.media_type in SOURCES
    reading = _Reading(document=document, places=Places(document.text, document.pages), bases=bases)
    found = list(reading.of_notes(notes))
    found += reading.of_body(notes, {link.url for link in found} if is_source and not document.notes else ())
    return with_copies(sorted(found, key=lambda link: link.span.start if link.span else 0), document.text)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Reading:
    """A document on its way to links."""

    document: Document
    places: Places
    bases: Bases

    def of_notes(self, notes: Sequence[Note]) -> Iterator[Link]:
        """Links in notes and entries, with what their citations say of the work."""
        parted = {kind: [note for note in notes if note.kind == kind] for kind in ("note", "entry")}
        cited = linked(parted["note"], parted["entry"]).citations
        by_note: dict[tuple[str, int], list[Citation]] = {}
        for citation in cited:
            by_note.setdefault((citation.kind, citation.note), []).append(citation)
        for note in notes:
            citations = by_note.get((note.kind, note.number), [])
            for placed in with_targets(self._printed(note.passage), note.hints):
                yield self._link(placed, note, _citing(citations, placed.start))

    def of_body(self, notes: Sequence[Note], defined: Collection[str]) -> Iterator[Link]:
        """Links outside of the notes: printed ones, and hyperlinks over other words, but those whose target a line of
        the source defines ([1]: https://...), which has been taken for a note."""
        taken = bytearray(len(self.document.text))
        for note in notes:
            for start, end in _ranges(note, whole=bool(self.document.notes)):
                taken[start:end] = b"\1" * (end - start)
        body = [] if self.document.media_type in SOURCES else list(self._printed(self._body(taken)))
        hints = [h for h in self.document.hints if not taken[h.span.start] and h.value not in defined]
        for placed in with_targets(body, hints):
            yield self._link(placed, None, None)

    def _body(self, taken: bytearray) -> Passage:
        """The lines of the document without what notes have taken, addresses whole again."""
        ranges = []
        for line in body_and_notes(self.document):
            for free, places in groupby(range(line.start, line.end), key=lambda at: not taken[at]):
                if free:
                    run = list(places)
                    ranges.append((line, run[0], run[-1] + 1))
        return rejoin_urls(gathered(ranges))

    def _printed(self, passage: Passage) -> Iterator[Placed]:
        """The printed addresses, line by line: a text may be long."""
        at = 0
        for line in passage.text.split("\n"):
            for found in printed(passage.cut(at, at + len(line)), self.bases) if "." in line else ():
                span = passage.span(at + found.start, at + found.end)
                raw = self.document.text[span.start : span.end]
                far = len(raw) > found.end - found.start + NEAR
                yield Placed(
                    url=found.url, start=span.start, end=span.end, raw=line[found.start : found.end] if far else raw
                )
            at += len(line) + 1

    def _link(self, placed: Placed, note: Note | None, citation: Citation | None) -> Link:
        item = citation.item if citation else None
        return Link(
            url=placed.url,
            raw=placed.raw or self.document.text[placed.start : placed.end],
            source=self.document.name,
            span=self.places.span(placed.start, placed.end),
            note=note.number if note and note.kind == "note" else 0,
            entry=note.number if note and note.kind == "entry" else 0,
            title=item.title if item else "",
            accessed=item.accessed if item else None,
            issued=item.issued if item else None,
        )


def _citing(citations: Iterable[Citation], at: int) -> Citation | None:
    """The citation in which an address stands; the last one before it if it stands behind all."""
    before = None
    for citation in citations:
        span = citation.passage.span()
        if span.start <= at < span.end:
            return citation
        if span.end <= at:
            before = citation
    return before


def _ranges(note: Note, whole: bool) -> Iterator[tuple[int, int]]:
    """The places of a note in the document: its span, or where the search has found it in the text, its characters,
    for the text of a page may stand between them."""
    if whole:
        yield note.span.start, note.span.end
        return
    origin = note.passage.origin
    start = last = origin[0] if origin else 0
    for place in (*origin, len(origin) and origin[-1] + NEAR * 2):
        if not last <= place <= last + NEAR:
            yield start, last + 1
            start = place
        last = place
