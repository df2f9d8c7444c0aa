"""The tables of the languages: complete, clean, and every pattern a pattern."""

from __future__ import annotations

import re

import pytest

from citekit.languages import LANGUAGES, Language
from citekit.languages.words import (
    CJK,
    alternatives,
    eras,
    every,
    language_of,
    months,
    roles,
    seasons,
    table,
)

UNIT_FIELDS = {"archive_location", "issued", "accessed", "volume", "issue", "page", "edition", "genre", "number"}
WORDS = (
    "signals",
    "quoted_in",
    "ibid",
    "shortforms",
    "idem",
    "containers",
    "et_al",
    "institutions",
    "publishers",
    "places",
    "media",
    "periodicals",
    "forthcoming",
    "theses",
    "reports",
    "laws",
    "prose",
    "funding",
)
EACH = pytest.mark.parametrize("language", LANGUAGES.values(), ids=list(LANGUAGES))


@EACH
def test_code_is_the_key(language: Language) -> None:
    assert LANGUAGES[language.code] is language
    assert language.name == language.name.lower() != ""


@EACH
def test_units_are_patterns_that_name_fields(language: Language) -> None:
    for unit in language.units:
        names = set(re.compile(unit).groupindex)
        assert names <= UNIT_FIELDS, unit


@EACH
def test_units_do_not_match_nothing(language: Language) -> None:
    for unit in language.units:
        assert not re.fullmatch(unit, ""), unit


@EACH
@pytest.mark.parametrize("attribute", WORDS)
def test_words_are_clean(language: Language, attribute: str) -> None:
    words = getattr(language, attribute)
    assert isinstance(words, tuple), "a lone string would be read letter by letter"
    assert all(word == word.strip() != "" for word in words)


@EACH
def test_words_stand_once(language: Language) -> None:
    for attribute in WORDS:
        words = getattr(language, attribute)
        assert len(words) == len(set(words)), attribute


@EACH
def test_roles_are_variables_of_csl(language: Language) -> None:
    assert {variable for _, variable in language.roles} <= {"author", "editor", "translator"}


@EACH
def test_months_and_seasons_are_in_range(language: Language) -> None:
    assert {number for _, number in language.months} <= set(range(1, 13))
    assert {number for _, number in language.seasons} <= {1, 2, 3, 4}
    assert len({number for _, number in language.months}) in (0, 12)


def test_a_role_word_means_one_thing() -> None:
    found: dict[str, set[str]] = {}
    for language in LANGUAGES.values():
        for word, variable in language.roles:
            found.setdefault(word, set()).add(variable)
    assert {word for word, variables in found.items() if len(variables) > 1} == set()


@pytest.mark.parametrize(
    ("word", "number"),
    [("march", 3), ("märz", 3), ("août", 8), ("мая", 5), ("dec", 12), ("十二月", 12), ("janv", 1)],
)
def test_months(word: str, number: int) -> None:
    assert months()[word] == number


@pytest.mark.parametrize(("word", "number"), [("spring", 1), ("fall", 3), ("herbst", 3), ("hiver", 4), ("秋", 3)])
def test_seasons(word: str, number: int) -> None:
    assert seasons()[word] == number


@pytest.mark.parametrize(
    ("era", "first"), [("令和", 2019), ("昭和", 1926), ("明治", 1868), ("民国", 1912), ("光绪", 1875)]
)
def test_eras(era: str, first: int) -> None:
    assert eras()[era] + 1 == first


@pytest.mark.parametrize(
    ("word", "variable"), [("主编", "editor"), ("訳", "translator"), ("Hg.", "editor"), ("옮김", "translator")]
)
def test_roles(word: str, variable: str) -> None:
    assert roles()[word] == variable


def test_every_keeps_order_and_says_nothing_twice() -> None:
    words = every("signals")
    assert len(words) == len(set(words))
    assert words[: len(LANGUAGES["zh"].signals)] == LANGUAGES["zh"].signals


def test_alternatives_tries_the_longest_first() -> None:
    pattern = re.compile(alternatives(["见", "参见", "op. cit.", "op."]))
    assert [match.group() for match in pattern.finditer("参见 op. cit. op.x 见")] == ["参见", "op. cit.", "op.", "见"]


LANGUAGE_OF = {
    "kana": ("灯台の話", "", "ja"),
    "katakana": ("ウォード", "", "ja"),
    "Hangul": ("항구", "", "ko"),
    "Cyrillic": ("Маяки", "", "ru"),
    "Han": ("潮汐与税关", "", "zh"),
    "Han, Japanese by its hint": ("外交青書", "ja", "ja"),
    "Han, Korean by its hint": ("海洋史", "ko", "ko"),
    "Han, a Western hint counts for nothing": ("海洋史", "de", "zh"),
    "Latin": ("Ledgers of the Tide", "", "en"),
    "Latin with a hint": ("Leuchtfeuer und Zoll", "de", "de"),
    "Latin, a CJK hint counts for nothing": ("Ledgers", "zh", "en"),
    "kana among Han and Latin": ("Free Ports と日本", "", "ja"),
    "nothing": ("", "", "en"),
}


@pytest.mark.parametrize(("text", "hint", "expected"), LANGUAGE_OF.values(), ids=LANGUAGE_OF)
def test_language_of(text: str, hint: str, expected: str) -> None:
    assert language_of(text, hint) == expected


@pytest.mark.parametrize(("code", "expected"), [("zh", "zh"), ("zh-TW", "zh"), ("ja", "ja"), ("eo", "en"), ("", "en")])
def test_table(code: str, expected: str) -> None:
    assert table(code).code == expected


@pytest.mark.parametrize("letter", "汉漢かカ々〇한가")
def test_cjk_letters(letter: str) -> None:
    assert re.fullmatch(f"[{CJK}]", letter)


@pytest.mark.parametrize("mark", "，。、《》「」（）aЖ1１ ")
def test_marks_are_no_cjk_letters(mark: str) -> None:
    assert not re.fullmatch(f"[{CJK}]", mark)
