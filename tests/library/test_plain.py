"""Plain entries are read as bibtexparser reads them; everything else is left to it."""

from __future__ import annotations

import pytest
from bibtexparser.model import Entry, ParsingFailedBlock
from bibtexparser.splitter import Splitter
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.library.blocks import blocks
from citekit.library.plain import plain_entry

PLAIN = [
    "@book{q, title = {A, b = c}, year=2001}",
    "@BOOK {q ,\n\ttitle = {A {B {C}}},\n\tyear = 2001\n\t}",
    '@article{q/1:a+b, journal = hs # " Studies {D}", month = jan,}',
    "@misc{, title = {}}",
    "@misc{q,}",
    '@misc{q, title = {\\"a \\& "}, note = {% , }}',
    "  @misc{王帆, title = {港口}, } % more {",
    "@misc{q, title = {A} {B}, note = 1 2}",
]
NOT_PLAIN = [
    "% no entry",
    "@string{hs = {A}}",
    "@comment{q, a = {b}}",
    "@book(q, title = {A})",
    "@book{q}",
    "@book{q, title = {A}, title = {B}}",
    "@book{q, title = {A @ B}}",
    "@book{q, title = {A \\{ B}}",
    "@book{q, title = {A {B {C {D {E}}}}}}",
    "@book{q, % why\n title = {A}}",
    "@book{q, title = {A}",
    "@book{q, title = {A}, year}",
    '@book{q, title = "A {"} B"}',
    '@misc{q, a = "{"x, b = {"}}',
    "@book{q, title = , year = 1}",
    "@book{q, title {A}}",
]


def whole(entry: Entry) -> object:
    return entry.entry_type, entry.key, [(field.key, field.value) for field in entry.fields], entry.raw


def by_bibtexparser(text: str) -> list[object]:
    """The entries, those whose key or a field stands twice included."""
    found = []
    for block in Splitter(text).split().blocks:
        while not isinstance(block, Entry) and isinstance(block, ParsingFailedBlock) and block.ignore_error_block:
            block = block.ignore_error_block
        found += [whole(block)] if isinstance(block, Entry) else []
    return found


@pytest.mark.parametrize("text", PLAIN)
def test_plain(text: str) -> None:
    found = plain_entry(text, 0, len(text))
    assert found
    assert [whole(found[0])] == by_bibtexparser(text)
    assert text[found[1] : found[2]] == found[0].raw


@pytest.mark.parametrize("text", NOT_PLAIN)
def test_not_plain(text: str) -> None:
    assert plain_entry(text, 0, len(text)) is None


PIECES = [
    "@book{k,",
    " a = ",
    "{x}",
    "{",
    "}",
    '"',
    ",",
    "\n",
    "1",
    "#",
    "b=",
    "\\",
    '{"}',
    '\\"',
    "é 王",
    "(",
    ")",
    "=",
]


@settings(max_examples=1000, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=14).map("".join))
def test_both_read_alike(tail: str) -> None:
    text = "@book{q, " + tail
    found = plain_entry(text, 0, len(text))
    if found:
        assert by_bibtexparser(text)[:1] == [whole(found[0])]


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from([*PLAIN, *NOT_PLAIN, "\n", "% free text", "}"]), max_size=6).map("\n".join))
def test_a_file_has_the_entries_that_bibtexparser_finds(text: str) -> None:
    assert [whole(placed.entry) for placed in blocks(text) if placed.entry] == by_bibtexparser(text)
