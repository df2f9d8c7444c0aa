"""Printed addresses and the targets of hyperlinks, put together: often both stand at one place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from citekit.model import Hint
from citekit.references.hyperlinks import leads_to_work


@dataclass(frozen=True, slots=True, kw_only=True)
class Placed:
    """An address, its range in the document's text, and what is printed there, if it is not just the text there."""

    url: str
    start: int
    end: int
    raw: str = ""


def with_targets(printed: Iterable[Placed], hints: Iterable[Hint]) -> Iterator[Placed]:
    """The printed addresses in order, and the hyperlinks that lead to web pages.

    A hyperlink over a printed address is the same mention. Its target counts, unless it is only a part of what is
    printed: programs link each line of a broken address by itself.

    >>> from citekit.model import Span
    >>> printed = [Placed(url="https://a.jp/b/c.pdf", start=0, end=22)]
    >>> hint = Hint(kind="link", span=Span(start=0, end=15), value="https://a.jp/b/")
    >>> [placed.url for placed in with_targets(printed, [hint])]
    ['https://a.jp/b/c.pdf']
    """
    targets = [
        Placed(url=hint.value.strip(), start=hint.span.start, end=hint.span.end)
        for hint in hints
        if hint.kind == "link" and leads_to_work(hint.value.strip())
    ]
    found = [_meant(one, [t for t in targets if t.start < one.end and one.start < t.end]) for one in printed]
    alone = [t for t in targets if not any(t.start < one.end and one.start < t.end for one in found)]
    yield from sorted([*found, *_once(alone)], key=lambda one: one.start)


def _meant(printed: Placed, targets: Sequence[Placed]) -> Placed:
    other = next((t for t in targets if _bare(t.url) not in _bare(printed.url)), None)
    return replace(printed, url=other.url) if other else printed


def _once(targets: Iterable[Placed]) -> Iterator[Placed]:
    """Each hyperlink once: programs cut one into several with the same target, right behind each other."""
    last: Placed | None = None
    for target in targets:
        if last and last.url == target.url and target.start - last.end < 2:
            last = replace(last, end=target.end)
            continue
        if last:
            yield last
        last = target
    if last:
        yield last


def _bare(url: str) -> str:
    return re.sub(r"^[a-z]+://(?:www\.)?|/$", "", url.lower())
