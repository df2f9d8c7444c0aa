"""The institutions behind addresses: what a footnote would print before its date and URL.

`data/hosts.txt` holds one row a host or group of hosts (the suffix of their names): the institution in its own language
and in English, and the languages of its pages. `MOVES` tells where pages of certain hosts are found for good.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from urllib.parse import urlsplit


@dataclass(frozen=True, slots=True, kw_only=True)
class Institution:
    """Who stands behind a host; `also` are other names that its pages use for the site."""

    name: str
    english: str
    languages: tuple[str, ...]
    also: tuple[str, ...] = ()

    def named(self, language: str) -> str:
        """The name for a citation of a page in this language: in its own language on pages of that language, otherwise
        in English.

        >>> mofa = institution("https://www.mofa.go.jp/mofaj/a.html")
        >>> mofa.named("ja"), mofa.named("en"), mofa.named("")
        ('外務省', 'Ministry of Foreign Affairs of Japan', '外務省')
        """
        own = self.languages[0].split("-")[0]
        return self.english if language and language.split("-")[0] != own else self.name


# Where a page is found for good: the address as it is cited, the permanent one, and why it is that.
MOVES: tuple[tuple[str, str, str], ...] = (
    (r"https?://dx\.doi\.org/(10\..+)", r"https://doi.org/\1", "the resolver's name since 2017 (DOI Handbook)"),
    (r"https?://arxiv\.org/pdf/(.+?)(?:\.pdf)?", r"https://arxiv.org/abs/\1", "the record, not one of its files"),
    (
        r"https?://dl\.ndl\.go\.jp/info:ndljp/pid/(\d+).*",
        r"https://dl.ndl.go.jp/pid/\1",
        "the National Diet Library's digital collections since December 2022",
    ),
    (
        r"https?://(?:www\.)?un\.org/(?:[a-z]{2,3}/)?ga/search/view_doc\.asp\?symbol=([\w/.()-]+).*",
        r"https://docs.un.org/\1",
        "addresses by symbol are permanent",
    ),
    (r"https?://undocs\.org/(.+)", r"https://docs.un.org/\1", "undocs.org sends there since 2024"),
    (
        r"https?://(?:www\.)?whitehouse\.gov/(the-press-office/.+)",
        r"https://obamawhitehouse.archives.gov/\1",
        "pages of 2009 to 2017, which only that administration kept under this path",
    ),
    (
        r"https?://(?:www\.)?whitehouse\.gov/(briefings-statements/(?!\d{4}/).+)",
        r"https://trumpwhitehouse.archives.gov/\1",
        "pages of 2017 to 2021; those of 2025 have a year in their path",
    ),
    (
        r"https?://(?:www\.)?whitehouse\.gov/(briefing-room/.*/202[1-5]/.+)",
        r"https://bidenwhitehouse.archives.gov/\1",
        "pages of 2021 to 2025",
    ),
    (
        r"https?://(?:www\.)?state\.gov/(r/pa/prs/.+)",
        r"https://2009-2017.state.gov/\1",
        "the press office's pages until January 2017",
    ),
    (
        r"https?://ec\.europa\.eu/commission/presscorner/detail/([a-z]{2})/([\w_]+).*",
        r"https://ec.europa.eu/commission/presscorner/detail/\1/\2",
        "without what the search has added",
    ),
    (
        r"https?://(?:www\.)?jstor\.org/stable/(?:pdf/)?([\w.-]+?)(?:\.pdf)?(?:\?.*)?",
        r"https://www.jstor.org/stable/\1",
        "JSTOR's stable URL",
    ),
)


def institution(url: str) -> Institution | None:
    """The institution behind an address, by the longest suffix of its host that the table knows.

    >>> institution("https://www.kantei.go.jp/jp/100_kishida/").name, institution("http://x.example/") is None
    ('首相官邸', True)
    """
    try:
        labels = (urlsplit(url).hostname or "").lower().split(".")
    except ValueError:  # brackets that hold no IPv6 address (RFC 3986, 3.2.2)
        return None
    return next((found for at in range(len(labels) - 1) if (found := hosts().get(".".join(labels[at:])))), None)


def permanent(url: str) -> str:
    """The permanent address of a page whose host has such a rule; empty for all others and for one that is permanent.

    >>> permanent("https://dl.ndl.go.jp/info:ndljp/pid/1234567"), permanent("https://dl.ndl.go.jp/pid/1234567")
    ('https://dl.ndl.go.jp/pid/1234567', '')
    """
    for pattern, target, _ in MOVES:
        if match := re.fullmatch(pattern, url):
            found = match.expand(target)
            return found if found != url else ""
    return ""


@cache
def hosts() -> dict[str, Institution]:
    """The table, by host suffix."""
    from importlib import resources  # costs more than most commands need

    text = resources.files("citekit.links").joinpath("data", "hosts.txt").read_text("utf-8")
    rows = (line.split(" | ") for line in text.splitlines() if line and not line.startswith("#"))
    return {row[0]: _institution(row) for row in rows}


def _institution(row: list[str]) -> Institution:
    _, name, english, languages, *also = (cell.strip() for cell in row)
    others = tuple(other for cell in also for other in cell.split("; "))
    return Institution(name=name, english=english, languages=tuple(languages.split()), also=others)
