"""The nodes that a style is compiled into: anything with `render`, and the attributes that most elements share."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from citekit.csl import richtext
from citekit.csl.context import Context
from citekit.csl.textcase import apply_case

if TYPE_CHECKING:
    from lxml import etree

# Outermost first.
_FORMATS = ("vertical-align", "text-decoration", "font-weight", "font-variant", "font-style")


class Node(Protocol):
    """A rendering element: rich text for the item of the context, empty when there is nothing to say."""

    def render(self, context: Context) -> str: ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Formatting:
    """What many elements do to their text: case, quotation marks, formats, affixes, a place on the page."""

    prefix: str = ""
    suffix: str = ""
    formats: tuple[str, ...] = ()
    case: str = ""
    quotes: bool = False
    strip_periods: bool = False
    display: str = ""
    bare: bool = True  # nothing of all that

    @classmethod
    def read(cls, element: etree._Element) -> Formatting:
        """The formatting that an element asks for."""
        return cls.from_attributes({str(name): str(value) for name, value in element.attrib.items()})

    @classmethod
    def from_attributes(cls, attributes: Mapping[str, str]) -> Formatting:
        """The formatting that the attributes of an element ask for."""
        get = attributes.get
        formats = tuple(
            f"{name}:{value}" for name in _FORMATS if (value := get(name)) and f"{name}:{value}" in richtext.OPENERS
        )
        values = (get("prefix", ""), get("suffix", ""), get("text-case", ""), get("display", ""))
        quotes, strip = get("quotes") == "true", get("strip-periods") == "true"
        return cls(
            prefix=values[0],
            suffix=values[1],
            formats=formats,
            case=values[2],
            quotes=quotes,
            strip_periods=strip,
            display=values[3],
            bare=not (any(values) or formats or quotes or strip),
        )

    @classmethod
    def read_over(cls, base: Formatting, attributes: Mapping[str, str]) -> Formatting:
        """The formatting of the attributes, where they are silent that of `base`."""
        own = cls.from_attributes(attributes)
        return cls(
            prefix=attributes.get("prefix", base.prefix),
            suffix=attributes.get("suffix", base.suffix),
            formats=own.formats or base.formats,
            case=own.case or base.case,
            quotes=own.quotes or base.quotes,
            strip_periods=own.strip_periods or base.strip_periods,
            display=own.display or base.display,
            bare=False,
        )

    def dress(self, text: str, context: Context) -> str:
        """The text with all of it."""
        if self.bare or not text:
            return text
        return self.outside(self.inside(text, context), context)

    def inside(self, text: str, context: Context) -> str:
        """What belongs to the text itself: case, quotation marks and formats."""
        if self.strip_periods:
            text = richtext.strip_periods(text)
        if self.case:
            text = apply_case(text, self.case, context.english)
        if self.quotes:
            text = richtext.quote(text)
        return richtext.wrap(text, self.formats) if self.formats else text

    def outside(self, text: str, context: Context) -> str:
        """What stands around the text: affixes, and the block that it makes."""
        if self.prefix or self.suffix:
            text = richtext.affix(self.prefix, text, self.suffix, context.in_quote)
        return richtext.wrap(text, (f"display:{self.display}",)) if self.display else text


class Several(Protocol):
    """A node that writes several parts, between which the delimiter of the group around it stands: cs:choose."""

    def pieces(self, context: Context) -> list[str]: ...


def collect(nodes: tuple[Node, ...], context: Context) -> list[str]:
    """The parts that the nodes write, those that are empty left out."""
    found: list[str] = []
    for node in nodes:
        if hasattr(node, "pieces"):
            found += node.pieces(context)
        elif text := node.render(context):
            found.append(text)
    return found


class Sequence:
    """Nodes one after the other: a macro, the body of a layout, a branch of a condition."""

    __slots__ = ("nodes",)

    def __init__(self, nodes: tuple[Node, ...]) -> None:
        self.nodes = nodes

    def render(self, context: Context) -> str:
        result = ""
        for node in self.nodes:
            if text := node.render(context):
                result = richtext.glue(result, text, context.in_quote) if result else text
        return result


def _put_in(parts: list[str], context: Context) -> list[str]:
    """The parts, a label such as 第%s版 written around the one that follows it (CSL-M)."""
    for place, part in enumerate(parts[:-1]):
        if "%s" in part:
            context.placeholder = False
            return [*parts[:place], part.replace("%s", parts[place + 1]), *parts[place + 2 :]]
    return parts


@dataclass(frozen=True, slots=True)
class Group:
    """cs:group: nothing when it calls variables and all are empty."""

    nodes: tuple[Node, ...]
    delimiter: str
    formatting: Formatting

    def render(self, context: Context) -> str:
        called, filled = context.called, context.filled
        parts = collect(self.nodes, context)
        if not parts or (context.called > called and context.filled == filled):
            return ""
        if context.placeholder:
            parts = _put_in(parts, context)
        if context.called == called:
            context.filled += 1  # words that depend on nothing count for the group around them
        return self.formatting.dress(richtext.join(parts, self.delimiter, context.in_quote), context)
