"""Blocks and notes into a document: order, places, words before call-outs, the list of references."""

from __future__ import annotations

from citekit.documents.assemble import Block, MarkedNote, Run, assemble
from citekit.model import Document


def block(*runs: Run | str, heading: bool = False) -> Block:
    return Block(runs=tuple(Run(text=run) if isinstance(run, str) else run for run in runs), heading=heading)


def note(name: str, *runs: Run | str) -> MarkedNote:
    return MarkedNote(id=name, marker=name.strip("n"), blocks=(block(*runs),))


def made(*body: Block, notes: tuple[MarkedNote, ...] = ()) -> Document:
    return assemble("a.docx", "x", body, notes)


def test_notes_stand_in_the_order_of_their_call_outs() -> None:
    document = made(
        block("First.", Run(call="n2"), " Then.", Run(call="n1")), notes=(note("n1", "one"), note("n2", "two"))
    )
    assert [(n.number, n.marker, n.text, n.before) for n in document.notes] == [
        (1, "2", "two", "First."),
        (2, "1", "one", "First. Then."),
    ]


def test_a_note_without_call_out_stands_last_and_an_empty_one_not_at_all() -> None:
    document = made(block("Text.", Run(call="n2")), notes=(note("n1", "one"), note("n2", "two"), note("n3", " ")))
    assert [(n.text, n.call is None) for n in document.notes] == [("two", False), ("one", True)]


def test_every_character_knows_its_place() -> None:
    document = made(block("正文。", Run(call="n1")), notes=(note("n1", " 王帆：", Run(text="《国益》", italic=True)),))
    found = document.notes[0]
    assert "".join(document.text[at] for at in found.passage.origin) == found.text == "王帆：《国益》"
    assert [document.text[h.span.start : h.span.end] for h in found.hints] == ["《国益》"]


def test_words_before_a_call_out_may_stand_in_the_paragraph_before() -> None:
    document = made(block("The end."), block(Run(call="n1"), "Next."), notes=(note("n1", "one"),))
    assert document.notes[0].before == "The end."


def test_entries_stand_under_the_last_heading_of_references_up_to_the_next() -> None:
    document = made(
        block("References", heading=True),
        block("no list"),
        block("参考文献"),
        block("王帆：《国益》，法律出版社，2023年。"),
        block(""),
        block("Quill, A. (1999). Harbours. Marsh Press."),
        block("Abstract: None of this."),
    )
    assert [(e.number, e.kind, e.text[:5]) for e in document.entries] == [
        (1, "entry", "王帆：《国"),
        (2, "entry", "Quill"),
    ]
