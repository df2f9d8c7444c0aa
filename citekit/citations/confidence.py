"""How sure a parsed citation is, and why not: each doubt is a line for the person who checks."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from citekit.languages.words import alternatives, every
from citekit.model import Citation, Field, Message

SURE = 0.7
"""Below this a citation is listed for checking."""

Doubt = tuple[str, float, Callable[[Citation], bool]]


def _weakest(citation: Citation) -> Field:
    """The field that the parser is least sure of. Whether pages are the extent or the cited place is not asked: the
    citation prints the same either way."""
    fields = (field for field in citation.fields if field.label not in ("page", "locator"))
    return min(fields, key=lambda field: field.confidence, default=Field(label="", start=0, end=0))


def _nameless(citation: Citation) -> bool:
    item = citation.item
    return not (item.author or item.editor or item.URL or item.container_title or item.publisher)


def _undated(citation: Citation) -> bool:
    item = citation.item
    return (
        citation.relation == "full" and not item.issued and not item.URL and item.type not in ("chapter", "legislation")
    )


def _long_name(citation: Citation) -> bool:
    return any(len(name.literal or name.family) > 40 and not name.institution for name in citation.item.author)


def _by_grammar(citation: Citation) -> bool:
    return bool(citation.fields) and all(field.confidence == 1 for field in citation.fields)


def _odd_publisher(citation: Citation) -> bool:
    """In a marked citation, a publisher that does not end like one: often an edition, a place or a remark."""
    publisher = citation.item.publisher
    return bool(publisher) and _by_grammar(citation) and not _publishing().search(publisher)


@cache
def _publishing() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives([*every('publishers'), *every('institutions')])})$")


def _mixed(citation: Citation) -> bool:
    item = citation.item
    return _by_grammar(citation) and bool(item.container_title and item.publisher and not item.editor)


def _odd_name(citation: Citation) -> bool:
    """Han names of more than four characters are seldom persons, unless a dot parts them or they are institutions."""
    item = citation.item
    names = (*item.author, *item.editor, *item.translator)
    return any(re.fullmatch("[\u3400-\u9fff]{5,}", name.literal) and not name.institution for name in names)


DOUBTS: tuple[Doubt, ...] = (
    ("no title", 0.5, lambda c: c.relation == "full" and not c.item.title and not c.item.URL),
    ("no date", 0.85, _undated),
    ("the date could not be read", 0.7, lambda c: bool(c.item.issued and not c.item.issued.parts)),
    ("nobody is named: author, editor, publisher or container", 0.8, lambda c: c.relation == "full" and _nameless(c)),
    ("the publisher has an unusual name", 0.85, _odd_publisher),
    ("a name runs long for a person", 0.85, _odd_name),
    ("a container and a publisher, but no editor", 0.88, _mixed),
    ("a title runs very long", 0.6, lambda c: len(c.item.title) > 250),
    ("a name runs very long", 0.6, _long_name),
    ("a mark is not closed in the title", 0.7, lambda c: bool(re.search("[《「『“][^》」』”]*$", c.item.title))),
)  # fmt: skip
"""What speaks against a parse, how much confidence is left then, and how it is seen."""


def judge(citation: Citation) -> Citation:
    """The citation with its `confidence` (0 to 1) and `doubts`.

    >>> from citekit.model import Passage
    >>> judge(Citation(passage=Passage.of("？"))).doubts
    ('no title', 'no date', 'nobody is named: author, editor, publisher or container')
    """
    weakest = _weakest(citation)
    confidence = weakest.confidence
    doubts = list(citation.doubts)
    if confidence < SURE:
        doubts.append(f"unsure of the {weakest.label} “{citation.passage.text[weakest.start : weakest.end]}”")
    if citation.doubts:
        confidence *= 0.6
    for text, factor, seen in DOUBTS:
        if seen(citation):
            doubts.append(text)
            confidence *= factor
    if citation.rest:
        doubts.append(f"not placed: {citation.rest}")
        confidence *= 0.6 if _by_grammar(citation) else 0.9
    return replace(citation, confidence=round(confidence, 3), doubts=tuple(doubts))


def unsure_messages(citations: Sequence[Citation]) -> tuple[Message, ...]:
    """A message for each citation that a person should check, with its note and its doubts."""
    return tuple(
        Message(text=f"{'; '.join(c.doubts)}: {c.passage.text}", note=c.note, span=c.passage.span())
        for c in citations
        if c.confidence < SURE
    )
