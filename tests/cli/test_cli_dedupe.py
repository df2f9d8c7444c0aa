"""`citekit dedupe`: listing changes nothing, --apply changes one file or says why not."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from citekit.cli import main

BIB = """\
@book{one, title = {Cable Politics}, author = {Ada Quill}, year = 2001}

@book{two,
  title = {Cable Politics},
  author = {Quill, Ada},
  year = 2001,
  publisher = {Marsh},
}
"""


@pytest.fixture
def bib(tmp_path: Path) -> Path:
    path = tmp_path / "refs.bib"
    path.write_text(BIB, "utf-8")
    return path


def run(*words: object) -> Result:
    return CliRunner().invoke(main, ["dedupe", *map(str, words)])


def test_groups_are_listed(bib: Path) -> None:
    done = run(bib)
    assert done.exit_code == 0
    assert done.stdout == "two (line 3)  Cable Politics\n    one (line 1)  the same title, author and date\n"
    assert bib.read_text("utf-8") == BIB


def test_apply_and_rewrite(bib: Path) -> None:
    tex, md = bib.parent / "a.tex", bib.parent / "b.md"
    tex.write_bytes("\\cite{one}\r\n".encode("latin-1"))
    md.write_text("[@one; @two]\n", "utf-8")
    done = run(bib, "--apply", "--rewrite", tex, md)
    assert (done.exit_code, done.stdout) == (0, "one -> two\n")
    assert bib.read_text("utf-8") == BIB.split("\n\n")[1]
    assert tex.read_bytes() == b"\\cite{two}\r\n"
    assert md.read_text("utf-8") == "[@two; @two]\n"


def test_a_document_that_is_missing_stops_it_before_anything_is_written(bib: Path) -> None:
    done = run(bib, "--apply", "--rewrite", bib.parent / "none.tex")
    assert done.exit_code == 2
    assert "none.tex: there is no such file; nothing was changed" in done.stderr
    assert bib.read_text("utf-8") == BIB


def test_documents_need_apply(bib: Path) -> None:
    assert run(bib, "paper.tex").exit_code == 2
    assert run(bib.parent / "none.bib").exit_code == 2
