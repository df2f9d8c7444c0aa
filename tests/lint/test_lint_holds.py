"""What holds for any file: nothing raises, mending once is enough, other bytes stay, our own entries are clean."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit import write
from citekit.lint import fix, lint
from citekit.lint.formats import FORMATS
from citekit.lint.rule import Finding
from citekit.model import Date, Name, Pages, Reference

ROOT = Path(__file__).resolve().parents[2]
VALUES = st.sampled_from(
    ["{A & B}", '"王 帆 and 李四 等"', "{https://doi.org/10.1/x}", "{12-15}", "{２０２３}", "{2023.5}", "hs # {x}",
     "{}", "{Ministry of Ports}", "{FranÃ§ois}", "{\\url{https://a.org}}", "1999", "{e\u0301}", "{978-0-306-40615-8}"]
)  # fmt: skip
NAMES = st.sampled_from(["author", "title", "doi", "pages", "year", "date", "url", "howpublished", "isbn", "langid"])
ENTRIES = st.builds(
    lambda key, fields: f"@book{{{key},\n" + ",\n".join(f"  {n} = {v}" for n, v in fields) + "\n}",
    st.sampled_from(["a", "b", "c d"]),
    st.lists(st.tuples(NAMES, VALUES), max_size=6),
)


@given(st.text(alphabet='@{}(),="#%\\ \n\r\tabook1é王&_', max_size=120) | st.text(max_size=60))
def test_never_raises(text: str) -> None:
    mended, findings = fix(text)
    assert all(finding.line >= 1 for finding in findings)
    if not any(finding.fixed for finding in findings):
        assert mended == text


@settings(max_examples=200, deadline=None)
@given(st.lists(ENTRIES | st.just("% a comment & more"), max_size=5).map("\n\n".join))
def test_mending_once_is_enough(text: str) -> None:
    once, _ = fix(text)
    assert fix(once)[0] == once
    assert once.count("% a comment & more") == text.count("% a comment & more")


def test_our_own_entries_are_clean() -> None:
    ada = Name(family="Quill", given="Ada")
    works = [
        Reference(type="book", author=(ada, Name(literal="沈禾")), title="R&D: 100 % of it", language="en",
                  publisher="Marsh & Sons", issued=Date(parts=((2001, 5),))),
        Reference(type="webpage", author=(Name(literal="Ministry of Ports", institution=True),), title="Ports_1",
                  URL="https://a.org/b_c%20d", issued=Date(parts=((2001,),)), language="en"),
        Reference(type="article-journal", author=(ada,), title="货币与港口", container_title="海港研究", issue="3",
                  page=Pages(ranges=(("12", "15"),)), issued=Date(parts=((2001,),)), language="zh-CN",
                      DOI="10.1000/x"),
    ]  # fmt: skip
    for form in ("bibtex", "biblatex"):
        assert [f for f in lint(write(works, form)) if f.level != "info"] == []


def test_the_bibliography_of_this_project_is_clean() -> None:
    assert lint((ROOT / "refs.bib").read_text("utf-8")) == ()


@pytest.mark.parametrize("form", list(FORMATS))
def test_formats(form: str) -> None:
    found = {"a,b.bib": [Finding(rule="isbn", level="warning", text="50 %\nno", line=3, key="q", fixable=True)]}
    printed = FORMATS[form](found)
    assert "isbn" in printed
    if form in ("json", "sarif"):
        assert json.loads(printed)
    if form == "github":
        assert printed == "::warning file=a%2Cb.bib,line=3,title=isbn::q: 50 %25%0Ano\n"
    assert FORMATS[form]({"a.bib": []}) is not None
