"""What the server sees of a run: no host gets more connections or requests a second than it may."""

from __future__ import annotations

from collections import defaultdict

from citekit.links.checker import check
from citekit.model import Link


def per_host(log) -> dict[str, list[float]]:
    times: dict[str, list[float]] = defaultdict(list)
    for when, host, _ in log.requests:
        times[host].append(when)
    return times


def test_limits_hold_with_redirects_retries_and_probes(links_world) -> None:
    world = links_world.World(links_world.TUNING, seed=5)
    truths = []
    for _ in range(3):
        site = world.site()
        title = site.title()
        goal = site.put("/new/page.html", site.alive(title))
        for number in range(2):
            moved = site.put(f"/old/{number}.html", links_world.redirect(302, goal))
            failing = site.put(f"/bad/{number}.html", links_world.Reply(status=500))
            truths += [Link(url=moved), Link(url=failing), Link(url=site.url(f"/none/{number}.html"))]
    world.open()
    with world:
        assert len(list(check(truths, world.options(rate=10, per_host=2)))) == len(truths)
        log = world.server.log
    assert set(log.most_open) == set(world.sites)
    assert max(log.most_open.values()) <= 2
    for host, times in per_host(log).items():
        assert len(times) > 10, f"{host} has seen too little for this to be a test"
        assert all(later - earlier >= 0.99 for earlier, later in zip(times, times[10:], strict=False)), host


def test_two_schemes_of_a_host_share_its_connections(links_world) -> None:
    world = links_world.World(links_world.TUNING, seed=6)
    site = world.site(scheme="https")
    pages = [site.put(f"/a/{number}.html", site.alive(site.title())) for number in range(6)]
    pages += [page.replace("https:", "http:") for page in pages]
    world.open()
    with world:
        found = [verdict.cause for _, verdict in check([Link(url=page) for page in pages], world.options(per_host=2))]
        most_open = world.server.log.most_open[site.host]
    assert found == ["ok"] * 12
    assert most_open <= 2
