r"""Citations that name a work by its key in the `.bib` file: [@quill1999, p. 15], \autocite[15]{quill1999}.

The work is in the file already, so such a citation gives no new reference; back-references behind it mean its work.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from citekit.citations.lists import AND, AND_CJK
from citekit.model import Citation, Document, Hint, Message, Note, Passage, Reference

_JOINT = re.compile(rf"[\s,;.:、，；。：]*(?:{AND}\s+|{AND_CJK})?", re.IGNORECASE)
"""What stands between such a citation and a work that is printed behind it."""
_LOCATOR = re.compile(r",?\s*(?:(?:pp?|S|с|С)\.|第)?\s*(\d{1,5}(?:\s?[-–—]\s?\d{1,5})?)\s*[页頁]?\s*(?=[;\]]|$)")


def by_key(hint: Hint) -> bool:
    """Whether a hint is a citation by keys, and not by data of its own.

    >>> from citekit.model import Span
    >>> by_key(Hint(kind="citation", span=Span(start=0, end=9), value="quill1999"))
    True
    """
    return hint.kind == "citation" and bool(hint.value) and not hint.value.startswith("{")


def keyed(note: Note) -> tuple[tuple[Citation, ...], tuple[Note, ...]]:
    """The citations of a note by keys, one a work, and what stands before, between and behind them.

    >>> from citekit.model import Span
    >>> hint = Hint(kind="citation", span=Span(start=4, end=22), value="quill1999")
    >>> passage = Passage.of("See [@quill1999, 15]; and others.")
    >>> found, rest = keyed(Note(number=1, marker="1", passage=passage, span=passage.span(), hints=(hint,)))
    >>> [(citation.item.key, citation.locator) for citation in found], [note.text for note in rest]
    ([('quill1999', '15')], ['See ', 'others.'])
    """
    if not any(map(by_key, note.hints)):
        return (), (note,)
    citations: list[Citation] = []
    rest: list[Passage] = []
    end = 0
    for hint in sorted(filter(by_key, note.hints), key=lambda hint: hint.span.start):
        places = [at for at, o in enumerate(note.passage.origin) if hint.span.start <= o < hint.span.end]
        if places and places[0] >= end:
            rest.append(_behind(note.passage.cut(end, places[0]), end))
            end = places[-1] + 1
            citations += _works(note, hint, note.passage.cut(places[0], end))
    rest.append(_behind(note.passage.cut(end), end))
    return tuple(citations), tuple(replace(note, passage=passage) for passage in rest)


def _behind(passage: Passage, end: int) -> Passage:
    """A piece of a note without what joins it to the citation that ends before it."""
    joint = _JOINT.match(passage.text) if end else None
    return passage.cut(joint.end()) if joint else passage


def _works(note: Note, hint: Hint, printed: Passage) -> Iterator[Citation]:
    """A citation for each key, with the place behind it if that is a page."""
    for key in hint.value.split(","):
        at = printed.text.find(key)
        locator = _LOCATOR.match(printed.text, at + len(key)) if at >= 0 else None
        yield Citation(
            passage=printed,
            note=note.number,
            kind=note.kind,
            item=Reference(key=key),
            locator=locator[1] if locator else "",
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A key that an article names, and what to tell a person if no bibliography holds it."""

    key: str
    message: Message


def mentions(document: Document, notes: Iterable[Note]) -> tuple[Mention, ...]:
    """The keys that the body and the notes of a document name, each once, with its first place."""
    found: dict[str, Mention] = {}
    for hint in document.hints:
        _mention(found, hint, hint.span.line, 0)
    for note in notes:
        for hint in note.hints:
            if by_key(hint):
                line = note.span.line + document.text.count("\n", note.span.start, hint.span.start)
                _mention(found, hint, line, note.number)
    return tuple(found.values())


def _mention(found: dict[str, Mention], hint: Hint, line: int, note: int) -> None:
    for key in hint.value.split(",") if by_key(hint) else ():
        text = f"line {line}: no work has the key {key}; add it to the bibliography, or correct the key"
        found.setdefault(key, Mention(key=key, message=Message(text=text, note=note, span=hint.span)))


def unheld(mentioned: Sequence[Mention], held: Collection[str]) -> tuple[Message, ...]:
    """What there is to say of keys that no work among those held has; without any works one line says how many.

    >>> mention = Mention(key="quill1999", message=Message(text="line 3: no work has the key quill1999"))
    >>> [message.text for message in unheld([mention], {"marsh2001"})]
    ['line 3: no work has the key quill1999']
    >>> [message.text for message in unheld([mention], ())]
    ['1 works are named by their keys alone; give the .bib that holds them with -o']
    """
    if mentioned and not held:
        text = f"{len(mentioned)} works are named by their keys alone; give the .bib that holds them with -o"
        return (Message(text=text, level="info"),)
    return tuple(mention.message for mention in mentioned if mention.key not in held)
