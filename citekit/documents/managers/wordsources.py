"""Word's own sources (ISO/IEC 29500-1, 22.6, bibliography) and its CITATION fields, to CSL-JSON."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from citekit.documents.managers.items import Item, day, filled
from citekit.documents.markup import local
from citekit.model import JSON

if TYPE_CHECKING:
    from lxml import etree

TYPES = {
    "Book": "book",
    "BookSection": "chapter",
    "JournalArticle": "article-journal",
    "ArticleInAPeriodical": "article-magazine",
    "ConferenceProceedings": "paper-conference",
    "Report": "report",
    "InternetSite": "webpage",
    "DocumentFromInternetSite": "webpage",
    "ElectronicSource": "document",
    "Art": "graphic",
    "SoundRecording": "song",
    "Performance": "speech",
    "Film": "motion_picture",
    "Interview": "interview",
    "Patent": "patent",
    "Case": "legal_case",
    "Misc": "document",
}
"""ST_SourceType to CSL's types."""
CONTAINERS = ("JournalName", "PeriodicalTitle", "BookTitle", "ConferenceName", "InternetSiteTitle", "PublicationTitle")
_SWITCH = re.compile(r'\s\\(\w)(?:\s+("[^"]*"|[^\s\\]+))?')
LONGEST = 5000
"""Characters of an instruction that are read."""
SWITCHES = {"p": "locator", "v": "volume", "f": "prefix", "s": "suffix"}
"""The switches of a CITATION field that say something of the source before them."""


def from_tags(instruction: str, stored: str = "", sources: Mapping[str, Item] | None = None) -> list[Item]:
    r"""The items of a CITATION field, with the works out of the document's sources by their tags.

    >>> from_tags(r'CITATION Qui99 \l 1033 \p 12 \m Ber20', "", {"Qui99": {"title": "T"}, "Ber20": {"title": "U"}})
    [{'itemData': {'title': 'T'}, 'locator': '12'}, {'itemData': {'title': 'U'}}]
    """
    words = instruction[:LONGEST].split(None, 2)
    if len(words) < 2:
        return []
    items: list[Item] = [{"itemData": (sources or {}).get(words[1], {})}]
    for switch, argument in _SWITCH.findall(" " + words[2] if len(words) > 2 else ""):
        text = argument.strip('"')
        if switch == "m":
            items.append({"itemData": (sources or {}).get(text, {})})
        elif switch == "v" and text:
            items[-1] |= {"locator": text, "label": "volume"} if not items[-1].get("locator") else {}
        elif switch in SWITCHES and text:
            items[-1] |= {SWITCHES[switch]: text}
    return items


def read_sources(root: etree._Element) -> dict[str, Item]:
    """The works of a list of sources (`b:Sources`, a part of its own in the package), by their tags."""
    sources = (source for source in root if local(source) == "Source")
    return {_text(source, "Tag"): _work(source) for source in sources if _text(source, "Tag")}


def _work(source: etree._Element) -> Item:
    kind = TYPES.get(_text(source, "SourceType"), "document")
    people = next((part for part in source if local(part) == "Author"), None)
    number = "number" if kind in ("report", "patent", "legal_case") else "issue"
    return filled(
        {
            "type": kind,
            "author": list(_people(people, "Author")),
            "editor": [*_people(people, "Editor"), *_people(people, "BookAuthor")],
            "translator": list(_people(people, "Translator")),
            "title": _text(source, "Title"),
            "container-title": next((text for name in CONTAINERS if (text := _text(source, name))), ""),
            "volume": _text(source, "Volume"),
            number: _text(source, "Issue") or _text(source, "CaseNumber") or _text(source, "PatentNumber"),
            "edition": _text(source, "Edition"),
            "page": _text(source, "Pages"),
            "publisher": _text(source, "Publisher") or _text(source, "Institution") or _text(source, "Department"),
            "publisher-place": _text(source, "City"),
            "genre": _text(source, "ThesisType"),
            "issued": day(*(_text(source, part) for part in ("Year", "Month", "Day"))),
            "accessed": day(*(_text(source, part + "Accessed") for part in ("Year", "Month", "Day"))),
            "URL": _text(source, "URL"),
            "DOI": _text(source, "DOI"),
        }
    )


def _people(people: etree._Element | None, role: str) -> Iterator[JSON]:
    """The persons in a role, and institutions."""
    for group in people if people is not None else ():
        if local(group) != role:
            continue
        for part in group.iter():
            if local(part) == "Corporate":
                yield {"literal": "".join(str(text) for text in part.itertext()).strip()}
            elif local(part) == "Person":
                given = " ".join(text for name in ("First", "Middle") if (text := _text(part, name)))
                yield filled({"family": _text(part, "Last"), "given": given})


def _text(element: etree._Element, name: str) -> str:
    found = next((part for part in element if local(part) == name), None)
    return " ".join("".join(str(text) for text in found.itertext()).split()) if found is not None else ""
