from __future__ import annotations

from dataclasses import replace

import pytest

from citekit.library.identity import identify, normal_url, same_work
from citekit.library.likeness import normal
from citekit.library.persons import same_person
from citekit.model import Date, Name, Pages, Reference


def year(*parts: int) -> Date:
    return Date(parts=(parts,))


ADA = (Name(family="Quill", given="Ada"),)
TOM = (Name(family="Marsh", given="Tom"),)
SHEN = (Name(literal="沈禾"),)
BOOK = Reference(type="book", author=ADA, title="Cable Politics: A History", publisher="Marsh Press", issued=year(2016))
ARTICLE = Reference(
    type="article-journal",
    author=SHEN,
    title="海底电缆的规则之争",
    container_title="远洋研究",
    issue="2",
    issued=year(2019),
    language="zh",
)
CHAPTER = Reference(
    type="chapter", author=ADA, title="Ports and Cables", editor=TOM, container_title="Harbors", issued=year(2010)
)
PAGE = Reference(
    type="webpage",
    title="日米首脳共同声明",
    publisher="外務省",
    issued=year(2023, 8, 18),
    URL="https://www.mofa.example/a.html",
)
HELD = Reference(type="manuscript", archive="Archives du port", archive_location="vol. 201")
UNDATED = replace(PAGE, issued=None, URL="https://www.mofa.example/b")

SAME = [
    (BOOK, BOOK),
    (BOOK, replace(BOOK, title="Cable politics : a history")),
    (BOOK, replace(BOOK, title="Ｃａｂｌｅ Politics—A History")),
    (BOOK, replace(BOOK, title="Cable Politics")),
    (BOOK, replace(BOOK, author=(Name(family="Quill", given="A."),))),
    (BOOK, replace(BOOK, author=(Name(family="QUILL", given="Ada M."),))),
    (BOOK, replace(BOOK, issued=None)),
    (BOOK, replace(BOOK, publisher="Marsh", publisher_place="Oxford")),
    (BOOK, replace(BOOK, author=(*ADA, *TOM))),
    (BOOK, replace(BOOK, type="document")),
    (BOOK, replace(BOOK, author=(), editor=ADA)),
    (replace(BOOK, edition="2"), replace(BOOK, edition="2nd ed.")),
    (ARTICLE, replace(ARTICLE, author=(Name(family="沈", given="禾"),))),
    (ARTICLE, replace(ARTICLE, title="海底電纜的規則之爭", container_title="遠洋研究", language="zh-TW")),
    (ARTICLE, replace(ARTICLE, title="Haidi dianlan de guize zhi zheng", author=(Name(family="Shen", given="He"),))),
    (ARTICLE, replace(ARTICLE, title="Haidi Dianlan de Guize zhi Zheng", author=(Name(literal="Shen He"),))),
    (ARTICLE, replace(ARTICLE, page=Pages(ranges=(("45", "60"),)))),
    (ARTICLE, replace(ARTICLE, issued=year(2019, 4))),
    (ARTICLE, replace(ARTICLE, issue="")),
    (
        replace(ARTICLE, DOI="10.1/X"),
        replace(ARTICLE, DOI="https://doi.org/10.1/x", title="An English title", author=()),
    ),
    (
        replace(ARTICLE, container_title="International Studies", volume="3"),
        replace(ARTICLE, container_title="Int. Stud.", volume="3"),
    ),
    (CHAPTER, replace(CHAPTER, editor=())),
    (CHAPTER, replace(CHAPTER, container_title="Harbors: Essays")),
    (PAGE, replace(PAGE, URL="http://mofa.example/a.html#top")),
    (PAGE, replace(PAGE, issued=None)),
    (PAGE, replace(PAGE, publisher="")),
    (PAGE, replace(PAGE, URL="")),
    (UNDATED, UNDATED),
    (HELD, HELD),
    (UNDATED, replace(UNDATED, title="日米首脳共同声明（仮訳）")),
]
DIFFERENT = [
    (BOOK, replace(BOOK, issued=year(2017))),
    (BOOK, replace(BOOK, author=TOM)),
    (BOOK, replace(BOOK, author=(Name(family="Quill", given="Tom"),))),
    (BOOK, replace(BOOK, title="Cable Politics: The Second Century")),
    (replace(BOOK, volume="1"), replace(BOOK, volume="2")),
    (replace(BOOK, volume="上"), replace(BOOK, volume="下")),
    (replace(BOOK, edition="1"), replace(BOOK, edition="2nd ed.")),
    (replace(BOOK, translator=(Name(literal="顾川"),)), replace(BOOK, translator=(Name(literal="梁舟"),))),
    (replace(BOOK, DOI="10.1/x"), replace(BOOK, DOI="10.1/y")),
    (ARTICLE, replace(ARTICLE, issue="3")),
    (ARTICLE, replace(ARTICLE, container_title="史料月刊")),
    (ARTICLE, replace(ARTICLE, issued=year(2020))),
    (replace(ARTICLE, title="书评"), replace(ARTICLE, title="书评", author=(Name(literal="方野"),))),
    (CHAPTER, Reference(type="book", author=ADA, title="Ports and Cables", issued=year(2010))),
    (CHAPTER, Reference(type="book", editor=TOM, title="Harbors", issued=year(2010))),
    (CHAPTER, replace(CHAPTER, title="Introduction")),
    (CHAPTER, replace(CHAPTER, container_title="Rivers")),
    (PAGE, replace(PAGE, issued=year(2023, 8, 19))),
    (PAGE, replace(PAGE, title="日韓首脳共同声明")),
    (PAGE, replace(PAGE, publisher="首相官邸", URL="")),
    (UNDATED, replace(UNDATED, URL="https://www.mofa.example/c")),
    (HELD, replace(HELD, archive="Архив города", archive_location="Ф. 7")),
    (HELD, replace(HELD, archive_location="vol. 202")),
    (replace(HELD, title="Letter to a pilot"), replace(HELD, title="Letter to a pilot", archive_location="vol. 202")),
    (Reference(type="manuscript"), Reference(type="manuscript")),
    (Reference(title="Report", type="report"), Reference(title="Report", type="report", issued=year(2001))),
    (Reference(container_title="J", type="article-journal"), Reference(container_title="K", type="article-journal")),
]


@pytest.mark.parametrize(("one", "two"), SAME)
def test_same(one: Reference, two: Reference) -> None:
    assert same_work(identify(one), identify(two))
    assert same_work(identify(two), identify(one))


@pytest.mark.parametrize(("one", "two"), DIFFERENT)
def test_different(one: Reference, two: Reference) -> None:
    assert not same_work(identify(one), identify(two))
    assert not same_work(identify(two), identify(one))


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        (Name(literal="王帆"), Name(family="王", given="帆"), True),
        (Name(literal="Ada Quill"), Name(family="Quill", given="Ada"), True),
        (Name(family="Berg", given="Jan", particle="van der"), Name(family="van der Berg", given="Jan"), True),
        (Name(family="Cha", given="VD"), Name(family="Cha", given="Victor D."), True),
        (Name(family="Cha", given="Victor"), Name(family="Cha", given="Vera"), False),
        (Name(literal="王帆"), Name(literal="王凡"), False),
    ],
)
def test_same_person(one: Name, two: Name, same: bool) -> None:
    assert same_person(one, two) is same


def test_normal_forms() -> None:
    assert normal("ガ") != normal("カ")
    assert normal("“…”") == "“…”"
    assert normal_url("HTTP://WWW.A.org/B/") == "a.org/B"
