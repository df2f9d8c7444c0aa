"""Zotero's item types: which of them a work becomes, and what they call its fields.

The facts are those of Zotero's schema (https://api.zotero.org/schema). A field that an item type lacks, or may lack in
an older version, is written into `extra` as `variable: value`, which Zotero reads back as CSL's variable.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Kind:
    """An item type: the CSL type that it stands for, the fields of `Reference` with Zotero's names, what it calls an
    author, and the other roles that it knows."""

    item: str
    csl: str
    fields: Mapping[str, str]
    author: str = "author"
    roles: frozenset[str] = frozenset()


def _kind(item: str, csl: str, fields: str, author: str = "author", roles: str = "", title: str = "title") -> Kind:
    """A row: its fields as `reference_name=zoteroName`, or one word where both names are the same."""
    pairs = (word.partition("=") for word in fields.split())
    names = {name: other or name for name, _, other in pairs}
    whole = {"title": title, "issued": "date"} | COMMON | names
    return Kind(item=item, csl=csl, fields=whole, author=author, roles=frozenset(roles.split()))


COMMON = {"abstract": "abstractNote", "language": "language", "URL": "url", "accessed": "accessDate"}
_ARCHIVE = " archive archive_location=archiveLocation"
_BOOK = "edition collection_title=series collection_number=seriesNumber volume publisher publisher_place=place ISBN"
_PART = f"{_BOOK} page=pages{_ARCHIVE} container_title="
_EDITED = "editor translator"

KINDS: tuple[Kind, ...] = (
    _kind(
        "journalArticle",
        "article-journal",
        f"container_title=publicationTitle volume issue page=pages collection_title=series DOI ISSN{_ARCHIVE}",
        roles=_EDITED,
    ),
    _kind(
        "magazineArticle",
        "article-magazine",
        f"container_title=publicationTitle volume issue page=pages ISSN{_ARCHIVE}",
        roles="translator",
    ),
    _kind(
        "newspaperArticle",
        "article-newspaper",
        f"container_title=publicationTitle publisher_place=place edition page=pages ISSN{_ARCHIVE}",
        roles="translator",
    ),
    _kind("book", "book", _BOOK + _ARCHIVE, roles=_EDITED),
    _kind("bookSection", "chapter", _PART + "bookTitle", roles=_EDITED),
    _kind("encyclopediaArticle", "entry-encyclopedia", _PART + "encyclopediaTitle", roles=_EDITED),
    _kind("dictionaryEntry", "entry-dictionary", _PART + "dictionaryTitle", roles=_EDITED),
    _kind(
        "conferencePaper",
        "paper-conference",
        "container_title=proceedingsTitle event_title=conferenceName publisher_place=place publisher volume page=pages "
        f"collection_title=series DOI ISBN{_ARCHIVE}",
        roles=_EDITED,
    ),
    _kind("thesis", "thesis", f"genre=thesisType publisher=university publisher_place=place{_ARCHIVE}"),
    _kind(
        "report",
        "report",
        "number=reportNumber genre=reportType collection_title=seriesTitle publisher=institution "
        f"publisher_place=place page=pages{_ARCHIVE}",
        roles="translator",
    ),
    _kind("webpage", "webpage", "container_title=websiteTitle genre=websiteType", roles="translator"),
    _kind("blogPost", "post-weblog", "container_title=blogTitle genre=websiteType"),
    _kind("forumPost", "post", "container_title=forumTitle genre=postType"),
    _kind(
        "preprint",
        "article",
        f"genre number=archiveID publisher=repository publisher_place=place DOI{_ARCHIVE}",
        roles=_EDITED,
    ),
    _kind(
        "dataset",
        "dataset",
        f"number=identifier genre=type publisher=repository publisher_place=repositoryLocation DOI{_ARCHIVE}",
    ),
    _kind("standard", "standard", f"number genre=type publisher publisher_place=place DOI{_ARCHIVE}"),
    _kind("manuscript", "manuscript", f"genre=manuscriptType publisher_place=place{_ARCHIVE}", roles="translator"),
    _kind("letter", "personal_communication", f"genre=letterType{_ARCHIVE}"),
    _kind("interview", "interview", _ARCHIVE.strip(), author="interviewee", roles="translator"),
    _kind("presentation", "speech", "genre=presentationType event_title=meetingName", author="presenter"),
    _kind("case", "legal_case", "number=docketNumber container_title=reporter issued=dateDecided", title="caseName"),
    _kind(
        "statute",
        "legislation",
        "number=publicLawNumber container_title=code page=pages issued=dateEnacted",
        title="nameOfAct",
    ),
    _kind("bill", "bill", "number=billNumber container_title=code page=codePages", author="sponsor"),
    _kind("hearing", "hearing", "number=documentNumber publisher page=pages", author="contributor"),
    _kind("patent", "patent", "number=patentNumber issued=issueDate", author="inventor"),
    _kind(
        "map",
        "map",
        f"genre=mapType collection_title=seriesTitle edition publisher_place=place publisher ISBN{_ARCHIVE}",
        author="cartographer",
    ),
    _kind("artwork", "graphic", _ARCHIVE.strip(), author="artist"),
    _kind("film", "motion_picture", f"genre publisher=distributor{_ARCHIVE}", author="director"),
    _kind(
        "audioRecording",
        "song",
        f"collection_title=seriesTitle volume publisher=label publisher_place=place ISBN{_ARCHIVE}",
        author="performer",
    ),
    _kind(
        "tvBroadcast",
        "broadcast",
        f"container_title=programTitle number=episodeNumber publisher=network publisher_place=place{_ARCHIVE}",
        author="director",
    ),
    _kind(
        "computerProgram",
        "software",
        f"collection_title=seriesTitle publisher=company publisher_place=place ISBN{_ARCHIVE}",
        author="programmer",
    ),
    _kind("document", "document", f"publisher{_ARCHIVE}", roles=_EDITED),
)

STAND_INS: Mapping[str, str] = {
    "classic": "book",
    "collection": "manuscript",
    "entry": "encyclopediaArticle",
    "figure": "artwork",
    "musical_score": "book",
    "pamphlet": "book",
    "periodical": "book",
    "regulation": "statute",
    "review": "journalArticle",
    "review-book": "journalArticle",
    "treaty": "statute",
}
"""The item type that comes nearest to a CSL type that Zotero has none for; `type` in `extra` says which it is."""

ALSO: Mapping[str, str] = {
    "radioBroadcast": "broadcast",
    "podcast": "song",
    "videoRecording": "motion_picture",
    "email": "personal_communication",
    "instantMessage": "personal_communication",
}
"""Item types that are read and never written."""

READ: Mapping[str, tuple[str, ...]] = {
    field: tuple(dict.fromkeys(kind.fields[field] for kind in KINDS if field in kind.fields))
    for field in dict.fromkeys(name for kind in KINDS for name in kind.fields)
} | {
    "title": ("title", "caseName", "nameOfAct", "subject"),
    "issued": ("date", "dateDecided", "dateEnacted", "issueDate"),
}
"""Where a field is read from, whatever the item type: the first of Zotero's names that says something."""
READ_AUTHORS = frozenset(kind.author for kind in KINDS) - {"contributor"}

_BY_CSL = {kind.csl: kind for kind in KINDS}
_BY_ITEM = {kind.item: kind for kind in KINDS}


def kind_of(csl_type: str) -> Kind:
    """The item type that a work of a CSL type becomes; a document if there is no better one.

    >>> kind_of("chapter").item, kind_of("treaty").item, kind_of("performance").item
    ('bookSection', 'statute', 'document')
    """
    return _BY_CSL.get(csl_type) or _BY_ITEM[STAND_INS.get(csl_type, "document")]


def csl_type(item_type: str) -> str:
    """The CSL type of an item type; empty for what is no work (notes, attachments).

    >>> csl_type("newspaperArticle"), csl_type("email"), csl_type("attachment")
    ('article-newspaper', 'personal_communication', '')
    """
    found = _BY_ITEM.get(item_type)
    return found.csl if found else ALSO.get(item_type, "")
