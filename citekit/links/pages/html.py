"""What a web page says of itself: metadata first, then what its reader sees."""

from __future__ import annotations

import codecs
import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from citekit.documents.html.charset import decode_page
from citekit.documents.markup import parse_html
from citekit.languages.charsets import CODECS
from citekit.languages.words import language_of
from citekit.links.pages.dates import declared, printed_day
from citekit.links.pages.facts import PageFacts, first_of
from citekit.links.pages.jsonld import from_jsonld
from citekit.links.pages.meta import Metas, from_meta, language_tag, persons
from citekit.links.pages.titles import without_site
from citekit.model import CitekitError, Date

if TYPE_CHECKING:
    from lxml import etree

_CHARSET = re.compile(r"charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_UNTOLD = frozenset(("iso-8859-1", "latin1", "latin-1", "us-ascii", "ascii", "windows-1252"))
"""What servers say when nobody has told them."""
_UNSEEN = ("script", "style", "noscript", "template", "nav", "header", "footer", "aside", "select", "svg")
_DATED = re.compile(
    r"(?:^|[\s_-])(?:date|time|day|pub(?:lish(?:ed)?)?|posted|koukai|hizuke|riqi|updated?)(?:$|[\s_-])", re.I
)
_LEADING = re.compile(
    r"^[\s(（\[【]*(?:[^\s]{1,4}\d{1,2}年\d{1,2}月\d{1,2}日|[12]\d{3}年\d{1,2}月\d{1,2}日)[\s)）\]】:：、]*"
)
NEAR = 1500
"""Characters behind the first heading in which the day of publication stands."""


def read_html(body: bytes, content_type: str, sites: Collection[str]) -> PageFacts:
    """The facts of a page. `sites` are names of the site, which its titles may repeat. Never raises.

    >>> page = "<html lang=ja><title>首脳会談 | 外務省</title><h1>首脳会談</h1><p>令和5年8月18日</p>".encode("cp932")
    >>> facts = read_html(page, "text/html; charset=Shift_JIS", ["外務省"])
    >>> facts.title, facts.language, facts.date.parts
    ('首脳会談', 'ja', ((2023, 8, 18),))
    """
    try:
        root = parse_html(text_of(body, content_type), "the page")
    except (CitekitError, RecursionError):
        return PageFacts(kind="html")
    metas = _metas(root)
    declared_ones = [*from_meta(metas)[:1], *from_jsonld(_scripts(root)), *from_meta(metas)[1:]]
    told = first_of(declared_ones)
    names = tuple(filter(None, (*sites, told.site, told.container)))
    heading = _heading(root, names)
    title = _title(root, told, heading, names)
    seen = PageFacts(date=_seen_date(root, title), authors=persons(metas.get("author", ())))
    leading = _LEADING.match(title)
    day = printed_day(leading[0]) if leading else printed_day(_page_title(root))
    facts = first_of([replace(told, title=""), PageFacts(date=day), seen])
    if leading and len(title) > leading.end() + 2:
        title = title[leading.end() :]
    language = language_tag(root.get("lang") or root.get("xml:lang") or "") or facts.language
    return replace(facts, kind="html", title=title, heading=heading, language=_language(language, title))


def text_of(body: bytes, content_type: str) -> str:
    """The text of a page, in the encoding that its server tells, unless that is what servers say by default or the
    bytes speak against it; then in the one that the page declares or shows."""
    named = _CHARSET.search(content_type)
    label = named[1].lower() if named else ""
    if label and label not in _UNTOLD:
        try:
            return codecs.getincrementaldecoder(CODECS.get(label, label))().decode(body)  # may be cut in a character
        except (LookupError, UnicodeDecodeError, AttributeError):
            pass
    try:
        return decode_page(body, "the page").value.text
    except CitekitError:
        return body.decode("utf-8", "replace")


def _metas(root: etree._Element) -> Metas:
    found: dict[str, list[str]] = {}
    for meta in root.iter("meta"):
        name = meta.get("name") or meta.get("property") or meta.get("http-equiv") or meta.get("itemprop") or ""
        content = meta.get("content") or ""
        if name and content.strip():
            found.setdefault(name.strip().lower(), []).append(content.strip())
    return found


def _scripts(root: etree._Element) -> list[str]:
    scripts = (node for node in root.iter("script") if "ld+json" in (node.get("type") or ""))
    return [node.text or "" for node in scripts]


def _heading(root: etree._Element, sites: Collection[str]) -> str:
    """The first heading that says something else than the site's name, the highest level first."""
    for level in ("h1", "h2"):
        for node in root.iter(level):
            if (text := _text(node)) and text not in sites:
                return text
    return ""


def _text(node: etree._Element) -> str:
    return " ".join("".join(str(part) for part in node.itertext()).split())


def _page_title(root: etree._Element) -> str:
    element = root.find(".//title")
    return " ".join((element.text or "").split()) if element is not None else ""


def _title(root: etree._Element, told: PageFacts, heading: str, sites: Sequence[str]) -> str:
    """The declared title, else that of the page; both without the site's name."""
    page_title = _page_title(root)
    headings = [_text(node) for level in ("h1", "h2") for node in root.iter(level)][:12]
    shown = without_site(page_title, sites, [text for text in headings if text])
    best = without_site(told.title, sites) if told.title else ""
    if best and not (page_title and best in sites):
        return best
    if shown and shown not in sites:
        return shown
    return heading or shown


def _seen_date(root: etree._Element, title: str) -> Date | None:
    """The day that a page shows: in a time element, in an element for dates, near the title."""
    for node in root.iter("time"):
        if date := declared(node.get("datetime") or _text(node)):
            return date
    for node in root.iter():
        if not isinstance(node.tag, str):
            continue
        if node.get("itemprop") in ("datePublished", "dateCreated") and (
            date := declared(node.get("content") or node.get("datetime") or _text(node))
        ):
            return date
    for node in root.iter():
        named = isinstance(node.tag, str) and f"{node.get('class') or ''} {node.get('id') or ''}"
        if named and _DATED.search(named) and len(text := _text(node)) < 200 and (date := printed_day(text)):
            return date
    text = _seen(root)
    at = max(0, text.find(title)) if title else 0
    return printed_day(text[at : at + NEAR]) or printed_day(text[max(0, at - 300) : at])


def _seen(root: etree._Element) -> str:
    body = root.find(".//body")
    parts: list[str] = []
    for node in (body if body is not None else root).iter():
        if isinstance(node.tag, str) and not any(up.tag in _UNSEEN for up in (node, *node.iterancestors())):
            parts += filter(None, (node.text,))
        parts += filter(None, (node.tail,))
        if len(parts) > 20_000:
            break
    return " ".join(" ".join(parts).split())


def _language(language: str, title: str) -> str:
    if language == "zh-CN" or not language:
        return language_of(title) if title else language
    return language
