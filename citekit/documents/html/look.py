"""What the elements of a web page look like: blocks, what is left out, italics, hyperlinks.

Blocks and what is not shown are those of the HTML Standard, 15.3 (rendering); the rest is what style sheets add.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, urlsplit

from citekit.documents.flow import Look, Looker, words

if TYPE_CHECKING:
    from lxml import etree

BLOCKS = words(
    "address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure"
    " footer form h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu ol p plaintext pre"
    " search section summary table tbody td tfoot th thead tr ul xmp"
)
HEADINGS = words("h1 h2 h3 h4 h5 h6")
LEFT_OUT = words(
    "head script style template noscript nav title meta link base rt rp svg canvas iframe object embed audio video map"
    " select datalist textarea button input annotation annotation-xml"
)
ITALIC = words("i em cite dfn var")
# Classes of what only screen readers read or only editors need, of numbers of paragraphs beside the text (OpenEdition),
# and of pop-ups that hold a note of the page once more (Footnotes for WordPress, Taylor & Francis).
HIDDEN = words(
    "sr-only visually-hidden visuallyhidden screen-reader-text screenreader-only offscreen a11y-hidden"
    " cite-accessibility-label mw-editsection navbox paranumber footnote_tooltip ref-overlay"
)
HIDDEN_ROLES = words("navigation search doc-pagebreak doc-toc pagebreak page-list toc landmarks")
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all", re.IGNORECASE)
_FONT_STYLE = re.compile(r"font-style\s*:\s*(italic|oblique|normal)", re.IGNORECASE)
_RULE = re.compile(r"([^{}]{1,400})\{([^{}]{0,4000})\}")
_CLASS = re.compile(r"\.([\w-]{1,80})\s*(?:,|$)")
# Addresses that only lead on to another one: host, path, and where the other stands.
REDIRECTS = (
    ("google.com", "/url", "q"),  # Google Docs, published or downloaded
    ("linkedin.com", "/redir/redirect", "url"),
    ("facebook.com", "/l.php", "u"),  # copied from there
)
EPUB_TYPE = "{http://www.idpf.org/2007/ops}type"


def attribute(element: etree._Element, name: str) -> str:
    """An attribute, empty if it is not there."""
    return element.get(name) or ""


def types_of(element: etree._Element) -> set[str]:
    """The ARIA roles and the EPUB types of an element."""
    return set(f"{attribute(element, 'role')} {element.get('epub:type') or element.get(EPUB_TYPE) or ''}".split())


def classes_of(element: etree._Element) -> list[str]:
    return attribute(element, "class").split()


def is_block(element: etree._Element) -> bool:
    return element.tag in BLOCKS


def italic_classes(css: str) -> frozenset[str]:
    """The classes that a style sheet sets in italics, as word processors write them.

    >>> sorted(italic_classes("p.c1, span.c5 { font-style: italic } .c6 { font-weight: bold }"))
    ['c1', 'c5']
    """
    found = set()
    for selectors, body in _RULE.findall(css):
        style = _FONT_STYLE.search(body)
        if style and style[1].lower() != "normal":
            found |= set(_CLASS.findall(selectors.strip()))
    return frozenset(found)


def looker(
    italics: frozenset[str] = frozenset(), plain: bool = False, shown: frozenset[etree._Element] = frozenset()
) -> Looker:
    """The looks of the elements of a page.

    `italics` are the classes that its style sheets set in italics; `plain` is for a text in which notes have still to
    be found: the items of ordered lists get their numbers, as in a browser, and raised digits are written as such;
    `shown` are elements that are not to be left out even if the page hides them.
    """

    numbers: dict[etree._Element, int] = {}

    def number_of(item: etree._Element) -> int:
        parent = item.getparent()
        if item not in numbers and parent is not None:
            numbers.update(ordinals(parent))
        return numbers.get(item, 0)

    def look(element: etree._Element, around: Look) -> Look | None:
        tag = element.tag
        if tag in LEFT_OUT or (element.attrib and element not in shown and _is_hidden(element)):
            return None
        made = around
        if tag in BLOCKS:
            heading = around.heading or tag in HEADINGS
            made = around._replace(block=True, heading=heading, pre=around.pre or tag in ("pre", "listing", "xmp"))
        if element.attrib or tag in ITALIC:
            made = made._replace(italic=_italic(element, around.italic, italics))
        extra = EXTRAS.get(str(tag))
        if extra:
            return extra(element, made)
        if plain and tag == "sup":
            return made._replace(raised=True)
        if plain and tag == "li" and (number := number_of(element)):
            return made._replace(before=f"{number}. ")
        return made

    return look


def _is_hidden(element: etree._Element) -> bool:
    if element.get("hidden") is not None or HIDDEN_ROLES & types_of(element):
        return True
    return bool(HIDDEN.intersection(classes_of(element)) or _HIDDEN_STYLE.search(attribute(element, "style")))


def _italic(element: etree._Element, around: bool, italics: frozenset[str]) -> bool:
    if style := _FONT_STYLE.search(attribute(element, "style")):
        return style[1].lower() != "normal"
    return around or element.tag in ITALIC or not italics.isdisjoint(classes_of(element))


def _link(element: etree._Element, look: Look) -> Look:
    return look._replace(link=target(attribute(element, "href")) or look.link)


def _quoted(element: etree._Element, look: Look) -> Look:
    return look._replace(before="“", after="”")


def _image(element: etree._Element, look: Look) -> Look:
    """A character that the font lacks is often an image with the character as its text."""
    alt = attribute(element, "alt").strip()
    return look._replace(before=alt) if len(alt) == 1 and alt >= "\u2e80" else look


EXTRAS: dict[str, Callable[[etree._Element, Look], Look]] = {"a": _link, "q": _quoted, "img": _image}


def ordinals(items: etree._Element) -> dict[etree._Element, int]:
    """The numbers of the items of an ordered list; none for another list.

    >>> from citekit.documents.markup import parse_html
    >>> page = parse_html("<ol start=3><li>a<li>b<li value=9>c<li>d</ol>", "a.html")
    >>> list(ordinals(page.find(".//ol")).values())
    [3, 4, 9, 10]
    """
    numbers: dict[etree._Element, int] = {}
    if items.tag != "ol":
        return numbers
    number = _number(items, "start", 1)
    for item in items.iterchildren("li"):
        number = _number(item, "value", number)
        numbers[item] = number
        number += 1
    return numbers


def _number(element: etree._Element, name: str, otherwise: int) -> int:
    value = attribute(element, name).strip()
    return int(value) if value.isdecimal() and len(value) < 6 else otherwise


def target(href: str) -> str:
    """Where a hyperlink leads, if that is on the web; empty for places in the page, files, mail and scripts.

    >>> target("https://www.google.com/url?q=https://example.org/a&sa=D"), target("#fn1"), target("doi:10.1000/1")
    ('https://example.org/a', '', 'doi:10.1000/1')
    """
    href = href.strip()
    if href.startswith("//"):
        href = "https:" + href
    if not href.lower().startswith(("http://", "https://", "doi:", "ftp://")):
        return ""
    try:
        parts = urlsplit(href)
    except ValueError:
        return href
    for host, path, key in REDIRECTS:
        if parts.netloc.endswith(host) and parts.path == path and (found := parse_qs(parts.query).get(key)):
            return found[0]
    return href
