"""Bibliographies of other programs: what each format says, what is told of broken ones, what conversions keep."""

from __future__ import annotations

from dataclasses import fields, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.inputs import INPUTS, detect, read_references
from citekit.library.keys import assign_keys
from citekit.model import CitekitError, Date, Name, Pages, Reference
from citekit.outputs import WRITERS, write

RIS = """\
TY  - JOUR
T1  - Cable Politics: A History
  of Small Ports
A1  - Quill, Ada
A1  - van der Berg, Jan, Jr.
AU  - 沈禾
JF  - Harbor Studies
Y1  - 2016/03/05/
VL  - 12
IS  - 3
SP  - 40
EP  - 58
SN  - 1234-5679
KW  - cables
KW  - ports
DO  - https://doi.org/10.1000/x
N1  - a note
LA  - en
ER  -

TY  - CHAP
TI  - 港市的行会
AU  - 宫田直
A2  - 唐朴
T2  - 账簿研究
PB  - 锦水出版社
CY  - 成都
PY  - 2010
ER  -
"""
NBIB = """\
PMID- 12345678
OWN - NLM
DP  - 2001 Mar 5
TI  - Tides and the health of
      harbour workers.
PG  - 461-95
LID - 10.1000/tides [doi]
FAU - Quill, Ada B
AU  - Quill AB
FAU - Marsh, Tom
LA  - eng
JT  - Harbour medicine
VI  - 36
IP  - 4
"""
ENDNOTE = """\
<?xml version="1.0" encoding="UTF-8"?><xml><records><record>
<ref-type name="Journal Article">17</ref-type>
<contributors><authors><author><style face="normal">Quill, Ada</style></author></authors></contributors>
<titles><title><style>Cable Politics</style></title><secondary-title>Harbor Studies</secondary-title></titles>
<dates><year>2016</year></dates><volume>12</volume><number>3</number><pages>40-58</pages>
</record></records></xml>
"""
CSL = '[{"id": "quill2016", "type": "book", "title": "Cables", "issued": {"date-parts": [[2016]]}}, 5]'
BIB = "% mine\n@book{quill2016, title = {Cables}, year = 2016}\n"


def read(text: str, tmp_path: Path, name: str = "works") -> tuple[Reference, ...]:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    return read_references(path).value


def test_ris(tmp_path: Path) -> None:
    article, chapter = read(RIS, tmp_path)
    assert article.type == "article-journal"
    assert article.title == "Cable Politics: A History of Small Ports"
    assert article.author == (
        Name(literal="沈禾"),
        Name(family="Quill", given="Ada"),
        Name(family="van der Berg", given="Jan", suffix="Jr."),
    )
    assert (article.container_title, article.volume, article.issue) == ("Harbor Studies", "12", "3")
    assert article.page == Pages(ranges=(("40", "58"),))
    assert article.issued == Date(parts=((2016, 3, 5),))
    assert (article.DOI, article.ISSN, article.keyword, article.note) == (
        "10.1000/x",
        "1234-5679",
        "cables, ports",
        "a note",
    )
    assert (chapter.type, chapter.container_title, chapter.editor) == ("chapter", "账簿研究", (Name(literal="唐朴"),))
    assert (chapter.publisher, chapter.publisher_place, chapter.issued) == (
        "锦水出版社",
        "成都",
        Date(parts=((2010,),)),
    )


def test_nbib(tmp_path: Path) -> None:
    (one,) = read(NBIB, tmp_path)
    assert one.title == "Tides and the health of harbour workers"
    assert one.author == (Name(family="Quill", given="Ada B"), Name(family="Marsh", given="Tom"))
    assert (one.container_title, one.volume, one.issue, one.language) == ("Harbour medicine", "36", "4", "en")
    assert one.page == Pages(ranges=(("461", "495"),))
    assert one.issued == Date(parts=((2001, 3, 5),))
    assert one.DOI == "10.1000/tides"


def test_endnote(tmp_path: Path) -> None:
    (one,) = read(ENDNOTE, tmp_path)
    assert (one.type, one.title, one.container_title, one.volume, one.issue) == (
        "article-journal", "Cable Politics", "Harbor Studies", "12", "3",
    )  # fmt: skip
    assert one.author == (Name(family="Quill", given="Ada"),)


