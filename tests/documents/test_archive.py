"""Containers that nobody should trust."""

from __future__ import annotations

import io
import zipfile

import pytest

from citekit.documents.archive import MOST_PARTS, Archive
from citekit.model import CitekitError


def packed(files: dict[str, bytes], compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", compression) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return out.getvalue()


def test_a_bomb_is_not_unpacked() -> None:
    archive = Archive(packed({"word/document.xml": b"\0" * (8 * 2**20)}), "a.docx")
    with pytest.raises(CitekitError, match=r"^a\.docx: word/document\.xml unpacks to 8388608 bytes"):
        archive.read("word/document.xml")


def test_a_bomb_that_lies_about_its_size_is_not_unpacked() -> None:
    data = packed({"x": b"\0" * (8 * 2**20)}).replace((8 * 2**20).to_bytes(4, "little"), (10).to_bytes(4, "little"))
    with pytest.raises(CitekitError):
        Archive(data, "a.docx").read("x")


def test_names_that_climb_are_not_found() -> None:
    archive = Archive(packed({"../../etc/passwd": b"x", "a/../b": b"x", "c": b"x"}), "a.docx")
    assert list(archive) == ["c"]
    assert archive.find("../../etc/passwd") is None


def test_too_many_files() -> None:
    with pytest.raises(CitekitError, match="more than any article"):
        Archive(packed({str(at): b"" for at in range(MOST_PARTS + 1)}, zipfile.ZIP_STORED), "a.docx")


@pytest.mark.parametrize("cut", [0, 1, 10, 60])
def test_damaged(cut: int) -> None:
    data = packed({"word/document.xml": b"<w:document/>" * 20})
    with pytest.raises(CitekitError, match=r"^a\.docx: .*damaged"):
        Archive(data[: len(data) - cut] if cut else b"PK\x03\x04nothing", "a.docx").read("word/document.xml")


def test_damaged_inside() -> None:
    data = bytearray(packed({"x": b"<w:document>" + bytes(range(256)) * 8}))
    data[60:80] = b"\xff" * 20
    with pytest.raises(CitekitError, match=r"^a\.docx: x is damaged"):
        Archive(bytes(data), "a.docx").read("x")
