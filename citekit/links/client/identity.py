"""How the client introduces itself: honestly first, and as a browser where a server answers only those."""

from __future__ import annotations

from collections.abc import Mapping
from importlib.metadata import PackageNotFoundError, version

from citekit.links.client.decoding import accepted

# What Chrome sends when a person follows a link. Servers that shut robots out look at all of these.
BROWSER = {
    "User-Agent": "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
    " Chrome/131.0.0.0 Safari/537.36",
    "Accept": "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8",
    "Accept-Language": "en-US,en;q=0.9",
    "Upgrade-Insecure-Requests": "1",
    "Sec-Fetch-Dest": "document",
    "Sec-Fetch-Mode": "navigate",
    "Sec-Fetch-Site": "none",
    "Sec-Fetch-User": "?1",
}


def own(user_agent: str = "") -> Mapping[str, str]:
    """The headers of the first try."""
    return {
        "User-Agent": user_agent or f"Mozilla/5.0 (compatible; citekit/{_version()})",
        "Accept": "text/html,application/xhtml+xml,application/pdf,*/*;q=0.8",
        "Accept-Encoding": accepted(),
    }


def browser() -> Mapping[str, str]:
    """The headers of the second try."""
    return {**BROWSER, "Accept-Encoding": accepted()}


def _version() -> str:
    try:
        return version("citekit")
    except PackageNotFoundError:  # run from its sources
        return "0"
