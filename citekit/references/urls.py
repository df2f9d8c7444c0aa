"""Addresses and DOIs as Zotero and BibLaTeX expect them: the URL whole, the DOI bare."""

from __future__ import annotations

import re

DOI = re.compile(r"^(?:(?:https?://)?(?:dx\.)?doi\.org/|doi\s?[:：]?\s?)?(10\.\d{4,9}/\S+)$", re.IGNORECASE)


def clean_url(raw: str) -> str:
    """A printed address as one that can be followed: no white space, a scheme if it is missing (RFC 3986).

    >>> clean_url("www.echr.coe.int/NR/a.pdf"), clean_url("")
    ('http://www.echr.coe.int/NR/a.pdf', '')
    """
    url = re.sub(r"\s+", "", raw).strip("<>")
    return f"http://{url}" if url and not re.match(r"[a-zA-Z][a-zA-Z0-9+.-]*://", url) else url


def clean_doi(raw: str) -> str:
    """The bare DOI (10.1000/182) of a printed one, with or without resolver; empty if it is none (ISO 26324).

    >>> clean_doi("https://doi.org/10.1000/182."), clean_doi("https://www.mofa.go.jp/")
    ('10.1000/182', '')
    """
    match = DOI.match(re.sub(r"\s+", "", raw).rstrip(".,;。，"))
    return match[1] if match else ""
