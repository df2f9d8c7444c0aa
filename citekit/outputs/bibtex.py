"""BibTeX: the dialect of `refs.bib`, read by BibTeX's styles, biber, pybtex and Zotero alike."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from citekit.library.entry import write_entry
from citekit.library.keys import assign_keys
from citekit.model import Reference


def write(references: Sequence[Reference], without: Collection[str] = ()) -> str:
    """The entries, a blank line between them; a reference without a key gets one, and no entry a field of `without`.

    >>> print(write([Reference(type="book", title="Harbors", publisher="Marsh Press")]), end="")
    @manual{marshndharbors,
      title        = {Harbors},
      organization = {Marsh Press},
      date         = {XXXX},
    }
    """
    return "\n".join(write_entry(reference, "bibtex", without) + "\n" for reference in assign_keys(references))
