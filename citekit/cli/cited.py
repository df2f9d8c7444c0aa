"""What a style is to set: the items of a file, and the notes that cite them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from pathlib import Path

from citekit.csl import Cite
from citekit.documents.encodings import decode
from citekit.inputs import read_references
from citekit.library.files import read_text
from citekit.model import JSON, CitekitError, Message, Result
from citekit.outputs.csljson import items_of

Item = dict[str, JSON]


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedNote:
    """The cites of one note; `text` is what is printed where one of its works is not known."""

    cites: tuple[Cite, ...]
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cited:
    """CSL-JSON items and the notes of a document; a file without notes cites each item once."""

    items: tuple[Item, ...]
    notes: tuple[CitedNote, ...]

    def only(self, keys: frozenset[str]) -> Cited:
        """The items with these keys, and the notes that cite one of them."""
        items = tuple(item for item in self.items if item["id"] in keys)
        return replace(self, items=items, notes=tuple(n for n in self.notes if keys & {c.id for c in n.cites}))


def read_cited(name: str) -> Result[Cited]:
    """The items and notes of a bibliography, of CSL-JSON, or of the citations that `extract --citations` has written.

    Raises `CitekitError` for what is none of them.
    """
    if name != "-" and not Path(name).exists():
        raise CitekitError(f"{name}: there is no such file; name a bibliography or a file of citations")
    text = decode(sys.stdin.buffer.read(), name).value.text if name == "-" else read_text(Path(name))[0]
    rows = _json_rows(text)
    if rows is None:
        found = read_references(Path(name), "", text)
        cited = _each_once(items_of(found.value))
        return Result(value=cited, messages=(*found.messages, *_empty(cited.items)))
    if rows and all("item" in row and "note" in row for row in rows):
        return _from_citations(rows)
    cited = _each_once(rows)
    return Result(value=cited, messages=tuple(_empty(cited.items)))


def _json_rows(text: str) -> list[Item] | None:
    """The objects of a JSON list, or of a list under `items`; None if the text is no JSON."""
    if not text.lstrip().startswith(("[", "{")):
        return None
    try:
        data = json.loads(text)
    except json.JSONDecodeError:
        return None
    if isinstance(data, dict):
        data = data.get("items", [data])
    return [row for row in data if isinstance(row, dict)] if isinstance(data, list) else None


def _each_once(rows: Sequence[Item]) -> Cited:
    """Each item cited once, in order; `locator` and `label` may stand with it."""
    items = [item | {"id": str(item.get("id", item.get("citation-key", place)))} for place, item in enumerate(rows, 1)]
    notes = (CitedNote(cites=(_cite(str(item["id"]), item, note),)) for note, item in enumerate(items, 1))
    return Cited(items=tuple(items), notes=tuple(notes))


def _empty(items: Sequence[Item]) -> Iterator[Message]:
    """A word about each item of which no style can print anything."""
    for item in items:
        if not any(item.get(name) for name in SHOWN):
            yield Message(text=f"{item['id']}: has neither title nor names; hardly anything of it can be printed")


SHOWN = ("title", "title-short", "container-title", "author", "editor", "translator", "number", "URL", "DOI", "archive")


def _cite(key: str, row: Item, note: int) -> Cite:
    locator, label, prefix = (str(row.get(name) or "") for name in ("locator", "label", "prefix"))
    return Cite(key, locator=locator, label=label or "page", prefix=prefix, note=note)


def _place(row: Item) -> tuple[str, str, int, int]:
    """Where a citation stands: its file, whether in a note or an entry, which one, and where in the text."""
    span = row.get("span")
    start = span.get("start") if isinstance(span, dict) else 0
    number = row.get("note")
    return (
        str(row.get("file") or ""),
        str(row.get("kind") or "note"),
        number if isinstance(number, int) else 0,
        start if isinstance(start, int) else 0,
    )


def _from_citations(rows: Sequence[Item]) -> Result[Cited]:
    """The notes of articles, in order. A note with a work that is not known stays as it was printed."""
    items: dict[str, Item] = {}
    for row in rows:
        key, item = str(row.get("key") or ""), row["item"]
        if key and isinstance(item, dict) and row.get("relation", "full") == "full":
            items.setdefault(key, {name: value for name, value in item.items() if name != "locator"} | {"id": key})
    notes: list[CitedNote] = []
    messages: list[Message] = []
    for (file, kind, number), group in groupby(sorted(rows, key=_place), lambda row: _place(row)[:3]):
        cited = list(group)
        if all(str(row.get("key") or "") in items for row in cited):
            notes.append(CitedNote(cites=tuple(_cite(str(row["key"]), row, len(notes) + 1) for row in cited)))
        else:
            printed = "；".join(str(row.get("text") or "") for row in cited)
            notes.append(CitedNote(cites=(), text=printed))
            messages.append(Message(text=f"{file}: {kind} {number}: cites a work that is not known; printed as it was"))
    return Result(value=Cited(items=tuple(items.values()), notes=tuple(notes)), messages=tuple(messages))
