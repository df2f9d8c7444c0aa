"""The forms of Han characters: 国 and 國, 沢 and 澤, 說 and 説 are one character each when texts are compared."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def one_form(text: str) -> str:
    """The text with each Han character in one of its forms, whichever that is: for comparing only.

    >>> one_form("國際關係") == one_form("国际关系"), one_form("澤") == one_form("沢"), one_form("凡") == one_form("帆")
    (True, True, False)
    """
    return text if text.isascii() else text.translate(_table())


@cache
def _table() -> dict[int, str]:
    """Each form of a character and the first of its line."""
    lines = files("citekit.library").joinpath("variants.txt").read_text("utf-8").splitlines()
    return {ord(char): line[0] for line in lines if not line.startswith("#") for char in line[1:]}
