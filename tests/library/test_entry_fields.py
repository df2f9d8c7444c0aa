from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.library.fields import read_entry
from citekit.model import Date, Name, Pages, Reference


@pytest.mark.parametrize(
    ("entry", "fields", "reference"),
    [
        (
            "ARTICLE",
            {
                "author": "Quill, A.",
                "title": "{C}ables",
                "journal": "Harbor",
                "volume": "12",
                "number": "3",
                "pages": "40--58",
            },
            Reference(
                type="article-journal",
                author=(Name(family="Quill", given="A."),),
                title="Cables",
                container_title="Harbor",
                volume="12",
                issue="3",
                page=Pages(ranges=(("40", "58"),)),
            ),
        ),
        (
            "phdthesis",
            {"title": "T", "school": "U", "year": "2010", "type": "Thesis"},
            Reference(type="thesis", title="T", publisher="U", issued=Date(parts=((2010,),))),
        ),
        (
            "online",
            {"title": "T", "organization": "外務省", "urldate": "2020-01-02", "date": "XXXX", "langid": "japanese"},
            Reference(
                type="webpage", title="T", publisher="外務省", accessed=Date(parts=((2020, 1, 2),)), language="ja"
            ),
        ),
        (
            "book",
            {"title": "T", "subtitle": "S", "series": "Ports", "number": "4", "doi": "https://doi.org/10.1/x"},
            Reference(type="book", title="T: S", collection_title="Ports", collection_number="4", DOI="10.1/x"),
        ),
        (
            "misc",
            {"title": "T", "note": "seen; volume: 3; issued: in press"},
            Reference(type="document", title="T", note="seen", volume="3", issued=Date(literal="in press")),
        ),
        (
            "techreport",
            {"title": "T", "institution": "{Sand and Sons}", "type": "Report", "number": "7"},
            Reference(type="report", title="T", publisher="Sand and Sons", number="7"),
        ),
    ],
)
def test_entries_of_any_hand(entry: str, fields: dict[str, str], reference: Reference) -> None:
    got = read_entry(entry, "", fields)
    assert got == reference


@given(
    st.text(max_size=8),
    st.dictionaries(
        st.sampled_from(
            ["author", "title", "date", "year", "month", "pages", "note", "url", "doi", "number", "type", "langid"]
        ),
        st.text(max_size=30),
    ),
)
def test_reading_never_raises(entry: str, fields: dict[str, str]) -> None:
    read_entry(entry, "k", fields)
