"""One name: its parts in order, initials, particles."""

from __future__ import annotations

import re
from dataclasses import dataclass

from citekit.csl.context import Context
from citekit.csl.markup import read
from citekit.csl.node import Formatting
from citekit.csl.personname import PersonName
from citekit.csl.richtext import affix, glue, last_place

_PLAIN = Formatting()


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
    institution: Formatting = _PLAIN


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
    result, after_hyphen = "", False
    for word in _split(given):
        if word in "-‐":
            after_hyphen = True
            continue
        if word[0].isspace():
            continue
        if after_hyphen and word[0].islower():  # the second half of a name such as Guo-ping has no initial
            continue
        if after_hyphen and style.with_hyphen:
            result = result.rstrip() + "-"
        after_hyphen = False
        result = _add(result, word, mark)
    return result.strip()


def _split(given: str) -> list[str]:
    return re.findall(r"[-‐]|[^\s.\-‐]+\.?|\s+", given)


def _add(result: str, word: str, mark: str) -> str:
    """The initial of a word behind those before; particles and abbreviations (Ph., Yu.) stay whole."""
    bare = word.rstrip(".")
    if not bare or not (bare[0].isalpha() or bare[0] in "’'"):
        return result
    if bare[0].islower() and len(bare) > 1:
        return f"{result.rstrip()} {bare} " if result else f"{bare} "
    capitals = len(bare) - len(bare.lstrip("".join(c for c in bare if c.isupper())))
    if word.endswith(".") and len(bare) < 4:
        head = bare
    elif 1 < capitals < len(bare):
        head = bare[0] + bare[1:capitals].lower()  # two letters for one sound: Ts for TSerendorjiin
    else:
        head = bare[0]
    return f"{result}{head}{mark}"


def _only_initials(given: str, mark: str) -> str:
    """Single letters and abbreviations get the mark of initials, whole names stay."""
    result = ""
    for word in re.findall(r"[^\s.]+\.?", given):
        bare = word.rstrip(".")
        if word[0].isupper() and (word.endswith(".") or len(bare) == 1):
            result += bare + mark
        else:
            result = f"{result.rstrip()} {bare} " if result else f"{bare} "
    return re.sub(r"\s+", " ", result).strip()


def _suffix(name: PersonName, style: NameStyle) -> str:
    """Jr., without its full stop where initials have none."""
    bare = style.initialize_with is not None and "." not in style.initialize_with
    return name.suffix.replace(".", "") if bare else name.suffix


def format_name(name: PersonName, style: NameStyle, inverted: bool, level: int, context: Context) -> str:
    """A name as the style writes it; `level` is how much of the given name disambiguation asks for."""
    if name.literal:
        return _dress(style.institution, read(name.literal), context)
    if not name.romanesque:
        return _static(name, style, level, context)
    given = name.given
    if style.initialize_with is not None and level < 2:
        given = initials(given, style)
    if style.form == "short" and level == 0:
        return _part(style.family, (name.non_dropping, name.family), "", context)
    if inverted:
        return _inverted(name, given, style, context)
    suffix = (", " if name.comma_suffix else " ") + _suffix(name, style) if name.suffix else ""
    dropping = style.given.inside(read(name.dropping), context) if name.dropping else ""
    family = _part(style.family, (name.non_dropping, name.family), suffix, context, before=dropping)
    return _spaced(_part(style.given, (given,), "", context), family)


def _inverted(name: PersonName, given: str, style: NameStyle, context: Context) -> str:
    """Family name first. Where the particle goes is the style's choice (demote-non-dropping-particle)."""
    demote = style.demote == "display-and-sort" or (style.demote == "sort-only" and context.sort_key)
    particle = style.family.inside(read(name.non_dropping), context) if name.non_dropping else ""
    parts = [
        _part(style.family, (name.family,), "", context, before="" if demote else particle),
        _part(style.given, (given, name.dropping), "", context, after=particle if demote else ""),
        _suffix(name, style),
    ]
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


def _part(
    formatting: Formatting, words: tuple[str, ...], suffix: str, context: Context, before: str = "", after: str = ""
) -> str:
    """A part of a name, each of its words set alone, the affixes around them together."""
    text = before
    for word in words:
        if word:
            text = _spaced(text, formatting.inside(read(word), context))
    text = _spaced(text, after)
    return affix(formatting.prefix, text + suffix, formatting.suffix) if text else ""


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
    return first + second if first[last_place(first)] in "'’-‐ \u00a0" else f"{first} {second}"
