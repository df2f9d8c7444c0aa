"""Articles in, documents out: one reader for each format, and a look at the bytes to choose it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from citekit.documents.text import read_text
from citekit.model import CitekitError, Document, Result

Reader = Callable[[bytes, str], Result[Document]]

# By suffix and by media type; third parties add theirs through the entry points `citekit.readers`.
READERS: dict[str, Reader] = {
    ".txt": read_text,
    ".text": read_text,
    "text/plain": read_text,
}

# How files of other formats begin: bytes, media type, what to call them, what to do as long as no reader is there.
SIGNATURES: tuple[tuple[bytes, str, str, str], ...] = (
    (b"%PDF-", "application/pdf", "a PDF", "convert it with `pdftotext FILE`"),
    (b"PK\x03\x04", "application/zip", "a ZIP container (DOCX, ODT, EPUB ...)", "save the article as plain text"),
    (b"\xd0\xcf\x11\xe0", "application/msword", "an old Office file (DOC, HWP)", "save the article as plain text"),
    (b"{\\rtf", "application/rtf", "RTF", "save the article as plain text"),
    (b"\x89PNG", "image/png", "a PNG image", "run OCR over it and give the text"),
    (b"\xff\xd8\xff", "image/jpeg", "a JPEG image", "run OCR over it and give the text"),
    (b"GIF8", "image/gif", "a GIF image", "run OCR over it and give the text"),
    (b"II*\x00", "image/tiff", "a TIFF image", "run OCR over it and give the text"),
    (b"MM\x00*", "image/tiff", "a TIFF image", "run OCR over it and give the text"),
    (b"AT&TFORM", "image/vnd.djvu", "a DjVu file", "convert it with `djvutxt FILE`"),
    (b"\x1f\x8b", "application/gzip", "compressed with gzip", "unpack it first"),
    (b"7z\xbc\xaf", "application/x-7z-compressed", "compressed with 7-Zip", "unpack it first"),
    (b"\xfd7zXZ", "application/x-xz", "compressed with xz", "unpack it first"),
    (b"\x7fELF", "application/x-elf", "a program", "give the article"),
    (b"<!doctype html", "text/html", "HTML", "save the article as plain text"),
    (b"<html", "text/html", "HTML", "save the article as plain text"),
    (b"<?xml", "application/xml", "XML", "save the article as plain text"),
)


def read(source: Path | str | BinaryIO, name: str = "") -> Result[Document]:
    """Reads an article.

    Takes a path or an open binary stream; `name` is what messages call it and, with its suffix, a hint to the
    format. Raises CitekitError, one line, for a path that cannot be read, an empty file and a format without reader.

    >>> import io
    >>> read(io.BytesIO("正文。①\\n① 注。".encode()), name="<stdin>").value.encoding
    'UTF-8'
    """
    if isinstance(source, str | Path):
        path = Path(source)
        name = name or str(path)
        data = _bytes(path, name)
    else:
        name = name or str(getattr(source, "name", "<stream>"))
        data = source.read()
    return find_reader(data, name)(data, name)


def find_reader(data: bytes, name: str) -> Reader:
    """The reader for these bytes: what they begin with decides, then the suffix of the name."""
    suffix = Path(name).suffix.lower()
    head = data.lstrip(b"\xef\xbb\xbf \t\r\n")[:64].lower()
    signed = next((row for row in SIGNATURES if head.startswith(row[0].lower())), None)
    keys = [suffix, signed[1] if signed else "text/plain"]
    if signed and READERS.get(suffix) is read_text:
        del keys[0]  # a PDF that is called .txt
    for key in keys:
        if reader := READERS.get(key) or _third_party(key):
            return reader
    if signed:
        raise CitekitError(f"{name}: this is {signed[2]}, for which there is no reader; {signed[3]}")
    return read_text


def _bytes(path: Path, name: str) -> bytes:
    try:
        return path.read_bytes()
    except IsADirectoryError:
        raise CitekitError(f"{name}: is a folder; give the files in it") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise CitekitError(f"{name}: cannot be read ({reason}); check the path") from None


def _third_party(key: str) -> Reader | None:
    """A reader that another package has registered for this suffix or media type."""
    if not key:
        return None
    from importlib.metadata import entry_points

    for point in entry_points(group="citekit.readers", name=key):
        reader: Reader = point.load()
        return reader
    return None
