"""CSL-JSON items to references, and back without loss."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.model import JSON, Date, Name, Pages, Reference
from citekit.outputs.csljson import to_csl
from citekit.references.csl import TYPES, date_from_csl, from_csl, names_from_csl

WORDS = (
    st.text(alphabet="abcXYZ éß港湾の한글 0123456789-’", min_size=1, max_size=12)
    .map(str.strip)
    .filter(lambda text: bool(text) and "  " not in text)
)
TEXT = st.just("") | WORDS
PERSON = st.builds(Name, family=WORDS, given=TEXT, particle=TEXT, suffix=TEXT)
NAMES = st.lists(PERSON | st.builds(Name, literal=WORDS), max_size=2).map(tuple)
PART = st.tuples(st.integers(1, 9999), st.integers(1, 12), st.integers(1, 31)).flatmap(
    lambda date: st.integers(1, 3).map(lambda depth: date[:depth])
)
DATE = st.none() | st.builds(Date, parts=st.lists(PART, min_size=1, max_size=2).map(tuple), season=st.integers(0, 4))
RANGE = st.tuples(st.integers(100, 500), st.integers(0, 400)).map(lambda pair: (str(pair[0]), str(sum(pair))))
PAGES = st.none() | st.builds(Pages, ranges=st.lists(RANGE, min_size=1, max_size=2).map(tuple))
REFERENCES = st.builds(
    Reference,
    key=st.text(alphabet="abc123_", max_size=8),
    type=st.sampled_from(sorted(TYPES)),
    language=st.sampled_from(("", "en", "zh-CN", "ja")),
    **dict.fromkeys(("author", "editor", "translator"), NAMES),
    **dict.fromkeys(
        """title container_title collection_title collection_number publisher publisher_place event_title edition genre
        number volume issue URL note""".split(),  # noqa: SIM905 - names of fields
        TEXT,
    ),
    page=PAGES,
    issued=DATE,
    accessed=DATE,
    original_language=st.sampled_from(("", "en")),
    DOI=st.just("") | st.integers(1, 99).map("10.1000/{}".format),
)
NESTED: st.SearchStrategy[JSON] = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text(max_size=8),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(("date-parts", "raw", "family", "x")), inner)
    ),
    max_leaves=8,
)
VARIABLES = ("type", "title", "author", "editor", "issued", "accessed", "page", "DOI", "language", "volume", "custom")


@given(REFERENCES)
def test_there_and_back(reference: Reference) -> None:
    item = to_csl(reference, printed_only=False)
    assert to_csl(from_csl(json.loads(json.dumps(item))), printed_only=False) == item


@given(st.dictionaries(st.sampled_from(VARIABLES), NESTED))
def test_any_item_gives_a_reference(item: dict[str, JSON]) -> None:
    once = to_csl(from_csl(item), printed_only=False)
    assert to_csl(from_csl(once), printed_only=False) == once


@pytest.mark.parametrize(
    ("item", "field", "value"),
    [
        (
            {"title": '<i>Tides</i> of <span style="font-variant:small-caps;">Emden</span> &c.'},
            "title",
            "Tides of Emden &c.",
        ),
        ({"title": "a < b and c > d"}, "title", "a < b and c > d"),
        ({"volume": 12}, "volume", "12"),
        ({"type": "article_journal"}, "type", "document"),
        ({"DOI": "https://doi.org/10.1000/182"}, "DOI", "10.1000/182"),
        ({"DOI": "pending"}, "DOI", "pending"),
        ({"language": "English"}, "language", ""),
        ({"language": "pt-BR"}, "language", "pt-BR"),
        ({"event": "Tide Days"}, "event_title", "Tide Days"),
        ({"page": "5–6, 12"}, "page", Pages(ranges=(("5", "6"), ("12", "12")))),
        ({"title": ["no", "string"]}, "title", ""),
        ({"id": "http://zotero.org/users/1/items/A"}, "key", ""),
    ],
)
def test_what_programs_write(item: dict[str, JSON], field: str, value: object) -> None:
    assert getattr(from_csl(item), field) == value


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ({"date-parts": [["2023", "3", "05"]]}, Date(parts=((2023, 3, 5),))),
        ({"date-parts": [[2023, 0]]}, Date(parts=((2023,),))),
        ({"date-parts": [[2023], []]}, Date(parts=((2023,),))),
        ({"date-parts": [[-44, 3]]}, Date(parts=((-44, 3),))),
        ({"date-parts": [[2019]], "season": "Spring"}, Date(parts=((2019,),), season=1)),
        ({"date-parts": [[2019]], "season": 24}, Date(parts=((2019,),), season=4)),
        ({"raw": "18 August 2023"}, Date(parts=((2023, 8, 18),))),
        ({"literal": "in press"}, Date(literal="in press")),
        ("2023-08", Date(parts=((2023, 8),))),
        ({"date-parts": "2023"}, None),
        ({}, None),
        (2023, None),
    ],
)
def test_dates(date: JSON, expected: Date | None) -> None:
    assert date_from_csl(date) == expected


def test_names() -> None:
    names: JSON = [
        {"family": "Berg", "given": "Jan", "dropping-particle": "van", "non-dropping-particle": "der", "suffix": "Jr."},
        {"literal": "World Tide Organization"},
        {"literal": "陆行之"},
        "Quill, Ada",
        {"family": ""},
        7,
    ]
    assert names_from_csl(names) == (
        Name(family="Berg", given="Jan", particle="van der", suffix="Jr."),
        Name(literal="World Tide Organization", institution=True),
        Name(literal="陆行之"),
        Name(family="Quill", given="Ada"),
    )
