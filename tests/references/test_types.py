"""The CSL type of a work, from what its citation prints."""

from __future__ import annotations

import pytest

from citekit.model import Date, Name, Pages, Reference
from citekit.references.types import TYPE_CODES, guess_type

YEAR = Date(parts=((2016,),))
DAY = Date(parts=((2020, 5, 8),))
SOMEBODY = (Name(literal="陆行之"),)
OFFICE = (Name(literal="国家航道局", institution=True),)

CASES: dict[str, tuple[Reference, str]] = {
    "book": (Reference(title="潮汐", publisher="澄海出版社", issued=YEAR), "book"),
    "title alone": (Reference(title="潮汐"), "book"),
    "nothing": (Reference(), "document"),
    "issue": (Reference(title="潮汐", container_title="远洋研究", issue="2", issued=YEAR), "article-journal"),
    "volume": (Reference(title="潮汐", container_title="远洋研究", volume="12", issued=YEAR), "article-journal"),
    "journal and month": (
        Reference(title="潮汐", container_title="远洋研究", issued=Date(parts=((2022, 10),))),
        "article-journal",
    ),
    "chapter by its editor": (Reference(title="税", container_title="论集", editor=SOMEBODY, issued=YEAR), "chapter"),
    "chapter by its publisher": (Reference(title="税", container_title="论集", publisher="晨星书局"), "chapter"),
    "newspaper": (Reference(title="关", container_title="航务报", issued=DAY), "article-newspaper"),
    "newspaper online": (
        Reference(title="关", container_title="航务日报", issued=DAY, URL="https://a.example"),
        "article-newspaper",
    ),
    "news site": (
        Reference(title="关", container_title="中国航务网", issued=DAY, URL="https://a.example"),
        "webpage",
    ),
    "page of an institution": (
        Reference(title="協力", publisher="外務省", issued=DAY, URL="https://a.example"),
        "webpage",
    ),
    "address alone": (Reference(URL="https://a.example"), "webpage"),
    "thesis": (Reference(title="电报网", publisher="南开大学", genre="博士学位论文"), "thesis"),
    "English thesis": (Reference(title="Pilots", publisher="University of Leeds", genre="PhD dissertation"), "thesis"),
    "report by its genre": (Reference(title="Cables", genre="Working Paper", number="12"), "report"),
    "report of an office": (
        Reference(title="航道发展报告", author=OFFICE, publisher="人民交通出版社", issued=YEAR),
        "report",
    ),
    "law": (Reference(title="海上交通安全法"), "legislation"),
    "book about a law": (Reference(title="海商法", author=SOMEBODY, publisher="法律出版社"), "book"),
    "book with an address": (
        Reference(title="潮汐", publisher="晨星书局", publisher_place="杭州", URL="https://a.example"),
        "book",
    ),
    "article with pages": (
        Reference(title="潮汐", container_title="远洋研究", issued=YEAR, page=Pages(ranges=(("1", "9"),))),
        "article-journal",
    ),
}


@pytest.mark.parametrize(("item", "expected"), CASES.values(), ids=CASES)
def test_guess_type(item: Reference, expected: str) -> None:
    assert guess_type(item, "") == expected


@pytest.mark.parametrize(("code", "expected"), TYPE_CODES.items())
def test_type_codes(code: str, expected: str) -> None:
    assert guess_type(Reference(title="潮汐"), f"陆行之. 潮汐[{code}]. 2016") == expected
    assert guess_type(Reference(title="潮汐"), f"陆行之. 潮汐[{code}/OL]. 2016") == expected


def test_a_part_of_a_book_is_a_chapter() -> None:
    assert guess_type(Reference(title="税"), "温一舟. 税[M]//顾棠. 论集. 2011") == "chapter"


def test_an_unknown_code_counts_for_nothing() -> None:
    assert guess_type(Reference(title="潮汐"), "陆行之. 潮汐[X]. 2016") == "book"
