"""archive.today: kept by hand, also of sites that forbid robots. It wants human readers (a captcha), so that programs
only link to it."""

from __future__ import annotations

BASE = "https://archive.ph/"


def page(base: str, url: str, wanted: str) -> str:
    """Where a person finds the copy near a moment.

    >>> page(BASE, "http://a.example/b", ""), page(BASE, "http://a.example/b", "20200102030405")
    ('https://archive.ph/newest/http://a.example/b', 'https://archive.ph/20200102030405/http://a.example/b')
    """
    return f"{base}{wanted or 'newest'}/{url}"
