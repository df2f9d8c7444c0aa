"""Golden cases: small invented sources in Markdown and LaTeX, and what has to be found in them.

A case in tests/cases/source is a source that a person can read, what has to be found stands beside it in a file with
the suffix .txt: notes and entries, `number | marker | line | words before the call-out | text`, each followed by its
hints, and the messages. Write those files anew with `pytest tests/documents --golden-update`, then read the difference.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from citekit.documents import read
from citekit.model import Document, Note
from citekit.notes import find_notes

FOLDER = Path(__file__).parents[1] / "cases" / "source"
CASES = sorted(path for path in FOLDER.iterdir() if path.suffix != ".txt")
MARKUP = "\\`'-~\"\n}&"  # where that stands in the source, the text may have something else
SHARED = Path(__file__).parents[3] / "shared" / "documents"


def show(path: Path) -> str:
    """The notes and entries of a source in the golden form, and what there is to say about them."""
    found = read(path, name=path.name)
    document = found.value
    rows = [row for note in document.notes for row in lines(note, document)]
    rows += ["---"] if document.entries else []
    rows += [row for entry in document.entries for row in lines(entry, document)]
    return "\n".join([*rows, *(f"{message.level}: {message.text}" for message in found.messages), ""])


def lines(note: Note, document: Document) -> list[str]:
    head = " | ".join((str(note.number), note.marker, str(note.span.line), note.before, note.text))
    hints = [
        f"    {hint.kind}: {' '.join(document.text[hint.span.start : hint.span.end].split())}"
        + (f" -> {hint.value}" if hint.value else "")
        for hint in note.hints
    ]
    return [head, *hints]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_case(path: Path, pytestconfig: pytest.Config) -> None:
    shown, golden = show(path), path.with_name(path.name + ".txt")
    if pytestconfig.getoption("--golden-update"):
        golden.write_text(shown, "utf-8")
        return
    assert shown == golden.read_text("utf-8")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.name)
def test_every_character_knows_its_place(path: Path) -> None:
    document = read(path).value
    assert document.notes
    for note in (*document.notes, *document.entries):
        places = zip(note.passage.origin, note.text, strict=True)
        odd = [(document.text[at], char) for at, char in places if document.text[at] not in (char, *MARKUP)]
        assert odd == []
        assert note.span.start <= min(note.passage.origin) <= max(note.passage.origin) < note.span.end
        assert document.text.count("\n", 0, note.span.start) == note.span.line - 1


def plain(text: str) -> str:
    """Without white space, quotation marks alike."""
    return re.sub(r"\s", "", re.sub("[“”]", '"', re.sub("[‘’]", "'", text)))


@pytest.mark.parametrize("name", ["sample.gfm.md", "sample.tex"])
def test_a_real_article(name: str) -> None:
    if not SHARED.is_dir():
        pytest.skip("needs the shared articles beside the checkout")
    expected = json.loads((SHARED / "expected.json").read_text("utf-8"))
    found = find_notes(read(SHARED / name).value).value
    assert [(plain(note.text), note.marker) for note in found] == [(plain(e["text"]), str(e["n"])) for e in expected]
    assert [
        e["n"] for note, e in zip(found, expected, strict=True) if not plain(note.before).endswith(plain(e["before"]))
    ] == []
