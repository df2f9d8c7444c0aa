"""Bibliographic records that a format holds as data: as CSL-JSON, and printed so that people and parsers can read them.

The printed forms are those of the language that the title is in: Chinese and Japanese marks, otherwise notes and
bibliography of the Chicago Manual of Style, 14.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from citekit.documents.assemble import Run
from citekit.languages.words import language_of

Name = Mapping[str, str]
"""A name as in CSL-JSON: `family` and `given`, or `literal`."""
WEB = ("webpage", "post-weblog", "dataset", "software")


@dataclass(slots=True)
class Record:
    """A record as a reader fills it: `fields` and `names` by CSL's names, `dates` as year, month, day."""

    type: str = "document"
    fields: dict[str, str] = field(default_factory=dict)
    names: dict[str, list[Name]] = field(default_factory=dict)
    dates: dict[str, list[int]] = field(default_factory=dict)

    def put(self, name: str, text: str) -> None:
        """A field, unless it is there already or empty."""
        text = " ".join(text.split())
        if text:
            self.fields.setdefault(name, text)

    def get(self, name: str) -> str:
        return self.fields.get(name, "")

    @property
    def is_work(self) -> bool:
        """Whether there is enough to name a work."""
        return bool(self.get("title") and (self.names or self.dates or len(self.fields) > 1))

    def csl(self) -> dict[str, object]:
        """The item in CSL-JSON."""
        dates = {name: {"date-parts": [parts]} for name, parts in self.dates.items() if parts}
        return {
            "type": self.type,
            **self.fields,
            **{role: names for role, names in self.names.items() if names},
            **dates,
        }


def citation_of(records: Iterable[Record]) -> str:
    """The value of a `citation` hint for these records; empty for none that names a work.

    >>> citation_of([Record(type="book", fields={"title": "Order"}, dates={"issued": [2015]})])
    '{"citationItems": [{"itemData": {"type": "book", "title": "Order", "issued": {"date-parts": [[2015]]}}}]}'
    """
    items = [{"itemData": record.csl()} for record in records if record.is_work]
    return json.dumps({"citationItems": items}, ensure_ascii=False) if items else ""


def date_of(*texts: str) -> list[int]:
    """Year, month and day out of what is printed or coded, as far as they go.

    >>> date_of("2015a", "05"), date_of("2015-03-07"), date_of("2015", "March"), date_of("n.d.")
    ([2015, 5], [2015, 3, 7], [2015], [])
    """
    found: list[int] = []
    for text in texts:
        numbers = [int(part) for part in re.findall(r"\d{1,4}", text)[:3]]
        if not numbers:
            break
        found += numbers
    month, day = found[1:2], found[2:3]
    if not found or not 1 <= found[0] <= 2999:
        return []
    if not month or not 1 <= month[0] <= 12:
        return found[:1]
    return found[:3] if day and 1 <= day[0] <= 31 else found[:2]


def name_of(family: str, given: str = "") -> Name:
    """A name in CSL-JSON; an institution or a name that is not parted has a family name only."""
    family, given = " ".join(family.split()), " ".join(given.split())
    return {"family": family, "given": given} if family and given else {"literal": family or given}


def printed(record: Record) -> list[Run]:
    """The record as a list of references prints it.

    >>> record = Record(type="article-journal", fields={"title": "国益", "container-title": "外交评论", "issue": "3"})
    >>> record.names["author"], record.dates["issued"] = [{"literal": "王帆"}], [2015]
    >>> "".join(run.text for run in printed(record))
    '王帆：《国益》，《外交评论》，2015年第3期。'
    """
    words = [record.get(name) for name in ("title", "container-title", "publisher")]
    form = {"zh": _chinese, "ja": _japanese}.get(language_of(" ".join(words)), _western)
    citation = citation_of([record])
    runs = (part if isinstance(part, Run) else Run(text=part) for part in form(record))
    return [replace(run, citation=citation) for run in runs if run.text]


def _italic(text: str) -> Run:
    return Run(text=text, italic=True)


def _western(record: Record) -> Iterator[str | Run]:
    names = _western_names(record.names.get("author", ()), inverted=True)
    title, container = record.get("title"), record.get("container-title")
    editors = _western_names(record.names.get("editor", ()), inverted=not names and not container)
    if names:
        yield _ended(names)
    elif editors and not container:
        yield f"{editors}, ed. "
    yield from (f"“{_ended(title).strip()}” ",) if container or record.type in WEB else (_italic(title), ". ")
    if container and record.type.startswith("article"):
        yield from (_italic(container), f"{_western_issue(record)}. ")
    elif container:
        edited = f", edited by {editors}" if editors else ""
        page = f", {record.get('page')}" if record.get("page") else ""
        yield from ("In ", _italic(container), f"{edited}{page}. ")
    yield _western_imprint(record)
    yield " ".join(_identifiers(record))


