"""`citekit lint`: exit codes, settings, mending, diffs."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from citekit.cli import main

BAD = """\
@book{q,
  author = {Ministry of Ports},
  title = {R&D},
  year = 2001,
  language = {en},
  isbn = {1},
}
"""


@pytest.fixture
def bib(tmp_path: Path) -> Path:
    path = tmp_path / "refs.bib"
    path.write_text(BAD, "utf-8")
    return path


def run(*words: object) -> Result:
    return CliRunner().invoke(main, ["lint", *map(str, words)])


def test_errors_exit_with_1_and_lead_to_the_line(bib: Path) -> None:
    done = run(bib)
    assert done.exit_code == 1
    assert f"{bib}:3: error: q: & in title must be escaped [tex-escapes] (--fix mends it)" in done.stdout.splitlines()
    assert done.stderr == "1 error, 2 warnings; 2 can be mended with --fix\n"
    assert bib.read_text("utf-8") == BAD


def test_fix_mends_and_leaves_the_rest(bib: Path) -> None:
    done = run(bib, "--fix")
    assert done.exit_code == 0
    assert bib.read_text("utf-8") == BAD.replace("R&D", "R\\&D").replace("Ministry of Ports", "{Ministry of Ports}")
    assert done.stderr == "1 warning; 2 mended\n"


def test_diff_changes_nothing(bib: Path) -> None:
    done = run(bib, "--fix", "--diff")
    assert {"-  title = {R&D},", "+  title = {R\\&D},"} <= set(done.stdout.splitlines())
    assert bib.read_text("utf-8") == BAD


def test_a_clean_file(tmp_path: Path) -> None:
    path = tmp_path / "a.bib"
    path.write_text("@misc{q, title = {A}, year = 2001, language = {en}}", "utf-8")
    done = run(path)
    assert (done.exit_code, done.stdout, done.stderr) == (0, "", "nothing to say\n")


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("citekit.toml", '[lint]\nignore = ["tex-escapes"]\nfail-on = "warning"\n'),
        ("pyproject.toml", '[tool.citekit.lint]\nignore = ["tex-escapes"]\nfail-on = "warning"\n'),
    ],
)
def test_settings_beside_and_above(bib: Path, name: str, text: str) -> None:
    (bib.parent / name).write_text(text, "utf-8")
    below = bib.parent / "chapters"
    below.mkdir()
    bib.rename(below / "refs.bib")
    done = run(below / "refs.bib", "--format", "json")
    assert done.exit_code == 1
    assert {row["rule"] for row in json.loads(done.stdout)} == {"isbn", "name-braces"}
    assert run(below / "refs.bib", "--fail-on", "never").exit_code == 0
    assert run(below / "refs.bib", "--select", "isbn", "--fail-on", "error").exit_code == 0


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["none.bib"], "citekit: none.bib: there is no such file"),
        (["--ignore", "no-such-rule", "refs.bib"], "citekit: no rule no-such-rule; citekit lint --rules lists them"),
        (["--config", "none.toml", "refs.bib"], "citekit: none.toml: there are no settings of citekit"),
        ([], "name a .bib file"),
    ],
)
def test_wrong_use_exits_with_2(words: list[str], said: str, bib: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(bib.parent)
    done = run(*words)
    assert done.exit_code == 2
    assert said in done.stderr


@pytest.mark.parametrize("text", ["[lint", "lint = 1\n", '[lint]\nignore = "isbn"\n', '[lint]\nfail-on = "much"\n'])
def test_broken_settings_are_told(bib: Path, text: str) -> None:
    (bib.parent / "citekit.toml").write_text(text, "utf-8")
    done = run(bib)
    assert done.exit_code == 2
    assert done.stderr.startswith(f"citekit: {bib.parent / 'citekit.toml'}: ")
    assert done.stderr.count("\n") == 1


def test_rules_are_listed() -> None:
    done = run("--rules")
    assert done.exit_code == 0
    assert "name-order" in done.stdout
