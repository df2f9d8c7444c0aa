"""Where in a file a link stands, and what is said of it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import replace

from citekit.documents.source import Lines
from citekit.links.find.tracking import noted
from citekit.links.find.wrapped import unwrapped
from citekit.model import Link, Message, Span


class Places:
    """The lines and pages of a text: places in it become spans.

    >>> Places("a\\nb").span(2, 3)
    Span(start=2, end=3, line=2, page=0)
    """

    def __init__(self, text: str, pages: Sequence[Span] = ()) -> None:
        self._lines = Lines(text)
        self._starts = [page.start for page in pages] if len(pages) > 1 else []
        self._pages = pages

    def span(self, start: int, end: int) -> Span:
        at = bisect_right(self._starts, start) - 1
        page = self._pages[at].page or at + 1 if at >= 0 else 0
        return replace(self._lines.span(start, end), page=page)


def without_wrapping(link: Link) -> Link:
    """The link to the original where an archived copy is cited, or to the target of a redirector.

    >>> link = without_wrapping(Link(url="https://web.archive.org/web/2013/http://a.jp/"))
    >>> link.url, link.archive
    ('http://a.jp/', 'https://web.archive.org/web/2013/http://a.jp/')
    """
    inner = unwrapped(link.url)
    return replace(link, url=inner.url, archive=link.archive or inner.archive)


def remarks(links: Iterable[Link]) -> tuple[Message, ...]:
    """What a person should know of the addresses themselves: tracking parameters, sessions."""
    found = []
    for link in links:
        if said := noted(link.url):
            where = f"{link.key}: " if link.key else ""
            message = Message(text=f"{where}{link.url} {said}", level="info", note=link.note, span=link.span)
            found.append(replace(message, note=link.entry, kind="entry") if link.entry else message)
    return tuple(found)
