"""What `citekit check` asks archives: copies of what is rotten, and to keep what lives."""

from __future__ import annotations

from collections.abc import Sequence

import click

from citekit.cli.checkoptions import Asked, proxy_session, saver_base, services_of
from citekit.cli.show import counting, say
from citekit.config import Settings
from citekit.links.archives.find import Search
from citekit.links.archives.savepagenow import BASE, Saver, keys
from citekit.links.archives.web import TIMEOUT, Web
from citekit.links.history import History
from citekit.links.rows import Terms, look_for_copies, marked, rows
from citekit.model import Link


def find_copies(links: Sequence[Link], history: History, terms: Terms, asked: Asked, chosen: Settings) -> None:
    """Looks for copies of all rotten links; what archives do not answer is told once."""
    if not asked["copies"]:
        return
    services = services_of(asked, chosen)
    found = [row for row in marked(links, history, terms) if row.state == "rotten" and row.copy is None]
    if found:
        search = Search(web=_web(asked, chosen), services=services)
        with counting(len({row.link.url for row in found}), "copies") as count:
            for _ in look_for_copies(found, history, search, terms):
                count()
        say(search.messages)


def save_pages(links: Sequence[Link], history: History, terms: Terms, asked: Asked, chosen: Settings) -> None:
    """Has the living pages saved, with the keys of the environment, if that is asked for."""
    if not asked["archive"]:
        return
    key, secret = keys()
    base = saver_base(asked, chosen, BASE)
    alive = [row.link for row in rows(links, history, terms) if row.state in ("ok", "moved")]
    urls = dict.fromkeys(link.url for link in alive if link.url.startswith("http") and not link.archive)
    saver = Saver(web=_web(asked, chosen), key=key, secret=secret, base=base)
    saved = 0
    with counting(len(urls), "pages") as count:
        for one in saver.save(urls):
            count()
            if one.copy:
                saved += 1
                history.add_copy(one.copy)
            else:
                click.echo(f"not saved: {one.url}: {one.detail}", err=True)
    click.echo(f"{saved} of {len(urls)} living pages saved", err=True)


def _web(asked: Asked, chosen: Settings) -> Web:
    import requests

    session = proxy_session(asked, chosen) or requests.Session()
    session.headers["User-Agent"] = asked["user_agent"] or chosen.text("user-agent") or "citekit (link checker)"
    ca_file = asked["ca_file"] or chosen.text("ca-file")
    if ca_file:
        session.verify = str(ca_file)
    return Web(session=session, timeout=asked["timeout"] or chosen.number("timeout", TIMEOUT))
