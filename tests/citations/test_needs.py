"""What a text must hold for a pattern: read from expressions, and true of every match of every unit."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from citekit.citations.needs import needs
from citekit.citations.units import LAST, SHARED
from citekit.languages import LANGUAGES

CASES = {
    "a character": ("号", ["号"]),
    "one of two": ("[页頁]", ["页頁"]),
    "in a group, repeated": (r"(?P<page>\d{1,4}(?:、)+)页", ["、", "页"]),
    "one of each branch": (r"\d(?:頁|ページ)", ["頁ペ"]),
    "nothing optional": (r"第?\d(?:号){0,2}", []),
    "nothing if a branch needs nothing": (r"页|\d", []),
    "nothing of a class with ranges or of what is excluded": (r"[一-九〇][^年]", []),
    "no letters and digits": (r"vol\. 1", [".", " "]),
    "nothing where case is ignored": (r"(?i:Т)(?i:é)", []),
    "nothing where case is ignored at all": (r"(?i)№", []),
    "nothing around a match": (r"(?<=日)(?=版)", []),
}

UNITS = [*(unit for language in LANGUAGES.values() for unit in language.units), *SHARED, *LAST]
TEXTS = [path.read_text("utf-8") for path in sorted((Path(__file__).parents[1] / "cases" / "parse").glob("*.txt"))]


@pytest.mark.parametrize("pattern, expected", CASES.values(), ids=CASES)
def test_needs_are_read_from_the_pattern(pattern: str, expected: list[str]) -> None:
    assert [set(need) for need in needs(pattern)] == [set(need) for need in expected]


@pytest.mark.parametrize("unit", UNITS)
def test_every_match_of_a_unit_has_what_it_needs(unit: str) -> None:
    for text in TEXTS:
        for match in re.finditer(unit, text):
            assert not any(need.isdisjoint(match.group()) for need in needs(unit))


def test_most_units_of_scripts_with_words_in_one_character_need_something() -> None:
    for code in ("zh", "ja", "ko"):
        units = LANGUAGES[code].units
        assert sum(bool(needs(unit)) for unit in units) > 0.9 * len(units)
