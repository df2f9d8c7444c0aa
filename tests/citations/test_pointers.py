"""Short citations: author and year, and the words that point to an earlier citation."""

from __future__ import annotations

import pytest

from citekit.citations.pointers import author_date, pointed

Found = list[tuple[str, str]]

DATED: dict[str, tuple[str, Found]] = {
    "author and year": ("Hale 2016", [("author", "Hale"), ("issued", "2016")]),
    "page": ("Hale 2016, 45.", [("author", "Hale"), ("issued", "2016"), ("locator", "45")]),
    "page with a unit": ("Hale 2016, S. 45.", [("author", "Hale"), ("issued", "2016"), ("locator", "45")]),
    "year in brackets": ("Hale (2016), p. 45", [("author", "Hale"), ("issued", "2016"), ("locator", "45")]),
    "year with a letter": ("Hale 2016a, 45", [("author", "Hale"), ("issued", "2016"), ("locator", "45")]),
    "two": ("Hale and Whitlock 2016", [("author", "Hale"), ("author", "Whitlock"), ("issued", "2016")]),
    "three": (
        "Hale, Whitlock & Ferris 2016, 3-5",
        [("author", "Hale"), ("author", "Whitlock"), ("author", "Ferris"), ("issued", "2016"), ("locator", "3-5")],
    ),
    "year and page in one bracket": ("Hale (2016, 45)", [("author", "Hale"), ("issued", "2016"), ("locator", "45")]),
    "et al.": ("Hale et al. 2016, 4", [("author", "Hale"), ("issued", "2016"), ("locator", "4")]),
    "particle": ("van der Meer 2010, 9.", [("author", "van der Meer"), ("issued", "2010"), ("locator", "9")]),
    "Cyrillic": ("Ветров 2008, С. 91", [("author", "Ветров"), ("issued", "2008"), ("locator", "91")]),
    "Chinese": ("陆行之（2016）", [("author", "陆行之"), ("issued", "2016")]),
    "Chinese with page": ("陆行之，2016，第5页", [("author", "陆行之"), ("issued", "2016"), ("locator", "5")]),
    "Japanese, two": ("水野・葛城（2001）", [("author", "水野"), ("author", "葛城"), ("issued", "2001")]),
    "page right behind the bracket": ("水野（2008）91頁", [("author", "水野"), ("issued", "2008"), ("locator", "91")]),
    "institution and chapter": (
        "内閣府(2006)、第1章",
        [("author", "内閣府"), ("issued", "2006"), ("locator", "第1章")],
    ),
    "note of the first citation": (
        "Hale 1989, S. 4 [s. Anm. 1].",
        [("author", "Hale"), ("issued", "1989"), ("locator", "4")],
    ),
    "a full citation is none": ("Nora Whitlock, Ledgers, London: Harbour Press, 2009, p. 4", []),
    "a year alone is none": ("2016", []),
    "a sentence is none": ("It was first printed in 2016", []),
    "empty": ("", []),
}


@pytest.mark.parametrize(("text", "expected"), DATED.values(), ids=DATED)
def test_author_date(text: str, expected: Found) -> None:
    assert [(f.label, text[f.start : f.end]) for f in author_date(text)] == expected


WISHES: dict[str, tuple[str, Found]] = {
    "initial behind the name": ("Hale, T. 2016: 45", [("author", "Hale, T."), ("issued", "2016"), ("locator", "45")]),
    "author, title, year": ("Hale, Cables and Customs, 2016", []),
}


@pytest.mark.xfail(strict=True, reason="a form of author-date that is not read, or taken for it")
@pytest.mark.parametrize(("text", "expected"), WISHES.values(), ids=WISHES)
def test_author_date_wishes(text: str, expected: Found) -> None:
    assert [(f.label, text[f.start : f.end]) for f in author_date(text)] == expected


POINTED: dict[str, tuple[str, Found]] = {
    "op. cit.": ("Whitlock, op. cit., p. 70.", [("author", "Whitlock"), ("page", "70")]),
    "op. cit. with a title": (
        "Nora Whitlock, Ledgers, op. cit., p. 70.",
        [("author", "Nora Whitlock"), ("title", "Ledgers"), ("page", "70")],
    ),
    "op. cit. of two, volume": (
        "Whitlock and Hale, op. cit., vol. 2, p. 70.",
        [("author", "Whitlock"), ("author", "Hale"), ("volume", "2"), ("page", "70")],
    ),
    "op. cit. alone": ("op. cit., p. 3", [("page", "3")]),
    "supra note": ("Whitlock, supra note 5, p. 70.", [("author", "Whitlock"), ("page", "70")]),
    "a. a. O.": ("Morgenroth, a. a. O., S. 20.", [("author", "Morgenroth"), ("page", "20")]),
    "Указ. соч.": ("Ветров А. Н. Указ. соч. С. 100.", [("author", "Ветров А. Н."), ("page", "100")]),
    "前引书": ("陆行之：前引书，第99页。", [("author", "陆行之"), ("page", "99")]),
    "前引书 with a title": (
        "陆行之：《潮汐》，前引书，第99页。",
        [("author", "陆行之"), ("title", "潮汐"), ("page", "99")],
    ),
    "前揭文 without a mark": ("陆行之前揭文，第5页", [("author", "陆行之"), ("page", "5")]),
    "前掲書": ("水野、前掲書、95頁。", [("author", "水野"), ("page", "95")]),
    "title before 前掲": ("水野『灯台』前掲、95頁", [("author", "水野"), ("title", "灯台"), ("page", "95")]),
    "title behind 前掲": ("水野、前掲『灯台』、95頁。", [("author", "水野"), ("title", "灯台"), ("page", "95")]),
    "앞의 책": ("문하늘, 앞의 책, 50쪽.", [("author", "문하늘"), ("page", "50")]),
    "none": ("Whitlock, Ledgers, p. 70", []),
    "empty": ("", []),
}


@pytest.mark.parametrize(("text", "expected"), POINTED.values(), ids=POINTED)
def test_pointed(text: str, expected: Found) -> None:
    assert [(f.label, text[f.start : f.end]) for f in pointed(text)] == expected
