"""Each rule by an answer that it speaks to, and by one that looks much alike and is fine."""

from __future__ import annotations

import pytest

from citekit.links.exchange import Exchange
from citekit.links.verdict import find
from citekit.links.verdict.case import Case
from citekit.links.verdict.rules import RULES
from citekit.model import Hop, Link

URL = "http://www.a.example/papers/2010/report.html"
LONG = "<p>" + "Rivers carried timber to the mills until the railway came to the valley in spring. " * 14 + "</p>"
HTML = {"content-type": "text/html; charset=utf-8"}


def page(title: str, body: str = LONG) -> bytes:
    return f"<html><head><title>{title}</title></head><body><h1>{title}</h1>{body}</body></html>".encode()


def answer(body: bytes = b"", *, url: str = URL, to: tuple[tuple[int, str], ...] = (), **more) -> Exchange:
    """An answer after redirects (status, target)."""
    hops, at = [], url
    for status, target in to:
        hops.append(Hop(url=at, status=status, location=target))
        at = target
    values = {"status": 200, "headers": HTML, "final": at, **more}
    return Exchange(url=url, body=body, hops=(*hops, Hop(url=at, status=values["status"])), **values)


def cause(
    exchange: Exchange, title: str = "", siblings: tuple[Exchange, ...] = (), tail: Exchange | None = None
) -> str:
    return find(Case(link=Link(url=exchange.url, title=title), exchange=exchange, siblings=siblings, tail=tail)).cause


def test_the_last_rule_always_speaks() -> None:
    assert RULES[-1](Case(link=Link(url=URL), exchange=answer(b"x"))) is not None


@pytest.mark.parametrize(
    ("status", "expected"),
    [(200, "ok"), (203, "ok"), (304, "protocol"), (400, "broken"), (401, "unauthorized"), (403, "forbidden"),
     (404, "broken"), (410, "broken"), (429, "rate-limited"), (451, "forbidden"), (500, "server-error"),
     (503, "server-error"), (999, "forbidden")],
)  # fmt: skip
def test_statuses(status: int, expected: str) -> None:
    assert cause(answer(page("Timber"), status=status)) == expected


@pytest.mark.parametrize(
    ("to", "expected"),
    [
        (((301, "http://b.example/x"),), "moved"),
        (((308, "http://b.example/x"), (301, "http://c.example/x")), "moved"),
        (((302, "http://b.example/x"),), "redirected"),
        (((301, "http://b.example/x"), (302, "http://c.example/x")), "redirected"),
        (((302, "http://www.a.example/"),), "home"),
        (((301, "https://a.example/index.html"),), "home"),
        (((301, "http://a.example/ja/?utm_source=x"),), "home"),
        (((301, "http://a.example/?p=12"),), "moved"),
        (((301, "http://papers.example/"),), "moved"),  # another site: meant so, as long as made-up ones go elsewhere
        (((302, "http://www.a.example/error/404.html"),), "soft-404"),
        (((302, "http://www.a.example/articles/4404.html"),), "redirected"),
    ],
)
def test_redirects(to: tuple[tuple[int, str], ...], expected: str) -> None:
    assert cause(answer(page("Timber"), to=to)) == expected


def test_a_cited_home_page_is_not_gone() -> None:
    assert cause(answer(page("Timber"), url="http://a.example/", to=((301, "https://a.example/ja/"),))) == "moved"


def test_another_sites_home_page_is_gone_if_made_up_addresses_end_there() -> None:
    to = ((301, "http://papers.example/"),)
    assert cause(answer(page("Timber"), to=to), siblings=(answer(page("Timber"), to=to),)) == "home"


SAME = "<p>We looked everywhere for {}. Use the search field above or write to the library.</p>"


