"""The loopback world, importable as one package wherever the tests are run from."""

from __future__ import annotations

import importlib
import sys
from pathlib import Path
from types import ModuleType

import pytest


@pytest.fixture(scope="session")
def links_world() -> ModuleType:
    pytest.importorskip("cryptography", reason="the world has certificates of its own: pip install cryptography")
    sys.path.insert(0, str(Path(__file__).parent))
    try:
        return importlib.import_module("world")
    finally:
        sys.path.pop(0)
