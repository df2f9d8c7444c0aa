"""What can be wrong with a style."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citekit.model import CitekitError

if TYPE_CHECKING:
    from lxml import etree


class StyleError(CitekitError):
    """A style that cannot be used: what is wrong and in which line."""

    def __init__(self, message: str, line: int | None = None) -> None:
        super().__init__(f"{message} (line {line})" if line else message)
        self.line = line


def line_of(element: etree._Element) -> int | None:
    """The line in which an element begins."""
    line = element.sourceline
    return line if isinstance(line, int) else None
