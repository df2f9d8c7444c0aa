"""What the forms of all managers have in common: items, names and dates of CSL-JSON, and how they are put together."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from citekit.languages.words import CJK
from citekit.model import JSON

Item: TypeAlias = dict[str, JSON]

KEPT = ("itemData", "locator", "label", "prefix", "suffix")
_CJK = re.compile(f"[{CJK}]")


def citation_data(items: Sequence[Mapping[str, JSON]]) -> str:
    """The data of a citation hint; empty if there are no items, or one of them lacks the data of its work.

    >>> citation_data([{"id": 3, "itemData": {"title": "港市"}, "locator": ""}]), citation_data([{"id": 3}])
    ('{"citationItems": [{"itemData": {"title": "港市"}}]}', '')
    """
    if not items or not all(isinstance(item.get("itemData"), dict) and item["itemData"] for item in items):
        return ""
    kept: list[JSON] = [{name: item[name] for name in KEPT if item.get(name)} for item in items]
    return json.dumps({"citationItems": kept}, ensure_ascii=False)


def person(raw: str) -> Item:
    """A name as managers store it: `Family, Given`, `Given Family`, an institution with a comma behind, or unsplit.

    >>> person("Quill, Ada"), person("Ada Quill"), person("World Tide Board,"), person("王帆")
    ({'family': 'Quill', 'given': 'Ada'}, {'family': 'Quill', 'given': 'Ada'}, {'literal': 'World Tide Board'}, \
{'literal': '王帆'})
    """
    family, comma, given = (part.strip() for part in raw.partition(","))
    if comma and given:
        return {"family": family, "given": given}
    if comma or _CJK.search(raw) or " " not in family:
        return {"literal": family}
    given, _, family = family.rpartition(" ")
    return {"family": family, "given": given}


def day(year: str, month: str = "", of_month: str = "") -> Item:
    """A date as CSL has it, only as deep as its parts are numbers; a year that is none stays a literal.

    >>> day("2023", "4"), day("in press"), day("2023", "March")
    ({'date-parts': [[2023, 4]]}, {'literal': 'in press'}, {'raw': 'March 2023'})
    """
    year, month, of_month = year.strip(), month.strip(), of_month.strip()
    if not re.fullmatch(r"\d{1,4}", year):
        return {"literal": year} if year else {}
    if month and not re.fullmatch(r"\d{1,2}", month):
        return {"raw": " ".join(part for part in (of_month, month, year) if part)}
    parts: list[JSON] = [int(year)]
    for part, most in ((month, 12), (of_month, 31)):
        if not re.fullmatch(r"\d{1,2}", part) or not 0 < int(part) <= most:
            break
        parts.append(int(part))
    return {"date-parts": [parts]}


def filled(item: Mapping[str, JSON]) -> Item:
    """Without the fields that are empty.

    >>> filled({"title": "港市", "volume": "", "author": []})
    {'title': '港市'}
    """
    return {name: value for name, value in item.items() if value}
