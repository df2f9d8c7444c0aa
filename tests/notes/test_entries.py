"""Golden cases: the list of references of small invented articles, cut into entries.

A case in tests/cases/entries is an article as in tests/cases/notes, a line of equals signs, and what was found: the
notes by number and marker, then the entries, `number | marker | page | text`. Write the second half anew with
`pytest tests/notes --golden-update`, then read the difference.
"""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.documents.text import read_text
from citekit.model import Document, Note, Passage, Span
from citekit.notes import find_notes
from citekit.notes.entries import find_entries

CASES = sorted((Path(__file__).parents[1] / "cases" / "entries").glob("*.txt"))
RULER = "=" * 40


def show(article: str) -> str:
    """The entries of an article in the golden form, below the markers of its notes."""
    text = article.replace("␌\n", "\f").replace("␌", "\f").replace("␉", "\t")
    document = read_text(text.encode(), "case").value
    notes = find_notes(document).value
    found = find_entries(document, notes)
    rows = [" | ".join((str(e.number), e.marker, str(e.span.page), e.text)) for e in found.value]
    marks = [f"notes: {' '.join(note.marker for note in notes) or 'none'}"]
    return "\n".join([*marks, *rows, *(f"{m.level}: {m.text}" for m in found.messages), ""])


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path, pytestconfig: pytest.Config) -> None:
    whole, _, expected = path.read_text("utf-8").partition(RULER + "\n")
    lines = whole.split("\n")
    comment = [line for line in lines if line.startswith("#")]
    shown = show("\n".join(lines[len(comment) :]))
    if pytestconfig.getoption("--golden-update"):
        path.write_text(whole + RULER + "\n" + shown, "utf-8")
        return
    assert shown == expected


PIECES = [
    "参考文献\n",
    "References\n",
    "Books\n",
    "[1] ",
    "2. ",
    "• ",
    "———. ",
    "Quill, A. ",
    "陆行之：",
    "《潮汐》",
    "2016",
    "。",
    ". ",
    "\n",
    "\n\n",
    "\f",
    "    ",
    "\u3000",
    "Notes\n",
    "① 注。",
    "句。①",
    "Appendix\n",
    "Abstract: ",
]


@given(st.text(max_size=200) | st.lists(st.sampled_from(PIECES), max_size=60).map("".join))
def test_any_text(text: str) -> None:
    document = Document(name="x", text=text)
    notes = find_notes(document).value
    entries = find_entries(document, notes).value
    assert [entry.number for entry in entries] == list(range(1, len(entries) + 1))
    starts = [entry.span.start for entry in entries]
    assert starts == sorted(starts)
    taken = {place for note in notes for place in note.passage.origin}
    for entry in entries:
        assert entry.kind == "entry"
        assert entry.text
        assert 0 <= entry.span.start < entry.span.end <= len(text)
        assert text.startswith(entry.marker, entry.span.start)
        assert not taken & {place for place in entry.passage.origin if not text[place].isspace()}


def test_entries_of_a_format_are_passed_on() -> None:
    def entry(number: int, text: str) -> Note:
        start = number * 100
        passage = Passage.of(text, start)
        return Note(number=number, marker="", passage=passage, span=passage.span(), kind="entry")

    texts = ["Books", "[1] Quill A. Ca-\nbles. 2016.", "[2] Marsh T. Ports. 2012."]
    document = Document(name="x", text="x" * 999, entries=tuple(entry(n, t) for n, t in enumerate(texts, 1)))
    found = find_entries(document).value
    assert [(e.number, e.marker, e.text) for e in found] == [
        (1, "[1]", "Quill A. Cables. 2016."),
        (2, "[2]", "Marsh T. Ports. 2012."),
    ]
    note = Note(number=1, marker="2", passage=Passage.of("x", 300), span=Span(start=300, end=340))
    assert len(find_entries(document, [note]).value) == 1


LISTS = {
    "numbered": "[{n}] 陆行之：《潮汐与税关》，澄海出版社，2016年。\n",
    "by sense": "Quill, Ada. Ledgers of the Tide. Quayside: Marsh\nPress, 2016.\n",
    "headings": "Books\n",
    "references": "References\n",
    "one line": "Quill, Ada. Ledgers of the Tide. ",
    "dashes": "———. ",
}


@pytest.mark.parametrize("kind", LISTS)
def test_linear(kind: str) -> None:
    line = LISTS[kind]
    text = "Text.\n\nReferences\n" + "".join(line.format(n=n % 999 + 1) for n in range(100_000 // len(line)))
    document = Document(name="x", text=text)
    start = time.process_time()
    find_entries(document)
    assert time.process_time() - start < 3


def test_there_are_cases() -> None:
    assert len(CASES) >= 15
