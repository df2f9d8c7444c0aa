"""Markdown as scholars write it: CommonMark with footnotes (GitHub's, pandoc's), inline notes, citation keys."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from citekit.documents.assemble import Block as Paragraph
from citekit.documents.assemble import Run, references
from citekit.documents.markdown.blocks import Block, Blocks, read_blocks
from citekit.documents.markdown.citations import is_citation
from citekit.documents.markdown.inline import Call, Inline, Style
from citekit.documents.source import Clean, Lines, numbered, words_before
from citekit.documents.text import read_text
from citekit.model import Document, Hint, Message, Note, Result, Span

_BRACKETS = re.compile(r"\[([^\[\]\n]{1,300})\]")
_FRONT = re.compile(r"^(?:bibliography|references|csl)\s*:", re.MULTILINE)
_HEADING_ATTRIBUTES = re.compile(r"\s*\{[^{}]*\}\s*$")
_MARKS = ("[^", "^[", "@", "://", "](", "][", "www.")
"""What a block has in which something is called out, cited or linked."""
_LONGEST_HEADING = 100


def read_markdown(data: bytes, name: str) -> Result[Document]:
    """A Markdown source as a document.

    The text of the document is the source itself, and every character of a note knows its place there. Notes are
    footnotes ([^id]: ...) and inline notes (^[...]); a note's marker is its identifier, for an inline note its running
    number. Code, front matter and comments are not searched. Undefined and doubled identifiers are said in messages.
    Raises CitekitError for an empty file and for bytes that are no text.

    >>> source = "A clear *trend*.[^1]\\n\\n[^1]: Anna Quill, *Harbours* (Marsh\\n    Press, 1999).\\n"
    >>> note = read_markdown(source.encode(), "a.md").value.notes[0]
    >>> note.text, note.before, note.hints[0].kind, source[note.hints[0].span.start : note.hints[0].span.end]
    ('Anna Quill, Harbours (Marsh Press, 1999).', 'A clear trend.', 'italic', 'Harbours')
    """
    plain = read_text(data, name)
    reading = _Reading(plain.value, read_blocks(plain.value.text))
    messages = tuple(reading.messages())
    document = replace(
        plain.value,
        media_type="text/markdown",
        notes=reading.notes(),
        entries=tuple(reading.entries()),
        hints=tuple(reading.hints),
    )
    return Result(value=document, messages=(*plain.messages, *messages))


class _Reading:
    """The blocks of a source on their way to notes and entries."""

    def __init__(self, document: Document, blocks: Blocks) -> None:
        self.name, self.text = document.name, document.text
        self.lines = Lines(self.text)
        self.defined_at = blocks.notes
        self.blocks = blocks.blocks
        bare = bool(_FRONT.search(blocks.front)) or any(is_citation(m[1]) for m in _BRACKETS.finditer(self.text))
        self.style = Style(links=blocks.links, bare_keys=bare)
        self.hints: list[Hint] = []
        self.defined = [Inline(self.style) for _ in blocks.notes]
        self.calls = sorted(self._calls(), key=lambda call: call.span.start)
        self.first: dict[str, Call] = {}
        for call in self.calls:
            self.first.setdefault(call.label.casefold(), call)

    def _calls(self) -> Iterator[Call]:
        """All call-outs; on the way the definitions of the notes are read."""
        before: Block | None = None
        for block in self.blocks:
            if block.note >= 0:
                self.defined[block.note].read(block.passage(self.text))
            else:
                if any(
                    mark in self.text[block.start : block.end] for mark in ("[^", "^[", "@", "://", "](", "][", "www.")
                ):
                    yield from self._body(block, before)
                before = block
        for inline in self.defined:
            yield from inline.calls

    def _body(self, block: Block, before: Block | None) -> Iterator[Call]:
        """The call-outs of a block of the body; the words before the first may stand in the block before it."""
        inline = self._inline(block)
        kept = (hint for hint in inline.clean.hints if hint.kind != "italic")
        self.hints += (replace(hint, span=self.lines.span(hint.span.start, hint.span.end)) for hint in kept)
        for call in inline.calls:
            if call.before or before is None:
                yield call
            else:
                yield replace(call, before=words_before(self._inline(before).clean.tail()))

    def _inline(self, block: Block) -> Inline:
        inline = Inline(self.style)
        inline.read(block.passage(self.text))
        return inline

    def notes(self) -> tuple[Note, ...]:
        """The notes that are defined, with their first call-outs, and the inline notes."""
        ends: dict[int, int] = {}
        for block in self.blocks:
            ends[block.note] = block.end
        found = [self._note("", call.clean, call.span, call) for call in self.calls if call.clean]
        waiting = dict(self.first)
        for at, (label, start) in enumerate(self.defined_at):
            span = Span(start=start, end=ends.get(at, start))
            call = waiting.pop(label.casefold(), None)  # a second definition of the same has none
            found.append(self._note(label, self.defined[at].clean, span, call))
        return tuple(replace(note, marker=note.marker or str(note.number)) for note in numbered(found))

    def _note(self, marker: str, clean: Clean, span: Span, call: Call | None) -> Note:
        return Note(
            number=0,
            marker=marker,
            passage=clean.passage(),
            span=self.lines.span(span.start, span.end),
            before=call.before if call else "",
            call=self.lines.span(call.span.start, call.span.end) if call else None,
            hints=tuple(clean.hints),
        )

    def entries(self) -> Iterator[Note]:
        """The entries of the list of references: in its division, else under its heading."""
        body = [block for block in self.blocks if block.note < 0]
        listed = [block for block in body if block.listed and not block.heading]
        listed = listed or [body[at] for at in references([self._paragraph(block) for block in body])]
        read = ((block, self._inline(block).clean) for block in listed)
        for number, (block, clean) in enumerate(((b, c) for b, c in read if c.passage().text), 1):
            note = self._note(block.marker, clean, Span(start=block.start, end=block.end), None)
            yield replace(note, number=number, kind="entry")

    def _paragraph(self, block: Block) -> Paragraph:
        """The block as far as headings are told by it: a long one is none."""
        text = self.text[block.start : block.end]
        if len(text) <= _LONGEST_HEADING:
            text = _HEADING_ATTRIBUTES.sub("", self._inline(block).clean.passage().text)
        return Paragraph(runs=(Run(text=text[:_LONGEST_HEADING]),), heading=block.heading)

    def messages(self) -> Iterator[Message]:
        """Call-outs that lead nowhere and identifiers that are defined twice."""
        known = {label.casefold() for label, _ in self.defined_at}
        for label, call in self.first.items():
            if call.clean is None and label not in known:
                yield self._message(
                    f"[^{call.label}] is called out and defined nowhere; write [^{call.label}]: ...", call.span.start
                )
        seen: set[str] = set()
        for label, start in self.defined_at:
            if label.casefold() in seen:
                yield self._message(f"[^{label}] is defined again; give it an identifier of its own", start)
            seen.add(label.casefold())

    def _message(self, text: str, at: int) -> Message:
        span = self.lines.span(at, at)
        return Message(text=f"{self.name}: line {span.line}: {text}", span=span)
