"""What a stretch of a note is: citation, back-reference, continuation, prose."""

from __future__ import annotations

import pytest

from citekit.citations.recognise import (
    complete,
    continued,
    evidence,
    ibid,
    inner_citations,
    is_citation,
    is_funding,
    prose,
    shortform,
)
from citekit.model import Field

IBID = {
    "同上": ("同上，第5页。", "同上"),
    "同上书": ("同上书，第5页。", "同上书"),
    "同上 alone": ("同上。", "同上"),
    "同書": ("同書、5頁。", "同書"),
    "Ibid.": ("Ibid., p. 20.", "Ibid."),
    "ibid in small letters": ("ibid, 20.", "ibid"),
    "Id.": ("Id. at 50.", "Id."),
    "Ebd.": ("Ebd., S. 14.", "Ebd."),
    "Там же": ("Там же. С. 93.", "Там же."),
    "위의 책": ("위의 책, 43쪽.", "위의 책"),
    "not at the beginning": ("参见同上，第5页", None),
    "not in a title": ("《同上》，2016年", None),
    "not as the beginning of a word": ("Idaho, 2016", None),
    "no name": ("同上街道办事处", None),
}


@pytest.mark.parametrize(("text", "word"), IBID.values(), ids=IBID)
def test_ibid(text: str, word: str | None) -> None:
    match = ibid(text)
    assert (match["word"] if match else None) == word


def test_ibid_of_a_named_person() -> None:
    match = ibid("水野、同上、5頁。")
    assert match
    assert (match["who"], match["word"]) == ("水野", "同上")


SHORT = {
    "前引书": ("陆行之：前引书，第99页。", "前引书"),
    "前揭文": ("陆行之：前揭文，第99页。", "前揭文"),
    "前掲書": ("水野、前掲書、5頁。", "前掲書"),
    "同注": ("同注3，第5页。", "同注"),
    "op. cit.": ("Whitlock, op. cit., p. 70.", "op. cit."),
    "op.cit.": ("Whitlock, op.cit., p. 70.", "op.cit."),
    "loc. cit.": ("Whitlock, loc. cit.", "loc. cit."),
    "a. a. O.": ("Morgenroth, a. a. O., S. 20.", "a. a. O."),
    "Указ. соч.": ("Ветров А. Н. Указ. соч. С. 100.", "Указ. соч."),
    "앞의 책": ("문하늘, 앞의 책, 50쪽.", "앞의 책"),
    "supra note": ("Whitlock, supra note 5, at 70.", "supra note"),
    "not in a title": ("《前引书考》，2016年", None),
    "not in a word": ("suprassegmental", None),
}


@pytest.mark.parametrize(("text", "word"), SHORT.values(), ids=SHORT)
def test_shortform(text: str, word: str | None) -> None:
    match = shortform(text)
    assert (match["word"] if match else None) == word


@pytest.mark.parametrize(
    "text",
    [
        "本文系国家社会科学基金项目“近代海关账簿研究”的阶段性成果。",
        "感谢匿名评审专家的意见。",
        "本稿は科学研究費補助金の助成を受けた研究成果の一部である。",
        "This work was supported by the Harbour Research Fund.",
        "이 논문은 연구비 지원을 받아 작성되었다.",
    ],
)
def test_funding(text: str) -> None:
    assert is_funding(text)


@pytest.mark.parametrize(
    "text",
    [
        "陆行之：《潮汐与税关》，澄海出版社，2016年。",
        "陆行之：《科研项目资助的效果》，《远洋研究》，2019年第2期。",
        "Tobias Hale, “Who Is Grateful to Whom,” Maritime Policy, 2011.",
        "",
    ],
)
def test_no_funding(text: str) -> None:
    assert not is_funding(text)


EVIDENCE = {
    "title and year": ("陆行之：《潮汐》，2016年", True),
    "title and page": ("陆行之：《潮汐》，第5页", True),
    "title and address": ("《潮汐》，https://a.example/b", True),
    "title alone": ("《潮汐》", False),
    "quoted word": ("本文所称“小账”是指不入正式账簿的款项", False),
    "Western book": ("Nora Whitlock, Ledgers, London: Harbour Press, 2009, p. 4", True),
    "Western article": ("Tobias Hale, “Cables,” Maritime Policy, 2011", True),
    "type code": ("潮汐[M]", True),
    "ibid": ("Ibid., 20.", True),
    "author and year": ("Hale 2016", True),
    "year alone": ("2016年", False),
    "words": ("see above", False),
    "empty": ("", False),
}


