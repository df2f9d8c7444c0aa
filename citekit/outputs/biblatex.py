"""BibLaTeX: the same entries with biblatex's own types and fields (`date` alone, `journaltitle`, `thesis`)."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from citekit.library.entry import write_entry
from citekit.library.keys import assign_keys
from citekit.model import Reference


def write(references: Sequence[Reference], without: Collection[str] = ()) -> str:
    """The entries, a blank line between them; a reference without a key gets one, and no entry a field of `without`.

    >>> from citekit.model import Date, Name
    >>> ada = (Name(family="Quill", given="Ada"),)
    >>> print(write([Reference(type="thesis", author=ada, title="Harbors", publisher="Marsh University",
    ...                        genre="PhD thesis", issued=Date(parts=((2010, 5),)))]), end="")
    @thesis{quill2010harbors,
      author       = {Quill, Ada},
      title        = {Harbors},
      type         = {PhD thesis},
      institution  = {Marsh University},
      date         = {2010-05},
    }
    """
    return "\n".join(write_entry(reference, "biblatex", without) + "\n" for reference in assign_keys(references))
