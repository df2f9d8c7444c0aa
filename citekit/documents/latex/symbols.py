"""What a macro without arguments prints, and letters with accents."""

from __future__ import annotations

import unicodedata
from functools import cache
from typing import TYPE_CHECKING

from citekit.documents.latex.tables import PRINTED
from citekit.languages.texletters import ACCENTS, COMMANDS

if TYPE_CHECKING:
    from pylatexenc.macrospec import LatexContextDb

_DOTLESS = {"ı": "i", "ȷ": "j"}


@cache
def symbol(name: str) -> str | None:
    """What a macro prints by itself: own rows first, then pylatexenc's table of some hundred symbols; None if nothing
    is known.

    >>> symbol("textendash"), symbol("alpha"), symbol("&"), symbol("emph")
    ('–', 'α', '&', None)
    """
    if name in PRINTED:
        return PRINTED[name]
    if name in COMMANDS:
        return COMMANDS[name]
    if len(name) == 1 and not name.isalpha():
        return name
    found = _table().get_macro_spec(name)
    printed = getattr(found, "simplify_repl", None)
    if not isinstance(printed, str) or "%" in printed or "<" in printed or len(printed) > 3:
        return None
    return printed


def accented(accent: str, letter: str) -> str:
    r"""A letter with the accent of a macro.

    >>> accented('"', "o"), accented("'", "ı"), accented("v", "S")
    ('ö', 'í', 'Š')
    """
    letter = _DOTLESS.get(letter, letter)
    return unicodedata.normalize("NFC", letter + ACCENTS[accent]) if letter else ""


@cache
def _table() -> LatexContextDb:
    from pylatexenc.latex2text import get_default_latex_context_db

    table: LatexContextDb = get_default_latex_context_db()
    return table
