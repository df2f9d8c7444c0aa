"""One name: its parts in order, initials, particles."""

from __future__ import annotations

import re
from dataclasses import dataclass

from .context import Context
from .markup import read
from .node import Formatting
from .personname import PersonName
from .richtext import affix, glue

_PLAIN = Formatting()
_WORDS = re.compile(r"[^\s.\-‐\u00a0]+\.?|[-‐]|\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class NameStyle:
    """How a style writes a single name."""

    form: str = "long"
    initialize: bool = True
    initialize_with: str | None = None
    with_hyphen: bool = True
    sort_separator: str = ", "
    demote: str = "display-and-sort"
    family: Formatting = _PLAIN
    given: Formatting = _PLAIN


def initials(given: str, style: NameStyle) -> str:
    """The given names shortened to initials.

    >>> initials("Jean-Luc Marie", NameStyle(initialize_with=". "))
    'J.-L. M.'
    """
    mark = style.initialize_with
    if mark is None:
        return given
    if not style.initialize:
        return _only_initials(given, mark)
    result = ""
    for word in _split(given):
        if word in "-‐":
            if style.with_hyphen:
                result = result.rstrip() + "-"
        elif word[0].isspace():
            continue
        else:
            result = _add(result, word, mark)
    return result.strip()


def _split(given: str) -> list[str]:
    return re.findall(r"[-‐]|[^\s.\-‐]+\.?|\s+", given)


def _add(result: str, word: str, mark: str) -> str:
    bare = word.rstrip(".")
    if bare[0].islower() and len(bare) > 1 or not bare[0].isalpha() and bare[0] not in "’'":
        if bare[0].islower():
            return f"{result.rstrip()} {bare} " if result else f"{bare} "
        return result
    if bare[0].islower():
        return f"{result}{bare}{mark}"
    head = bare[:1]
    if len(bare) > 1 and bare[1].islower() and word.endswith(".") and len(bare) == 2:
        head = bare  # an abbreviation with two letters: Ph., Yu.
    return f"{result}{head}{mark}"


def _only_initials(given: str, mark: str) -> str:
    """Single letters get the mark of initials, whole names stay."""
    result = ""
    for word in given.replace(".", ". ").split():
        if re.fullmatch(r"[^\W\d_]\.?", word) and word[0].isupper():
            result += word[0] + mark
        else:
            if result and not result.endswith((" ", "-")):
                result += " "
            result += word + " "
    return re.sub(r"\s+", " ", result).strip()


def format_name(name: PersonName, style: NameStyle, inverted: bool, level: int, context: Context) -> str:
    """A name as the style writes it; `level` is how much of the given name disambiguation asks for."""
    if name.literal:
        return _dress(style.family, read(name.literal), context)
    if not name.romanesque:
        return _static(name, style, level, context)
    given = name.given
    if style.initialize_with is not None and level < 2:
        given = initials(given, style)
    if style.form == "short" and level == 0:
        family = _dress(style.family, _spaced(name.non_dropping, read(name.family)), context)
        return family
    if inverted:
        return _inverted(name, given, style, context)
    family = _dress(style.family, _spaced(name.non_dropping, read(name.family)), context)
    first = _dress(style.given, _spaced(read(given), name.dropping), context)
    whole = _spaced(first, family)
    if name.suffix:
        whole = glue(whole, (", " if name.comma_suffix else " ") + name.suffix)
    return whole


def _inverted(name: PersonName, given: str, style: NameStyle, context: Context) -> str:
    """Family name first. Where the particle goes is the style's choice (demote-non-dropping-particle)."""
    demote = style.demote == "display-and-sort" or (style.demote == "sort-only" and context.sort_key)
    if demote:
        family = read(name.family)
        rest = _spaced(_spaced(read(given), name.dropping), name.non_dropping)
    else:
        family = _spaced(name.non_dropping, read(name.family))
        rest = _spaced(read(given), name.dropping)
    parts = [_dress(style.family, family, context), _dress(style.given, rest, context), name.suffix]
    result = ""
    for part in parts:
        if part:
            result = glue(result + style.sort_separator, part) if result else part
    return result


def _static(name: PersonName, style: NameStyle, level: int, context: Context) -> str:
    """Names in scripts without capitals: family name first, nothing between, no initials."""
    family = _dress(style.family, name.family, context)
    if style.form == "short" and level == 0:
        return family
    return family + _dress(style.given, name.given, context) + name.suffix


def _dress(formatting: Formatting, text: str, context: Context) -> str:
    if formatting.bare or not text:
        return text
    return affix(formatting.prefix, formatting.inside(text, context), formatting.suffix)


def _spaced(first: str, second: str) -> str:
    """Two parts with a blank between, none after an apostrophe or hyphen that binds them.

    >>> _spaced("d’", "Alembert"), _spaced("van", "Gogh")
    ('d’Alembert', 'van Gogh')
    """
    if not first or not second:
        return first or second
    return first + second if first[-1] in "'’-‐ \u00a0" else f"{first} {second}"
