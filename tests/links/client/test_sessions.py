"""A `requests.Session` of the caller: its headers, login, cookies, adapters and proxies count."""

from __future__ import annotations

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer
from io import BytesIO

import pytest
import requests
from requests.adapters import BaseAdapter, HTTPAdapter
from urllib3.response import HTTPResponse

from citekit.links.client import ask


@pytest.fixture
def world(links_world):
    made = links_world.World(links_world.TUNING, seed=8)
    yield made
    made.server.__exit__()


def plain_session() -> requests.Session:
    session = requests.Session()
    session.trust_env = False
    return session


def test_headers_login_and_cookies_are_sent(world, links_world) -> None:
    seen: list[dict[str, str]] = []
    other = world.site()
    end = other.put("/end", lambda r: seen.append(dict(r.headers)) or links_world.html("<p>x"))
    site = world.site()
    start = site.put("/a", lambda r: seen.append(dict(r.headers)) or links_world.redirect(302, end))
    world.open()
    session = plain_session()
    session.headers["X-Library"] = "42"
    session.auth = ("reader", "secret")
    session.cookies.set("card", "7", domain=site.host)
    (exchange,) = ask([start], world.options(), session)
    assert exchange.status == 200
    assert [headers.get("x-library") for headers in seen] == ["42", "42"]
    assert seen[0]["authorization"].startswith("Basic ")
    assert seen[0]["cookie"] == "card=7"
    assert "authorization" not in seen[1]  # another host
    assert "python-requests" not in seen[0]["user-agent"]


class Shelf(BaseAdapter):
    """Answers from a shelf of its own, in whatever thread it is asked."""

    def __init__(self) -> None:
        super().__init__()
        self.threads: set[str] = set()

    def send(self, request, **_):
        self.threads.add(threading.current_thread().name)
        response = requests.Response()
        response.status_code = 200
        response.url = request.url
        response.headers["content-type"] = "text/html"
        response.raw = HTTPResponse(BytesIO(b"<p>from the shelf"), preload_content=False)
        return response

    def close(self) -> None:
        pass


def test_mounted_adapters_are_asked_in_threads(world) -> None:
    world.open()
    session = plain_session()
    shelf = Shelf()
    session.mount("http://shelf.example/", shelf)
    (exchange,) = ask(["http://shelf.example/book"], world.options(allow_private=False), session)
    assert exchange.body == b"<p>from the shelf"
    assert shelf.threads
    assert all(name.startswith("citekit-session") for name in shelf.threads)


class Proxy(BaseHTTPRequestHandler):
    """A proxy that answers itself and remembers what was asked."""

    asked: list[str]

    def do_GET(self) -> None:
        self.asked.append(self.path)
        self.send_response(200)
        self.send_header("Content-Length", "5")
        self.end_headers()
        self.wfile.write(b"proxy")

    def log_message(self, *_: object) -> None:
        pass


def test_proxies_of_the_session_are_used() -> None:
    asked: list[str] = []
    server = HTTPServer(("127.0.0.1", 0), type("Own", (Proxy,), {"asked": asked}))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    session = plain_session()
    session.proxies["http"] = f"http://127.0.0.1:{server.server_port}"
    try:
        found = {got.url: got for got in ask(["http://a.example/x", "http://10.0.0.1/"], session=session)}
    finally:
        server.shutdown()
        server.server_close()
    assert found["http://a.example/x"].body == b"proxy"
    assert found["http://10.0.0.1/"].failure == "private"
    assert asked == ["http://a.example/x"]


def test_a_plain_session_changes_nothing(world, links_world) -> None:
    site = world.site()
    url = site.put("/a", links_world.html("<p>x"))
    world.open()
    session = plain_session()
    assert isinstance(session.get_adapter(url), HTTPAdapter)
    (exchange,) = ask([url], world.options(), session)
    assert exchange.body == b"<p>x"
