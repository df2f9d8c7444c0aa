"""File arguments: a path, a folder, a pattern, or - for stdin and stdout."""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import BinaryIO

from citekit.documents import READERS, find_reader
from citekit.documents.text import read_text
from citekit.inputs import INPUTS
from citekit.model import CitekitError

BEGINNING = 2**16
"""Bytes of an XML file that tell what it holds."""


def opened(name: str) -> Path | BinaryIO:
    """What the package's verbs read: the path, or the bytes of stdin for -."""
    return sys.stdin.buffer if name == "-" else Path(name)


def cited_files(names: Iterable[str]) -> tuple[str, ...]:
    """The files with links that arguments name, each once: as `articles`, but in a folder bibliographies count too."""
    found = [file for name in names for file in _expanded(name, "-", _has_links)]
    return tuple(dict.fromkeys(found))


def articles(names: Iterable[str], output: str = "-") -> tuple[str, ...]:
    """The articles that arguments name, each once: a file as it is, a folder by all the articles in it.

    In a folder, also below others, files count whose suffix has a reader, in the order of their names; hidden ones,
    and the file that is written, are left out. A pattern (*.docx) that the shell has not resolved is resolved here.
    What names nothing stays as it is, for the reader to say so.
    """
    found = [article for name in names for article in _expanded(name, output, _has_reader)]
    return tuple(dict.fromkeys(found))


def _expanded(name: str, output: str, wanted: Callable[[Path], bool]) -> Iterator[str]:
    path = Path(name)
    inside: Iterable[Path] = ()
    if path.is_dir():
        inside = (place for place in path.rglob("*") if _is_shown(place, path, output) and wanted(place))
    elif name != "-" and not path.is_file() and re.search(r"[*?\[]", name):
        inside = _matches(path)
    yield from [str(place) for place in sorted(inside)] or [name]


def _is_shown(place: Path, folder: Path, output: str) -> bool:
    hidden = any(part.startswith(".") for part in place.relative_to(folder).parts)
    written = output != "-" and place.resolve() == Path(output).resolve()
    return not hidden and not written and place.is_file()


def _has_links(place: Path) -> bool:
    """Whether this is an article or a bibliography; not every JSON file is one, so its content must say so."""
    suffix = place.suffix.lower()
    if suffix == ".json":
        return _is_csl(place)
    return _has_reader(place) or any(suffix in form.suffixes for form in INPUTS.values() if suffix != ".xml")


def _is_csl(place: Path) -> bool:
    try:
        found: object = json.loads(place.read_text("utf-8"))
    except (OSError, ValueError):
        return False
    items = found if isinstance(found, list) else [found]
    return bool(items) and all(isinstance(item, dict) and {"id", "type"} <= item.keys() for item in items)


def _has_reader(place: Path) -> bool:
    """Whether the suffix has a reader, or is that of XML and the content has one: not all XML is an article."""
    suffix = place.suffix.lower()
    if suffix != ".xml":
        return suffix in READERS
    try:
        with place.open("rb") as stream:
            return find_reader(stream.read(BEGINNING), "") is not read_text
    except (OSError, CitekitError):
        return False


def _matches(pattern: Path) -> list[Path]:
    try:
        return [
            place for place in Path(pattern.anchor).glob(str(pattern.relative_to(pattern.anchor))) if place.is_file()
        ]
    except (ValueError, NotImplementedError):  # no pattern after all
        return []
