"""Marked citations of Chinese, Japanese and Korean: everything follows from where it stands to the titles."""

from __future__ import annotations

import pytest

from citekit.citations.grammar import grammar
from citekit.citations.titles import marked_titles

Found = list[tuple[str, str]]


def found(text: str) -> Found:
    return [(field.label, text[field.start : field.end]) for field in grammar(text)]


CASES: dict[str, tuple[str, Found]] = {
    "book": (
        "陆行之：《潮汐》，澄海出版社，2016年，第42页。",
        [("author", "陆行之"), ("title", "潮汐"), ("publisher", "澄海出版社"), ("issued", "2016"), ("page", "42")],
    ),
    "place and 年版": (
        "陆行之：《潮汐》，杭州：晨星书局2009年版，第5页。",
        [
            ("author", "陆行之"),
            ("title", "潮汐"),
            ("publisher-place", "杭州"),
            ("publisher", "晨星书局"),
            ("issued", "2009"),
            ("page", "5"),
        ],
    ),
    "translators before the title": (
        "[法]雷米·杜瓦尔著，顾棠译：《港口》，商务印书馆，2014年。",
        [
            ("author", "雷米·杜瓦尔"),
            ("translator", "顾棠"),
            ("title", "港口"),
            ("publisher", "商务印书馆"),
            ("issued", "2014"),
        ],
    ),
    "translators behind the title": (
        "［德］汉斯·格罗特：《海上保险史》，温一舟译，北京大学出版社2018年版。",
        [
            ("author", "汉斯·格罗特"),
            ("title", "海上保险史"),
            ("translator", "温一舟"),
            ("publisher", "北京大学出版社"),
            ("issued", "2018"),
        ],
    ),
    "a publisher that begins like a role word": (
        "雷米：《港口》，译林出版社，2014年。",
        [("author", "雷米"), ("title", "港口"), ("publisher", "译林出版社"), ("issued", "2014")],
    ),
    "article": (
        "温一舟：《小港》，《远洋研究》，2019年第2期，第45页。",
        [
            ("author", "温一舟"),
            ("title", "小港"),
            ("container-title", "远洋研究"),
            ("issued", "2019"),
            ("issue", "2"),
            ("page", "45"),
        ],
    ),
    "article with 载": (
        "温一舟：《小港》，载《远洋研究》2019年第2期。",
        [
            ("author", "温一舟"),
            ("title", "小港"),
            ("container-title", "远洋研究"),
            ("issued", "2019"),
            ("issue", "2"),
        ],
    ),
    "chapter with 载 and 主编": (
        "温一舟：《灯塔税》，载顾棠主编：《海关史论集》，晨星书局，2011年。",
        [
            ("author", "温一舟"),
            ("title", "灯塔税"),
            ("editor", "顾棠"),
            ("container-title", "海关史论集"),
            ("publisher", "晨星书局"),
            ("issued", "2011"),
        ],
    ),
    "chapter, editors without a role word": (
        "温一舟：《灯塔税》，顾棠、陆行之：《海关史论集》，晨星书局，2011年。",
        [
            ("author", "温一舟"),
            ("title", "灯塔税"),
            ("editor", "顾棠"),
            ("editor", "陆行之"),
            ("container-title", "海关史论集"),
            ("publisher", "晨星书局"),
            ("issued", "2011"),
        ],
    ),
    "author-date": (
        "温一舟，2019，《小港》，《远洋研究》第2期。",
        [
            ("author", "温一舟"),
            ("issued", "2019"),
            ("title", "小港"),
            ("container-title", "远洋研究"),
            ("issue", "2"),
        ],
    ),
    "a site as the container": (
        "《十问》，中国航务网，2021年3月4日，https://a.example/b.html",
        [
            ("title", "十问"),
            ("container-title", "中国航务网"),
            ("issued", "2021年3月4日"),
            ("URL", "https://a.example/b.html"),
        ],
    ),
    "a day behind the address is the day of access": (
        "《十问》，https://a.example/b.html，2021年3月4日。",
        [("title", "十问"), ("URL", "https://a.example/b.html"), ("accessed", "2021年3月4日")],
    ),
    "a number in a name stays in the name": (
        "第七工程局：《年报》，晨星书局，2011年。",
        [("author", "第七工程局"), ("title", "年报"), ("publisher", "晨星书局"), ("issued", "2011")],
    ),
    "pre-modern work, scroll, piece": (
        "《海疆志》卷326《郭守传》",
        [("container-title", "海疆志"), ("volume", "326"), ("title", "郭守传")],
    ),
    "quotation marks as article marks": (
        "温一舟：“小港”，《远洋研究》，2019年第2期。",
        [
            ("author", "温一舟"),
            ("title", "小港"),
            ("container-title", "远洋研究"),
            ("issued", "2019"),
            ("issue", "2"),
        ],
    ),
    "ja book": (
        "水野朔太郎『灯台』（青波書房、2008年）91頁。",
        [
            ("author", "水野朔太郎"),
            ("title", "灯台"),
            ("publisher", "青波書房"),
            ("issued", "2008"),
            ("page", "91"),
        ],
    ),
    "ja article": (
        "葛城律子「無線局」『通信史研究』14巻2号（1996年10月）33頁。",
        [
            ("author", "葛城律子"),
            ("title", "無線局"),
            ("container-title", "通信史研究"),
            ("volume", "14"),
            ("issue", "2"),
            ("issued", "1996年10月"),
            ("page", "33"),
        ],
    ),
    "ja, all parted by 、": (
        "葛城律子、「労働」、水野朔太郎、『海と労働』、青波書房、2001年、38頁。",
        [
            ("author", "葛城律子"),
            ("title", "労働"),
            ("editor", "水野朔太郎"),
            ("container-title", "海と労働"),
            ("publisher", "青波書房"),
            ("issued", "2001"),
            ("page", "38"),
        ],
    ),
    "ja translator behind the title": (
        "ウォード『霧』水野朔太郎訳、青波書房、2005年。",
        [
            ("author", "ウォード"),
            ("title", "霧"),
            ("translator", "水野朔太郎"),
            ("publisher", "青波書房"),
            ("issued", "2005"),
        ],
    ),
    "ja page of a ministry": (
        "「海上協力」、外務省、2023年8月18日、https://a.example/b.html。",
        [
            ("title", "海上協力"),
            ("publisher", "外務省"),
            ("issued", "2023年8月18日"),
            ("URL", "https://a.example/b.html"),
        ],
    ),
    "ko article": (
        "서도윤, 「등대」, 『해양사연구』 12집, 2011, 20쪽.",
        [
            ("author", "서도윤"),
            ("title", "등대"),
            ("container-title", "해양사연구"),
            ("volume", "12"),
            ("issued", "2011"),
            ("page", "20"),
        ],
    ),
    "ko newspaper before its article": (
        "『동해일보』, 2003년 4월 5일자, 「사용료」.",
        [("container-title", "동해일보"), ("issued", "2003년 4월 5일"), ("title", "사용료")],
    ),
    "no marked title": ("Nora Whitlock, Ledgers, Harbour Press, 2009.", []),
    "GB/T prints titles bare": ("陆行之. “小账”考[M]. 北京: 澄海出版社, 2016.", []),
    "a Western quotation is no marked title": ("Tobias Hale, “Cables,” Maritime Policy, 2011.", []),
    "empty": ("", []),
    "empty title": ("陆行之：《》，2016年。", []),
}


