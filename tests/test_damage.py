"""The damaging tool itself, and that repair undoes what it does."""

from __future__ import annotations

import importlib.util
import re
import sys
import unicodedata
from pathlib import Path
from types import ModuleType

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.notes.single import note_of


def _tool() -> ModuleType:
    path = Path(__file__).parent / "damage.py"
    spec = importlib.util.spec_from_file_location("damage_tool", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["damage_tool"] = module
    spec.loader.exec_module(module)
    return module


TOOL = _tool()
NAMES = [row.name for row in TOOL.DAMAGES]
NOTES = [
    "陆行之：《潮汐与“税关”——港口的账目》，温一舟、秦海生译，澄海出版社，2016年版，第142—149页，https://www.example.org/a-b/c.pdf。",
    "浜辺灯子「灯台の経済史（1）」『海運研究』第12巻第3号、2004年、8-9頁；同『港の記録』岬書房、1998年。",
    "Anna B. Muster, “Official Conflict in the Pacific: NATO’s Offshore Affairs,” Journal of Field Studies 12, no. 3 "
    "(2004): 114–28, https://doi.org/10.1234/abc.2004.17; see also OECD, Trade Flows (Paris: OECD, 2011), 5–9.",
    "Иванова А. Б. Маяки и причалы северного побережья // Вестник флота. СПб.: Волна, 2008. № 3. С. 14–29.",
    "",
]
TEXT = st.text(
    alphabet=st.sampled_from('abcfilXYZ 中文かな가ф1230-—.,:;()“”‘’"，：；（）。《》\n\thtp:/w'), max_size=160
)


def letters(text: str) -> str:
    """What every damage leaves: letters and figures, of f, i and l behind an f only the f."""
    kept = "".join(c for c in unicodedata.normalize("NFKC", text) if c.isalnum())
    return re.sub("f[fil]*", "f", kept)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("text", NOTES)
def test_same_seed_same_damage(name: str, text: str) -> None:
    assert TOOL.damage(text, 7, [name]) == TOOL.damage(text, 7, [name])


@pytest.mark.parametrize("name", NAMES)
def test_each_damage_does_something(name: str) -> None:
    assert any(TOOL.damage(text, seed, [name]) != text for text in NOTES for seed in range(5))


@pytest.mark.parametrize("text", NOTES)
@pytest.mark.parametrize("seed", range(5))
def test_letters_survive(text: str, seed: int) -> None:
    assert letters(TOOL.damage(text, seed)) == letters(text)


@given(TEXT, st.integers(0, 99))
def test_any_text_survives(text: str, seed: int) -> None:
    assert letters(TOOL.damage(text, seed)) == letters(text)


def test_addresses_are_only_broken() -> None:
    url = "https://www.example.org/offices/fi-1,2(NATO)?a=1-2"
    for seed in range(20):
        assert re.sub(r"\s", "", TOOL.damage("见" * 30 + url, seed)).endswith(url)


def test_lines_are_narrow() -> None:
    for text in NOTES:
        lines = TOOL.damage(text, 3, ["wrapped lines"]).split("\n")
        assert all(len(line) <= 98 for line in lines)


def test_names_are_unique_and_explained() -> None:
    assert len(set(NAMES)) == len(NAMES)
    assert all(row.why for row in TOOL.DAMAGES)


@pytest.mark.parametrize("name", ["wrapped lines", "blank lines", "tabs", "doubled blanks"])
@pytest.mark.parametrize("text", NOTES)
@pytest.mark.parametrize("seed", range(10))
def test_repair_undoes_white_space(name: str, text: str, seed: int) -> None:
    assert note_of(TOOL.damage(text, seed, [name])).text == text


@pytest.mark.parametrize("text", NOTES)
@pytest.mark.parametrize("seed", range(10))
def test_repair_undoes_lost_ligatures(text: str, seed: int) -> None:
    assert note_of(TOOL.damage(text, seed, ["ligatures"])).text == text
