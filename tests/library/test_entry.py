from __future__ import annotations

import pytest

from citekit.library.entry import ORDER, bare_doi, bare_url, entry_fields, literal_list, write_entry
from citekit.library.entrytypes import UNFIT
from citekit.model import Date, Name, Pages, Reference

ADA = (Name(family="Quill", given="Ada"),)
TOM = (Name(family="Marsh", given="Tom"),)
YEAR = Date(parts=((2016,),))


@pytest.mark.parametrize(
    ("reference", "bibtex", "biblatex"),
    [
        (Reference(type="article-journal", author=ADA, container_title="J"), "article", "article"),
        (Reference(type="article-journal", container_title="J"), "article", "article"),
        (Reference(type="article-journal", author=ADA, URL="http://a.org"), "online", "online"),
        (Reference(type="article", author=ADA), "misc", "misc"),
        (Reference(type="book", author=ADA), "book", "book"),
        (Reference(type="book", editor=ADA), "book", "collection"),
        (Reference(type="book", publisher="外務省"), "manual", "manual"),
        (Reference(type="classic", volume="47"), "book", "book"),
        (Reference(type="chapter", author=ADA, editor=TOM, container_title="B"), "incollection", "incollection"),
        (Reference(type="chapter", author=ADA, container_title="B"), "inbook", "inbook"),
        (Reference(type="chapter", editor=TOM, container_title="B"), "incollection", "incollection"),
        (Reference(type="chapter", author=ADA), "book", "book"),
        (Reference(type="report", author=ADA, publisher="I"), "techreport", "report"),
        (Reference(type="report", publisher="I"), "manual", "manual"),
        (Reference(type="thesis", genre="博士学位论文"), "phdthesis", "thesis"),
        (Reference(type="thesis", genre="硕士学位论文"), "mastersthesis", "thesis"),
        (Reference(type="thesis", genre="修士論文"), "mastersthesis", "thesis"),
        (Reference(type="paper-conference", author=ADA, event_title="E"), "inproceedings", "inproceedings"),
        (Reference(type="paper-conference", author=ADA), "unpublished", "unpublished"),
        (Reference(type="webpage", URL="http://a.org"), "online", "online"),
        (Reference(type="webpage"), "misc", "misc"),
        (Reference(type="patent", author=ADA, number="1"), "patent", "patent"),
        (Reference(type="legislation", URL="http://a.org"), "online", "online"),
        (Reference(type="treaty"), "misc", "misc"),
        (Reference(type="standard", number="GB 1"), "manual", "manual"),
        (Reference(type="no such type"), "misc", "misc"),
    ],
)
def test_entry_types(reference: Reference, bibtex: str, biblatex: str) -> None:
    assert entry_fields(reference, "bibtex")[0] == bibtex
    assert entry_fields(reference, "biblatex")[0] == biblatex


def test_both_dialects_name_their_own_fields() -> None:
    reference = Reference(
        type="article-newspaper", author=ADA, title="Ports", container_title="Daily", issued=Date(parts=((2020, 3, 5),))
    )
    _, fields = entry_fields(reference, "bibtex")
    assert {name: fields[name] for name in ("journal", "year", "month", "date", "entrysubtype")} == {
        "journal": "Daily",
        "year": "2020",
        "month": "3",
        "date": "2020-03-05",
        "entrysubtype": "newspaper",
    }
    _, fields = entry_fields(reference, "biblatex")
    assert fields["journaltitle"] == "Daily"
    assert "year" not in fields and "month" not in fields


def test_date_comes_after_year_and_month() -> None:
    # Zotero takes the last of them.
    assert ORDER.index("year") < ORDER.index("month") < ORDER.index("date")


@pytest.mark.parametrize(
    ("title", "written"),
    [
        ("Cable Politics", "{Cable Politics}"),
        ("Cable politics", "Cable politics"),
        ("美国“印太”战略", "美国“印太”战略"),
        ("QUAD与AUKUS", "{QUAD与AUKUS}"),
        ("A } brace and R&D", r"{A \textbraceright{} brace and R\&D}"),
    ],
)
def test_titles_that_a_style_would_lower_are_braced_whole(title: str, written: str) -> None:
    assert entry_fields(Reference(title=title))[1]["title"] == written


@pytest.mark.parametrize(
    ("url", "written"),
    [
        ("https://a.org/x_1%20b?c=d&e=f#g~h", "https://a.org/x_1%20b?c=d&e=f#g~h"),
        ("https://a.org/a b", "https://a.org/a%20b"),
        ("https://a.org/{x}\\y", "https://a.org/%7Bx%7D%5Cy"),
        ("https://例え.jp/頁", "https://例え.jp/頁"),
    ],
)
def test_urls_stay_as_they_are(url: str, written: str) -> None:
    assert bare_url(url) == written


@pytest.mark.parametrize("doi", ["10.1/a_b", "doi:10.1/a_b", "https://doi.org/10.1/a_b", "http://dx.doi.org/10.1/a_b"])
def test_dois_are_bare(doi: str) -> None:
    assert bare_doi(doi) == "10.1/a_b"


def test_biber_would_split_a_publisher_at_and() -> None:
    assert literal_list("Sand and Sons") == "{Sand and Sons}"
    assert literal_list("Sandand") == "Sandand"


def test_what_a_type_has_no_field_for_stands_in_the_note() -> None:
    reference = Reference(
        type="webpage",
        title="T",
        URL="http://a.org",
        volume="3",
        translator=TOM,
        note="seen",
        issued=Date(literal="in press"),
    )
    fields = entry_fields(reference)[1]
    assert fields["note"] == "seen; translator: Marsh, Tom; volume: 3; issued: in press"
    assert fields["date"] == "XXXX"


def test_no_type_writes_a_field_that_biber_rejects_for_it() -> None:
    full = Reference(
        author=ADA,
        editor=TOM,
        translator=TOM,
        title="T",
        container_title="C",
        collection_title="S",
        collection_number="1",
        publisher="P",
        publisher_place="L",
        event_title="E",
        edition="2",
        genre="G",
        number="N",
        volume="3",
        issue="4",
        page=Pages(ranges=(("1", "2"),)),
        original_language="ko",
        URL="http://a.org",
        language="en",
        issued=YEAR,
    )
    from dataclasses import replace

    from citekit.library.entrytypes import CANDIDATES

    for kind in CANDIDATES:
        entry, fields = entry_fields(replace(full, type=kind))
        assert not UNFIT.get(entry, frozenset()) & set(fields), (kind, entry)


def test_undated_works_have_the_unspecified_year() -> None:
    assert "date         = {XXXX}," in write_entry(Reference(key="a", title="T"))


def test_languages() -> None:
    fields = entry_fields(Reference(title="关于", language="zh", original_language="ko", type="book", author=ADA))[1]
    assert (fields["langid"], fields["language"], fields["origlanguage"]) == ("chinese", "zh-CN", "korean")
