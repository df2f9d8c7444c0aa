"""One article in several formats, as a producer wrote them: every note whole, called out where it was."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from citekit.documents import read
from citekit.notes import find_notes

SAMPLES = Path(__file__).parents[3] / "shared" / "documents"
KINDS = ("html", "epub", "jats.xml", "tei.xml", "docx", "odt")
QUOTES = str.maketrans(dict.fromkeys("“”„‟«»‘’‚'", '"'))


def plain(text: str) -> str:
    return re.sub(r"\s", "", text).translate(QUOTES)


@pytest.mark.parametrize("kind", KINDS)
def test_every_note_comes_out(kind: str) -> None:
    path = SAMPLES / f"sample.{kind}"
    if not path.exists():
        pytest.skip("needs ../shared/documents")
    expected = json.loads((SAMPLES / "expected.json").read_text("utf-8"))
    notes = find_notes(read(path).value).value
    assert [plain(note.text) for note in notes] == [plain(note["text"]) for note in expected]
    wrong = [
        note.number
        for note, e in zip(notes, expected, strict=True)
        if not plain(note.before).endswith(plain(e["before"]))
    ]
    assert not wrong
    assert all(note.marker.isdecimal() and note.call for note in notes)
