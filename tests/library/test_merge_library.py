from __future__ import annotations

import time
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.library import Merged, merge, read_bib
from citekit.model import Date, Library, Name, Pages, Reference


def year(*parts: int) -> Date:
    return Date(parts=(parts,))


def person(text: str) -> Name:
    family, _, given = text.partition(", ")
    return Name(family=family, given=given) if given else Name(literal=text)


ADA, TOM = person("Quill, Ada"), person("Marsh, Tom")

# Invented works of every kind that notes cite.
WORKS = [
    Reference(
        type="book",
        language="zh",
        author=(person("沈禾"),),
        title="河港与纸币",
        publisher="钱塘书局",
        issued=year(1988),
    ),
    Reference(
        type="book",
        language="zh",
        author=(person("雷诺"),),
        translator=(person("顾川"),),
        title="航线与港口",
        publisher="南星出版社",
        issued=year(2011),
        original_language="fr",
    ),
    Reference(
        type="book",
        language="zh",
        editor=(person("陆青"), person("方野")),
        title="海关史料讨论集",
        volume="2",
        issued=year(2004),
    ),
    Reference(
        type="book",
        language="zh",
        editor=(person("陆青"), person("方野")),
        title="海关史料讨论集",
        volume="3",
        issued=year(2004),
    ),
    Reference(type="book", language="ja", title="港湾白書", publisher="外務省", issued=year(2023, 4)),
    Reference(type="book", language="ja", title="港湾白書", publisher="外務省", issued=year(2022, 4)),
    Reference(type="classic", language="zh", title="河渠书", volume="47"),
    Reference(
        type="article-journal",
        language="zh",
        author=(person("易宁"), person("闻舟")),
        title="海底电缆的规则之争",
        container_title="远洋研究",
        issue="2",
        issued=year(2019),
    ),
    Reference(
        type="article-journal",
        language="ja",
        author=(person("森田光"),),
        title="無線局の配置",
        container_title="通信史研究",
        volume="14",
        issue="2",
        issued=year(1996, 10),
        page=Pages(ranges=(("33", "35"),)),
    ),
    Reference(
        type="article-journal",
        language="en",
        author=(ADA, TOM),
        title="Cable Politics",
        container_title="Harbor Studies",
        volume="12",
        issue="3",
        issued=year(2016),
        page=Pages(ranges=(("40", "58"),)),
        DOI="10.1000/hs_12",
    ),
    Reference(
        type="article-journal",
        language="en",
        author=(ADA,),
        title="Ports in Spring",
        container_title="Harbor Studies",
        volume="XIV",
        issue="Mar/Apr",
        issued=Date(parts=((2019,),), season=1),
    ),
    Reference(
        type="article-magazine",
        language="ja",
        author=(person("白石律"),),
        title="電信の二人",
        container_title="港",
        issue="225",
        issued=Date(parts=((2023, 3), (2023, 4))),
    ),
    Reference(
        type="article-newspaper", language="zh", title="春荒调查", container_title="东江日报", issued=year(1934, 3, 5)
    ),
    Reference(
        type="article-newspaper", language="zh", title="春荒调查", container_title="东江日报", issued=year(1934, 3, 6)
    ),
    Reference(
        type="article-newspaper",
        language="en",
        author=(TOM,),
        title="Cable cut",
        container_title="The Daily Port",
        issued=year(2020, 1, 2),
    ),
    Reference(
        type="chapter",
        language="en",
        author=(ADA,),
        editor=(TOM,),
        title="Who Owns the Sea?",
        container_title="Harbors and Their Cables",
        publisher="Sand and Sons",
        issued=year(2015),
    ),
    Reference(
        type="chapter",
        language="ja",
        author=(person("白石律"),),
        title="電信と外交",
        container_title="港市の行会",
        publisher="青波書房",
        issued=year(2018),
        page=Pages(ranges=(("38", "47"),)),
    ),
    Reference(type="chapter", language="zh", title="郭传", container_title="河渠书", volume="326"),
    Reference(type="chapter", language="en", author=(ADA,), title="A chapter without a book"),
    Reference(
        type="report",
        language="en",
        author=(ADA,),
        title="Cables in Crisis",
        publisher="Institute of Ports",
        issued=year(2017, 7),
        number="12",
    ),
    Reference(type="report", language="en", title="Annual Report", publisher="Port Authority", issued=year(1999)),
    Reference(type="report", language="en", title="Annual Report", publisher="Port Authority", issued=year(2000)),
    Reference(
        type="report",
        language="en",
        author=(ADA,),
        title="Cables and Growth",
        container_title="Port Working Paper",
        number="644",
        issued=year(1998),
    ),
    Reference(
        type="thesis",
        language="zh",
        author=(person("郑晓"),),
        title="谷仓账簿读法",
        publisher="锦水大学",
        genre="博士学位论文",
        issued=year(2010),
    ),
    Reference(
        type="thesis",
        language="en",
        author=(TOM,),
        title="Reading Ledgers",
        publisher="Marsh University",
        issued=year(2010),
    ),
    Reference(
        type="paper-conference",
        language="en",
        author=(TOM,),
        title="On Ledgers",
        event_title="Ledger Days",
        issued=year(2006),
    ),
    Reference(
        type="webpage",
        language="ja",
        title="日米首脳共同声明",
        publisher="外務省",
        issued=year(2023, 8, 18),
        URL="https://www.mofa.example/a_1%20b.pdf",
    ),
    Reference(
        type="webpage",
        language="ja",
        title="港湾関係の動き",
        publisher="港湾研究所",
        URL="https://www.example.org/article/1",
    ),
    Reference(
        type="webpage",
        language="ja",
        title="港湾関係の動き",
        publisher="港湾研究所",
        URL="https://www.example.org/article/2",
    ),
    Reference(
        type="webpage",
        language="en",
        title="About us",
        container_title="Port Site",
        URL="http://port.example/?a=1&b=2",
        accessed=year(2020, 5, 1),
    ),
    Reference(
        type="webpage",
        language="en",
        author=(Name(literal="Ministry of Ports", institution=True),),
        title="Ports & Rules",
        issued=Date(literal="forthcoming"),
        URL="http://port.example/rules",
    ),
    Reference(type="legislation", language="de", title="Hafengesetz (HafG)", number="§ 64"),
    Reference(
        type="treaty",
        language="en",
        title="Convention on Cables",
        issued=year(1950, 11, 4),
        volume="213",
        page=Pages(ranges=(("221", "221"),)),
    ),
    Reference(type="manuscript", language="fr", title="lettre au préfet", issued=year(1845, 7, 21)),
    Reference(type="standard", language="zh", title="港口数据格式", number="GB/T 0000—2001", issued=year(2001)),
    Reference(
        type="dataset",
        language="en",
        author=(ADA,),
        title="Cable landings",
        URL="https://data.example/1",
        publisher="Port Data",
    ),
    Reference(type="software", language="en", title="{cable} \\ 100% #1", publisher="A_B $ ~ ^", issued=year(2003)),
    Reference(
        type="article-journal",
        language="ru",
        author=(person("Щукин, А. П."),),
        title="Порты и кабели",
        container_title="Морской вестник",
        issue="3",
        issued=year(2011),
    ),
    Reference(
        type="book",
        language="ko",
        author=(person("한누리"),),
        title="항구의 기록",
        publisher="바다책방",
        issued=year(2006),
    ),
    Reference(type="article-journal", container_title="Notes on Ports", issued=year(2021)),
    Reference(
        type="book",
        language="en",
        author=(person("Beek, Jan"), Name(literal="others")),
        title="Ropes",
        collection_title="Ports of the World",
        collection_number="4",
        number="B-7",
        edition="2nd ed.",
        issued=year(2001),
    ),
]


