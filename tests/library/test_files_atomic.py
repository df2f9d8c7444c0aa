from __future__ import annotations

import os
import stat
from pathlib import Path

import pytest

from citekit.library import merge, read_library, save, write_atomically
from citekit.library.files import read_text
from citekit.model import CitekitError, Library, Name, Reference

NEW = Reference(type="book", title="Ports", author=(Name(family="Quill", given="Ada"),), language="en")
CHINESE = Reference(type="book", title="港口", author=(Name(literal="沈禾"),), language="zh")


def test_a_missing_file_is_an_empty_library(tmp_path: Path) -> None:
    result = read_library(tmp_path / "refs.bib")
    assert result.value == Library()
    assert not result.messages


def test_write_read_and_write_again_changes_nothing(tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    assert save(path, merge(read_library(path).value, [NEW, CHINESE]).library)
    before = path.read_bytes()
    assert not save(path, merge(read_library(path).value, [NEW, CHINESE]).library)
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["refs.bib"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "latin-1"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_encodings_and_line_ends_are_kept(tmp_path: Path, encoding: str, end: str) -> None:
    path = tmp_path / "refs.bib"
    old = f"@book{{a,{end}  title = {{Häfen}},{end}}}{end}".encode(encoding)
    path.write_bytes(old)
    result = read_library(path)
    assert result.value.references[0].title == "Häfen"
    save(path, merge(result.value, [NEW]).library)
    data = path.read_bytes()
    assert data.startswith(old)
    assert data.decode(encoding).count("\n") == data.decode(encoding).count(end)


def test_a_latin_1_file_that_cannot_hold_the_new_names_is_left_alone(tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    path.write_bytes("@book{a, title = {Häfen}}".encode("latin-1"))
    result = read_library(path)
    assert [message.level for message in result.messages] == ["info"]
    with pytest.raises(CitekitError, match="iconv"):
        save(path, merge(result.value, [CHINESE]).library)
    assert path.read_bytes() == "@book{a, title = {Häfen}}".encode("latin-1")


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(CitekitError, match="does not exist"):
        write_atomically(tmp_path / "no" / "refs.bib", "x")


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(CitekitError, match="folder"):
        write_atomically(tmp_path, "x")
    with pytest.raises(CitekitError, match="cannot be read"):
        read_library(tmp_path)


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target.bib", tmp_path / "link.bib"
    target.write_text("old")
    link.symlink_to(target)
    write_atomically(link, "new")
    assert link.is_symlink()
    assert target.read_text() == "new"


def test_permissions_are_kept(tmp_path: Path) -> None:
    path = tmp_path / "refs.bib"
    path.write_text("old")
    path.chmod(0o640)
    write_atomically(path, "new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_the_old_file_survives_a_full_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "refs.bib"
    path.write_text("old")

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(CitekitError, match="No space left"):
        write_atomically(path, "new")
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["refs.bib"]


def test_the_old_file_survives_an_interrupt(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "refs.bib"
    path.write_text("old")

    def interrupt(handle: int) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write_atomically(path, "new")
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["refs.bib"]


def test_a_read_only_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "refs.bib"
    path.write_text("old")
    monkeypatch.setattr(os, "access", lambda place, mode: False)
    with pytest.raises(CitekitError, match="read-only"):
        write_atomically(path, "new")
    assert path.read_text() == "old"


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no device that is always full")
def test_a_device_is_written_to_and_never_replaced_or_read() -> None:
    assert read_text(Path("/dev/full")) == ("", "utf-8")
    with pytest.raises(CitekitError, match="No space left"):
        write_atomically(Path("/dev/full"), "@book{a}")
    assert not Path("/dev/full").is_file()
