"""How sure a parsed citation is, and why not: each doubt is a line for the person who checks.

Confidence is the probability that every field is right: the logistic function of the sum of the weights of what is
seen in a citation. The weights are fitted to gold citations by `tools/calibrate.py`; `docs/confidence.md` shows how
far they hold.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from operator import attrgetter

from citekit.citations.imprint import publishing
from citekit.model import Citation, Field, Message

SURE = 0.5
"""Below this a citation is listed for checking: it is more likely to have a wrong field than none."""
BIAS = 3.92
CAUTION = 0.75
"""Taken off the fitted sum: the gold sets are kinder than the notes to come, and 0.9 should mean at least that."""
CONFIDENCE = attrgetter("confidence")
NO_FIELD = Field(label="", start=0, end=0)
OPEN_MARK = re.compile("[《「『“][^》」』”]*$")
LONG_NAME = re.compile("[\u3400-\u9fff]{5,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signal:
    """Something seen in a citation, as a number (1 for yes), and the weight that one of it has. `doubt` says it to a
    person; where it is empty, the signal only weighs. `by_hand`: too few in the gold sets to be fitted."""

    name: str
    weight: float
    seen: Callable[[Citation], float]
    doubt: str = ""
    by_hand: bool = False


def weakest(citation: Citation) -> Field:
    """The field that the parser is least sure of. Whether pages are the extent or the cited place is not asked: the
    citation prints the same either way."""
    fields = [field for field in citation.fields if field.label not in ("page", "locator")]
    return min(fields, key=CONFIDENCE, default=NO_FIELD)


def _marked(citation: Citation) -> bool:
    """Parsed by rules alone."""
    return min(map(CONFIDENCE, citation.fields), default=1) == 1


def _tagged(citation: Citation) -> float:
    """How sure the tagger is of its weakest field, as nines: 0.9 is 1, 0.99 is 2, at most 3; 0 if it was not asked."""
    return 0.0 if _marked(citation) else min(3.0, -math.log10(max(1e-3, 1 - weakest(citation).confidence)))


def _linked(citation: Citation) -> bool:
    return citation.relation != "full" and not _unlinked(citation)


def _unlinked(citation: Citation) -> bool:
    return citation.relation != "full" and citation.refers_to is None and citation.refers_to_entry is None


def _untitled(citation: Citation) -> bool:
    return citation.relation == "full" and not citation.item.title and not citation.item.URL


def _homeless(citation: Citation) -> bool:
    return not (citation.item.container_title or citation.item.publisher)


def _unreadable(citation: Citation) -> bool:
    return bool(citation.item.issued and not citation.item.issued.parts)


def _open_mark(citation: Citation) -> bool:
    return bool(OPEN_MARK.search(citation.item.title))


def _nameless(citation: Citation) -> bool:
    item = citation.item
    return citation.relation == "full" and not (
        item.author or item.editor or item.URL or item.container_title or item.publisher
    )


def _undated(citation: Citation) -> bool:
    item = citation.item
    return (
        citation.relation == "full" and not item.issued and not item.URL and item.type not in ("chapter", "legislation")
    )


def _odd_publisher(citation: Citation) -> bool:
    """In a marked citation, a publisher that does not end like one: often an edition, a place or a remark."""
    publisher = citation.item.publisher
    return bool(publisher) and _marked(citation) and not publishing(publisher)


def _mixed(citation: Citation) -> bool:
    item = citation.item
    return bool(item.container_title and item.publisher and not item.editor)


def _odd_name(citation: Citation) -> bool:
    """Han names of more than four characters are seldom persons, unless a dot parts them or they are institutions."""
    item = citation.item
    names = (*item.author, *item.editor, *item.translator)
    return any(LONG_NAME.fullmatch(name.literal) and not name.institution for name in names)


def _long(citation: Citation) -> bool:
    item = citation.item
    return len(item.title) > 250 or any(
        len(name.literal or name.family) > 40 for name in item.author if not name.institution
    )


SIGNALS: tuple[Signal, ...] = (
    Signal(name="tagged", weight=-3.08, seen=lambda c: not _marked(c)),
    Signal(name="nines of the tagger", weight=1.44, seen=_tagged),
    Signal(name="back-reference", weight=2.46, seen=_linked),
    Signal(name="unlinked", weight=-3.5, by_hand=True, seen=_unlinked),
    Signal(name="no title", weight=-0.80, seen=_untitled, doubt="no title"),
    Signal(name="no container, no publisher", weight=-1.13, seen=_homeless),
    Signal(name="several titles", weight=-1.62, seen=lambda c: len(c.raw("title")) > 1, doubt="several titles"),
    Signal(name="odd publisher", weight=-3.58, seen=_odd_publisher, doubt="the publisher has an unusual name"),
    Signal(name="mixed", weight=-0.78, seen=_mixed),
    Signal(name="not placed", weight=-0.92, seen=lambda c: _marked(c) and bool(c.rest)),
    Signal(name="host", weight=-1.59, seen=lambda c: bool(c.item.URL and c.item.publisher)),
    Signal(name="no author", weight=-0.73, seen=lambda c: not c.item.author),
    Signal(name="prose before", weight=-1.51, seen=lambda c: len(c.prefix) > 12),
    Signal(name="hundreds of characters", weight=-0.58, seen=lambda c: len(c.passage.text) / 100),
    Signal(name="no date", weight=-0.7, by_hand=True, seen=_undated, doubt="no date"),
    Signal(name="unreadable date", weight=-0.9, by_hand=True, seen=_unreadable, doubt="the date could not be read"),
    Signal(
        name="nameless",
        weight=-0.7,
        by_hand=True,
        seen=_nameless,
        doubt="neither author, editor, publisher nor container",
    ),
    Signal(name="odd name", weight=-0.7, by_hand=True, seen=_odd_name, doubt="a name runs long for a person"),
    Signal(name="long", weight=-2.0, by_hand=True, seen=_long, doubt="a title or name runs very long"),
    Signal(name="open mark", weight=-1.0, by_hand=True, seen=_open_mark, doubt="a mark is not closed in the title"),
)
"""What is looked at; doubts are told in this order."""


def judge(citation: Citation) -> Citation:
    """The citation with its `confidence` (0 to 1) and `doubts`.

    >>> from citekit.model import Passage
    >>> judge(Citation(passage=Passage.of("？"))).doubts
    ('no title', 'no date', 'neither author, editor, publisher nor container')
    """
    if citation.data or citation.item.key:  # nothing was parsed
        return citation
    total = BIAS - CAUTION
    doubts = list(citation.doubts)
    for signal in SIGNALS:
        if value := signal.seen(citation):
            total += value * signal.weight
            if signal.doubt:
                doubts.append(signal.doubt)
    weak = weakest(citation)
    if weak.confidence < SURE:
        doubts.append(f"unsure of the {weak.label} “{citation.passage.text[weak.start : weak.end]}”")
    if citation.rest:
        doubts.append(f"not placed: {citation.rest}")
    return replace(citation, confidence=round(1 / (1 + math.exp(-total)), 3), doubts=tuple(doubts))


def is_unsure(citation: Citation) -> bool:
    """Whether a person should look: the citation or a field of it is likely to be wrong, or it points to nothing."""
    return citation.confidence < SURE or weakest(citation).confidence < SURE or _unlinked(citation)


def unsure_messages(citations: Sequence[Citation]) -> tuple[Message, ...]:
    """A message for each citation that a person should check, with its note and its doubts."""
    return tuple(
        Message(
            text=f"{'; '.join(c.doubts) or 'unusual'}: {c.passage.text}",
            note=c.note,
            span=c.passage.span(),
            kind=c.kind,
        )
        for c in citations
        if is_unsure(c)
    )
