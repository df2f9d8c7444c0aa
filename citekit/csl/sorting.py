"""cs:sort: the keys of a style and the order that they give."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from functools import cmp_to_key
from typing import TYPE_CHECKING

from citekit.csl import richtext
from citekit.csl.citationlabel import citation_label
from citekit.csl.collation import sort_key
from citekit.csl.context import Context
from citekit.csl.dates import sortable
from citekit.csl.item import DATE_VARIABLES, NAME_VARIABLES, NUMBER_VARIABLES
from citekit.csl.markup import read
from citekit.csl.nameformat import NameStyle
from citekit.csl.names import ListStyle, Names
from citekit.csl.node import Formatting, Node

if TYPE_CHECKING:
    from lxml import etree

    from citekit.csl.style import Style

_QUOTES = re.compile('["“”‘’«»„‚「」『』《》]')

Value = tuple[object, ...]
_LIMITS = {
    "names-min": ("et-al-min", "et-al-subsequent-min"),
    "names-use-first": ("et-al-use-first", "et-al-subsequent-use-first"),
    "names-use-last": ("et-al-use-last",),
}


class SortKey:
    """cs:key: a macro or a variable, and the direction."""

    def __init__(self, element: etree._Element, style: Style, options: dict[str, str]) -> None:
        from citekit.csl.style import Area

        self.descending = element.get("sort") == "descending"
        self.variable = element.get("variable", "")
        options = options | {"name-as-sort-order": "all"}
        for name, targets in _LIMITS.items():
            if value := element.get(name):
                options |= dict.fromkeys(targets, value)
        self.body: Node | None = None
        if macro := element.get("macro"):
            area = Area(style, options)
            self.body = area.macro(macro, element)
        elif self.variable in NAME_VARIABLES:
            self.body = _names(self.variable, options)

    def value(self, context: Context, language: str) -> Value:
        """What the item of the context sorts by; an empty tuple when it has nothing, which sorts last."""
        context.sort_key = True
        context.called = context.filled = 0
        context.suppressed = set()
        if self.body:
            return _text_value(self.body.render(context), language)
        if self.variable in DATE_VARIABLES:
            date = context.item.date(self.variable)
            if date and date.literal:
                return _text_value(date.literal, language)
            return (0, sortable(date), "") if date else ()
        text = context.value(self.variable)
        if self.variable == "citation-label" and not text:
            text = citation_label(context.item)
        if self.variable in NUMBER_VARIABLES and text.strip().isdigit():
            return (0, int(text), text)
        return _text_value(text, language)


def _text_value(text: str, language: str) -> Value:
    text = _QUOTES.sub("", richtext.plain(read(text))).strip() if text else ""
    return (1, *sort_key(text, language)) if text else ()


def _names(variable: str, options: dict[str, str]) -> Names:
    name = NameStyle(demote=options.get("demote-non-dropping-particle", "display-and-sort"))
    least, first = options.get("et-al-min", "0"), options.get("et-al-use-first", "1")
    style = ListStyle(name=name, sort_order="all", et_al_min=int(least), use_first=int(first))
    return Names(variables=(variable,), style=style, label=None, delimiter="", substitutes=(), formatting=Formatting())


def in_order(
    ids: Sequence[str], keys: Sequence[SortKey], context: Callable[[str], Context], language: str
) -> list[str]:
    """The items by the keys of the style; those that the keys take for the same keep their order."""
    if not keys:
        return list(ids)
    values = {id_: [key.value(context(id_), language) for key in keys] for id_ in dict.fromkeys(ids)}

    def compare(one: str, other: str) -> int:
        for key, left, right in zip(keys, values[one], values[other], strict=True):
            if left == right:
                continue
            if not left or not right:
                return 1 if not left else -1
            before = left < right if left[0] == right[0] else str(left[0]) < str(right[0])
            return -1 if before != key.descending else 1
        return 0

    return sorted(ids, key=cmp_to_key(compare))
