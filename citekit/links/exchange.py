"""The answer to one address: all that the client has seen, before anyone has said what it means."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from citekit.model import Hop


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """One address asked until its chain of redirects ended or failed.

    `hops` holds every request in order, the last one too; `url` is the first address, `final` the last. `headers` are
    those of the last answer, names in lower case, repeated ones joined by ", ". `body` is decoded (gzip, deflate, br)
    and capped: `complete` is False when there was more of it, `cut` is True
    when the connection broke off within it. `failure` names the row of `CAUSES` when no answer came
    (`dns`, `refused`, `timeout`, `tls-expired` ...), `detail` says it in one line; `warning` likewise for what was
    overcome (`tls-incomplete`).
    """

    url: str
    final: str = ""
    status: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    complete: bool = True
    cut: bool = False
    hops: tuple[Hop, ...] = ()
    failure: str = ""
    warning: str = ""
    detail: str = ""

    @property
    def media_type(self) -> str:
        """The media type without parameters, in lower case; empty when the server says none.

        >>> Exchange(url="http://a.example/", headers={"content-type": "Text/HTML; charset=utf-8"}).media_type
        'text/html'
        """
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()
