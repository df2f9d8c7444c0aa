"""Who is printed in a run of names, and what they did."""

from __future__ import annotations

import pytest

from citekit.citations.people import people

Persons = list[tuple[str, str]]

CASES: dict[str, tuple[str, Persons]] = {
    "one": ("陆行之：", [("author", "陆行之")]),
    "two": ("陆行之、沈墨白：", [("author", "陆行之"), ("author", "沈墨白")]),
    "和 with a blank": ("陆行之 和 沈墨白：", [("author", "陆行之"), ("author", "沈墨白")]),
    "role 著": ("陆行之著：", [("author", "陆行之")]),
    "role 主编": ("顾棠主编：", [("editor", "顾棠")]),
    "role 编 shared": ("顾棠、陆行之编", [("editor", "顾棠"), ("editor", "陆行之")]),
    "role in brackets": ("顾棠（编）：", [("editor", "顾棠")]),
    "role shared over a comma": ("顾棠，陆行之编：", [("editor", "顾棠"), ("editor", "陆行之")]),
    "author and translator": ("雷米著，顾棠译：", [("author", "雷米"), ("translator", "顾棠")]),
    "author without role, then translator": ("雷米，顾棠译：", [("author", "雷米"), ("translator", "顾棠")]),
    "two authors, two translators": (
        "尹瑞俊、葛城律子著，顾棠、温一舟译：",
        [("author", "尹瑞俊"), ("author", "葛城律子"), ("translator", "顾棠"), ("translator", "温一舟")],
    ),
    "collator": ("顾海客撰，陆行之点校：", [("author", "顾海客"), ("editor", "陆行之")]),
    "等": ("陆行之等：", [("author", "陆行之")]),
    "等 with a role": ("顾棠等主编：", [("editor", "顾棠")]),
    "等 behind two": ("陆行之、沈墨白等著：", [("author", "陆行之"), ("author", "沈墨白")]),
    "nationality in square brackets": ("[法]雷米·杜瓦尔：", [("author", "雷米·杜瓦尔")]),
    "nationality in full-width brackets": ("（美）斯隆著：", [("author", "斯隆")]),
    "nationality in tortoise brackets": ("〔日〕葛城律子：", [("author", "葛城律子")]),
    "nationality of each": ("[韩]尹瑞俊、[日]葛城律子：", [("author", "尹瑞俊"), ("author", "葛城律子")]),
    "dynasty": ("（清）林海澜：", [("author", "林海澜")]),
    "transliteration with ·": (
        "[美]哈丽特·斯隆、约翰·D·黑尔：",
        [("author", "哈丽特·斯隆"), ("author", "约翰·D·黑尔")],
    ),
    "Latin form in brackets": ("艾琳·沃德（Eileen Ward）著，", [("author", "艾琳·沃德")]),
    "institution": ("国家航道局：", [("author", "国家航道局")]),
    "anonymous": ("佚名：", []),
    "Japanese joined by ・": ("水野朔太郎・葛城律子編", [("editor", "水野朔太郎"), ("editor", "葛城律子")]),
    "Japanese foreign name with ・": ("アイリーン・ウォード、", [("author", "アイリーン・ウォード")]),
    "Japanese translator in brackets": (
        "アイリーン・ウォード（水野朔太郎訳）",
        [("author", "アイリーン・ウォード"), ("translator", "水野朔太郎")],
    ),
    "Japanese and foreign name joined": (
        "水野朔太郎・アイリーン・ウォード著",
        [("author", "水野朔太郎"), ("author", "アイリーン・ウォード")],
    ),
    "Japanese ほか編": ("水野朔太郎ほか編", [("editor", "水野朔太郎")]),
    "Japanese name with a blank": ("水野 朔太郎", [("author", "水野 朔太郎")]),
    "Korean joined by ·": ("문하늘·서도윤, ", [("author", "문하늘"), ("author", "서도윤")]),
    "Korean editor": ("문하늘 편, ", [("editor", "문하늘")]),
    "Korean translator": ("아일린 워드, 문하늘 옮김, ", [("author", "아일린 워드"), ("translator", "문하늘")]),
    "Korean 외": ("문하늘 외, ", [("author", "문하늘")]),
    "English editors": (
        "Nora Whitlock and Tobias Hale eds., ",
        [("editor", "Nora Whitlock"), ("editor", "Tobias Hale")],
    ),
    "English initials keep their stop": ("Whitlock, N.: ", [("author", "Whitlock"), ("author", "N.")]),
    "empty": ("", []),
    "marks alone": ("，、：", []),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_people_before_a_title(text: str, expected: Persons) -> None:
    assert [(f.label, text[f.start : f.end]) for f in people(text, 0, len(text), "author")] == expected


def test_the_default_is_for_persons_without_a_role() -> None:
    text = "顾棠、陆行之："
    assert {field.label for field in people(text, 0, len(text), "editor")} == {"editor"}


def test_only_the_range_is_read() -> None:
    text = "陆行之、沈墨白、顾棠"
    assert [text[f.start : f.end] for f in people(text, 4, 7, "author")] == ["沈墨白"]
