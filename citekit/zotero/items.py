"""References as Zotero's items, and back.

What an item type has no field for goes into `extra`, a line `variable: value` each, as Zotero itself reads it (the
"cheater syntax" of https://www.zotero.org/support/kb/item_types_and_fields); so nothing is lost on the way there and
back.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from citekit.library.langids import written_tag
from citekit.model import JSON, Date, Name, Reference
from citekit.outputs.csljson import TEXTS
from citekit.references.csl import names_from_csl
from citekit.references.dates import parse_date
from citekit.references.names import parse_name
from citekit.references.pages import display_pages, parse_pages
from citekit.zotero.kinds import READ, READ_AUTHORS, csl_type, kind_of

Item = dict[str, JSON]

KEY = "Citation Key"
ROLES = ("author", "editor", "translator")
SEASONS = ("Spring", "Summer", "Autumn", "Winter")
_LABELS = {
    **TEXTS,
    "issued": "issued",
    "accessed": "accessed",
    "page": "page",
    "original_language": "original-language",
}
_FIELDS = {label: name for name, label in _LABELS.items()}
_APART = frozenset({"keyword", "note", "language"})
"""What has a place of its own in every item: tags, the lines of `extra` itself, the language."""
_LINE = re.compile(r"([A-Za-z][A-Za-z _-]{1,24}): *(\S.*)")
_ISO = re.compile(r"\d{4}(?:-\d{2}(?:-\d{2})?)?")
_CJK = re.compile("[\u3005-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


def to_item(reference: Reference, *, has_key: bool = True) -> Item:
    """The item that a reference becomes; only fields that say something.

    `has_key`: whether this Zotero has the field `citationKey`; else the key stands in `extra`, for newer ones to find.

    >>> item = to_item(Reference(key="mun", type="book", title="港市", publisher="海門出版社", ISSN="1234-5679"))
    >>> item["itemType"], item["citationKey"], item["extra"]
    ('book', 'mun', 'ISSN: 1234-5679')
    """
    kind = kind_of(reference.type)
    item: Item = {"itemType": kind.item}
    extra = [] if kind.csl == reference.type else [f"type: {reference.type}"]
    if reference.key and has_key:
        item["citationKey"] = reference.key
    elif reference.key:
        extra.insert(0, f"{KEY}: {reference.key}")
    for name, label in _LABELS.items():
        value = _written(reference, name) if name not in _APART else ""
        place = kind.fields.get(name, "")
        if place == "accessDate" and not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            place = ""  # Zotero takes whole days only
        if value and place:
            item[place] = value
        elif value:
            extra.append(f"{label}: {value}")
    if reference.language:
        item["language"] = written_tag(reference.language, reference.title + reference.container_title)
    creators: list[JSON] = []
    for role in ROLES:
        called = kind.author if role == "author" else role
        if role == "author" or role in kind.roles:
            creators += ({"creatorType": called, **_creator(name)} for name in getattr(reference, role))
        else:
            extra += (f"{role}: {_in_extra(name)}" for name in getattr(reference, role))
    item["creators"] = creators
    item["tags"] = [{"tag": word.strip()} for word in re.split("[,;，；]", reference.keyword) if word.strip()]
    if text := "\n".join([*extra, *filter(None, [reference.note])]):
        item["extra"] = text
    return item


def from_item(item: Mapping[str, JSON]) -> Reference | None:
    """The reference that an item is; None for notes, attachments and annotations.

    >>> item = {"itemType": "statute", "nameOfAct": "海关法", "extra": "type: treaty\\nmine", "citationKey": "h"}
    >>> back = from_item(item)
    >>> back.key, back.type, back.title, back.note
    ('h', 'treaty', '海关法', 'mine')
    >>> from_item({"itemType": "note", "note": "<p>mine</p>"}) is None
    True
    """
    kind = csl_type(_text(item, "itemType"))
    if not kind:
        return None
    values: dict[str, object] = {}
    for name, places in READ.items():
        if text := next((text for place in places if (text := _text(item, place))), ""):
            values[name] = _read(name, text)
    people = _people(item.get("creators"))
    key, kind, note = _extra(_text(item, "extra"), values, people, kind)
    values["key"], values["type"], values["note"] = _text(item, "citationKey") or key, kind, note
    values["keyword"] = ", ".join(_tags(item))
    roles = {role: tuple(people[role]) for role in ROLES}
    return Reference(**values, **roles)  # type: ignore[arg-type]  # the values were read for these fields


def _extra(text: str, values: dict[str, object], people: dict[str, list[Name]], kind: str) -> tuple[str, str, str]:
    """The lines of `extra`: fills what the item has not said, and gives the key, the type and the other lines."""
    key, rest = "", []
    for line in text.splitlines():
        found = _LINE.fullmatch(line.strip())
        label = found[1].strip() if found else ""
        name = _FIELDS.get(label, _FIELDS.get(label.lower().replace(" ", "-"), ""))
        if found and label.lower() == KEY.lower():
            key = found[2].strip()
        elif found and label.lower() == "type":
            kind = found[2].strip()
        elif found and label.lower() in ROLES:
            people[label.lower()] += _from_extra(found[2])
        elif found and name and name not in _APART and name not in values:
            values[name] = _read(name, found[2].strip())
        elif line.strip():
            rest.append(line.rstrip())
    return key, kind, "\n".join(rest)


def zotero_date(date: Date) -> str:
    """A date as Zotero's field takes it.

    >>> zotero_date(Date(parts=((2023, 3), (2023, 4)))), zotero_date(Date(parts=((2019,),), season=1))
    ('2023-03/2023-04', 'Spring 2019')
    """
    if not date.parts:
        return date.literal
    if date.season and date.year:
        return f"{SEASONS[date.season - 1]} {date.year}"
    return "/".join("-".join(f"{number:0{2 if at else 4}d}" for at, number in enumerate(part)) for part in date.parts)


def read_date(text: str) -> Date | None:
    """A date as Zotero's field holds it: what `zotero_date` writes, or whatever a person has typed.

    >>> read_date("2023-03/2023-04").parts, read_date("July 2023").parts, read_date("2024-01-05T10:00:00Z").parts
    (((2023, 3), (2023, 4)), ((2023, 7),), ((2024, 1, 5),))
    """
    ends = text.partition("T")[0].split("/")
    if len(ends) <= 2 and all(_ISO.fullmatch(end) for end in ends):
        return Date(parts=tuple(tuple(int(number) for number in end.split("-")) for end in ends))
    return parse_date(text)


def _written(reference: Reference, name: str) -> str:
    value = getattr(reference, name)
    if isinstance(value, Date):
        return zotero_date(value)
    if name == "page":
        return display_pages(reference.page) if reference.page else ""
    if not isinstance(value, str):
        return ""
    return value if name == "abstract" else " ".join(value.split())


def _read(name: str, text: str) -> object:
    if name in ("issued", "accessed"):
        return read_date(text)
    return parse_pages(text) if name == "page" else text


def _creator(name: Name) -> Item:
    if name.literal:
        return {"name": name.literal}
    family = " ".join(filter(None, [name.particle, name.family]))
    given = ", ".join(filter(None, [name.given, name.suffix]))
    return {"lastName": family, "firstName": given} if given else {"name": family}


def _in_extra(name: Name) -> str:
    made = _creator(name)
    return str(made["name"]) if "name" in made else f"{made['lastName']} || {made['firstName']}"


def _from_extra(text: str) -> tuple[Name, ...]:
    family, bars, given = (part.strip() for part in text.partition("||"))
    return (_name(family, given),) if bars else names_from_csl([{"literal": family}])


def _people(creators: JSON) -> dict[str, list[Name]]:
    people: dict[str, list[Name]] = {role: [] for role in ROLES}
    for creator in creators if isinstance(creators, list) else ():
        if not isinstance(creator, dict):
            continue
        called = _text(creator, "creatorType")
        role = called if called in ("editor", "translator") else "author" if called in READ_AUTHORS else ""
        single, family, given = (_text(creator, part) for part in ("name", "lastName", "firstName"))
        if role and (single or not given):
            people[role] += names_from_csl([{"literal": single or family}])
        elif role:
            people[role].append(_name(family, given))
    return people


def _name(family: str, given: str) -> Name:
    """A name in two fields; particles before the family name and a suffix behind the given one are told apart."""
    if _CJK.search(family + given):
        return Name(family=family, given=given)
    found = parse_name(f"{family}, {given}")
    return found if found.family else Name(family=family, given=given)


def _tags(item: Mapping[str, JSON]) -> Iterable[str]:
    tags = item.get("tags")
    for tag in tags if isinstance(tags, list) else ():
        if isinstance(tag, dict) and (text := _text(tag, "tag")):
            yield text


def _text(item: Mapping[str, JSON], name: str) -> str:
    value = item.get(name)
    return value.strip() if isinstance(value, str) else ""
