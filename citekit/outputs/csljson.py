"""CSL-JSON 1.0.2 (schema csl-data.json): the carrier that loses least into Zotero.

https://github.com/citation-style-language/schema names the fields; they are those of `Reference`.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace

from citekit.library.entry import bare_doi
from citekit.library.keys import assign_keys
from citekit.library.langids import written_tag
from citekit.model import JSON, Date, Name, Reference
from citekit.references.pages import display_pages

# Reference's text fields and CSL's names, in the order of the output.
TEXTS = {
    "title": "title",
    "container_title": "container-title",
    "collection_title": "collection-title",
    "collection_number": "collection-number",
    "publisher": "publisher",
    "publisher_place": "publisher-place",
    "event_title": "event-title",
    "edition": "edition",
    "genre": "genre",
    "number": "number",
    "volume": "volume",
    "issue": "issue",
    "archive": "archive",
    "archive_location": "archive_location",
    "DOI": "DOI",
    "URL": "URL",
    "ISBN": "ISBN",
    "ISSN": "ISSN",
    "keyword": "keyword",
    "abstract": "abstract",
    "note": "note",
}
ROLES = ("author", "editor", "translator")


def write(references: Sequence[Reference]) -> str:
    """A JSON list of items, each with its key as `id` and `citation-key`.

    >>> print(write([Reference(key="q", type="book", title="港市", language="zh")]), end="")
    [
      {
        "id": "q",
        "citation-key": "q",
        "type": "book",
        "language": "zh-CN",
        "title": "港市"
      }
    ]
    """
    return json.dumps(items_of(references), ensure_ascii=False, indent=2) + "\n"


def items_of(references: Sequence[Reference]) -> list[dict[str, JSON]]:
    """The references as CSL-JSON items, each with its key and its language's region.

    >>> items_of([Reference(key="q", type="book", title="港市", language="zh")])[0]["language"]
    'zh-CN'
    """
    return [to_csl(with_region(reference), printed_only=False) for reference in assign_keys(references)]


def to_csl(reference: Reference, *, printed_only: bool = True) -> dict[str, JSON]:
    """The reference as a CSL-JSON item; with `printed_only` without `id` and `citation-key`, which no note prints.

    >>> from citekit.model import Date, Name
    >>> to_csl(Reference(type="book", author=(Name(family="Berg", given="Jan", particle="van der"),),
    ...                  issued=Date(parts=((2023, 4),))))
    {'type': 'book', 'author': [{'family': 'Berg', 'given': 'Jan', 'non-dropping-particle': 'van der'}], \
'issued': {'date-parts': [[2023, 4]]}}
    """
    item: dict[str, JSON] = {} if printed_only else {"id": reference.key, "citation-key": reference.key}
    item["type"] = reference.type
    item["language"] = reference.language
    for role in ROLES:
        item[role] = [name_to_csl(name) for name in getattr(reference, role)]
    for name, csl in TEXTS.items():
        item[csl] = getattr(reference, name)
    item["DOI"] = reference.DOI and bare_doi(reference.DOI)
    item["page"] = display_pages(reference.page) if reference.page else ""
    item["issued"] = date_to_csl(reference.issued)
    item["accessed"] = date_to_csl(reference.accessed)
    if reference.original_language and not printed_only:
        # The schema has no variable for it, and keeps `custom` for such things.
        item["custom"] = {"original-language": reference.original_language}
    return {name: value for name, value in item.items() if value}


def name_to_csl(name: Name) -> dict[str, JSON]:
    """A name as CSL has it.

    >>> name_to_csl(Name(literal="外務省", institution=True))
    {'literal': '外務省'}
    """
    if name.literal:
        return {"literal": name.literal}
    parts = {"family": name.family, "given": name.given, "non-dropping-particle": name.particle, "suffix": name.suffix}
    return {part: text for part, text in parts.items() if text}


def date_to_csl(date: Date | None) -> dict[str, JSON]:
    """A date as CSL has it, only as deep as it is known; empty for none.

    >>> date_to_csl(Date(parts=((2023, 3), (2023, 4)))), date_to_csl(Date(parts=((2019,),), season=1))
    ({'date-parts': [[2023, 3], [2023, 4]]}, {'date-parts': [[2019]], 'season': 1})
    """
    if date is None:
        return {}
    value: dict[str, JSON] = {}
    if date.parts:
        value["date-parts"] = [list(part) for part in date.parts]
    if date.season:
        value["season"] = date.season
    if date.literal:
        value["literal"] = date.literal
    return value


def with_region(reference: Reference) -> Reference:
    return replace(reference, language=written_tag(reference.language, reference.title + reference.container_title))
