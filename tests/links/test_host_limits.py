"""Some hosts bear less than others: their own limits hold for them and for those below them."""

from __future__ import annotations

import asyncio

from citekit.links.client.limits import Limits
from citekit.links.client.traffic import Traffic

USUAL = Limits(per_host=2, rate=0)


async def waiting(traffic: Traffic, host: str) -> bool:
    """Whether one more request to a host has to wait."""
    asked = asyncio.create_task(traffic.enter(host))
    for _ in range(5):
        await asyncio.sleep(0)
    asked.cancel()
    return not asked.done()


def test_a_host_of_its_own_limits() -> None:
    async def asked() -> dict[str, list[bool]]:
        traffic = Traffic(100, USUAL, {"slow.example": Limits(per_host=1, rate=0)})
        hosts = ("slow.example", "www.slow.example", "notslow.example")
        return {host: [await waiting(traffic, host) for _ in range(3)] for host in hosts}

    assert asyncio.run(asked()) == {
        "slow.example": [False, True, True],
        "www.slow.example": [False, True, True],
        "notslow.example": [False, False, True],
    }


def test_a_rate_of_its_own() -> None:
    async def asked() -> list[bool]:
        traffic = Traffic(100, USUAL, {"slow.example": Limits(per_host=0, rate=2)})
        found = []
        for _ in range(3):
            found.append(await waiting(traffic, "slow.example"))
            if not found[-1]:
                traffic.leave("slow.example")
        return found

    assert asyncio.run(asked()) == [False, False, True]
