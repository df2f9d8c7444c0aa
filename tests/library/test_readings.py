"""Kanji read by the dictionary of `citekit[ja]`, and what comes out without it."""

from __future__ import annotations

import pytest

from citekit.library import make_key, readings
from citekit.library.readings import is_installed, japanese_reading, surname_reading
from citekit.library.romanise import surname, words
from citekit.model import Date, Name, Reference

installed = pytest.mark.skipif(not is_installed(), reason="citekit[ja] is not installed: make test-others")
DEEP_SEA = Reference(
    type="book",
    author=(Name(literal="与謝野晶子"),),
    title="灯台の記録",
    issued=Date(parts=((1911,),)),
    language="ja",
)


@installed
@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("与謝野晶子", "yosano"),
        ("大隈重信", "okuma"),
        ("五百旗頭真", "iokibe"),
        ("小泉純一郎", "koizumi"),
        ("田中", "tanaka"),
    ],
)
def test_surnames(name: str, read: str) -> None:
    assert surname(name, "ja") == read


@installed
def test_words_of_a_title() -> None:
    assert list(words("灯台の記録", "ja")) == ["todai", "no", "kiroku"]
    assert next(words("日本の灯台", "ja")) == "nihon"
    assert make_key(DEEP_SEA) == "yosano1911todai"


@installed
def test_a_whole_title() -> None:
    assert japanese_reading("新しい中世再論") == "atarashiichuseisairon"
    assert surname_reading("港湾") == ""


@installed
def test_chinese_is_not_read_so() -> None:
    assert surname("王帆", "zh") == "wang"
    assert list(words("灯塔", "zh")) == ["dengta"]


def test_without_the_dictionary_the_tables_and_the_chinese_readings_have_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readings, "find_spec", lambda name: None)
    assert not is_installed()
    assert japanese_reading("灯台") == surname_reading("与謝野晶子") == ""
    assert surname("田中明彦", "ja") == "tanaka"
    assert make_key(DEEP_SEA) == "yuxie1911dengtai"