def _western_names(names: Sequence[Name], inverted: bool) -> str:
    shown = []
    for at, name in enumerate(names):
        parts = [name.get("family", ""), name.get("given", "")] if "literal" not in name else [name["literal"]]
        shown.append(", ".join(parts) if inverted and at == 0 else " ".join(reversed(parts)))
    return ", and ".join(part for part in (", ".join(shown[:-1]), *shown[-1:]) if part)


def _western_issue(record: Record) -> str:
    issue = f", no. {record.get('issue')}" if record.get("issue") else ""
    year = f" ({record.dates['issued'][0]})" if record.dates.get("issued") else ""
    page = f": {record.get('page')}" if record.get("page") else ""
    volume = f" {record.get('volume')}" if record.get("volume") else ""
    return f"{volume}{issue}{year}{page}"


def _western_imprint(record: Record) -> str:
    """Edition, place, publisher and year of what is no article."""
    if record.get("container-title") and record.type.startswith("article"):
        return ""
    edition = record.get("edition")
    edition = f"{edition}{_ordinal(int(edition))} ed" if edition.isdecimal() else edition
    volume = f"Vol. {record.get('volume')}" if record.get("volume") else ""
    where = ": ".join(part for part in (record.get("publisher-place"), record.get("publisher")) if part)
    year = str(record.dates["issued"][0]) if record.dates.get("issued") else ""
    imprint = ", ".join(part for part in (where, year) if part)
    return "".join(_ended(part) for part in (edition, volume, record.get("collection-title"), imprint) if part)


def _ordinal(number: int) -> str:
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th") if number not in (11, 12, 13) else "th"


def _chinese(record: Record) -> Iterator[str | Run]:
    names, editors = _names(record, "author", "、"), _names(record, "editor", "、")
    container = record.get("container-title")
    head = names or (f"{editors}编" if editors and not container else "")
    yield f"{head}：《{record.get('title')}》" if head else f"《{record.get('title')}》"
    year = f"{record.dates['issued'][0]}年" if record.dates.get("issued") else ""
    if record.type.startswith("article"):
        volume = f"第{record.get('volume')}卷" if record.get("volume") else ""
        issue = f"第{record.get('issue')}期" if record.get("issue") else ""
        yield f"，《{container}》" if container else ""
        yield f"，{year}{volume}{issue}" if year or volume or issue else ""
    else:
        yield f"，{editors}编" if editors and container else ""
        yield f"{'：' if editors else '，'}《{container}》" if container else ""
        place = "：".join(part for part in (record.get("publisher-place"), record.get("publisher")) if part)
        yield "".join(f"，{part}" for part in (place, year) if part)
    yield f"，第{record.get('page')}页" if record.get("page") else ""
    yield "".join(f"，{part}" for part in _identifiers(record)) + "。"


def _japanese(record: Record) -> Iterator[str | Run]:
    names, editors = _names(record, "author", "・"), _names(record, "editor", "・")
    container = record.get("container-title")
    title = record.get("title")
    yield names or (f"{editors}編" if editors and not container else "")
    yield f"「{title}」" if container else f"『{title}』"
    if container:
        yield f"{editors}編" if editors else ""
        yield f"『{container}』"
    volume = f"第{record.get('volume')}巻" if record.get("volume") and container else ""
    issue = f"第{record.get('issue')}号" if record.get("issue") else ""
    place = "：".join(part for part in (record.get("publisher-place"), record.get("publisher")) if part)
    year = f"{record.dates['issued'][0]}年" if record.dates.get("issued") else ""
    page = f"{record.get('page')}頁" if record.get("page") else ""
    rest = "、".join(part for part in (place, year, page, *_identifiers(record)) if part)
    yield f"{volume}{issue}{'、' if (volume or issue) and rest else ''}{rest}。"


def _names(record: Record, role: str, between: str) -> str:
    """Names in the order of East Asia; Western ones as they are spoken."""
    shown = []
    for name in record.names.get(role, ()):
        parts = [name["literal"]] if "literal" in name else [name.get("family", ""), name.get("given", "")]
        latin = any(char.isascii() and char.isalpha() for char in "".join(parts))
        shown.append(" ".join(reversed(parts)) if latin else "".join(parts))
    return between.join(shown)


def _identifiers(record: Record) -> Iterator[str]:
    if doi := record.get("DOI"):
        yield f"https://doi.org/{doi}"
    elif url := record.get("URL"):
        yield url


def _ended(text: str) -> str:
    return f"{text} " if text.endswith((".", "?", "!", "…")) else f"{text}. "
