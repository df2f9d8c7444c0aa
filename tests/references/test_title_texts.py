"""Titles, publishers and numbers without the typography around them."""

from __future__ import annotations

import pytest

from citekit.references.titles import clean_number, clean_publisher, clean_title

TITLES = {
    "《潮汐》": "潮汐",
    "潮汐，": "潮汐",
    "“Cables and Customs,”": "Cables and Customs",
    "‘Cables’": "Cables",
    "„Kabel und Kredit“": "Kabel und Kredit",
    "« Phares »": "Phares",
    '"Cables"': "Cables",
    "「『海程』を読む」": "『海程』を読む",
    "《〈海程〉考》": "〈海程〉考",
    "“小账”何以大用": "“小账”何以大用",
    "“甲”与“乙”": "“甲”与“乙”",
    "《甲》与《乙》": "《甲》与《乙》",
    "Ledgers\n of  the Tide": "Ledgers of the Tide",
    "Ledgers: ": "Ledgers",
    "What Is a Port?": "What Is a Port?",
    "Ports, etc.": "Ports, etc",
    "": "",
    "，。": "",
}


@pytest.mark.parametrize(("raw", "expected"), TITLES.items(), ids=[raw or "empty" for raw in TITLES])
def test_clean_title(raw: str, expected: str) -> None:
    assert clean_title(raw) == expected


@pytest.mark.parametrize("raw", TITLES)
def test_a_clean_title_stays(raw: str) -> None:
    assert clean_title(clean_title(raw)) == clean_title(raw)


PUBLISHERS = {
    "：澄海出版社，": "澄海出版社",
    "(Harbour Press": "Harbour Press",
    "青波書房、": "青波書房",
    "Harbour\n Press": "Harbour Press",
    "": "",
}


@pytest.mark.parametrize(("raw", "expected"), PUBLISHERS.items(), ids=[raw or "empty" for raw in PUBLISHERS])
def test_clean_publisher(raw: str, expected: str) -> None:
    assert clean_publisher(raw) == expected


NUMBERS = {
    "第７期": "7",
    "第12卷": "12",
    "卷47": "47",
    "14巻": "14",
    "Vol. 78": "78",
    "No. 3": "3",
    "№ 3": "3",
    "Bd. 2": "2",
    "2nd": "2",
    "3rd": "3",
    "第3版": "3",
    "修订版": "修订",
    "影印本": "影印本",
    "２-３": "2-3",
    "XII": "XII",
    "（上）": "上",
    "": "",
    "第": "第",
}


@pytest.mark.parametrize(("raw", "expected"), NUMBERS.items(), ids=[raw or "empty" for raw in NUMBERS])
def test_clean_number(raw: str, expected: str) -> None:
    assert clean_number(raw) == expected
