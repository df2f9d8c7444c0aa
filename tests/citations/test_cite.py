"""One note to its citations: prefix, suffix, relation, the work that was seen, the origins of all fields."""

from __future__ import annotations

import pytest

from citekit import note_of
from citekit.citations import cite


def test_fields_lead_back_to_the_source() -> None:
    source = "① 参见温一舟：《小港》，《远洋研究》，2019年第\n2期，第45页。"
    (citation,) = cite(note_of(source, 7))
    assert citation.note == 7
    assert citation.prefix == "参见"
    for field in citation.fields:
        span = citation.passage.span(field.start, field.end)
        assert source[span.start : span.end] == citation.passage.text[field.start : field.end]


@pytest.mark.parametrize(
    ("text", "relations"),
    [
        ("陆行之：《潮汐》，2016年，第5页；同上，第7页；陆行之：前引书，第9页。", ["full", "ibid", "shortform"]),
        ("Ibid.", ["ibid"]),
        ("Hale 2016, 45.", ["shortform"]),
        ("感谢匿名评审专家的意见，参见陆行之：《潮汐》，2016年。", []),
        ("本文所称“小账”是指不入正式账簿的款项。", []),
        ("", []),
    ],
)
def test_relations(text: str, relations: list[str]) -> None:
    assert [citation.relation for citation in cite(note_of(text))] == relations


QUOTED_IN = {
    "转引自": ("林海澜：《沪上杂忆》，转引自陆行之：《潮汐》，2016年，第5页。", "林海澜：《沪上杂忆》", "潮汐"),
    "转引自 and a colon": ("林海澜：《沪上杂忆》，转引自：陆行之：《潮汐》，2016年。", "林海澜：《沪上杂忆》", "潮汐"),
    "full citation first": (
        "林海澜：《沪上杂忆》，晨星书局，1931年，第3页，转引自陆行之：《潮汐》，2016年。",
        "林海澜：《沪上杂忆》，晨星书局，1931年，第3页",
        "潮汐",
    ),
    "in brackets": ("林海澜：《沪上杂忆》（转引自陆行之：《潮汐》，2016年）", "林海澜：《沪上杂忆》", "潮汐"),
    "quoted in": (
        "June Ferris, Harbour Songs, quoted in Nora Whitlock, Ledgers of the Tide, Harbour Press, 2009, p. 64.",
        "June Ferris, Harbour Songs",
        "Ledgers of the Tide",
    ),
    "zit. nach": (
        "Jonas Petersdorf, Lotsen, zit. nach Anke Morgenroth, Leuchtfeuer und Zoll, Hamburg: Verlag 2004, S. 12.",
        "Jonas Petersdorf, Lotsen",
        "Leuchtfeuer und Zoll",
    ),
}


@pytest.mark.parametrize(("text", "original", "title"), QUOTED_IN.values(), ids=QUOTED_IN)
def test_the_work_seen_is_the_citation(text: str, original: str, title: str) -> None:
    (citation,) = cite(note_of(text))
    assert citation.original == original
    assert citation.raw("title") == (title,)


@pytest.mark.parametrize(
    "text",
    [
        "문하늘, 『항구의 장부』, 바다책방, 2006, 41쪽에서 재인용.",
        "水野朔太郎『灯台』（青波書房、2008年）91頁より再引用。",
    ],
)
def test_words_behind_the_work_seen(text: str) -> None:
    assert len(cite(note_of(text))) == 1
