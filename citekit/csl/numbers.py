"""Numbers, ordinals, labels and page ranges: cs:number, cs:label, and what cs:text does to pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from citekit.csl.context import Context
from citekit.csl.locale import Locale
from citekit.csl.node import Formatting

if TYPE_CHECKING:
    from lxml import etree

    from citekit.csl.style import Area

# A number may carry letters or a full stop about it (2b, L2d); several stand with commas, hyphens or ampersands.
_ONE = r"[A-Za-z]*\d+[A-Za-z]*"
_NUMERIC = re.compile(rf"\s*{_ONE}(?:\s*[-–,&]\s*{_ONE})*\s*$")
_SEVERAL = re.compile(
    r"\d\S*\s*(?:[-–—,，、&~～;]+|--|,?\s*\band\b|,\s*&)\s*\S*\d|[ivxlc]+\s*[-–,&]\s*[ivxlc]+\b", re.IGNORECASE
)
_PIECES = re.compile(r"(\s*[-–,&]\s*)")
_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
    (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def is_numeric(text: str) -> bool:
    """Whether the content counts as a number for CSL.

    >>> is_numeric("2b"), is_numeric("1, 3-5"), is_numeric("second")
    (True, True, False)
    """
    return bool(_NUMERIC.match(text))


def is_plural(variable: str, text: str, and_: str = "and") -> bool:
    """Whether a label for this content is in the plural; `and_` is the word between two numbers."""
    if variable in ("number-of-pages", "number-of-volumes"):
        return text.isdigit() and int(text) != 1
    return bool(_SEVERAL.search(text.replace(f" {and_} ", " & ") if and_ else text))


def roman(number: int) -> str:
    """The number in small Roman figures.

    >>> roman(1994)
    'mcmxciv'
    """
    text = ""
    for value, letters in _ROMAN:
        while number >= value:
            text += letters
            number -= value
    return text


def ordinal(number: int, locale: Locale, gender: str = "") -> str:
    """The number with its ordinal suffix, of the gender of the noun that it counts."""
    for digits, width, default in (
        (number, 0, "whole-number"),
        (number % 100, 2, "last-two-digits"),
        (number % 10, 1, ""),
    ):
        term = locale.find(f"ordinal-{digits:02}", gender=gender) if digits < 100 else None
        if not term:
            continue
        match = term.match or ("last-digit" if digits < 10 else "last-two-digits")
        if match == default or (width == 1 and match == "last-digit") or (width == 2 and match == "last-two-digits"):
            return f"{number}{term.single}"
    return f"{number}{locale.term('ordinal', gender=gender)}"


def _long_ordinal(number: int, locale: Locale, gender: str) -> str:
    word = locale.term(f"long-ordinal-{number:02}", gender=gender) if number <= 10 else ""
    return word or ordinal(number, locale, gender)


def in_form(text: str, form: str, locale: Locale, gender: str) -> str:
    """A number or several, each in the form asked for."""
    pieces = _PIECES.split(text.strip())
    for place, piece in enumerate(pieces):
        if place % 2:
            mark = piece.strip()
            pieces[place] = {",": ", ", "&": " & "}.get(mark, locale.term("page-range-delimiter") or "–")
        elif piece.isdigit():
            number = int(piece)
            if form == "ordinal":
                pieces[place] = ordinal(number, locale, gender)
            elif form == "long-ordinal":
                pieces[place] = _long_ordinal(number, locale, gender)
            elif form == "roman" and 0 < number < 6000:
                pieces[place] = roman(number)
    return "".join(pieces)


@dataclass(frozen=True, slots=True)
class Number:
    """cs:number."""

    variable: str
    form: str
    formatting: Formatting
    page_format: str

    def render(self, context: Context) -> str:
        text = context.value(self.variable)
        if not text:
            return ""
        if self.variable in ("page", "locator"):
            text = page_range(text, self.page_format, context.style_locale)
        elif is_numeric(text):
            text = in_form(text, self.form, context.locale, context.locale.gender(label_term(self.variable, context)))
        return self.formatting.dress(text, context)


def label_term(variable: str, context: Context) -> str:
    """The term that names a variable; a locator goes by the label of the cite."""
    if variable != "locator":
        return {"chapter-number": "chapter", "printing-number": "printing"}.get(variable, variable)
    label = context.cite.label or "page"
    return f"{label}-locator" if context.locale.find(f"{label}-locator") else label


@dataclass(frozen=True, slots=True)
class Label:
    """cs:label beside a number variable or the locator."""

    variable: str
    form: str
    plural: str
    formatting: Formatting

    def render(self, context: Context) -> str:
        if not context.has(self.variable):
            return ""
        content = context.cite.locator if self.variable == "locator" else context.item.get(self.variable)
        plural = self.plural == "always" or (
            self.plural != "never" and is_plural(self.variable, content, context.locale.term("and"))
        )
        text = context.locale.term(label_term(self.variable, context), self.form, plural)
        context.placeholder = context.placeholder or "%s" in text
        return self.formatting.dress(text, context)


def compile_number(element: etree._Element, area: Area) -> Number:
    return Number(
        element.get("variable", ""),
        element.get("form", "numeric"),
        Formatting.read(element),
        area.page_range_format,
    )


def compile_label(element: etree._Element, area: Area) -> Label:
    return Label(
        element.get("variable", ""),
        element.get("form", "long"),
        element.get("plural", "contextual"),
        Formatting.read(element),
    )


# Two numbers with the same letters before them, if any; what else a dash joins is left as it is.
_RANGE = re.compile(r"(?<![\w.])((?:\d*[A-Za-z]+)?)(\d+)\s*(?:--|[-–—])\s*((?:\d*[A-Za-z]+)?)(\d+)(?![\w])")
_ROMANS = re.compile(r"(?<!\w)([ivxlcdm]+)\s*(?:--|[-–])\s*([ivxlcdm]+)(?!\w)", re.IGNORECASE)


def page_range(text: str, page_format: str, locale: Locale) -> str:
    """Pages with the range delimiter of the locale and the second number as the style wants it.

    The formats are those of CSL 1.0.2, Appendix V.
    """
    delimiter = locale.term("page-range-delimiter") or "–"
    text = text.replace("\\-", "\ufdee").replace("--", "-").replace("–", "-")
    if "http" not in text:
        text = _RANGE.sub(lambda found: _shortened(found, page_format, delimiter), text)
        text = re.sub(r"(?<=\w)\s+-\s+(?=\w)", "-", text)
        text = _ROMANS.sub(rf"\1{delimiter}\2", text)
    text = re.sub(r"\s*&\s*", f" {locale.term('and', 'symbol') or '&'} ", text) if "&" in text else text
    return re.sub(r",(?=\S)", ", ", text).replace("\ufdee", "-")


def _shortened(found: re.Match[str], page_format: str, delimiter: str) -> str:
    before, first, other, last = found.groups()
    if other != before:
        return found.group()
    if page_format and len(last) < len(first):
        last = first[: len(first) - len(last)] + last
    if page_format not in PAGE_FORMATS or len(last) > len(first) or int(last) < int(first):
        return f"{before}{first}{delimiter}{other}{last}"
    shown = PAGE_FORMATS[page_format](first, last)
    return f"{before}{first}{delimiter}{before if page_format == 'expanded' else ''}{shown}"


def _minimal(first: str, last: str, at_least: int = 1) -> str:
    keep = 0
    while keep < len(last) - at_least and first[keep] == last[keep]:
        keep += 1
    return last[keep:]


def _chicago(first: str, last: str, changed_for_all: int = 3) -> str:
    """The Chicago Manual of Style: in full below 100 and from round hundreds, else two figures or what has changed."""
    number = int(first)
    if number < 100 or number % 100 == 0:
        return last
    if 0 < number % 100 < 10:
        return _minimal(first, last)
    short = _minimal(first, last, 2)
    return last if len(first) == 4 and len(short) >= changed_for_all else short


PAGE_FORMATS: dict[str, Callable[[str, str], str]] = {
    "expanded": lambda _first, last: last,
    "minimal": _minimal,
    "minimal-two": lambda first, last: _minimal(first, last, 2),
    "chicago": _chicago,
    "chicago-15": _chicago,
    "chicago-16": lambda first, last: _chicago(first, last, 5),
}
