"""What only a person or another run can tell."""

from __future__ import annotations

from ..server import Reply, Request
from ..site import HTML, html, pdf, redirect
from ..world import Truth, World


def _always(w: World, cause: str, reply: Reply, suffix: str = ".html") -> Truth:
    site = w.site()
    return Truth(site.put(site.path(suffix), reply), cause, site.title())


def asks_login(w: World) -> Truth:
    return _always(w, "unauthorized", Reply(status=401, headers=(("WWW-Authenticate", "Basic realm=x"),)))


def forbidden(w: World) -> Truth:
    return _always(w, "forbidden", Reply(status=403, body=b"no", headers=(HTML,)))


def status_999(w: World) -> Truth:
    return _always(w, "forbidden", Reply(status=999))


def by_law(w: World) -> Truth:
    return _always(w, "forbidden", Reply(status=451))


def always_429(w: World) -> Truth:
    return _always(w, "rate-limited", Reply(status=429, headers=(("Retry-After", "3600"),)))


def always_500(w: World) -> Truth:
    return _always(w, "server-error", Reply(status=w.chance.choice((500, 502, 504))))


def always_503(w: World) -> Truth:
    return _always(w, "server-error", Reply(status=503))


def _robot_page(w: World, **more: object) -> Truth:
    site = w.site()

    def asked(request: Request) -> Reply:
        heading, text = site.says("robot", request)
        script = "<script src='/cdn-cgi/challenge-platform/x.js'></script>"
        return html(
            f"<html><head><title>{heading}</title>{script}</head><body><h1>{heading}</h1><p>{text}</p></body></html>",
            **more,
        )

    site.always = asked
    return Truth(site.url(site.path()), "challenge", site.title())


def challenge_503(w: World) -> Truth:
    return _robot_page(w, status=503)


def challenge_403(w: World) -> Truth:
    return _robot_page(w, status=403, headers=(("cf-mitigated", "challenge"),))


def challenge_200(w: World) -> Truth:
    return _robot_page(w)


def _form(text: str, action: str) -> str:
    return f"<form action='{action}'><p>{text}</p><input name=u><input type=password name=p><button>OK</button></form>"


def login_redirect(w: World) -> Truth:
    site = w.site()
    door = w.chance.choice(("/login", "/user/signin.jsp", "/sso/auth", "/account/logon.aspx"))

    def asked(request: Request) -> Reply:
        if not request.target.startswith(door):
            return redirect(302, f"{door}?next={request.target}")
        heading, text = site.says("login", request)
        return html(site.plain(heading, _form(text, door)))

    site.always = asked
    return Truth(site.url(site.path()), "login", site.title())


def login_page(w: World) -> Truth:
    site = w.site()

    def asked(request: Request) -> Reply:
        heading, text = site.says("login", request)
        return html(site.plain(heading, _form(text, "/in")))

    path = site.path()
    site.put(path, asked)
    return Truth(site.url(path), "login", site.title())


def file_behind_page(w: World) -> Truth:
    site = w.site()
    path = site.path(".pdf")
    name = path.rpartition("/")[2]
    site.put(f"/download/{name}", Reply(body=pdf()))
    title = site.title()
    return Truth(site.put(path, html(site.page(title, f"<a href='/download/{name}'>PDF</a>", 1))), "landing")


def drawn_by_scripts(w: World) -> Truth:
    site = w.site()
    shell = html(
        "<html><head><title>Portal</title></head><body><div id=root></div><script src=/a.js></script></body></html>"
    )
    site.always = lambda r: shell
    return Truth(site.url(site.path("")), "script", site.title())


def no_answer(w: World) -> Truth:
    return _always(w, "timeout", Reply(hang=True))


def no_talk(w: World) -> Truth:
    site = w.site(at="silent")
    return Truth(site.url(site.path()), "timeout")


def refused(w: World) -> Truth:
    site = w.site(at="closed")
    return Truth(site.url(site.path()), "refused")


def reset(w: World) -> Truth:
    return _always(w, "reset", Reply(drop=True))


def no_http(w: World) -> Truth:
    return _always(w, "protocol", Reply(raw=b"220 ready for orders\r\n"))


def name_server_fails(w: World) -> Truth:
    host = w.name()
    w.addresses[host] = []
    w.failing.add(host)
    return Truth(f"http://{host}/a.html", "dns-failure")


KINDS = (
    asks_login, forbidden, status_999, by_law, always_429, always_500, always_503, challenge_503, challenge_403,
    challenge_200, login_redirect, login_page, file_behind_page, drawn_by_scripts, no_answer, no_talk, refused, reset,
    no_http, name_server_fails,
)  # fmt: skip
