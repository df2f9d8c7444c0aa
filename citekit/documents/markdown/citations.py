"""pandoc's citations: [@key, p. 15; see -@other] and @key (pandoc's manual, "Citation syntax")."""

from __future__ import annotations

import re

_KEY = re.compile(r"(?:(?<=[\s;(\[—–])|^)-?@(?:\{([^{}\s]{1,200})\}|(\w(?:\w|[:.#$%&+?<>~/-](?=\w)){0,200}))")
_CROSS_REFERENCE = re.compile(r"(?:fig|tbl|sec|eq|lst|thm|lem|cor|prp|cnj|def|exm|exr|sol|rem|nte|tip|wrn|imp|cau)[-:]")
"""Quarto's and pandoc-crossref's references to figures and tables of the article itself."""


def keys(text: str) -> list[str]:
    """The keys of the works that a citation names, in order.

    >>> keys("see @quill1999, p. 15; -@{marsh:2001}"), keys("a@b.org"), keys("@fig-map")
    (['quill1999', 'marsh:2001'], [], [])
    """
    found = (match[1] or match[2] for match in _KEY.finditer(text))
    return [key for key in found if not _CROSS_REFERENCE.match(key)]


def is_citation(text: str) -> bool:
    """Whether the text between a pair of brackets is a citation.

    >>> is_citation("see @quill1999, p. 15"), is_citation("mail to a@b.org")
    (True, False)
    """
    return "@" in text and bool(keys(text))
