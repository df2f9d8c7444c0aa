"""From a note to its citations: split, recognise, label the fields.

`cite` gives citations whose fields are labelled ranges of the printed text; `citekit.references.typed` turns them
into values, and `citekit.citations.backrefs.link` ties ibid. and its like to the work that they mean.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from citekit.citations.backrefs import link, tie
from citekit.citations.embedded import cite_embedded, covered, has_data
from citekit.citations.entries import cite_entry
from citekit.citations.fields import label
from citekit.citations.keyed import keyed
from citekit.citations.omitted import filled
from citekit.citations.pointers import author_date, closing_author_date
from citekit.citations.recognise import ibid, inner_citations, is_citation, is_funding, shortform
from citekit.citations.rest import rest
from citekit.citations.shorttitles import names_its_note
from citekit.citations.split import LONGEST, Stretch, prefix_length, split
from citekit.languages.words import alternatives, every
from citekit.model import Citation, Note, Passage, Relation

__all__ = ["cite", "covered", "filled", "link", "tie"]


def cite(note: Note) -> tuple[Citation, ...]:
    """The citations of one note, in order; none for an explanation or a funding note. An entry of a list of references
    is one citation. Where the document holds the data of a citation, the printed text is not read.

    >>> passage = Passage.of("王帆：《国益》，2023年，第5页。")
    >>> cite(Note(number=1, marker="a", passage=passage, span=passage.span()))[0].raw("title")
    ('国益',)
    """
    if has_data(note):
        return cite_embedded(note, cite_text)
    return cite_entry(note) if note.kind == "entry" else cite_text(note)


def cite_text(note: Note) -> tuple[Citation, ...]:
    """The citations that the text of a note is, in order."""
    named, pieces = keyed(note)
    if is_funding(note.text):
        return named
    found = (citation for piece in pieces for stretch in split(piece.text) for citation in _citations(piece, stretch))
    return tuple(sorted((*named, *found), key=_place)) if named else tuple(found)


def _place(citation: Citation) -> int:
    return min(citation.passage.origin, default=0)


def _citations(note: Note, stretch: Stretch) -> Iterator[Citation]:
    """The citation that a stretch is, or those in the brackets of the sentence that it turns out to be."""
    citation = _citation(note, stretch)
    if citation:
        yield citation
        return
    text = note.text[stretch.start : stretch.end]
    at = closing_author_date(text)
    if at is not None and (short := _citation(note, replace(stretch, start=stretch.start + at, prefix=text[:at]))):
        yield short
        return
    for start, end in inner_citations(text):
        start += prefix_length(text[start:end])
        inner = Stretch(start=stretch.start + start, end=stretch.start + end, prefix=text[:start].strip())
        if citation := _citation(note, inner):
            yield citation


def _citation(note: Note, stretch: Stretch) -> Citation | None:
    seen, original = _seen(note.passage, stretch)
    text = seen.text
    fields = label(text[:LONGEST])
    if not is_citation(text, fields):
        return None
    relation: Relation = "full"
    if ibid(text):
        relation = "ibid"
    elif shortform(text) or author_date(text) or names_its_note(text):
        relation = "shortform"
    return Citation(
        passage=seen,
        note=note.number,
        fields=fields,
        prefix=stretch.prefix,
        suffix=stretch.suffix.strip(),
        rest=rest(text, fields),
        relation=relation,
        original=original,
    )


@cache
def _quoted_in() -> re.Pattern[str]:
    return re.compile(rf"(?:[，,；;(（]|\s)\s*(?:{alternatives(every('quoted_in'))})[:：]?\s*")


def _seen(passage: Passage, stretch: Stretch) -> tuple[Passage, str]:
    """The part that names the work actually seen, and the quoted work before 转引自 or *quoted in*."""
    whole = passage.cut(stretch.start, stretch.end).strip()
    match = _quoted_in().search(whole.text)
    if not match or match.start() < 6:
        return whole, ""
    behind = whole.cut(match.end()).strip()
    if not re.search(r"\w", behind.text):  # 재인용 and its like stand behind the work that was seen
        return whole.cut(0, match.start()).strip(), ""
    return behind, whole.text[: match.start()].strip()
