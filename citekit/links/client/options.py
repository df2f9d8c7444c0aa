"""What a caller can set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from citekit.links.client.limits import Limits
from citekit.links.client.resolver import Resolver


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientOptions:
    """How the client asks. A limit of 0 is none; times are in seconds.

    `concurrency` requests are under way at a time, to one host at most `per_host` over as many connections and
    `rate` a second, redirects, retries and probes counted; `hosts` holds other limits for some hosts, and those below
    them. `timeout` bounds the wait for a connection, and then for
    an answer; of a body that has not ended by then counts what has come. `max_bytes` caps a body, as it comes and
    decompressed. A passing failure is asked again, up to `retries` times, after `backoff`, 2 * `backoff` ..., or
    after as long as the server says, up to `patience`. `ca_file` holds further certificates to trust, `resolver`
    replaces the system's.
    """

    concurrency: int = 128
    per_host: int = 2
    rate: float = 5
    hosts: Mapping[str, Limits] = field(default_factory=dict)
    timeout: float = 20.0
    max_bytes: int = 1 << 20
    max_redirects: int = 20
    retries: int = 3
    backoff: float = 1.0
    patience: float = 30.0
    allow_private: bool = False
    user_agent: str = ""
    ca_file: str = ""
    resolver: Resolver | None = None
