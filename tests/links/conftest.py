"""The loopback world, importable as one package wherever the tests are run from, and small PDFs of our own."""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from types import ModuleType

import pytest

Pdf = Callable[..., bytes]


@pytest.fixture(scope="session")
def links_world() -> ModuleType:
    pytest.importorskip("cryptography", reason="the world has certificates of its own: pip install cryptography")
    sys.path.insert(0, str(Path(__file__).parent))
    try:
        return importlib.import_module("world")
    finally:
        sys.path.pop(0)


def _string(text: str) -> bytes:
    return b"<" + (b"\xfe\xff" + text.encode("utf-16-be")).hex().encode() + b">"


@pytest.fixture(scope="session")
def make_pdf() -> Pdf:
    """Lines of (text, size) and an information dictionary to a PDF of so many pages. The fonts are not embedded, and
    text is UTF-16 by the predefined CMap UniJIS-UCS2-H (ISO 32000-1, 9.7.5.2)."""

    def make(lines: Sequence[tuple[str, float]], info: Mapping[str, str] | None = None, pages: int = 1) -> bytes:
        y, drawn = 780.0, []
        for text, size in lines:
            drawn.append(f"BT /F1 {size} Tf 1 0 0 1 60 {y} Tm <{text.encode('utf-16-be').hex()}> Tj ET")
            y -= 1.6 * size
        content = "\n".join(drawn).encode()
        kids = " ".join(f"{10 + at} 0 R" for at in range(pages))
        entries = b" ".join(f"/{name} ".encode() + _string(value) for name, value in (info or {}).items())
        objects = {
            1: b"<< /Type /Catalog /Pages 2 0 R >>",
            2: f"<< /Type /Pages /Kids [{kids}] /Count {pages} >>".encode(),
            3: b"<< " + entries + b" >>",
            4: b"<< /Type /Font /Subtype /Type0 /BaseFont /Mincho /Encoding /UniJIS-UCS2-H /DescendantFonts [5 0 R] >>",
            5: b"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /Mincho /DW 1000 /FontDescriptor 6 0 R"
            b" /CIDSystemInfo << /Registry (Adobe) /Ordering (Japan1) /Supplement 2 >> >>",
            6: b"<< /Type /FontDescriptor /FontName /Mincho /Flags 4 /FontBBox [0 -120 1000 880] /ItalicAngle 0"
            b" /Ascent 880 /Descent -120 /CapHeight 700 /StemV 80 >>",
            7: b"<< /Length %d >>\nstream\n" % len(content) + content + b"\nendstream",
        }
        for at in range(pages):
            objects[10 + at] = (
                b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 7 0 R"
                b" /Resources << /Font << /F1 4 0 R >> >> >>"
            )
        out, places = bytearray(b"%PDF-1.5\n"), {}
        for number, body in objects.items():
            places[number] = len(out)
            out += b"%d 0 obj\n" % number + body + b"\nendobj\n"
        table = len(out)
        out += b"xref\n0 1\n0000000000 65535 f \n"
        for number, place in places.items():
            out += b"%d 1\n%010d 00000 n \n" % (number, place)
        out += b"trailer\n<< /Size %d /Root 1 0 R /Info 3 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (10 + pages, table)
        return bytes(out)

    return make
