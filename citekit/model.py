"""The nouns of citekit: what flows from an article to a bibliography.

Every value is frozen. None of them reads or writes anything; parsing lives with the stage that does it.
Field names follow CSL 1.0.2 (``container_title`` is CSL's ``container-title``), types are CSL's types.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Literal, TypeAlias, TypeVar

T = TypeVar("T")

Relation = Literal["full", "ibid", "shortform"]
Level = Literal["info", "warning", "error"]
JSON: TypeAlias = str | int | float | bool | list["JSON"] | dict[str, "JSON"] | None
NoteKind = Literal["note", "entry"]
Outcome = Literal["ok", "unsure", "rotten"]


class CitekitError(Exception):
    """What the caller did wrong or cannot be read: one line for a person, naming the file and the remedy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """A half-open range of code points in the text of a document; `line` and `page` count from 1, 0 is unknown."""

    start: int
    end: int
    line: int = 0
    page: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A piece of text in which every character remembers its place in the source.

    `origin` holds one source offset for each character of `text`, so that a repair (a joined URL, a lost
    ligature) can change the text and still lead back to the article; a `range` as long as nothing was changed.

    >>> passage = Passage.of("Con\\nflict", start=10).sub(re.compile("\\n"), "")
    >>> passage.text, passage.span(3, 5)
    ('Conflict', Span(start=14, end=16, line=0, page=0))
    """

    text: str
    origin: Sequence[int]

    @classmethod
    def of(cls, text: str, start: int = 0) -> Passage:
        """The text as it stands in the source from offset `start` on."""
        return cls(text=text, origin=range(start, start + len(text)))

    def cut(self, start: int, end: int | None = None) -> Passage:
        """The characters from `start` up to `end`, with their origins."""
        return Passage(text=self.text[start:end], origin=self.origin[start:end])

    def strip(self) -> Passage:
        """Without white space at both ends."""
        text = self.text.strip()
        if len(text) == len(self.text):
            return self
        left = len(self.text) - len(self.text.lstrip())
        return self.cut(left, left + len(text))

    def replace(self, edits: Iterable[tuple[int, int, str]]) -> Passage:
        """Each (start, end, new text) applied; edits stand in order and do not overlap.

        New text takes the origins of the characters that it replaces, as far as they go.
        """
        texts: list[str] = []
        origin: list[int] = []
        at = 0
        for start, end, new in edits:
            texts += (self.text[at:start], new)
            origin += self.origin[at:start]
            places = self.origin[start:end] or self.origin[start - 1 : start] or self.origin[:1] or (0,)
            origin += (places[min(i, len(places) - 1)] for i in range(len(new)))
            at = end
        if not texts:
            return self
        texts.append(self.text[at:])
        origin += self.origin[at:]
        return Passage(text="".join(texts), origin=tuple(origin))

    def sub(self, pattern: re.Pattern[str], new: str | Callable[[re.Match[str]], str]) -> Passage:
        """Like `re.sub`, with origins kept; `new` may be a template as `re.Match.expand` reads it."""
        edits = []
        for match in pattern.finditer(self.text):
            text = new(match) if callable(new) else match.expand(new)
            if text != match.group():
                edits.append((match.start(), match.end(), text))
        return self.replace(edits)

    def span(self, start: int = 0, end: int | None = None) -> Span:
        """Where the characters from `start` up to `end` stood in the source."""
        places = self.origin[start:end]
        if not places:
            return Span(start=0, end=0)
        if isinstance(places, range):
            return Span(start=places[0], end=places[-1] + 1)
        return Span(start=min(places), end=max(places) + 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """Something a person should know: what is wrong, where, what to do. `note` is the number of a note, or of an entry
    of the list of references (`kind`), 0 for neither."""

    text: str
    level: Level = "warning"
    note: int = 0
    span: Span | None = None
    kind: NoteKind = "note"


@dataclass(frozen=True, slots=True, kw_only=True)
class Result(Generic[T]):
    """A value and what there is to say about it: readers and parsers return it instead of raising or printing."""

    value: T
    messages: tuple[Message, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An article as read. `pages` are the ranges of its pages in `text` (one for all if the format has none);
    `notes` are there already where the format marks them itself, and so are `entries`, those of its list of
    references and what is cited in the text itself with the data of a reference manager. `text` holds the words of
    both as well. `hints` are those to the body; notes have their own."""

    name: str
    text: str
    media_type: str = "text/plain"
    encoding: str = ""
    pages: tuple[Span, ...] = ()
    notes: tuple[Note, ...] = ()
    entries: tuple[Note, ...] = ()
    hints: tuple[Hint, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """What the format says about a stretch of a note beyond its characters, at a place in the document's text.

    `italic` is a run in italics, often a title; `link` a hyperlink with its target in `value`; `citation` a citation
    that a reference manager or a \\cite command has put there, in `value` its data: CSL-JSON of a citation
    ({"citationItems": ...}), or the keys in the `.bib` file, parted by commas.
    """

    kind: Literal["italic", "link", "citation"]
    span: Span
    value: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One footnote or endnote, or (`kind` is entry) one entry of a list of references: running number, marker as
    printed, repaired text, and its call-out's place with the words before it."""

    number: int
    marker: str
    passage: Passage
    span: Span
    before: str = ""
    call: Span | None = None
    kind: NoteKind = "note"
    hints: tuple[Hint, ...] = ()

    @property
    def text(self) -> str:
        return self.passage.text


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A person (`family`, `given`, particles and suffix as in CSL) or, in `literal`, an institution or a name
    that stays unsplit. `role` words and nationality marks are no part of it."""

    family: str = ""
    given: str = ""
    particle: str = ""
    suffix: str = ""
    literal: str = ""
    institution: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Date:
    """A date only as deep as printed: `parts` holds one or two (year, month, day) prefixes (two are a range),
    `season` a season as CSL counts them (1 spring ... 4 winter), `literal` what could not be typed."""

    parts: tuple[tuple[int, ...], ...] = ()
    season: int = 0
    literal: str = ""

    @property
    def year(self) -> int | None:
        return self.parts[0][0] if self.parts else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pages:
    """Pages as a list of (first, last) labels; a single page has first equal to last. `literal` keeps what
    is no page label (第3页注2, 75 ff.)."""

    ranges: tuple[tuple[str, str], ...] = ()
    literal: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reference:
    """The record of a work. Empty strings and tuples are fields that nobody printed."""

    key: str = ""
    type: str = "document"
    language: str = ""
    author: tuple[Name, ...] = ()
    editor: tuple[Name, ...] = ()
    translator: tuple[Name, ...] = ()
    title: str = ""
    container_title: str = ""
    collection_title: str = ""
    collection_number: str = ""
    publisher: str = ""
    publisher_place: str = ""
    event_title: str = ""
    edition: str = ""
    genre: str = ""
    number: str = ""
    volume: str = ""
    issue: str = ""
    page: Pages | None = None
    issued: Date | None = None
    accessed: Date | None = None
    original_language: str = ""
    archive: str = ""
    archive_location: str = ""
    URL: str = ""
    DOI: str = ""
    ISBN: str = ""
    ISSN: str = ""
    abstract: str = ""
    keyword: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Field:
    """A labelled part of a citation: CSL's field name and the range in the citation's passage."""

    label: str
    start: int
    end: int
    confidence: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """One mention of a work inside a note.

    `item` is the work with the printed fields; `locator` the cited place and `label` its kind (page, volume ...);
    `relation` says whether it stands in full or points back, then `refers_to` is the number of the note with the
    work's earlier citation, or `refers_to_entry` that of the entry in the list of references. `kind` says whether it
    is a note's or such an entry's, then `note` is the entry's number. `original` is the work quoted in the one that
    was seen. `rest` keeps, verbatim, what no field has taken. `data` is the CSL-JSON of the citation item where the
    document carries it (see `Hint`): then nothing printed is parsed.
    """

    passage: Passage
    note: int = 0
    kind: NoteKind = "note"
    fields: tuple[Field, ...] = ()
    item: Reference = Reference()
    locator: str = ""
    label: str = "page"
    prefix: str = ""
    suffix: str = ""
    relation: Relation = "full"
    refers_to: int | None = None
    refers_to_entry: int | None = None
    original: str = ""
    rest: str = ""
    data: str = ""
    confidence: float = 1.0
    doubts: tuple[str, ...] = ()

    def raw(self, label: str) -> tuple[str, ...]:
        """The printed texts of all fields with this label, in order."""
        return tuple(self.passage.text[f.start : f.end] for f in self.fields if f.label == label)


@dataclass(frozen=True, slots=True, kw_only=True)
class Library:
    """The references of a `.bib` file in order, the place of each one's entry in the text, and the exact text."""

    references: tuple[Reference, ...] = ()
    spans: tuple[Span, ...] = ()
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """An address, and the place where it is cited.

    `url` is the address to ask, `raw` what is printed (broken lines, TeX escapes, an archive's wrapping and all);
    `archive` is the wrapped form when an archive's copy is cited, `url` the original then. `source` is the file,
    `span` the place in its text; `note` and `entry` count the article's notes and entries, `key` and `field` are
    those of a bibliography. `title`, `accessed` and `issued` are what the citation says of the document behind it.
    """

    url: str
    raw: str = ""
    archive: str = ""
    source: str = ""
    span: Span | None = None
    note: int = 0
    entry: int = 0
    key: str = ""
    field: str = ""
    title: str = ""
    accessed: Date | None = None
    issued: Date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """One request on the way: the address asked, the status of the answer, and where it sent the client."""

    url: str
    status: int = 0
    location: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What became of an address.

    `cause` is the name of one row of `citekit.links.causes.CAUSES`, which holds the `outcome` that it has by itself
    (a passing cause can become rotten over several passes) and the advice. `detail` is one line for a person: what was
    seen. `final` is the last address, `status` its answer, `hops` all on the way; `title` what the page calls itself,
    `digest` the SHA-1 of the body in base 32, as archives write it; `target` the address to use instead, if there is
    one. `checked` is the time in UTC, ISO 8601.
    """

    url: str
    cause: str
    outcome: Outcome
    detail: str = ""
    final: str = ""
    status: int = 0
    hops: tuple[Hop, ...] = ()
    media_type: str = ""
    title: str = ""
    digest: str = ""
    target: str = ""
    checked: str = ""
