"""The statistical field tagger: what it finds in plain citations, and that no input troubles it."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.citations.tagger import tag

CASES = [
    (
        "Smith, John. Modern Cities. London: Example Press, 1999, p. 12.",
        "author Smith, John | title Modern Cities | publisher-place London | publisher Example Press | issued 1999"
        " | page 12",
    ),
    (
        "Müller, Anna: „Über alte Städte“, in: Zeitschrift für Geschichte 12 (2004), S. 33–57.",
        "author Müller, Anna | title Über alte Städte | container-title Zeitschrift für Geschichte | volume 12"
        " | issued 2004 | page 33–57",
    ),
    (
        "王小明：《城市史研究的若干问题》，《历史评论》2010年第3期，第15页。",
        "author 王小明 | title 城市史研究的若干问题 | container-title 历史评论 | issued 2010 | issue 3 | page 15",
    ),
    (
        "李华, 张伟. 城市史导论[M]. 北京: 中华书局, 2011: 20-25.",
        "author 李华 | author 张伟 | title 城市史导论 | publisher-place 北京 | publisher 中华书局 | issued 2011"
        " | page 20-25",
    ),
    (
        "山田一郎「都市の歴史」『歴史評論』第12巻第3号、1998年、20頁。",
        "author 山田一郎 | title 都市の歴史 | container-title 歴史評論 | volume 12 | issue 3 | issued 1998 | page 20",
    ),
    (
        "Петров И. И. История города. М.: Наука, 1987. С. 44.",
        "author Петров И. И. | title История города | publisher-place М. | publisher Наука | issued 1987 | page 44",
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_fields(text: str, expected: str) -> None:
    # Whether a page is the extent or the cited place depends on the kind of the work: not the tagger's to judge.
    labels = ((span.label.replace("locator", "page"), text[span.start : span.end]) for span in tag(text))
    assert " | ".join(f"{label} {value}" for label, value in labels) == expected


def test_doi_and_url_are_cut_exactly() -> None:
    text = "A. Lee, “Old Cities” (2001) 3 City Journal 9 <https://doi.org/10.1000/abc-1>, https://example.org/a_(b)."
    found = {span.label: text[span.start : span.end] for span in tag(text)}
    assert found["DOI"] == "10.1000/abc-1"
    assert found["URL"] == "https://example.org/a_(b)"


def test_nothing_in_nothing() -> None:
    assert tag("") == []
    assert tag(" \n\t") == []


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("年第卷编译《》“”()[]/.,:- 19Aa·"))))
def test_spans_are_in_order_in_range_and_apart(text: str) -> None:
    end = 0
    for span in tag(text):
        assert end <= span.start < span.end <= len(text)
        assert 0 <= span.confidence <= 1.000001
        end = span.end


@pytest.mark.parametrize("piece", ["Smith, J. Title, 1999. ", "，一", "(", "王：《论》，2001年，第3页。"])
def test_long_input_takes_less_than_a_second(piece: str) -> None:
    tag("warm up 1999")
    text = piece * (100_000 // len(piece))
    start = time.process_time()
    tag(text)
    assert time.process_time() - start < 1
