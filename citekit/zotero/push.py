"""References to Zotero, so that pushing twice adds nothing twice.

A work that Zotero has under its citation key is ours: fields that say otherwise in the bibliography are changed there.
Of a work that it has by itself (found by DOI, URL or title) only empty fields are filled. Nothing is ever deleted.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from citekit.library import assign_keys
from citekit.model import JSON, CitekitError, Reference
from citekit.zotero.api import KEY_FIELD, Api, Held, Written
from citekit.zotero.desktop import ALLOW, Desktop
from citekit.zotero.items import Item, read_date, to_item
from citekit.zotero.kinds import READ
from citekit.zotero.match import Match, matches

DATES = frozenset(place for name in ("issued", "accessed") for place in READ[name])
ADDED = ("tags", "collections")
"""Lists that are added to; Zotero's own entries in them stay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What is to be done about one reference: an item to add, or the fields to change of one that is there; neither if
    Zotero says the same."""

    reference: Reference
    held: Held | None
    fields: Mapping[str, JSON]

    @property
    def is_new(self) -> bool:
        return self.held is None

    @property
    def is_done(self) -> bool:
        return self.held is not None and not self.fields


@dataclass(frozen=True, slots=True, kw_only=True)
class Pushed:
    """What was done: the changes that Zotero took, those it had already, and what was wrong with the others."""

    added: tuple[Change, ...] = ()
    updated: tuple[Change, ...] = ()
    same: tuple[Change, ...] = ()
    failed: tuple[tuple[Change, str], ...] = ()


def plan(
    references: Sequence[Reference], api: Api, collection: str = "", tags: Sequence[str] = ()
) -> tuple[Change, ...]:
    """What a push would do, one change a reference; reads the library and writes nothing.

    `collection` is the key of one, and `tags` go to all the works. References without a key get one.
    """
    held = api.items()  # first, for it tells which fields this Zotero has
    whole: dict[str, list[JSON]] = {
        "collections": [collection] if collection else [],
        "tags": [{"tag": tag} for tag in tags],
    }
    return tuple(_change(match, whole, api.schema >= KEY_FIELD) for match in matches(assign_keys(references), held))


def push(changes: Sequence[Change], api: Api) -> Pushed:
    """Carries out a plan; what Zotero refuses is told, and does not keep the rest from being written."""
    due = [change for change in changes if not change.is_done]
    written = api.write("/items", [_object(change) for change in due])
    return _pushed(changes, due, written)


def push_by_import(
    changes: Sequence[Change], desktop: Desktop, collection: str = "", tags: Sequence[str] = ()
) -> Pushed:
    """The new works of a plan by the import of a Zotero whose API does not write; it changes no item that is there."""
    new = [change for change in changes if change.is_new]
    late = [(change, "this version of Zotero takes no changes from outside; update it, or change it there by hand")
            for change in changes if not change.is_new and not change.is_done]  # fmt: skip
    taken = desktop.add([change.reference for change in new], collection, tags) if new else 0
    if taken < len(new):
        raise CitekitError(f"Zotero has taken {taken} of {len(new)} works; look into its library before pushing again")
    return Pushed(added=tuple(new), same=tuple(c for c in changes if c.is_done), failed=tuple(late))


def readable(desktop: Desktop) -> Api:
    """The library of a desktop, to compare with; raises CitekitError if Zotero does not let it be read."""
    if desktop.api is None:
        raise CitekitError(
            f"Zotero {desktop.version} does not show its library, so that works would be added twice: {ALLOW}"
            " (version 7 or newer)"
        )
    return desktop.api


def _change(match: Match, whole: Mapping[str, list[JSON]], has_key: bool) -> Change:
    held = match.held
    # An item keeps its type, which a person may have chosen there and a .bib tells less finely.
    # One that was found without its key gets no key either: it stays its owner's, in the next push as well.
    ours = match.reference
    if held:
        ours = replace(ours, type=held.reference.type, key=ours.key if match.by_key else "")
    item = to_item(ours, has_key=has_key)
    for name in ADDED:
        item[name] = [*_list(item, name), *whole[name]]
    fields = _differences(item, held.item, match.by_key) if held else item
    return Change(reference=match.reference, held=held, fields=fields)


def _differences(item: Item, there: Mapping[str, JSON], by_key: bool) -> dict[str, JSON]:
    """The fields that the item in Zotero lacks and, if it is ours, those that say something else."""
    changed: dict[str, JSON] = {}
    for name, value in item.items():
        known = there.get(name)
        if name in ADDED:
            labels = {_label(entry) for entry in _list(there, name)}
            if more := [entry for entry in _list(item, name) if _label(entry) not in labels]:
                changed[name] = [*_list(there, name), *more]
        elif name == "extra":
            if text := _more_lines(str(value), str(known or ""), by_key):
                changed[name] = text
        elif name != "itemType" and value and not _says_the_same(name, value, known) and (by_key or not known):
            changed[name] = value
    return changed


def _says_the_same(name: str, ours: JSON, theirs: JSON) -> bool:
    """Whether two values of a field are one, however Zotero writes it."""
    if name == "creators":
        return _names(ours) == _names(theirs)
    if name in DATES:
        return isinstance(theirs, str) and read_date(str(ours)) == read_date(theirs)
    return ours == theirs


def _more_lines(ours: str, theirs: str, by_key: bool) -> str:
    """Zotero's lines of `extra` with ours that they lack; of one variable ours, if the item is ours. Empty if there is
    nothing to add.

    >>> _more_lines("ISSN: 1\\nDOI: 2", "mine\\nISSN: 3", True)
    'mine\\nISSN: 1\\nDOI: 2'
    >>> _more_lines("ISSN: 1", "mine\\nISSN: 1", True), _more_lines("ISSN: 1", "ISSN: 3", False)
    ('', '')
    """
    lines = theirs.splitlines()
    for line in ours.splitlines():
        label = line.partition(":")[0] + ":"
        says = (known == line or (":" in line and known.startswith(label)) for known in lines)
        at = next((at for at, found in enumerate(says) if found), -1)
        if at < 0:
            lines.append(line)
        elif by_key:
            lines[at] = line
    text = "\n".join(lines)
    return text if text != "\n".join(theirs.splitlines()) else ""


def _object(change: Change) -> dict[str, JSON]:
    if change.held is None:
        return dict(change.fields)
    return {"key": change.held.key, "version": change.held.version, **change.fields}


def _pushed(changes: Sequence[Change], due: Sequence[Change], written: Written) -> Pushed:
    done = [due[at] for at in sorted(written.keys)]
    lost = [at for at in range(len(due)) if at not in written.keys and at not in written.failed]
    failed = {**written.failed, **dict.fromkeys(lost, "Zotero has not said what became of it")}
    return Pushed(
        added=tuple(change for change in done if change.is_new),
        updated=tuple(change for change in done if not change.is_new),
        same=tuple(change for change in changes if change.is_done),
        failed=tuple((due[at], why) for at, why in sorted(failed.items())),
    )


def _list(item: Mapping[str, JSON], name: str) -> list[JSON]:
    value = item.get(name)
    return value if isinstance(value, list) else []


def _label(entry: JSON) -> str:
    return str(entry.get("tag", "")) if isinstance(entry, dict) else str(entry)


def _names(creators: JSON) -> list[tuple[str, ...]]:
    """The creators as they compare: role and name, whatever else Zotero keeps about them."""
    parts = ("creatorType", "name", "lastName", "firstName")
    listed = creators if isinstance(creators, list) else []
    return [tuple(str(one.get(part) or "") for part in parts) for one in listed if isinstance(one, dict)]
