"""From an address to a connection: its name resolved, its networks guarded, its certificate looked at."""

from __future__ import annotations

import asyncio
import errno
import ssl
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from citekit.links.client import tls
from citekit.links.client.address import Address
from citekit.links.client.connection import Connection
from citekit.links.client.failure import NoAnswerError
from citekit.links.client.guard import is_public
from citekit.links.client.options import ClientOptions
from citekit.links.client.resolver import Endpoint, SystemResolver, literal, name_failure

STAGGER = 0.25  # seconds before the next address of a host is tried beside the first (RFC 8305, 5)
GIVE_UP = 3  # connections in a row that a host lets time out before no more are tried
NAMES_KEPT = 20_000
UNREACHABLE = frozenset((errno.EHOSTUNREACH, errno.ENETUNREACH, errno.EADDRNOTAVAIL))


@dataclass(frozen=True, slots=True, kw_only=True)
class Security:
    """How a host is to be talked to: the context, and what had to be overcome for it."""

    context: ssl.SSLContext
    warning: str = ""
    detail: str = ""


class Dialer:
    """Makes connections. `download` gets a small file over plain http: the certificates that others point to."""

    def __init__(self, options: ClientOptions, download: Callable[[str], Awaitable[bytes]]) -> None:
        self._loop = asyncio.get_running_loop()
        self._options = options
        self._download = download
        self._resolve = options.resolver or SystemResolver()
        self._names: dict[tuple[str, int], Sequence[Endpoint]] = {}
        self._silent: dict[str, int] = {}  # connections in a row that ran out of time
        self._usual: Security | None = None
        self._special: dict[str, Security] = {}  # by origin
        self._issuers: set[bytes] = set()  # certificates of authorities that servers have shown
        self._closing: ssl.SSLContext | None = None
        self._added: set[bytes] = set()  # those of them that it knows
        self._authorities: tls.Authorities | None = None

    async def connect(self, address: Address) -> Connection:
        """A new connection; raises `NoAnswerError` with its cause."""
        if self._silent.get(address.host, 0) >= GIVE_UP:
            raise NoAnswerError("timeout", f"{address.host} has let {GIVE_UP} connections run out of time")
        endpoints = await self.endpoints(address)
        if address.scheme == "http":
            return await self._open(address, endpoints, None)
        security = self.security(address)
        try:
            connection = await self._open(address, endpoints, security.context)
        except tls.NoIssuerError:
            security = self._special[address.origin] = await self._without_issuer(address, endpoints)
            connection = await self._open(address, endpoints, security.context)
        self._learn(connection)
        return connection

    def security(self, address: Address) -> Security:
        """What is known of the host's security so far."""
        known = self._special.get(address.origin) if self._special else None
        return known or self._trusted()

    def _trusted(self) -> Security:
        if self._usual is None:
            self._usual = Security(context=tls.trusting(self._options.ca_file))
        return self._usual

    # names

    async def endpoints(self, address: Address) -> Sequence[Endpoint]:
        """Where the host can be reached; raises `NoAnswerError`: dns, dns-failure, private."""
        key = (address.host, address.port)
        known = self._names.get(key)
        if known is not None:
            return known
        if literal(address.host):
            found: Sequence[Endpoint] = [key]
        else:
            try:
                found = await asyncio.wait_for(self._resolve(*key), self._options.timeout)
            except TimeoutError:
                raise NoAnswerError("dns-failure", f"{address.host}: the name server does not answer") from None
            except OSError as error:  # of a resolver of the caller's
                raise name_failure(address.host, error) from None
        public = found if self._options.allow_private else [end for end in found if is_public(end[0])]
        if not public:
            raise NoAnswerError("private", f"{address.host} is {found[0][0]}, an address of a private network")
        if len(self._names) >= NAMES_KEPT:
            self._names.clear()
        self._names[key] = public
        return public

    # connections

    async def _open(
        self, address: Address, endpoints: Sequence[Endpoint], context: ssl.SSLContext | None
    ) -> Connection:
        try:
            async with asyncio.timeout(self._options.timeout):
                if len(endpoints) == 1:
                    connection = await self._one(address, endpoints[0], context)
                else:
                    connection = await self._race(address, endpoints, context)
        except TimeoutError:
            self._silent[address.host] = self._silent.get(address.host, 0) + 1
            raise NoAnswerError("timeout", f"no connection within {self._options.timeout:g} s") from None
        self._silent.pop(address.host, None)
        return connection

    async def _one(self, address: Address, end: Endpoint, context: ssl.SSLContext | None) -> Connection:
        loop = self._loop
        try:
            _, connection = await loop.create_connection(
                lambda: Connection(loop), *end, ssl=context, server_hostname=address.host if context else None
            )
        except (ssl.SSLError, ssl.CertificateError) as error:
            raise tls.tls_failure(error) from None
        except TimeoutError:
            raise
        except OSError as error:
            raise _network_failure(error, address) from None
        return connection

    async def _race(
        self, address: Address, endpoints: Sequence[Endpoint], context: ssl.SSLContext | None
    ) -> Connection:
        """The first of several addresses that answers, each begun a moment after the one before (RFC 8305)."""
        waiting = list(_alternating(endpoints))
        running: set[asyncio.Task[Connection]] = set()
        failure: Exception = NoAnswerError("refused", f"{address.host} takes no connection")
        try:
            while waiting or running:
                if waiting:
                    running.add(asyncio.ensure_future(self._one(address, waiting.pop(0), context)))
                done, running = await asyncio.wait(
                    running, timeout=STAGGER if waiting else None, return_when=asyncio.FIRST_COMPLETED
                )
                for task in done:
                    error = task.exception()
                    if error is None:
                        return task.result()
                    if not isinstance(error, NoAnswerError | tls.NoIssuerError):
                        raise error
                    failure = error
        finally:
            for task in running:
                task.cancel()
                task.add_done_callback(_drop)
        raise failure

    # certificates

    def _learn(self, connection: Connection) -> None:
        """Remembers the authorities' certificates that the server has shown, as browsers do."""
        assert connection.transport is not None
        ssl_object = connection.transport.get_extra_info("ssl_object")
        if ssl_object is not None and len(self._issuers) < NAMES_KEPT:
            self._issuers.update(tls.shown(ssl_object)[1:])

    async def _without_issuer(self, address: Address, endpoints: Sequence[Endpoint]) -> Security:
        """How to talk to a server whose chain leads nowhere; raises `NoAnswerError` if it should not be talked to."""
        chain = await self._peek(address, endpoints, tls.blind())
        if not chain:
            raise NoAnswerError("tls-other", "the server shows no certificate")
        pinned = tls.pinned(chain[0])
        probe = await self._open(address, endpoints, pinned)  # fails if the host or the dates are wrong as well
        assert probe.transport is not None
        facts = probe.transport.get_extra_info("peercert") or {}
        probe.abort()
        sources = [url for url in facts.get("caIssuers", ()) if url.startswith("http://")]
        fetched = [data for url in sources if (data := await self._download(url))]
        self._issuers.update(certificate for data in fetched for certificate in tls.certificates(data))
        context = self._with_issuers()
        try:
            (await self._open(address, endpoints, context)).abort()
        except tls.NoIssuerError:
            if fetched or len(chain) > 1 or not (sources or self._closable(facts.get("issuer", ()))):
                raise NoAnswerError(*tls.UNKNOWN) from None
            context = pinned
        return Security(context=context, warning="tls-incomplete", detail="an intermediate certificate is left out")

    def _with_issuers(self) -> ssl.SSLContext:
        """A context that knows all certificates seen so far beside the trusted ones."""
        if self._closing is None:
            self._closing = tls.trusting(self._options.ca_file)
        tls.add(self._closing, self._issuers - self._added)
        self._added |= self._issuers
        return self._closing

    async def _peek(self, address: Address, endpoints: Sequence[Endpoint], context: ssl.SSLContext) -> list[bytes]:
        connection = await self._open(address, endpoints, context)
        assert connection.transport is not None
        chain = tls.shown(connection.transport.get_extra_info("ssl_object"))
        connection.abort()
        return chain

    def _closable(self, issuer: tls.Names) -> bool:
        """Whether the missing issuer is likelier an intermediate that was left out than a stranger."""
        if not tls.is_root(issuer):
            return True
        if self._authorities is None:
            self._authorities = tls.Authorities(self._trusted().context)
        return self._authorities.related(issuer)


def _alternating(endpoints: Sequence[Endpoint]) -> list[Endpoint]:
    """IPv6 and IPv4 by turns, the resolver's first choice first (RFC 8305, 4)."""
    first = ":" in endpoints[0][0]
    ours = [end for end in endpoints if (":" in end[0]) == first]
    others = [end for end in endpoints if (":" in end[0]) != first]
    mixed = [end for pair in zip(ours, others, strict=False) for end in pair]
    rest = max(ours, others, key=len)[min(len(ours), len(others)) :]
    return mixed + rest


def _drop(task: asyncio.Task[Connection]) -> None:
    """Closes a connection that came too late."""
    if not task.cancelled() and task.exception() is None:
        task.result().abort()


def _network_failure(error: OSError, address: Address) -> NoAnswerError:
    where = f"{address.host}:{address.port}"
    if isinstance(error, ConnectionRefusedError):
        return NoAnswerError("refused", f"{where} takes no connection")
    if isinstance(error, ConnectionError):
        return NoAnswerError("reset", f"{where} broke the connection off")
    if error.errno in UNREACHABLE:
        return NoAnswerError("refused", f"there is no way to {where}")
    return NoAnswerError("reset", f"{where}: {error.strerror or error}")
