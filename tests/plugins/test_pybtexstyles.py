"""pybtex sets references in citekit's styles: by itself, and in a Sphinx project."""

from __future__ import annotations

from collections.abc import Callable
from importlib.metadata import entry_points
from pathlib import Path

import pytest
from pybtex import PybtexEngine
from pybtex.database import Person
from pybtex.plugin import find_plugin

from citekit.styles import STYLES

BIB = """\
@book{shen, author = {沈禾}, title = {河港与纸币}, publisher = {钱塘书局}, address = {杭州}, year = 1988,
  langid = {chinese}}
@article{quill, author = {Quill, Ada and Marsh, Tom}, title = {Cable politics}, journal = {Harbor studies}, volume = 12,
  number = 3, pages = {40--58}, year = 2016, langid = {english}}
"""


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    (tmp_path / "refs.bib").write_text(BIB, "utf-8")
    return tmp_path / "paper.aux"


def bbl(paper: Path, style: str, monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(paper.parent)
    lines = ("\\citation{quill}", "\\citation{shen}", f"\\bibstyle{{{style}}}", "\\bibdata{refs}")
    paper.write_text("\n".join(lines), "utf-8")
    PybtexEngine().make_bibliography(paper.name, output_encoding="utf-8", bib_encoding="utf-8")
    return paper.with_suffix(".bbl").read_text("utf-8")


@pytest.mark.parametrize("group", ["formatting", "labels", "sorting"])
def test_every_style_is_a_plug_in_of_each_kind(group: str) -> None:
    named = {point.name for point in entry_points(group=f"pybtex.style.{group}")}
    assert {f"citekit-{style.name}" for style in STYLES} <= named
    for style in STYLES:
        assert find_plugin(f"pybtex.style.{group}", f"citekit-{style.name}").style == style.name


def test_numbers(paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = bbl(paper, "citekit-gbt7714-2025-numeric", monkeypatch)
    assert "\\bibitem[1]{quill}\nQuill A，Marsh T. Cable politics[J]. Harbor studies，2016，12（3）：40-58." in written
    assert "\\bibitem[2]{shen}\n沈禾. 河港与纸币[M]. 杭州：钱塘书局，1988." in written


def test_author_and_year_in_the_order_of_the_style(paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    written = bbl(paper, "citekit-gbt7714-2025-author-date", monkeypatch)
    assert written.index("[沈禾，1988]") < written.index("[Quill，et al.，2016]")


def test_italics_become_emphasis(paper: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "\\emph{Harbor studies}" in bbl(paper, "citekit-zhongguo-shehui-kexue", monkeypatch)


def test_names() -> None:
    style = find_plugin("pybtex.style.names", "citekit")()
    names = ("沈, 禾", "Quill, Ada", "van der Berg, Jan")
    assert [str(style.format(Person(name))) for name in names] == ["沈禾", "Ada Quill", "Jan van der Berg"]


def test_sphinx_sets_a_bibliography_in_a_style(paper: Path, sphinx_page: Callable[[Path, str, str], str]) -> None:
    conf = (
        'extensions = ["sphinxcontrib.bibtex"]\nbibtex_bibfiles = ["refs.bib"]\n'
        'bibtex_default_style = "citekit-gbt7714-2025-numeric"\n'
    )
    page = sphinx_page(paper.parent, conf, ":cite:p:`quill`\n\n.. bibliography::")
    assert "Quill A，Marsh T. Cable politics[J]. Harbor studies，2016，12（3）：40-58." in page
