"""Pages that are gone, whatever their servers say."""

from __future__ import annotations

from random import Random

from .. import texts
from ..server import Reply, Request
from ..site import HTML, Site, html, pdf, ranged, redirect
from ..world import Truth, World
from .alive import soft_site


def _dead(w: World, status: int) -> Truth:
    site = w.site()
    return Truth(site.put(site.path(), html(site.plain(f"{status}", ""), status=status)), "broken", site.title())


def missing_404(w: World) -> Truth:
    site = w.site()
    return Truth(site.url(site.path()), "broken", site.title())


def missing_410(w: World) -> Truth:
    return _dead(w, 410)


def bad_request(w: World) -> Truth:
    return _dead(w, w.chance.choice((400, 404, 414)))


def _soft(w: World, site: Site, path: str = "") -> Truth:
    return Truth(site.url(path or site.path()), "soft-404", w.chance.choice((site.title(), "")))


def soft_page(w: World) -> Truth:
    site = w.site()
    soft_site(site, w.chance.randrange(9))
    return _soft(w, site)


def soft_record(w: World) -> Truth:
    site = w.site()
    soft_site(site, w.chance.randrange(9))
    key = w.chance.choice(("id", "docid", "newsId", "p"))
    return _soft(w, site, f"/{texts.word('en', w.chance)}/show.php?{key}={w.chance.randrange(10**5)}&lang=1")


def soft_with_news(w: World) -> Truth:
    """The error page recommends other things each time."""
    site = w.site()
    variant = w.chance.randrange(9)

    def missing(request: Request) -> Reply:
        chance = Random(request.target)
        heading, text = site.says("missing", request, variant)
        news = "".join(f"<li><a href='/{i}'>{texts.title(site.language, chance)}</a></li>" for i in range(6))
        return html(site.plain(heading, f"<p>{text}</p><ul>{news}</ul><p>{chance.randrange(10**9)}</p>"))

    site.missing = missing
    return _soft(w, site)


def soft_front_page(w: World) -> Truth:
    """The home page in place of every page, without a redirect."""
    site = w.site()
    front = html(site.page(site.title(), paragraphs=3))
    site.always = lambda r: front
    return _soft(w, site)


def soft_redirect(w: World) -> Truth:
    site = w.site()
    goal = w.chance.choice(("/404.html", "/error/notfound.aspx", "/search", "/oops.php", "/sitemap"))
    variant = w.chance.randrange(9)

    def asked(request: Request) -> Reply:
        if request.target != goal:
            return redirect(w.chance.choice((301, 302)), goal)
        heading, text = site.says("missing", request, variant)
        return html(site.plain(heading, f"<p>{text}</p>"))

    site.missing = asked
    return _soft(w, site)


def soft_pdf(w: World) -> Truth:
    site = w.site()
    soft_site(site, w.chance.randrange(9))
    return _soft(w, site, site.path(w.chance.choice((".php", ".do", "/"))))


def tombstone(w: World) -> Truth:
    site = w.site()
    heading, text = site.says("tombstone", Request("GET", site.host, "/", {}, 1))
    return Truth(site.put(site.path(), html(site.plain(heading, f"<p>{text}</p>"))), "soft-404", site.title())


def to_home(w: World) -> Truth:
    site = w.site()
    home = w.chance.choice(("/", "/index.html", "/ja/", "/index.php?lang=en"))
    site.put(home, site.alive(site.title()))
    site.missing = lambda r: redirect(w.chance.choice((301, 302)), home)
    return Truth(site.url(site.path()), "home", w.chance.choice((site.title(), "")))


def to_parent_home(w: World) -> Truth:
    parent = w.site(w.name(".example"))
    parent.put("/", parent.alive(parent.title()))
    site = w.site(f"dept.{parent.host}")
    return Truth(site.put(site.path(), redirect(301, parent.url("/"))), "home")


def to_home_by_refresh(w: World) -> Truth:
    site = w.site()
    site.put("/", site.alive(site.title()))
    site.missing = lambda r: html(
        '<html><head><meta http-equiv="refresh" content="3;url=/"></head><body>-</body></html>'
    )
    return Truth(site.url(site.path()), "home")


def to_other_home(w: World) -> Truth:
    new = w.site()
    new.put("/", new.alive(new.title()))
    old = w.site()
    old.always = lambda r: redirect(301, new.url("/"))
    return Truth(old.url(old.path()), "home")


def parked_offer(w: World) -> Truth:
    site = w.site()

    def asked(request: Request) -> Reply:
        heading, text = site.says("sale", request)
        return html(f"<html><head><title>{heading}</title></head><body><h1>{heading}</h1><p>{text}</p></body></html>")

    site.always = asked
    return Truth(site.url(site.path()), "parked", site.title())


def parked_service(w: World) -> Truth:
    site = w.site()
    page = html("<html><title>-</title><script src='//img.sedoparking.com/x.js'></script><body><p>Ads</p></html>")
    site.always = lambda r: page
    return Truth(site.url(site.path()), "parked", site.title())


