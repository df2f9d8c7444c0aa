"""The whole world: a server, hosts with names, and the links into it with what is true of each."""

from __future__ import annotations

import ssl
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from random import Random
from typing import Self

from citekit.links.client import ClientOptions, NoAnswerError
from citekit.links.client.resolver import Endpoint
from citekit.model import Link

from .certificates import Authority
from .family import Family
from .server import Reply, Request, Server
from .site import Site
from .texts import LANGUAGES


@dataclass(frozen=True)
class Truth:
    """An address with what is true of it: the cause, and for a permanent move the new address."""

    url: str
    cause: str
    title: str = ""
    target: str = ""
    kind: str = ""

    def link(self) -> Link:
        return Link(url=self.url, title=self.title)


class World:
    """`with World(family, seed) as world`, then `world.build(kinds, each)`."""

    def __init__(self, family: Family, seed: int = 1, *, wait: int = 0) -> None:
        self.family = family
        self.chance = Random(f"{family.name} {seed}")
        self.wait = wait  # what servers ask for in Retry-After
        self.sites: dict[str, Site] = {}
        self.addresses: dict[str, Sequence[Endpoint]] = {}
        self.failing: set[str] = set()
        self.authority = Authority("Lanternfold")
        self.certificates: dict[str, list[str]] = {}
        self.server = Server(self.respond)

    def __enter__(self) -> Self:
        return self

    def open(self) -> None:
        """Begins to answer, when all hosts are known."""
        self.server.contexts = self._contexts()
        self.server.__enter__()

    def __exit__(self, *_: object) -> None:
        self.server.__exit__()

    def respond(self, request: Request) -> Reply:
        site = self.sites.get(request.host)
        return site.respond(request) if site else Reply(status=421)

    # hosts

    def name(self, ending: str = ".example") -> str:
        return f"host{len(self.addresses) + 1}-{self.chance.choice(LANGUAGES['en'].nouns)}{ending}"

    def site(self, host: str = "", *, scheme: str = "http", sort: str = "good", at: str = "") -> Site:
        """A new host; `sort` is that of its certificate, `at` where it can be reached if not on the usual port."""
        host = host or self.name()
        language = self.chance.choice(tuple(LANGUAGES))
        site = Site(
            world=self, host=host, scheme=scheme, language=language, chance=Random(f"{self.family.name} {host}")
        )
        self.sites[host] = site
        self.addresses[host] = [(at or self._address(), 0)]
        if scheme == "https":
            self.certificates.setdefault(sort, []).append(host)
        return site

    def _address(self) -> str:
        number = len(self.addresses) + 256
        return f"127.{1 + number // 65025}.{number // 255 % 255}.{number % 255 or 255}"

    async def resolve(self, host: str, port: int) -> Sequence[Endpoint]:
        """The world's own name server."""
        if host in self.failing:
            raise NoAnswerError("dns-failure", f"{host}: the name server fails")
        if host not in self.addresses:
            raise NoAnswerError("dns", f"no such host: {host}")
        server = self.server
        usual = server.tls_port if port == 443 else server.port
        special = {"closed": server.closed_port, "silent": server.silent_port}
        return [
            ("127.0.0.1", special[ip]) if ip in special else (ip, (server.six_port if ":" in ip else usual))
            for ip, _ in self.addresses[host]
        ]

    def _contexts(self) -> dict[str, ssl.SSLContext]:
        found: dict[str, ssl.SSLContext] = {}
        for sort, hosts in self.certificates.items():
            context = self.authority.context(sort, hosts)
            found.update(dict.fromkeys(hosts, context))
        return found

    # links

    def build(self, kinds: Iterable[tuple[str, object]], each: int) -> list[Truth]:
        """So many links of each kind."""
        truths = []
        for name, kind in kinds:
            for _ in range(each):
                truth = kind(self)  # type: ignore[operator]
                truths.append(Truth(truth.url, truth.cause, truth.title, truth.target, name))
        return truths

    def options(self, **more: object) -> ClientOptions:
        """Options of a client that knows its way here; times are small, for nothing here is far away."""
        usual: dict[str, object] = {
            "timeout": 2.0, "backoff": 0.02, "patience": 3.0, "rate": 0, "allow_private": True,
            "ca_file": self.authority.root_file, "resolver": self.resolve,
        }  # fmt: skip
        return ClientOptions(**{**usual, **more})  # type: ignore[arg-type]
