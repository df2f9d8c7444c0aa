"""What can be wrong with a style."""

from __future__ import annotations

from citekit.model import CitekitError


class StyleError(CitekitError):
    """A style that cannot be used: what is wrong and in which line."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(f"{message} (line {line})" if line else message)
        self.line = line
