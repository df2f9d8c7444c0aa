"""Options that all tests share."""

from __future__ import annotations

import pytest


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--golden-update",
        action="store_true",
        help="write the expected half of tests/cases/parse anew; then read the difference",
    )
    parser.addoption(
        "--ratchet-update",
        action="store_true",
        help="write the floors in tests/cases/ratchet.json anew from what the parser reaches now",
    )
