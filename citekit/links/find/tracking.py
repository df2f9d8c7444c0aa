"""Parts of an address that say who follows it, not what it leads to: they are told, never cut."""

from __future__ import annotations

import re
from functools import cache

# Names of query parameters, as patterns, with whose they are. Cutting one could break the page: `sid` and `from` name
# documents elsewhere, so that only names with one meaning stand here.
TRACKING: tuple[tuple[str, str], ...] = (
    (r"utm_\w+", "Google Analytics and what copies it"),
    (r"(?:g|d)clid|gclsrc|[gw]braid|_ga|_gl", "Google's advertisements"),
    (r"fbclid|fb_(?:source|ref|action_\w+)|mibextid", "Facebook"),
    (r"msclkid", "Microsoft's advertisements"),
    (r"yclid|_openstat|ysclid", "Yandex"),
    (r"igshid|igsh|twclid|ttclid|li_fat_id|s_cid|xtor", "social networks and their counters"),
    (r"mc_[ce]id|mkt_tok|_hs(?:enc|mi)|vero_id|oly_(?:enc|anon)_id|elqtrack\w*|trk_\w+|wt\.mc_\w+", "newsletters"),
    (r"spm|scm", "Alibaba"),
    (r"ref_src|ref_url", "Twitter's embedded posts"),
)
# The same for the visit of one reader, which ends and leaves the address dead or empty.
SESSIONS: tuple[tuple[str, str], ...] = (
    (r"jsessionid", "Java servers, also behind a semicolon in the path"),
    (r"phpsessid", "PHP"),
    (r"aspsessionid\w*|asp\.net_sessionid", "ASP"),
    (r"cfid|cftoken", "ColdFusion"),
    (r"session_?(?:id|key)|oscsid|zenid|sessid", "shops and catalogues"),
)
_IN_PATH = re.compile(r"/\([A-Z]\([A-Za-z0-9]{16,}\)\)/")
"""/(S(lit3py55t21z5v55vlm25s55))/: ASP.NET without cookies."""


def noted(url: str) -> str:
    """What a person should know of an address, as a line without its subject; empty for a clean one.

    >>> noted("https://a.jp/x?id=3&utm_source=mail")
    'carries a tracking parameter (utm_source); it may be left out'
    >>> noted("https://a.jp/x;jsessionid=0A1B")
    'carries the session of one reader (jsessionid), which ends; look for a permanent address'
    """
    names = re.findall(r"[?&;]([\w.]{2,40})=", url.partition("#")[0])
    visits = [name for name in names if _pattern(SESSIONS).fullmatch(name)]
    if not visits and _IN_PATH.search(url):
        visits = ["in its path"]
    if visits:
        return f"carries the session of one reader ({', '.join(visits)}), which ends; look for a permanent address"
    traces = [name for name in names if _pattern(TRACKING).fullmatch(name)]
    several = "parameters" if len(traces) > 1 else "parameter"
    left = "they may be left out" if len(traces) > 1 else "it may be left out"
    return (
        f"carries {'' if len(traces) > 1 else 'a '}tracking {several} ({', '.join(traces)}); {left}" if traces else ""
    )


@cache
def _pattern(rows: tuple[tuple[str, str], ...]) -> re.Pattern[str]:
    return re.compile("|".join(row for row, _ in rows), re.IGNORECASE)
