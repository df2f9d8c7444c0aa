"""Citations by keys: no new reference, no silent note, back-references to their works, keys that nothing holds."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

import citekit
from citekit.documents import read
from citekit.library import read_library
from citekit.pipeline import extract, study

BIB = "@book{quill1999, author = {Quill, Anna}, title = {Harbours}, year = {1999}, publisher = {Marsh Press}}\n"
CASES = [
    # source, name, the keys of the works of all citations
    ("A.[^1]\n\n[^1]: [@quill1999, p. 15].\n", "a.md", ["quill1999"]),
    ("A.[^1] B.[^2]\n\n[^1]: [@quill1999, p. 15].\n[^2]: Ibid., 17.\n", "a.md", ["quill1999", "quill1999"]),
    ("A.\\footnote{\\autocite[15]{quill1999}.} B.\\footnote{Ibid., 17.}", "a.tex", ["quill1999", "quill1999"]),
    ("A.\\footcite[15]{quill1999}", "a.tex", ["quill1999"]),
    (
        "A.^[See [@quill1999]; and Karl Beispiel, *Häfen* (Berlin: Musterverlag, 1970), 5.]",
        "a.md",
        ["quill1999", "beispiel1970hafen"],
    ),
    ("A.^[参见[@quill1999]；林越：《海图与税则》，例社，2020年，第5页。]", "a.md", ["quill1999", "lin2020haitu"]),
]


@pytest.fixture
def bib(tmp_path: Path) -> Path:
    path = tmp_path / "refs.bib"
    path.write_text(BIB, "utf-8")
    return path


@pytest.mark.parametrize(("source", "name", "keys"), CASES)
def test_works_of_a_source(source: str, name: str, keys: list[str], bib: Path, tmp_path: Path) -> None:
    article = tmp_path / name
    article.write_text(source, "utf-8")
    found = extract(article, read_library(bib).value).value
    assert list(found.keys) == keys
    assert found.added == len(set(keys)) - 1
    assert {citation.note for citation in found.study.citations} == {note.number for note in found.study.notes}


def test_the_cited_place_is_kept() -> None:
    source = io.BytesIO(rb"A.\footnote{\autocite[15--17]{quill1999}, \cite[chap. 3]{marsh2001}}")
    citations = study(source).value.citations
    assert [(citation.item.key, citation.locator) for citation in citations] == [
        ("quill1999", "15–17"),
        ("marsh2001", ""),
    ]


def test_a_key_that_nothing_holds_is_named_with_line_and_note(bib: Path, tmp_path: Path) -> None:
    article = tmp_path / "a.md"
    article.write_text("See [@nobody].\n\nA.[^1]\n\n[^1]: [@noone, p. 5; @quill1999].\n", "utf-8")
    messages = extract(article, read_library(bib).value).messages
    assert [(message.note, message.text.split(";")[0]) for message in messages] == [
        (0, "line 1: no work has the key nobody"),
        (1, "line 5: no work has the key noone"),
    ]


def test_without_a_bibliography_one_line_says_so() -> None:
    messages = citekit.extract(io.BytesIO(rb"A \cite{a} and \cite{b}.\footnote{\cite{c}}")).messages
    assert [(m.level, m.text) for m in messages] == [
        ("info", "3 works are named by their keys alone; give the .bib that holds them with -o")
    ]


def test_citations_of_the_body_are_hints_of_the_document(tmp_path: Path) -> None:
    article = tmp_path / "a.md"
    article.write_text("Text.\n\nAs [@quill1999, p. 5; -@{marsh:2001}] says.\n", "utf-8")
    document = read(article).value
    assert [(hint.value, hint.span.line) for hint in document.hints] == [("quill1999,marsh:2001", 3)]
    assert document.text[document.hints[0].span.start : document.hints[0].span.end].startswith("[@quill1999")
