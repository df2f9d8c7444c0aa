"""A loopback copy of the hosts that articles cite: http and https on ephemeral ports, one certificate for all."""

from __future__ import annotations

import importlib
import json
import threading
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import ModuleType

import pytest

from citekit.links.client import ClientOptions, SystemResolver, TableResolver

Answer = tuple[int, Mapping[str, str], bytes]
Page = Callable[[Mapping[str, str]], Answer]


@dataclass
class Internet:
    """Pages by (host, path), what was asked for, and how a client comes here."""

    pages: dict[tuple[str, str], Page] = field(default_factory=dict)
    log: list[str] = field(default_factory=list)
    plain: int = 0
    secure: int = 0
    ca_file: str = ""

    def put(
        self, host: str, path: str, body: bytes | str, kind: str = "text/html", status: int = 200, **more: str
    ) -> None:
        data = body.encode() if isinstance(body, str) else body
        headers = {"Content-Type": kind, **{name.replace("_", "-"): value for name, value in more.items()}}
        self.pages[host, path] = lambda _: (status, headers, data)

    def put_record(self, host: str, path: str, item: object, kind: str, page: str = "") -> None:
        """A record for those who accept that kind, a page for others."""

        def answer(headers: Mapping[str, str]) -> Answer:
            if kind.split(";")[0] in headers.get("Accept", ""):
                return 200, {"Content-Type": kind}, json.dumps(item, ensure_ascii=False).encode()
            return (200, {"Content-Type": "text/html"}, page.encode()) if page else (406, {}, b"")

        self.pages[host, path] = answer

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.plain}"

    def options(self, *hosts: str, secure: bool = True) -> ClientOptions:
        port = self.secure if secure else self.plain
        table = {host: [f"127.0.0.1:{port}"] for host in hosts}
        return ClientOptions(
            allow_private=True,
            retries=0,
            rate=0,
            timeout=10,
            ca_file=self.ca_file,
            resolver=TableResolver(table, SystemResolver()),
        )


def _handler(internet: Internet) -> type[BaseHTTPRequestHandler]:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:  # the name that http.server calls
            host = self.headers.get("Host", "").partition(":")[0]
            internet.log.append(f"{host}{self.path}")
            page = internet.pages.get((host, self.path))
            status, headers, body = page(self.headers) if page else (404, {"Content-Type": "text/html"}, b"<p>gone</p>")
            self.send_response(status)
            for name, value in {**headers, "Content-Length": str(len(body))}.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            pass

    return Handler


HOSTS = ("www.mofa.go.jp", "www.kantei.go.jp", "www.jfss.gr.jp", "www.cao.go.jp", "harbour.example")


@pytest.fixture
def internet(links_world: ModuleType) -> Iterator[Internet]:
    authority = importlib.import_module("world.certificates").Authority("Harbour Trust")
    internet = Internet(ca_file=authority.root_file)
    servers = [ThreadingHTTPServer(("127.0.0.1", 0), _handler(internet)) for _ in range(2)]
    servers[1].socket = authority.context("good", HOSTS).wrap_socket(servers[1].socket, server_side=True)
    internet.plain, internet.secure = (server.server_address[1] for server in servers)
    threads = [threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}) for server in servers]
    for thread in threads:
        thread.start()
    yield internet
    for server, thread in zip(servers, threads, strict=True):
        server.shutdown()
        server.server_close()
        thread.join()
