"""The values that rules are made of."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Literal

from citekit.library.splice import Changes
from citekit.lint.entry import BibEntry, BibText

Level = Literal["error", "warning", "info"]
"""An error breaks a run of biber or BibTeX or an import; a warning prints or sorts wrongly; an info may be meant so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Flaw:
    """What a rule has found in an entry: a sentence for a person, the field that it is about (empty: the entry), and
    the changes that mend it, where that is safe."""

    text: str
    field: str = ""
    changes: Changes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """A flaw with its rule and its place in the file."""

    rule: str
    level: Level
    text: str
    line: int
    key: str = ""
    field: str = ""
    fixable: bool = False
    fixed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class EntryRule:
    """A rule about single entries: an id as people write it into comments, why it is there, how bad a breach is."""

    id: str
    reason: str
    level: Level
    check: Callable[[BibEntry], Iterable[Flaw]]


@dataclass(frozen=True, slots=True, kw_only=True)
class FileRule:
    """A rule about the file as a whole; it finds and mends nothing."""

    id: str
    reason: str
    level: Level
    check: Callable[[BibText], Iterable[tuple[BibEntry | None, int, str]]]
    """Yields the entry (None: between entries), the line, and a sentence."""


Rule = EntryRule | FileRule
