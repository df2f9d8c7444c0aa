"""A process that is killed while it writes a bibliography leaves the old file or the new one, whole.

The child is a fork that dies at the n-th line that Python runs from `save` on, in every module, for every n: between
any two steps of the write (beside, flush, sync, rename, sync of the folder). Nothing is caught or tidied up on the way,
as by `kill -9`. A second child is killed by the system inside the very write.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from types import FrameType

import pytest

from citekit.library import merge, read_library, save
from citekit.model import Library, Name, Reference

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="this system cannot fork")

OLD = (
    "% mine\n@book{old,\n  title = {Häfen},\n}\n".encode()
    + b"% padding, so that a write takes more than one page\n" * 400
)
NEW = Reference(type="book", title="港口", author=(Name(literal="沈禾"),), language="zh")
KILLED = 137


def in_child(work: Callable[[], None]) -> int:
    """The exit status of a fork that does this, or minus the signal that ended it."""
    pid = os.fork()
    if pid == 0:
        try:
            work()
            os._exit(0)
        finally:
            os._exit(1)
    return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])


def dying_at(line: int, path: Path, library: Library) -> Callable[[], None]:
    """Saves, but dies before the n-th line is run."""
    left = line

    def trace(frame: FrameType, event: str, argument: object) -> object:
        nonlocal left
        if event == "line":
            left -= 1
            if left == 0:
                os._exit(KILLED)
        return trace

    def work() -> None:
        sys.settrace(trace)
        save(path, library)
        sys.settrace(None)

    return work


def test_killed_at_any_line(tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    path.write_bytes(OLD)
    library = merge(read_library(path).value, [NEW]).library
    left: list[bytes] = []
    for line in range(1, 10_000):
        path.write_bytes(OLD)
        status = in_child(dying_at(line, path, library))
        left.append(path.read_bytes())
        assert status in (0, KILLED)
        if status == 0:
            break
    new = library.text.encode()
    assert status == 0 and left[-1] == new
    assert set(left) == {OLD, new}
    # Before the rename the old file, from then on the new one: never back and forth.
    first = left.index(new)
    assert left == [OLD] * first + [new] * (len(left) - first)
    assert first > 20 and len(left) - first > 2


def test_after_a_kill_the_next_run_writes(tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    path.write_bytes(OLD)
    library = merge(read_library(path).value, [NEW]).library
    for line in (5, 40, 60):
        assert in_child(dying_at(line, path, library)) == KILLED
    assert save(path, library)
    assert read_library(path).value.text == library.text


def test_killed_within_the_write(tmp_path: Path) -> None:
    resource = pytest.importorskip("resource")
    path = tmp_path / "refs.bib"
    path.write_bytes(OLD)
    library = merge(read_library(path).value, [NEW]).library

    def work() -> None:
        # Python ignores this signal; the system then ends the process at the first byte over the limit.
        signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
        resource.setrlimit(resource.RLIMIT_FSIZE, (len(OLD) // 2, resource.RLIM_INFINITY))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        save(path, library)

    assert in_child(work) == -signal.SIGXFSZ
    assert path.read_bytes() == OLD
