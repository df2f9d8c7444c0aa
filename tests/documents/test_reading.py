"""Reading: which reader, and what is said of files that cannot be read."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.documents import READERS, Reader, find_reader, read
from citekit.documents.detect import SIGNATURES, Signature, detect
from citekit.documents.latex import read_latex
from citekit.documents.markdown import read_markdown
from citekit.documents.text import find_pages, read_text
from citekit.model import CitekitError


def test_path_string_and_stream_give_the_same(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("正文。\n", "utf-8")
    assert read(path) == read(str(path)) == read(io.BytesIO(path.read_bytes()), name=str(path))


@pytest.mark.parametrize("suffix", [".txt", "", ".unknown"])
def test_text_is_read_whatever_its_suffix(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"a{suffix}"
    path.write_text("正文。\n", "utf-8")
    assert read(path).value.text == "正文。\n"


@pytest.mark.parametrize("signature", SIGNATURES, ids=lambda row: row.format.media_type)
def test_other_formats_have_a_reader_or_a_remedy(signature: Signature) -> None:
    found = detect(signature.head + b"\n")
    if found is None or found.media_type in READERS:
        pytest.skip("has a reader, or is told by more than its beginning")
    with pytest.raises(CitekitError, match=r"^a\.txt: this is .*; ") as error:
        find_reader(signature.head + b"\n", "a.txt")
    assert "\n" not in str(error.value)


def test_a_text_with_the_suffix_of_another_format() -> None:
    assert find_reader("正文。".encode(), "a.docx") is read_text


SOURCES = [
    ("\\documentclass{article}\n\\begin{document}a\\end{document}", "<stdin>", read_latex),
    ("% a chapter\n\\section{Ports}\nText.\\footnote{Quill, Ports.}", "<stdin>", read_latex),
    ("Text.[^1]\n\n[^1]: Quill, Ports.", "<stdin>", read_markdown),
    ("# Ports\n\nText.^[Quill, Ports.]", "<stdin>", read_markdown),
    ("# Ports\n\nText [see @quill1999, 5].", "<stdin>", read_markdown),
    ("# How to\n\n```\n\\documentclass{article}\n```\n", "a.md", read_markdown),
    ("正文。[1]后文。\n\n[1] 林越：《海图》，a@b.org。", "<stdin>", read_text),
    ("The cube m^[3] and #1 of [2].\n1. Quill, \\emph ports {sic}, C:\\section\\a.", "<stdin>", read_text),
]


@pytest.mark.parametrize(("text", "name", "reader"), SOURCES)
def test_sources_are_told_by_their_content(text: str, name: str, reader: Reader) -> None:
    assert find_reader(text.encode(), name) is reader


def test_missing_folder_and_empty(tmp_path: Path) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b" \n")
    for path, reason in [(tmp_path / "none.txt", "cannot be read"), (tmp_path, "folder"), (empty, "empty")]:
        with pytest.raises(CitekitError, match=reason) as error:
            read(path)
        assert str(error.value).startswith(str(path))
        assert "\n" not in str(error.value)


@pytest.mark.parametrize("end", ["\r\n", "\r", "\n"])
def test_line_ends(end: str) -> None:
    assert read_text(f"a{end}b\fc".encode(), "x").value.text == "a\nb\fc"


def test_pages_at_form_feeds() -> None:
    text = "a\nb\n\fc\n\f"
    assert [(text[p.start : p.end], p.line, p.page) for p in find_pages(text)] == [("a\nb\n", 1, 1), ("c\n", 3, 2)]


def test_pages_at_blanks_left_of_form_feeds() -> None:
    body = "正文没有什么特别之处。\n\n" * 10 + "注一行。\n"
    text = body + " 正" + body + " 正" + body
    assert [p.page for p in find_pages(text)] == [1, 2, 3]


def test_indented_lines_are_no_pages() -> None:
    assert len(find_pages("一行。\n 缩进的一行。\n 又一行。\n二行。\n" * 5)) == 1


@given(st.text(min_size=1, max_size=300))
def test_pages_lie_in_order(text: str) -> None:
    edges = [place for page in find_pages(text) for place in (page.start, page.end)]
    assert edges == sorted(edges)
    assert not edges or edges[-1] <= len(text)


@pytest.mark.parametrize(
    ("data", "called"),
    [
        (b"<!-- saved from url=(0020)http://example.org/ --><html><body>", "HTML"),
        ("<html><p>x</p></html>".encode("utf-16"), "HTML"),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "x.dtd"><html>', "HTML"),
        (b"<?xml version='1.0'?>\n<!-- " + b"x" * 9000 + b" --><article dtd-version='1.2'>", "JATS"),
        (b"<pmc-articleset><article><front/></article></pmc-articleset>", "JATS"),
        (b'<?xml version="1.0"?><tei:TEI xmlns:tei="http://www.tei-c.org/ns/1.0">', "TEI"),
        (b'<?xml version="1.0"?><article xmlns="http://docbook.org/ns/docbook"><para>', "XML of a kind that"),
    ],
)
def test_markup_is_known_by_its_root(data: bytes, called: str) -> None:
    found = detect(data)
    assert found and found.called.startswith(called)


@pytest.mark.parametrize("text", ["<article class='post'>", "<!-- a comment --> # Heading", "<p>x"])
def test_a_piece_of_markup_is_left_to_the_suffix(text: str) -> None:
    assert detect(text.encode()) is None
