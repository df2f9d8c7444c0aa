"""Verdicts on a world of servers: one link of every kind; `benchmarks/links_world.py` asks many."""

from __future__ import annotations

import pytest

from citekit.links.checker import check

MOST_WRONG = 2
"""Of 120 links: texts are drawn by chance, and a page may speak of the cited subject by it."""


@pytest.mark.parametrize("family", ["TUNING", "HELD_OUT"])
def test_each_kind_gets_its_verdict(links_world, family: str) -> None:
    world = links_world.World(getattr(links_world, family), seed=3)
    truths = world.build(links_world.KINDS, 1)
    world.open()
    with world:
        links = [truth.link() for truth in truths]
        found = {link.url: verdict for link, verdict in check(links, world.options(timeout=1.5))}
    score = links_world.score(truths, found)
    assert len(found) == len(truths)
    assert score.false_alarms == ()
    assert len(score.wrong) <= MOST_WRONG, "\n".join(score.wrong)
    assert score.soft_flags == 0
    assert score.targets == 1
