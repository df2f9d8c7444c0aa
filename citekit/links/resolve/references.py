"""What a page says of itself as a reference, and what a citation says compared with it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from citekit.links.hosts import Institution
from citekit.links.pages import PageFacts
from citekit.links.verdict.likeness import coverage, terms
from citekit.model import Date, Link, Name, Pages, Reference

PERIODICALS = ("article-newspaper", "article-magazine", "post-weblog")


def reference_of(link: Link, facts: PageFacts, behind: Institution | None) -> Reference:
    """The reference of a page: what it says of itself, the institution behind its host as the publisher, and the day of
    access, today if the citation tells none.

    >>> page = PageFacts(kind="pdf", title="首脳声明", language="ja", date=Date(parts=((2023, 8, 18),)))
    >>> host = Institution(name="外務省", english="Ministry of Foreign Affairs of Japan", languages=("ja", "en"))
    >>> made = reference_of(Link(url="https://www.mofa.go.jp/a.pdf"), page, host)
    >>> made.title, made.publisher, made.issued.parts, made.type
    ('首脳声明', '外務省', ((2023, 8, 18),), 'webpage')
    """
    kind = facts.type or ("article-journal" if facts.container else "webpage")
    publisher = institution_of(facts, behind)
    container = facts.container
    if kind in PERIODICALS and not container:
        container, publisher = facts.site or publisher, ""
    elif facts.container:
        publisher = facts.publisher
    pages = Pages(ranges=((facts.first_page, facts.last_page or facts.first_page),)) if facts.first_page else None
    return Reference(
        type=kind,
        title=facts.title or facts.heading,
        author=tuple(name for name in facts.authors if name != Name(literal=publisher, institution=True)),
        container_title=container,
        publisher=publisher,
        issued=facts.date,
        accessed=link.accessed or today(),
        language=facts.language,
        volume=facts.volume,
        issue=facts.issue,
        page=pages,
        DOI=facts.doi,
        ISBN=facts.isbn,
        ISSN=facts.issn,
        URL="" if facts.doi and facts.container else link.url,
    )


def institution_of(facts: PageFacts, behind: Institution | None) -> str:
    """Who publishes a page: the institution behind its host, in the page's language; else whom the page names."""
    return behind.named(facts.language) if behind else facts.institution or facts.publisher or facts.site


def completed(reference: Reference, link: Link) -> Reference:
    """A service's record with the day of access that the citation tells."""
    return replace(reference, accessed=reference.accessed or link.accessed)


def agreement(cited: str, *shown: str) -> float | None:
    """How much of a cited title a page's own titles hold, or the other way round, from 0 to 1; None where one of them
    says nothing.

    >>> agreement("The Spirit of the Harbour", "Spirit of the harbour, The"), agreement("港湾の精神", "漁業統計")
    (1.0, 0.0)
    >>> agreement("", "Tides") is None
    True
    """
    told = [title for title in shown if terms(title)]
    if not terms(cited) or not told:
        return None
    return max(max(coverage(cited, title), coverage(title, cited)) for title in told)


def today() -> Date:
    """The day in UTC."""
    now = datetime.now(UTC)
    return Date(parts=((now.year, now.month, now.day),))
