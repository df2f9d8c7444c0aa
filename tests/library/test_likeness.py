"""What says the same, and that no text makes the comparison fail."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.library.containers import same_container, same_publisher
from citekit.library.editions import without_edition
from citekit.library.identity import identify, same_work
from citekit.library.likeness import are_near, spelled
from citekit.library.numbering import plain_number
from citekit.library.persons import are_comparable, same_person
from citekit.model import Name, Reference


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("II.2", "II", False),
        ("第2巻第3号", "2.3", True),
        ("上册", "下册", False),
        ("十二", "12", True),
        ("Special Issue", "special issue", True),
        ("Bd. 4", "vol. IV", True),
        ("mix", "1009", True),
        ("civil", "civic", False),
        ("²", "2", True),
    ],
)
def test_numbers(one: str, two: str, same: bool) -> None:
    assert (plain_number(one) == plain_number(two)) is same


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("Geographische Zeitschrift", "Geogr. Zeitschr.", True),
        ("Journal of Asian Studies", "Journal of African Studies", False),
        ("The Economist", "Economist", True),
        ("北京大学学报（哲学社会科学版）", "北京大学学报", True),
        ("Lishi yanjiu", "历史研究", True),
    ],
)
def test_containers(one: str, two: str, same: bool) -> None:
    assert same_container(one, two) is same
    assert same_container(two, one) is same


@pytest.mark.parametrize(
    ("one", "two", "same"),
    [
        ("OUP", "Oxford University Press", True),
        ("Oxford University Press", "Cambridge University Press", False),
        ("社科文献", "社会科学文献出版社", True),
        ("商务印书馆", "中华书局", False),
        ("Minato Shobo", "みなと書房", True),
        ("", "Norton", True),
    ],
)
def test_publishers(one: str, two: str, same: bool) -> None:
    assert same_publisher(one, two) is same
    assert same_publisher(two, one) is same


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("Harbour", "Harbor"),
        ("Müller", "Mueller"),
        ("齋藤", "斎藤"),
        ("コンピュータ", "コンピューター"),
        ("A & B", "A and B"),
    ],
)
def test_spellings(one: str, two: str) -> None:
    assert spelled(one) == spelled(two)


TEXTS = st.text(max_size=12) | st.lists(
    st.sampled_from(
        ["第", "二版", "II", "vol. ", "（", "）", "ヴァ", "ー", "・", "A.", "the ", "—", "世紀", "等", "&", "²"]
    )
).map("".join)
NAMES = st.builds(Name, literal=TEXTS) | st.builds(Name, family=TEXTS, given=TEXTS, particle=TEXTS)


@given(TEXTS, TEXTS, NAMES, NAMES)
def test_nothing_raises_and_the_order_does_not_matter(one: str, two: str, name: Name, other: Name) -> None:
    plain_number(one)
    without_edition(one)
    assert same_container(one, one) and same_publisher(one, one) and same_person(name, name)
    for relation in (same_container, same_publisher, are_near):
        assert relation(one, two) == relation(two, one)
    assert same_person(name, other) == same_person(other, name)
    assert are_comparable(name, other) == are_comparable(other, name)
    works = [
        identify(Reference(title=one, author=(name,))),
        identify(Reference(title=two, author=(other,), type="book")),
    ]
    assert same_work(*works) == same_work(*reversed(works))