def test_a_page_like_the_answer_to_made_up_addresses_is_none() -> None:
    others = tuple(
        answer(page("Library", SAME.format(name)), url=f"http://www.a.example/papers/2010/{name}.html")
        for name in ("qwhjkdfg", "zmxnbvcy")
    )
    assert cause(answer(page("Library", SAME.format("report"))), siblings=others) == "soft-404"
    assert cause(answer(page("Library", "<p>Timber on the upper rivers, a study.</p>")), siblings=others) == "ok"
    assert cause(answer(page("Timber rivers", SAME.format("report"))), "Timber rivers", others) == "ok"


@pytest.mark.parametrize(
    "title",
    ["Page not found", "404", "ページが見つかりません", "页面不存在", "페이지를 찾을 수 없습니다",
     "Seite nicht gefunden",
     "Page introuvable", "Страница не найдена", "Página no encontrada", "Pagina non trovata"],
)  # fmt: skip
def test_words_count_where_there_are_few(title: str) -> None:
    assert cause(answer(page(title, "<p>Sorry.</p>"))) == "soft-404"
    assert cause(answer(page(title, LONG))) == "ok"  # a page about such pages


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        (page("a.example is for sale", "<p>Buy this domain.</p>"), "parked"),
        (page("-", "<p>Ads</p><script src='//img.sedoparking.com/a.js'></script>"), "parked"),
        (page("Houses for sale in the valley", "<p>The house is for sale.</p>"), "ok"),
        (page("Sign in", "<form><input type=password></form>"), "login"),
        (page("Timber", LONG + "<form>Log in <input type=password></form>"), "ok"),
        (page("Just a moment...", "<p>Checking your browser</p>"), "challenge"),
        (page("Captcha: a history", LONG), "ok"),
        (b"", "empty"),
        (b"<html><head></head><body>\n</body></html>", "empty"),
        (b"<html><body><img src='scan.png'></body></html>", "ok"),
    ],
)
def test_what_stands_on_the_page(body: bytes, expected: str) -> None:
    assert cause(answer(body)) == expected


PDF = b"%PDF-1.4\n" + b"x" * 5000
FILE = "http://a.example/files/report.pdf"


@pytest.mark.parametrize(
    ("exchange", "tail", "expected"),
    [
        (answer(PDF + b"\n%%EOF\n", url=FILE), None, "ok"),
        (answer(PDF, url=FILE), None, "truncated"),
        (answer(PDF + b"\n%%EOF\n", url=FILE, cut=True, complete=False), None, "truncated"),
        (answer(PDF, url=FILE, complete=False), None, "ok"),  # more of it than was taken
        (answer(PDF, url=FILE, complete=False), answer(b"%%EOF", status=206), "ok"),
        (answer(PDF, url=FILE, complete=False), answer(b"xxxxx", status=206), "truncated"),
        (answer(PDF, url=FILE, complete=False), answer(b"xxxxx", status=200), "ok"),  # does not know ranges
        (answer(page("Timber"), url=FILE), None, "wrong-kind"),
        (answer(page("Timber", "<a href='/get/report.pdf'>PDF</a>" + LONG), url=FILE), None, "landing"),
        (answer(b"no file", url=FILE, headers={"content-type": "text/plain"}), None, "wrong-kind"),
    ],
)
def test_files(exchange: Exchange, tail: Exchange | None, expected: str) -> None:
    assert cause(exchange, tail=tail) == expected


@pytest.mark.parametrize(
    ("cited", "expected"),
    [
        ("Timber and railways in the valley of the mills", "ok"),
        ("Violin concertos by Scandinavian composers of the century", "drift"),
        ("Violins", "ok"),  # too little to tell
        ("北欧作曲家のヴァイオリン協奏曲", "ok"),  # in another script: perhaps a translation
    ],
)
def test_drift_is_told_with_caution(cited: str, expected: str) -> None:
    assert cause(answer(page("The mills")), cited) == expected


def test_a_cited_title_in_a_link_is_no_drift() -> None:
    listed = LONG + "<a href='/x'>Violin concertos by Scandinavian composers of the century</a>"
    assert cause(answer(page("Our publications", listed)), "Violin concertos by Scandinavian composers") == "ok"
