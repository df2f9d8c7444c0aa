"""The docs are tested: every command is described, every shown command runs, every link leads somewhere."""

from __future__ import annotations

import doctest
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from citekit.cli import main

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
DECISIONS = ROOT / "docs" / "decisions"
PAGES = sorted([README, ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *(ROOT / "docs").rglob("*.md")])
CONTEXT = click.Context(main)
COMMANDS = main.list_commands(CONTEXT)

FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.M | re.S)
LINK = re.compile(r"\[[^\]\n]*\]\(([^)\s]+)\)|(?:src|srcset|href)=\"([^\"]+)\"")
# Home and scratch folders of somebody's machine; a path inside a URL is none.
MACHINE_PATH = re.compile(r"(?<![\w.:/~-])/(?:home|Users|root|work|mnt|tmp)/\w+|\b[A-Z]:\\\\?Users")


def label(path: Path) -> str:
    return str(path.relative_to(ROOT))


def blocks(language: str) -> Iterator[tuple[str, str]]:
    """Every fenced block of this language in the pages, with the page's name."""
    for page in PAGES:
        for found in FENCE.finditer(page.read_text("utf-8")):
            if found[1] == language:
                yield label(page), found[2]


def transcript(block: str) -> Iterator[tuple[str, str]]:
    r"""The commands of a console block and what they are said to print; a `\` at the end continues a command.

    >>> list(transcript("$ echo a \\\n    b\na b\n$ true\n"))
    [('echo a      b', 'a b\n'), ('true', '')]
    """
    command, shown = "", ""
    for line in block.replace("\\\n", " ").splitlines(keepends=True):
        if line.startswith("$ "):
            if command:
                yield command, shown
            command, shown = line[2:].strip(), ""
        else:
            shown += line
    if command:
        yield command, shown


def as_pattern(shown: str) -> re.Pattern[str]:
    """What is shown as a pattern: `...` stands for anything, a line of its own for any lines or none."""
    lines = [line.rstrip() for line in shown.strip("\n").splitlines()]
    pattern = "".join("(?:.*\\n)?" if line == "..." else re.escape(line + "\n") for line in lines)
    return re.compile(pattern.replace(r"\.\.\.", ".*"), re.S)


def tidy(output: str) -> str:
    """The output without blanks at line ends and around it, as a person copies it."""
    return "".join(line.rstrip() + "\n" for line in output.strip("\n").splitlines())


@pytest.fixture
def playground(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with the seeds and refs.bib, the working directory, with `citekit` on the path."""
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    shutil.copy(ROOT / "refs.bib", tmp_path / "refs.bib")
    scripts = tmp_path / ".bin"
    scripts.mkdir()
    script = scripts / "citekit"
    script.write_text(f'#!/bin/sh\nexec {shlex.quote(sys.executable)} -m citekit "$@"\n', encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setenv("PATH", os.pathsep.join([str(scripts), os.environ["PATH"]]))
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.setenv("PYTHONUTF8", "1")
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_is_in_the_readme(name: str) -> None:
    assert f"citekit {name}" in README.read_text("utf-8")


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help_with_an_example(name: str) -> None:
    command = main.get_command(CONTEXT, name)
    assert command and command.help, f"citekit {name} has no help"
    shown = CliRunner().invoke(main, [name, "--help"])
    assert shown.exit_code == 0
    assert "Example" in shown.output
    assert f"citekit {name}" in shown.output.split("Example", 1)[1]
    for option in command.params:
        if isinstance(option, click.Option):
            assert option.help, f"citekit {name} {option.opts[0]} has no help"


@pytest.mark.skipif(shutil.which("sh") is None, reason="needs a POSIX shell")
@pytest.mark.parametrize(("page", "block"), list(blocks("console")))
def test_console_blocks_run_as_shown(page: str, block: str, playground: Path) -> None:
    for command, shown in transcript(block):
        # A person sees both streams on one terminal.
        done = subprocess.run(
            ["sh", "-c", command],
            cwd=playground,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            timeout=120,
        )
        printed = tidy(done.stdout)
        assert as_pattern(shown).fullmatch(printed), f"{page}: `{command}` prints\n{printed}\n--- shown:\n{shown}"


def test_before_and_after_are_true() -> None:
    """The notes shown stand in the seeds as they are, the entries in refs.bib."""
    text = README.read_text("utf-8")
    seeds = "".join(path.read_text("utf-8") for path in sorted((ROOT / "seeds").glob("*.txt")))
    before = next(found[2] for found in FENCE.finditer(text) if found[1] == "text")
    after = next(found[2] for found in FENCE.finditer(text) if found[1] == "bibtex")
    assert [line for line in before.splitlines() if line not in seeds] == []
    entries = after.strip().split("\n\n")
    assert len(entries) == 4
    assert [entry for entry in entries if entry not in (ROOT / "refs.bib").read_text("utf-8")] == []


def test_the_readme_shows_commands_and_their_output() -> None:
    shown = [command for page, block in blocks("console") if page == "README.md" for command, _ in transcript(block)]
    assert all(any(f"citekit {name}" in command for command in shown) for name in COMMANDS)


@pytest.mark.parametrize(("page", "block"), list(blocks("python")))
def test_python_blocks_run(page: str, block: str, playground: Path) -> None:
    """A session (>>>) gives what is shown; a piece of a module runs as it stands."""
    example = doctest.DocTestParser().get_doctest(block, {}, page, page, 0)
    if not example.examples:
        exec(compile(block, page, "exec"), {"__name__": "shown"})
    failures, _ = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS).run(example)
    assert not failures


@pytest.mark.parametrize("page", PAGES, ids=label)
def test_relative_links_lead_somewhere(page: Path) -> None:
    prose = FENCE.sub("", page.read_text("utf-8"))
    for found in LINK.finditer(prose):
        target = (found[1] or found[2]).split("#")[0]
        if target and not re.match(r"[a-z]+:", target):
            assert (page.parent / target).exists(), f"{label(page)} links to {target}, which is not there"


def tracked_files() -> list[Path]:
    try:
        done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout")
    return [ROOT / name for name in done.stdout.decode("utf-8").split("\0") if name]


def test_no_file_names_a_path_of_somebodys_machine() -> None:
    found = []
    for path in tracked_files():
        text = path.read_bytes().decode("utf-8", errors="replace") if path.is_file() else ""
        found += [f"{label(path)}: {hit.group()}" for hit in MACHINE_PATH.finditer(text)]
    assert not found


def test_every_decision_is_in_the_index() -> None:
    index = (DECISIONS / "README.md").read_text("utf-8")
    pages = [page.name for page in DECISIONS.glob("*.md") if page.name != "README.md"]
    assert pages
    assert [page for page in pages if f"({page})" not in index] == []
    assert [page for page in pages if not re.match(r"\d{4}-[a-z0-9-]+\.md$", page)] == []
