"""Where marks open and close: nested, mixed, unclosed, and the apostrophe that is no mark."""

from __future__ import annotations

import pytest

from citekit.citations.marks import BRACKETS, DOI, QUOTES, URL, bracketed, mask, pairs, quoted

QUOTED = {
    "none": ("陆行之，2016年", []),
    "one": ("《潮汐》", ["潮汐"]),
    "two": ("《潮汐》，《远洋研究》", ["潮汐", "远洋研究"]),
    "single inside double": ("《读〈海程〉》", ["读〈海程〉"]),
    "same kind nests": ("《读《海程》札记》，《文丛》", ["读《海程》札记", "文丛"]),
    "quotation inside a title": ("《论“小账”》", ["论“小账”"]),
    "Japanese, double inside single": ("「『海程』を読む」", ["『海程』を読む"]),
    "Japanese, single inside double": ("『海と「港」』『誌』", ["海と「港」", "誌"]),
    "English": ("“Tides,” Harbour Studies", ["Tides,"]),
    "English, nested": ("“On ‘Free’ Ports,” x", ["On ‘Free’ Ports,"]),
    "French": ("« Phares », Revue", [" Phares "]),
    "French, nested": ("« Le ‹ port › », Revue", [" Le ‹ port › "]),
    "German, low and high": ("„Kabel und Kredit“, in: Z", ["Kabel und Kredit"]),
    "German, pointing inwards": ("»Kabel und Kredit«, in: Z", ["Kabel und Kredit"]),
    "straight": ('"Tides," x, "Ports"', ["Tides,", "Ports"]),
    "an apostrophe is no mark": ("Asia’s ‘new’ port", ["new"]),
    "an apostrophe inside a quotation": ("‘Asia’s port’, x", ["Asia’s port"]),
    "unclosed": ("《潮汐，2016年", []),
    "unclosed before a closed one": ("《潮汐，“账”", ["账"]),
    "unclosed inside a closed one": ("《论“小账》，《刊》", ["论“小账", "刊"]),
    "closed but never opened": ("潮汐》，《刊》", ["刊"]),
    "closed the wrong way round": ("》潮汐《", []),
    "empty": ("《》", [""]),
}


@pytest.mark.parametrize(("text", "expected"), QUOTED.values(), ids=QUOTED)
def test_quoted(text: str, expected: list[str]) -> None:
    assert [text[piece.inner] for piece in quoted(text)] == expected


def test_quoted_pieces_know_their_marks() -> None:
    (piece,) = quoted("读《海程》。")
    assert (piece.start, piece.end, piece.opening) == (1, 5, "《")


BRACKETED = {
    "full width": ("（清）林海澜", ["清"]),
    "mixed widths close each other": ("（清)林（海）", ["清", "海"]),
    "square": ("[法]雷米［德］格罗特", ["法", "德"]),
    "tortoise shell and lenticular": ("〔日〕葛城【译】", ["日", "译"]),
    "nested": ("Study of (a (b) c)", ["a (b) c"]),
    "unclosed": ("(Hamburg 2004", []),
    "a law's year inside": ("（交水发〔2019〕12号）", ["交水发〔2019〕12号"]),
}


@pytest.mark.parametrize(("text", "expected"), BRACKETED.values(), ids=BRACKETED)
def test_bracketed(text: str, expected: list[str]) -> None:
    assert [text[piece.inner] for piece in bracketed(text)] == expected


@pytest.mark.parametrize("opening", [*QUOTES, *BRACKETS])
def test_every_pair_closes(opening: str) -> None:
    marks = QUOTES | BRACKETS
    text = f"x {opening}国{marks[opening]} z"
    assert pairs(text, {opening: marks[opening]}) == {2: 4}


def test_mask_keeps_every_offset() -> None:
    text = "陆行之：《潮汐》，《刊》。"
    masked = mask(text, quoted(text))
    assert masked == "陆行之：\ufffc\ufffc\ufffc\ufffc，\ufffc\ufffc\ufffc。"
    assert mask(text, quoted(text), filler="x").count("x") == 7
    assert mask(text, ()) == text


URLS = {
    "ends before a full-width stop": ("https://a.example/b.html。", ["https://a.example/b.html"]),
    "ends before 、": ("https://a.example/b、2019年", ["https://a.example/b"]),
    "ends before CJK": ("https://a.example/b访问", ["https://a.example/b"]),
    "ends before >": ("<https://a.example/b>", ["https://a.example/b"]),
    "www": ("，www.a.example/b，", ["www.a.example/b"]),
    "ftp": ("ftp://a.example/b", ["ftp://a.example/b"]),
    "percent and query": ("http://a.example/%E6%B5%B7?q=1&r=2#x", ["http://a.example/%E6%B5%B7?q=1&r=2#x"]),
    "no address": ("http and www", []),
}


@pytest.mark.parametrize(("text", "expected"), URLS.values(), ids=URLS)
def test_url(text: str, expected: list[str]) -> None:
    assert [match.group() for match in URL.finditer(text)] == expected


@pytest.mark.xfail(strict=True, reason="a CJK letter before www counts as a letter of the same word")
def test_url_behind_cjk() -> None:
    assert [match.group() for match in URL.finditer("见www.a.example/b，")] == ["www.a.example/b"]


DOIS = {
    "resolver": ("https://doi.org/10.1234/ab.5", "10.1234/ab.5"),
    "old resolver": ("http://dx.doi.org/10.1234/ab.5", "10.1234/ab.5"),
    "label": ("doi: 10.1234/ab.5", "10.1234/ab.5"),
    "label in capitals": ("DOI：10.1234/ab.5。", "10.1234/ab.5"),
    "brackets in the suffix": ("doi:10.1002/(SICI)1097-0258", "10.1002/(SICI)1097-0258"),
}


@pytest.mark.parametrize(("text", "expected"), DOIS.values(), ids=DOIS)
def test_doi(text: str, expected: str) -> None:
    match = DOI.search(text)
    assert match
    assert match[1] == expected
