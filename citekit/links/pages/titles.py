"""The title of a page without the name of its site."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence

_PARTS = re.compile(r"\s*(?:[|｜»«‹›•]|::|——|--)\s*|\s+[-–—:/·・]\s+|(?<=[\u3040-\u9fff\uac00-\ud7a3])[-_－＿](?=\S)|_")
_NOISE = re.compile(
    r"(?:official (?:web)?site|web ?site|home ?page|公式(?:ウェブ)?サイト|ウェブサイト|ホームページ|サイト"
    r"|官方网站|官网|网站|門戶網站|门户网站|웹사이트|누리집|홈페이지|the|www|website|online|[\W_])+",
    re.IGNORECASE,
)
_STRONG = frozenset(["_", "|", "｜", "--", "»", "›"])
"""Marks that no author sets inside a title."""
SECTION = 8
"""Characters that the name of a section of the site has at most."""


def without_site(title: str, sites: Collection[str], headings: Sequence[str] = ()) -> str:
    """The title without what names the site or its section; the whole title if nothing else would be left.

    `sites` are the names of the site, in whatever forms; a heading of the page that stands in the title is the title.

    >>> without_site("日米韓首脳会合 | 外務省", ["外務省"])
    '日米韓首脳会合'
    >>> without_site("外交部发言人谈港口_中华人民共和国外交部", ["外交部"])
    '外交部发言人谈港口'
    >>> without_site("Ports: a history - Harbour Gazette", ["The Harbour Gazette"])
    'Ports: a history'
    """
    title = " ".join(title.split())
    for heading in headings:
        if len(heading) > 3 and heading in title and not _names(heading, sites):
            return heading
    parts = [(m.start(), m.end()) for m in _PARTS.finditer(title)]
    if not parts:
        return title
    edges = [0, *(place for part in parts for place in part), len(title)]
    spans = list(zip(edges[::2], edges[1::2], strict=True))
    kept = [(a, b) for a, b in spans if title[a:b].strip()]
    cut = False
    while len(kept) > 1 and _names(title[slice(*kept[-1])], sites):
        kept.pop()
        cut = True
    while len(kept) > 1 and _names(title[slice(*kept[0])], sites):
        kept.pop(0)
        cut = True
    while cut and len(kept) > 1 and kept[-1][1] - kept[-1][0] <= SECTION < kept[0][1] - kept[0][0]:
        if title[kept[-2][1] : kept[-1][0]].strip() not in _STRONG:
            break
        kept.pop()
    return title[kept[0][0] : kept[-1][1]].strip()


def _names(part: str, sites: Collection[str]) -> bool:
    """Whether a part of a title names the site."""
    bare = _bare(part)
    if not bare:
        return True
    for site in map(_bare, sites):
        if site and (bare == site or (len(site) > 1 and len(bare) <= 2.5 * len(site) + 8 and bare.endswith(site))):
            return True
        if len(bare) > 2 and len(site) <= 3 * len(bare) and site.startswith(bare):
            return True
    return False


def _bare(text: str) -> str:
    return _NOISE.sub("", unicodedata.normalize("NFKC", text)).casefold()
