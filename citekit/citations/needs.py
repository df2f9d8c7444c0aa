"""What a text must hold for a regular expression to match in it, read from the expression itself.

Of the patterns of all languages' units few can match in one citation: where no 巻 stands, no volume is counted by it.
To ask for a character costs a twentieth of a search.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from re import _parser  # type: ignore[attr-defined]  # the one reader of expressions; nothing public gives its result
from typing import Any

Item = tuple[object, Any]
"""An operation of a parsed expression and its operand, which has another shape for each."""


def needs(pattern: str) -> tuple[frozenset[str], ...]:
    """Sets of characters, of each of which every text has one in which the pattern matches. What is not understood
    asks for nothing; ASCII letters and digits, which most texts have, are not asked for.

    >>> [sorted(need) for need in needs(r"第\\s?(?P<page>\\d{1,4}[a-z]?)\\s?(?:页|頁|ページ)(?:以下)?")]
    [['第'], ['ペ', '頁', '页']]
    """
    parsed = _parser.parse(pattern)
    if parsed.state.flags & re.IGNORECASE:
        return ()
    return tuple(need for need in _needs(parsed) if not any(c.isascii() and c.isalnum() for c in need))


def _needs(items: Iterable[Item]) -> Iterator[frozenset[str]]:
    """The needs of the items of a sequence, as the parser of `re` gives them: name of the operation, operand."""
    for operation, operand in items:
        match str(operation), operand:
            case "LITERAL", int(code):
                yield frozenset(chr(code))
            case "IN", [*members]:
                yield from _class(members)
            case "SUBPATTERN", (_, 0, _, inner):  # without flags of its own
                yield from _needs(inner)
            case (("MAX_REPEAT" | "MIN_REPEAT"), (least, _, inner)) if least:
                yield from _needs(inner)
            case "BRANCH", (_, branches):
                choices = [min(_needs(branch), key=len, default=frozenset()) for branch in branches]
                if all(choices):
                    yield frozenset().union(*choices)


def _class(members: Iterable[Item]) -> Iterator[frozenset[str]]:
    """The characters of a class that names them one by one."""
    if all(str(operation) == "LITERAL" for operation, _ in members):
        yield frozenset(chr(code) for _, code in members if isinstance(code, int))
