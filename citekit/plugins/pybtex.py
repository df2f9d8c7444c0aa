"""pybtex reads articles and writes with citekit's writers: `pybtex-convert article.txt refs.bib -t citekit-bib`.

The entry points are in `pyproject.toml`. The suffix `.bib` stays pybtex's own.
"""

from __future__ import annotations

import io
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from pybtex.database import BibliographyData
from pybtex.database.input import BaseParser
from pybtex.database.input.bibtex import Parser as BibtexParser
from pybtex.database.output import BaseWriter
from pybtex.exceptions import PybtexError

import citekit
from citekit.library.fields import read_entry
from citekit.model import CitekitError, Library, Reference

if TYPE_CHECKING:
    from typing import BinaryIO, TextIO


class ArticleParser(BaseParser):  # type: ignore[misc]  # pybtex ships no types
    """The works that an article cites in its notes and its list of references, whatever format it is in."""

    default_suffix = ".txt"
    unicode_io = False

    def parse_stream(self, stream: BinaryIO) -> BibliographyData:
        """The entries of an article; raises PybtexError, one line, if it cannot be read."""
        data = stream.read()
        try:
            found = citekit.extract(io.BytesIO(data), Library())
        except CitekitError as error:
            raise PybtexError(str(error)) from None
        parsed = BibtexParser().parse_string(found.value.library.text)
        self.data.add_entries(parsed.entries.items())
        return self.data


class _Writer(BaseWriter):  # type: ignore[misc]  # pybtex ships no types
    """A writer of citekit as pybtex wants it."""

    unicode_io = True
    form = "bibtex"

    def write_stream(self, bib_data: BibliographyData, stream: TextIO) -> None:
        """All entries in the format, keys kept."""
        stream.write(citekit.write([reference_of(key, entry) for key, entry in bib_data.entries.items()], self.form))


class BibWriter(_Writer):
    """BibTeX that leaves URLs alone."""


class CslJsonWriter(_Writer):
    """CSL-JSON."""

    form = "csljson"


class RisWriter(_Writer):
    """RIS."""

    form = "ris"


def reference_of(key: str, entry: Any) -> Reference:
    """The work of one of pybtex's entries."""
    persons: Mapping[str, Any] = entry.persons
    people = {role.lower(): " and ".join(map(str, names)) for role, names in persons.items()}
    fields = {name.lower(): str(value) for name, value in entry.fields.items()}
    return read_entry(entry.type, key, {**fields, **people})
