"""Pages that send the reader on by themselves: meta refresh, Refresh headers, a bare script."""

from __future__ import annotations

import html
import re
from collections.abc import Mapping

SOON = 10.0  # seconds; a page that waits longer is there to be read
LOOKED_AT = 1 << 16
LITTLE = 120  # characters of text: a page with more is not there for its script alone

HIDDEN = re.compile(r"<!--.*?-->|<noscript\b.*?</noscript\s*>", re.IGNORECASE | re.DOTALL)
META = re.compile(r"<meta\b[^>]*http-equiv\s*=\s*[\"']?refresh\b[^>]*>", re.IGNORECASE)
CONTENT = re.compile(r"\bcontent\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.IGNORECASE)
REFRESH = re.compile(r"\s*(?P<delay>\d*\.?\d*)\s*[;,]?\s*(?:url\s*=\s*)?(?P<quote>[\"']?)(?P<url>.*)", re.IGNORECASE)
SCRIPT = re.compile(r"<(script|style|title)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
TAG = re.compile(r"<[^>]*>")
LOCATION = re.compile(
    r"\blocation(?:\.href)?\s*=\s*[\"']([^\"'\s]+)[\"']|\blocation\.(?:replace|assign)\(\s*[\"']([^\"'\s]+)[\"']\s*\)"
)


def refresh_target(headers: Mapping[str, str], body: bytes) -> str:
    """Where a page sends its reader at once, as written there; empty if it stays.

    >>> refresh_target({"content-type": "text/html"}, b'<meta http-equiv="refresh" content="0; url=/new/">')
    '/new/'
    """
    if told := headers.get("refresh"):
        return _target(told)
    if "html" not in headers.get("content-type", "html") or not body:
        return ""
    lowered = body[:LOOKED_AT].lower()  # many times as fast as a pattern that overlooks case
    if b"refresh" not in lowered and b"location" not in lowered:
        return ""
    text = HIDDEN.sub(" ", body[:LOOKED_AT].decode("utf-8", "replace"))
    if meta := META.search(text):
        content = CONTENT.search(meta[0])
        return _target(html.unescape(content[1] or content[2] or "")) if content else ""
    return _by_script(text) if len(body) < LOOKED_AT else ""


def _target(value: str) -> str:
    match = REFRESH.match(value)
    if not match or float(match["delay"].strip(".") or 0) > SOON:
        return ""
    url = match["url"].strip()
    return url.partition(match["quote"])[0] if match["quote"] else url


def _by_script(text: str) -> str:
    places = LOCATION.findall(text)
    if len(places) != 1 or len(" ".join(TAG.sub(" ", SCRIPT.sub(" ", text)).split())) > LITTLE:
        return ""
    by_assignment, by_call = places[0]
    return str(by_assignment or by_call)
