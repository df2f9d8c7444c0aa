"""A row of the table of archives."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from citekit.links.archives.copy import Copy
from citekit.links.archives.web import Web


@dataclass(frozen=True, slots=True, kw_only=True)
class Service:
    """A service that programs may ask: its name in settings and reports, its address, and the function that asks for
    copies of an address near a moment (14 digits, or empty). `usual` ones are asked unless others are named."""

    name: str
    base: str
    ask: Callable[[Web, str, str, str], list[Copy]]
    usual: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class LinkOut:
    """An archive for persons: where one finds the copy of an address near a moment; empty if it holds none."""

    name: str
    base: str
    page: Callable[[str, str, str], str]
