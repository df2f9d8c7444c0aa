"""The frame of the command line: help, version, exit codes, what goes to stdout and what to stderr."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import Result

import citekit
from citekit.cli import COMMANDS

Run = Callable[..., Result]
HEAVY = {"bibtexparser", "pybtex", "requests", "pypinyin", "pycrfsuite", "click", "numpy"}


def modules_of(code: str) -> set[str]:
    """The top-level modules that a fresh interpreter has loaded after running the code."""
    show = f"{code}\nimport sys\nprint(*sorted({{name.split('.')[0] for name in sys.modules}}))"
    done = subprocess.run([sys.executable, "-c", show], capture_output=True, check=True, encoding="utf-8")
    return set(done.stdout.split())


def test_import_loads_nothing_heavy() -> None:
    assert not modules_of("import citekit") & HEAVY


def test_version_loads_no_command() -> None:
    code = "from citekit.cli import main\ntry:\n    main(['--version'])\nexcept SystemExit:\n    pass"
    assert not modules_of(code) & (HEAVY - {"click"})


def test_the_verbs_are_there_and_no_others() -> None:
    assert all(callable(getattr(citekit, name)) for name in citekit.__all__)
    with pytest.raises(AttributeError):
        citekit.no_such_verb  # noqa: B018


def test_version(run: Run) -> None:
    done = run("--version")
    assert done.exit_code == 0
    assert done.stdout.startswith("citekit ")


@pytest.mark.parametrize(
    "arguments", [(), *((name,) for name in COMMANDS)], ids=lambda given: " ".join(given) or "citekit"
)
def test_help_shows_an_example(run: Run, arguments: tuple[str, ...]) -> None:
    for flag in ("--help", "-h"):
        done = run(*arguments, flag)
        assert done.exit_code == 0
        assert "Example:" in done.stdout
        assert "citekit " in done.stdout.split("Example:")[1]
        assert done.stderr == ""


def test_help_lists_the_commands(run: Run) -> None:
    shown = run("--help").stdout
    assert all(name in shown and help_text.rstrip(".") in shown for name, help_text in COMMANDS.items())


@pytest.mark.parametrize(
    "arguments",
    [
        ("no-such-command",),
        ("extract",),
        ("notes",),
        ("parse", "--no-such-option"),
        ("extract", "x.txt", "--to", "xml"),
    ],
    ids=" ".join,
)
def test_wrong_use_is_exit_code_2(run: Run, arguments: tuple[str, ...]) -> None:
    done = run(*arguments)
    assert done.exit_code == 2
    assert done.stdout == ""
    assert "Error" in done.stderr


def test_the_package_runs_as_a_module(article: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "citekit", "notes", str(article)], capture_output=True, check=True, encoding="utf-8"
    )
    assert "陆行之" in done.stdout


UNREADABLE = {
    "missing": None,
    "empty": b"",
    "PDF": b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n",
    "ZIP": b"PK\x03\x04" + bytes(range(256)),
    "binary": b"\x00\x01\x02\x03" * 64,
    "picture": b"\x89PNG\r\n\x1a\n" + bytes(64),
}


NO_FILE = ("merge-driver", "styles")
"""Commands that read no file of the user's: git gives the first three, the second takes none."""


@pytest.mark.parametrize("command", [name for name in COMMANDS if name not in NO_FILE])
@pytest.mark.parametrize("kind", [*UNREADABLE, "folder"])
def test_unreadable_input_is_one_line_and_exit_code_2(run: Run, tmp_path: Path, command: str, kind: str) -> None:
    if command == "pull" and kind in ("missing", "empty"):
        pytest.skip("it makes a new file, of what Zotero has")
    path = tmp_path / "in.txt"
    if kind == "folder":
        path.mkdir()
    elif (data := UNREADABLE[kind]) is not None:
        path.write_bytes(data)
    style = {"restyle": ("--style", str(path)), "format": ("--style", "sist02")}
    done = run(command, path, *style.get(command, ()))
    if command in ("parse", "lint", "dedupe", "keys", "export", "format") and kind == "empty":
        assert done.exit_code in (0, 2)  # no line, no citation, no entry: either is fair
        return
    assert done.exit_code == 2
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert line.startswith("citekit: ")
    assert "in.txt" in line


ENCODINGS = ["utf-8", "utf-8-sig", "utf-16", "gb18030"]


@pytest.mark.parametrize("encoding", ENCODINGS)
def test_old_encodings_are_read(run: Run, article: Path, encoding: str) -> None:
    expected = run("notes", article).stdout
    article.write_bytes(article.read_text("utf-8").encode(encoding, errors="replace"))
    done = run("notes", article)
    assert done.exit_code == 0
    assert done.stdout == expected
