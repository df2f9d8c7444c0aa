"""Golden transcripts: pages, books and XML articles of many producers, and the notes that have to come out of them.

A file of tests/cases/markup holds a comment that says what is hard (#), one or more files, each behind a line with its
name (`--- page.html`), a command (%), and what it prints; what it says on stderr stands behind `!`. The files of a
command that reads an EPUB are packed into it. The text is invented. Write what is printed anew with `pytest
--golden-update tests/documents/test_markup_transcripts.py`, and read the difference.
"""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from click.testing import CliRunner

from citekit.cli import main

CASES = sorted((Path(__file__).parents[1] / "cases" / "markup").glob("*.txt"))
CONTAINER = """<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
<rootfile full-path="OEBPS/content.opf" media-type="application/oebps-package+xml"/></rootfiles></container>"""


def parts(path: Path) -> tuple[str, dict[str, str], str, str]:
    """What stands before the command, the files, the command, and what it has to print."""
    given, _, rest = path.read_text("utf-8").partition("\n% ")
    command, _, expected = rest.partition("\n")
    _, *files = ("\n" + given + "\n").split("\n--- ")
    return given, dict(file.split("\n", 1) for file in files), command, expected


def put(files: dict[str, str], command: str, folder: Path) -> None:
    """The files of a case, in the folder or packed."""
    target = command.split()[-1]
    if target.endswith(".epub"):
        with zipfile.ZipFile(folder / target, "w", zipfile.ZIP_DEFLATED) as made:
            made.writestr("mimetype", "application/epub+zip", zipfile.ZIP_STORED)
            made.writestr("META-INF/container.xml", CONTAINER)
            for name, text in files.items():
                made.writestr(name, text)
        return
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_transcript(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, pytestconfig: pytest.Config) -> None:
    given, files, command, expected = parts(path)
    put(files, command, tmp_path)
    monkeypatch.chdir(tmp_path)
    done = CliRunner().invoke(main, command.split()[1:])
    shown = done.stdout + "".join(f"! {line}\n" for line in done.stderr.splitlines())
    if pytestconfig.getoption("--golden-update"):
        path.write_text(f"{given}\n% {command}\n{shown}", "utf-8")
        return
    assert shown == expected
