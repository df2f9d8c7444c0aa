"""The meta elements of a page: Highwire's citation_*, Dublin Core, PRISM, OpenGraph, and what governments use."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from citekit.links.pages.dates import declared
from citekit.links.pages.facts import PageFacts
from citekit.model import Name
from citekit.references.names import parse_name
from citekit.references.urls import clean_doi

Metas = Mapping[str, Sequence[str]]
"""The contents of the meta elements by name or property, in lower case, in order."""

# For each vocabulary, the best first: fact -> names of meta elements, the best first.
VOCABULARIES: tuple[tuple[str, Mapping[str, tuple[str, ...]]], ...] = (
    (
        "Highwire, as Google Scholar asks for it",
        {
            "title": ("citation_title",),
            "authors": ("citation_author", "citation_authors"),
            "date": (
                *("citation_publication_date", "citation_cover_date", "citation_online_date"),
                *("citation_date", "citation_year"),
            ),
            "container": ("citation_journal_title", "citation_inbook_title", "citation_conference_title"),
            "institution": ("citation_technical_report_institution", "citation_dissertation_institution"),
            "publisher": ("citation_publisher",),
            "language": ("citation_language",),
            "volume": ("citation_volume",),
            "issue": ("citation_issue",),
            "first_page": ("citation_firstpage",),
            "last_page": ("citation_lastpage",),
            "doi": ("citation_doi",),
            "isbn": ("citation_isbn",),
            "issn": ("citation_issn",),
        },
    ),
    (
        "bepress",
        {
            "title": ("bepress_citation_title",),
            "authors": ("bepress_citation_author",),
            "date": ("bepress_citation_date", "bepress_citation_online_date"),
            "container": ("bepress_citation_journal_title",),
            "doi": ("bepress_citation_doi",),
        },
    ),
    (
        "PRISM 3.0",
        {
            "container": ("prism.publicationname",),
            "date": ("prism.publicationdate", "prism.coverdate"),
            "volume": ("prism.volume",),
            "issue": ("prism.number",),
            "first_page": ("prism.startingpage",),
            "last_page": ("prism.endingpage",),
            "doi": ("prism.doi",),
            "issn": ("prism.issn", "prism.eissn"),
        },
    ),
    (
        "Dublin Core (RFC 5013) and DCMI terms",
        {
            "title": ("dc.title", "dcterms.title"),
            "authors": ("dc.creator", "dcterms.creator", "dc.contributor"),
            "date": (
                "dcterms.issued",
                "dc.date.issued",
                "dcterms.date",
                "dc.date",
                "dcterms.created",
                "dc.date.created",
            ),
            "institution": ("dc.publisher", "dcterms.publisher"),
            "language": ("dc.language", "dcterms.language"),
            "doi": ("dc.identifier.doi", "dc.identifier", "dcterms.identifier"),
        },
    ),
    (
        "the standard for Chinese government sites (网站建设规范, 2017)",
        {
            "title": ("articletitle",),
            "date": ("pubdate",),
            "authors": ("author",),
            "institution": ("contentsource",),
            "site": ("sitename",),
        },
    ),
    (
        "OpenGraph (ogp.me)",
        {
            "title": ("og:title", "twitter:title"),
            "site": ("og:site_name", "application-name"),
            "date": ("article:published_time", "og:article:published_time", "og:published_time"),
            "language": ("og:locale",),
        },
    ),
    (
        "without a vocabulary",
        {
            "date": (
                *("publishdate", "publish-date", "publish_date", "datepublished", "date", "parsely-pub-date"),
                *("sailthru.date", "issued", "created"),
            ),
            "authors": ("authors", "parsely-author", "sailthru.author"),
            "language": ("content-language", "language"),
            "institution": ("copyright-holder", "organization"),
        },
    ),
)
_ADDRESS = re.compile(r"https?://|^@|\S@\S")
_NOBODY = re.compile(
    r"(?:web ?master|admin(?:istrator)?|editor|unknown|null|none|staff|root|user|作者|本站|管理员|编辑)\d*", re.I
)


def from_meta(metas: Metas) -> list[PageFacts]:
    """What the meta elements say, a statement for each vocabulary, the best first.

    >>> found = from_meta({"citation_title": ["Tides"], "dc.date": ["2019-05-03"], "citation_author": ["Quill, Anna"]})
    >>> [(one.title, one.authors[0].family if one.authors else "", one.date and one.date.parts) for one in found]
    [('Tides', 'Quill', None), ('', '', ((2019, 5, 3),))]
    """
    found = [_statement(metas, names) for _, names in VOCABULARIES]
    return [one for one in found if one != PageFacts()]


def _statement(metas: Metas, names: Mapping[str, tuple[str, ...]]) -> PageFacts:
    texts = {fact: _first(metas, keys) for fact, keys in names.items() if fact not in ("authors", "date", "doi")}
    dates = (declared(text) for key in names.get("date", ()) for text in metas.get(key, ()))
    dois = (clean_doi(_bare(text)) for key in names.get("doi", ()) for text in metas.get(key, ()))
    authors = next((people for key in names.get("authors", ()) if (people := persons(metas.get(key, ())))), ())
    found = PageFacts(
        authors=authors, date=next((date for date in dates if date), None), doi=next((doi for doi in dois if doi), "")
    )
    texts = {fact: language_tag(text) if fact == "language" else text for fact, text in texts.items()}
    return replace(found, **texts)  # type: ignore[arg-type]  # these facts are texts


def _bare(text: str) -> str:
    return re.sub(r"^(?:info:doi/|urn:doi:)", "", text.strip(), flags=re.IGNORECASE)


def _first(metas: Metas, keys: Iterable[str]) -> str:
    return next((told for key in keys for text in metas.get(key, ()) if (told := " ".join(text.split()))), "")


def persons(texts: Iterable[str]) -> tuple[Name, ...]:
    """The names in these texts; addresses and names of roles (webmaster) are none.

    >>> [name.family or name.literal for name in persons(["Quill, Anna; Marsh, Tom", "外務省", "https://a.jp/u/1"])]
    ['Quill', 'Marsh', '外務省']
    """
    pieces = (piece.strip() for text in texts for piece in re.split(r"[;；]", text))
    named = (piece for piece in pieces if piece and not _ADDRESS.search(piece) and not _NOBODY.fullmatch(piece))
    return tuple(dict.fromkeys(parse_name(piece) for piece in named))


def language_tag(text: str) -> str:
    """A language tag (BCP 47) out of what pages write: ja_JP, JPN, Japanese; empty for anything else.

    >>> language_tag("ja_JP"), language_tag("zh-Hans-CN"), language_tag("eng"), language_tag("x")
    ('ja', 'zh-CN', 'en', '')
    """
    parts = text.strip().replace("_", "-").split("-")
    first = _LONG.get(parts[0].lower(), parts[0].lower())
    if not re.fullmatch("[a-z]{2}", first):
        return ""
    if first != "zh":
        return first
    rest = {part.upper() for part in parts[1:]}
    return "zh-TW" if rest & {"TW", "HK", "MO", "HANT"} else "zh-CN"


_LONG = {
    **{
        "eng": "en",
        "english": "en",
        "jpn": "ja",
        "japanese": "ja",
        "jp": "ja",
        "zho": "zh",
        "chi": "zh",
        "chinese": "zh",
    },
    **{"cn": "zh", "kor": "ko", "korean": "ko", "kr": "ko", "rus": "ru", "russian": "ru", "deu": "de", "ger": "de"},
    **{"german": "de", "fra": "fr", "fre": "fr", "french": "fr", "spa": "es", "spanish": "es", "ita": "it"},
}
"""ISO 639-2 codes, English names, and codes of countries that pages write for those of languages."""
