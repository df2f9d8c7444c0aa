from __future__ import annotations

import shutil
import subprocess
import tempfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from citekit.library.diff import diff

LINES = st.lists(st.sampled_from(["a\n", "b\n", "}\n", "\n", "@@ -1 +1 @@\n"]), max_size=30).map("".join)


def test_the_same_gives_nothing() -> None:
    assert diff("a\nb", "a\nb", "x") == ""


def test_line_numbers_count_from_the_beginning() -> None:
    before = "".join(f"{n}\n" for n in range(1, 101))
    assert "@@ -47,7 +47,7 @@" in diff(before, before.replace("50\n", "fifty\n"), "x")


@settings(max_examples=40, deadline=None)
@given(LINES, LINES, st.sampled_from(["", "last"]))
def test_patch_reads_it(before: str, after: str, end: str) -> None:
    if not shutil.which("patch"):
        pytest.skip("patch is not installed")
    text = diff(before + end, after + end, "x")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "x"
        path.write_text(before + end, "utf-8")
        if text:
            subprocess.run(["patch", "-s", "x"], cwd=folder, input=text, text=True, check=True, capture_output=True)
        done = path.read_text("utf-8") if path.exists() else ""
    assert done == after + end
