"""Pages that are somewhere else now."""

from __future__ import annotations

from urllib.parse import quote

from .. import texts
from ..server import Reply, Request
from ..site import Site, html, latin, redirect
from ..world import Truth, World


def _goal(w: World) -> tuple[Site, str, str]:
    site = w.site()
    title = site.title()
    return site, site.put(site.path(), site.alive(title)), title


def _moved(w: World, status: int) -> Truth:
    _, goal, title = _goal(w)
    old = w.site()
    return Truth(old.put(old.path(), redirect(status, goal)), "moved", w.chance.choice((title, "")), goal)


def moved_301(w: World) -> Truth:
    return _moved(w, 301)


def moved_308(w: World) -> Truth:
    return _moved(w, 308)


def moved_within(w: World) -> Truth:
    site, goal, title = _goal(w)
    return Truth(site.put(site.path(), redirect(301, goal.removeprefix(site.url("")))), "moved", title, goal)


def moved_twice(w: World) -> Truth:
    site, goal, title = _goal(w)
    middle = site.put(site.path(), redirect(308, goal))
    return Truth(site.put(site.path(), redirect(301, middle)), "moved", title, goal)


def moved_to_https(w: World) -> Truth:
    site = w.site(scheme="https")
    title = site.title()
    path = site.path()
    good = site.alive(title)
    plain = site.world.site()  # the same site's http side
    goal = site.put(path, good)
    return Truth(plain.put(path, redirect(301, goal)), "moved", title, goal)


def moved_whole_site(w: World) -> Truth:
    site, goal, title = _goal(w)
    old = w.site()
    old.always = lambda r: redirect(301, site.url(r.target))
    return Truth(old.url(goal.removeprefix(site.url(""))), "moved", w.chance.choice((title, "")), goal)


def moved_unicode(w: World) -> Truth:
    site = w.site()
    title = site.title()
    path = f"/{texts.word('ja', w.chance)}/{w.chance.randrange(999)}.html"
    site.put("".join(f"%{b:02X}" if b > 127 else chr(b) for b in path.encode()), site.alive(title))
    return Truth(site.put(site.path(), redirect(301, latin(path))), "moved", title, site.url(quote(path)))


def _sent(w: World, status: int) -> Truth:
    _, goal, title = _goal(w)
    old = w.site()
    return Truth(old.put(old.path(), redirect(status, goal)), "redirected", title)


def sent_302(w: World) -> Truth:
    return _sent(w, 302)


def sent_307(w: World) -> Truth:
    return _sent(w, 307)


def sent_relative(w: World) -> Truth:
    site = w.site()
    title = site.title()
    site.put("/a/b/new.html?x=1", site.alive(title))
    return Truth(site.put("/a/c/old.html", redirect(302, "../b/new.html?x=1")), "redirected", title)


def for_good_then_for_now(w: World) -> Truth:
    site, goal, title = _goal(w)
    middle = site.put(site.path(), redirect(302, goal))
    return Truth(site.put(site.path(), redirect(301, middle)), "redirected", title)


def fifteen_hops(w: World) -> Truth:
    site, at, title = _goal(w)
    for _ in range(15):
        at = site.put(site.path(), redirect(302, at))
    return Truth(at, "redirected", title)


def by_refresh(w: World) -> Truth:
    site, goal, title = _goal(w)
    markup = f'<html><head><meta http-equiv="Refresh" content="0; URL={goal}"></head><body>Moved</body></html>'
    return Truth(site.put(site.path(), html(markup)), "redirected", title)


def by_script(w: World) -> Truth:
    site, goal, title = _goal(w)
    return Truth(
        site.put(site.path(), html(f"<html><script>window.location.href = '{goal}';</script></html>")),
        "redirected",
        title,
    )


def to_a_site_of_its_own(w: World) -> Truth:
    """One folder of an old site has become a site: its home page is the page."""
    site = w.site()
    title = site.title()
    goal = site.put("/", site.alive(title))
    old = w.site()
    return Truth(old.put(f"/{texts.word('en', w.chance)}/", redirect(301, goal)), "moved", "", goal)


def old_to_new_slug(w: World) -> Truth:
    site = w.site()
    title = site.title()
    number = w.chance.randrange(10**4, 10**6)
    goal = site.put(f"/articles/{number}/{texts.word('en', w.chance)}-new", site.alive(title))
    start = f"/articles/{number}/"

    def missing(request: Request) -> Reply:
        return redirect(301, goal) if request.target.startswith(start) else site.honest(request)

    site.missing = missing
    return Truth(site.url(f"{start}{texts.word('en', w.chance)}"), "moved", "", goal)


KINDS = (
    moved_301, moved_308, moved_within, moved_twice, moved_to_https, moved_whole_site, moved_unicode, sent_302,
    sent_307, sent_relative, for_good_then_for_now, fifteen_hops, by_refresh, by_script, to_a_site_of_its_own,
    old_to_new_slug,
)  # fmt: skip
