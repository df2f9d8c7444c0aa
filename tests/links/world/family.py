"""What the pages of a family of sites look like, and what they say when something is wrong."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from random import Random

Layout = Callable[[str, str, str, Random], str]  # language, title, body in HTML, chance -> the page


@dataclass(frozen=True)
class Family:
    """`layout` dresses a page; the tables hold texts by language, as (heading, text) with {path} and {host}."""

    name: str
    layout: Layout
    missing: Mapping[str, tuple[tuple[str, str], ...]]
    login: Mapping[str, tuple[str, str]]
    robot: Mapping[str, tuple[str, str]]
    sale: Mapping[str, tuple[str, str]]
    tombstone: Mapping[str, tuple[str, str]]
