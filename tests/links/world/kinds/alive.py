"""Pages that are there, however odd their servers are: none of them may be called rotten."""

from __future__ import annotations

import gzip
import zlib
from urllib.parse import quote

from .. import texts
from ..server import Reply, Request
from ..site import HTML, Site, html, pdf, ranged, redirect
from ..world import Truth, World


def _plain(w: World, *, cause: str = "ok", titled: bool = True, **more: object) -> Truth:
    site = w.site()
    title = site.title()
    return Truth(site.put(site.path(), site.alive(title, **more)), cause, title if titled else "")


def page(w: World) -> Truth:
    return _plain(w)


def page_without_cited_title(w: World) -> Truth:
    return _plain(w, titled=False)


def pdf_whole(w: World) -> Truth:
    site = w.site()
    return Truth(site.put(site.path(".pdf"), ranged(pdf())), "ok", site.title())


def pdf_long(w: World) -> Truth:
    site = w.site()
    return Truth(site.put(site.path(".pdf"), ranged(pdf(3_000_000))), "ok")


def pdf_called_text(w: World) -> Truth:
    site = w.site()
    return Truth(site.put(site.path(".pdf"), ranged(pdf(), "text/html; charset=utf-8")), "ok")


def picture(w: World) -> Truth:
    site = w.site()
    body = b"\x89PNG\r\n\x1a\n" + bytes(200)
    return Truth(site.put(site.path(".png"), Reply(headers=(("Content-Type", "image/png"),), body=body)), "ok")


def plain_text(w: World) -> Truth:
    site = w.site()
    body = texts.paragraph(site.language, site.chance).encode()
    return Truth(site.put(site.path(".txt"), Reply(headers=(("Content-Type", "text/plain"),), body=body)), "ok")


def _packed(w: World, name: str, body: bytes, title: str, site: Site) -> Truth:
    reply = Reply(headers=(HTML, ("Content-Encoding", name)), body=body)
    return Truth(site.put(site.path(), reply), "ok", title)


def gzipped(w: World) -> Truth:
    site = w.site()
    title = site.title()
    return _packed(w, "gzip", gzip.compress(site.page(title).encode()), title, site)


def deflated(w: World) -> Truth:
    site = w.site()
    title = site.title()
    data = zlib.compress(site.page(title).encode())
    return _packed(w, "deflate", data if w.chance.random() < 0.5 else data[2:-4], title, site)


def brotli_packed(w: World) -> Truth:
    import brotli

    site = w.site()
    title = site.title()
    return _packed(w, "br", brotli.compress(site.page(title).encode()), title, site)


def chunked(w: World) -> Truth:
    return _plain(w, framing="chunked")


def until_close(w: World) -> Truth:
    return _plain(w, framing="close")


def closes_unasked(w: World) -> Truth:
    return _plain(w, close=True)


def head_refused(w: World) -> Truth:
    site = w.site()
    title = site.title()
    good = site.alive(title)
    return Truth(site.put(site.path(), lambda r: Reply(status=405) if r.method == "HEAD" else good), "ok", title)


def _asks_for(w: World, status: int, header: str, part: str) -> Truth:
    site = w.site()
    title = site.title()
    good = site.alive(title)
    site.always = lambda r: (
        (good if r.target == path else site.honest(r)) if part in r.headers.get(header, "") else Reply(status=status)
    )
    path = site.path()
    return Truth(site.url(path), "ok", title)


def browsers_only(w: World) -> Truth:
    return _asks_for(w, 403, "user-agent", "Chrome/")


def languages_only(w: World) -> Truth:
    return _asks_for(w, 406, "accept-language", "en")


def robots_get_404(w: World) -> Truth:
    return _asks_for(w, 404, "user-agent", "Chrome/")


def robots_get_reset(w: World) -> Truth:
    site = w.site()
    title = site.title()
    good = site.alive(title)
    return Truth(
        site.put(site.path(), lambda r: good if "Chrome/" in r.headers["user-agent"] else Reply(drop=True)), "ok", title
    )


def _later(w: World, first: Reply, times: int = 1) -> Truth:
    site = w.site()
    title = site.title()
    good = site.alive(title)
    return Truth(site.put(site.path(), lambda r: first if r.visit <= times else good), "ok", title)


def first_500(w: World) -> Truth:
    return _later(w, Reply(status=500), w.chance.choice((1, 2)))


def first_503(w: World) -> Truth:
    return _later(w, Reply(status=503, headers=(("Retry-After", str(w.wait)),)))


def first_429(w: World) -> Truth:
    return _later(w, Reply(status=429, headers=(("Retry-After", str(w.wait)),)), 2)


