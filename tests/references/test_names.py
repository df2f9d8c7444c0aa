"""Printed names to typed ones, and back."""

from __future__ import annotations

import pytest

from citekit.model import Name
from citekit.references.names import display_name, is_institution, parse_name

CASES: dict[str, tuple[str, Name]] = {
    "given family": ("Nora Whitlock", Name(family="Whitlock", given="Nora")),
    "two given names": ("Nora June Whitlock", Name(family="Whitlock", given="Nora June")),
    "initials first": ("N. J. Whitlock", Name(family="Whitlock", given="N. J.")),
    "initials behind": ("Whitlock N. J.", Name(family="Whitlock", given="N. J.")),
    "initials without stops": ("Whitlock NJ", Name(family="Whitlock", given="NJ")),
    "Cyrillic, initials behind": ("Ветров А. Н.", Name(family="Ветров", given="А. Н.")),
    "Cyrillic, an initial of two letters": ("Ветров Дж.", Name(family="Ветров", given="Дж.")),
    "Cyrillic, initials first": ("А. Н. Ветров", Name(family="Ветров", given="А. Н.")),
    "inverted": ("Whitlock, Nora", Name(family="Whitlock", given="Nora")),
    "inverted, the list closed": ("Whitlock, Nora.", Name(family="Whitlock", given="Nora")),
    "inverted, abbreviated": ("Whitlock, Chr.", Name(family="Whitlock", given="Chr.")),
    "inverted, initials behind": ("Whitlock, Nora J.", Name(family="Whitlock", given="Nora J.")),
    "inverted, capitals": ("WHITLOCK, Nora", Name(family="Whitlock", given="Nora")),
    "capitals first": ("WHITLOCK Nora", Name(family="Whitlock", given="Nora")),
    "double family name": ("Anne Lee-Roy", Name(family="Lee-Roy", given="Anne")),
    "inverted double family name": ("Garcia Marquez, Gabriel", Name(family="Garcia Marquez", given="Gabriel")),
    "apostrophe": ("June O’Ferris", Name(family="O’Ferris", given="June")),
    "one word": ("Whitlock", Name(family="Whitlock")),
    "particle": ("Jan van der Meer", Name(family="Meer", given="Jan", particle="van der")),
    "particle inverted": ("van der Meer, Jan", Name(family="Meer", given="Jan", particle="van der")),
    "German particle": ("Anke von Morgenroth", Name(family="Morgenroth", given="Anke", particle="von")),
    "suffix": ("Tobias Hale Jr.", Name(family="Hale", given="Tobias", suffix="Jr.")),
    "suffix inverted": ("Hale, Jr., Tobias", Name(family="Hale", given="Tobias", suffix="Jr.")),
    "suffix at the end": ("Hale, Tobias, III", Name(family="Hale", given="Tobias", suffix="III")),
    "doubled": ("Lu Xingzhi 陸行之", Name(family="Lu", given="Xingzhi")),
    "Chinese": ("陆行之", Name(literal="陆行之")),
    "Chinese, four letters": ("欧阳行之", Name(literal="欧阳行之")),
    "transliterated": ("哈丽特·斯隆", Name(literal="哈丽特·斯隆")),
    "nationality": ("[法]雷米·杜瓦尔", Name(literal="雷米·杜瓦尔")),
    "dynasty": ("（清）林海澜", Name(literal="林海澜")),
    "Japanese with a blank": ("水野 朔太郎", Name(family="水野", given="朔太郎")),
    "Japanese with a wide blank": ("水野　朔太郎", Name(family="水野", given="朔太郎")),
    "Japanese, kana given name": ("葛城 りつ子", Name(family="葛城", given="りつ子")),
    "katakana": ("アイリーン・ウォード", Name(literal="アイリーン・ウォード")),
    "Korean": ("문하늘", Name(literal="문하늘")),
    "ministry": ("外務省", Name(literal="外務省", institution=True)),
    "Chinese institution": ("国家航道局", Name(literal="国家航道局", institution=True)),
    "English institution": ("Harbour Institute", Name(literal="Harbour Institute", institution=True)),
    "acronym": ("OECD", Name(literal="OECD", institution=True)),
    "with an article": ("The White House", Name(literal="The White House", institution=True)),
    "closing comma": ("Nora Whitlock,", Name(family="Whitlock", given="Nora")),
    "note marks": ("Nora Whitlock*", Name(family="Whitlock", given="Nora")),
    "blank runs": ("  Nora   Whitlock ", Name(family="Whitlock", given="Nora")),
    "empty": ("", Name()),
    "marks alone": ("，,", Name()),
}


@pytest.mark.parametrize(("raw", "expected"), CASES.values(), ids=CASES)
def test_parse_name(raw: str, expected: Name) -> None:
    assert parse_name(raw) == expected


@pytest.mark.parametrize("raw", [case[0] for case in CASES.values()], ids=list(CASES))
def test_display_is_read_back(raw: str) -> None:
    name = parse_name(raw)
    assert parse_name(display_name(name)) == name


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (Name(family="Whitlock", given="Nora"), "Whitlock, Nora"),
        (Name(family="Meer", given="Jan", particle="van der", suffix="Jr."), "van der Meer, Jr., Jan"),
        (Name(family="水野", given="朔太郎"), "水野 朔太郎"),
        (Name(literal="外務省", institution=True), "外務省"),
        (Name(family="Whitlock"), "Whitlock"),
        (Name(), ""),
    ],
)
def test_display_name(name: Name, expected: str) -> None:
    assert display_name(name) == expected


INSTITUTIONS = [
    "外務省",
    "首相官邸",
    "内閣府",
    "国家航道局",
    "国务院新闻办公室",
    "海洋政策研究所",
    "港湾協会",
    "最高人民法院",
    "해양수산부",
    "해양연구소",
    "서울대학교",
    "OECD",
    "World Health Organization",
    "University of Leeds",
    "Ministry of Transport",
    "Harbour Institute",
]
PERSONS = [
    "陆行之",
    "沈墨白",
    "水野朔太郎",
    "哈丽特·斯隆",
    "アイリーン・ウォード",
    "문하늘",
    "Nora Whitlock",
    "Lu Xingzhi",
    "Jan van der Meer",
]


@pytest.mark.parametrize("text", INSTITUTIONS)
def test_institutions(text: str) -> None:
    assert is_institution(text)


@pytest.mark.parametrize("text", PERSONS)
def test_persons(text: str) -> None:
    assert not is_institution(text)
