"""The fixtures of the CSL test suite: those in `failing.txt` fail, each for its reason, all others pass."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path
from types import ModuleType

import pytest


def tool(name: str) -> ModuleType:
    """A module beside this one, which is a command too."""
    path = Path(__file__).with_name(f"{name}.py")
    spec = importlib.util.spec_from_file_location(f"csl_{name}", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


SUITE = tool("suite")
SAMPLES = tool("samples")
absent = pytest.mark.skipif(
    not SUITE.FIXTURES.is_file(), reason="the CSL test suite is not beside the checkout (../shared/csl)"
)


@absent
def test_suite() -> None:
    known, allowed = SUITE.fixtures(), SUITE.failing()
    wrong = {name for name, fixture in known.items() if SUITE.outcome(fixture).strip() != fixture["RESULT"].strip()}
    assert sorted(wrong - allowed.keys()) == [], "these passed before"
    surely = {name for name, reason in allowed.items() if not reason.endswith("without citeproc-py")}
    assert sorted(surely - wrong) == [], "these pass now: python -m tests.csl.suite --write"
    assert len(known) - len(wrong) >= 760


@absent
def test_every_failure_has_its_reason() -> None:
    assert [name for name, reason in SUITE.failing().items() if not reason] == []


@absent
def test_chinese_styles() -> None:
    """Every tenth style, so that the test stays short; the command scores all."""
    sets = SAMPLES.items()
    rows = [row for style in SAMPLES.styles()[::10] for row in SAMPLES.score(style, sets).values()]
    exact, total = sum(row[0] for row in rows), sum(row[1] for row in rows)
    assert exact / total >= 0.9
