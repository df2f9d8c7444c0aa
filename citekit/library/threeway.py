"""Two versions of a bibliography into one, entry by entry and field by field, as git asks of a merge driver.

The result is our version with what they changed put in: entries that only they added, changed or deleted, and fields of
entries that both changed. Where both changed one field differently the two entries stand between conflict markers.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from citekit.library.bibfile import line_end, pieces
from citekit.library.blocks import blocks, entry_fields_at
from citekit.library.splice import spliced, with_fields

OURS, BETWEEN, THEIRS = "<<<<<<< ours", "=======", ">>>>>>> theirs"

Name = tuple[str, int]
"""What names a block in all versions: the key of an entry, else its text; and the how-manieth of that name it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A block of one version, its place there, and whether it is an entry."""

    name: Name
    start: int
    end: int
    text: str
    is_entry: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class MergedText:
    """The merged text, and the keys of the entries that stand there in two versions."""

    text: str
    conflicts: tuple[str, ...] = ()


def merge_texts(base: str, ours: str, theirs: str) -> MergedText:
    """Our text with what they have changed since the common base.

    >>> base = "@book{a, year = {1}, title = {A}}\\n"
    >>> ours, theirs = base.replace("{1}", "{2}"), base.replace("{A}", "{B}") + "\\n@book{c}\\n"
    >>> print(merge_texts(base, ours, theirs).text, end="")
    @book{a, year = {2}, title = {B}}
    <BLANKLINE>
    @book{c}
    """
    old, mine, yours = ({piece.name: piece for piece in _pieces(text)} for text in (base, ours, theirs))
    edits: list[tuple[int, int, str]] = []
    conflicts: list[str] = []
    for name, piece in mine.items():
        if (new := _resolved(old.get(name), piece, yours.get(name), conflicts, ours)) is not None:
            end = piece.end if new else _with_blank(ours, piece.end)
            edits.append((piece.start, end, new))
    for name in yours.keys() - mine.keys():
        if name in old and old[name].is_entry and yours[name].text != old[name].text:
            conflicts.append(name[0])  # deleted here, changed there
    edits += _added(old, mine, yours, ours, frozenset(conflicts))
    return MergedText(text=spliced(ours, edits), conflicts=tuple(dict.fromkeys(conflicts)))


def _pieces(text: str) -> Iterator[Piece]:
    seen: Counter[str] = Counter()
    for placed in blocks(text):
        entry, raw = placed.entry, text[placed.span.start : placed.span.end]
        name = entry.key if entry else raw
        yield Piece(
            name=(name, seen[name]), start=placed.span.start, end=placed.span.end, text=raw, is_entry=bool(entry)
        )
        seen[name] += 1


def _resolved(old: Piece | None, mine: Piece, yours: Piece | None, conflicts: list[str], text: str) -> str | None:
    """What stands in the place of our piece: None for itself, empty where it goes."""
    if yours is None:
        if old is None or not mine.is_entry:
            return "" if old is not None else None
        if old.text == mine.text:
            return ""
        conflicts.append(mine.name[0])  # changed here, deleted there: ours stays
        return None
    if yours.text == mine.text or (old and yours.text == old.text):
        return None
    if old and mine.text == old.text:
        return _in_lines_of(text, yours.text)
    merged = _fields(old.text if old else "", mine.text, yours.text)
    if merged is None:
        conflicts.append(mine.name[0])
        end = line_end(text)
        return end.join((OURS, mine.text, BETWEEN, _in_lines_of(text, yours.text), THEIRS))
    return merged


def _fields(old: str, mine: str, yours: str) -> str | None:
    """Our entry with the fields that they changed; None where both changed one, or the head of the entry."""
    if _head(mine) != _head(yours):
        return None
    base, ours, theirs = (_raw_fields(entry) for entry in (old, mine, yours))
    changes: dict[str, str | None] = {}
    for name in (*theirs, *(ours.keys() - theirs.keys())):
        was, here, there = base.get(name), ours.get(name), theirs.get(name)
        if there in (here, was):
            continue
        if here != was or (there is not None and not _is_plain(there)):
            return None
        changes[name] = there[1:-1] if there is not None else None
    return with_fields(mine, changes)


def _added(
    old: Mapping[Name, Piece], mine: Mapping[Name, Piece], yours: Mapping[Name, Piece], text: str, kept: Iterable[str]
) -> Iterator[tuple[int, int, str]]:
    """What only they have, behind the block that stands before it there, or at the beginning."""
    end, place = line_end(text), 0
    back = frozenset(kept)
    for name, piece in yours.items():
        if name in mine:
            place = mine[name].end
        elif name not in old or name[0] in back:
            gap = end * (2 if piece.is_entry else 1)
            shown = _in_lines_of(text, piece.text)
            yield (place, place, gap + shown if place else shown + gap)


def _head(entry: str) -> str:
    """Type and key."""
    return "".join(entry.partition(",")[0].lower().split()).rstrip("})")


def _raw_fields(entry: str) -> dict[str, str]:
    return {field.name: entry[field.value : field.end] for field in reversed(entry_fields_at(entry))} if entry else {}


def _is_plain(raw: str) -> bool:
    return raw[:1] + raw[-1:] in ("{}", '""') and len(list(pieces(raw))) == 1


def _in_lines_of(text: str, piece: str) -> str:
    """A piece of another version in the line ends of this one."""
    return "\n".join(piece.splitlines()).replace("\n", line_end(text))


def _with_blank(text: str, at: int) -> int:
    """Behind the blank lines that follow a block."""
    while at < len(text) and text[at] in " \t\r\n":
        at += 1
    return at