@pytest.mark.parametrize(("text", "expected"), CASES.values(), ids=CASES)
def test_grammar(text: str, expected: Found) -> None:
    assert found(text) == expected


TITLES = {
    "zh": ("陆行之：《潮汐》，《刊》", ["潮汐", "刊"]),
    "inner marks": ("《读〈海程〉》", ["读〈海程〉"]),
    "in brackets": ("（见《潮汐》）《盐引》", ["盐引"]),
    "a quoted sentence": ("他说：“这不是我们的书。”《盐引》", ["盐引"]),
    "quotation marks among CJK": ("温一舟：“小港”，2019年", ["小港"]),
    "quotation marks behind a title": ("《盐引》，“甲”，2019年", ["盐引"]),
    "quotation marks around Latin": ("Hale, “Cables,” 2011", []),
}


@pytest.mark.parametrize(("text", "expected"), TITLES.values(), ids=TITLES)
def test_marked_titles(text: str, expected: list[str]) -> None:
    assert [text[title.inner] for title in marked_titles(text)] == expected


@pytest.mark.parametrize("text", [case[0] for case in CASES.values()], ids=list(CASES))
def test_fields_stand_in_order_and_apart(text: str) -> None:
    at = 0
    for field in grammar(text):
        assert at <= field.start < field.end <= len(text)
        at = field.end