def test_csl_json_and_bib_keep_their_keys(tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(CSL, "utf-8")
    found = read_references(path)
    assert [reference.key for reference in found.value] == ["quill2016"]
    assert [message.text for message in found.messages] == ["1 of 2 values are no items and were left out"]
    assert [reference.key for reference in read(BIB, tmp_path)] == ["quill2016"]


@pytest.mark.parametrize(
    ("text", "form"),
    [(RIS, "ris"), (NBIB, "nbib"), (ENDNOTE, "endnotexml"), (CSL, "csljson"), (BIB, "bibtex"), ("\ufeff" + RIS, "ris")],
)
def test_content_tells_the_format(text: str, form: str) -> None:
    assert detect(text, ".bib") == form


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("a.docx", "Dear reader", "is no bibliography of a known format"),
        ("a.json", "[{", "is no JSON"),
        ("a.xml", "<!DOCTYPE a [<!ENTITY b 'c'>]><xml/>", "XML entities"),
    ],
)
def test_what_cannot_be_read_is_one_line(tmp_path: Path, name: str, text: str, said: str) -> None:
    path = tmp_path / name
    path.write_text(text, "utf-8")
    with pytest.raises(CitekitError, match=said) as error:
        read_references(path)
    assert str(error.value).startswith(str(path)) and "\n" not in str(error.value)


@given(
    st.sampled_from(sorted(INPUTS)),
    st.text(max_size=200)
    | st.sampled_from([RIS, NBIB, ENDNOTE, CSL, BIB]).flatmap(
        lambda text: st.integers(0, len(text)).map(lambda cut: text[:cut])
    ),
)
def test_never_raises_anything_else(form: str, text: str) -> None:
    try:
        INPUTS[form].read(text)
    except CitekitError as error:
        assert "\n" not in str(error)


WORDS = st.sampled_from(["Cables", "港市的行会", "Häfen", "R and D", "Порты 2", "インド太平洋"])
PERSONS = [Name(family="Quill", given="Ada"), Name(literal="沈禾"), Name(family="Berg", given="Jan")]
NAMES = st.lists(st.sampled_from(PERSONS), min_size=1, max_size=2).map(tuple)
WORKS = st.builds(
    Reference,
    type=st.sampled_from(["book", "article-journal", "chapter", "thesis", "report", "webpage", "article-newspaper"]),
    language=st.sampled_from(["en", "de", "zh-CN", "ja", "ru"]),
    author=NAMES,
    editor=NAMES,
    title=WORDS,
    container_title=WORDS.map(lambda word: f"{word} Review"),
    publisher=WORDS.map(lambda word: f"{word} Press"),
    volume=st.sampled_from(["", "12"]),
    issue=st.sampled_from(["", "3"]),
    page=st.sampled_from([None, Pages(ranges=(("40", "58"),))]),
    issued=st.sampled_from([Date(parts=((2016,),)), Date(parts=((2016, 3),)), Date(parts=((2016, 3, 5),))]),
    DOI=st.sampled_from(["", "10.1000/x_1"]),
    URL=st.sampled_from(["", "https://a.example/b_c?d=1&e=%20"]),
    ISBN=st.sampled_from(["", "978-0-306-40615-7"]),
    keyword=st.sampled_from(["", "cables, ports"]),
    abstract=st.sampled_from(["", "What 50 % of ports & harbors say."]),
)

# The table of docs/formats.md: what survives a round trip through each format, for every type of work.
SURVIVES = {
    "csljson": {field.name for field in fields(Reference)} - {"key"},
    "ris": {
        "type",
        "language",
        "author",
        "title",
        "publisher",
        "volume",
        "issued",
        "DOI",
        "URL",
        "abstract",
        "keyword",
        "page",
    },
    "bibtex": {"language", "author", "title", "issued", "DOI", "URL", "ISBN", "abstract", "keyword"},
    "biblatex": {"language", "author", "title", "issued", "DOI", "URL", "ISBN", "abstract", "keyword"},
}


def test_every_writer_has_its_way_back() -> None:
    assert SURVIVES.keys() == WRITERS.keys()


@pytest.mark.parametrize("form", sorted(SURVIVES))
@settings(max_examples=60, deadline=None)
@given(work=WORKS)
def test_round_trip(form: str, work: Reference) -> None:
    (work,) = assign_keys([work])
    (back,) = INPUTS[form if form in INPUTS else "bibtex"].read(write([work], form)).value
    assert back.key == work.key
    for name in SURVIVES[form]:
        assert getattr(back, name) == getattr(work, name), name


@settings(max_examples=60, deadline=None)
@given(work=WORKS)
def test_csl_json_is_whole(work: Reference) -> None:
    (keyed,) = assign_keys([work])
    assert INPUTS["csljson"].read(write([keyed], "csljson")).value == (replace(keyed, key=keyed.key),)
