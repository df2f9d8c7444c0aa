"""The Wayback Machine's availability API: one copy, near a moment. Source: archive.org/help/wayback_api.php.

It is quick, and known to deny copies that are there; the CDX server, asked after it, does not.
"""

from __future__ import annotations

import json
import re
from urllib.parse import urlencode, urljoin

from citekit.links.archives.copy import Copy, instant
from citekit.links.archives.web import ArchiveError, Web, ascii_url

BASE = "https://archive.org/wayback/available"
_PLAIN = re.compile(r"^http://(?=web\.archive\.org/)")


def ask(web: Web, base: str, url: str, wanted: str) -> list[Copy]:
    """The copy nearest to the moment, the latest without one; none if the archive holds no page that was fine."""
    query = {"url": ascii_url(url)} | ({"timestamp": wanted} if wanted else {})
    answer = web.get(f"{base}?{urlencode(query)}")
    if answer.status != 200:
        raise ArchiveError(f"answers with status {answer.status}")
    closest = _closest(answer.text)
    moment, address = closest.get("timestamp", ""), closest.get("url", "")
    fine = closest.get("status", "200").startswith("2") and address and instant(moment)
    address = _PLAIN.sub("https://", urljoin(base, address))
    return [Copy(url=url, address=address, moment=moment)] if fine else []


def _closest(text: str) -> dict[str, str]:
    """The record of the closest copy, empty if there is none."""
    try:
        found: object = json.loads(text)
    except ValueError:
        raise ArchiveError("answers with something that is no JSON") from None
    for name in ("archived_snapshots", "closest"):
        found = found.get(name) if isinstance(found, dict) else None
    if not isinstance(found, dict) or found.get("available") is not True:
        return {}
    return {str(name): str(value) for name, value in found.items()}
