"""What relinking a file gives back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from citekit.csl import Run
from citekit.relink.clusters import Cluster


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """How the file is to be made: the `.bib` beside it, the address of a style (empty: the one for its language), and
    the clusters in that style (none: what is printed stays). `lives` is false where the notes are only to be set anew,
    as text."""

    bib: str
    style: str = ""
    shown: Mapping[Cluster, tuple[Run, ...]] = field(default_factory=dict)
    lives: bool = True

    def text(self, cluster: Cluster) -> str:
        """What is shown of a cluster that is set anew; empty if it stays as it is printed."""
        return "".join(run.text for run in self.shown.get(cluster, ()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """The new file, what was written for each cluster, and why notes, by their numbers, had to stay as they are."""

    data: bytes
    written: Mapping[Cluster, str]
    left: Mapping[int, str] = field(default_factory=dict)
