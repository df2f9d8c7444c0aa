"""Options that all tests share."""

from __future__ import annotations

import os

import pytest
from hypothesis import HealthCheck, settings

# the same examples in every run, so that a failure is one for everybody; CITEKIT_EXAMPLES=10000 looks harder
settings.register_profile(
    "citekit",
    deadline=None,
    derandomize=True,
    max_examples=int(os.environ.get("CITEKIT_EXAMPLES", "150")),
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("citekit")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--golden-update",
        action="store_true",
        help="write the transcripts in tests/cases anew; then read the difference",
    )
    parser.addoption(
        "--ratchet-update",
        action="store_true",
        help="write the floors in tests/cases/ratchet.json anew from what the parser reaches now",
    )
