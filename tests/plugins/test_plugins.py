"""citekit inside pybtex and Sphinx, as people call them."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from pybtex.database import parse_bytes, parse_file, parse_string

from citekit.model import CitekitError
from citekit.plugins.sphinx import build

ARTICLE = """\
沿海各港的账目向来分作两本。① 一本呈给海关。②

① 陆行之：《潮汐与税关》，澄海出版社，2016年，第42页。
② 「海上保安協力の概要」、外務省、2023年8月18日、https://www.mofa.example/mofaj/a_o/page1_0001.html。
"""


@pytest.fixture
def article(tmp_path: Path) -> Path:
    path = tmp_path / "article.txt"
    path.write_text(ARTICLE, "utf-8")
    return path


def test_pybtex_reads_an_article_by_its_suffix(article: Path) -> None:
    entries = parse_file(str(article)).entries
    assert sorted(entry.fields["title"] for entry in entries.values()) == ["海上保安協力の概要", "潮汐与税关"]


def test_pybtex_convert(article: Path) -> None:
    output = article.with_name("refs.bib")
    script = "import sys; from pybtex.database.convert.__main__ import main; sys.argv[0] = 'pybtex-convert'; main()"
    command = [sys.executable, "-c", script, str(article), str(output), "-t", "citekit-bib"]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    text = output.read_text("utf-8")
    assert "url          = {https://www.mofa.example/mofaj/a_o/page1_0001.html}" in text
    assert "author       = {陆行之}" in text


@pytest.mark.parametrize("form", ["csljson", "ris", "citekit-bib"])
def test_pybtex_writes_with_our_writers(form: str) -> None:
    data = parse_string(
        "@book{quill2016, author = {Quill, Ada and {Ministry of Ports}}, title = {Cables}, url = {https://a.org/b_c}}",
        "bibtex",
    )
    text = data.to_string(form)
    assert "quill2016" in text and "https://a.org/b_c" in text and "Ministry of Ports" in text
    if form == "csljson":
        assert json.loads(text)[0]["author"] == [{"family": "Quill", "given": "Ada"}, {"literal": "Ministry of Ports"}]


def test_pybtex_keeps_its_own_suffix() -> None:
    assert list(parse_bytes(b"@book{a, title = {A}}", "bibtex").entries) == ["a"]


def test_what_is_no_article_is_one_line(article: Path) -> None:
    from pybtex.exceptions import PybtexError

    article.write_bytes(b"")
    with pytest.raises(PybtexError, match="empty"):
        parse_file(str(article))


def test_sphinx_builds_a_bibliography_from_an_article(
    article: Path, sphinx_page: Callable[[Path, str, str], str]
) -> None:
    source = article.parent
    conf = (
        'extensions = ["citekit.plugins.sphinx", "sphinxcontrib.bibtex"]\n'
        'citekit_articles = {"refs.bib": ["*.txt"]}\nbibtex_bibfiles = ["refs.bib"]\n'
    )
    page = sphinx_page(source, conf, ".. bibliography::\n   :all:")
    assert "潮汐与税关" in page and "page1_0001.html" in page
    first = (source / "refs.bib").read_bytes()
    build(source, {"refs.bib": ["article.txt"]})
    assert (source / "refs.bib").read_bytes() == first


def test_mkdocs_cites_the_works_of_an_article(article: Path) -> None:
    """The example of docs/plugins.md."""
    source = article.parent
    article.write_text(ARTICLE.replace("「海上保安協力の概要」、外務省", "“Port Notes”, Ministry of Ports"), "utf-8")
    (source / "mkdocs.yml").write_text(
        "site_name: Ports\nplugins:\n  - bibtex:\n      bib_file: article.txt\nmarkdown_extensions:\n  - footnotes\n",
        "utf-8",
    )
    (source / "docs").mkdir()
    text = "# Ports\n\nTwo ledgers [@lu2016chaoxi], and a page [@ministry2023port].\n\n\\bibliography\n"
    (source / "docs" / "index.md").write_text(text, "utf-8")
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--quiet",
        "--config-file",
        str(source / "mkdocs.yml"),
    ]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    page = (source / "site" / "index.html").read_text("utf-8")
    assert "潮汐与税关" in page and "https://www.mofa.example/mofaj/a_o/page1_0001.html" in page
    assert page.count('class="footnote-ref"') == 2


def test_a_missing_article_is_told(tmp_path: Path) -> None:
    with pytest.raises(CitekitError, match=r"no file in .* is called none\.txt"):
        build(tmp_path, {"refs.bib": ["none.txt"]})
    assert not (tmp_path / "refs.bib").exists()
