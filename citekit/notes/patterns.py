"""Patterns that are compiled when they are first needed: all of them at import would cost a tenth of a second."""

from __future__ import annotations

import re
from functools import cache


@cache
def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, compiled once. For constants of the modules only: nothing is ever forgotten.

    >>> compiled("a+") is compiled("a+")
    True
    """
    return re.compile(pattern, flags)
