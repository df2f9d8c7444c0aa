"""How the cited place is written so that pandoc, and who reads it, know it again."""

from __future__ import annotations

import re

from citekit.relink.clusters import Cited

_DASHES = "[-‐-―−~～〜]"
_UNITS = "页|頁|ページ|쪽|면|卷|巻|권|章|장|节|節|절|期|号|號|호|册|冊|행|行"
_SEVERAL = re.compile(r"\d\s?[-–—,;]\s?\d")

WESTERN: dict[str, tuple[str, str]] = {
    "book": ("bk.", "bks."),
    "chapter": ("chap.", "chaps."),
    "column": ("col.", "cols."),
    "figure": ("fig.", "figs."),
    "folio": ("fol.", "fols."),
    "issue": ("no.", "nos."),
    "line": ("l.", "ll."),
    "note": ("n.", "nn."),
    "page": ("p.", "pp."),
    "paragraph": ("para.", "paras."),
    "part": ("pt.", "pts."),
    "section": ("sec.", "secs."),
    "verse": ("v.", "vv."),
    "volume": ("vol.", "vols."),
}
"""CSL's labels as pandoc reads them (manual, Citation syntax), for one place and for several."""


def written_locator(work: Cited) -> str:
    """The cited place: where its unit stands behind the number, as it is printed; else as pandoc reads it. Empty if
    there is none.

    >>> from citekit.model import Reference
    >>> printed = ("《国益》，第4—9页", "『国益の海』4-9頁", "Tides, S. 4-9")
    >>> [written_locator(Cited(reference=Reference(), locator="4-9", printed=text)) for text in printed]
    ['第4—9页', '4-9頁', 'pp. 4-9']
    """
    if not work.locator:
        return ""
    number = _DASHES.join(map(re.escape, re.split(_DASHES, work.locator)))
    if found := re.search(rf"(?:[第제]\s?)?{number}\s?(?:{_UNITS})", work.printed):
        return found[0]
    one, several = WESTERN.get(work.label, ("", ""))
    return f"{several if _SEVERAL.search(work.locator) else one} {work.locator}".strip()
