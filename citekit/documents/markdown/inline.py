"""A block of Markdown without its markup: the clean text, the call-outs and inline notes in it, and the hints."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from citekit.documents.markdown.citations import keys
from citekit.documents.markdown.emphasis import Run, runs
from citekit.documents.markdown.pieces import ESCAPED, Piece, pieces
from citekit.documents.source import Clean, words_before
from citekit.model import Passage, Span

_DASHES = {2: "–", 3: "—"}
_ITALIC_TAGS = frozenset(("i", "em", "cite"))
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9-]*)")
_HREF = re.compile(r"\bhref\s{0,3}=\s{0,3}[\"']?([^\"'\s>]*)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """What the whole source says about its blocks: the addresses of link definitions, and whether @key alone is a
    citation."""

    links: Mapping[str, str] = field(default_factory=dict)
    bare_keys: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A call-out: the label of a note, its place in the source, the words before it; an inline note brings its text."""

    label: str
    span: Span
    before: str
    clean: Clean | None = None


class Inline:
    """A reading of the blocks of one text, one after the other, into `clean`.

    >>> inline = Inline(Style())
    >>> inline.read(Passage.of("*Out* of [line](x.org).[^1]^[See `[x]`.]"))
    >>> inline.clean.passage().text, [(call.label, call.before) for call in inline.calls]
    ('Out of line.', [('1', 'Out of line.'), ('', 'Out of line.')])
    """

    def __init__(self, style: Style) -> None:
        self.style = style
        self.clean = Clean()
        self.calls: list[Call] = []
        self._passage = Passage.of("")
        self._pieces: list[Piece] = []
        self._tags: list[tuple[str, int, str]] = []

    def read(self, passage: Passage) -> None:
        """Adds a block."""
        self._passage = passage
        self._pieces = pieces(passage.text, self.style.links)
        self._tags = []
        self._scope(0, len(self._pieces), self.clean)
        self.clean.put("\n", passage.origin[-1] if passage.origin else 0)

    def _scope(self, first: int, last: int, clean: Clean) -> None:
        """The pieces between one pair of brackets."""
        scope = list(self._outermost(first, last))
        marks = runs(self._passage.text, self._pieces, scope)
        italics: list[int] = []
        behind = -1
        for at in scope:
            if at < behind:
                continue
            piece = self._pieces[at]
            if piece.kind == "run":
                self._run(piece, marks[at], italics, clean)
            elif piece.kind == "open" and piece.partner >= 0:
                self._brackets(at, piece, clean)
            elif piece.kind == "key":
                behind = self._key(at, clean)
            else:
                self._piece(piece, clean)

    def _outermost(self, first: int, last: int) -> Iterator[int]:
        """The indices of the pieces outside of brackets in this range; of a pair of brackets that of the first."""
        at = first
        while at < last:
            yield at
            piece = self._pieces[at]
            at = piece.partner + 1 if piece.kind == "open" and piece.partner >= 0 else at + 1

    def _run(self, piece: Piece, run: Run, italics: list[int], clean: Clean) -> None:
        """Marks that end italics, those that are none, those that begin them."""
        for italic in run.closing:
            if italic and italics:
                clean.hint("italic", italics.pop())
        start = piece.start + len(run.closing)
        self._keep(start, start + run.left, clean)
        italics += [len(clean)] * sum(run.opening)

    def _piece(self, piece: Piece, clean: Clean) -> None:
        """A piece of text, or of something that stands for text."""
        source = self._passage.text[piece.start : piece.end]
        at = self._passage.origin[piece.start]
        match piece.kind:
            case "comment":
                pass
            case "url":
                self._address(piece, clean)
            case "script":
                clean.keep(self._passage.cut(piece.start + 1, piece.end - 1).sub(ESCAPED, ""))
            case "escape" | "code" | "autolink":
                length = 1 if piece.kind != "code" else len(source) - len(source.lstrip("`"))
                since = len(clean)
                self._keep(piece.start + length, piece.end - length * (piece.kind != "escape"), clean)
                if piece.kind == "autolink":
                    clean.hint("link", since, source[1:-1])
            case "break":
                clean.put("\n", at)
            case "tag":
                self._tag(source, at, clean)
            case "entity":
                clean.put(html.unescape(source).replace("\u00a0", " "), at)
            case "dash":
                clean.put(_DASHES[len(source)], at)
            case "call":
                place = Span(start=at, end=at + len(source))
                self.calls.append(Call(label=source[2:-1], span=place, before=words_before(clean.tail())))
            case _:
                self._keep(piece.start, piece.end, clean)

    def _keep(self, start: int, end: int, clean: Clean) -> None:
        clean.keep(self._passage.cut(start, end))

    def _address(self, piece: Piece, clean: Clean) -> None:
        """An address that stands in the text; some writers escape the underscores in it."""
        since = len(clean)
        address = self._passage.cut(piece.start, piece.end).sub(ESCAPED, "")
        clean.keep(address)
        clean.hint("link", since, address.text)

    def _tag(self, source: str, at: int, clean: Clean) -> None:
        """A tag of HTML: what it says about the text up to its end is a hint."""
        found = _TAG.match(source)
        name = found[2].lower() if found else ""
        if name in ("br", "p"):
            clean.put("\n", at)
        elif found and not found[1]:
            href = _HREF.search(source) if name == "a" else None
            if name in _ITALIC_TAGS or href:
                self._tags.append((name, len(clean), html.unescape(href[1]) if href else ""))
        elif self._tags and self._tags[-1][0] == name:
            _, since, href_ = self._tags.pop()
            clean.hint("link" if href_ else "italic", since, href_)

    def _brackets(self, at: int, opener: Piece, clean: Clean) -> None:
        """A pair of brackets: inline note, link, image, span, citation, or brackets that are printed."""
        closer = self._pieces[opener.partner]
        since = len(clean)
        if opener.what == "citation":
            self._keep(opener.start, closer.end, clean)
            clean.hint("citation", since, ",".join(keys(self._passage.text[opener.end : closer.start])))
        elif opener.what == "note":
            self._note(at, opener, closer, clean)
        elif opener.what:
            self._scope(at + 1, opener.partner, clean)
            if opener.what == "link":
                clean.hint("link", since, closer.value)
        else:
            self._keep(opener.start, opener.end, clean)
            self._scope(at + 1, opener.partner, clean)
            self._keep(closer.start, closer.end, clean)

    def _note(self, at: int, opener: Piece, closer: Piece, clean: Clean) -> None:
        before = words_before(clean.tail())
        origin = self._passage.origin
        call = Call(
            label="", span=Span(start=origin[opener.start], end=origin[closer.start] + 1), before=before, clean=Clean()
        )
        self.calls.append(call)
        if call.clean is not None:
            self._scope(at + 1, opener.partner, call.clean)

    def _key(self, at: int, clean: Clean) -> int:
        """@key, with its locator in brackets if there is one; the index of the piece behind it."""
        piece = self._pieces[at]
        end, behind = piece.end, at + 1
        found = keys(self._passage.text[piece.start : piece.end])
        following = self._pieces[at + 1 : at + 3]
        if [p.kind for p in following] == ["text", "open"] and following[1].partner >= 0 and not following[1].what:
            blank = self._passage.text[following[0].start : following[0].end]
            if blank.isspace():
                end, behind = self._pieces[following[1].partner].end, following[1].partner + 1
        if not found or not self.style.bare_keys:
            end, behind = piece.end, at + 1
        since = len(clean)
        self._keep(piece.start, end, clean)
        if found and self.style.bare_keys:
            clean.hint("citation", since, ",".join(found))
        return behind
