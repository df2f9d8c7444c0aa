"""CSL-JSON items to references: what Zotero, Mendeley and others keep about a work, however loosely they write it.

The schema is csl-data.json of https://github.com/citation-style-language/schema (CSL 1.0.2); the way back is
`citekit.outputs.csljson.to_csl`.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from citekit.model import JSON, Date, Name, Pages, Reference
from citekit.references.dates import parse_date
from citekit.references.names import is_institution, parse_name
from citekit.references.pages import parse_pages
from citekit.references.urls import clean_doi

TYPES = frozenset(
    {
        *("article", "article-journal", "article-magazine", "article-newspaper", "bill", "book", "broadcast"),
        *("chapter", "classic", "collection", "dataset", "document", "entry", "entry-dictionary"),
        *("entry-encyclopedia", "event", "figure", "graphic", "hearing", "interview", "legal_case", "legislation"),
        *("manuscript", "map", "motion_picture", "musical_score", "pamphlet", "paper-conference", "patent"),
        *("performance", "periodical", "personal_communication", "post", "post-weblog", "regulation", "report"),
        *("review", "review-book", "software", "song", "speech", "standard", "thesis", "treaty", "webpage"),
    }
)
TEXTS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("title", ("title",)),
    ("container_title", ("container-title",)),
    ("collection_title", ("collection-title",)),
    ("collection_number", ("collection-number",)),
    ("publisher", ("publisher",)),
    ("publisher_place", ("publisher-place",)),
    ("event_title", ("event-title", "event")),  # CSL 1.0.1 called it event
    ("edition", ("edition",)),
    ("genre", ("genre",)),
    ("number", ("number",)),
    ("volume", ("volume",)),
    ("issue", ("issue",)),
    ("URL", ("URL",)),
    ("ISBN", ("ISBN",)),
    ("ISSN", ("ISSN",)),
    ("keyword", ("keyword",)),
    ("abstract", ("abstract",)),
    ("note", ("note",)),
)
"""Reference's text fields and the variables that they are read from, the first that says something."""
SEASONS = {"spring": 1, "summer": 2, "autumn": 3, "fall": 3, "winter": 4}
_MARKUP = re.compile(r"</?(?:i|b|sup|sub|sc|span)(?:\s[^<>]{0,80})?>")
"""Rich text in CSL-JSON (citeproc-js manual, HTML-like formatting tags)."""
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8}){0,3}")


def from_csl(item: Mapping[str, JSON]) -> Reference:
    """The reference that a CSL-JSON item is.

    Takes an item as any program writes it: numbers for strings, HTML tags in titles, dates as parts, literals or raw
    strings. A value of another shape than the schema's is left out, an unknown type is a `document`; nothing is raised.

    >>> item = {"type": "book", "title": "<i>Tides</i>", "issued": {"date-parts": [["2023", 4]]}, "volume": 3,
    ...         "author": [{"family": "Berg", "given": "Jan", "non-dropping-particle": "van der"}]}
    >>> tides = from_csl(item)
    >>> tides.title, tides.volume, tides.issued.parts, tides.author[0].particle
    ('Tides', '3', ((2023, 4),), 'van der')
    """
    texts = {field: next((text for name in names if (text := _text(item.get(name)))), "") for field, names in TEXTS}
    kind, language, doi = _text(item.get("type")), _text(item.get("language")), _text(item.get("DOI"))
    custom = item.get("custom")
    return Reference(
        key=_text(item.get("citation-key")),
        type=kind if kind in TYPES else "document",
        language=language if _TAG.fullmatch(language) else "",
        author=names_from_csl(item.get("author")),
        editor=names_from_csl(item.get("editor")),
        translator=names_from_csl(item.get("translator")),
        page=_pages(item.get("page")),
        issued=date_from_csl(item.get("issued")),
        accessed=date_from_csl(item.get("accessed")),
        original_language=_text(custom.get("original-language")) if isinstance(custom, dict) else "",
        DOI=clean_doi(doi) or doi,
        **texts,
    )


def names_from_csl(names: JSON) -> tuple[Name, ...]:
    """The names in one role; strings are read as printed names.

    >>> [name.institution for name in names_from_csl([{"literal": "外務省"}, {"family": "王", "given": "帆"}])]
    [True, False]
    """
    found = (_name(name) for name in names) if isinstance(names, list) else ()
    return tuple(name for name in found if name != Name())


def _name(name: JSON) -> Name:
    if isinstance(name, str):
        return parse_name(name)
    if not isinstance(name, dict):
        return Name()
    literal = _text(name.get("literal"))
    if literal:
        return Name(literal=literal, institution=is_institution(literal))
    particles = (_text(name.get(part)) for part in ("dropping-particle", "non-dropping-particle"))
    return Name(
        family=_text(name.get("family")),
        given=_text(name.get("given")),
        particle=" ".join(part for part in particles if part),
        suffix=_text(name.get("suffix")),
    )


def date_from_csl(date: JSON) -> Date | None:
    """A date as CSL has it; None if it says nothing.

    >>> date_from_csl({"date-parts": [[2023, 3], [2023, 4]]}).parts, date_from_csl({"raw": "March 2023"}).parts
    (((2023, 3), (2023, 4)), ((2023, 3),))
    >>> date_from_csl({"date-parts": [[None]]}) is None
    True
    """
    if isinstance(date, str):
        date = {"raw": date}
    if not isinstance(date, dict):
        return None
    listed = date.get("date-parts")
    parts = tuple(part for one in listed[:2] if (part := _parts(one))) if isinstance(listed, list) else ()
    season, literal, raw = _season(date.get("season")), _text(date.get("literal")), _text(date.get("raw"))
    if parts or season:
        return Date(parts=parts, season=season, literal=literal)
    return parse_date(literal or raw) if literal or raw else None


def _parts(date: JSON) -> tuple[int, ...]:
    """Year, month and day as far as they are numbers that can be such."""
    parts: list[int] = []
    for part, most in zip(date if isinstance(date, list) else (), (9999, 12, 31), strict=False):
        number = _number(part)
        if number is None or not (0 < number <= most or (most == 9999 and -most <= number < 0)):  # before Christ
            break
        parts.append(number)
    return tuple(parts)


def _season(season: JSON) -> int:
    number = SEASONS.get(_text(season).lower(), _number(season) or 0)
    number -= 20 if number > 20 else 0  # 21 to 24, as EDTF has them
    return number if 1 <= number <= 4 else 0


def _number(value: JSON) -> int | None:
    if isinstance(value, bool) or not isinstance(value, int | str):
        return None
    return int(value) if re.fullmatch(r"-?[0-9]{1,6}", str(value).strip()) else None


def _pages(page: JSON) -> Pages | None:
    text = _text(page)
    return parse_pages(text) if text else None


def _text(value: JSON) -> str:
    """A string without formatting; numbers as strings, everything else is none."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return " ".join(_MARKUP.sub("", str(value)).split())
