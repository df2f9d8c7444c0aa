"""The action, the template and the hooks, as far as a machine without their servers can try them: they are read as
YAML, and what they run is run by bash with a stand-in environment."""

from __future__ import annotations

import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from citekit.cli import COMMANDS

ROOT = Path(__file__).resolve().parents[2]
ACTION = yaml.safe_load((ROOT / "action.yml").read_text("utf-8"))
STEPS = ACTION["runs"]["steps"]
GITLAB = yaml.safe_load((ROOT / "docs" / "ci" / "gitlab.yml").read_text("utf-8"))
HOOKS = yaml.safe_load((ROOT / ".pre-commit-hooks.yaml").read_text("utf-8"))
BIB = "@online{q,\n  url = {http://192.168.0.7/a.pdf},\n  note = {no address: \\url{http://}},\n}\n"

needs_bash = pytest.mark.skipif(shutil.which("bash") is None, reason="needs bash")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """A checkout with a bibliography, and `citekit` on the path."""
    (tmp_path / "refs.bib").write_text(BIB, "utf-8")
    (tmp_path / "two words").mkdir()
    tools = tmp_path / ".tools"
    tools.mkdir()
    for name, command in (("citekit", f'{shlex.quote(sys.executable)} -m citekit "$@"'), ("pip", 'echo "pip $*"')):
        tool = tools / name
        tool.write_text(f"#!/bin/sh\nexec {command}\n", "utf-8")
        tool.chmod(0o755)
    return tmp_path


def bash(script: str, place: Path, variables: dict[str, str]) -> subprocess.CompletedProcess[str]:
    environment = {
        **os.environ,
        "PATH": os.pathsep.join([str(place / ".tools"), os.environ["PATH"]]),
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
        "GITHUB_OUTPUT": str(place / "output"),
        "GITHUB_STEP_SUMMARY": str(place / "summary"),
        **variables,
    }
    # the flags with which GitHub runs a step of `shell: bash`
    words = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(words, cwd=place, env=environment, capture_output=True, encoding="utf-8", timeout=120)


def test_the_action_says_what_it_is() -> None:
    assert {"name", "description", "inputs", "outputs", "runs"} <= ACTION.keys()
    assert ACTION["runs"]["using"] == "composite"
    assert all("description" in one for one in (*ACTION["inputs"].values(), *ACTION["outputs"].values()))
    for step in STEPS:
        assert ("uses" in step) != ("run" in step and step["shell"] == "bash")
        assert re.fullmatch(r"[\w-]+/[\w-]+@v\d+", step.get("uses", "a/b@v1"))


def test_the_action_reads_only_what_it_declares() -> None:
    text = (ROOT / "action.yml").read_text("utf-8")
    asked = set(re.findall(r"inputs\.([\w-]+)", text))
    assert asked == ACTION["inputs"].keys()
    ids = {step["id"] for step in STEPS if "id" in step}
    assert set(re.findall(r"steps\.([\w-]+)\.outputs", text)) <= ids


def test_no_input_is_put_into_a_script() -> None:
    """It would be run as code: inputs go through the environment."""
    assert [step["name"] for step in STEPS if "${{" in step.get("run", "")] == []


@pytest.fixture
def step(place: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """The step that checks, with the inputs' defaults and some of one's own."""
    (found,) = (one for one in STEPS if one.get("id") == "check")
    names = {
        variable: re.fullmatch(r"\$\{\{ inputs\.([\w-]+) \}\}", value)[1]  # type: ignore[index]
        for variable, value in found["env"].items()
    }

    def run(**inputs: str) -> subprocess.CompletedProcess[str]:
        values = {name: str(one.get("default", "")) for name, one in ACTION["inputs"].items()} | inputs
        return bash(found["run"], place, {variable: values[name] for variable, name in names.items()})

    return run


@needs_bash
def test_the_action_reports(step, place: Path) -> None:
    done = step(files="refs.bib", args="--no-copies --strikes 2")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("::warning file=refs.bib,line=2,title=private::q: http://192.168.0.7/a.pdf")
    assert (place / "output").read_text("utf-8") == "exit-code=0\n"
    assert (place / "summary").read_text("utf-8").startswith("## Links\n")
    report = place / "citekit-report"
    assert sorted(path.name for path in report.iterdir()) == ["links.html", "links.jsonl", "links.md", "links.sarif"]
    assert json.loads((report / "links.sarif").read_text("utf-8"))["version"] == "2.1.0"


@needs_bash
@pytest.mark.parametrize(
    ("fail_on", "returned", "told"), [("rot", 0, "0"), ("unsure", 3, "3"), ("never", 0, "0"), ("often", 2, "")]
)
def test_what_fails_the_step(fail_on: str, returned: int, told: str, step, place: Path) -> None:
    done = step(**{"files": "refs.bib\n", "fail-on": fail_on})
    assert done.returncode == returned, done.stderr
    output = place / "output"
    assert (output.read_text("utf-8") if output.exists() else "") == (f"exit-code={told}\n" if told else "")


@needs_bash
def test_wrong_use_fails_the_step_always(step) -> None:
    done = step(**{"files": "refs.bib", "baseline": "none.jsonl", "fail-on": "never"})
    assert done.returncode == 2
    assert "none.jsonl: no baseline can be read" in done.stderr


@needs_bash
def test_the_template_of_gitlab_runs(place: Path) -> None:
    job = GITLAB["citekit-check"]
    script = "\n".join(job["script"])
    done = bash(script, place, {**GITLAB["variables"], "CITEKIT_FILES": "refs.bib", "CITEKIT_ARGS": "--fail-unsure"})
    assert done.returncode == job["allow_failure"]["exit_codes"] == 3, done.stderr
    assert done.stdout.startswith("pip install --quiet citekit\n")
    assert (place / job["artifacts"]["reports"]["junit"]).is_file()
    assert all((place / path).exists() for path in (*job["artifacts"]["paths"], *job["cache"]["paths"]))


@pytest.mark.parametrize("hook", HOOKS, ids=lambda hook: hook["id"])
def test_hooks_call_commands_that_exist(hook: dict[str, object]) -> None:
    assert {"id", "name", "description", "entry", "language", "files"} <= hook.keys()
    program, command, *_ = str(hook["entry"]).split()
    assert program == "citekit"
    assert command in COMMANDS
    assert hook["id"] == f"citekit-{command}"
    assert re.search(str(hook["files"]), "refs.bib")


@needs_bash
def test_the_hook_runs(place: Path) -> None:
    (hook,) = (one for one in HOOKS if one["id"] == "citekit-check")
    done = bash(f"{hook['entry']} refs.bib", place, {})
    assert done.returncode == 0, done.stderr
    assert done.stdout.endswith("1 link: 1 unsure\n")


@pytest.mark.parametrize("page", ["docs/links.md", "docs/plugins.md"])
def test_shown_yaml_names_inputs_and_hooks_that_exist(page: str) -> None:
    blocks = re.findall(r"^```yaml\n(.*?)^```$", (ROOT / page).read_text("utf-8"), re.M | re.S)
    assert blocks
    for block in map(yaml.safe_load, blocks):
        for repo in block.get("repos", []):
            assert {hook["id"] for hook in repo["hooks"]} <= {hook["id"] for hook in HOOKS}
        for job in block.get("jobs", {}).values():
            for step in job["steps"]:
                if step["uses"].startswith("citekit/"):
                    assert step["with"].keys() <= ACTION["inputs"].keys()
