"""Printed pages to ranges of labels."""

from __future__ import annotations

import pytest

from citekit.model import Pages
from citekit.references.pages import display_pages, length, parse_pages

CASES: dict[str, str] = {
    # printed: as displayed
    "42": "42",
    "第42页": "42",
    "８-９頁": "8-9",
    "40-58": "40-58",
    "40–58": "40-58",
    "142―149": "142-149",
    "142－149": "142-149",
    "12～14": "12-14",
    "12至14": "12-14",
    "118—120": "118-120",
    "118——120": "118-120",
    "pp. 104–122": "104-122",
    "p.64": "64",
    "S. 33–58": "33-58",
    "С. 33–58": "33-58",
    "20-22쪽": "20-22",
    "601-13": "601-613",
    "1518-23": "1518-1523",
    "99-103": "99-103",
    "3、7、12—14": "3, 7, 12-14",
    "3, 7 , 12": "3, 7, 12",
    "3;7": "3, 7",
    "3和7": "3, 7",
    "xii": "xii",
    "xii-xv": "xii-xv",
    "A12": "A12",
    "B3-B5": "B3-B5",
    "12a": "12a",
    "第3页。": "3",
}


@pytest.mark.parametrize(("raw", "shown"), CASES.items(), ids=list(CASES))
def test_parse_pages(raw: str, shown: str) -> None:
    pages = parse_pages(raw)
    assert pages.ranges
    assert display_pages(pages) == shown


@pytest.mark.parametrize(
    "raw", ["passim", "12 ff.", "第3页注2", "三一〇", "第三章", "", "3, passim", "熙宁四年三月丁未"]
)
def test_what_is_no_page_label_stays_text(raw: str) -> None:
    assert parse_pages(raw) == Pages(literal=raw)
    assert display_pages(parse_pages(raw)) == raw


@pytest.mark.parametrize("raw", CASES)
def test_display_is_read_back(raw: str) -> None:
    pages = parse_pages(raw)
    assert parse_pages(display_pages(pages)) == pages
    assert parse_pages(display_pages(pages, dash="--")) == pages


@pytest.mark.parametrize(
    ("raw", "expected"),
    [("104-122", 19), ("15", 1), ("601-13", 13), ("3, 7", 0), ("xii-xv", 0), ("A12", 0), ("passim", 0), ("58-33", -24)],
)
def test_length(raw: str, expected: int) -> None:
    assert length(parse_pages(raw)) == expected
