"""The client against servers on loopback: what goes over the wire, and what comes back."""

from __future__ import annotations

import gzip

import pytest

from citekit.links.client import ClientOptions, TableResolver, ask
from citekit.links.client.decoding import unpack


def fetch(world, *urls: str, session=None, **options):
    """The exchanges of some addresses of a world, in their order."""
    found = {exchange.url: exchange for exchange in ask(urls, world.options(**options), session)}
    return [found[url] for url in urls]


@pytest.fixture
def world(links_world):
    made = links_world.World(links_world.TUNING, seed=7)
    yield made
    made.server.__exit__()


def asked(world) -> list[str]:
    return [target for _, _, target in world.server.log.requests]


@pytest.mark.parametrize(
    ("cited", "sent"),
    [
        ("/a%2Fb/%e6%97%a5?q=%20+%2f&x=1;2", "/a%2Fb/%e6%97%a5?q=%20+%2f&x=1;2"),
        ("/日本?語=é", "/%E6%97%A5%E6%9C%AC?%E8%AA%9E=%C3%A9"),
        ("/a b/<c>#part", "/a%20b/%3Cc%3E"),
        ("/a/../b/./c//d", "/a/../b/./c//d"),
        ("?only=query", "/?only=query"),
        ("/%zz|~'()*!", "/%zz|~'()*!"),
    ],
)
def test_addresses_go_out_byte_for_byte(world, cited: str, sent: str) -> None:
    site = world.site()
    world.open()
    fetch(world, site.url(cited), retries=0)
    assert asked(world) == [sent]


def test_every_hop_is_recorded(world, links_world) -> None:
    site = world.site()
    end = site.put("/end", links_world.html("<p>here"))
    middle = site.put("/%E6%97%A5", links_world.redirect(302, "end"))
    start = site.put("/start", links_world.redirect(301, "/日".encode().decode("latin-1")))
    world.open()
    (exchange,) = fetch(world, start)
    assert [(hop.url, hop.status) for hop in exchange.hops] == [(start, 301), (middle, 302), (end, 200)]
    assert (exchange.final, exchange.body) == (end, b"<p>here")


def test_cookies_stay_with_their_chain_and_host(world, links_world) -> None:
    other = world.site()
    seen = []

    def look(request):
        seen.append(request.headers.get("cookie", ""))
        return links_world.html("<p>x")

    end = other.put("/end", look)
    site = world.site()
    site.put("/b", lambda r: seen.append(r.headers.get("cookie", "")) or links_world.redirect(302, end))
    start = site.put("/a", links_world.redirect(302, "/b", ("Set-Cookie", "k=1; Path=/")))
    world.open()
    fetch(world, start, end)
    assert sorted(seen) == ["", "", "k=1"]


def test_a_page_fills_no_memory(world, links_world) -> None:
    bomb = gzip.compress(bytes(50_000_000))
    packed = (("Content-Encoding", "gzip"), ("Content-Type", "text/html"))
    site = world.site()
    small = site.put("/bomb", links_world.Reply(headers=packed, body=bomb))
    long = site.put("/long", links_world.html("x" * 5_000_000))
    world.open()
    for exchange in fetch(world, small, long, max_bytes=1000):
        assert (len(exchange.body), exchange.complete) == (1000, False)


@pytest.mark.parametrize("name", ["gzip", "deflate", "br"])
def test_broken_packing_gives_what_could_be_read(name: str) -> None:
    body, whole = unpack(b"\x1f\x8b\x08" + b"nonsense" * 9, name, 100)
    assert len(body) <= 100
    assert name == "deflate" or not whole


def test_headers_without_end_are_no_answer(world, links_world) -> None:
    site = world.site()
    url = site.put("/x", links_world.Reply(raw=b"HTTP/1.1 200 OK\r\n" + b"X-A: b\r\n" * 60_000))
    world.open()
    assert fetch(world, url, retries=0)[0].failure == "protocol"


def test_one_failure_is_asked_again_and_a_definite_answer_is_not(world, links_world) -> None:
    site = world.site()
    good = links_world.html("<p>x")
    late = site.put(
        "/late", lambda r: good if r.visit > 2 else links_world.Reply(status=503, headers=(("Retry-After", "0"),))
    )
    login = site.put("/login", links_world.Reply(status=401))
    world.open()
    exchanges = fetch(world, late, login)
    assert [exchange.status for exchange in exchanges] == [200, 401]
    assert sorted(asked(world)) == ["/late", "/late", "/late", "/login"]


def test_no_retry_waits_longer_than_patience(world, links_world) -> None:
    site = world.site()
    url = site.put("/x", links_world.Reply(status=503, headers=(("Retry-After", "86400"),)))
    world.open()
    assert fetch(world, url)[0].status == 503
    assert len(asked(world)) == 1


PRIVATE = ["http://127.0.0.1/", "http://10.0.0.1/", "http://[::1]/", "http://169.254.169.254/latest", "http://localhost/",
           "http://2130706433/", "http://[::ffff:127.0.0.1]/", "http://0x7f.1/"]  # fmt: skip


@pytest.mark.parametrize("url", PRIVATE)
def test_private_networks_are_not_asked(url: str) -> None:
    assert [exchange.failure for exchange in ask([url], ClientOptions(timeout=3))] == ["private"]


def test_no_name_and_no_redirect_leads_into_a_private_network(world, links_world) -> None:
    site = world.site()
    url = site.put("/x", links_world.redirect(302, "http://10.1.2.3/secret"))
    world.open()
    inside = TableResolver({"inside.example": ["192.168.1.1"]})
    assert [e.failure for e in ask(["http://inside.example/"], ClientOptions(resolver=inside))] == ["private"]
    # the world itself is private: let just its own name through
    from citekit.links.client import dialer

    allowed = dialer.is_public
    try:
        dialer.is_public = lambda ip: ip.startswith("127.") or allowed(ip)
        (exchange,) = fetch(world, url, allow_private=False)
    finally:
        dialer.is_public = allowed
    assert (exchange.failure, exchange.final) == ("private", "http://10.1.2.3/secret")


@pytest.mark.parametrize("url", ["ftp://a.example/", "file:///etc/passwd", "mailto:a@b.example", "javascript:alert(1)"])
def test_only_http_is_asked(url: str) -> None:
    assert [exchange.failure for exchange in ask([url])] == ["unsupported"]
