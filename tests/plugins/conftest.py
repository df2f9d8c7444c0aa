"""What the tests of plug-ins share."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest


@pytest.fixture
def sphinx_page() -> Callable[[Path, str, str], str]:
    """Builds a Sphinx project of one page, and gives that page as HTML."""
    pytest.importorskip("sphinxcontrib.bibtex")

    def build(source: Path, conf: str, body: str) -> str:
        (source / "conf.py").write_text(conf, "utf-8")
        (source / "index.rst").write_text(f"Ports\n=====\n\n{body}\n", "utf-8")
        command = [sys.executable, "-m", "sphinx", "-q", "-b", "html", str(source), str(source / "_build")]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stderr
        return (source / "_build" / "index.html").read_text("utf-8")

    return build
