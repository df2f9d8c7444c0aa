"""Bibliographies of other programs in: one row a format in `INPUTS`."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from citekit.inputs import csljson, endnotexml, nbib, ris
from citekit.library import read_bib
from citekit.library.files import read_text
from citekit.model import CitekitError, Message, Reference, Result

Reader = Callable[[str], Result[tuple[Reference, ...]]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Input:
    """A format: its reader, the suffixes of its files, and how its files begin."""

    read: Reader
    suffixes: tuple[str, ...]
    begins: re.Pattern[str]


def _read_bib(text: str) -> Result[tuple[Reference, ...]]:
    found = read_bib(text)
    return Result(value=found.value.references, messages=found.messages)


INPUTS: Mapping[str, Input] = {
    "csljson": Input(read=csljson.read, suffixes=(".json",), begins=re.compile(r"[\[{]\s*(?:[{\]\"]|$)")),
    "endnotexml": Input(read=endnotexml.read, suffixes=(".xml",), begins=re.compile(r"<(?:\?xml|xml|records)\b")),
    "ris": Input(read=ris.read, suffixes=(".ris",), begins=re.compile(r"TY  -", re.MULTILINE)),
    "nbib": Input(read=nbib.read, suffixes=(".nbib",), begins=re.compile(r"PMID ?-")),
    "bibtex": Input(read=_read_bib, suffixes=(".bib", ".bibtex", ".biblatex"), begins=re.compile(r"@\w+\s*[{(]|%")),
}


def read_references(path: Path, form: str = "", text: str | None = None) -> Result[tuple[Reference, ...]]:
    """The references of a file of any format in `INPUTS`, told by its content, then by its suffix.

    Takes a path (or the text, if it was read already) and, if wanted, the format's name. Raises CitekitError, one line,
    for a file that cannot be read or is of no known format. References keep the keys that they have.
    """
    if text is None:
        if not path.exists():
            raise CitekitError(f"{path}: there is no such file; name a bibliography ({', '.join(INPUTS)})")
        text = read_text(path)[0]
    form = form or detect(text, path.suffix.lower())
    if not form:
        raise CitekitError(f"{path}: is no bibliography of a known format; known are {', '.join(INPUTS)}")
    try:
        found = INPUTS[form].read(text)
    except CitekitError as error:
        raise CitekitError(f"{path}: {str(error).removeprefix('the file: ')}") from None
    return found if found.value or found.messages or not text.strip() else _nothing(found, form)


def detect(text: str, suffix: str = "") -> str:
    """The name of the format of a text; empty if nothing tells.

    >>> detect("TY  - BOOK"), detect(' [{"id": 1}]'), detect("% mine\\n@book{a}"), detect("Dear reader", ".bib")
    ('ris', 'csljson', 'bibtex', 'bibtex')
    """
    head = text.lstrip("\ufeff \t\r\n")[:200]
    begun = next((name for name, row in INPUTS.items() if row.begins.match(head)), "")
    return begun or next((name for name, row in INPUTS.items() if suffix in row.suffixes), "")


def _nothing(found: Result[tuple[Reference, ...]], form: str) -> Result[tuple[Reference, ...]]:
    return Result(value=found.value, messages=(Message(text=f"no entry found in it, read as {form}"),))
