"""CDX servers: the index of an archive, one row a copy. The Wayback Machine's
(github.com/internetarchive/wayback/tree/master/wayback-cdx-server) and pywb's, which many libraries run."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from urllib.parse import urlencode

from citekit.links.archives.copy import Copy, instant
from citekit.links.archives.web import ArchiveError, Web, ascii_url

BASE = "https://web.archive.org/cdx/search/cdx"
ROWS = 5
"""Copies that are asked for; the first is the nearest."""
# What the two kinds of servers call the same.
_NAMES = {"status": "statuscode", "original": "url", "mime": "mimetype"}
_COLUMNS = ("urlkey", "timestamp", "url", "mimetype", "statuscode", "digest", "length")


def ask(web: Web, base: str, url: str, wanted: str) -> list[Copy]:
    """Copies with status 200, near the moment, or the latest without one."""
    query = {"url": ascii_url(url), "output": "json", "filter": "statuscode:200", "limit": str(-1)}
    if wanted:
        query |= {"closest": wanted, "sort": "closest", "limit": str(ROWS)}
    answer = web.get(f"{base}?{urlencode(query)}")
    if answer.status == 404:
        return []
    if answer.status != 200:
        raise ArchiveError(f"answers with status {answer.status}")
    replay = replay_of(base)
    return [
        Copy(url=url, address=f"{replay}{row['timestamp']}/{row['url']}", moment=row["timestamp"])
        for row in read_rows(answer.text)
        if row.get("statuscode", "200") == "200" and row.get("url") and instant(row.get("timestamp", ""))
    ]


def replay_of(base: str) -> str:
    """Where an archive shows the copies of which its CDX server tells.

    >>> replay_of("https://web.archive.org/cdx/search/cdx"), replay_of("https://archive.example/coll/cdx")
    ('https://web.archive.org/web/', 'https://archive.example/coll/')
    """
    root = base.partition("?")[0].rstrip("/")
    if root.endswith("/cdx/search/cdx"):
        return root.removesuffix("/cdx/search/cdx") + "/web/"
    return root.removesuffix("/cdx") + "/"


def read_rows(text: str) -> Iterator[dict[str, str]]:
    """The rows of an answer: a JSON list under a header, a JSON object a line, CDXJ, or plain columns.

    >>> list(read_rows('[["timestamp","original"],["2013","http://a.example/"]]'))
    [{'timestamp': '2013', 'url': 'http://a.example/'}]
    >>> list(read_rows('example,a)/ 2013 {"url": "http://a.example/", "status": "200"}'))
    [{'urlkey': 'example,a)/', 'timestamp': '2013', 'url': 'http://a.example/', 'statuscode': '200'}]
    """
    whole = _json(text)
    if isinstance(whole, list):
        head, *rows = whole or [[]]
        for row in rows:
            if isinstance(row, list) and isinstance(head, list):
                yield _named(zip(head, row, strict=False))
        return
    for line in text.splitlines():
        yield from _row(line.strip())


def _row(line: str) -> Iterator[dict[str, str]]:
    if line.startswith("{"):
        found = _json(line)
        if isinstance(found, dict):
            yield _named(found.items())
        return
    key, _, rest = line.partition(" ")
    stamp, _, data = rest.partition(" ")
    found = _json(data) if data.startswith("{") else None
    if isinstance(found, dict):
        yield {"urlkey": key, "timestamp": stamp} | _named(found.items())
    elif data:
        yield dict(zip(_COLUMNS, line.split(" "), strict=False))


def _named(pairs: Iterable[tuple[object, object]]) -> dict[str, str]:
    return {_NAMES.get(str(name), str(name)): str(value) for name, value in pairs}


def _json(text: str) -> object:
    try:
        found: object = json.loads(text)
    except ValueError:
        return None
    return found
