"""Which entry type an item of a CSL type becomes, and back.

The types are those that BibTeX's styles, biber and Zotero all know; only *online* and *patent* are unknown to
BibTeX's four old styles, which set them as *misc*. Among the candidates the first one wins whose mandatory fields (as
`biber --validate-datamodel` has them) are there, so that no author, editor or institution has to be invented. The
last candidate of a row is the fallback.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, NamedTuple

Dialect = Literal["bibtex", "biblatex"]


class Candidate(NamedTuple):
    """An entry type and the fields that it must have."""

    entry: str
    needs: tuple[str, ...] = ()
    lacks: tuple[str, ...] = ()


_ARTICLE = (
    Candidate("article", ("author", "container")),
    Candidate("article", ("container",)),
    Candidate("online", ("url",)),
    Candidate("misc"),
)
# Without author or editor a book is what its publisher issues (yearbook, white paper, statutes): manual sorts and
# prints by organization in BibTeX, is a book in Zotero and has no mandatory author. It has no volume or translator.
_BOOK = (
    Candidate("book", ("author",)),
    Candidate("collection", ("editor",)),
    Candidate("manual", (), ("volume", "translator")),
    Candidate("book"),
)
_PART = (
    Candidate("incollection", ("author", "editor", "container")),
    Candidate("inbook", ("author", "container")),
    Candidate("incollection", ("container",)),
    *_BOOK,
)
_REPORT = (Candidate("techreport", ("author", "publisher")), Candidate("manual"))
_PAPER = (
    Candidate("inproceedings", ("author", "container")),
    Candidate("inproceedings", ("container",)),
    Candidate("unpublished", ("author",)),
    Candidate("misc"),
)
_PAGE = (Candidate("online", ("url",)), Candidate("misc"))
_DOCUMENT = (Candidate("unpublished", ("author",)), Candidate("misc"))

CANDIDATES: Mapping[str, tuple[Candidate, ...]] = {
    "article": _ARTICLE,
    "article-journal": _ARTICLE,
    "article-magazine": _ARTICLE,
    "article-newspaper": _ARTICLE,
    "review": _ARTICLE,
    "review-book": _ARTICLE,
    "book": _BOOK,
    "classic": _BOOK,
    "periodical": _BOOK,
    "chapter": _PART,
    "entry": _PART,
    "entry-dictionary": _PART,
    "entry-encyclopedia": _PART,
    "paper-conference": _PAPER,
    "speech": _PAPER,
    "thesis": (Candidate("phdthesis"),),
    "report": _REPORT,
    "standard": (Candidate("manual"),),
    "patent": (Candidate("patent", ("author", "number")), Candidate("misc")),
    "webpage": _PAGE,
    "post": _PAGE,
    "post-weblog": _PAGE,
    "dataset": _PAGE,
    "software": _PAGE,
    "manuscript": _DOCUMENT,
    "personal_communication": _DOCUMENT,
    "interview": _DOCUMENT,
}
_OTHER = (Candidate("online", ("url",)), Candidate("misc"))

# The words of a genre that make a thesis a master's thesis.
MASTER = ("硕士", "碩士", "修士", "석사", "master", "magister", "mémoire", "магистер", "m.a.", "diplom")

# What BibTeX calls one thing and biblatex another.
BIBLATEX_TYPES = {"phdthesis": "thesis", "mastersthesis": "thesis", "techreport": "report"}
BIBLATEX_FIELDS = {"journal": "journaltitle", "address": "location", "school": "institution"}

# The kind of an article, where biblatex and better-bibtex look for it.
SUBTYPES = {"article-newspaper": "newspaper", "article-magazine": "magazine", "periodical": "periodical"}

READ = {
    "article": "article-journal",
    "suppperiodical": "article-journal",
    "book": "book",
    "mvbook": "book",
    "booklet": "book",
    "manual": "book",
    "collection": "book",
    "mvcollection": "book",
    "reference": "book",
    "proceedings": "book",
    "mvproceedings": "book",
    "periodical": "periodical",
    "inbook": "chapter",
    "bookinbook": "chapter",
    "suppbook": "chapter",
    "incollection": "chapter",
    "suppcollection": "chapter",
    "inreference": "entry-encyclopedia",
    "inproceedings": "paper-conference",
    "conference": "paper-conference",
    "phdthesis": "thesis",
    "mastersthesis": "thesis",
    "thesis": "thesis",
    "techreport": "report",
    "report": "report",
    "patent": "patent",
    "online": "webpage",
    "electronic": "webpage",
    "www": "webpage",
    "webpage": "webpage",
    "unpublished": "manuscript",
    "dataset": "dataset",
    "software": "software",
    "legislation": "legislation",
    "jurisdiction": "legal_case",
    "standard": "standard",
}

# Fields that biber's data model does not have for a type: they are kept in `note` as `field: value`.
_ALWAYS = frozenset({"eventtitle"})
UNFIT: Mapping[str, frozenset[str]] = {
    "article": frozenset({"edition", "publisher", "address", "type"}) | _ALWAYS,
    "book": frozenset({"type"}) | _ALWAYS,
    "collection": frozenset({"type"}) | _ALWAYS,
    "inbook": frozenset({"type"}) | _ALWAYS,
    "incollection": frozenset({"type"}) | _ALWAYS,
    "inproceedings": frozenset({"translator", "edition", "type", "origlanguage"}),
    "manual": frozenset({"translator", "volume", "origlanguage"}) | _ALWAYS,
    "techreport": frozenset({"editor", "translator", "edition", "series", "volume", "origlanguage"}) | _ALWAYS,
    "phdthesis": frozenset({"editor", "translator", "edition", "series", "volume", "number", "origlanguage"}) | _ALWAYS,
    "misc": frozenset({"translator", "edition", "series", "volume", "number", "pages", "origlanguage"}) | _ALWAYS,
    "online": frozenset(
        {"translator", "edition", "series", "volume", "number", "address", "pages", "type", "origlanguage"}
    )
    | _ALWAYS,
    "unpublished": frozenset(
        {"editor", "translator", "edition", "series", "volume", "number", "publisher", "pages", "origlanguage"}
    ),
    "patent": frozenset(
        {"editor", "translator", "edition", "series", "volume", "publisher", "pages", "origlanguage", "language"}
    )
    | _ALWAYS,
}


def entry_type(csl_type: str, present: frozenset[str], genre: str, dialect: Dialect) -> str:
    """The entry type, in BibTeX's words, for an item that has the fields `present`.

    BibTeX's styles know no *collection*: there an edited book stays a *book*.

    >>> entry_type("chapter", frozenset({"author", "container"}), "", "bibtex")
    'inbook'
    >>> [entry_type("book", frozenset({"editor"}), "", dialect) for dialect in ("bibtex", "biblatex")]
    ['book', 'collection']
    """
    rows = CANDIDATES.get(csl_type, _OTHER)
    fits = (row for row in rows if present.issuperset(row.needs) and present.isdisjoint(row.lacks))
    entry = next(fits, rows[-1]).entry
    if entry == "collection" and dialect == "bibtex":
        return "book"
    if entry == "phdthesis" and any(word in genre.lower() for word in MASTER):
        return "mastersthesis"
    return entry


def csl_type(entry: str, subtype: str) -> str:
    """The CSL type of an entry type; *document* for an unknown one.

    >>> csl_type("article", "newspaper"), csl_type("Online", ""), csl_type("misc", "")
    ('article-newspaper', 'webpage', 'document')
    """
    if subtype:
        for kind, name in SUBTYPES.items():
            if subtype.lower() == name:
                return kind
    return READ.get(entry.lower(), "document")