def again(merged: Merged) -> Library:
    result = read_bib(merged.library.text)
    assert not result.messages
    return result.value


def test_each_work_is_added_once() -> None:
    merged = merge(Library(), WORKS)
    assert len(merged.added) == len(WORKS)
    assert len(set(merged.keys)) == len(WORKS)
    assert not merged.matched


@pytest.mark.parametrize("dialect", ["bibtex", "biblatex"])
def test_a_second_run_adds_nothing_and_changes_no_byte(dialect: str) -> None:
    first = merge(Library(), WORKS, "biblatex" if dialect == "biblatex" else "bibtex")
    second = merge(again(first), WORKS)
    assert [r.key for r in second.added] == []
    assert second.library.text == first.library.text
    assert second.keys == first.keys
    assert {r.key for r in second.matched} == set(first.keys)


@pytest.mark.parametrize("work", WORKS, ids=lambda work: work.title or work.container_title)
def test_each_work_alone_is_found_again(work: Reference) -> None:
    first = merge(Library(), [work])
    assert merge(again(first), [work]).added == ()


def test_order_does_not_matter_for_what_is_known() -> None:
    first = merge(Library(), WORKS)
    second = merge(again(first), WORKS[::-1])
    assert second.keys == first.keys[::-1]


def test_works_of_one_batch_are_united() -> None:
    one = Reference(type="book", author=(person("Quill, A."),), title="Cables", issued=year(2001))
    two = Reference(type="book", author=(ADA,), title="Cables: A History", publisher="Marsh", issued=year(2001, 5))
    merged = merge(Library(), [one, two])
    assert len(merged.added) == 1 and merged.keys[0] == merged.keys[1]
    work = merged.added[0]
    assert (work.author, work.title, work.publisher, work.issued) == ((ADA,), two.title, "Marsh", year(2001, 5))
    assert not merged.messages