@pytest.mark.parametrize(("text", "expected"), EVIDENCE.values(), ids=EVIDENCE)
def test_evidence(text: str, expected: bool) -> None:
    assert evidence(text) is expected


COMPLETE = {
    "year": ("陆行之：《潮汐》，2016年", True),
    "kanji year": ("水野、『灯台』、二〇〇八年", True),
    "page": ("陆行之：《潮汐》，第5页", True),
    "scroll": ("《海疆志》卷257", True),
    "address": ("《潮汐》，https://a.example/b", True),
    "ibid": ("同上", True),
    "place alone": ("Nora Whitlock, Ledgers (London", False),
    "author alone": ("陆行之", False),
    "a year in the title does not count": ("陆行之：《2016年的潮汐》", False),
}


@pytest.mark.parametrize(("text", "expected"), COMPLETE.values(), ids=COMPLETE)
def test_complete(text: str, expected: bool) -> None:
    assert complete(text) is expected


CONTINUED = {
    "scroll": ("卷263，第17页", True),
    "page": ("第17页", True),
    "volume": ("vol. 2, p. 17", True),
    "German page": ("S. 17", True),
    "roman": ("II, 17", True),
    "another work": ("沈墨白：《盐引》，2006年", False),
    "another work that begins with a number": ("2006年：《盐引》", False),
    "English work": ("Tobias Hale, Cables, 2011", False),
}


@pytest.mark.parametrize(("text", "expected"), CONTINUED.values(), ids=CONTINUED)
def test_continued(text: str, expected: bool) -> None:
    assert continued(text) is expected


@pytest.mark.parametrize(
    ("text", "at_least"),
    [
        ("本文认为这不是已经说明的例子", 3),
        ("Note that this is not which we have.", 5),
        ("《这是我们的书》，2016年", 0),
        ("https://a.example/this-is-not", 0),
        ("Tobias Hale, “This Is Not a Port,” Maritime Policy, 2011", 0),
        ("", 0),
    ],
)
def test_prose(text: str, at_least: int) -> None:
    assert prose(text) >= at_least
    if not at_least:
        assert prose(text) == 0


def fields(*labels: str) -> tuple[Field, ...]:
    return tuple(Field(label=label, start=0, end=1) for label in labels)


@pytest.mark.parametrize(
    ("text", "labels", "expected"),
    [
        ("陆行之：《潮汐》，2016年", ("author", "title", "issued"), True),
        ("《潮汐》，第5页", ("title", "page"), True),
        ("https://a.example/b", ("URL",), True),
        ("Hale 2016", ("author", "issued"), True),
        ("《潮汐》", ("title",), False),
        ("2016年", ("issued",), False),
        ("陆行之", ("author",), False),
        ("同上", (), True),
        ("这里我们认为《潮汐》已经说明了2016年的情况", ("title", "issued"), False),
        ("", (), False),
    ],
)
def test_is_citation(text: str, labels: tuple[str, ...], expected: bool) -> None:
    assert is_citation(text, fields(*labels)) is expected


INNER = {
    "Chinese": (
        "有人说过（温一舟：《小港》，《研究》，2019年第2期），不确。",
        ["温一舟：《小港》，《研究》，2019年第2期"],
    ),
    "English": (
        "as is said (Tobias Hale, “Cables,” Maritime Policy, 2011, p. 4) elsewhere",
        ["Tobias Hale, “Cables,” Maritime Policy, 2011, p. 4"],
    ),
    "a year is none": ("他在任时（1998年至2003年间）整理旧账", []),
    "a name is none": ("沃德（Eileen Ward）认为", []),
}


@pytest.mark.parametrize(("text", "expected"), INNER.values(), ids=INNER)
def test_inner_citations(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in inner_citations(text)] == expected
