"""The marker at the head of a note's string."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.model import Passage
from citekit.notes.markers import MARKERS, openings, strip_marker

SHARED = Path(__file__).parents[3] / "shared" / "eval" / "styled_tune.jsonl"

MARKED = [
    ("a   Anna B. Muster, “Example,” 2015", "a", "Anna B. Muster, “Example,” 2015"),
    ("b 「共同声明」、外務省", "b", "「共同声明」、外務省"),
    ("[14] 江平：《回忆》", "[14]", "江平：《回忆》"),
    ("〔3〕 李济：《经验》", "〔3〕", "李济：《经验》"),
    ("①Romuald Muster", "①", "Romuald Muster"),
    ("➁ 同上", "➁", "同上"),
    ("(2) 聂某《宋役法》", "(2)", "聂某《宋役法》"),
    ("（59） 王某、郭某主编", "（59）", "王某、郭某主编"),
    ("26) 野矢某. 規則", "26)", "野矢某. 規則"),
    ("52. Aurelius, Marcus", "52.", "Aurelius, Marcus"),
    ("1、王某：《制度》", "1、", "王某：《制度》"),
    ("1.王某：《制度》", "1.", "王某：《制度》"),
    ("注) 12.ここでは", "注) 12.", "ここでは"),
    ("注1　前掲書", "注1", "前掲書"),
    ("（注3）例田", "（注3）", "例田"),
    ("주3) 김예시", "주3)", "김예시"),
    ("1             Siehe Muster", "1", "Siehe Muster"),
    ("29 IMF(2008b)", "29", "IMF(2008b)"),
    ("12 日本経済新聞", "12", "日本経済新聞"),
    ("35\n      Convention", "35", "Convention"),
    ("＊＊　同 S. 14", "＊＊", "同 S. 14"),
    ("*本文系基金项目", "*", "本文系基金项目"),
    ("* 2022年度基金项目", "*", "2022年度基金项目"),
    ("*1 前掲書", "*1", "前掲書"),
    ("† Deceased.", "†", "Deceased."),
    ("本*    本文系基金项目", "*", "本文系基金项目"),
    ("¹² Muster 1999", "¹²", "Muster 1999"),
    ("ii Editors’ note", "ii", "Editors’ note"),
    ("(iv) Translator", "(iv)", "Translator"),
    ("4) 2000 American Council", "4)", "2000 American Council"),
]
UNMARKED = [
    "2000 American Council",
    "A History of Modern Poetry",
    "§ 64 Urheberrechtsgesetz",
    "14.6.94, S. 3",
    "1984年",
    "3 月 5 日",
    "21 世紀の外交",
    "12 May 1984, The Times",
    "3. 10. 1990",
    "19. Jahrhundert",
    "[韩]文某",
    "[J] foo",
    "[2004] 1 AC 12",
    "a priori",
    "a. a. O., S. 3",
    "i. d. R.",
    "I. Newton",
    "e Silva",
    "v Praze",
    "Id.",
    "(c) 2012 Press",
    "(s)he",
    "**Bold** text",
    "注3 参照",
    "",
    "60",
    "d'Alembert",
]


@pytest.mark.parametrize(("text", "label", "rest"), MARKED)
def test_marker_is_parted(text: str, label: str, rest: str) -> None:
    found, passage = strip_marker(Passage.of(text))
    assert (found, passage.text) == (label, rest)
    assert text[passage.origin[0]] == rest[0]


@pytest.mark.parametrize("text", UNMARKED)
def test_text_is_left_alone(text: str) -> None:
    assert strip_marker(Passage.of(text)) == ("", Passage.of(text))


@pytest.mark.parametrize(
    ("line", "kind", "count"),
    [
        ("⑫ x", "circled", 12),
        ("➂ x", "circled", 3),
        ("（11） x", "parenthesised", 11),
        ("１２　x", "number", 12),
        ("c   X", "letter", 3),
        ("** x", "star", 2),
        ("iv  X", "roman", 4),
        ("¹² X", "raised", 12),
        ("注⑤　x", "word", 5),
    ],
)
def test_count(line: str, kind: str, count: int) -> None:
    assert (kind, count) in {(o.kind, o.count) for o in openings(line)}


@pytest.mark.parametrize("line", ["7期，第15页。", "109页。", "2018年。", "34, No.3, 2010", "1992, p.683.", "5月31日"])
def test_wrapped_lines_open_nothing(line: str) -> None:
    assert openings(line) == []


@given(st.text(max_size=60))
def test_nothing_is_lost(text: str) -> None:
    label, passage = strip_marker(Passage.of(text))
    assert text.strip().endswith(passage.text)
    assert label in text
    assert openings(text) is not None


def test_kinds_are_named_once() -> None:
    assert len({kind.name for kind in MARKERS}) == len(MARKERS)


def test_gold_labels() -> None:
    if not SHARED.exists():
        pytest.skip("needs ../shared")
    rows = [json.loads(line) for line in SHARED.read_text("utf-8").splitlines()]
    right = sum(strip_marker(Passage.of(row["text"]))[0] == (row.get("label") or "") for row in rows)
    assert right / len(rows) > 0.995
