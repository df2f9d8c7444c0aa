"""The sentence: an article is read, its notes are found, split, parsed, linked, and kept in one library."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

import citekit
from citekit.model import CitekitError

ARTICLE = """\
潮间带的账目
沿海各港的账目向来分作两本。a 一本呈给海关，一本留在柜上。b 后人研究时，往往只见前者。c
本文只讨论其中的灯塔税。d

a 陆行之：《潮汐与税关》，澄海出版社，2016年，第42页。
b 同上，第58页。
c 温一舟：《小港的大账》，《远洋研究》，2019年
第2期，第45页；陆行之：前引书，第3页。
d 温一舟：《潮汐与税关》，第9页。
"""


@pytest.fixture
def stream() -> io.BytesIO:
    return io.BytesIO(ARTICLE.encode())


def test_notes(stream: io.BytesIO) -> None:
    notes = citekit.read_notes(stream).value
    assert [note.marker for note in notes] == ["a", "b", "c", "d"]
    assert notes[2].text.startswith("温一舟：《小港的大账》，《远洋研究》，2019年第2期")


def test_extraction(stream: io.BytesIO) -> None:
    found = citekit.extract(stream).value
    assert len(found.study.notes) == 4
    assert [citation.relation for citation in found.study.citations] == ["full", "ibid", "full", "shortform", "full"]
    assert found.keys[0] == found.keys[1] == found.keys[3]
    assert len({key for key in found.keys if key}) == len(found.library.references)
    assert [reference.key for reference in found.library.references] == [
        key for key in dict.fromkeys(found.keys) if key
    ]


def test_fields_lead_back_to_the_article(stream: io.BytesIO) -> None:
    for citation in citekit.extract(stream).value.study.citations:
        for field in citation.fields:
            span = citation.passage.span(field.start, field.end)
            printed = citation.passage.text[field.start : field.end]
            assert ARTICLE[span.start : span.end].replace("\n", "") == printed


def test_the_library_is_added_to(stream: io.BytesIO) -> None:
    first = citekit.extract(stream).value
    again = citekit.extract(io.BytesIO(ARTICLE.encode()), first.library).value
    assert again.library == first.library
    assert again.added == 0
    assert again.keys == first.keys


def test_unsure_citations_are_said() -> None:
    text = "正文一句。a 又一句。b\n\na 陆行之：《潮汐与税关》，澄海出版社，2016年。\nb 沈墨白：前引书，第9页。\n"
    result = citekit.extract(io.BytesIO(text.encode()))
    (message,) = [message for message in result.messages if message.note == 2]
    assert "not found" in message.text
    assert message.span
    assert text[message.span.start : message.span.end].strip() == "沈墨白：前引书，第9页。"
    assert [key == "" for key in result.value.keys] == [False, True]


def test_parse_takes_an_iterator_and_nothing() -> None:
    assert citekit.parse(iter([])) == ()
    assert (
        len(citekit.parse(citekit.note_of(text, at) for at, text in enumerate(["《潮汐》，2016年。", "同上。"], 1)))
        == 2
    )


def test_note_of_parts_the_marker() -> None:
    note = citekit.note_of("① 陆行之：《潮汐》，2016年。", number=9)
    assert (note.number, note.marker, note.text) == (9, "①", "陆行之：《潮汐》，2016年。")


@pytest.mark.parametrize("source", ["no/such/file.txt", Path("no/such/file.txt")], ids=["text", "path"])
def test_what_cannot_be_read_is_one_line(source: str | Path) -> None:
    with pytest.raises(CitekitError, match=r"file\.txt") as caught:
        citekit.extract(source)
    assert "\n" not in str(caught.value)
