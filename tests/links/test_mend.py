"""Mending a bibliography: copies and new addresses go in, every other byte and every word of a person's stays."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.library import read_bib
from citekit.links.archives.copy import Copy
from citekit.links.causes import CAUSES
from citekit.links.mend import mended
from citekit.links.report import Row
from citekit.model import Link, Verdict

URL = "http://minato.example/a_b%20c"
NEW = "https://minato.example/new?x=1&y={2}"
SAFE = "https://minato.example/new?x=1&y=%7B2%7D"
ADDRESS = f"https://web.archive.org/web/20120405060708/{URL}"
BIB = """% mine
@online{quill,
  title  = {Cables},
  url    = {http://minato.example/a_b%20c},
  note   = {See \\url{http://minato.example/a_b%20c} & more}
}

@Misc{other, url = "http://minato.example/a_b%20c"}
"""


def row(cause: str, key: str = "quill", field: str = "url", raw: str = URL, target: str = NEW) -> Row:
    verdict = Verdict(url=URL, cause=cause, outcome=CAUSES[cause].outcome, target=target if cause == "moved" else "")
    copy = Copy(url=URL, address=ADDRESS, moment="20120405060708", service="wayback") if cause != "moved" else None
    return Row(link=Link(url=URL, raw=raw, key=key, field=field), verdict=verdict, copy=copy)


def test_a_copy_goes_into_its_entry() -> None:
    text, said = mended(BIB, [row("broken"), row("broken", "other"), row("broken", field="note")])
    assert text == BIB.replace(
        "more}\n",
        f"more}},\n  archiveurl = {{{ADDRESS}}},\n  archivedate = {{2012-04-05}}\n",
    ).replace(
        '%20c"}',
        f'%20c", archiveurl = {{{ADDRESS}}}, archivedate = {{2012-04-05}}}}',
    )
    assert [one.text for one in said] == [
        "quill: archiveurl is the copy of 2012-04-05",
        "other: archiveurl is the copy of 2012-04-05",
    ]


def test_a_moved_address_is_replaced_where_it_stands() -> None:
    text, said = mended(BIB, [row("moved"), row("moved", field="note")])
    assert text == BIB.replace(f"{{{URL}}}", f"{{{SAFE}}}")
    assert [one.text for one in said] == [f"quill: url is now {NEW}", f"quill: note is now {NEW}"]


def test_in_a_text_field_an_address_is_escaped() -> None:
    bib = "@misc{quill, note = {http://minato.example/a\\_b\\%20c}}"
    text, _ = mended(bib, [row("moved", field="note", raw="http://minato.example/a\\_b\\%20c")])
    assert text == "@misc{quill, note = {https://minato.example/new?x=1\\&y=\\%7B2\\%7D}}"


LEFT = {
    "a hand edit": (BIB.replace("a_b%20c}", "b}", 1), [row("moved"), row("broken")]),
    "a copy that is there": (f"@misc{{quill, url = {{{URL}}}, archiveurl = {{x}}}}", [row("broken")]),
    "a macro": (f"@string{{u = {{{URL}}}}}\n@misc{{quill, url = u}}", [row("moved")]),
    "an address with a tail": (f"@misc{{quill, url = {{{URL}}} # {{x}}}}", [row("moved")]),
    "a field that stands twice": (f"@misc{{quill, url = {{{URL}}}, url = {{{URL}}}}}", [row("moved")]),
    "an address that stands twice": (f"@misc{{quill, note = {{{URL} {URL}}}}}", [row("moved", field="note")]),
    "a number": ("@misc{quill, doi = {10.1/x}}", [row("moved", field="doi", raw="10.1/x")]),
    "the copy of a number's page": ("@misc{quill, doi = {10.1/x}}", [row("broken", field="doi", raw="10.1/x")]),
    "another entry": (f"@misc{{nobody, url = {{{URL}}}}}", [row("broken"), row("moved")]),
    "a move to nowhere": (f"@misc{{quill, url = {{{URL}}}}}", [row("moved", target="")]),
    "an article's note": (BIB, [row("broken", key="")]),
    "no entry at all": (f"% {URL} quill", [row("broken")]),
}


@pytest.mark.parametrize("name", LEFT)
def test_left_as_it_is(name: str) -> None:
    bib, rows = LEFT[name]
    assert mended(bib, rows)[0] == bib


def test_a_hand_edit_is_told() -> None:
    bib, rows = LEFT["a hand edit"]
    assert {one.text for one in mended(bib, rows)[1]} == {
        f"quill: {URL} no longer stands in url; the entry is left as it is"
    }


def test_an_address_in_an_archive_has_its_copy() -> None:
    bib = f"@misc{{quill, url = {{{ADDRESS}}}}}"
    wrapped = row("broken", raw=ADDRESS)
    rows = [replace(wrapped, link=replace(wrapped.link, archive=ADDRESS))]
    assert mended(bib, rows)[0] == bib


def test_mending_twice_changes_nothing_more() -> None:
    rows = [row("broken"), row("moved", "other")]
    once, _ = mended(BIB, rows)
    assert once != BIB
    assert mended(once, rows)[0] == once


@given(st.text(alphabet='@{}(),="#% \n\\miscurlnote' + "quill", max_size=80).map(lambda noise: noise + BIB + noise))
def test_other_bytes_stay_whatever_the_file_holds(text: str) -> None:
    new, _ = mended(text, [row("broken"), row("moved", "other")])
    assert (
        new.replace(f",\n  archiveurl = {{{ADDRESS}}},\n  archivedate = {{2012-04-05}}", "").replace(SAFE, URL) == text
    )


def test_the_result_is_a_bibliography() -> None:
    text, _ = mended(BIB, [row("broken"), row("moved", "other", target="https://a.example/}{")])
    read = read_bib(text)
    assert read.messages == ()
    assert [reference.URL for reference in read.value.references] == [URL, "https://a.example/%7D%7B"]
