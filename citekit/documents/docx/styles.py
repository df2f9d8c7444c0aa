"""What styles say about a text: italic, hidden, heading (ISO/IEC 29500-1, 17.7)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING

from citekit.documents.markup import attribute, child, local

if TYPE_CHECKING:
    from lxml import etree

OFF = frozenset({"0", "false", "off"})
HEADING = re.compile(
    r"(?:heading|标题|標題|見出し|제목|überschrift|titre|título|titolo|заголовок)\s?[1-9]", re.IGNORECASE
)
"""Names of the styles of headings. Word writes the English ones, other programs those of their own language."""
BODY_LEVEL = 9
"""The outline level that means running text (17.3.1.20)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What a style or a run says itself; None where it leaves it to others. `level` is that of a heading."""

    italic: bool | None = None
    hidden: bool | None = None
    level: int | None = None

    def over(self, base: Look) -> Look:
        """This look, and what it leaves open as `base` has it."""
        return Look(
            italic=base.italic if self.italic is None else self.italic,
            hidden=base.hidden if self.hidden is None else self.hidden,
            level=base.level if self.level is None else self.level,
        )

    @property
    def heads(self) -> bool:
        """Whether it is that of a heading."""
        return self.level is not None and self.level < BODY_LEVEL


PLAIN = Look()


class Styles:
    """The styles of a document, with what they inherit.

    >>> from citekit.documents.markup import parse_xml
    >>> root = parse_xml(b'<styles><style type="paragraph" styleId="a"><name val="heading 1"/></style></styles>', "a")
    >>> Styles(root).named("a").heads, Styles(None).named("a").heads
    (True, False)
    """

    def __init__(self, root: etree._Element | None) -> None:
        self._elements: dict[str, etree._Element] = {}
        self._looks: dict[str, Look] = {"": PLAIN}
        self._default = ""
        self._base = PLAIN
        for style in root if root is not None else ():
            if local(style) == "docDefaults":
                self._base = look(child(style, "rPrDefault", "rPr"))
            elif local(style) == "style":
                self._elements[attribute(style, "styleId")] = style
                if attribute(style, "type") == "paragraph" and attribute(style, "default") not in ("", *OFF):
                    self._default = attribute(style, "styleId")

    def named(self, identifier: str) -> Look:
        """The look of a style, with what it takes over from those that it is based on."""
        if identifier not in self._looks:
            self._looks[identifier] = PLAIN  # a style based on itself
            self._looks[identifier] = self._resolved(identifier)
        return self._looks[identifier]

    def _resolved(self, identifier: str) -> Look:
        style = self._elements.get(identifier)
        if style is None:
            return PLAIN
        base, name = child(style, "basedOn"), child(style, "name")
        own = look(child(style, "rPr"), child(style, "pPr"))
        if own.level is None and name is not None and HEADING.match(attribute(name, "val")):
            own = Look(level=0).over(own)
        return own.over(self.named(attribute(base, "val")) if base is not None else PLAIN)

    def paragraph(self, properties: etree._Element | None) -> Look:
        """The look of a paragraph by its style and its own properties."""
        style = child(properties, "pStyle")
        named = self.named(attribute(style, "val") if style is not None else self._default)
        level = _level(properties)
        return named if level is None else replace(named, level=level)

    def run(self, properties: Mapping[str, etree._Element], paragraph: Look) -> Look:
        """The look of a run in a paragraph, by its properties. What both styles turn on is off again: 17.7.3, toggle
        properties."""
        style = properties.get("rStyle")
        named = self.named(attribute(style, "val")) if style is not None else PLAIN
        base, italic, hidden = self._base, _switch(properties.get("i")), _switch(properties.get("vanish"))
        if italic is None:
            italic = bool(base.italic) or bool(named.italic) != bool(paragraph.italic)
        if hidden is None:
            hidden = bool(base.hidden) or bool(named.hidden) != bool(paragraph.hidden)
        return _shown(italic, hidden)


@cache
def _shown(italic: bool, hidden: bool) -> Look:
    """One value for the many runs that look alike."""
    return Look(italic=italic, hidden=hidden)


def look(run: etree._Element | None, paragraph: etree._Element | None = None) -> Look:
    """What the properties of a run and of a paragraph say themselves."""
    return Look(italic=_switch(child(run, "i")), hidden=_switch(child(run, "vanish")), level=_level(paragraph))


def _level(properties: etree._Element | None) -> int | None:
    """The outline level of a paragraph."""
    level = child(properties, "outlineLvl")
    depth = attribute(level, "val") if level is not None else ""
    return int(depth) if depth.isdecimal() and len(depth) == 1 else None


def _switch(element: etree._Element | None) -> bool | None:
    return None if element is None else attribute(element, "val").lower() not in OFF
