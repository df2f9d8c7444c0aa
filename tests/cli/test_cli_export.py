"""`citekit export` as people call it."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from citekit.cli import main
from citekit.outputs import WRITERS

BIB = """\
@book{shen1988a, author = {沈禾}, title = {海图史}, volume = {上}, year = {1988},
  langid = {chinese}, language = {zh-CN}}
"""


@pytest.fixture
def bib(tmp_path: Path) -> Path:
    path = tmp_path / "refs.bib"
    path.write_text(BIB, "utf-8")
    return path


def test_without_language(bib: Path) -> None:
    whole = CliRunner().invoke(main, ["export", str(bib), "--to", "biblatex"])
    less = CliRunner().invoke(main, ["export", str(bib), "--to", "biblatex", "--without", "language"])
    assert whole.exit_code == less.exit_code == 0
    lines = [line for line in whole.stdout.splitlines() if not line.startswith("  language ")]
    assert less.stdout.splitlines() == lines != whole.stdout.splitlines()
    assert "  part         = {上}," in lines and "  langid       = {chinese}," in lines


def test_fields_are_left_out_of_entries_only(bib: Path) -> None:
    done = CliRunner().invoke(main, ["export", str(bib), "--to", "ris", "--without", "language"])
    assert done.exit_code == 2
    assert "bibtex or biblatex" in done.output


def test_the_suffix_chooses_the_format(bib: Path) -> None:
    output = bib.with_name("refs.json")
    done = CliRunner().invoke(main, ["export", str(bib), "-o", str(output)])
    assert done.exit_code == 0, done.output
    assert json.loads(output.read_text("utf-8"))[0]["citation-key"] == "shen1988a"


def test_no_bib_file_is_written_over(bib: Path) -> None:
    done = CliRunner().invoke(main, ["export", str(bib), "-o", str(bib)])
    assert done.exit_code == 2
    assert bib.read_text("utf-8") == BIB


@pytest.mark.parametrize("first", list(WRITERS))
@pytest.mark.parametrize("second", list(WRITERS))
def test_every_format_into_every_other(bib: Path, first: str, second: str) -> None:
    way = bib.with_name("way")
    for source, form in ((bib, first), (way, second), (way, "csljson")):
        done = CliRunner().invoke(main, ["export", str(source), "--to", form])
        assert done.exit_code == 0, done.output
        way.write_text(done.stdout, "utf-8")
    (item,) = json.loads(way.read_text("utf-8"))
    assert item["id"] == "shen1988a" and item["volume"] == "上" and item["issued"] == {"date-parts": [[1988]]}
