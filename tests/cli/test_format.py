"""`citekit format` and `citekit styles`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from citekit.cli import main

ITEMS = [
    {
        "id": "quill",
        "type": "article-journal",
        "language": "en",
        "author": [{"family": "Quill", "given": "Ada"}],
        "title": "Cable politics",
        "container-title": "Harbor studies",
        "volume": "12",
        "page": "40-58",
        "issued": {"date-parts": [[2016]]},
    },
    {
        "id": "shen",
        "type": "book",
        "language": "zh-CN",
        "author": [{"literal": "沈禾"}],
        "title": "河港与纸币",
        "publisher": "钱塘书局",
        "issued": {"date-parts": [[1988]]},
    },
]
ARTICLE = """\
沿海各港的账目分作两本。① 一本呈给海关。② 另一本。③

① 沈禾：《河港与纸币》，钱塘书局，1988年，第5页。
② 同上，第7页。
③ 参见王帆前引书，第9页。
"""


@pytest.fixture
def items(tmp_path: Path) -> str:
    path = tmp_path / "items.json"
    path.write_text(json.dumps(ITEMS, ensure_ascii=False), "utf-8")
    return str(path)


def run(*arguments: str, text: str | None = None) -> Result:
    return CliRunner().invoke(main, arguments, input=text)


def test_a_bibliography_is_an_entry_a_line(items: str) -> None:
    done = run("format", items, "--style", "gbt7714-2025")
    assert done.stdout.splitlines() == [
        "[1] Quill A. Cable politics[J]. Harbor studies，2016，12：40-58.",
        "[2] 沈禾. 河港与纸币[M]. [出版地不详]：钱塘书局，1988.",
    ]


def test_each_item_once_as_a_note_in_the_order_of_the_file(items: str) -> None:
    done = run("format", items, "--style", "国际问题研究", "--as", "notes")
    assert done.stdout.splitlines() == [
        "Ada Quill, “Cable politics,” Harbor studies, Vol.12, 2016, pp.40-58.",
        "沈禾：《河港与纸币》，钱塘书局，1988年。",
    ]


@pytest.mark.parametrize(
    ("to", "shown"),
    [("html", "<i>Harbor studies</i>"), ("markdown", "*Harbor studies*"), ("latex", "Harbor studies}")],
)
def test_markup(items: str, to: str, shown: str) -> None:
    assert shown in run("format", items, "--style", "guoji-wenti-yanjiu", "--to", to).stdout


def test_only_some_entries(items: str) -> None:
    assert run("format", items, "--style", "guoji-wenti-yanjiu", "--only", "shen").stdout.startswith("沈禾：")
    done = run("format", items, "--style", "guoji-wenti-yanjiu", "--only", "nobody")
    assert done.exit_code == 2 and "no entry nobody" in done.stderr


def test_a_bib_and_stdin(tmp_path: Path, items: str) -> None:
    path = tmp_path / "refs.bib"
    fields = "author={沈禾}, title={河港与纸币}, publisher={钱塘书局}, year=1988, langid={chinese}"
    path.write_text(f"@book{{shen, {fields}}}", "utf-8")
    done = run("format", str(path), "--style", "guoji-wenti-yanjiu")
    assert done.stdout == "沈禾：《河港与纸币》，钱塘书局，1988年。\n"
    done = run("format", "-", "--style", "guoji-wenti-yanjiu", text=Path(items).read_text("utf-8"))
    assert len(done.stdout.splitlines()) == 2


def test_the_notes_of_an_article_come_back(tmp_path: Path) -> None:
    article, cited = tmp_path / "article.txt", tmp_path / "cited.json"
    article.write_text(ARTICLE, "utf-8")
    assert run("extract", str(article), "-o", str(tmp_path / "refs.bib"), "--citations", str(cited)).exit_code == 0
    done = run("format", str(cited), "--style", "国际问题研究", "--as", "notes")
    assert done.stdout.splitlines()[:2] == ["沈禾：《河港与纸币》，钱塘书局，1988年，第5页。", "同上，第7页。"]
    assert "printed as it was" in done.stderr and "王帆前引书" in done.stdout.splitlines()[2]


def test_an_unknown_style_names_the_nearest(items: str) -> None:
    done = run("format", items, "--style", "gbt7714-2024")
    assert done.exit_code == 2 and "did you mean gbt7714-202" in done.stderr


def test_an_item_that_cannot_be_printed_is_told() -> None:
    done = run(
        "format", "-", "--style", "sist02", text='[{"id": "bare", "type": "book"}, {"id": "b", "title": "潮汐"}]'
    )
    assert done.exit_code == 0 and "bare: has neither title nor names" in done.stderr
    assert "b: has" not in done.stderr


def test_a_file_that_is_not_there() -> None:
    done = run("format", "none.bib", "--style", "sist02")
    assert done.exit_code == 2 and "none.bib" in done.stderr


def test_styles_are_listed_with_a_sample() -> None:
    done = run("styles", "--search", "历史")
    assert "lishi-yanjiu" in done.stdout and "《远洋研究》2019年第2期" in done.stdout
    assert "no style with no-such-style" in run("styles", "--search", "no-such-style").stderr
