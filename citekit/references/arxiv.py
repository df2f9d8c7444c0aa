"""Identifiers of arXiv (arxiv.org/help/arxiv_identifier): 2301.00001v2, and hep-th/9901001 before April 2007."""

from __future__ import annotations

import re

IDENTIFIER = r"(?:\d{4}\.\d{4,5}|[a-z-]{2,12}(?:\.[A-Z]{2})?/\d{7})(?:v\d{1,2})?(?!\d)"
_WHOLE = re.compile(
    rf"(?:https?://(?:www\.|export\.)?arxiv\.org/(?:abs|pdf)/|arxiv\s?[:：]\s?)?({IDENTIFIER})(?:\.pdf)?(?:\s?\[[\w.-]+\])?",
    re.IGNORECASE,
)
PRINTED = re.compile(rf"\barXiv\s?[:：]\s?(?P<arxiv>{IDENTIFIER})", re.IGNORECASE)


def clean_arxiv(raw: str) -> str:
    """The bare identifier of a printed one; empty if it is none.

    >>> clean_arxiv("arXiv:2301.00001v2 [cs.CL]"), clean_arxiv("https://arxiv.org/abs/hep-th/9901001"), clean_arxiv("x")
    ('2301.00001v2', 'hep-th/9901001', '')
    """
    match = _WHOLE.fullmatch(raw.strip())
    return match[1] if match else ""
