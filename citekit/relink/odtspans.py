"""Spans of an OpenDocument paragraph, set as a style asks (ODF 1.3 part 3, 6.1.7 and 16.29.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from citekit.csl import Run
from citekit.documents.markup import allowed, local

if TYPE_CHECKING:
    from lxml import etree

NAMES = "urn:oasis:names:tc:opendocument:xmlns"
TEXT, STYLE, OFFICE = (f"{NAMES}:{name}:1.0" for name in ("text", "style", "office"))
FO = f"{NAMES}:xsl-fo-compatible:1.0"
LOOKS = {
    "font-style:italic": ("citekit_italic", f"{{{FO}}}font-style", "italic"),
    "font-weight:bold": ("citekit_bold", f"{{{FO}}}font-weight", "bold"),
    "font-variant:small-caps": ("citekit_smallcaps", f"{{{FO}}}font-variant", "small-caps"),
    "vertical-align:sup": ("citekit_sup", f"{{{STYLE}}}text-position", "super 58%"),
    "vertical-align:sub": ("citekit_sub", f"{{{STYLE}}}text-position", "sub 58%"),
}
"""What a style asks for: the name of a text style of ours, and the property that it sets."""


def span(run: Run) -> etree._Element:
    """A run of text in a span; of several looks the first is kept."""
    from lxml import etree

    made = etree.Element(f"{{{TEXT}}}span")
    look = next((LOOKS[name] for name in sorted(run.formats) if name in LOOKS), None)
    if look:
        made.set(f"{{{TEXT}}}style-name", look[0])
    made.text = allowed(run.text)
    return made


def add_styles(root: etree._Element) -> None:
    """The text styles that the spans name, among the automatic styles of the content."""
    from lxml import etree

    styles = next((part for part in root if local(part) == "automatic-styles"), None)
    if styles is None:
        styles = etree.Element(f"{{{OFFICE}}}automatic-styles")
        root.insert(max(0, len(root) - 1), styles)
    for name, attribute, value in LOOKS.values():
        style = etree.SubElement(styles, f"{{{STYLE}}}style")
        style.set(f"{{{STYLE}}}name", name)
        style.set(f"{{{STYLE}}}family", "text")
        etree.SubElement(style, f"{{{STYLE}}}text-properties").set(attribute, value)
