"""The styles of the CSL repository that are one with a style of the training data, or editions and variants of it."""

import re
from collections.abc import Iterable

#: style of styled_train -> how the names of its kin in the CSL repository look
KIN = {
    "apa-7": "^apa|american-psych", "apsa": "^apsa|american-political-science", "bluebook": "bluebook",
    "bologna-lettere": "bologna", "chicago-ad-17": "chicago", "chicago-notes-18": "chicago", "din-1505": "din-1505",
    "elsevier-harvard": "^elsevier", "foerster-gw": "foerster", "gost-705": "gost", "ieee": "^ieee|electrical-and-elec",
    "igaku-toshokan": "igaku", "inha-note": "inha|institut-national-d-histoire",
    "international-security": "international-security", "iso690-fr": "iso-?690", "iso690-note-es": "iso-?690",
    "nlm-vancouver": "nlm|national-library-of-medicine|vancouver", "oscola": "oscola|oxford-university-standard",
    "springer-ad": "^springer", "tpl:ja-C": "sist02", "xinli-kexue-jinzhan": "^apa|american-psych",
    "gb2005-num": "gb-?t-?7714|gb7714", "gb2015-ad": "gb-?t-?7714|gb7714", "gb2015-note": "gb-?t-?7714|gb7714",
    "gb2015-num": "gb-?t-?7714|gb7714", "gb2015-num-nourl": "gb-?t-?7714|gb7714",
}  # fmt: skip


def akin(name: str, styles: Iterable[str]) -> bool:
    """Whether the CSL style `name` (csl:oscola) is one of `styles` or akin to it.

    >>> akin("csl:oscola-no-ibid", ["ieee", "oscola"]), akin("csl:vancouver", ["ieee", "oscola"])
    (True, False)
    """
    return any(re.search(KIN[style], name.removeprefix("csl:")) for style in styles if style in KIN)
