"""NBIB, the MEDLINE format of PubMed (NLM, "MEDLINE/PubMed Data Element Descriptions")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.library.bibdates import read_pages
from citekit.model import Message, Name, Reference, Result
from citekit.references.dates import parse_date
from citekit.references.names import parse_name

LINE = re.compile(r"^([A-Z]{2,4}) {0,2}- ?(.*)$")
LANGUAGES = {
    **{"chi": "zh", "jpn": "ja", "kor": "ko", "eng": "en", "ger": "de", "fre": "fr", "rus": "ru"},
    **{"spa": "es", "ita": "it", "por": "pt", "dut": "nl", "pol": "pl", "tur": "tr", "ukr": "uk"},
}
"""The codes of NLM (ISO 639-2/B)."""


def read(text: str) -> Result[tuple[Reference, ...]]:
    """The records of a file from PubMed in order. Never raises; a file without records gives a message.

    >>> read("PMID- 1\\nTI  - Tides and\\n      ports.\\nFAU - Quill, Ada\\nDP  - 2001 Mar 5\\n").value[0].title
    'Tides and ports'
    """
    references = tuple(map(_reference, _records(text)))
    messages = () if references else (Message(text="no record of PubMed found: each begins with PMID-"),)
    return Result(value=references, messages=messages)


def _records(text: str) -> Iterator[dict[str, list[str]]]:
    record: dict[str, list[str]] = {}
    last = ""
    for line in text.lstrip("\ufeff").splitlines():
        match = LINE.match(line)
        if match and match[1] == "PMID" and record:
            yield record
            record = {}
        if match:
            last = match[1]
            record.setdefault(last, []).append(match[2].strip())
        elif line.strip() and record:
            record[last][-1] += " " + line.strip()
    if "PMID" in record or "TI" in record:
        yield record


def _reference(record: dict[str, list[str]]) -> Reference:
    def first(tag: str) -> str:
        return next(iter(record.get(tag, ())), "")

    names = record.get("FAU") or record.get("AU", [])
    doi = next((value.split()[0] for value in (*record.get("LID", ()), *record.get("AID", ())) if "[doi]" in value), "")
    book = bool(first("BTI"))
    return Reference(
        type="book" if book and not first("TI") else "chapter" if book else "article-journal",
        language=LANGUAGES.get(first("LA"), ""),
        author=(*map(_name, names), *(Name(literal=name, institution=True) for name in record.get("CN", ()))),
        editor=tuple(map(_name, record.get("FED", ()))),
        title=(first("TI") or first("BTI")).rstrip(".").strip("[]"),
        container_title=first("BTI") if book and first("TI") else first("JT") or first("TA"),
        publisher=first("PB"),
        publisher_place=first("PL") if book else "",
        volume=first("VI"),
        issue=first("IP"),
        page=read_pages(_whole(first("PG"))),
        issued=parse_date(first("DP")) if first("DP") else None,
        DOI=doi,
        ISSN=first("IS").split(" ")[0],
        ISBN=first("ISBN").split(" ")[0],
        abstract=first("AB"),
        keyword=", ".join(record.get("OT", ())),
    )


def _name(text: str) -> Name:
    family, comma, given = (part.strip() for part in text.partition(","))
    if comma:
        return Name(family=family, given=given)
    initials = re.fullmatch(r"(.+) ([A-Z]{1,3})", text)  # Quill AB
    return Name(family=initials[1], given=initials[2]) if initials else parse_name(text)


def _whole(pages: str) -> str:
    """461-95 in full: 461-495."""
    match = re.fullmatch(r"(\d+)-(\d+)", pages)
    if match and len(match[2]) < len(match[1]):
        return f"{match[1]}-{match[1][: -len(match[2])]}{match[2]}"
    return pages
