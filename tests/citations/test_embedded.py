"""Citations with data: what the document knows of its works is not parsed out of the printed text."""

from __future__ import annotations

import json

from citekit.model import Citation, Hint, Note, Passage, Span
from citekit.pipeline import linked

TIDES = {
    "type": "book",
    "title": "Tide Tables",
    "author": [{"family": "Quill", "given": "Ada"}],
    "issued": {"date-parts": [[1999]]},
}
LOCKS = {"type": "book", "title": "Locks of Leer", "author": [{"family": "Berg", "given": "Jan"}]}


def note(text: str, *hints: tuple[str, list[dict[str, object]]], number: int = 1, entry: bool = False) -> Note:
    """A note in which each of these stretches has data."""
    return Note(
        number=number,
        marker=str(number),
        passage=Passage.of(text, 100),
        span=Span(start=100, end=100 + len(text)),
        kind="entry" if entry else "note",
        hints=tuple(
            Hint(
                kind="citation",
                span=Span(start=100 + text.index(part), end=100 + text.index(part) + len(part)),
                value=json.dumps({"citationItems": items}),
            )
            for part, items in hints
        ),
    )


def shown(citation: Citation) -> tuple[str, str, str, str, str]:
    return citation.prefix, citation.item.title, citation.locator, citation.suffix, citation.relation


def test_item_and_place_are_those_of_the_data() -> None:
    text = "See Quill, T.T. (misprinted 1899), p. 500. It is dated."
    item = {"itemData": TIDES, "locator": "5", "label": "chapter", "suffix": "esp. the map"}
    (found,) = linked([note(text, ("Quill, T.T. (misprinted 1899), p. 500", [item]))]).citations
    assert shown(found) == ("See", "Tide Tables", "5", "esp. the map", "full")
    assert (found.label, found.confidence, found.doubts) == ("chapter", 1.0, ())
    assert found.item.issued and found.item.issued.year == 1999
    assert found.passage.span() == Span(start=104, end=141)


def test_several_works_of_one_stretch_and_words_behind() -> None:
    items: list[dict[str, object]] = [{"itemData": TIDES}, {"itemData": LOCKS, "locator": 7, "prefix": "cf."}]
    found = linked([note("Quill; Berg 7, both dated.", ("Quill; Berg 7", items))]).citations
    assert [shown(c) for c in found] == [
        ("", "Tide Tables", "", "", "full"),
        ("cf.", "Locks of Leer", "7", "both dated.", "full"),
    ]


def test_what_stands_between_is_parsed() -> None:
    text = (
        "陆行之：《潮汐与税关》，澄海出版社，2016年；Quill, Tide Tables；温一舟：《小港的大账》，《远洋研究》2019年。"
    )
    found = linked([note(text, ("Quill, Tide Tables", [{"itemData": TIDES}]))]).citations
    assert [(c.item.title, bool(c.data)) for c in found] == [
        ("潮汐与税关", False),
        ("Tide Tables", True),
        ("小港的大账", False),
    ]


def test_the_same_work_again_points_back_and_one_printed_finds_it() -> None:
    notes = [
        note("Quill, Tide Tables.", ("Quill, Tide Tables", [{"itemData": TIDES}])),
        note("Ebd., 3.", ("Ebd., 3", [{"itemData": TIDES, "locator": "3"}]), number=2),
        note("Ibid., p. 9.", ("Ibid., p. 9", [{"itemData": LOCKS}]), number=3),
        note("Quill, Tide Tables, p. 11.", number=4),
    ]
    found = linked(notes)
    assert [(c.relation, c.refers_to) for c in found.citations] == [
        ("full", None),
        ("ibid", 1),
        ("full", None),
        ("shortform", 2),
    ]
    assert found.works == (0, 0, 2, 0)


def test_entries_of_a_list_give_way_to_the_data() -> None:
    cited = note("(Quill 1999, 5)", ("(Quill 1999, 5)", [{"itemData": TIDES, "locator": "5"}]), entry=True)
    listed = note("QUILL, Ada (1999): Tide tables. 2nd ed. Emden: Marsh Press.", number=2, entry=True)
    other = note("Hale, Ruth (2001): Moles. Leer: Quay Press.", number=3, entry=True)
    found = linked([], [cited, listed, other])
    assert found.works == (0, 0, 2)
    assert found.citations[0].locator == ""  # an entry cites no place


def test_data_that_is_none_leaves_the_text_to_be_parsed() -> None:
    text = "陆行之：《潮汐与税关》，澄海出版社，2016年，第42页。"
    for value in (
        "{",
        '{"citationItems": [{"id": 1}]}',
        '{"citationItems": 3}',
        "{}",
        '{"a":' * 5000,
    ):
        hint = Hint(kind="citation", span=Span(start=0, end=len(text)), value=value)
        printed = Note(number=1, marker="1", passage=Passage.of(text), span=Span(start=0, end=9), hints=(hint,))
        assert [c.item.title for c in linked([printed]).citations] == ["潮汐与税关"]
