from __future__ import annotations

import importlib.metadata
import json
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.model import CitekitError, Date, Name, Pages, Reference
from citekit.outputs import WRITERS, write
from citekit.outputs.csljson import to_csl

ADA = (Name(family="Quill", given="Ada"),)
ARTICLE = Reference(
    key="quill2016cable",
    type="article-journal",
    language="en",
    author=(*ADA, Name(literal="Ministry of Ports", institution=True)),
    title="Cable Politics",
    container_title="Harbor Studies",
    volume="12",
    issue="3",
    page=Pages(ranges=(("40", "58"),)),
    issued=Date(parts=((2016, 3, 5),)),
    DOI="https://doi.org/10.1000/x_1",
    URL="https://a.example/x_1",
)


@pytest.mark.parametrize("name", sorted(WRITERS))
def test_every_writer_takes_nothing_and_everything(name: str) -> None:
    assert write([], name).strip() in ("", "[]")
    text = write([ARTICLE, Reference()], name)
    assert text.endswith("\n")
    assert "quill2016cable" in text and "documentnd" in text


def test_unknown_formats_are_named() -> None:
    with pytest.raises(CitekitError, match="known: biblatex, bibtex, csljson, ris"):
        write([], "docx")


def test_third_parties_are_asked_when_the_table_misses(monkeypatch: pytest.MonkeyPatch) -> None:
    class Point:
        def load(self) -> object:
            return lambda references: f"{len(references)} works"

    asked: list[object] = []

    def entry_points(*, group: str, name: str) -> Sequence[Point]:
        asked.append((group, name))
        return [Point()]

    monkeypatch.setattr(importlib.metadata, "entry_points", entry_points)
    assert write([ARTICLE], "list") == "1 works"
    write([ARTICLE], "ris")
    assert asked == [("citekit.writers", "list")]


def test_csl_json() -> None:
    assert json.loads(write([ARTICLE], "csljson")) == [
        {
            "id": "quill2016cable",
            "citation-key": "quill2016cable",
            "type": "article-journal",
            "language": "en",
            "author": [{"family": "Quill", "given": "Ada"}, {"literal": "Ministry of Ports"}],
            "title": "Cable Politics",
            "container-title": "Harbor Studies",
            "volume": "12",
            "issue": "3",
            "page": "40-58",
            "issued": {"date-parts": [[2016, 3, 5]]},
            "DOI": "10.1000/x_1",
            "URL": "https://a.example/x_1",
        }
    ]


@pytest.mark.parametrize(
    ("reference", "field", "value"),
    [
        (Reference(issued=Date(literal="forthcoming")), "issued", {"literal": "forthcoming"}),
        (Reference(issued=Date(parts=((2019,),), season=1)), "issued", {"date-parts": [[2019]], "season": 1}),
        (Reference(issued=Date(parts=((2023, 3), (2023, 4)))), "issued", {"date-parts": [[2023, 3], [2023, 4]]}),
        (Reference(page=Pages(literal="第3页注2")), "page", "第3页注2"),
        (Reference(page=Pages(ranges=(("7", "7"), ("9", "12")))), "page", "7, 9-12"),
        (
            Reference(author=(Name(family="Berg", given="Jan", particle="van", suffix="Jr."),)),
            "author",
            [{"family": "Berg", "given": "Jan", "non-dropping-particle": "van", "suffix": "Jr."}],
        ),
        (Reference(publisher_place="Oxford"), "publisher-place", "Oxford"),
    ],
)
def test_to_csl(reference: Reference, field: str, value: object) -> None:
    assert to_csl(reference)[field] == value


def test_printed_only_leaves_out_what_nobody_prints() -> None:
    assert not {"id", "citation-key", "custom"} & set(to_csl(ARTICLE))
    full = to_csl(Reference(key="a", original_language="ko"), printed_only=False)
    assert full == {"id": "a", "citation-key": "a", "type": "document", "custom": {"original-language": "ko"}}


def test_ris() -> None:
    assert write([ARTICLE], "ris").splitlines() == [
        "TY  - JOUR",
        "ID  - quill2016cable",
        "AU  - Quill, Ada",
        "AU  - Ministry of Ports",
        "TI  - Cable Politics",
        "T2  - Harbor Studies",
        "VL  - 12",
        "IS  - 3",
        "PY  - 2016",
        "DA  - 2016/03/05/",
        "SP  - 40",
        "EP  - 58",
        "DO  - 10.1000/x_1",
        "UR  - https://a.example/x_1",
        "LA  - en",
        "ER  - ",
    ]


TEXT = st.text(max_size=12)
REFERENCES = st.builds(
    Reference,
    type=st.sampled_from(["book", "chapter", "webpage", "thesis", ""]),
    author=st.lists(st.builds(Name, family=TEXT, given=TEXT, literal=TEXT), max_size=2).map(tuple),
    title=TEXT,
    note=TEXT,
    URL=TEXT,
    issued=st.none()
    | st.builds(Date, literal=TEXT, parts=st.lists(st.tuples(st.integers(-9999, 9999)), max_size=2).map(tuple)),
    page=st.none() | st.builds(Pages, ranges=st.lists(st.tuples(TEXT, TEXT), max_size=2).map(tuple), literal=TEXT),
)


@given(st.lists(REFERENCES, max_size=3), st.sampled_from(sorted(WRITERS)))
def test_no_reference_makes_a_writer_raise(references: list[Reference], name: str) -> None:
    assert write(references, name) == write(references, name)
