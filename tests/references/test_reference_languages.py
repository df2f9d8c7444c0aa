"""The language of a work, from the scripts of its title and of what is printed with it."""

from __future__ import annotations

import pytest

from citekit import note_of, parse

CASES = {
    "simplified": ("陆行之：《潮汐与税关》，澄海出版社，2016年。", "zh-CN"),
    "traditional": ("陸行之：《潮汐與稅關》，晨星書局，1994年。", "zh-TW"),
    "kana": ("水野朔太郎『灯台の話』（青波書房、1999年）20頁。", "ja"),
    "Han alone, Japanese letters": ("水野朔太郎『灯台租税読本』（青波書店、1999年）20頁。", "ja"),
    "Han alone, Japanese marks": ("『外交青書』、外務省、2018年、8-9頁。", "ja"),
    "Hangul": ("문하늘, 『항구의 장부』, 바다책방, 2006, 41쪽.", "ko"),
    "Cyrillic": ("Ветров А. Н. Маяки и пошлины. М.: Наука, 2008. С. 91.", "ru"),
    "English": ("Nora Whitlock, Ledgers of the Tide, Harbour Press, 2009, p. 64.", "en"),
    "Chinese about an English word": ("温一舟：《论“port”的翻译》，《翻译丛刊》，2003年第1期。", "zh-CN"),
    "Chinese translation from the Japanese": ("[日]水野朔太郎著，顾棠译：《灯塔的故事》，晨星书局，2011年。", "zh-CN"),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_language(text: str, expected: str) -> None:
    assert [citation.item.language for citation in parse([note_of(text)])] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Anke Morgenroth, Leuchtfeuer und Zoll, Hamburg: Nordlicht Verlag 2004, S. 12.",
        "Odile Marchand, Le Port et la dette, Paris, Éditions du Large, 1997, p. 41.",
    ],
    ids=["German", "French"],
)
def test_other_languages_are_not_called_english(text: str) -> None:
    assert [citation.item.language for citation in parse([note_of(text)])] != ["en"]
