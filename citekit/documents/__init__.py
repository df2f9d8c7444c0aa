"""Articles in, documents out: one reader for each format, and a look at the bytes to choose it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from citekit.documents.detect import BINARY, DOCX, EPUB, FODT, HTML, JATS, ODT, SOURCES, TEI, Format, detect
from citekit.documents.docx import read_docx
from citekit.documents.epub import read_epub
from citekit.documents.html import read_html
from citekit.documents.jats import read_jats
from citekit.documents.latex import read_latex
from citekit.documents.markdown import read_markdown
from citekit.documents.odt import read_fodt, read_odt
from citekit.documents.pdf import read_pdf
from citekit.documents.tei import read_tei
from citekit.documents.text import read_text
from citekit.model import CitekitError, Document, Result

Reader = Callable[[bytes, str], Result[Document]]

# By suffix and by media type; third parties add theirs through the entry points `citekit.readers`.
READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".text": read_text,
    ".pdf": read_pdf,
    "text/plain": read_text,
    "application/pdf": read_pdf,
    **dict.fromkeys((".md", ".markdown", ".mdown", ".qmd", ".rmd", "text/markdown"), read_markdown),
    **dict.fromkeys((".tex", ".ltx", "application/x-latex"), read_latex),
    **dict.fromkeys((".html", ".htm", ".xhtml", HTML.media_type), read_html),
    **dict.fromkeys((".epub", EPUB.media_type), read_epub),
    **dict.fromkeys((".jats", ".nxml", JATS.media_type), read_jats),
    **dict.fromkeys((".tei", TEI.media_type), read_tei),
    **dict.fromkeys((".docx", ".docm", DOCX.media_type), read_docx),
    **dict.fromkeys((".odt", ODT.media_type), read_odt),
    **dict.fromkeys((".fodt", FODT.media_type), read_fodt),
}


def read(source: Path | str | BinaryIO, name: str = "") -> Result[Document]:
    """Reads an article.

    Takes a path or an open binary stream; `name` is what messages call it and, with its suffix, a hint to the
    format. Raises CitekitError, one line, for a path that cannot be read, an empty file, one of more than `LARGEST`
    bytes and a format without reader.

    >>> import io
    >>> read(io.BytesIO("正文。①\\n① 注。".encode()), name="<stdin>").value.encoding
    'UTF-8'
    """
    data, name = load(source, name)
    return find_reader(data, name)(data, name)


def load(source: Path | str | BinaryIO, name: str = "") -> tuple[bytes, str]:
    """The bytes of a path or an open binary stream, and what messages call it. Raises CitekitError as `read` does."""
    if isinstance(source, str | Path):
        path = Path(source)
        name = name or str(path)
        return _bytes(path, name), name
    name = name or str(getattr(source, "name", "<stream>"))
    return _limited(source, name), name


def find_reader(data: bytes, name: str) -> Reader:
    """The reader for these bytes: what their content shows decides, then the suffix of the name, then plain text.

    Raises CitekitError for a format that is known and has no reader.
    """
    found = detect(data)
    suffix = Path(name).suffix.lower()
    for key in _keys(found, suffix, is_text=b"\0" not in data):
        if reader := READERS.get(key) or _third_party(key):
            return reader
    if found:
        raise CitekitError(f"{name}: this is {found.called}, for which there is no reader; {found.remedy}")
    return read_text


def _keys(found: Format | None, suffix: str, is_text: bool) -> list[str]:
    """Under what to look for a reader: the format found; the suffix, unless the content speaks against it."""
    named = READERS.get(suffix)
    if found in SOURCES and named is not read_text:
        return [suffix, found.media_type]  # what shows a source may stand in another, as an example
    if found:
        return [found.media_type] if named is read_text else [found.media_type, suffix]
    if is_text and named and named in (READERS.get(form.media_type) for form in BINARY):
        return ["text/plain"]  # a text that is called .pdf
    return [suffix, "text/plain"]


LARGEST = 256 * 2**20
"""Bytes of the largest file that is read: no article has more, and some formats unfold to many times their size."""


def _bytes(path: Path, name: str) -> bytes:
    try:
        with path.open("rb") as stream:
            return _limited(stream, name)
    except IsADirectoryError:
        raise CitekitError(f"{name}: is a folder; name an article in it") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise CitekitError(f"{name}: cannot be read ({reason}); check the path") from None


def _limited(stream: BinaryIO, name: str) -> bytes:
    data = stream.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise CitekitError(f"{name}: is larger than {LARGEST // 2**20} MB; give the article alone, without pictures")
    return data


def _third_party(key: str) -> Reader | None:
    """A reader that another package has registered for this suffix or media type."""
    if not key:
        return None
    from importlib.metadata import entry_points

    for point in entry_points(group="citekit.readers", name=key):
        reader: Reader = point.load()
        return reader
    return None
