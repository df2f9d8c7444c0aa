r"""Fields (ISO/IEC 29500-1, 17.16): what is instruction and what is shown, and what the instruction says of the text.

A complex field is a bracket of three marks over runs and paragraphs: begin, instruction, separate, shown result, end.
Fields nest, also inside an instruction.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from citekit.documents.docx.symbols import symbol
from citekit.documents.managers import cited, lists_references
from citekit.documents.managers.items import Item
from citekit.documents.markup import attribute, local

if TYPE_CHECKING:
    from lxml import etree

HYPERLINK = re.compile(r'\s*HYPERLINK\s+(?!\\)(?:"([^"]*)"|(\S+))')
SYMBOL = re.compile(r'\s*SYMBOL\s+(0x[0-9A-Fa-f]{1,4}|\d{1,5})(?:.*?\\f\s*"?([^"\\]+?)"?\s*(?:\\|$))?')
CIRCLED = re.compile(r"\s*EQ\s*\\o\\ac\s*\(\s*[○〇◯]\s*[,;，；]\s*(?:\\s\\\w+\d*\s*\()?([^()]*)\)+\s*", re.IGNORECASE)
RUBY = re.compile(r"\s*EQ\b.*\\o\\a[dcl]\s*\(\s*\\s\\up[^()]*\([^()]*\)\s*[,;，；]\s*([^()]*)\)\s*", re.IGNORECASE)
CIRCLES = "⓪①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿"
DEEPEST = 100
"""Fields that may stand in one another; those further inside are ignored."""
LONGEST = 500
"""Characters of an instruction that draws something."""
IN_SKIPPED = frozenset({"del", "moveFrom"})


@dataclass(slots=True, kw_only=True)
class Field:
    """A field that is open: its instruction and stored data so far, then what they mean for the shown text."""

    parts: list[str] = field(default_factory=list)
    stored: str = ""
    shows: bool = False
    citation: str = ""
    link: str = ""
    lists: bool = False

    @property
    def instruction(self) -> str:
        return "".join(self.parts)

    def show(self, sources: Mapping[str, Item]) -> None:
        """The instruction is complete, the text to be shown begins."""
        instruction = self.instruction
        self.shows = True
        self.citation = cited(instruction, self.stored, sources)
        link = HYPERLINK.match(instruction)
        self.link = link[1] or link[2] or "" if link else ""
        self.lists = lists_references(instruction)


@dataclass(slots=True, kw_only=True)
class Fields:
    """The fields open at a place of the text, the innermost last. Marks without a partner in `paired` are ignored, so
    that a damaged field hides nothing."""

    paired: frozenset[etree._Element]
    sources: Mapping[str, Item]
    open: list[Field] = field(default_factory=list)

    @property
    def instructs(self) -> bool:
        """Whether text here belongs to an instruction and is not shown."""
        return any(not one.shows for one in self.open)

    @property
    def citation(self) -> str:
        """The data of the innermost citation here."""
        return next((one.citation for one in reversed(self.open) if one.citation), "")

    @property
    def link(self) -> str:
        """The target of the innermost hyperlink here."""
        return next((one.link for one in reversed(self.open) if one.link), "")

    @property
    def lists(self) -> bool:
        """Whether text here is that of a list of references."""
        return any(one.lists for one in self.open)

    def instruct(self, text: str) -> None:
        """Text of the innermost instruction."""
        for one in reversed(self.open):
            if not one.shows:
                one.parts.append(text)
                return

    def mark(self, element: etree._Element) -> str:
        """One of the three marks; at the end of a field that shows what its instruction says, that text."""
        if element not in self.paired:
            return ""
        kind = attribute(element, "fldCharType")
        if kind == "begin":
            self.open.append(Field(stored="".join(str(text) for text in element.itertext())))
        elif kind == "separate" and self.open:
            self.open[-1].show(self.sources)
        elif kind == "end" and self.open:
            closed = self.open.pop()
            if self.open and not self.open[-1].shows:  # EN.CITE.DATA within EN.CITE
                self.open[-1].stored = self.open[-1].stored or closed.stored
            return "" if closed.shows else drawn(closed.instruction[:LONGEST])
        return ""

    def simple(self, instruction: str) -> Field:
        """A field whose instruction is an attribute opens."""
        one = Field(parts=[instruction])
        one.show(self.sources)
        self.open.append(one)
        return one


def drawn(instruction: str) -> str:
    r"""What a field shows that has no result of its own: a symbol, a number in a circle, the base of a phonetic guide.

    >>> drawn(r"EQ \o\ac(○,21)"), drawn(r"eq \* jc2 \o\ad(\s\up 9(かな),仮名)"), drawn('SYMBOL 97 \\f "Symbol" \\s 12')
    ('㉑', '仮名', 'α')
    """
    if found := CIRCLED.fullmatch(instruction):
        inside = found[1].strip()
        in_circle = inside.isdecimal() and len(inside) < 3 and int(inside) < len(CIRCLES)
        return CIRCLES[int(inside)] if in_circle else f"({inside})"
    if found := RUBY.fullmatch(instruction):
        return found[1].strip()
    if found := SYMBOL.match(instruction):
        return symbol(found[2] or "", int(found[1], 0))
    return ""


def paired(marks: Iterable[etree._Element]) -> frozenset[etree._Element]:
    """The marks, out of those of a text in order, that make whole fields: a begin and an end, and between them at most
    one separate."""
    whole: set[etree._Element] = set()
    stack: list[list[etree._Element]] = []
    for mark in marks:
        kind = attribute(mark, "fldCharType")
        if kind == "begin":
            stack.append([mark])
        elif kind == "separate" and stack and len(stack[-1]) == 1:
            stack[-1].append(mark)
        elif kind == "end" and stack:
            inner = stack.pop()
            if len(stack) < DEEPEST:
                whole.update(inner, (mark,))
    return frozenset(whole)


def marks_of(root: etree._Element) -> Iterable[etree._Element]:
    """The marks of fields below an element, without those that were deleted."""
    for mark in root.iter("{*}fldChar"):
        if not any(local(above) in IN_SKIPPED for above in mark.iterancestors()):
            yield mark