def first_reset(w: World) -> Truth:
    return _later(w, Reply(drop=True))


def cookie_first(w: World) -> Truth:
    site = w.site()
    title = site.title()
    good = site.alive(title)
    path = site.path()
    sends = redirect(302, path, ("Set-Cookie", "seen=1; Path=/"))
    return Truth(
        site.put(path, lambda r: good if "seen=1" in r.headers.get("cookie", "") else sends), "redirected", title
    )


def percent_kept(w: World) -> Truth:
    site = w.site()
    title = site.title()
    path = f"/a%2Fb/%e6%97%a5-{site.chance.randrange(999)}/x%7ey.html?q=%20+%2f"
    return Truth(site.put(path, site.alive(title)), "ok", title)


def idn_host(w: World) -> Truth:
    label = w.chance.choice(("bücher", "例え", "пример", "도서관")) + str(len(w.sites))
    host = label.encode("idna").decode("ascii") + ".example"
    site = w.site(host)
    title = site.title()
    path = site.path()
    site.put(path, site.alive(title))
    return Truth(f"http://{label}.example{path}", "ok", title)


def unicode_path(w: World) -> Truth:
    site = w.site()
    title = site.title()
    path = f"/{texts.word('zh', w.chance)}/日本語 {w.chance.randrange(99)}.html"
    site.put(quote(path), site.alive(title))
    return Truth(site.url(path), "ok", title)


def slow_first_byte(w: World) -> Truth:
    return _plain(w, delay=0.3)


def dripping(w: World) -> Truth:
    return _plain(w, drip=0.05)


def six_only(w: World) -> Truth:
    site = w.site(at="::1")
    title = site.title()
    return Truth(site.put(site.path(), site.alive(title)), "ok", title)


def six_dead(w: World) -> Truth:
    site = w.site()
    w.addresses[site.host] = [("closed", 0), *w.addresses[site.host]]
    title = site.title()
    return Truth(site.put(site.path(), site.alive(title)), "ok", title)


def old_encoding(w: World) -> Truth:
    site = w.site()
    codec = {"ja": "shift_jis", "zh": "gb2312", "ko": "euc-kr", "ru": "windows-1251"}.get(site.language, "iso-8859-1")
    title = site.title()
    said = w.chance.random() < 0.5
    header = ("Content-Type", f"text/html; charset={codec}" if said else "text/html")
    markup = site.page(title).replace("utf-8", codec)
    return Truth(
        site.put(site.path(), Reply(headers=(header,), body=markup.encode(codec, "xmlcharrefreplace"))), "ok", title
    )


def bare_line_feeds(w: World) -> Truth:
    site = w.site()
    title = site.title()
    raw = b"HTTP/1.0 200 OK\nContent-Type: text/html\n\n" + site.page(title).encode()
    return Truth(site.put(site.path(), Reply(raw=raw)), "ok", title)


def no_reason(w: World) -> Truth:
    site = w.site()
    title = site.title()
    body = site.page(title).encode()
    raw = b"HTTP/1.1 200\r\nX-Odd : yes\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body)
    return Truth(site.put(site.path(), Reply(raw=raw)), "ok", title)


def early_hints(w: World) -> Truth:
    site = w.site()
    title = site.title()
    body = site.page(title).encode()
    raw = b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (
        len(body),
        body,
    )
    return Truth(site.put(site.path(), Reply(raw=raw)), "ok", title)


def long_headers(w: World) -> Truth:
    return _plain(w, headers=tuple((f"X-Filler-{i}", "x" * 900) for i in range(20)))


def speaks_of_404(w: World) -> Truth:
    site = w.site()
    title = w.chance.choice(
        ("404 Not Found: a history of the broken link", "Page not found? How archives lose their documents")
    )
    return Truth(
        site.put(
            site.path(),
            site.alive(
                title,
            ),
        ),
        "ok",
        w.chance.choice((title, "")),
    )


def login_box_beside(w: World) -> Truth:
    site = w.site()
    title = site.title()
    box = "<form action=/login>Login <input name=u><input type=password name=p></form>"
    return Truth(site.put(site.path(), html(site.page(title, box, 12))), "ok", w.chance.choice((title, "")))


def captcha_in_form(w: World) -> Truth:
    site = w.site()
    title = site.title()
    box = "<script src='https://www.google.com/recaptcha/api.js'></script>"
    return Truth(site.put(site.path(), html(site.page(title, box, 8))), "ok", title)


