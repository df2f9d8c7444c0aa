"""Connections kept for the next request to the same server, never more to one host than may be open."""

from __future__ import annotations

from collections import OrderedDict

from citekit.links.client.address import Address
from citekit.links.client.connection import Connection
from citekit.links.client.dialer import Dialer


class Pool:
    """Lends connections: `await take(address)`, then `give(address, connection)` back."""

    def __init__(self, dialer: Dialer, per_host: int, most_idle: int) -> None:
        self._dialer = dialer
        self._per_host = per_host
        self._most_idle = most_idle
        self._lent: dict[str, int] = {}
        self._idle: OrderedDict[Connection, Address] = OrderedDict()  # the longest unused first
        self._by_host: dict[str, list[Connection]] = {}

    async def take(self, address: Address, *, fresh: bool = False) -> Connection:
        """An idle connection to the server, or (`fresh`: always) a new one."""
        host = address.host
        self._lent[host] = self._lent.get(host, 0) + 1
        try:
            if not fresh and (kept := self._kept(address)):
                return kept
            await self._make_room(host)
            return await self._dialer.connect(address)
        except BaseException:
            self._return(host)
            raise

    def give(self, address: Address, connection: Connection) -> None:
        """The connection back; it is kept if it can be asked again."""
        self._return(address.host)
        if not connection.reusable:
            return
        self._idle[connection] = address
        self._by_host.setdefault(address.host, []).append(connection)
        if len(self._idle) > self._most_idle:
            self._forget(next(iter(self._idle))).abort()

    def close(self) -> None:
        """Closes all that is idle."""
        for connection in self._idle:
            connection.abort()
        self._idle.clear()
        self._by_host.clear()

    def _kept(self, address: Address) -> Connection | None:
        for connection in reversed(self._by_host.get(address.host, ())):
            known = self._idle[connection]
            if known.scheme == address.scheme and known.port == address.port:
                self._forget(connection)
                return connection if connection.reusable else self._kept(address)
        return None

    async def _make_room(self, host: str) -> None:
        """Closes idle connections to the host until one more is allowed: they are to its other ports."""
        while self._per_host and (idle := self._by_host.get(host)):
            if len(idle) + self._lent[host] <= self._per_host:
                return
            oldest = self._forget(idle[0])
            oldest.abort()
            if oldest.closed is not None:
                await oldest.closed

    def _forget(self, connection: Connection) -> Connection:
        host = self._idle.pop(connection).host
        kept = self._by_host[host]
        kept.remove(connection)
        if not kept:
            del self._by_host[host]
        return connection

    def _return(self, host: str) -> None:
        self._lent[host] -= 1
        if not self._lent[host]:
            del self._lent[host]
