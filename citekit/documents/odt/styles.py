"""What styles say about a text: italic, hidden, heading (ODF 1.3 part 3, 16)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from citekit.documents.markup import attribute, local

if TYPE_CHECKING:
    from lxml import etree

ITALIC = frozenset({"italic", "oblique"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """What holds for a text; None where a style leaves it to others. `heads` is a heading's."""

    italic: bool | None = None
    hidden: bool | None = None
    heads: bool | None = None

    def over(self, base: Look) -> Look:
        """This look, and what it leaves open as `base` has it."""
        return Look(
            italic=base.italic if self.italic is None else self.italic,
            hidden=base.hidden if self.hidden is None else self.hidden,
            heads=base.heads if self.heads is None else self.heads,
        )


PLAIN = Look()


@dataclass(slots=True, kw_only=True)
class Styles:
    """The styles of a document, automatic and common ones, with what they inherit."""

    elements: dict[tuple[str, str], etree._Element] = field(default_factory=dict)
    looks: dict[tuple[str, str], Look] = field(default_factory=dict)

    def named(self, family: str, name: str) -> Look:
        """The look of a style of a family (paragraph, text, section), with what it takes over from its parents."""
        key = family, name
        if key not in self.looks:
            self.looks[key] = PLAIN  # a style that is its own parent
            style = self.elements.get(key)
            if style is not None:
                self.looks[key] = _look(style).over(self.named(family, attribute(style, "parent-style-name")))
        return self.looks[key]


def styles(roots: Iterable[etree._Element]) -> Styles:
    """The styles below these roots (content and styles); of two of one name the first, an automatic one, holds.

    >>> from citekit.documents.markup import parse_xml
    >>> found = styles([parse_xml(b'<d><style name="a" family="text"><p font-style="italic"/></style></d>', "a")])
    >>> found.named("text", "a").italic, found.named("text", "b").italic
    (True, None)
    """
    found = Styles()
    for root in roots:
        for style in root.iter("{*}style", "{*}default-style"):
            found.elements.setdefault((attribute(style, "family"), attribute(style, "name")), style)
    return found


def _look(style: etree._Element) -> Look:
    level = attribute(style, "default-outline-level")
    italic: bool | None = None
    hidden: bool | None = None
    for part in style:
        slant = attribute(part, "font-style") or attribute(part, "font-style-asian")
        italic = slant in ITALIC if slant else italic
        display = attribute(part, "display")
        if display and local(part) in ("text-properties", "section-properties"):
            hidden = display == "none"
    return Look(italic=italic, hidden=hidden, heads=level not in ("", "0") or None if level else None)


def note_affixes(root: etree._Element) -> dict[str, tuple[str, str]]:
    """What is printed before and behind the numbers of the notes, by their class (footnote, endnote)."""
    return {
        attribute(one, "note-class"): (attribute(one, "num-prefix"), attribute(one, "num-suffix"))
        for one in root.iter("{*}notes-configuration")
    }
