"""RIS records, as EndNote, Zotero, CNKI, CiNii, JSTOR and publishers' sites write them.

Tags after the RIS specification of Research Information Systems (2001) and its revision of 2011; both generations of
tags are known (T1 and TI, A1 and AU, Y1 and PY), and lines that go on without a tag.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from citekit.library.bibdates import read_pages
from citekit.library.langids import tag
from citekit.model import Date, Message, Name, Reference, Result
from citekit.references.dates import parse_date
from citekit.references.names import parse_name
from citekit.references.urls import clean_doi

# CSL types by RIS type; what writes several CSL types as one comes back as the first of them.
TYPES = {
    "ABST": "article-journal",
    "BILL": "bill",
    "BLOG": "post-weblog",
    "BOOK": "book",
    "CASE": "legal_case",
    "CHAP": "chapter",
    "CLSWK": "classic",
    "COMP": "software",
    "CONF": "book",
    "CPAPER": "paper-conference",
    "DATA": "dataset",
    "DICT": "entry-dictionary",
    "EBOOK": "book",
    "ECHAP": "chapter",
    "EDBOOK": "book",
    "EJOUR": "article-journal",
    "ELEC": "webpage",
    "ENCYC": "entry-encyclopedia",
    "GOVDOC": "report",
    "INPR": "article-journal",
    "JFULL": "periodical",
    "JOUR": "article-journal",
    "MAP": "map",
    "MGZN": "article-magazine",
    "MPCT": "motion_picture",
    "NEWS": "article-newspaper",
    "PAT": "patent",
    "PCOMM": "personal_communication",
    "RPRT": "report",
    "SER": "book",
    "STAND": "standard",
    "STAT": "legislation",
    "THES": "thesis",
    "UNPB": "manuscript",
}
# The fields and the tags that may hold them, the best first.
TEXTS: Mapping[str, tuple[str, ...]] = {
    "title": ("TI", "T1", "CT", "BT"),
    "collection_title": ("T3",),
    "publisher": ("PB",),
    "publisher_place": ("CY", "PP"),
    "edition": ("ET",),
    "genre": ("M3",),
    "volume": ("VL",),
    "abstract": ("AB", "N2"),
}
CONTAINERS = ("T2", "JO", "JF", "JA", "J2", "BT")
ROLES: Mapping[str, tuple[str, ...]] = {"author": ("AU", "A1"), "editor": ("ED", "A2"), "translator": ("A4",)}
SERIAL = ("article-journal", "article-magazine", "article-newspaper")
LINE = re.compile(r"^([A-Z][A-Z0-9])  -(?: (.*))?$")

Record = dict[str, list[str]]


def read(text: str) -> Result[tuple[Reference, ...]]:
    """The records of a RIS file in order. Never raises: lines outside of records are told and left out.

    >>> read("TY  - JOUR\\nAU  - Quill, Ada\\nTI  - Cables\\nJO  - Ports\\nER  - \\n").value[0].container_title
    'Ports'
    """
    references: list[Reference] = []
    messages: list[Message] = []
    for line, record in _records(text):
        if not record.get("TY"):
            messages.append(Message(text=f"line {line}: no RIS record begins here (TY is missing); it is left out"))
        else:
            references.append(_reference(record))
    return Result(value=tuple(references), messages=tuple(messages))


def _records(text: str) -> Iterator[tuple[int, Record]]:
    """Each record with the line on which it begins."""
    record: Record = {}
    begins, last = 0, ""
    for number, line in enumerate(text.lstrip("\ufeff").splitlines(), 1):
        match = LINE.match(line.rstrip())
        if match and (match[1] == "ER" or (match[1] == "TY" and record)):
            yield begins, record
            record, last = {}, ""
        if match and match[1] != "ER":
            begins = begins if record else number
            last = match[1]
            record.setdefault(last, []).append((match[2] or "").strip())
        elif not match and line.strip():
            begins = begins if record else number
            record.setdefault(last, [""])[-1] += " " + line.strip()  # a value that goes on
    if record:
        yield begins, record


def _reference(record: Record) -> Reference:
    kind = TYPES.get(record["TY"][0].strip(), "document")
    number, doi = _first(record, ("IS", "M1", "C1")), _first(record, ("DO",))
    texts = {name: _first(record, tags) for name, tags in TEXTS.items()}
    pages = "--".join(filter(None, (_first(record, ("SP",)), _first(record, ("EP",)))))
    container = _first(record, CONTAINERS)
    return Reference(
        key=_first(record, ("ID",)) if re.fullmatch(r"\S+", _first(record, ("ID",))) else "",
        type=kind,
        language=tag(_first(record, ("LA",))),
        author=_people(record, "author"),
        editor=_people(record, "editor"),
        translator=_people(record, "translator"),
        **texts,
        container_title=container if container != texts["title"] else "",
        issue=number if kind in SERIAL else "",
        number="" if kind in SERIAL else number,
        page=read_pages(pages),
        issued=_date(_first(record, ("DA",)), _first(record, ("PY", "Y1"))),
        accessed=_date(_first(record, ("Y2",)), ""),
        DOI=clean_doi(doi) or doi,
        URL=_first(record, ("UR", "L2")),
        ISBN="" if _is_issn(_first(record, ("SN",)), kind) else _first(record, ("SN",)),
        ISSN=_first(record, ("SN",)) if _is_issn(_first(record, ("SN",)), kind) else "",
        keyword=", ".join(filter(None, record.get("KW", []))),
        note="; ".join(filter(None, record.get("N1", []))),
    )


def _is_issn(number: str, kind: str) -> bool:
    """SN is an ISSN of a journal or if it looks so, an ISBN otherwise."""
    return kind in SERIAL or bool(re.fullmatch(r"\d{4}-?\d{3}[\dXx]", number.strip()))


def _first(record: Record, tags: tuple[str, ...]) -> str:
    return next((value for name in tags for value in record.get(name, ()) if value), "")


def _people(record: Record, role: str) -> tuple[Name, ...]:
    return tuple(_name(name) for tag_ in ROLES[role] for name in record.get(tag_, ()) if name)


def _name(text: str) -> Name:
    family, comma, rest = (part.strip() for part in text.partition(","))
    if not comma:
        return parse_name(text)
    given, _, suffix = (part.strip() for part in rest.partition(","))
    return Name(family=family, given=given, suffix=suffix) if given else Name(literal=family)


def _date(full: str, year: str) -> Date | None:
    """YYYY/MM/DD/other, as deep as it is filled."""
    for text in (full, year):
        numbers = re.match(r"(\d{4})(?:[/-](\d{1,2}))?(?:[/-](\d{1,2}))?(?:/|$|\s|-)", text + " ")
        if numbers:
            return Date(parts=(tuple(int(part) for part in numbers.groups() if part),))
    text = (year or full).strip("/ ")
    return parse_date(text) if text else None
