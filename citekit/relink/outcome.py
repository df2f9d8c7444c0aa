"""What relinking a file gives back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from citekit.relink.clusters import Cluster


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """How the file is to be made: the `.bib` beside it, the name or address of a style, and the clusters' texts in
    that style (none: what is printed stays)."""

    bib: str
    style: str = ""
    shown: Mapping[Cluster, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The new file, what was written for each cluster, and why notes, by their numbers, had to stay as they are."""

    data: bytes
    written: Mapping[Cluster, str]
    left: Mapping[int, str] = field(default_factory=dict)