def no_body(w: World) -> Truth:
    site = w.site()
    return Truth(site.put(site.path(), Reply(headers=(HTML,))), "empty", site.title())


def no_words(w: World) -> Truth:
    site = w.site()
    return Truth(site.put(site.path(), html("<html><head></head><body>\n\n</body></html>")), "empty", site.title())


def pdf_without_end(w: World) -> Truth:
    site = w.site()
    return Truth(site.put(site.path(".pdf"), ranged(pdf(whole=False))), "truncated")


def pdf_cut(w: World) -> Truth:
    site = w.site()
    reply = Reply(headers=(("Content-Type", "application/pdf"),), body=pdf(), cut=1500)
    return Truth(site.put(site.path(".pdf"), reply), "truncated")


def pdf_long_without_end(w: World) -> Truth:
    site = w.site()
    return Truth(site.put(site.path(".pdf"), ranged(pdf(3_000_000, whole=False))), "truncated")


def page_for_pdf(w: World) -> Truth:
    site = w.site()
    return Truth(site.put(site.path(".pdf"), site.alive(site.title())), "wrong-kind", "")


def page_called_pdf(w: World) -> Truth:
    site = w.site()
    body = site.page(site.title()).encode()
    return Truth(
        site.put(site.path(".pdf"), Reply(headers=(("Content-Type", "application/pdf"),), body=body)), "wrong-kind"
    )


# Titles of which no page of the world holds a word.
ELSEWHERE = {
    "en": "Violin concertos by Scandinavian composers: scores, recordings, performances",
    "de": "Violinkonzerte skandinavischer Komponisten: Partituren, Aufnahmen, Aufführungen",
    "fr": "Concertos pour violon scandinaves : partitions, enregistrements, interprétations",
    "es": "Conciertos escandinavos para violín: partituras, grabaciones, interpretaciones",
    "it": "Concerti scandinavi per violino: partiture, registrazioni, esecuzioni",
    "ru": "Скрипичные концерты скандинавских композиторов: партитуры, записи, исполнения",
    "zh": "北欧作曲家小提琴协奏曲总谱录音与演奏",
    "ja": "北欧作曲家のヴァイオリン協奏曲の楽譜と録音",
    "ko": "북유럽 작곡가의 바이올린 협주곡 악보와 녹음",
}


def other_subject(w: World) -> Truth:
    site = w.site()
    return Truth(site.put(site.path(), html(site.page(site.title(), paragraphs=2))), "drift", ELSEWHERE[site.language])


def other_subject_japanese(w: World) -> Truth:
    site = w.site()
    site.language = "ja"
    markup = site.plain(
        "週末の天気と温泉の口コミ",
        "<p>露天風呂のある宿を紹介します。お得なクーポンはこちらから。夏休みの予約受付中です。</p>" * 3,
    )
    return Truth(site.put(site.path(), html(markup)), "drift", texts.title("ja", w.chance))


def round_and_round(w: World) -> Truth:
    site = w.site()
    a, b = site.path(), site.path()
    site.put(a, redirect(302, b))
    return Truth(site.put(b, redirect(302, a)), "loop")


def on_and_on(w: World) -> Truth:
    site = w.site()
    site.always = lambda r: redirect(302, f"/go/{r.visit}{len(r.target)}{r.target}"[:200] + str(len(r.target)))
    return Truth(site.url("/go"), "loop")


def no_such_host(w: World) -> Truth:
    return Truth(f"http://gone-{w.chance.randrange(10**6)}.example/a/b.html", "dns")


def expired(w: World) -> Truth:
    return _insecure(w, "expired", "tls-expired")


def self_signed(w: World) -> Truth:
    return _insecure(w, "self-signed", "tls-self-signed")


def other_host(w: World) -> Truth:
    return _insecure(w, "other-host", "tls-host")


def unknown_ca(w: World) -> Truth:
    return _insecure(w, w.chance.choice(("unknown", "unknown-whole")), "tls-unknown-ca")


def _insecure(w: World, sort: str, cause: str) -> Truth:
    site = w.site(scheme="https", sort=sort)
    title = site.title()
    return Truth(site.put(site.path(), site.alive(title)), cause, title)


def no_address(w: World) -> Truth:
    return Truth(
        w.chance.choice(("http://", "http://a b.example/", "http://a.example:99999/", "http://-x-.example/")), "invalid"
    )


KINDS = (
    missing_404, missing_410, bad_request, soft_page, soft_record, soft_with_news, soft_front_page, soft_redirect,
    soft_pdf, tombstone, to_home, to_parent_home, to_home_by_refresh, to_other_home, parked_offer, parked_service,
    no_body, no_words, pdf_without_end, pdf_cut, pdf_long_without_end, page_for_pdf, page_called_pdf, other_subject,
    other_subject_japanese, round_and_round, on_and_on, no_such_host, expired, self_signed, other_host, unknown_ca,
    no_address,
)  # fmt: skip
