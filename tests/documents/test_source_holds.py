"""What holds for any source in Markdown or LaTeX: nothing raises, every character knows its place, and a hostile file
takes time in proportion to its length."""

from __future__ import annotations

import time
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.documents.latex import read_latex
from citekit.documents.markdown import read_markdown
from citekit.documents.source import Lines
from citekit.model import CitekitError, Document, Result

Reader = Callable[[bytes, str], Result[Document]]

MARKDOWN = [
    "[", "![", "^[", "](", "[^", "]:", "]", "[^a]", "[^a]: ", "(", ")", "{", "}", "{.a}", "*", "**", "_", "~~", "~",
    "^", "`", "``", "```\n", "\\", "<", ">", "<i>", "</i>", "<a href='x'>", "<!--", "-->", "<div id=refs>\n",
    "</div>\n", ":::", "::: {#refs}\n", "&amp;", "&", "@", "@a", "[@a; @b]", "https://a.b/c_d", "\n", "\n\n", "    ",
    "\t", "# ", "- ", "1. ", "> ", "|", "---\n", "---", "--", '"', "a", "界", " ", "  \n", "References\n",
]  # fmt: skip
LATEX = [
    "\\", "{", "}", "[", "]", "%", "%\n", "$", "~", "`", "'", "--", "---", '"', "\n", "\n\n", "a", "界", " ", "#1",
    "&", "_", "^", "\\footnote{", "\\footnote[3]", "\\footnotemark", "\\footnotetext{", "\\thanks{", "\\endnote",
    "\\marginnote[", "\\emph{", "{\\it ", "\\rm ", "\\'", '\\"{', "\\c c", "\\v{", "\\ss ", "\\cite[", "\\cites",
    "\\footcite{a}", "\\footcites[a]{b}", "\\volcite{1}{a}", "\\url{", "\\href{a}{", "\\verb|", "\\begin{",
    "\\begin{verbatim}", "\\end{verbatim}", "\\begin{document}", "\\end{document}", "\\iffalse", "\\fi", "\\ifx",
    "\\newcommand{\\x}[1]{", "\\def\\x#1{", "\\x", "\\x{", "\\let\\x\\footnote", "\\let\\x=", "\\enquote{",
    "\\begin{thebibliography}{9}", "\\bibitem[a]{b}", "\\end{thebibliography}", "\\input{a}", "\\ruby{a}",
    "\\textcircled{1}", "\\ding{", "\\setcounter{footnote}{3}", "\\addtocounter{footnote}", "\\chapter{", "\\title{",
    "\\[", "\\)", "\\\\[2pt]", "\\unknown[x]{", "\\item[", "\\renewcommand{\\thefootnote}{\\fnsymbol{footnote}}",
    "\\usepackage[ngerman]{babel}", '"`',
]  # fmt: skip
CASES = Path(__file__).parents[1] / "cases" / "source"
SOURCES = sorted(path for path in CASES.iterdir() if path.suffix != ".txt")


def pieces(alphabet: list[str]) -> st.SearchStrategy[str]:
    return st.lists(st.sampled_from(alphabet) | st.text(max_size=3), max_size=60).map("".join)


def check(reader: Reader, data: bytes) -> None:
    try:
        document = reader(data, "a").value
    except CitekitError as error:
        assert "\n" not in str(error)
        return
    lines = Lines(document.text)
    numbers = [note.number for note in document.notes]
    assert numbers == list(range(1, len(numbers) + 1))
    for note in (*document.notes, *document.entries):
        assert note.text == note.text.strip() != ""
        assert note.span.line == lines.number(note.span.start)
        assert len(note.passage.origin) == len(note.text)
        assert all(0 <= at < len(document.text) for at in note.passage.origin)
        assert all(0 <= hint.span.start < hint.span.end <= len(document.text) for hint in note.hints)


@given(pieces(MARKDOWN) | st.text(max_size=200))
def test_any_markdown(text: str) -> None:
    check(read_markdown, text.encode("utf-8", "replace"))


@given(pieces(LATEX) | st.text(max_size=200))
def test_any_latex(text: str) -> None:
    check(read_latex, text.encode("utf-8", "replace"))


@given(st.sampled_from(SOURCES), st.floats(0, 1), st.integers(0, 7))
def test_damaged_files(path: Path, share: float, bit: int) -> None:
    reader = read_latex if path.suffix == ".tex" else read_markdown
    data = bytearray(path.read_bytes())
    at = int(share * (len(data) - 1))
    check(reader, bytes(data[:at]))
    data[at] ^= 1 << bit
    check(reader, bytes(data))


HOSTILE_MARKDOWN = [
    "[", "^[", "](", "[a](", "[a](b '", "*", "*a _b ", "*a**b", "`", "``a`", "<!--", "<a ", "![", "^a", "~~a", "> ",
    "- ", "[^a]: ", "a^[b", "[@a;", "&a", "\\", "|", "<div>\n\n",
]  # fmt: skip
HOSTILE_LATEX = [
    "[", "{", "}", "$", "%\n", "\\x[", "\\x{", "[{", "{[", "\\footnote{", "\\footnote[", "\\footnote{a}",
    "\\cites[a]{b}", "\\emph{", "{\\it ", "\\'{", "\\verb|", "\\begin{verbatim}",
    "\\begin{thebibliography}{9}\\bibitem{a}", "\\iffalse ", "\\ifx", "\\url{", "\\href{a}{", "\\enquote{",
    "\\newcommand{\\a}[1]{", "\\def\\a{\\a\\a}\\a", "\\let\\a=\\b",
]  # fmt: skip
LENGTH = 30_000


@pytest.mark.parametrize("hostile", HOSTILE_MARKDOWN)
def test_markdown_takes_linear_time(hostile: str) -> None:
    text = (hostile * LENGTH)[:LENGTH] + "]" * 5_000
    start = time.process_time()
    check(read_markdown, text.encode())
    assert time.process_time() - start < 3


@pytest.mark.parametrize("hostile", HOSTILE_LATEX)
def test_latex_takes_linear_time(hostile: str) -> None:
    text = (hostile * LENGTH)[:LENGTH] + "}" * 5_000
    start = time.process_time()
    check(read_latex, text.encode())
    assert time.process_time() - start < 3


def test_macros_that_grow_are_stopped() -> None:
    bombs = "".join(f"\\def\\b{a}{{" + f"\\b{b}" * 20 + "}" for a, b in pairwise("abcdefghij"))
    start = time.process_time()
    check(read_latex, f"{bombs}\\def\\bj{{x}}Text.\\footnote{{\\ba}}".encode())
    assert time.process_time() - start < 5


def test_thousands_of_notes_nested_in_one_another() -> None:
    check(read_latex, b"\\footnote{a " * 3_000 + b"}" * 3_000)
    check(read_markdown, b"^[a " * 3_000 + b"]" * 3_000)
