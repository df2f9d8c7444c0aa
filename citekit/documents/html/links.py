"""Notes by links: which link calls a note out, and which leads back to the call-out.

A link and the one that leads back look alike. What tells them apart are words (roles, classes, identifiers), signs
(an arrow leads back) and places (a note begins where its target stands; a call-out has text before it); each is a row
of `SIGNS` with its weight, and the sum decides.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from citekit.documents.calls import ancestors, text_of
from citekit.documents.flow import words
from citekit.documents.html.look import HEADINGS, attribute, classes_of, is_block, ordinals, types_of
from citekit.documents.html.pages import Link, Site, names_of, stands_first
from citekit.documents.labels import BACK_SIGNS, OPENING, WORD, is_marker, value_of

if TYPE_CHECKING:
    from lxml import etree

_EDGE = r"(?:^|[^a-z])"
_END = r"(?=$|[^a-z])"
# Words in identifiers and classes of notes, of what leads back to a call-out, and of entries of a list of references.
NOTE_WORDS = re.compile(
    rf"(?:foot|end|side|rear|margin)[-_]?notes?|{_EDGE}(?:fn|ftn|edn|en|ftnt|note|notes|nt|anm|sdfootnote|sdendnote)"
    rf"{_END}|cite[_-]?note|fu(?:ß|ss)note|mfn|[脚注註尾]注|注[释釋]|脚注|각주|미주",
    re.IGNORECASE,
)
BACK_WORDS = re.compile(
    r"ref|anc(?:hor)?(?![a-z])|back|return|reverse|body|call(?!out)|src|source|tooltip|link|txt|text|top", re.IGNORECASE
)
ENTRY_WORDS = re.compile(
    rf"bib|csl-entry|citeref|ref[-_]?list|references|literatur|citation|{_EDGE}(?:b|r|cr|cit)[-_]?\d", re.IGNORECASE
)
ENTRY_CLASSES = frozenset(("csl-entry", "ltx_bibitem"))  # pandoc and citeproc, LaTeXML
_MENTION = re.compile(rf"(?:^|\W)(?:{WORD}|nn?|Anmm)\.?\s*\Z", re.IGNORECASE)
NEAR = 6
"""Elements around a link whose identifiers tell what it is."""
LISTS = frozenset(("ol", "ul", "dl", "tbody"))
CALL_TYPES = frozenset(("doc-noteref", "noteref"))
BACK_TYPES = frozenset(("doc-backlink", "backlink", "referrer"))
NOTE_TYPES = words("doc-footnote doc-endnote doc-endnotes footnote endnote rearnote note footnotes endnotes rearnotes")
ENTRY_TYPES = words("doc-biblioentry doc-bibliography biblioentry bibliography")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sign:
    """What speaks for a link to be a call-out (above zero) or to lead back to one (below)."""

    name: str
    weight: int
    of: Callable[[Link], int]
    why: str


def _by_type(link: Link) -> int:
    types = types_of(link.element)
    return bool(CALL_TYPES & types) - bool(BACK_TYPES & types)


def _by_sign(link: Link) -> int:
    return -1 if link.text and not link.text.strip(BACK_SIGNS + " ") else 0


def _by_class(link: Link) -> int:
    words = " ".join(classes_of(link.element)) + " " + attribute(link.element, "rel") + attribute(link.element, "rev")
    if re.search(r"back|return|reverse", words, re.IGNORECASE):
        return -1
    return bool(re.search(r"ref|call|anchor", words, re.IGNORECASE) and NOTE_WORDS.search(words))


def _by_names(link: Link) -> int:
    """fn1 is the note, fnref1 the call-out; sdfootnote1sym and sdfootnote1anc."""
    other = bool(BACK_WORDS.search(names_of(link.target.element)))
    own = ""
    for up in islice(ancestors(link.element), NEAR):
        own += " " + names_of(up)
        if is_block(up):
            return -1 if other and NOTE_WORDS.search(own) and not BACK_WORDS.search(own) else 0
        if BACK_WORDS.search(own) and not other:
            return 1
    return 0


def _by_place(link: Link) -> int:
    element = link.target.element
    to_start = is_block(element) or stands_first(element)
    return to_start - stands_first(link.element)


def _by_order(link: Link) -> int:
    return 1 if link.order < link.target.order else -1


SIGNS: tuple[Sign, ...] = (
    Sign(name="type", weight=16, of=_by_type, why="DPUB-ARIA 1.1 and EPUB 3: doc-noteref, noteref; doc-backlink"),
    Sign(name="sign", weight=16, of=_by_sign, why="an arrow or ^ leads back"),
    Sign(name="class", weight=8, of=_by_class, why="footnote-ref, footnote-back"),
    Sign(name="names", weight=4, of=_by_names, why="producers name one place after the other"),
    Sign(name="place", weight=2, of=_by_place, why="a note begins with its marker, a call-out follows words"),
    Sign(name="order", weight=1, of=_by_order, why="notes stand behind what they annotate"),
)


def is_call(link: Link) -> bool:
    """Whether a link leads from the text to a note rather than back."""
    return sum(sign.weight * sign.of(link) for sign in SIGNS) > 0


def own_calls(links: Iterable[Link]) -> dict[etree._Element, list[Link]]:
    """The call-outs of each note, by the target of the links; links that only mention a note (*see note 3*) are none.

    Of a note's links those count that look like the first one, stand in no note, and have no word for note before
    them; if there is none, the first one.
    """
    links = list(links)
    notes = {link.note for link in links}
    targets = {link.target.element for link in links}
    grouped: dict[etree._Element, list[Link]] = {}
    for link in links:
        up = next((up for up in link.target.element.iterancestors() if up in targets and is_block(up)), None)
        grouped.setdefault(link.target.element if up is None else up, []).append(link)
    for target, own in grouped.items():
        kept = [link for link in own if link.home not in notes and not _is_mention(link)] or own[:1]
        grouped[target] = [link for link in kept if looks(link.element) == looks(kept[0].element)]
    return grouped


def _is_mention(link: Link) -> bool:
    before, parent = link.element.getprevious(), link.element.getparent()
    text = (before.tail if before is not None else parent.text if parent is not None else "") or ""
    return bool(_MENTION.search(text[-20:]))


def looks(link: etree._Element) -> tuple[object, ...]:
    """What call-outs of one article have in common, and a link in the running text has not."""
    return link.tag, tuple(classes_of(link)), any(up.tag == "sup" for up in (*ancestors(link), *link))


def leads_back(element: etree._Element) -> bool:
    """Whether an element says itself that it leads back to a call-out."""
    words = " ".join(classes_of(element)) + " " + attribute(element, "rev") + attribute(element, "rel")
    text = text_of(element, 40)
    return bool(
        BACK_TYPES & types_of(element)
        or re.search(r"foot.*(?:back|return|reverse)|back(?:link|ref)", words, re.IGNORECASE)
        or (text and not text.strip(BACK_SIGNS + " "))
    )


def entries_of(site: Site) -> list[etree._Element]:
    """The entries of lists of references that are marked as such."""
    found = []
    for page in site.pages:
        for element in page.root.iter("li", "div", "p", "dd", "aside"):
            if element.attrib and (
                {"doc-biblioentry", "biblioentry"} & types_of(element) or ENTRY_CLASSES & set(classes_of(element))
            ):
                found.append(element)
    inner = set(found)
    return [element for element in found if not any(up in inner for up in element.iterancestors())]


def calls(site: Site) -> list[Link]:
    """The links that call out notes, in order.

    A link calls out a note if it looks like a marker, leads to no heading, and its target leads back, is named a
    note, or begins with the same marker. Links into a list of references are none, unless these lead back.
    """
    likely = [link for link in site.links if _may_call(link) and is_call(link)]
    taken = set(map(id, likely))
    back = {(link.home, link.note) for link in site.links if id(link) not in taken and len(link.text) <= 40}
    numbers: dict[etree._Element, int] = {}
    found, lists = set(), set()
    for link in likely:
        note = link.note
        parent = note.getparent()
        if parent is not None and note not in numbers:
            numbers.update(ordinals(parent))
        if (note, link.home) in back or _is_note(link, numbers.get(note, 0)):
            found.add(id(link))
            if parent is not None and (parent.tag in LISTS or NOTE_WORDS.search(_words((parent,)))):
                lists.add(parent)
    return [link for link in likely if id(link) in found or link.note.getparent() in lists]


def _may_call(link: Link) -> bool:
    element, target = link.element, link.target.element
    if target.tag in HEADINGS or target.tag in ("html", "body") or any(up is target for up in element.iterancestors()):
        return False
    if CALL_TYPES & types_of(element) or is_marker(link.text):
        return not any(up.tag in HEADINGS for up in target.iterancestors())
    named = NOTE_WORDS.search(" ".join((*classes_of(element), names_of(target))))
    return bool(named) and len(link.text) <= 6 and not re.search(r"\w{3}", link.text)


def _is_note(link: Link, ordinal: int) -> bool:
    """Whether the target of a link is a note by what it is called, how it begins, or its number in a list."""
    target = link.target.element
    around = [target, *_around(target)]
    types = set().union(*map(types_of, around))
    if CALL_TYPES & types_of(link.element) or NOTE_TYPES & types:
        return not ENTRY_TYPES & types or bool(CALL_TYPES & types_of(link.element))
    words = _words(around)
    if link.target.listed or (ENTRY_WORDS.search(words) and not NOTE_WORDS.search(words)):
        return False
    return bool(NOTE_WORDS.search(words)) or str(ordinal) == value_of(link.text) or _begins_alike(link)


def _around(element: etree._Element) -> Iterator[etree._Element]:
    """The elements around a note whose names tell what it is."""
    for depth, up in enumerate(element.iterancestors()):
        if depth == 4 or up.tag in ("body", "html", "main", "article"):
            return
        yield up


def _words(elements: Iterable[etree._Element]) -> str:
    """Classes and identifiers."""
    return " ".join(" ".join((*classes_of(element), names_of(element))) for element in elements)


def _begins_alike(link: Link) -> bool:
    """Whether the target begins with the marker of the link."""
    value = value_of(link.text)
    start = text_of(link.note, 40).lstrip(OPENING + " ").casefold()
    return bool(value) and start.startswith(value) and not start[len(value) : len(value) + 1].isalnum()
