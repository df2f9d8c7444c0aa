"""The copy nearest to the day on which somebody cited a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import timedelta

from citekit.links.archives import ARCHIVES, LINK_OUTS
from citekit.links.archives.copy import Copy, distance, nearest
from citekit.links.archives.service import Service
from citekit.links.archives.web import ArchiveError, Web, ascii_url
from citekit.model import Message

NEAR = timedelta(days=30)
"""A copy so near to the day of the citation is taken at once; otherwise the next archive is asked too."""
FAILURES = 2
"""A service that fails so often in a row is not asked any more."""


@dataclass(slots=True, kw_only=True)
class Search:
    """Archives to be asked for many addresses; a service that does not answer is left out after a while, which
    `messages` tell."""

    web: Web
    services: Sequence[Service] = tuple(service for service in ARCHIVES.values() if service.usual)
    messages: list[Message] = field(default_factory=list)
    failures: dict[str, int] = field(default_factory=dict)

    def nearest(self, url: str, wanted: str) -> Copy | None:
        """The copy of an address nearest to a moment (14 digits; empty: the latest one); None if there is none."""
        found: list[Copy] = []
        try:
            ascii_url(url)
        except ArchiveError:  # what is no address is in no archive
            return None
        for service in self.services:
            found += self._ask(service, url, wanted)
            if any(not wanted or distance(copy.moment, wanted) <= NEAR for copy in found):
                break
        return nearest(found, wanted)

    def _ask(self, service: Service, url: str, wanted: str) -> list[Copy]:
        if self.failures.get(service.name, 0) >= FAILURES:
            return []
        try:
            copies = service.ask(self.web, service.base, url, wanted)
        except ArchiveError as error:
            failures = self.failures[service.name] = self.failures.get(service.name, 0) + 1
            if failures == FAILURES:
                text = f"{service.name}: {service.base} {error}; copies were looked for without it"
                self.messages.append(Message(text=text))
            return []
        self.failures[service.name] = 0
        return [replace(copy, service=service.name) for copy in copies]


def pages(url: str, wanted: str) -> dict[str, str]:
    """Where a person may look for a copy: the archive's name and the address there.

    >>> list(pages("https://www.kantei.go.jp/jp/headline/", ""))
    ['warp', 'archive.today']
    """
    found = {out.name: out.page(out.base, url, wanted) for out in LINK_OUTS}
    return {name: address for name, address in found.items() if address}
