"""What a page says in JSON-LD, in schema.org's words."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping

from citekit.links.pages.dates import declared
from citekit.links.pages.facts import PageFacts
from citekit.links.pages.meta import language_tag, persons
from citekit.model import JSON, Name
from citekit.references.urls import clean_doi

# Types that tell of the document, the best first, with CSL's type.
TYPES: tuple[tuple[str, str], ...] = (
    ("ScholarlyArticle", "article-journal"),
    ("Legislation", "legislation"),
    ("Report", "report"),
    ("Thesis", "thesis"),
    ("Book", "book"),
    ("NewsArticle", "article-newspaper"),
    ("ReportageNewsArticle", "article-newspaper"),
    ("OpinionNewsArticle", "article-newspaper"),
    ("GovernmentService", "webpage"),
    ("BlogPosting", "post-weblog"),
    ("TechArticle", "article"),
    ("Article", "webpage"),
    ("Dataset", "dataset"),
    ("VideoObject", "motion_picture"),
    ("CreativeWork", "webpage"),
    ("WebPage", "webpage"),
)
DEEPEST = 6
"""Levels of objects that are looked into."""


def from_jsonld(scripts: Iterable[str]) -> list[PageFacts]:
    """A statement for each object that tells of a document, the best first; what is no JSON is passed over.

    >>> from_jsonld(['{"@type": "NewsArticle", "headline": "Tides", "datePublished": "2019-05-03"}'])[0].date.parts
    ((2019, 5, 3),)
    """
    ranks = {name: (rank, kind) for rank, (name, kind) in enumerate(TYPES)}
    found: list[tuple[int, PageFacts]] = []
    for script in scripts:
        try:
            data: JSON = json.loads(re.sub(r"^\s*(?:<!--|//<!\[CDATA\[)|(?:-->|//\]\]>)\s*$", "", script), strict=False)
        except (ValueError, RecursionError):
            continue
        for item in _objects(data, DEEPEST):
            known = [ranks[name] for name in _texts(item.get("@type")) if name in ranks]
            if known:
                rank, kind = min(known)
                found.append((rank, _statement(item, kind)))
    return [one for _, one in sorted(found, key=lambda ranked: ranked[0])]


def _objects(data: JSON, depth: int) -> Iterator[Mapping[str, JSON]]:
    if isinstance(data, list):
        for one in data:
            yield from _objects(one, depth)
    elif isinstance(data, dict) and depth:
        yield data
        for name in ("@graph", "mainEntity", "itemListElement"):
            yield from _objects(data.get(name), depth - 1)


def _statement(item: Mapping[str, JSON], kind: str) -> PageFacts:
    container = _name(item.get("isPartOf"))
    return PageFacts(
        type=kind,
        title=_name(item.get("headline")) or _name(item.get("name")),
        authors=_people(item.get("author") or item.get("creator")),
        institution=_name(item.get("publisher")) or _name(item.get("sourceOrganization")),
        container=container if kind.startswith("article") else "",
        site="" if kind.startswith("article") else container,
        date=next((day for text in _days(item) if (day := declared(text))), None),
        language=language_tag(_name(item.get("inLanguage"))),
        doi=next((doi for text in _identifiers(item) if (doi := clean_doi(text))), ""),
        isbn=_name(item.get("isbn")),
        volume=_name(item.get("volumeNumber")),
        issue=_name(item.get("issueNumber")),
        first_page=_name(item.get("pageStart")),
        last_page=_name(item.get("pageEnd")),
    )


def _days(item: Mapping[str, JSON]) -> list[str]:
    return [*_texts(item.get("datePublished")), *_texts(item.get("dateCreated"))]


def _texts(value: JSON) -> list[str]:
    values = value if isinstance(value, list) else [value]
    return [" ".join(str(one).split()) for one in values if isinstance(one, str | int) and not isinstance(one, bool)]


def _name(value: JSON) -> str:
    """A text, or the name of the thing that stands there; of several the first."""
    if isinstance(value, list):
        return next((name for one in value if (name := _name(one))), "")
    if isinstance(value, dict):
        return _name(value.get("name") or value.get("alternateName"))
    return next((text for text in _texts(value) if not text.startswith(("http:", "https:"))), "")


def _people(value: JSON) -> tuple[Name, ...]:
    people: list[Name] = []
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, dict) and "Organization" in str(one.get("@type")) and (name := _name(one)):
            people.append(Name(literal=name, institution=True))
        elif isinstance(one, dict) and one.get("familyName"):
            people.append(Name(family=_name(one.get("familyName")), given=_name(one.get("givenName"))))
        else:
            people += persons([_name(one)])
    return tuple(dict.fromkeys(people))


def _identifiers(item: Mapping[str, JSON]) -> Iterator[str]:
    for name in ("doi", "identifier", "sameAs", "@id"):
        value = item.get(name)
        for one in value if isinstance(value, list) else [value]:
            yield from _texts(one.get("value") if isinstance(one, dict) else one)
