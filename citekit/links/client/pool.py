"""Connections kept for the next request to the same server, never more to one host than may be open."""

from __future__ import annotations

from citekit.links.client.address import Address
from citekit.links.client.connection import Connection
from citekit.links.client.dialer import Dialer

Kept = tuple[str, int, Connection]  # scheme and port of the server


class Pool:
    """Lends connections: `await take(address)`, then `give(address, connection)` back."""

    def __init__(self, dialer: Dialer, per_host: int, most_idle: int) -> None:
        self._dialer = dialer
        self._per_host = per_host
        self._most_idle = most_idle
        self._lent: dict[str, int] = {}
        self._idle: dict[str, list[Kept]] = {}  # by host, the host longest without a new one first
        self._count = 0

    async def take(self, address: Address, *, fresh: bool = False) -> Connection:
        """An idle connection to the server, or (`fresh`: always) a new one."""
        host = address.host
        self._lent[host] = self._lent.get(host, 0) + 1
        try:
            if not fresh and (kept := self._kept(address)):
                return kept
            if self._per_host and host in self._idle:
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
        kept = (address.scheme, address.port, connection)
        if idle := self._idle.get(address.host):
            idle.append(kept)
        else:
            self._idle[address.host] = [kept]
        self._count += 1
        if self._count > self._most_idle:
            self._drop_oldest(next(iter(self._idle)))

    def close(self) -> None:
        """Closes all that is idle."""
        for idle in self._idle.values():
            for _, _, connection in idle:
                connection.abort()
        self._idle.clear()
        self._count = 0

    def _kept(self, address: Address) -> Connection | None:
        idle = self._idle.get(address.host, ())
        for place in range(len(idle) - 1, -1, -1):
            scheme, port, connection = idle[place]
            if scheme == address.scheme and port == address.port:
                self._forget(address.host, place)
                return connection if connection.reusable else self._kept(address)
        return None

    async def _make_room(self, host: str) -> None:
        """Closes idle connections to the host until one more is allowed: they are to its other ports."""
        while len(self._idle.get(host, ())) + self._lent[host] > self._per_host and host in self._idle:
            oldest = self._drop_oldest(host)
            if oldest.closed is not None:
                await oldest.closed

    def _drop_oldest(self, host: str) -> Connection:
        _, _, connection = self._forget(host, 0)
        connection.abort()
        return connection

    def _forget(self, host: str, place: int) -> Kept:
        idle = self._idle[host]
        kept = idle.pop(place)
        if not idle:
            del self._idle[host]
        self._count -= 1
        return kept

    def _return(self, host: str) -> None:
        lent = self._lent[host] - 1
        if lent:
            self._lent[host] = lent
        else:
            del self._lent[host]
