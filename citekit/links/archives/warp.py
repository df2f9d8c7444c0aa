"""WARP, the web archive of the National Diet Library of Japan: it has kept the sites of national institutions since
2002 and those of prefectures, cities and universities since then. No interface for programs is known; the address of a
copy leads a person to the nearest one."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

BASE = "https://warp.ndl.go.jp/web/"
_HOSTS = re.compile(r"(?:^|\.)(?:go|lg|ac)\.jp$|^(?:www\.)?(?:pref|city|town|vill|metro)\.[\w.-]+\.jp$")


def page(base: str, url: str, wanted: str) -> str:
    """Where a person finds the copy near a moment; empty for a site that WARP does not keep.

    >>> page(BASE, "https://www.mofa.go.jp/mofaj/files/1.pdf", "20230818120000")
    'https://warp.ndl.go.jp/web/20230818120000/https://www.mofa.go.jp/mofaj/files/1.pdf'
    >>> page(BASE, "https://a.example/", "")
    ''
    """
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return f"{base}{wanted or '*'}/{url}" if _HOSTS.search(host) else ""
