"""ZIP containers (DOCX, ODT, EPUB), read without trusting them: bounded sizes, no surprises in the names."""

from __future__ import annotations

import io
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from posixpath import normpath

from citekit.model import CitekitError

LARGEST_PART = 64 * 2**20
"""Bytes that one file in the container may unpack to; the text of a long book takes a few million."""
LARGEST_RATIO = 200
"""How many times smaller than its content a packed file of more than a megabyte may be; markup reaches about 50."""
MOST_PARTS = 10_000
"""Files in one container; a large EPUB has some hundreds."""
DAMAGE = (zipfile.BadZipFile, zlib.error, NotImplementedError, ValueError, OSError, EOFError, RuntimeError)
"""What zipfile raises for a damaged or hostile container."""


class Archive:
    """The files in a ZIP container, by their names.

    Takes the bytes and what messages call the file. Raises CitekitError, one line, for what is no ZIP, is encrypted,
    or unpacks to more than an article can be. Nothing is ever written, so names such as ../../x do no harm; they are
    not found either.

    >>> import io, zipfile
    >>> packed = io.BytesIO()
    >>> with zipfile.ZipFile(packed, "w") as made:
    ...     made.writestr("word/document.xml", "<x/>")
    >>> Archive(packed.getvalue(), "a.docx").read("word/document.xml")
    b'<x/>'
    """

    def __init__(self, data: bytes, name: str) -> None:
        self._name = name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            infos = self._zip.infolist()
        except DAMAGE as error:
            raise CitekitError(f"{name}: the file is damaged ({error}); save or download it again") from None
        if len(infos) > MOST_PARTS:
            raise CitekitError(f"{name}: holds {len(infos)} files, more than any article; it is not read")
        self._infos = {info.filename: info for info in infos if _plain(info.filename)}

    def __contains__(self, part: str) -> bool:
        return part in self._infos

    def __iter__(self) -> Iterator[str]:
        """The names of the files, in the order of the container."""
        return iter(self._infos)

    def read(self, part: str) -> bytes:
        """The content of one file; KeyError if it is not there, CitekitError if it cannot or must not be unpacked."""
        info = self._infos[part]
        where = f"{self._name}: {part}"
        if info.flag_bits & 1:
            raise CitekitError(f"{where} is encrypted; save the article without a password")
        if info.file_size > LARGEST_PART or info.file_size > 2**20 + LARGEST_RATIO * info.compress_size:
            raise CitekitError(f"{where} unpacks to {info.file_size} bytes, more than an article has; it is not read")
        try:
            with self._zip.open(info) as packed:
                data = packed.read(LARGEST_PART + 1)
        except (
            zipfile.BadZipFile,
            zlib.error,
            NotImplementedError,
            ValueError,
            OSError,
            EOFError,
            RuntimeError,
        ) as error:
            raise CitekitError(f"{where} is damaged ({error}); save or download the file again") from None
        if len(data) > LARGEST_PART:
            raise CitekitError(f"{where} unpacks to more than {LARGEST_PART} bytes; it is not read")
        return data

    def find(self, part: str) -> bytes | None:
        """The content of one file, None if it is not there."""
        return self.read(part) if part in self else None


def _plain(part: str) -> bool:
    """Whether a name leads nowhere but into the container."""
    return normpath(part) == part and not part.startswith(("/", "../"))


def repacked(data: bytes, name: str, parts: Mapping[str, bytes]) -> bytes:
    """The container with some parts replaced and new ones behind; all others keep their bytes, order and packing.

    Raises CitekitError as `Archive` does.

    >>> import io, zipfile
    >>> packed = io.BytesIO()
    >>> with zipfile.ZipFile(packed, "w") as made:
    ...     made.writestr("a", "old")
    ...     made.writestr("b", "kept")
    >>> new = Archive(repacked(packed.getvalue(), "a.zip", {"a": b"new", "c": b"more"}), "a.zip")
    >>> [(part, new.read(part)) for part in new]
    [('a', b'new'), ('b', b'kept'), ('c', b'more')]
    """
    archive = Archive(data, name)
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as new:
        for info in old.infolist():
            if info.filename in archive and not info.is_dir():
                new.writestr(info, parts.get(info.filename) or archive.read(info.filename))
        for part in parts:
            if part not in archive:
                new.writestr(zipfile.ZipInfo(part, date_time=(1980, 1, 1, 0, 0, 0)), parts[part], zipfile.ZIP_DEFLATED)
    return written.getvalue()
