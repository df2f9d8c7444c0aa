r"""Addresses as TeX users write them: what keeps TeX from reading them, undone.

`url` is a verbatim field (biblatex manual, 2.2.2), and `\url` reads its argument verbatim; yet many files hold escapes.
"""

from __future__ import annotations

import re

from citekit.model import Passage

# What stands for one character, and the character. Braces round it go with it.
_SIGNS: tuple[tuple[str, str], ...] = (
    (r"\\textasciitilde(?:\{\}|(?![A-Za-z])\s?)|\\~(?:\{\s?\})?|\$\s?\\sim\s?\$", "~"),
    (r"\\textunderscore(?:\{\}|(?![A-Za-z])\s?)|\\string_", "_"),
    (r"\\textasciicircum(?:\{\}|(?![A-Za-z])\s?)|\\\^\{\}", "^"),
    (r"\\slash(?:\{\}|(?![A-Za-z])\s?)", "/"),
    (
        r"\\(?:allowbreak|linebreak|break|urlbreak)(?:\{\}|(?![A-Za-z])\s?)|\\penalty\s?\d{1,5}\s?|\\[-/]",
        "",
    ),  # may break
)
_ESCAPED = re.compile(
    "|".join(f"(?P<s{at}>{{(?:{pattern})}}|{pattern})" for at, (pattern, _) in enumerate(_SIGNS))
    + r"|\{\\(?P<grouped>[_%&#$])\}|\\(?P<char>[_%&#$])"
)


def plain_address(passage: Passage) -> Passage:
    r"""An address, or a text with addresses, without TeX's escapes; every character keeps its place.

    >>> print(plain_address(Passage.of(r"https://a.jp/{\textasciitilde}b\_c\%20d{\&}e")).text)
    https://a.jp/~b_c%20d&e
    """
    return passage.sub(_ESCAPED, _sign) if "\\" in passage.text else passage


def _sign(match: re.Match[str]) -> str:
    if char := match["grouped"] or match["char"]:
        return char
    return next(sign for at, (_, sign) in enumerate(_SIGNS) if match[f"s{at}"] is not None)
