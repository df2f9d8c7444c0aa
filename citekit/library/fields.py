"""The fields of an entry, of whatever hand, as a reference: what `merge` and the other writers need.

Reading is lenient and never raises: both dialects' names are known, an unknown field is skipped (its text stays in
the file).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from citekit.library.bibdates import read_date, read_pages
from citekit.library.bibnames import read_names
from citekit.library.entry import PLAIN_GENRES, bare_doi
from citekit.library.entrytypes import csl_type
from citekit.library.langids import tag
from citekit.library.tex import clean, unescape
from citekit.model import Date, Reference

# CSL's field and the names under which it may stand, the best first.
TEXTS: Mapping[str, tuple[str, ...]] = {
    "title": ("title",),
    "container_title": ("journaltitle", "journal", "booktitle", "maintitle", "titleaddon"),
    "collection_title": ("series",),
    "publisher": ("publisher", "organization", "institution", "school", "howpublished"),
    "publisher_place": ("address", "location"),
    "event_title": ("eventtitle",),
    "edition": ("edition",),
    "archive": ("library",),
    "genre": ("type",),
    "volume": ("volume", "part"),
    "ISBN": ("isbn",),
    "ISSN": ("issn",),
    "abstract": ("abstract",),
    "keyword": ("keywords", "keyword"),
    "note": ("note",),
}

# The same by the name that stands in the entry: CSL's field, and how good the name is for it (0 the best).
_PLACES = {name: (field, rank) for field, names in TEXTS.items() for rank, name in enumerate(names)}

KNOWN = frozenset(
    name
    for names in (
        *TEXTS.values(),
        ("author", "editor", "translator", "pages", "date", "year", "month", "day", "urldate", "origlanguage"),
        ("url", "doi", "subtitle", "language", "langid", "number", "issue", "entrysubtype"),
    )
    for name in names
)
"""The names of all fields that are read."""

_ARTICLES = ("article-journal", "article-magazine", "article-newspaper")
_BOOKS = ("book", "chapter")
_PIECE = re.compile(
    r"(editor|translator|edition|series|volume|number|pages|publisher|address|type|language|origlanguage|eventtitle"
    r"|issue|collection number|document number|issued|accessed): (.+)"
)
_PLAIN = frozenset(word for words in PLAIN_GENRES.values() for word in words.values())
_KEYS_OF_BIBLATEX = {"phdthesis": "PhD thesis", "mathesis": "Master's thesis", "techreport": "", "resreport": ""}


def read_entry(entry: str, key: str, fields: Mapping[str, str]) -> Reference:
    """The reference behind an entry; `fields` are lower-case names with values bare of their outer delimiters.

    >>> read_entry("article", "k", {"title": "{Cable Politics}", "journal": "Harbor", "number": "3"}).issue
    '3'
    """
    fields, late = _unfold(fields)
    kind = csl_type(entry, unescape(fields.get("entrysubtype", "")))
    texts = _texts(fields)
    if subtitle := unescape(fields.get("subtitle", "")):
        texts["title"] = f"{texts.get('title', '')}: {subtitle}"
    if late or "number" in fields or "issue" in fields:
        texts |= _numbers(kind, "collection_title" in texts, fields, late)
    reference = Reference(
        key=key,
        type=kind,
        language=_language(fields),
        author=read_names(fields.get("author", "")),
        editor=read_names(fields.get("editor", "")),
        translator=read_names(fields.get("translator", "")),
        page=read_pages(fields.get("pages", "")),
        issued=read_date(*(fields.get(name, "") for name in ("date", "year", "month", "day")))
        or _literal(late, "issued"),
        accessed=read_date(fields.get("urldate", "")) or _literal(late, "accessed"),
        original_language=tag(unescape(fields.get("origlanguage", ""))),
        URL=clean(fields["url"]).strip("{}") if "url" in fields else "",
        DOI=bare_doi(fields["doi"]) if "doi" in fields else "",
        **texts,
    )
    return _without_plain_words(reference, entry)


def _unfold(fields: Mapping[str, str]) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The fields with those that stand as `field: value` at the end of `note` back in their places."""
    if "note" not in fields:
        return fields, {}
    pieces = fields["note"].split("; ")
    late: dict[str, str] = {}
    while pieces and (match := _PIECE.fullmatch(pieces[-1])):
        late[match[1]] = match[2]
        pieces.pop()
    return {**late, **fields, "note": "; ".join(pieces)}, late


def _texts(fields: Mapping[str, str]) -> dict[str, str]:
    """The texts that are there, by CSL's names, each from the best of the names under which it stands."""
    texts: dict[str, str] = {}
    ranks: dict[str, int] = {}
    for name, raw in fields.items():
        field, rank = _PLACES.get(name, ("", 0))
        if field and rank <= ranks.get(field, rank) and (text := unescape(raw)):
            texts[field], ranks[field] = text, rank
    return texts


def _language(fields: Mapping[str, str]) -> str:
    return tag(unescape(fields.get("language", ""))) or tag(unescape(fields.get("langid", "")))


def _literal(late: Mapping[str, str], name: str) -> Date | None:
    text = unescape(late.get(name, ""))
    return Date(literal=text) if text else None


def _numbers(kind: str, in_series: bool, fields: Mapping[str, str], late: Mapping[str, str]) -> dict[str, str]:
    """What `number` means goes by the type: an article's issue, a book's place in its series, else its own number."""
    number = unescape(fields.get("number", ""))
    issue = unescape(late.get("issue", "") or fields.get("issue", ""))
    collection, document = (unescape(late.get(f"{name} number", "")) for name in ("collection", "document"))
    if kind in _ARTICLES:
        issue, number = number or issue, document
    elif kind in _BOOKS and in_series:
        collection, number = collection or number, document
    return {"issue": issue, "collection_number": collection, "number": number or document}


def _without_plain_words(reference: Reference, entry: str) -> Reference:
    """Genres that only the format asked for are none."""
    if reference.type not in ("thesis", "report"):
        return reference
    genre = _KEYS_OF_BIBLATEX.get(reference.genre, "" if reference.genre in _PLAIN else reference.genre)
    if not genre and entry.lower() == "mastersthesis":
        genre = "Master's thesis"
    return replace(reference, genre=genre)
