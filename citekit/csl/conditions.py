"""cs:choose: which branch of a style speaks. Tests beyond CSL 1.0.2 are those of CSL-M that styles in use have."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from citekit.csl.context import FIRST, IBID, IBID_WITH_LOCATOR, SUBSEQUENT, Context
from citekit.csl.node import Node, collect
from citekit.csl.numbers import is_numeric
from citekit.csl.richtext import join

if TYPE_CHECKING:
    from lxml import etree

    from citekit.csl.style import Area

Test = Callable[[Context, str], bool]
_REACHES = {
    FIRST: {FIRST},
    SUBSEQUENT: {SUBSEQUENT},
    IBID: {SUBSEQUENT, IBID},
    IBID_WITH_LOCATOR: {SUBSEQUENT, IBID, IBID_WITH_LOCATOR},
}


def _position(context: Context, value: str) -> bool:
    if context.bibliography:
        return False
    if value == "near-note":
        return context.cite.near_note
    return value in _REACHES[context.cite.position]


def _locator(context: Context, value: str) -> bool:
    return bool(context.cite.locator) and context.cite.label.replace(" ", "-") == value.replace(" ", "-")


def _numeric(context: Context, value: str) -> bool:
    text = context.cite.locator if value == "locator" else context.item.get(value)
    return bool(text) and is_numeric(text)


def _uncertain(context: Context, value: str) -> bool:
    date = context.item.date(value)
    return bool(date and date.uncertain)


def _has_day(context: Context, value: str) -> bool:
    date = context.item.date(value)
    return bool(date and date.start.day)


def _has_month_at_most(context: Context, value: str) -> bool:
    date = context.item.date(value)
    return bool(date and (date.start.month or date.start.season) and not date.start.day)


def _has_year_only(context: Context, value: str) -> bool:
    date = context.item.date(value)
    return bool(date and date.start.year and not date.start.month and not date.start.season)


def _ambiguous(context: Context, value: str) -> bool:
    """Each test in turn begins to hold, as long as the cite is ambiguous without it."""
    context.conditions += 1
    return (context.conditions <= context.ambiguity.conditions) is (value == "true")


TESTS: dict[str, Test] = {
    "type": lambda context, value: context.item.type in value.split(),
    "variable": lambda context, value: context.has(value),
    "is-numeric": _numeric,
    "is-uncertain-date": _uncertain,
    "locator": _locator,
    "position": _position,
    "disambiguate": _ambiguous,
    # CSL-M
    "has-day": _has_day,
    "has-to-month-or-season": _has_month_at_most,
    "has-year-only": _has_year_only,
    "genre": lambda context, value: context.item.get("genre").replace(" ", "-") == value,
    "jurisdiction": lambda context, value: context.item.get("jurisdiction").split(":")[0] == value.split(":")[0],
    "context": lambda context, value: value == ("bibliography" if context.bibliography else "citation"),
    "is-plural": lambda context, value: len(context.item.names(value)) > 1,
}


@dataclass(frozen=True, slots=True)
class Branch:
    tests: tuple[tuple[Test, str], ...]
    match: str
    body: tuple[Node, ...]

    def holds(self, context: Context) -> bool:
        if self.match == "any":
            return any(test(context, value) for test, value in self.tests)
        if self.match == "none":
            return not any(test(context, value) for test, value in self.tests)
        return all(test(context, value) for test, value in self.tests)


@dataclass(frozen=True, slots=True)
class Choose:
    branches: tuple[Branch, ...]

    def pieces(self, context: Context) -> list[str]:
        """What the first branch that holds writes."""
        for branch in self.branches:
            if branch.holds(context):
                return collect(branch.body, context)
        return []

    def render(self, context: Context) -> str:
        return join(self.pieces(context), "", context.in_quote)


def compile_choose(element: etree._Element, area: Area) -> Choose:
    return Choose(tuple(_branch(child, area) for child in element if isinstance(child.tag, str)))


def _branch(element: etree._Element, area: Area) -> Branch:
    tests = [
        (TESTS[str(name)], value)
        for name, values in element.attrib.items()
        if name in TESTS
        # an item has one type, so that a list of types always means any of them
        for value in ([str(values)] if name == "type" else str(values).split())
    ]
    is_else = str(element.tag).endswith("}else")
    match = "all" if is_else else element.get("match", "all")
    return Branch(tuple(tests), match, area.children(element))
