"""A loopback server that plays any host: told apart by the Host header and, for TLS, by the name asked for.

It listens on all of 127/8, so that each host has an address of its own, and keeps a log of what was asked when.
"""

from __future__ import annotations

import asyncio
import socket
import ssl
import threading
import time
from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus

import httptools


@dataclass(frozen=True)
class Request:
    """What a client asked: `visit` counts the requests for this address, from 1."""

    method: str
    host: str
    target: str
    headers: Mapping[str, str]
    visit: int


@dataclass(frozen=True)
class Reply:
    """What goes back. `raw` replaces everything; `framing` is length, chunked or close; `cut` closes after so many
    bytes of the body; `delay` waits before the first byte, `drip` between bytes, for ever; `drop` closes, `hang`
    does not, and neither says a word."""

    status: int = 200
    headers: tuple[tuple[str, str], ...] = ()
    body: bytes = b""
    raw: bytes | None = None
    framing: str = "length"
    cut: int | None = None
    delay: float = 0.0
    drip: float = 0.0
    drop: bool = False
    hang: bool = False
    close: bool = False


Responder = Callable[[Request], Reply]


@dataclass
class Log:
    """What the server saw: (time, host) of every request, and how many connections each host had open at most."""

    requests: list[tuple[float, str, str]] = field(default_factory=list)
    most_open: Counter[str] = field(default_factory=Counter)


class Server:
    """Runs in a thread of its own: `with Server(respond) as server`."""

    def __init__(self, respond: Responder, contexts: Mapping[str, ssl.SSLContext] | None = None) -> None:
        self.respond = respond
        self.contexts = contexts or {}
        self.log = Log()
        self.open: Counter[str] = Counter()
        self.visits: Counter[tuple[str, str]] = Counter()
        self._loop = asyncio.new_event_loop()
        self._sockets: list[socket.socket] = []

    def __enter__(self) -> Server:
        self.port, self.tls_port = self._listen("0.0.0.0"), self._listen("0.0.0.0")
        self.six_port = self._listen("::1") if socket.has_ipv6 else 0
        self.silent_port = self._listen("0.0.0.0")  # connections are made, and nobody talks
        closed = self._listen("0.0.0.0")
        self._sockets.pop().close()
        self.closed_port = closed
        ready = threading.Event()
        self._thread = threading.Thread(target=self._run, args=(ready,), daemon=True)
        self._thread.start()
        ready.wait()
        return self

    def __exit__(self, *_: object) -> None:
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        for listening in self._sockets:
            listening.close()

    def _listen(self, address: str) -> int:
        family = socket.AF_INET6 if ":" in address else socket.AF_INET
        listening = socket.socket(family)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((address, 0))
        except OSError:  # no IPv6 here
            listening.close()
            return 0
        listening.listen(1024)
        listening.setblocking(False)
        self._sockets.append(listening)
        return int(listening.getsockname()[1])

    def _run(self, ready: threading.Event) -> None:
        asyncio.set_event_loop(self._loop)
        self._loop.set_exception_handler(lambda loop, context: None)  # clients come and go
        for listening in self._sockets:
            port = listening.getsockname()[1]
            if port == self.silent_port:
                continue
            context = self._context() if port == self.tls_port else None
            self._loop.run_until_complete(
                self._loop.create_server(lambda: Visitor(self, self._loop), sock=listening, ssl=context)
            )
        ready.set()
        self._loop.run_forever()

    def _context(self) -> ssl.SSLContext | None:
        if not self.contexts:
            return None
        default = next(iter(self.contexts.values()))

        def choose(connection: ssl.SSLObject, name: str | None, _: ssl.SSLContext) -> None:
            connection.context = self.contexts.get(name or "", default)

        default.sni_callback = choose  # type: ignore[assignment]
        return default


class Visitor(asyncio.Protocol):
    """One connection."""

    def __init__(self, server: Server, loop: asyncio.AbstractEventLoop) -> None:
        self._server = server
        self._loop = loop
        self._host = ""
        self._parser = httptools.HttpRequestParser(self)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self._transport = transport
        self._fresh()

    def connection_lost(self, error: Exception | None) -> None:
        if self._host:
            self._server.open[self._host] -= 1

    def data_received(self, data: bytes) -> None:
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserError:
            self._transport.abort()  # type: ignore[attr-defined]

    def on_url(self, url: bytes) -> None:
        self._url += url

    def on_header(self, name: bytes, value: bytes) -> None:
        self._headers[name.decode("latin-1").lower()] = value.decode("latin-1")

    def on_message_complete(self) -> None:
        host = self._headers.get("host", "").rpartition(":")[0] or self._headers.get("host", "")
        target = self._url.decode("latin-1")
        server = self._server
        if not self._host:
            self._host = host
            server.open[host] += 1
            server.log.most_open[host] = max(server.log.most_open[host], server.open[host])
        server.log.requests.append((time.monotonic(), host, target))
        server.visits[host, target] += 1
        method = self._parser.get_method().decode("ascii")
        request = Request(method, host, target, self._headers, server.visits[host, target])
        self._fresh()
        reply = server.respond(request)
        if reply.delay:
            self._loop.call_later(reply.delay, self._send, reply)
        else:
            self._send(reply)

    def _fresh(self) -> None:
        self._url = b""
        self._headers: dict[str, str] = {}

    def _send(self, reply: Reply) -> None:
        transport = self._transport
        if reply.hang or transport.is_closing():
            return
        if reply.drop:
            transport.abort()  # type: ignore[attr-defined]
            return
        if reply.raw is not None:
            transport.write(reply.raw)  # type: ignore[attr-defined]
            transport.close()
            return
        transport.write(head(reply))  # type: ignore[attr-defined]
        if reply.drip:
            self._drip(reply, 0)
            return
        body = reply.body if reply.cut is None else reply.body[: reply.cut]
        transport.write(_chunks(body) if reply.framing == "chunked" else body)  # type: ignore[attr-defined]
        if reply.framing == "close" or reply.close or reply.cut is not None:
            transport.close()

    def _drip(self, reply: Reply, at: int) -> None:
        if not self._transport.is_closing():
            self._transport.write(reply.body[at : at + 1] or b" ")  # type: ignore[attr-defined]
            self._loop.call_later(reply.drip, self._drip, reply, at + 1)


def head(reply: Reply) -> bytes:
    try:
        reason = HTTPStatus(reply.status).phrase
    except ValueError:
        reason = ""
    lines = [f"HTTP/1.1 {reply.status} {reason}", *(f"{name}: {value}" for name, value in reply.headers)]
    if reply.framing == "chunked":
        lines.append("Transfer-Encoding: chunked")
    elif reply.framing == "length":
        lines.append(f"Content-Length: {len(reply.body) if not reply.drip else 1 << 30}")
    return ("\r\n".join(lines) + "\r\n\r\n").encode("latin-1")


def _chunks(body: bytes) -> bytes:
    pieces = [body[i : i + 700] for i in range(0, len(body), 700)]
    return b"".join(b"%x\r\n%s\r\n" % (len(piece), piece) for piece in pieces) + b"0\r\n\r\n"
