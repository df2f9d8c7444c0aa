from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.library.tex import clean, escape, has_inner_capital, unescape


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("Simmons & Sons", r"Simmons \& Sons"),
        ("100% #1 a_b $5", r"100\% \#1 a\_b \$5"),
        ("a~b^c", r"a\textasciitilde{}b\textasciicircum{}c"),
        ("C:\\temp", r"C:\textbackslash{}temp"),
        ("{a} b}", r"\{a\} b\textbraceright{}"),
        ("{{a}", r"\textbraceleft{}\{a\}"),
        ("两\n 行\t字", "两 行 字"),
        ("“Ünïcødé” —　全角", "“Ünïcødé” —　全角"),
        ("nul\x00 and bell\x07", "nul and bell"),
    ],
)
def test_escape(text: str, escaped: str) -> None:
    assert escape(text) == escaped


@pytest.mark.parametrize(
    ("field", "text"),
    [
        (r"{\"O}sterreich", "Österreich"),
        (r"Erd\H{o}s and \v{C}apek", "Erdős and Čapek"),
        (r"stra{\ss}e, \o re", "straße, øre"),
        (r"{The} {NATO} treaty", "The NATO treaty"),
        (r"na\"{\i}ve caf\'e", "naïve café"),
        (r"a~b", "a b"),
        (r"\emph{x} stays", r"\emphx stays"),
        ("{unclosed", "unclosed"),
        ("ends in \\", "ends in \\"),
    ],
)
def test_unescape_reads_what_others_write(field: str, text: str) -> None:
    assert unescape(field) == text


@given(st.text(max_size=60))
def test_unescape_gives_back_what_escape_took(text: str) -> None:
    assert unescape(escape(text)) == clean(text)


@given(st.text(alphabet="{}\\&%$#_~^ aé王\n", max_size=40))
def test_escape_is_always_balanced(text: str) -> None:
    depth = 0
    for char in escape(text):
        depth += (char == "{") - (char == "}")
        assert depth >= 0
    assert depth == 0


@given(st.text(max_size=80))
def test_unescape_never_raises(text: str) -> None:
    assert "\n" not in unescape(text)


@pytest.mark.parametrize(
    ("title", "protected"),
    [
        ("Cable politics", False),
        ("Cable Politics", True),
        ("海底电缆", False),
        ("四方安全对话（QUAD）", True),
        ("", False),
    ],
)
def test_has_inner_capital(title: str, protected: bool) -> None:
    assert has_inner_capital(title) is protected


def test_escape_is_linear() -> None:
    assert len(re.sub(r"\\.|[{}]", "", escape("{" * 50_000))) < 2_000_000