def slug_not_looked_at(w: World) -> Truth:
    site = w.site()
    title = site.title()
    good = site.alive(title)
    start = f"/news/{w.chance.randrange(10**4, 10**5)}/"
    site.missing = lambda r: good if r.target.startswith(start) else site.honest(r)
    return Truth(
        site.url(f"{start}{texts.word('en', w.chance)}-{texts.word('en', w.chance)}"),
        "ok",
        w.chance.choice((title, "")),
    )


def query_not_looked_at(w: World) -> Truth:
    site = w.site()
    title = site.title()
    good = site.alive(title)
    path = site.path()
    site.missing = lambda r: good if r.target.startswith(path) else site.honest(r)
    return Truth(
        site.url(f"{path}?{w.chance.choice(('lang=ja', 'utm_source=note', 'v=3'))}"), "ok", w.chance.choice((title, ""))
    )


def soft_site(site: Site, variant: int = 0) -> None:
    """Makes a site answer 200 where nothing is."""

    def missing(request: Request) -> Reply:
        heading, text = site.says("missing", request, variant)
        return html(site.plain(heading, f"<p>{text}</p>"))

    site.missing = missing


def page_of_soft_site(w: World) -> Truth:
    site = w.site()
    soft_site(site, w.chance.randrange(9))
    title = site.title()
    return Truth(
        site.put(site.path(), html(site.page(title, paragraphs=w.chance.choice((1, 2, 6))))),
        "ok",
        w.chance.choice((title, "")),
    )


def record_of_soft_site(w: World) -> Truth:
    site = w.site()
    soft_site(site, w.chance.randrange(9))
    title = site.title()
    return Truth(
        site.put(f"/view.php?id={w.chance.randrange(10**5)}", site.alive(title)), "ok", w.chance.choice((title, ""))
    )


def root_of_soft_site(w: World) -> Truth:
    site = w.site()
    good = site.alive(site.title())
    site.always = lambda r: good
    return Truth(site.url(w.chance.choice(("/", "", "/index.html"))), "ok")


def short_page(w: World) -> Truth:
    site = w.site()
    title = site.title()
    return Truth(
        site.put(site.path(), html(f"<html><title>{title}</title><body><p>{title}</p></body></html>")), "ok", title
    )


def frames(w: World) -> Truth:
    site = w.site()
    markup = f"<html><head><title>{site.title()}</title></head><frameset cols='*'><frame src=t.html></frameset></html>"
    return Truth(site.put(site.path(), html(markup)), "ok")


def title_translated(w: World) -> Truth:
    site = w.site()
    site.language = "ja"
    path = site.put(site.path(), site.alive(site.title()))
    return Truth(path, "ok", texts.title("en", w.chance))


def title_shortened(w: World) -> Truth:
    site = w.site()
    title = site.title()
    cited = title[: max(12, len(title) * 2 // 3)]
    return Truth(site.put(site.path(), site.alive(title)), "ok", cited)


def drawn_but_honest(w: World) -> Truth:
    site = w.site()
    shell = f"<html><head><title>{site.title()}</title></head><div id=app></div><script src=/app.js></script></html>"
    return Truth(site.put(site.path(""), html(shell)), "ok")


def secure(w: World) -> Truth:
    site = w.site(scheme="https")
    title = site.title()
    return Truth(site.put(site.path(), site.alive(title)), "ok", title)


def incomplete_chain(w: World) -> Truth:
    site = w.site(scheme="https", sort="incomplete")
    title = site.title()
    return Truth(site.put(site.path(), site.alive(title)), "tls-incomplete", title)


def wrong_length(w: World) -> Truth:
    site = w.site()
    title = site.title()
    body = site.page(title).encode()
    raw = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s" % (len(body) + 9, body)
    return Truth(site.put(site.path(), Reply(raw=raw)), "ok", title)


KINDS = (
    page, page_without_cited_title, pdf_whole, pdf_long, pdf_called_text, picture, plain_text, gzipped, deflated,
    brotli_packed, chunked, until_close, closes_unasked, head_refused, browsers_only, languages_only, robots_get_404,
    robots_get_reset, first_500, first_503, first_429, first_reset, cookie_first, percent_kept, idn_host, unicode_path,
    slow_first_byte, dripping, six_only, six_dead, old_encoding, bare_line_feeds, no_reason, early_hints, long_headers,
    speaks_of_404, login_box_beside, captcha_in_form, slug_not_looked_at, query_not_looked_at, page_of_soft_site,
    record_of_soft_site, root_of_soft_site, short_page, frames, title_translated, title_shortened, drawn_but_honest,
    secure, incomplete_chain, wrong_length,
)  # fmt: skip
