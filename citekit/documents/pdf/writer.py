"""Lines and notes into a document: the text page by page, the notes of a page behind its body."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from citekit.documents.assemble import last_words
from citekit.documents.pdf.calls import CallOut, Place, call_outs
from citekit.documents.pdf.endnotes import body_lines
from citekit.documents.pdf.footnotes import Footnotes, Found
from citekit.documents.pdf.lines import Line
from citekit.documents.pdf.pieces import is_unspaced
from citekit.documents.pdf.sheets import Sheet, paragraphs
from citekit.model import Document, Hint, Note, Passage, Span

MEDIA_TYPE = "application/pdf"
ENOUGH = 120
"""Characters before a call-out among which the last words are looked for."""


@dataclass(slots=True)
class _Text:
    """The text as it grows, and where each line of the pages begins in it: offset and number of the line."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    line: int = 1
    places: dict[Place, tuple[int, int]] = field(default_factory=dict)

    def add(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)
        self.line += text.count("\n")

    def add_lines(self, lines: Sequence[Line], first: Place) -> None:
        """The lines of a column, an empty one before each paragraph."""
        for at, (line, begins) in enumerate(zip(lines, paragraphs(lines), strict=True)):
            if begins:
                self.add("\n")
            self.places[first._replace(line=first.line + at)] = (self.length, self.line)
            self.add(f"{line.text}\n")


def write(name: str, sheets: Sequence[Sheet], footnotes: Footnotes, endnotes: Sequence[Found]) -> Document:
    """The document: pages are parted by form feeds, paragraphs and the notes of a page by empty lines."""
    text = _Text()
    pages = []
    for page, sheet in enumerate(sheets):
        if page:
            text.add("\f")
        start, line = text.length, text.line
        _add_page(text, sheet, page, footnotes)
        if text.length > start:
            pages.append(Span(start=start, end=text.length, line=line, page=sheet.number))
    whole = "".join(text.parts)
    found = [note for note in (*footnotes.notes, *endnotes) if _is_said(note, sheets)]
    words = _WordsBefore(sheets, footnotes)
    notes = tuple(_note(number, note, text, whole, sheets, words) for number, note in enumerate(found, 1))
    return Document(name=name, text=whole, media_type=MEDIA_TYPE, pages=tuple(pages), notes=notes)


def _add_page(text: _Text, sheet: Sheet, page: int, footnotes: Footnotes) -> None:
    """The bodies of all columns, then their notes."""
    zones = []
    for column, lines in enumerate(sheet.columns):
        end = footnotes.zones.get((page, column), len(lines))
        text.add_lines(lines[:end], Place(page, column, 0))
        zones.append((lines[end:], Place(page, column, end)))
    for lines, first in zones:
        if lines:
            text.add("\n")
            text.add_lines(lines, first)


def _is_said(note: Found, sheets: Sequence[Sheet]) -> bool:
    """Whether a note has any text."""
    return any(_line(place, sheets).text[start:end].strip() for place, start, end in note.parts)


def _line(place: Place, sheets: Sequence[Sheet]) -> Line:
    return sheets[place.page].columns[place.column][place.line]


def _note(number: int, note: Found, text: _Text, whole: str, sheets: Sequence[Sheet], words: _WordsBefore) -> Note:
    parts: list[str] = []
    origin: list[int] = []
    for place, start, end in note.parts:
        at = text.places[place][0]
        parts += (whole[at + start : at + end], "\n")
        origin += (*range(at + start, at + end), at + end)
    passage = Passage(text="".join(parts), origin=tuple(origin)).strip()
    first = note.parts[0][0]
    at, line = text.places[first]
    page = sheets[first.page].number
    return Note(
        number=number,
        marker=note.mark.text,
        passage=passage,
        span=Span(start=at + note.mark.start, end=passage.span().end, line=line, page=page),
        before=words.before(note.call) if note.call else "",
        call=_call(note.call, text, sheets) if note.call else None,
        hints=tuple(_italics(note, text, sheets)),
    )


def _call(call: CallOut, text: _Text, sheets: Sequence[Sheet]) -> Span:
    at, line = text.places[call.place]
    page = sheets[call.place.page].number
    return Span(start=at + call.mark.start, end=at + call.mark.end, line=line, page=page)


def _italics(note: Found, text: _Text, sheets: Sequence[Sheet]) -> Iterator[Hint]:
    for place, start, end in note.parts:
        at = text.places[place][0]
        for first, last in _line(place, sheets).italic:
            first, last = max(first, start), min(last, end)
            if first < last:
                yield Hint(kind="italic", span=Span(start=at + first, end=at + last))


class _WordsBefore:
    """The words before call-outs, over the ends of lines and pages, without the marks of other call-outs."""

    def __init__(self, sheets: Sequence[Sheet], footnotes: Footnotes) -> None:
        flow = list(body_lines(sheets, footnotes))
        self._lines = [line for _, line in flow]
        self._places = {place: at for at, (place, _) in enumerate(flow)}

    def before(self, call: CallOut) -> str:
        at = self._places[call.place]
        text = _unmarked(self._lines[at], call.place, call.mark.start)
        while at and len(text) < ENOUGH:
            at -= 1
            text = _joined(_unmarked(self._lines[at], call.place, len(self._lines[at].text)), text)
        return last_words(text)


def _unmarked(line: Line, place: Place, end: int) -> str:
    """The line up to `end` without its call-outs."""
    parts, at = [], 0
    for call in call_outs(line, place):
        if call.mark.end <= end and call.strong and call.mark.start >= at:
            parts.append(line.text[at : call.mark.start])
            at = call.mark.end
    return "".join((*parts, line.text[at:end])).strip()


def _joined(a: str, b: str) -> str:
    """Two lines as one; a hyphen before a small letter only parts a word."""
    if re.search(r"[^\W\d_]-$", a) and b[:1].islower():
        return a[:-1] + b
    if not a or not b or is_unspaced(a[-1]) or is_unspaced(b[0]):
        return a + b
    return f"{a} {b}"
