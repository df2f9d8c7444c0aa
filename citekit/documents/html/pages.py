"""The pages of a document and the links within and between them.

A web page is one, an EPUB has many. A link is whatever names the place of another element: an `href`, or what scripts
and reading software use instead.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from citekit.documents.calls import text_of
from citekit.documents.flow import words
from citekit.documents.html.look import HEADINGS, attribute, is_block
from citekit.languages.headings import heads_references

if TYPE_CHECKING:
    from lxml import etree

# The attributes that name another element, those of least doubt first.
REFERRING = (
    "href",
    "data-rid",  # Taylor & Francis, NISO JATS previews
    "data-open",  # Silverchair (Oxford, Duke)
    "reveal-id",
    "data-target",
    "aria-describedby",  # Modern Footnotes for WordPress
    "aria-controls",
    "onclick",  # Footnotes for WordPress
)
NAMING = ("id", "name", "content-id", "{http://www.w3.org/XML/1998/namespace}id", "xml:id")
CALLING = words("a sup span button label i em b font img")
_QUOTED = re.compile(r"""['"]#?([^'"]{1,120})['"]""")


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A page by its path in the container (the name of the file for a web page) and its root element."""

    path: str
    root: etree._Element


@dataclass(frozen=True, slots=True, eq=False)
class Place:
    """An element that others may name: where in the document it stands, and whether under a heading of references."""

    element: etree._Element
    page: int
    order: int
    listed: bool


@dataclass(frozen=True, slots=True, eq=False)
class Link:
    """An element that names another one of the document."""

    element: etree._Element
    order: int
    target: Place
    text: str
    home: etree._Element  # the block it stands in
    note: etree._Element  # the block its target stands in, or is


@dataclass(slots=True)
class Site:
    """All the pages: what can be named in them, and the links."""

    pages: Sequence[Page]
    places: dict[tuple[str, str], Place] = field(default_factory=dict)
    links: list[Link] = field(default_factory=list)


def site_of(pages: Sequence[Page]) -> Site:
    """The places and links of these pages, in the order of the document.

    >>> from citekit.documents.markup import parse_html
    >>> page = Page(path="a.html", root=parse_html("<p>Text<a href='#n'>1</a><p id=n>Note", "a.html"))
    >>> [(link.text, link.target.element.tag) for link in site_of([page]).links]
    [('1', 'p')]
    """
    site = Site(pages)
    named: list[tuple[etree._Element, int, Page, list[str]]] = []
    order = 0
    for number, page in enumerate(pages):
        listed = False
        for element in page.root.iter("*"):
            order += 1
            if _is_heading(element):
                listed = heads_references(_start(element))
            if not element.attrib:
                continue
            for name in NAMING:
                if (value := element.get(name)) and (name != "name" or element.tag == "a"):
                    place = Place(element, number, order, listed)
                    site.places.setdefault((page.path, value), place)
            if element.tag in CALLING and (values := [value for key in REFERRING if (value := element.get(key))]):
                named.append((element, order, page, values))
    single = len(pages) == 1
    for element, at, page, values in named:
        target = next((found for value in values if (found := _resolve(site, page, value, single))), None)
        if target and target.element is not element:
            blocks = block_of(element), block_of(target.element)
            site.links.append(Link(element, at, target, text_of(element), *blocks))
    return site


def block_of(element: etree._Element) -> etree._Element:
    """The element itself if it is a block, otherwise the block it stands in."""
    at = element
    while not is_block(at) and (parent := at.getparent()) is not None:
        at = parent
    return at


def stands_first(element: etree._Element) -> bool:
    """Whether nothing but brackets and the like stands before an element in its block or line."""
    at = element
    while True:
        before = at.getprevious()
        text = (before.tail if before is not None else getattr(at.getparent(), "text", "")) or ""
        if re.search(r"\w", text):
            return False
        if before is not None:
            if before.tag in ("br", "hr") or is_block(before):
                return True
            if re.search(r"\w", text_of(before)):
                return False
            at = before
            continue
        parent = at.getparent()
        if parent is None or is_block(at) or is_block(parent):
            return True
        at = parent


def _resolve(site: Site, page: Page, value: str, single: bool) -> Place | None:
    """The place that an attribute names, if there is such a one in the document."""
    if "#" not in value:
        words: Iterable[str] = _QUOTED.findall(value) or value.split()[:8]
        return next((found for word in words if (found := site.places.get((page.path, word)))), None)
    path, _, fragment = value.strip().partition("#")
    if single or not path:  # a saved page names itself by its address on the web
        path = page.path
    elif "://" not in path:
        path = normpath(join(dirname(page.path), unquote(path)))
    return site.places.get((path, fragment)) or site.places.get((path, unquote(fragment)))


def _is_heading(element: etree._Element) -> bool:
    """Whether an element may be a heading: marked as one, or all there is in its block, in short."""
    if element.tag in HEADINGS:
        return True
    if element.tag not in ("p", "div", "b", "strong", "dt", "summary", "legend", "th"):
        return False
    return len(element) < 3 and heads_references(_start(element))


def _start(element: etree._Element) -> str:
    return text_of(element, 80)


def names_of(element: etree._Element) -> str:
    """The identifiers of an element, for what their words tell."""
    return " ".join(value for name in NAMING[:3] if (value := attribute(element, name)))
