"""PDF: places in the text, pages, and what is said of files that cannot be read."""

from __future__ import annotations

from pathlib import Path

import pytest

from citekit.documents import find_reader, read
from citekit.documents.pdf import read_pdf
from citekit.model import CitekitError, Document

FILES = Path(__file__).parent / "files" / "pdf"
REFUSED = {"locked.pdf": "protected by a password", "scan.pdf": "images and no text"}
PATHS = sorted(path for path in FILES.glob("*.pdf") if path.name not in REFUSED)


def document(name: str) -> Document:
    return read(FILES / f"{name}.pdf").value


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_every_note_leads_back_to_its_page(path: Path) -> None:
    found = read(path).value
    for note in found.notes:
        page = next(page for page in found.pages if page.start <= note.span.start < page.end)
        assert page.page == note.span.page
        assert found.text.count("\n", 0, note.span.start) + 1 == note.span.line
        pairs = zip(note.text, note.passage.origin, strict=True)
        assert all(found.text[at] == char or char == "\n" for char, at in pairs)


@pytest.mark.parametrize("path", PATHS, ids=lambda path: path.stem)
def test_every_call_out_shows_its_mark_behind_the_words(path: Path) -> None:
    found = read(path).value
    for note in found.notes:
        assert note.call
        assert found.text[note.call.start : note.call.end].strip(" ,") == note.marker.rstrip(".")
        before = found.text[max(0, note.call.start - 3) : note.call.start].split()
        assert not before or note.before.endswith(before[-1])


def test_pages_are_parted_by_form_feeds() -> None:
    found = document("circled-zh")
    assert found.text.count("\f") == len(found.pages) - 1
    assert [page.page for page in found.pages] == [1, 2]
    assert [found.text[page.end : page.end + 1] for page in found.pages] == ["\f", ""]


def test_running_heads_are_no_text() -> None:
    assert "海税研究" not in document("circled-zh").text
    assert "Coastal Studies 31" not in document("word-latin").text


def test_italics_are_hints() -> None:
    found = document("word-latin")
    titles = [found.text[hint.span.start : hint.span.end].strip() for hint in found.notes[0].hints]
    assert titles == ["Harbours and Their Books"]


@pytest.mark.parametrize("name", REFUSED)
def test_refused_in_one_line_with_a_remedy(name: str) -> None:
    with pytest.raises(CitekitError, match=rf"^{name}: the PDF .*{REFUSED[name]}; [^\n]+$"):
        read_pdf((FILES / name).read_bytes(), name)


def test_a_stamp_at_the_margin_and_notices_are_no_text() -> None:
    text = document("gap-only").text
    assert "Marsh Archive" not in text
    assert text.count("Downloaded") == 0


def test_columns_are_read_one_after_the_other() -> None:
    text = document("three-columns").text
    assert text.split("\n")[0].endswith("one another.1 Nobody")
    assert text.index("one another.1") < text.index("winter.2") < text.index("one another.3") < text.index("winter.4")


def test_vertical_lines_are_read_from_right_to_left() -> None:
    assert document("vertical-ja").text.split() == [
        "灯台の税は油で納められた（1）。",
        "換算の率は表紙の裏に書かれた（2）。",
        "注",
        "（1）例田一郎『灯台と税』南風社、二〇〇八年。",
        "（2）同上、一二頁。",
    ]


def test_a_wrong_suffix_does_no_harm() -> None:
    assert find_reader(PATHS[0].read_bytes(), "article.txt") is read_pdf


@pytest.mark.parametrize(
    "data", [b"%PDF-1.7", b"%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF", PATHS[0].read_bytes()[:300]]
)
def test_damaged_files_are_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(CitekitError, match=r"^a\.pdf: the PDF is damaged; .*$"):
        read_pdf(data, "a.pdf")
