"""An item as the processor sees it: CSL-JSON with its names and dates read once, and the extra fields of its note."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import cast

from citekit.csl.dateparse import DateValue, read_date, read_raw
from citekit.csl.personname import PersonName, read_name

_NAME_VARIABLES_TABLE = """
author chair collection-editor compiler composer container-author contributor curator director editor
editor-translator editorial-director executive-producer guest host illustrator interviewer narrator organizer
original-author performer producer recipient reviewed-author script-writer series-creator translator
"""
NAME_VARIABLES = frozenset(_NAME_VARIABLES_TABLE.split())
DATE_VARIABLES = frozenset(["accessed", "available-date", "event-date", "issued", "original-date", "submitted"])
_NUMBER_VARIABLES_TABLE = """
chapter-number citation-number collection-number edition first-reference-note-number issue locator number
number-of-pages number-of-volumes page page-first part-number printing-number section supplement-number version
volume
"""
NUMBER_VARIABLES = frozenset(_NUMBER_VARIABLES_TABLE.split())
# Older names of variables; either is found under the other.
ALIASES = {
    "event": "event-title", "event-title": "event",
    "editortranslator": "editor-translator", "container-title-short": "journalAbbreviation",
    "title-short": "shortTitle",
}  # fmt: skip

_NOTE_LINE = re.compile(r"^\s*([A-Za-z][-_ A-Za-z]*?)\s*[:：]\s*(.+?)\s*$")
_NOTE_BRACES = re.compile(r"\{:([-_a-zA-Z]+):\s*([^}]+)\}")
_KNOWN_FIELDS_TABLE = """
type abstract annote archive archive_collection archive_location archive-place authority call-number
citation-key collection-title container-title container-title-short dimensions division DOI event event-place
event-title genre ISBN ISSN jurisdiction keyword language license medium note original-language
original-publisher original-publisher-place original-title part-title PMCID PMID publisher publisher-place
references reviewed-genre reviewed-title scale source status title title-short URL version volume-title
year-suffix
"""
_KNOWN_FIELDS = frozenset(_KNOWN_FIELDS_TABLE.split())


class Item:
    """One reference. Fields are asked for by the names of CSL variables; what is missing is an empty string.

    >>> item = Item({"id": "a", "type": "book", "title": "Faust", "note": "edition: 2"})
    >>> item.get("title"), item.get("edition"), item.get("volume")
    ('Faust', '2', '')
    """

    __slots__ = ("_dates", "_names", "fields", "id", "language", "type")

    def __init__(self, fields: Mapping[str, object]) -> None:
        self.fields: dict[str, object] = with_note_fields(fields)
        self.id = str(self.fields.get("id", ""))
        self.type = str(self.fields.get("type") or "document")
        self.language = str(self.fields.get("language") or "")
        self._names: dict[str, list[PersonName]] = {}
        self._dates: dict[str, DateValue | None] = {}

    def get(self, variable: str) -> str:
        """The text of a standard or number variable."""
        value = self.fields.get(variable)
        if value is None and variable in ALIASES:
            value = self.fields.get(ALIASES[variable])
        if value is None and variable == "page-first":
            return re.split(r"\s*(?:[-–—~～,，;&]|--)\s*", self.get("page"))[0]
        if isinstance(value, str):
            return value
        if isinstance(value, bool) or value is None or isinstance(value, dict):
            return ""
        if isinstance(value, list):
            return ", ".join(str(part) for part in value if isinstance(part, str | int))
        return str(value)

    def names(self, variable: str) -> list[PersonName]:
        """The persons and institutions of a name variable, in order."""
        found = self._names.get(variable)
        if found is None:
            value = self.fields.get(variable)
            if value is None and variable in ALIASES:
                value = self.fields.get(ALIASES[variable])
            raw = value if isinstance(value, list) else []
            found = [read_name(name) for name in raw if isinstance(name, dict) and any(name.values())]
            self._names[variable] = found
        return found

    def date(self, variable: str) -> DateValue | None:
        """The date of a date variable."""
        if variable not in self._dates:
            value = self.fields.get(variable)
            self._dates[variable] = read_date(cast("Mapping[str, object]", value)) if isinstance(value, dict) else None
        return self._dates[variable]

    def has(self, variable: str) -> bool:
        """Whether the variable has a value."""
        if variable in NAME_VARIABLES or variable == "editortranslator":
            return bool(self.names(variable))
        if variable in DATE_VARIABLES:
            return self.date(variable) is not None
        return bool(self.get(variable))


def with_note_fields(fields: Mapping[str, object]) -> dict[str, object]:
    """The fields, with those that the note carries as `name: value` lines, the custom of Zotero's Extra field.

    The fields of the item itself win, except over `type` and dates, which the note is there to correct.
    """
    found = dict(fields)
    note = fields.get("note")
    if not isinstance(note, str) or (":" not in note and "：" not in note):
        return found
    rest: list[str] = []
    for line in note.splitlines():
        if (matched := _NOTE_LINE.match(line)) and _put(found, matched[1], matched[2]):
            continue
        rest.append(line)
    text = "\n".join(rest)
    for matched in _NOTE_BRACES.finditer(text):
        _put(found, matched[1], matched[2].strip())
    found["note"] = _NOTE_BRACES.sub("", text).strip()
    return found


def _put(found: dict[str, object], name: str, value: str) -> bool:
    name = name if name in _KNOWN_FIELDS else name.strip().replace(" ", "-")
    if name.upper() in _KNOWN_FIELDS:
        name = name.upper()
    elif name not in _KNOWN_FIELDS:
        name = name.lower()
    if name in NAME_VARIABLES:
        family, bars, given = value.partition("||")
        person = {"family": family.strip(), "given": given.strip()} if bars else {"literal": value}
        earlier = found.get(name)
        found[name] = [*(earlier if isinstance(earlier, list) else []), person]
    elif name in DATE_VARIABLES:
        if not found.get(name) or not read_raw(value).literal:
            found[name] = {"raw": value}
    elif name in _KNOWN_FIELDS or name in NUMBER_VARIABLES or name.startswith("original-"):
        if name == "type" or not found.get(name):
            found[name] = value
    else:
        return False
    return True
