"""References in the formats that other programs read: one row a format in `WRITERS`."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from citekit.model import CitekitError, Reference
from citekit.outputs import biblatex, bibtex, csljson, ris

Writer = Callable[[Sequence[Reference]], str]

WRITERS: Mapping[str, Writer] = {
    "bibtex": bibtex.write,
    "biblatex": biblatex.write,
    "csljson": csljson.write,
    "ris": ris.write,
}

BIB_WRITERS = {"bibtex": bibtex.write, "biblatex": biblatex.write}
"""The writers of entries, which can leave fields out."""

SUFFIXES: Mapping[str, str] = {".bib": "bibtex", ".json": "csljson", ".ris": "ris"}
"""The format that the suffix of an output file asks for."""


def write(references: Sequence[Reference], to: str = "bibtex", without: Collection[str] = ()) -> str:
    """The references in the format `to`; references without a key get one. Of BibTeX and BibLaTeX the fields in
    `without` are left out: some styles print `language`.

    A name that the table misses is looked for among the entry points `citekit.writers` of installed packages. Raises
    CitekitError for an unknown one, and for fields of a format that has none.

    >>> write([], "ris"), "@book" in write([Reference(type="book", title="A", volume="2")])
    ('', True)
    >>> "langid" in write([Reference(language="en")], "biblatex", ["language"])
    True
    """
    if without and to not in BIB_WRITERS:
        raise CitekitError(f"{to} has no such fields; leave them out of {' or '.join(BIB_WRITERS)}")
    return BIB_WRITERS[to](references, without) if without else find_writer(to)(references)


def find_writer(name: str) -> Writer:
    """The writer of that name, the package's own first.

    >>> find_writer("word")
    Traceback (most recent call last):
    ...
    citekit.model.CitekitError: no writer for 'word'; known: biblatex, bibtex, csljson, ris
    """
    own = WRITERS.get(name)
    if own is not None:
        return own
    from importlib.metadata import entry_points  # only when the table misses: it reads every installed package

    for point in entry_points(group="citekit.writers", name=name):
        found = point.load()
        if callable(found):
            writer: Writer = found
            return writer
    raise CitekitError(f"no writer for {name!r}; known: {', '.join(sorted(WRITERS))}")
