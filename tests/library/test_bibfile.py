from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.library import merge, read_bib
from citekit.library.bibfile import append, field_value, keys_in, line_end
from citekit.model import Library, Name, Reference

NEW = Reference(type="book", title="Neue Häfen 新港", author=(Name(family="Quill", given="Ada"),), language="de")

# A file that has been edited by hand for years.
TORTURE = (
    """% a comment before everything, with a @ sign and a { brace
@string{HS = "Harbor Studies"}
@string(long = HS # " and Cables")
@preamble{ "\\newcommand{\\x}{y}" }

@Article{Old:1999/a,
Author="Quill, Ada and {Ministry of Ports}", % not a comment to BibTeX
   TITLE   = {Cables {\\&} {P}orts},
  journal=long,year=1999 , pages = {1-2},
}
between the entries anything may stand: x = {y}
@comment{ @book{hidden, title = {Not here}} }
@book{ключ, title = {Нечто}, year = 2001, crossref = {Old:1999/a}}
@book{twice, title = {One}}
@book{twice, title = {Two}}
@misc{fields, title = {A}, title = {B}}
@misc(round, title = {Parens (inside)}, year = {2000})
@book{broken, title = {never closed,
  year = 2002

@misc{after, title = {Read nevertheless}, note = {"""
    + "ö" * 10_000
    + """}}
    % the end, without a line end"""
)


def test_torture_file_keeps_every_byte_when_a_work_is_added() -> None:
    for text in (TORTURE, TORTURE.replace("\n", "\r\n"), "\ufeff" + TORTURE, TORTURE + "\n", TORTURE + "\n\n\n"):
        library = read_bib(text).value
        merged = merge(library, [NEW])
        assert merged.library.text.startswith(text)
        again = merge(read_bib(merged.library.text).value, [NEW])
        assert again.library.text == merged.library.text
        assert again.keys == merged.keys


def test_torture_file_is_read() -> None:
    result = read_bib(TORTURE)
    by_key = {reference.key: reference for reference in result.value.references}
    assert set(by_key) == {"Old:1999/a", "ключ", "twice", "fields", "round", "after"}
    old = by_key["Old:1999/a"]
    assert old.container_title == "Harbor Studies and Cables"
    assert old.title == "Cables & Ports"
    assert old.author == (Name(family="Quill", given="Ada"), Name(literal="Ministry of Ports", institution=True))


def test_what_is_broken_is_reported_with_its_line() -> None:
    texts = [message.text for message in read_bib(TORTURE).messages]
    lines = TORTURE.split("\n")
    assert [text.split(":")[0] for text in texts] == [
        f"line {lines.index('@book{twice, title = {Two}}') + 1}",
        f"line {lines.index('@misc{fields, title = {A}, title = {B}}') + 1}",
        f"line {lines.index('@book{broken, title = {never closed,') + 1}",
    ]


def test_bibtexparser_stays_silent(capfd: pytest.CaptureFixture[str]) -> None:
    read_bib(TORTURE)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize(
    ("text", "whole"),
    [
        ("", "@x{y}\n"),
        ("\ufeff", "\ufeff@x{y}\n"),
        ("@a{b}", "@a{b}\n\n@x{y}\n"),
        ("@a{b}\n", "@a{b}\n\n@x{y}\n"),
        ("@a{b}\n\n\n", "@a{b}\n\n\n@x{y}\n"),
        ("@a{b}\r\n", "@a{b}\r\n\r\n@x{y}\r\n"),
        ("@a{b}\r\nc", "@a{b}\r\nc\r\n\r\n@x{y}\r\n"),
        ("\n\n", "\n\n@x{y}\n"),
    ],
)
def test_append(text: str, whole: str) -> None:
    assert append(text, ["@x{y}"]) == whole
    assert append(text, []) == text


def test_line_end_goes_by_the_majority() -> None:
    assert line_end("a\r\nb\r\nc\n") == "\r\n"
    assert line_end("a\nb\r\nc\n") == "\n"


@pytest.mark.parametrize(
    ("raw", "value"),
    [
        ("{a {b} c}", "a {b} c"),
        ('"a {"} b"', 'a {"} b'),
        ("2001", "2001"),
        ("HS", "Harbor"),
        ('HS # " " # hs', "Harbor Harbor"),
        ("{a # b}", "a # b"),
        ('"a # b" # {c}', "a # bc"),
        ("unknown", "unknown"),
        ("", ""),
        ("{unclosed", "{unclosed"),
    ],
)
def test_field_value(raw: str, value: str) -> None:
    assert field_value(raw, {"hs": "Harbor"}) == value


def test_keys_of_broken_entries_are_taken() -> None:
    assert "broken" in keys_in(TORTURE)
    library = read_bib("@book{quillndneue, title = {x").value
    assert merge(library, [NEW]).keys == ("quillndneuea",)


@given(st.text(alphabet='@{}(),="#%\\ \n\r\tabook1é王', max_size=80))
def test_any_text_is_read_and_kept(text: str) -> None:
    result = read_bib(text)
    assert result.value.text == text
    assert merge(result.value, [NEW]).library.text.startswith(text)


@given(st.text(max_size=80))
def test_reading_never_raises(text: str) -> None:
    read_bib(text)


def test_an_empty_library_gives_a_file_of_the_new_entries() -> None:
    assert merge(Library(), [NEW]).library.text.startswith("@book{quillndneue,\n")
