"""Reading and writing the file of a library so that no byte is lost: encodings kept, writes whole or not at all."""

from __future__ import annotations

import codecs
import os
import stat
import tempfile
from collections.abc import Iterable
from pathlib import Path

from citekit.model import CitekitError

# A byte order mark says what the file is; the longer marks first.
_MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


_PIECE = 1 << 20
# How files begin that somebody may take for a bibliography, and that hold no zero byte at once.
_BINARY = (b"%PDF-", b"PK\x03\x04")


def _data(path: Path) -> bytes | None:
    """The bytes of a file; None for one that is not there, and for a device: /dev/full has no end."""
    if _is_device(path):
        return None
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise CitekitError(f"{path}: cannot be read ({_reason(error)}); name a .bib file") from error


def encoding_of(data: bytes) -> str:
    """UTF-8, UTF-16 by its mark, else Latin-1, which reads any byte and writes the same one.

    >>> encoding_of("Å".encode()), encoding_of("Å".encode("latin-1")), encoding_of("Å".encode("utf-16"))
    ('utf-8', 'latin-1', 'utf-16-le')
    """
    for mark, name in _MARKS:
        if data.startswith(mark):
            return name if _decodes(data, name) else "latin-1"
    return "utf-8" if _decodes(data, "utf-8") else "latin-1"


def compared(path: Path, text: str) -> tuple[str, bool]:
    """The encoding of a file, UTF-8 if it is not there, and whether it says this text already."""
    data = _data(path)
    encoding = encoding_of(data or b"")
    try:
        return encoding, data is not None and data == text.encode(encoding)
    except UnicodeEncodeError:
        return encoding, False


def read_text(path: Path) -> tuple[str, str]:
    """The text of a file, a mark at its head included, and its encoding; empty for a file that is not there.

    Raises CitekitError when the path is a folder, cannot be read, or holds no text.
    """
    data = _data(path) or b""
    encoding = encoding_of(data)
    if data.startswith(_BINARY) or (b"\0" in data and not encoding.startswith("utf-16")):
        raise CitekitError(f"{path}: this is no text but some binary format; name a .bib file")
    return data.decode(encoding), encoding


def write_text(path: Path, text: str, encoding: str = "utf-8") -> None:
    """The text to the file in its encoding, atomically.

    Raises CitekitError when a file in an old encoding cannot hold the text: to convert it is for its owner to decide.
    """
    try:
        data = text.encode(encoding)
    except UnicodeEncodeError as error:
        char = text[error.start]
        raise CitekitError(
            f"{path}: is {encoding} and cannot hold {char!r}; convert it first, e.g. iconv -f {encoding} -t utf-8"
        ) from error
    write_atomically(path, data)


def write_atomically(path: Path, data: bytes | str) -> None:
    """The data to the file: beside it first, synced, then renamed over it, so that the old file survives any failure.

    A link stays a link (its target is replaced), permissions are kept. Raises CitekitError for a folder that is not
    there, a place that cannot be written and a full disk. A device or pipe is written to as it is.
    """
    write_pieces(path, (data,))


def write_pieces(path: Path, pieces: Iterable[bytes | str]) -> None:
    """As `write_atomically`, for data that comes in pieces and need not be in memory as a whole."""
    target = path if _is_device(path) else Path(os.path.realpath(path))
    content = (piece.encode() if isinstance(piece, str) else piece for piece in pieces)
    if target.is_dir():
        raise CitekitError(f"{path}: is a folder; name a file in it")
    if not target.parent.is_dir():
        raise CitekitError(f"{path}: the folder {target.parent} does not exist; make it first")
    try:
        if _is_device(target):
            with target.open("wb") as stream:
                stream.writelines(content)
        else:
            _replace(target, content)
    except OSError as error:
        raise CitekitError(f"{path}: cannot be written ({_reason(error)}); the file is as it was") from error


def _is_device(path: Path) -> bool:
    """A device, pipe or socket: it can be written to, but not replaced."""
    return path.exists() and not path.is_file() and not path.is_dir()


def _replace(target: Path, content: Iterable[bytes]) -> None:
    if target.exists() and not os.access(target, os.W_OK):
        raise PermissionError("the file is read-only")
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name}.", suffix=".tmp")
    beside = Path(name)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.writelines(content)
            stream.flush()
            os.fsync(stream.fileno())
        beside.chmod(_mode(target))
        beside.replace(target)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    _sync_folder(target.parent)


def _sync_folder(folder: Path) -> None:
    """The rename to the disk too, where the system lets one open a folder."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _mode(target: Path) -> int:
    if target.exists():
        return stat.S_IMODE(target.stat().st_mode)
    mask = os.umask(0)  # there is no way to read it without setting it
    os.umask(mask)
    return 0o666 & ~mask


def _decodes(data: bytes, encoding: str) -> bool:
    """Whether the bytes are text in this encoding; asked piece by piece, for a large file need not be held twice."""
    decoder = codecs.getincrementaldecoder(encoding)()
    try:
        for at in range(0, len(data), _PIECE):
            decoder.decode(data[at : at + _PIECE])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _reason(error: OSError) -> str:
    return error.strerror or str(error)
