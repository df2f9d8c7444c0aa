"""Golden transcripts in tests/cases/bib: items as compact CSL-JSON, one a line, and the `.bib` that they become.

A line `% bibtex` or `% biblatex` names the writer of the entries below it, blank lines part items, and lines with # at
their head are remarks. `CITEKIT_REGENERATE=1` writes what the writers say now into the files.
"""

from __future__ import annotations

import json
import os
from dataclasses import fields
from pathlib import Path

import pytest

from citekit.library.bibdates import read_pages
from citekit.model import Date, Name, Reference
from citekit.outputs import write

CASES = sorted((Path(__file__).parents[1] / "cases" / "bib").glob("*.txt"))


def name_of(csl: dict[str, str]) -> Name:
    if "literal" in csl:
        return Name(literal=csl["literal"], institution="institution" in csl)
    return Name(
        family=csl.get("family", ""),
        given=csl.get("given", ""),
        particle=csl.get("non-dropping-particle", ""),
        suffix=csl.get("suffix", ""),
    )


def date_of(csl: dict[str, list[list[int]]]) -> Date:
    return Date(
        parts=tuple(map(tuple, csl.get("date-parts", []))),
        season=int(csl.get("season", 0)),  # type: ignore[call-overload]
        literal=str(csl.get("literal", "")),
    )


def reference_of(line: str) -> Reference:
    values: dict[str, object] = {}
    known = {field.name for field in fields(Reference)}
    for name, value in json.loads(line).items():
        field = name.replace("-", "_")
        assert field in known, name
        if field in ("author", "editor", "translator"):
            values[field] = tuple(map(name_of, value))
        elif field in ("issued", "accessed"):
            values[field] = date_of(value)
        else:
            values[field] = read_pages(value) if field == "page" else value
    return Reference(**values)  # type: ignore[arg-type]


def split(text: str) -> tuple[list[Reference], list[str]]:
    head = text.split("\n% ")[0]
    items = [reference_of(line) for line in head.splitlines() if line.startswith("{")]
    return items, [part.split("\n", 1)[0].strip() for part in text.split("\n% ")[1:]]


def transcript(text: str) -> str:
    items, writers = split(text)
    parts = (f"% {writer}\n\n{write(items, writer)}" for writer in writers)
    return "\n".join([text.split("\n% ")[0].rstrip() + "\n", *parts])


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_transcript(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if os.environ.get("CITEKIT_REGENERATE"):
        path.write_text(transcript(text), encoding="utf-8")
    assert transcript(text) == path.read_text(encoding="utf-8")


def test_there_are_cases() -> None:
    assert CASES
