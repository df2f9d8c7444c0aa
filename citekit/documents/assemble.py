"""Blocks and marked notes, as a word processor or a web page holds them, into one document.

A reader of such a format gives the body as blocks of runs, the notes beside it, and in a run the identifier of the
note that is called out there. `assemble` makes the text of both, numbers the notes in the order of their call-outs,
and finds the list of references by its heading.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from citekit.documents.cited import cited_in_text
from citekit.languages.headings import (
    ends_article,
    heads_backmatter,
    heads_notes,
    heads_part,
    heads_references,
)
from citekit.model import Document, Hint, Note, Passage, Span

CJK_BEFORE = 12
"""Characters before a call-out that are kept of CJK text."""
WORDS_BEFORE = 5
"""Words before a call-out that are kept of other text."""
_UNSPACED = r"[\u3005-\u3007\u3041-\u30ff\u3400-\u9fff\uf900-\ufaff]"  # Hangul parts its words by blanks
_CJK_END = re.compile(_UNSPACED + r"[^A-Za-z\uac00-\ud7a3]{0,3}$")
_LOOSE_BLANK = re.compile(r"(?<=[^A-Za-z0-9])\s+|\s+(?=[^A-Za-z0-9])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Characters of one kind: `italic`, with the target of a hyperlink in `link`, with the data of an embedded
    citation in `citation` (see `citekit.model.Hint`). `call` names the note that is called out behind the text."""

    text: str = ""
    italic: bool = False
    link: str = ""
    citation: str = ""
    call: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A paragraph, heading, item or cell; `line` is its line in the source, 0 if there is none. `entry`: the format
    says that it belongs to a list of references."""

    runs: tuple[Run, ...]
    heading: bool = False
    entry: bool = False
    line: int = 0

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedNote:
    """A note of the format: the identifier that call-outs name, the marker as printed, the blocks of its text."""

    id: str
    marker: str
    blocks: tuple[Block, ...]


@dataclass(slots=True)
class _Text:
    """The text of the document as it grows, the call-outs met, and the hints."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    calls: dict[str, tuple[int, int]] = field(default_factory=dict)  # place and line of the first call-out
    hints: list[Hint] = field(default_factory=list)

    def add(self, text: str) -> None:
        self.parts.append(text)
        self.length += len(text)

    def add_hint(self, hint: Hint) -> None:
        """A hint, or more of one that ends where it begins: programs cut what belongs together into many runs."""
        for at in range(len(self.hints) - 1, max(-1, len(self.hints) - 4), -1):
            last = self.hints[at]
            if (last.kind, last.value, last.span.end) == (hint.kind, hint.value, hint.span.start):
                self.hints[at] = replace(last, span=replace(last.span, end=hint.span.end))
                return
        self.hints.append(hint)

    def add_block(self, block: Block) -> None:
        """The runs of a block and a line end."""
        for run in block.runs:
            start = self.length
            self.add(run.text)
            for hint in _hints(run, Span(start=start, end=self.length)):
                self.add_hint(hint)
            if run.call:
                self.calls.setdefault(run.call, (self.length, block.line))
        self.add("\n")


def assemble(
    name: str,
    media_type: str,
    body: Sequence[Block],
    notes: Iterable[MarkedNote] = (),
    entries: Iterable[MarkedNote] | None = None,
) -> Document:
    """The document of these blocks and notes.

    Its text holds a block a line: the body, then the notes, then the entries. Notes come in the order of their first
    call-outs, those without any last. `entries` are those of the list of references where the format marks them;
    by default they are looked for in the body, under a heading such as References or 参考文献. Citations in the body
    that come with data of their works stand behind them.

    >>> body = [Block(runs=(Run(text="趋势。", call="n1"), Run(text="随着")))]
    >>> note = MarkedNote(id="n1", marker="1", blocks=(Block(runs=(Run(text="王帆：《国益》"),)),))
    >>> document = assemble("a.docx", "x", body, [note])
    >>> document.notes[0].before, document.notes[0].text, document.text
    ('趋势。', '王帆：《国益》', '趋势。随着\\n王帆：《国益》\\n')
    """
    text = _Text()
    places = [_placed(text, (block,)) for block in body]
    calls = dict(text.calls)
    order = {name: number for number, name in enumerate(calls)}
    notes = sorted(notes, key=lambda note: order.get(note.id, len(order)))
    noted = [(note, _placed(text, note.blocks)) for note in notes]
    if entries is None:
        listed = [(MarkedNote(id="", marker="", blocks=(body[at],)), places[at]) for at in references(body)]
    else:
        listed = [(entry, _placed(text, entry.blocks)) for entry in entries]
    whole = "".join(text.parts)
    cited = cited_in_text(text.hints, places[-1][1] if places else 0, [place for _, place in listed])
    listed += [(MarkedNote(id="", marker="", blocks=()), place) for place in cited]
    return Document(
        name=name,
        text=whole,
        media_type=media_type,
        hints=_of_body(text.hints, places[-1][1] if places else 0, [place for _, place in listed]),
        notes=tuple(
            _note(whole, text.hints, number, note, place, calls.get(note.id))
            for number, (note, place) in enumerate(((n, p) for n, p in noted if whole[slice(*p)].strip()), 1)
        ),
        entries=tuple(
            replace(_note(whole, text.hints, number, entry, place, None), kind="entry")
            for number, (entry, place) in enumerate(((e, p) for e, p in listed if whole[slice(*p)].strip()), 1)
        ),
    )


