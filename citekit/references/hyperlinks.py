"""The target of a hyperlink for a citation that prints no address itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlsplit

from citekit.model import Citation, Hint
from citekit.references.urls import clean_doi, clean_url

# Hosts whose links beside a citation lead to a search, a profile or a manager of references, and not to the work.
ELSEWHERE: tuple[tuple[str, str], ...] = (
    ("scholar.google.", "publishers set “Google Scholar” behind every entry: a search for its title"),
    ("www.google.", "a search"),
    ("books.google.com/scholar", "the same under an old address"),
    ("search.", "a search: search.crossref.org, search.ebscohost.com"),
    ("orcid.org", "the profile of an author"),
    ("www.zotero.org", "a citation that Zotero put there links to the user's library"),
    ("www.mendeley.com", "the same of Mendeley"),
    ("getfulltextresearch.", "a resolver that asks where the reader has access"),
)


def followed(citation: Citation, hints: Sequence[Hint]) -> Citation:
    """The citation with the DOI or, if none is among them, the first web address that a hyperlink over it leads to.

    A citation that prints an address, points back or has data of its own stays as it is; targets that are no web
    pages do not count.

    >>> from citekit.model import Passage, Span
    >>> cited = Citation(passage=Passage.of("Quill, Cables, 2016."))
    >>> hint = Hint(kind="link", span=Span(start=7, end=13), value="https://doi.org/10.1234/abc")
    >>> followed(cited, [hint]).item.DOI
    '10.1234/abc'
    """
    item = citation.item
    if not hints or citation.relation != "full" or citation.data or item.URL or item.DOI:
        return citation
    place = citation.passage.span()
    over = (h for h in hints if h.kind == "link" and place.start <= h.span.start < h.span.end <= place.end)
    targets = [hint.value.strip() for hint in over if leads_to_work(hint.value.strip())]
    dois = [doi for target in targets if (doi := clean_doi(target))]
    if dois:
        return replace(citation, item=replace(item, DOI=dois[0]))
    if not targets:
        return citation
    kind = "webpage" if item.type == "document" else item.type
    return replace(citation, item=replace(item, URL=clean_url(targets[0]), type=kind))


def leads_to_work(target: str) -> bool:
    """Whether a target is a web page that may be the work."""
    try:
        parts = urlsplit(target)
    except ValueError:  # https://[: brackets that hold no IPv6 address (RFC 3986, 3.2.2)
        return False
    host = parts.netloc.lower()
    return parts.scheme in ("http", "https") and "." in host and not any(host.startswith(row) for row, _ in ELSEWHERE)
