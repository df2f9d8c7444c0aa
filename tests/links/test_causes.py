"""The table of causes: every row can be told from the others and says what a person can do."""

from __future__ import annotations

import pytest

from citekit.links.causes import CAUSES


@pytest.mark.parametrize("cause", CAUSES.values(), ids=lambda cause: cause.name)
def test_whatever_is_not_plainly_fine_comes_with_advice_in_one_line(cause) -> None:
    assert bool(cause.advice) == (cause.name != "ok")
    assert "\n" not in cause.advice


def test_what_may_pass_is_never_rotten_at_once() -> None:
    assert {cause.outcome for cause in CAUSES.values() if cause.passing} == {"unsure"}
