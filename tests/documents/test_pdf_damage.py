"""PDF files that are cut off, overwritten or hostile: a document or one line, in little time and memory."""

from __future__ import annotations

import resource
import time
import zlib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.documents.pdf import engine, read_pdf
from citekit.model import CitekitError

FILES = Path(__file__).parent / "files" / "pdf"
SMALL = [path.read_bytes() for path in sorted(FILES.glob("*.pdf")) if path.stat().st_size < 10_000]
LARGER = (FILES / "columns-latin.pdf").read_bytes()
SECONDS = 10.0
MEGABYTES = 300
"""What one file may add to the peak of the process, which other tests have raised before."""


def survives(data: bytes) -> None:
    """Reads what there is, or refuses it in one line."""
    start = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    try:
        document = read_pdf(data, "a.pdf").value
        assert all(note.passage.origin for note in document.notes)
    except CitekitError as error:
        assert str(error).startswith("a.pdf: ")
        assert "\n" not in str(error)
    assert time.process_time() - start < SECONDS
    assert (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - peak) / 1024 < MEGABYTES


@given(st.sampled_from(SMALL), st.floats(0, 1))
def test_cut_off(data: bytes, share: float) -> None:
    survives(data[: int(share * len(data))])


@given(st.sampled_from([*SMALL, LARGER]), st.lists(st.tuples(st.floats(0, 0.999), st.integers(0, 255)), max_size=12))
def test_overwritten(data: bytes, changes: list[tuple[float, int]]) -> None:
    changed = bytearray(data)
    for share, byte in changes:
        changed[int(share * len(data))] = byte
    survives(bytes(changed))


@given(st.binary(max_size=400))
def test_anything_behind_the_signature(rest: bytes) -> None:
    survives(b"%PDF-1.7\n" + rest)


def made(content: bytes, count: int = 1) -> bytes:
    """A PDF of pages with this content, in Helvetica."""
    packed = zlib.compress(content)
    kids = " ".join(f"{4 + at} 0 R" for at in range(count))
    page = "<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 3 0 R/Resources<</Font<</F 1 0 R>>>>>>"
    objects = [
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        f"<</Type/Pages/Count {count}/Kids[{kids}]>>".encode(),
        b"<</Filter/FlateDecode/Length %d>>stream\n%s\nendstream" % (len(packed), packed),
        *[page.encode()] * count,
    ]
    body = b"".join(b"%d 0 obj%s endobj\n" % (at, each) for at, each in enumerate(objects, 1))
    root = len(objects) + 1
    return b"%%PDF-1.4\n%s%d 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\ntrailer<</Root %d 0 R>>" % (body, root, root)


TEXT = b"BT /F 12 Tf 50 700 Td (The clerks wrote for one another.) Tj ET "


def test_a_page_with_too_much_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "MOST_CHARACTERS", 20)
    with pytest.raises(CitekitError, match=r"^a\.pdf: no page can be read; .*100,000 characters"):
        read_pdf(made(TEXT), "a.pdf")


def test_pages_beyond_the_limit_are_left_out_and_it_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "MOST_PAGES", 3)
    found = read_pdf(made(TEXT, 5), "a.pdf")
    assert [page.page for page in found.value.pages] == [1, 2, 3]
    assert found.messages[0].text == "a.pdf: has 5 pages; only the first 3 are read; split the file"


def test_many_drawn_lines_take_little_time() -> None:
    survives(made(TEXT + b"0 0 m 500 500 l S " * 200_000))


def test_text_of_size_nothing_and_beyond_the_page() -> None:
    survives(made(b"BT /F 0 Tf (nothing) Tj /F 1e9 Tf (huge) Tj 1e30 1e30 Td (far) Tj 0 0 0 0 0 0 Tm (flat) Tj ET"))
