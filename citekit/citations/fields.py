"""Which parser labels a citation: the grammar where marks set off the titles, the tagger everywhere else."""

from __future__ import annotations

from citekit.citations.grammar import grammar
from citekit.citations.recognise import ibid, shortform
from citekit.citations.tagger import tag
from citekit.citations.units import addresses, take
from citekit.model import Field


def label(text: str) -> tuple[Field, ...]:
    """The fields of one citation, in order and apart from each other.

    >>> [f.label for f in label("同上，第7页。")]
    ['page']
    """
    if ibid(text):
        return take(text)[1]
    fields = grammar(text)
    if fields:
        return fields
    fields = tuple(
        Field(label=span.label, start=span.start, end=span.end, confidence=span.confidence) for span in tag(text)
    )
    pointer = shortform(text)
    if pointer:
        fields = tuple(f for f in fields if f.end <= pointer.start() or f.start >= pointer.end())
    links = addresses(text)
    kept = [f for f in fields if not any(f.start < link.end and link.start < f.end for link in links)]
    return tuple(sorted([*kept, *links], key=lambda f: f.start))
