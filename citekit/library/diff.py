"""What a run would change in a file, as a unified diff."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import unified_diff
from itertools import takewhile

CONTEXT = 3
"""Unchanged lines that are shown around a change."""
_PLACE = re.compile(r"^@@ -(\d+)(.*) \+(\d+)(.*) @@")


def diff(before: str, after: str, name: str) -> str:
    r"""The unified diff (as `diff -u` prints it, and `patch` reads it) between two texts of a file; empty if they are
    the same. Only what lies between the first and the last change is compared, so that a large file costs little.

    >>> print(diff("@book{a,\n}\n", "@book{a,\n  year = {1},\n}\n", "refs.bib"), end="")
    --- refs.bib
    +++ refs.bib
    @@ -1,2 +1,3 @@
     @book{a,
    +  year = {1},
     }
    """
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    head = max(0, _alike(old, new) - CONTEXT)
    old, new = old[head:], new[head:]
    tail = max(0, _alike(old[::-1], new[::-1]) - CONTEXT)
    tail = min(tail, len(old), len(new))
    lines = unified_diff(old[: len(old) - tail], new[: len(new) - tail], name, name, n=CONTEXT)
    return "".join(_ended(_moved(line, head)) for line in lines)


def _alike(one: Sequence[str], two: Sequence[str]) -> int:
    """How many lines are the same from the beginning on."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, two, strict=False)))


def _moved(line: str, by: int) -> str:
    """The head of a hunk with its line numbers counted from the file's beginning."""
    return _PLACE.sub(lambda m: f"@@ -{int(m[1]) + by}{m[2]} +{int(m[3]) + by}{m[4]} @@", line)


def _ended(line: str) -> str:
    return line if line.endswith("\n") else line + "\n\\ No newline at end of file\n"
