"""A text that is nothing but a list of addresses, one a line."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.links.find.place import Places, without_wrapping
from citekit.model import Link
from citekit.references.urls import clean_url

_ADDRESS = re.compile(r"<?(?:(?:https?|ftp)://[^\s<>]+|(?:[\w-]+\.)+[A-Za-z]{2,24}(?::\d+)?(?:/[^\s<>]*)?)>?")
_LINE = re.compile(r"[^\r\n]+")


def is_list(text: str) -> bool:
    """Whether every line but empty ones and comments (#) is an address.

    >>> is_list("# mine\\nhttps://a.jp/x\\n\\nb.org/y\\n"), is_list("See\\nhttps://a.jp/x"), is_list("# mine")
    (True, False, False)
    """
    if "." not in text[:4000]:
        return False
    count = 0
    for match in _LINE.finditer(text):
        line = match[0].strip("\ufeff \t\f")
        if line and not line.startswith("#"):
            if not _ADDRESS.fullmatch(line):
                return False
            count += 1
    return count > 0


def links_of_list(text: str, source: str) -> Iterator[Link]:
    """Each line as an address, exactly as it stands, a scheme added to a bare host."""
    places = Places(text)
    for match in _LINE.finditer(text):
        line = match[0].strip("\ufeff \t\f")
        if line and not line.startswith("#"):
            start = match.start() + match[0].index(line)
            span = places.span(start, start + len(line))
            yield without_wrapping(Link(url=clean_url(line), raw=line, source=source, span=span))
