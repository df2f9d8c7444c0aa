"""Memento (RFC 7089): TimeGates lead to the copy near a moment, TimeMaps list all copies. Most web archives speak it,
and so do aggregators that ask many of them: the Time Travel service, MemGator."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime, parsedate_to_datetime
from urllib.parse import urljoin

from citekit.links.archives.copy import Copy, digits, instant
from citekit.links.archives.linkformat import WebLink, read_links
from citekit.links.archives.web import ArchiveError, Web, ascii_url

TIMEGATE = "http://timetravel.mementoweb.org/timegate/"
MEMGATOR = "http://localhost:1208/timemap/link/"
ARQUIVO = "https://arquivo.pt/wayback/timemap/link/"
HOPS = 5
"""Redirects from a TimeGate to its memento, at most."""
PAGES = 10
"""Parts of a paged TimeMap that are read, at most."""


def ask_timegate(web: Web, base: str, url: str, wanted: str) -> list[Copy]:
    """The copy to which the TimeGate leads: it may redirect to it, or be it (patterns 1 and 2)."""
    time = instant(wanted)
    headers = {"Accept-Datetime": format_datetime(time, usegmt=True)} if time else {}
    address = base + ascii_url(url)
    for _ in range(HOPS):
        answer = web.get(address, headers)
        stamp = moment(answer.headers.get("memento-datetime", ""))
        if answer.status == 200 and stamp:
            address = urljoin(address, answer.headers.get("content-location", address))
            return [Copy(url=url, address=address, moment=stamp)]
        if answer.status not in (301, 302, 303, 307, 308) or "location" not in answer.headers:
            break
        address = urljoin(address, answer.headers["location"])
    if answer.status in (200, 404) or answer.status < 400:
        return []
    raise ArchiveError(f"answers with status {answer.status}")


def ask_timemap(web: Web, base: str, url: str, wanted: str) -> list[Copy]:
    """All copies of which a TimeMap tells, of a paged one those in the parts around the moment."""
    asked: set[str] = set()
    left = [base + ascii_url(url)]
    copies: list[Copy] = []
    while left and len(asked) < PAGES:
        address = left.pop(0)
        asked.add(address)
        answer = web.get(address)
        if answer.status == 404:
            continue
        if answer.status != 200:
            raise ArchiveError(f"answers with status {answer.status}")
        links = list(read_links(answer.text))
        copies += _copies(links, address, url)
        targets = [urljoin(address, part.target) for part in _best_parts(links, wanted)]
        left += [target for target in dict.fromkeys(targets) if target not in asked and target not in left]
    return copies


def moment(date: str) -> str:
    """A date as HTTP writes it, as 14 digits; empty if it is none.

    >>> moment("Tue, 29 Feb 2000 03:17:20 GMT")
    '20000229031720'
    """
    try:
        time = parsedate_to_datetime(date)
    except (TypeError, ValueError):
        return ""
    return digits(time if time.tzinfo else time.replace(tzinfo=UTC))


def _copies(links: list[WebLink], base: str, url: str) -> Iterator[Copy]:
    for link in links:
        stamp = moment(link.parameters.get("datetime", ""))
        if "memento" in link.relations and stamp:
            yield Copy(url=url, address=urljoin(base, link.target), moment=stamp)


def _best_parts(links: Sequence[WebLink], wanted: str) -> list[WebLink]:
    """The parts of a paged TimeMap that may hold the copy nearest to the moment: those whose time, from the first copy
    to the last, lies nearest to it, and those that do not say. The list itself (`self`) is no part."""
    parts = [link for link in links if "timemap" in link.relations and "self" not in link.relations]
    time = instant(wanted) or datetime.max.replace(tzinfo=UTC)
    gaps = [_gap(part, time) for part in parts]
    least = min((gap for gap in gaps if gap is not None), default=None)
    return [part for part, gap in zip(parts, gaps, strict=True) if gap in (None, least)]


def _gap(part: WebLink, time: datetime) -> timedelta | None:
    """How far a moment lies from the time that a part covers; None if it does not say which."""
    first, last = (instant(moment(part.parameters.get(name, ""))) for name in ("from", "until"))
    if first is None or last is None:
        return None
    return max(first - time, time - last, timedelta())
