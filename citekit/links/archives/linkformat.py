"""Web links as headers and TimeMaps write them: `<target>; name="value", <target> ...` (RFC 8288, RFC 6690, RFC 7089).

Commas and semicolons stand inside targets and inside quoted values (dates), so the text is read, not split.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

_TARGET = re.compile(r"<([^>]*)>")
_PARAMETER = re.compile(r'\s*;\s*([\w!#$&+.^`|~-]+\*?)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s",;<]*)))?')
_ESCAPE = re.compile(r"\\(.)")


@dataclass(frozen=True, slots=True, kw_only=True)
class WebLink:
    """A link: its target, and its parameters, names in lower case; of one that stands twice the first counts."""

    target: str
    parameters: Mapping[str, str]

    @property
    def relations(self) -> frozenset[str]:
        """The words of `rel`: a memento may be the first one too."""
        return frozenset(self.parameters.get("rel", "").lower().split())


def read_links(text: str) -> Iterator[WebLink]:
    r"""The links in a header or a TimeMap; what is none is skipped.

    >>> for link in read_links('<http://a.example/?x=1,2>; datetime="Tue, 29 Feb 2000 03:17:20 GMT",\n<b>;rel=self'):
    ...     print(link.target, dict(link.parameters))
    http://a.example/?x=1,2 {'datetime': 'Tue, 29 Feb 2000 03:17:20 GMT'}
    b {'rel': 'self'}
    """
    at = 0
    while target := _TARGET.search(text, at):
        at = target.end()
        parameters: dict[str, str] = {}
        while found := _PARAMETER.match(text, at):
            at = found.end()
            value = _ESCAPE.sub(r"\1", found[2]) if found[2] is not None else found[3] or ""
            parameters.setdefault(found[1].lower(), value)
        yield WebLink(target=target[1].strip(), parameters=parameters)
