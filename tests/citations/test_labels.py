"""Which parser labels a citation: back-reference, pointer, author-date, marked titles, tagger."""

from __future__ import annotations

import pytest

from citekit.citations.fields import label

CASES: dict[str, tuple[str, list[tuple[str, str]]]] = {
    "ibid. and page": ("Ibid., p. 20.", [("page", "20")]),
    "ibid. and bare page": ("Ibid., 20-22", [("page", "20-22")]),
    "ibid. alone": ("Ibid.", []),
    "同上 and pages": ("同上，第5—7页。", [("page", "5—7")]),
    "同上书 alone": ("同上书。", []),
    "同上, volume and page": ("同上，第2卷，第5页", [("volume", "2"), ("page", "5")]),
    "同上 of a person": ("水野、同上、5頁", [("author", "水野"), ("page", "5")]),
    "Ebd.": ("Ebd., S. 14 f.", [("page", "14 f.")]),
    "Там же": ("Там же. С. 93.", [("page", "93")]),
    "위의 책": ("위의 책, 43쪽.", [("page", "43")]),
    "pointer": ("陆行之：前引书，第99页。", [("author", "陆行之"), ("page", "99")]),
    "author-date": ("Hale 2016, 45.", [("author", "Hale"), ("issued", "2016"), ("locator", "45")]),
    "marked": ("陆行之：《潮汐》，2016年", [("author", "陆行之"), ("title", "潮汐"), ("issued", "2016")]),
    "Bluebook": ("Id. at 50.", [("page", "50")]),
    "address alone": ("https://a.example/b", [("URL", "https://a.example/b")]),
    "empty": ("", []),
    "one mark": ("？", []),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_label(text: str, expected: list[tuple[str, str]]) -> None:
    assert [(f.label, text[f.start : f.end]) for f in label(text)] == expected


def test_addresses_are_cut_by_rule_also_where_the_tagger_labels() -> None:
    text = "Nora Whitlock, “A Day,” Harbour Institute, May 6, 2020, https://a.example/b-c_(d).html."
    assert [text[f.start : f.end] for f in label(text) if f.label == "URL"] == ["https://a.example/b-c_(d).html"]
