"""What code hosts and CI services read: findings with their places in files, in the forms that these services know.

A stage turns what it has found into `Annotation`s; `sarif`, `github` and `junit` write them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Level = Literal["error", "warning", "info"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Annotation:
    """Something to say about a line of a file, under the id of a rule. `fingerprint` is the same in every run as long
    as the same thing is said, wherever its line moves; `is_known` marks what an earlier run has said."""

    file: str
    line: int
    rule: str
    level: Level
    text: str
    fingerprint: str = ""
    is_known: bool = False
