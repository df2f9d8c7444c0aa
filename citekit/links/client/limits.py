"""How often one host may be asked: the same for all, and for some hosts something else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Requests to one host at a time, and in a second; 0 is no limit."""

    per_host: int
    rate: float


def limits_of(host: str, usual: Limits, hosts: Mapping[str, Limits]) -> Limits:
    """The limits of a host: its own, else those of the nearest domain above it that has some, else the usual ones.

    >>> slow = Limits(per_host=1, rate=0.5)
    >>> limits_of("www.minato.example", Limits(per_host=2, rate=5), {"minato.example": slow}).rate
    0.5
    """
    name = host
    while name:
        if name in hosts:
            return hosts[name]
        name = name.partition(".")[2]
    return usual
