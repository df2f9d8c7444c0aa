"""The tokens that the field tagger labels."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.citations.tokens import tokenise

CASES = [
    ("", []),
    ("Smith, J.-P.", ["Smith", ",", "J", ".", "-", "P", "."]),
    ("Jean-Paul d’Angelo", ["Jean-Paul", "d’", "Angelo"]),
    ("pp.104–122", ["pp", ".", "104", "–", "122"]),
    ("费成康：《论文》", ["费成康", "：", "《", "论文", "》"]),
    ("外务省主编", ["外务省", "主编"]),
    ("参见王帆", ["参见", "王帆"]),
    ("2023年第7期", ["2023", "年", "第", "7", "期"]),
    ("金吾伦和胡新和译", ["金吾伦", "和", "胡新和", "译"]),
    ("波多野澄雄編『日本の外交』", ["波多野澄雄", "編", "『", "日本の外交", "』"]),
    ("N・J・ローズ", ["N", "・", "J", "・", "ローズ"]),
    ("제29권 1호", ["제", "29", "권", "1", "호"]),
    ("论文[J/OL].", ["论文", "[J/OL]", "."]),
    ("https://doi.org/10.1037/bul0000327.", ["https://doi.org/", "10.1037/bul0000327", "."]),
    ("见http://a.cn/b(1)）。", ["见", "http://a.cn/b(1)", "）", "。"]),
    ("<http://a.org/x>, 2020", ["<", "http://a.org/x", ">", ",", "2020"]),
    ("⑥Paul", ["⑥", "Paul"]),
    ("Заглавие // Журнал", ["Заглавие", "//", "Журнал"]),
]


@pytest.mark.parametrize(("text", "expected"), CASES)
def test_tokens(text: str, expected: list[str]) -> None:
    assert [token.text for token in tokenise(text)] == expected


@given(st.text(alphabet=st.one_of(st.characters(), st.sampled_from("年第卷编译和见《》()[]/.-·・1a http"))))
def test_tokens_lie_in_order_and_lose_nothing_but_blanks(text: str) -> None:
    end = 0
    for token in tokenise(text):
        assert token.start >= end
        assert not text[end : token.start].strip()
        assert text[token.start : token.end] == token.text
        assert token.text
        end = token.end
    assert not text[end:].strip()


@pytest.mark.parametrize("piece", ["编", "a ", "，一", "http://a)", "1", "(", "ア・"])
def test_time_grows_with_the_length_only(piece: str) -> None:
    text = piece * (100_000 // len(piece))
    start = time.process_time()
    tokenise(text)
    assert time.process_time() - start < 1
