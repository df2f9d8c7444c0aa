"""The library: references and the `.bib` file behind them.

    library = read_library(path).value
    merged = merge(library, references)
    save(path, merged.library)

Running this twice adds nothing and changes no byte.
"""

from __future__ import annotations

from pathlib import Path

from citekit.library.bibfile import append_comments, read_bib
from citekit.library.files import compared, read_text, write_atomically, write_text
from citekit.library.keys import assign_keys, make_key
from citekit.library.merge import Merged, merge
from citekit.model import Library, Message, Result

__all__ = [
    "Merged",
    "append_comments",
    "assign_keys",
    "make_key",
    "merge",
    "read_bib",
    "read_library",
    "save",
    "write_atomically",
]


def read_library(path: Path | str) -> Result[Library]:
    """The library in a `.bib` file; an empty one if there is no such file.

    Bytes that are no UTF-8 are read as Latin-1 (a message says so), broken entries are reported with their lines and
    kept. Raises CitekitError for a path that cannot be read.

    >>> read_library("no such file.bib").value
    Library(references=(), spans=(), text='')
    """
    text, encoding = read_text(Path(path))
    if not text:
        return Result(value=Library())
    result = read_bib(text)
    if encoding != "latin-1":
        return result
    note = Message(text=f"{path}: is not UTF-8, read as Latin-1; convert it if names look wrong", level="info")
    return Result(value=result.value, messages=(note, *result.messages))


def save(path: Path | str, library: Library) -> bool:
    """The library's text to the file, in the encoding that the file has; false if it says that already.

    Atomic: the old file survives whatever goes wrong. Raises CitekitError as `write_atomically` does.
    """
    place = Path(path)
    encoding, same = compared(place, library.text)
    if same:
        return False
    write_text(place, library.text, encoding)
    return True
