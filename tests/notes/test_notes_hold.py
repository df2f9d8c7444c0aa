"""What holds for the notes of any text."""

from __future__ import annotations

import json
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.documents import read
from citekit.model import Document, Note, Passage, Span
from citekit.notes import find_notes

SHARED = Path(__file__).parents[3] / "shared"
PIECES = [
    "1 ",
    "a ",
    "① ",
    "（1）",
    "[2]",
    "* ",
    "。①",
    "x.1 ",
    "\n",
    "\n\n",
    "\f",
    "注释\n",
    "2) ",
    "正文。",
    "Text. ",
    "https://a.b/c",
    "①②",
    "\n①\n",
    "\n②\n",
    "註一 ",
    "（一）",
    "† ",
    "References\n",
    "Notes\n1. ",
]


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=300) | st.lists(st.sampled_from(PIECES), max_size=80).map("".join))
def test_any_text(text: str) -> None:
    found = find_notes(Document(name="x", text=text))
    assert found.value or found.messages
    starts = [note.span.start for note in found.value]
    assert starts == sorted(starts)
    assert [note.number for note in found.value] == list(range(1, len(starts) + 1))
    for note in found.value:
        assert 0 <= note.span.start < note.span.end <= len(text)
        assert note.text
        whole = text[note.span.start : note.span.end]
        assert whole.startswith(note.marker) or whole.endswith(note.marker)
        assert note.call is None or note.call.end <= note.span.start
        assert max(note.passage.origin) < note.span.end


def test_notes_of_a_format_are_passed_on() -> None:
    note = Note(number=1, marker="1", passage=Passage.of("x"), span=Span(start=0, end=1))
    assert find_notes(Document(name="x", text="x", notes=(note,))).value == (note,)


def test_linear() -> None:
    page = "句子的开头在此，①随后是正文。②\n" + "正文没有什么特别之处。\n" * 20 + "① 甲：《书》，第5页。\n② 同上。\n\f"
    start = time.perf_counter()
    found = find_notes(Document(name="x", text=page * (100_000 // len(page))))
    assert time.perf_counter() - start < 5
    assert len(found.value) > 100


def test_seed_article() -> None:
    if not SHARED.exists():
        pytest.skip("needs ../shared")
    rows = [json.loads(line) for line in (SHARED / "eval" / "seed_notes.jsonl").read_text("utf-8").splitlines()]
    notes = find_notes(read(next((SHARED / "seeds").glob("*.txt"))).value).value
    assert [(n.marker, n.span.page) for n in notes] == [(row["marker"], row["page"]) for row in rows]
    straight = str.maketrans("“”‘’", "\"\"''")
    texts = {n.text.translate(straight): n.before for n in notes}
    for row in json.loads((SHARED / "documents" / "expected.json").read_text("utf-8")):
        assert texts[row["text"].translate(straight)].endswith(row["before"])
    for note, row in zip(notes, rows, strict=True):
        for item in row["gold"]:
            assert all(item.get(key, "") in note.text for key in ("title", "URL", "container-title"))
