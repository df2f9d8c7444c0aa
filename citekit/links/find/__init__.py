"""Where addresses stand: one finder for each kind of file in `FINDERS`, articles for all else.

A finder reads the file's text and gives its links in order, each with its place; the same address in several places is
several links.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from citekit.documents import find_reader, load
from citekit.documents.encodings import decode
from citekit.documents.text import read_text
from citekit.inputs import INPUTS, detect
from citekit.links.bases import Bases
from citekit.links.find.articles import links_of
from citekit.links.find.bibliographies import links_of_bib
from citekit.links.find.csljson import links_of_csl
from citekit.links.find.lists import is_list, links_of_list
from citekit.links.find.place import remarks, without_wrapping
from citekit.model import CitekitError, Document, Library, Link, Reference, Result
from citekit.references.urls import clean_url

Finder = Callable[[str, str, Bases], tuple[Link, ...]]

FINDERS: Mapping[str, Finder] = {"bibtex": links_of_bib, "csljson": links_of_csl}
"""By the names of `inputs.INPUTS`; the other bibliographies there give their references' addresses without places."""
BASES = Bases()


def find_links(source: Path | str | BinaryIO | Document | Library, bases: Bases = BASES) -> Result[tuple[Link, ...]]:
    """The links of a file (a path or an open binary stream), a document or a library, in order, each with its place.

    Broken addresses are whole again, archived copies lead to their originals (`Link.archive`), DOIs and arXiv's numbers
    become addresses on these bases. The messages tell what a person should know of an address (tracking parameters,
    sessions) and how the file was read. Raises CitekitError for what cannot be read at all.

    >>> import io
    >>> [link.url for link in find_links(io.BytesIO(b"See https://www.example.\\norg/a-b.pdf (2020).")).value]
    ['https://www.example.org/a-b.pdf']
    """
    if isinstance(source, Library):
        found = Result(value=links_of_bib(source.text, "", bases))
    elif isinstance(source, Document):
        found = Result(value=links_of(source, bases))
    else:
        found = _in_file(source, bases)
    return Result(value=found.value, messages=(*found.messages, *remarks(found.value)))


def _in_file(source: Path | str | BinaryIO, bases: Bases) -> Result[tuple[Link, ...]]:
    data, name = load(source)
    form = _bibliography(data, name)
    if form in FINDERS or form in INPUTS:
        decoded = decode(data, name)
        found = _in_bibliography(decoded.value.text, form, name, bases)
        return Result(value=found.value, messages=(*decoded.messages, *found.messages))
    document = find_reader(data, name)(data, name)
    if document.value.media_type == "text/plain" and is_list(document.value.text):
        return Result(value=tuple(links_of_list(document.value.text, name)), messages=document.messages)
    return Result(value=links_of(document.value, bases), messages=document.messages)


def _bibliography(data: bytes, name: str) -> str:
    """The name of the format of a bibliography; empty for an article. A suffix that says only one thing decides, then
    what the bytes show to be an article, then how bibliographies begin."""
    suffix = Path(name).suffix.lower()
    named = next((form for form, row in INPUTS.items() if suffix in row.suffixes), "")
    if named and suffix != ".xml":
        return named if b"\0" not in data[:4096] else ""
    try:
        if find_reader(data, name) is not read_text:
            return ""
    except CitekitError:
        return named
    return detect(data[:4096].decode("utf-8", "replace"))


def _in_bibliography(text: str, form: str, name: str, bases: Bases) -> Result[tuple[Link, ...]]:
    if form in FINDERS:
        return Result(value=FINDERS[form](text, name, bases))
    read = INPUTS[form].read(text)
    return Result(value=tuple(_of_references(read.value, name, bases)), messages=read.messages)


def _of_references(references: Iterable[Reference], name: str, bases: Bases) -> Iterator[Link]:
    for reference in references:
        known = Link(
            url="",
            source=name,
            key=reference.key,
            title=reference.title,
            accessed=reference.accessed,
            issued=reference.issued,
        )
        if reference.URL:
            yield without_wrapping(replace(known, url=clean_url(reference.URL), raw=reference.URL, field="URL"))
        if reference.DOI:
            yield replace(known, url=bases.of_doi(reference.DOI), raw=reference.DOI, field="DOI")
