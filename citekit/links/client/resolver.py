"""From the name of a host to its addresses: the system's resolver, or a table for tests and closed networks."""

from __future__ import annotations

import asyncio
import ipaddress
import socket
from collections.abc import Awaitable, Callable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor

from citekit.links.client.failure import NoAnswerError

Endpoint = tuple[str, int]  # IP address, port
Resolver = Callable[[str, int], Awaitable[Sequence[Endpoint]]]

NO_SUCH_HOST = {socket.EAI_NONAME, getattr(socket, "EAI_NODATA", socket.EAI_NONAME)}
LOOKUPS = 32  # names asked for at a time, each in a thread


def literal(host: str) -> bool:
    """Whether the host is an IP address itself.

    >>> literal("127.0.0.1"), literal("::1"), literal("a.example")
    (True, True, False)
    """
    if not (":" in host or host[-1:].isdigit()):
        return False
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


class SystemResolver:
    """Names as the machine resolves them (getaddrinfo); raises `NoAnswerError`: dns (no such name) or dns-failure."""

    def __init__(self) -> None:
        self._threads = ThreadPoolExecutor(LOOKUPS, thread_name_prefix="citekit-dns")

    async def __call__(self, host: str, port: int) -> Sequence[Endpoint]:
        loop = asyncio.get_running_loop()
        try:
            found = await loop.run_in_executor(self._threads, _look_up, host, port)
        except UnicodeError:
            raise NoAnswerError("invalid", f"not the name of a host: {host}") from None
        except OSError as error:
            raise name_failure(host, error) from None
        return list(dict.fromkeys((str(row[4][0]), port) for row in found))


def name_failure(host: str, error: OSError) -> NoAnswerError:
    """What a resolver's error means: no such name, or that the name server fails.

    >>> name_failure("a.example", socket.gaierror(socket.EAI_AGAIN, "try again")).cause
    'dns-failure'
    """
    if isinstance(error, socket.gaierror) and error.errno in NO_SUCH_HOST:
        return NoAnswerError("dns", f"no such host: {host}")
    return NoAnswerError("dns-failure", f"{host}: {error.strerror or error}")


def _look_up(host: str, port: int) -> list[tuple[int, int, int, str, tuple[str, int] | tuple[str, int, int, int]]]:
    return socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)  # type: ignore[return-value]  # never AF_PACKET


class TableResolver:
    """Names from a table: host, or host:port, to its addresses, each `ip` or `ip:port` (`[ip]:port` for IPv6).

    A row without addresses is a name that does not exist. Names beyond the table go to `beyond`, or do not exist.

    >>> asyncio.run(TableResolver({"a.example": ["127.0.0.2:8080"]})("a.example", 80))
    [('127.0.0.2', 8080)]
    """

    def __init__(self, table: Mapping[str, Sequence[str]], beyond: Resolver | None = None) -> None:
        self._table = table
        self._beyond = beyond

    async def __call__(self, host: str, port: int) -> Sequence[Endpoint]:
        rows = self._table.get(f"{host}:{port}", self._table.get(host))
        if rows is None and self._beyond is not None:
            return await self._beyond(host, port)
        if not rows:
            raise NoAnswerError("dns", f"no such host: {host}")
        return [_endpoint(row, port) for row in rows]


def _endpoint(row: str, port: int) -> Endpoint:
    if row.startswith("["):
        ip, _, own = row[1:].partition("]")
        return ip, int(own.lstrip(":") or port)
    if row.count(":") > 1:
        return row, port
    ip, _, own = row.partition(":")
    return ip, int(own or port)