def last_words(text: str) -> str:
    """The last words of a text, as `Note.before` keeps them: twelve characters of CJK, five words of other scripts.

    >>> last_words("The trend is clear, as several have noted."), last_words("正在成为一个突出的安全趋势 。")
    ('clear, as several have noted.', '成为一个突出的安全趋势。')
    """
    text = text[-200:]
    if _CJK_END.search(text):
        return _LOOSE_BLANK.sub("", text)[-CJK_BEFORE:]
    return " ".join(text.split()[-WORDS_BEFORE:])[-60:]


def references(body: Sequence[Block]) -> Iterator[int]:
    """The indices of the blocks that are entries: those of which the format says so, and those under the last heading
    over a list of references, up to the next heading that is not that of a part of the list (Primary sources,
    一、中文文献). Two such lists right behind each other (Quellen, Literatur) are one."""
    listed = {*_below_heads(body), *(at for at, block in enumerate(body) if block.entry and block.text.strip())}
    return iter(sorted(listed))


def _below_heads(body: Sequence[Block]) -> Iterator[int]:
    heads = [at for at, block in enumerate(body) if heads_references(block.text)]
    lists: list[list[int]] = []
    last = len(body)
    for head in reversed(heads):
        stop, found = _list_below(body, head)
        if lists and not (stop == last and body[head].heading and body[stop].heading):
            break
        lists.insert(0, found)
        last = head
    yield from (at for found in lists for at in found)


def _list_below(body: Sequence[Block], head: int) -> tuple[int, list[int]]:
    """Where the list under a heading stops, and its blocks."""
    found: list[int] = []
    for at in range(head + 1, len(body)):
        block = body[at]
        if heads_part(block.text):
            continue
        closed = block.heading or ends_article(block.text) or heads_notes(block.text) or heads_backmatter(block.text)
        if closed or heads_references(block.text):
            return at, found
        if block.text.strip():
            found.append(at)
    return len(body), found


def _placed(text: _Text, blocks: Iterable[Block]) -> tuple[int, int]:
    start = text.length
    for block in blocks:
        text.add_block(block)
    return start, text.length


def _hints(run: Run, span: Span) -> Iterator[Hint]:
    if run.italic and run.text.strip():
        yield Hint(kind="italic", span=span)
    if run.link:
        yield Hint(kind="link", span=span, value=run.link)
    if run.citation:
        yield Hint(kind="citation", span=span, value=run.citation)


def _within(hints: Sequence[Hint], span: Span) -> tuple[Hint, ...]:
    """Those of the hints, which stand in order of their starts, that lie in a span."""
    first, last = (bisect_left(hints, place, key=lambda hint: hint.span.start) for place in (span.start, span.end))
    return tuple(hint for hint in hints[first:last] if hint.span.end <= span.end)


def _of_body(hints: Iterable[Hint], end: int, taken: Sequence[tuple[int, int]]) -> tuple[Hint, ...]:
    """The hyperlinks before `end` that stand in no entry."""
    links = (hint for hint in hints if hint.kind == "link" and hint.span.end <= end)
    return tuple(hint for hint in links if not any(start <= hint.span.start < stop for start, stop in taken))


def _note(
    whole: str, hints: list[Hint], number: int, note: MarkedNote, place: tuple[int, int], call: tuple[int, int] | None
) -> Note:
    span = Span(start=place[0], end=place[1], line=note.blocks[0].line if note.blocks else 0)
    return Note(
        number=number,
        marker=note.marker,
        passage=Passage.of(whole[slice(*place)], place[0]).strip(),
        span=span,
        before=last_words(whole[max(0, call[0] - 200) : call[0]].replace("\n", " ").rstrip()) if call else "",
        call=Span(start=call[0], end=call[0], line=call[1]) if call else None,
        hints=_within(hints, span),
    )
