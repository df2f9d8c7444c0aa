"""Citations whose works the document knows itself: a reference manager has left the data beside the printed text.

Nothing of such a stretch is parsed; what stands around it is read like any other note.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from citekit.citations.backrefs import Linked
from citekit.citations.recognise import ibid
from citekit.languages.fold import letters
from citekit.model import JSON, Citation, Hint, Note

LOOSE = " \t\n,，、;；。:："
"""What may stand between a signal word or a remark and the stretch that is data; a full stop may be the word's."""
TITLE = 4
"""So many letters a title has at least to be known again in an entry of a list."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Stretch:
    """A range of a note's passage, and the data of the citations that it is."""

    start: int
    end: int
    items: tuple[dict[str, JSON], ...]


def cite_embedded(note: Note, cite_text: Callable[[Note], tuple[Citation, ...]]) -> tuple[Citation, ...]:
    """The citations of a note that holds data of some, in order; `cite_text` reads the text between them.

    Words before a stretch are its prefix and words behind it its suffix, unless they are citations or the data has
    its own. None if the note holds no data.

    >>> from citekit.model import Passage, Span
    >>> passage = Passage.of("Vgl. Quill, Tides, 5.")
    >>> data = '{"citationItems": [{"itemData": {"title": "T"}}]}'
    >>> hint = Hint(kind="citation", span=Span(start=5, end=20), value=data)
    >>> note = Note(number=1, marker="1", passage=passage, span=passage.span(), hints=(hint,))
    >>> [(found.prefix, found.passage.text, found.data) for found in cite_embedded(note, lambda note: ())]
    [('Vgl.', 'Quill, Tides, 5', '{"itemData": {"title": "T"}}')]
    """
    found: list[Citation] = []
    at, whole = 0, len(note.passage.text)
    for stretch in (*_stretches(note), _Stretch(start=whole, end=whole, items=())):
        gap = note.passage.cut(at, stretch.start)
        between = cite_text(replace(note, passage=gap)) if note.kind == "note" else ()
        words = "" if between or note.kind == "entry" else gap.text.lstrip(LOOSE + ".").rstrip(LOOSE)
        found += between
        if stretch.items:
            found += _citations(note, stretch, words)
        elif found and not between:
            found[-1] = replace(found[-1], suffix=found[-1].suffix or words)
        at = stretch.end
    return tuple(found)


def has_data(note: Note) -> bool:
    """Whether a note holds the data of a citation."""
    return any(_items(hint) for hint in note.hints)


def _stretches(note: Note) -> Iterator[_Stretch]:
    at = 0
    for hint in sorted(note.hints, key=lambda hint: hint.span.start):
        items = _items(hint)
        places = [i for i, place in enumerate(note.passage.origin[at:], at) if hint.span.start <= place < hint.span.end]
        if items and places:
            at = places[-1] + 1
            yield _Stretch(start=places[0], end=at, items=items)


def _items(hint: Hint) -> tuple[dict[str, JSON], ...]:
    """The items of a hint that is CSL-JSON and knows every work."""
    if hint.kind != "citation" or not hint.value.startswith("{"):
        return ()
    try:
        items = json.loads(hint.value)["citationItems"]
    except (ValueError, KeyError, RecursionError):
        return ()
    known = isinstance(items, list) and all(isinstance(i, dict) and isinstance(i.get("itemData"), dict) for i in items)
    return tuple(items) if known else ()


def _citations(note: Note, stretch: _Stretch, words: str) -> Iterator[Citation]:
    passage = note.passage.cut(stretch.start, stretch.end).strip()
    for number, item in enumerate(stretch.items):
        yield Citation(
            passage=passage,
            note=note.number,
            kind=note.kind,
            prefix="" if number else words,
            relation="ibid" if note.kind == "note" and ibid(passage.text) else "full",
            data=json.dumps(item, ensure_ascii=False),
        )


def covered(linked: Linked) -> Linked:
    """The citations with every printed entry of a list of references, whose work the document has data of, led to the
    citation with the data: the same title and first author stand in it."""
    known = [
        (
            at,
            letters(c.item.title),
            letters(c.item.author[0].family or c.item.author[0].literal if c.item.author else ""),
        )
        for at, c in enumerate(linked.citations)
        if c.data and linked.works[at] == at and len(letters(c.item.title)) >= TITLE
    ]
    if not known:
        return linked
    known.sort(key=lambda row: -len(row[1]))  # of two titles the longer one: Tides before Tides and Locks
    works = list(linked.works)
    for at, citation in enumerate(linked.citations):
        if citation.kind == "entry" and not citation.data:
            text = letters(citation.passage.text)
            works[at] = next((n for n, title, author in known if title in text and author in text), works[at])
    return replace(linked, works=_followed(works))


def _followed(works: Sequence[int | None]) -> tuple[int | None, ...]:
    """Where the citation that a work is in has itself been led to another, that one."""
    return tuple(works[work] if work is not None else None for work in works)
