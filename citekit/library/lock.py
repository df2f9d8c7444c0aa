"""One run at a time on a bibliography: reading, merging and writing it must not be cut through by another run.

The lock is a file in the system's folder for temporary files, named after the bibliography's real path, so that nothing
is left beside the user's work; `filelock` asks the operating system for it, and the system gives it back if a run dies.
"""

from __future__ import annotations

import hashlib
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from citekit.model import CitekitError

PATIENCE = 30.0
"""Seconds to wait for another run, which takes about a second on a large file."""


@contextmanager
def locked(path: Path | str, patience: float = PATIENCE) -> Iterator[None]:
    """While it holds, no other run of citekit on this machine and for this user changes the file, which need not exist.

    Raises CitekitError if another run keeps the lock for longer than `patience` seconds. Taken twice in one process it
    waits for itself, so take it once, around reading and writing.
    """
    from filelock import FileLock, Timeout

    place = _lock_file(Path(path))
    lock = FileLock(place, timeout=patience)
    try:
        lock.acquire()
    except Timeout:
        raise CitekitError(
            f"{path}: another run of citekit is still writing it after {patience:g} s; wait for it, then run this again"
        ) from None
    except OSError as error:
        raise CitekitError(f"{path}: cannot be locked ({error.strerror or error}); check {place.parent}") from None
    try:
        yield
    finally:
        lock.release()


def _lock_file(path: Path) -> Path:
    name = hashlib.sha256(os.fsencode(os.path.realpath(path))).hexdigest()[:24]
    user = str(os.getuid()) if hasattr(os, "getuid") else "user"
    return Path(tempfile.gettempdir()) / f"citekit-{user}-{name}.lock"
