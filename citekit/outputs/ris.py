"""RIS, as EndNote, RefWorks, Mendeley and Zotero read it.

Tags after the RIS specification of Research Information Systems (2001) and its revision of 2011 (two letters, two
blanks, a dash, a blank; `TY` first, `ER` last). Values are single lines.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from citekit.library.bibdates import leftover_date
from citekit.library.entry import bare_doi, bare_url
from citekit.library.keys import assign_keys
from citekit.library.langids import written_tag
from citekit.library.tex import clean
from citekit.model import Date, Name, Reference

TYPES = {
    "article": "JOUR",
    "article-journal": "JOUR",
    "article-magazine": "MGZN",
    "article-newspaper": "NEWS",
    "bill": "BILL",
    "book": "BOOK",
    "chapter": "CHAP",
    "classic": "CLSWK",
    "dataset": "DATA",
    "entry-dictionary": "DICT",
    "entry-encyclopedia": "ENCYC",
    "interview": "PCOMM",
    "legal_case": "CASE",
    "legislation": "STAT",
    "manuscript": "UNPB",
    "map": "MAP",
    "motion_picture": "MPCT",
    "paper-conference": "CPAPER",
    "patent": "PAT",
    "personal_communication": "PCOMM",
    "post-weblog": "BLOG",
    "report": "RPRT",
    "review": "JOUR",
    "review-book": "JOUR",
    "software": "COMP",
    "standard": "STAND",
    "thesis": "THES",
    "treaty": "STAT",
    "webpage": "ELEC",
}


def write(references: Sequence[Reference]) -> str:
    """The records, a blank line between them; a reference without a key gets one (tag `ID`).

    >>> print(write([Reference(key="q", type="webpage", title="Harbors", URL="https://a.org/b")]), end="")
    TY  - ELEC
    ID  - q
    TI  - Harbors
    UR  - https://a.org/b
    ER  -\x20
    """
    return "\n".join(_record(reference) for reference in assign_keys(references))


def _record(reference: Reference) -> str:
    lines = (f"{tag}  - {clean(value)}" for tag, value in _tags(reference) if clean(value))
    return "\n".join([f"TY  - {TYPES.get(reference.type, 'GEN')}", *lines, "ER  - "]) + "\n"


def _tags(reference: Reference) -> Iterator[tuple[str, str]]:
    yield "ID", reference.key
    yield from _names("AU", reference.author)
    # A2 is the editor of a book in EndNote, ED everywhere else.
    yield from _names("A2" if reference.type == "chapter" else "ED", reference.editor)
    yield from _names("A4", reference.translator)
    yield "TI", reference.title
    yield "T2", reference.container_title or reference.event_title
    yield "T3", reference.collection_title
    yield "PB", reference.publisher
    yield "CY", reference.publisher_place
    yield "ET", reference.edition
    yield "M3", reference.genre
    yield "VL", reference.volume
    yield "IS", reference.issue or reference.number or reference.collection_number
    yield from _dates(reference)
    if reference.page and reference.page.ranges and not reference.page.literal:
        yield "SP", reference.page.ranges[0][0]
        yield "EP", reference.page.ranges[-1][1]
    elif reference.page:
        yield "SP", reference.page.literal
    yield "DB", reference.archive
    yield "AV", reference.archive_location
    yield "DO", bare_doi(reference.DOI)
    yield "UR", bare_url(reference.URL)
    yield "SN", reference.ISBN or reference.ISSN
    yield from (("KW", word.strip()) for word in reference.keyword.split(","))
    yield "AB", reference.abstract
    yield "LA", written_tag(reference.language, reference.title + reference.container_title)
    yield "N1", reference.note
    yield "N1", leftover_date(reference.issued)


def _names(tag: str, names: Iterable[Name]) -> Iterator[tuple[str, str]]:
    for name in names:
        if name.literal:
            yield tag, name.literal
        else:
            family = f"{name.particle} {name.family}".strip()
            yield tag, ", ".join(filter(None, (family, name.given, name.suffix)))


def _dates(reference: Reference) -> Iterator[tuple[str, str]]:
    if reference.issued and reference.issued.year is not None:
        yield "PY", str(reference.issued.year)
        yield "DA", _slashed(reference.issued)
    if reference.accessed:
        yield "Y2", _slashed(reference.accessed)


def _slashed(date: Date) -> str:
    """YYYY/MM/DD/, empty parts kept, as the specification wants them."""
    if not date.parts:
        return date.literal
    parts = [f"{date.parts[0][0]:04d}", *(f"{number:02d}" for number in date.parts[0][1:3])]
    return "/".join([*parts, *[""] * (4 - len(parts))])
