"""File arguments: a path, or - for stdin and stdout."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import BinaryIO


def opened(name: str) -> Path | BinaryIO:
    """What the package's verbs read: the path, or the bytes of stdin for -."""
    return sys.stdin.buffer if name == "-" else Path(name)
