"""Copies whose address does not say what they are copies of: the address printed right before does."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from citekit.links.find.place import without_wrapping
from citekit.links.find.wrapped import unwrapped
from citekit.model import Link

BETWEEN = re.compile(
    r"[\s,;.:，、；：。()\[\]（）［］【】〔〕<>]*"
    r"(?:(?:permanently |also )?archived(?: (?:at|from|version|copy|on [\w ,]{4,20}))?|archive[ds]?"
    r"|perma(?:\.cc| link)?|存档|存檔|アーカイブ|archiviert|archivé)?[\s,;.:，；：(\[（［<]*",
    re.IGNORECASE,
)
"""What may stand between an address and its copy, which lawyers print in brackets behind it (The Bluebook, 18.2.1)."""


def with_copies(links: Iterable[Link], text: str) -> tuple[Link, ...]:
    """The links, which stand in the order of the text, unwrapped; a copy right behind its original becomes the
    `archive` of it.

    >>> from citekit.model import Span
    >>> text = "http://a.org/x [https://perma.cc/85LS-BXV7]"
    >>> spans = (Span(start=0, end=14), Span(start=16, end=42))
    >>> links = [Link(url=text[s.start : s.end], span=s) for s in spans]
    >>> [(link.url, link.archive) for link in with_copies(links, text)]
    [('http://a.org/x', 'https://perma.cc/85LS-BXV7')]
    """
    return tuple(_paired(map(without_wrapping, links), text))


def _paired(links: Iterator[Link], text: str) -> Iterator[Link]:
    last: Link | None = None
    for link in links:
        if last and not last.archive and _is_copy(last, link, text):
            last = replace(last, archive=link.archive)
            continue
        if last:
            yield last
        last = link
    if last:
        yield last


def _is_copy(last: Link, link: Link, text: str) -> bool:
    """Whether the second address is a copy of the first: it says so itself, or says nothing and stands right behind."""
    if not link.archive or not last.span or not link.span or link.span.start - last.span.end > 80:
        return False
    if not BETWEEN.fullmatch(text, last.span.end, max(last.span.end, link.span.start)):
        return False
    return unwrapped(link.archive).opaque or _bare(last.url) == _bare(link.url)


def _bare(url: str) -> str:
    return re.sub(r"^https?://(?:www\.)?|/$", "", url)
