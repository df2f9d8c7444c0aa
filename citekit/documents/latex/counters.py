r"""The counters of notes, and how they are printed (\thefootnote)."""

from __future__ import annotations

import re

from citekit.documents.latex.tables import FNSYMBOL

_CIRCLED = re.compile(r"textcircled|\\circled|\\ding|CIRCLE|\\quan|numexpr\s*17[12]")
_FORMATS = re.compile(r"\\(arabic|roman|Roman|alph|Alph|fnsymbol|chinese|value)\b")
_CHAPTERED = re.compile(
    r"\\documentclass\s*(?:\[[^\]]*\])?\s*\{(?:book|report|memoir|scrbook|scrreprt|ctexbook|ctexrep|ltjsbook|jsbook|"
    r"[ut]?(?:book|report)|bxjsbook|tufte-book|extbook|extreport)\}"
)
_BALANCED = r"(?:[^{}]|\{(?:[^{}]|\{[^{}]{0,200}\}){0,200}\}){0,300}"
_BALANCED = r"(?:[^{}]|\{(?:[^{}]|\{[^{}]{0,200}\}){0,200}\}){0,300}"
_CIRCLES = ((1, 20, 0x2460), (21, 35, 0x3251), (36, 50, 0x32B1))
_ROMAN = ((10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))


class Counters:
    r"""The counters of the notes of one source.

    >>> counters = Counters(r"\documentclass{book}\renewcommand{\thefootnote}{\textcircled{\arabic{footnote}}}")
    >>> counters.step("footnote"), counters.step("footnote"), counters.step("thanks"), counters.step("endnote")
    ('①', '②', '*', '1')
    """

    def __init__(self, source: str) -> None:
        self.value: dict[str, int] = {}
        self.by_chapter = bool(_CHAPTERED.search(source))
        self._source = source
        self._formats: dict[str, tuple[str, str, str]] = {}

    def step(self, counter: str) -> str:
        """The next number, as printed."""
        self.value[counter] = self.value.get(counter, 0) + 1
        return self.printed(counter)

    def set(self, counter: str, number: int) -> None:
        """Gives a counter a value."""
        self.value[counter] = number

    def chapter(self) -> None:
        """Chapters begin with note 1 in the classes that number their notes so."""
        if self.by_chapter:
            self.value["footnote"] = self.value["endnote"] = 0

    def printed(self, counter: str, number: int | None = None) -> str:
        """A number, by default the present one, as this counter prints it."""
        if number is None:
            number = self.value.get(counter, 0)
        if counter not in self._formats:
            self._formats[counter] = self._format(counter)
        before, form, behind = self._formats[counter]
        return f"{before}{written(number, form)}{behind}"

    def _format(self, counter: str) -> tuple[str, str, str]:
        """What stands before the number, how it is written, what stands behind."""
        if counter == "thanks":
            return "", "fnsymbol", ""
        body = re.search(rf"\\the{counter}\s{{0,9}}\}}?\s{{0,9}}\{{({_BALANCED})\}}", self._source)
        if not body:
            return "", "arabic", ""
        if _CIRCLED.search(body[1]):
            return "", "circled", ""
        form = _FORMATS.search(body[1])
        around = re.split(r"\\\w+\s*\{\s*\w+\s*\}", body[1], maxsplit=1) if form else ["", ""]
        before, behind = (re.sub(r"\\[A-Za-z]+|[{}$^\s]", "", part) for part in (*around, "")[:2])
        return before, form[1] if form else "arabic", behind


def written(number: int, form: str) -> str:
    """A number in one of LaTeX's formats; in digits where the format has no more marks.

    >>> written(21, "circled"), written(2, "fnsymbol"), written(4, "roman"), written(3, "alph")
    ('㉑', '†', 'iv', 'c')
    """
    if form == "circled":
        return next(
            (chr(code + number - first) for first, last, code in _CIRCLES if first <= number <= last), str(number)
        )
    if form == "fnsymbol" and 0 < number <= len(FNSYMBOL):
        return FNSYMBOL[number - 1]
    if form in ("alph", "Alph") and 0 < number <= 26:
        return chr((ord("a") if form == "alph" else ord("A")) + number - 1)
    if form in ("roman", "Roman") and 0 < number < 40:
        roman = ""
        for worth, digits in _ROMAN:
            roman += digits * (number // worth)
            number %= worth
        return roman.upper() if form == "Roman" else roman
    return str(number)