def test_of_contradictions_the_first_wins_and_is_told() -> None:
    one = Reference(type="book", author=(ADA,), title="Cable Politics", publisher="Marsh Press", issued=year(2001))
    merged = merge(Library(), [one, replace(one, publisher="南星出版社")])
    assert merged.added[0].publisher == "Marsh Press"
    assert [message.text for message in merged.messages] == [
        "Cable Politics: publisher is printed differently: Marsh Press / 南星出版社"
    ]


def test_what_stands_in_an_entry_stays_and_what_it_lacks_is_put_in() -> None:
    text = "@Book{mine,TITLE={Cable {Politics}},author={A. Quill},  year=2001}"
    new = Reference(type="book", author=(ADA,), title="Cable politics", publisher="M", issued=year(2001, 5))
    merged = merge(read_bib(text).value, [new])
    assert merged.library.text == text[:-1] + ", publisher={M}}"
    assert merged.keys == ("mine",)
    assert [work.publisher for work in merged.filled] == ["M"]
    assert [message.text for message in merged.messages] == ["mine: put in what the entry lacked: publisher"]
    assert merge(again(merged), [new]).library.text == merged.library.text


def test_an_article_that_contradicts_the_file_is_told_and_not_believed() -> None:
    text = "@book{mine, title = {Cable Politics}, author = {Ada Quill}, year = 2001, publisher = {Marsh Press}}"
    new = Reference(type="book", author=(ADA,), title="Cable Politics", publisher="南星出版社", issued=year(2001))
    merged = merge(read_bib(text).value, [new])
    assert merged.library.text == text
    assert [message.text for message in merged.messages] == [
        "mine: publisher is Marsh Press in the file, 南星出版社 in the article; the file is kept"
    ]


def test_several_articles_fill_one_entry() -> None:
    text = "@article{mine,\n  title   = {Cable Politics},\n  author  = {Ada Quill},\n}\n% end"
    new = Reference(type="article-journal", author=(ADA,), title="Cable Politics")
    merged = merge(
        read_bib(text).value, [replace(new, volume="2"), replace(new, container_title="Ports", DOI="10.1/x")]
    )
    assert merged.library.text == (
        "@article{mine,\n  title   = {Cable Politics},\n  author  = {Ada Quill},\n  volume  = {2},\n"
        "  journal = {Ports},\n  doi     = {10.1/x},\n}\n% end"
    )
    assert merged.library.references == read_bib(merged.library.text).value.references


def test_a_given_key_that_is_taken_is_replaced() -> None:
    library = read_bib("@book{quill, title = {Something else}}").value
    merged = merge(library, [Reference(key="quill", type="book", author=(ADA,), title="Cables", language="en")])
    assert merged.keys == ("quillndcables",)
    merged = merge(library, [Reference(key="mine", type="book", author=(ADA,), title="Cables")])
    assert merged.keys == ("mine",)


def test_nothing_to_merge_changes_nothing() -> None:
    library = read_bib("@book{a, title = {x}}\n\n\n").value
    assert merge(library, []).library == library


NAMES = st.builds(Name, literal=st.text(max_size=8), institution=st.booleans()) | st.builds(
    Name, family=st.text(max_size=8), given=st.text(max_size=8)
)
REFERENCES = st.builds(
    Reference,
    type=st.sampled_from(
        ["book", "chapter", "article-journal", "webpage", "report", "thesis", "treaty", "paper-conference"]
    ),
    language=st.sampled_from(["", "en", "zh", "ja"]),
    author=st.lists(NAMES, max_size=2).map(tuple),
    editor=st.lists(NAMES, max_size=1).map(tuple),
    title=st.text(min_size=1, max_size=20),
    container_title=st.text(max_size=10),
    publisher=st.text(max_size=10),
    volume=st.text(alphabet="0123456789XV上下 ", max_size=3),
    issued=st.none() | st.builds(Date, parts=st.tuples(st.tuples(st.integers(1, 2100), st.integers(1, 12)))),
    note=st.text(max_size=10),
    URL=st.sampled_from(["", "https://a.example/x", "https://a.example/{y} z"]),
)


@settings(max_examples=200, deadline=None)
@given(REFERENCES)
def test_any_work_is_found_again(work: Reference) -> None:
    first = merge(Library(), [work])
    second = merge(read_bib(first.library.text).value, [work])
    assert second.library.text == first.library.text


def test_time_is_linear() -> None:
    def many(count: int) -> list[Reference]:
        return [replace(WORKS[9], DOI="", title=f"Cable Politics {i}", volume=str(i)) for i in range(count)]

    start = time.process_time()
    merge(Library(), many(3000))
    assert time.process_time() - start < 10
