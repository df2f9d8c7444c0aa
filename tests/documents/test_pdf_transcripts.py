"""Golden transcripts: PDF files of many producers, and the notes that have to come out of them.

A file of tests/cases/pdf holds a comment that says what is hard about the PDF (#), a command (%), and what it prints;
what it says on stderr stands behind `!`. The files lie in tests/documents/files/pdf, where a README tells how each was
made. Write the transcripts anew with `pytest --golden-update tests/documents/test_pdf_transcripts.py`, and read the
difference. A new file needs only a transcript that ends with its command.
"""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner

from citekit.cli import main

FILES = Path(__file__).parent / "files" / "pdf"
CASES = sorted((Path(__file__).parents[1] / "cases" / "pdf").glob("*.txt"))


def parts(path: Path) -> tuple[str, str, str]:
    """The comment, the command, and what it has to print."""
    lines = path.read_text("utf-8").split("\n")
    at = next(number for number, line in enumerate(lines) if line.startswith("%"))
    return "\n".join(lines[:at]), lines[at], "\n".join(lines[at + 1 :])


def printed(command: str) -> str:
    """What the command prints in the folder of the files."""
    _, citekit, *arguments = command.split()
    assert citekit == "citekit"
    done = CliRunner().invoke(main, arguments)
    said = "".join(f"! {line}\n" for line in done.stderr.splitlines())
    return done.stdout + said


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_transcript(path: Path, monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config) -> None:
    monkeypatch.chdir(FILES)
    comment, command, expected = parts(path)
    shown = printed(command)
    if pytestconfig.getoption("--golden-update"):
        path.write_text(f"{comment}\n{command}\n{shown}", "utf-8")
        return
    assert shown == expected


def test_every_file_has_a_transcript() -> None:
    told = {parts(path)[1].split()[-1] for path in CASES}
    assert {path.name for path in FILES.glob("*.pdf")} <= told


def test_files_are_small() -> None:
    assert all(path.stat().st_size < 60_000 for path in FILES.glob("*.pdf"))
