"""The text of marked-up elements as it is laid out: blocks of runs, white space collapsed.

White space follows CSS Text 3, 4.1: blanks and line ends collapse into one blank, and a line end between two wide
characters other than Hangul leaves nothing. What an element means is the reader's to say, by a function from the
element and the look around it to its own look.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, NamedTuple
from unicodedata import east_asian_width

from citekit.documents.assemble import Block, Run
from citekit.documents.markup import line_of

if TYPE_CHECKING:
    from lxml import etree

BLANKS = " \t\n\r\f"
RAISED = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")
_LOOSE = re.compile(r"[ \t\r\f]*\n[ \t\r\n\f]*|[ \t\r\f]{2,}|[\t\r\f]")


class Look(NamedTuple):
    """How an element shows: as a `block` of its own (a `heading`), its blanks kept (`pre`), in italics, as a hyperlink
    to `link`, with the data of a `citation`, its digits `raised`, with text put `before` and `after` it. Elements
    within begin with its `inner`. (A tuple, for one is made for nearly every element.)"""

    block: bool = False
    heading: bool = False
    pre: bool = False
    italic: bool = False
    link: str = ""
    citation: str = ""
    raised: bool = False
    before: str = ""
    after: str = ""

    @property
    def inner(self) -> Look:
        """What elements within take over."""
        return self._replace(block=False, before="", after="") if self.block or self.before or self.after else self


Looker = Callable[["etree._Element", Look], Look | None]
"""The look of an element, given the `inner` look of its parent; None leaves it out with all that is in it."""


@dataclass(slots=True)
class _Flow:
    """The blocks as they grow, the run that is open, and the white space that is due before the next character."""

    blocks: list[Block] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    parts: list[str] = field(default_factory=list)
    look: Look = field(default_factory=Look)
    due: str = ""
    last: str = ""
    line: int = 0
    heading: bool = False

    def end_run(self) -> None:
        """Closes the run, if there is text in it."""
        if self.parts:
            look = self.look
            text = "".join(self.parts)
            self.runs.append(Run(text=text, italic=look.italic, link=look.link, citation=look.citation))
            self.parts = []

    def end_block(self) -> None:
        """Closes the block, if anything is in it."""
        self.end_run()
        if self.runs:
            self.blocks.append(Block(runs=tuple(self.runs), heading=self.heading, line=self.line))
        self.runs, self.due, self.last, self.line, self.heading = [], "", "", 0, False

    def add(self, text: str, look: Look, line: int) -> None:
        """A stretch of text in one look."""
        if look.pre:
            for at, part in enumerate(text.split("\n")):
                if at:
                    self.end_block()
                self._put(part, look, line + at)
            return
        words = text.strip(BLANKS)
        if not words:
            self.due = _due(self.due, text)
            return
        before = _due(self.due, text[: len(text) - len(text.lstrip(BLANKS))])
        if self.last and (gap := _gap(self.last, before, words[0])):
            within = self.look.citation if self.parts and self.look.citation == look.citation else ""
            self._put(gap, look if self._goes_on(look) else Look(citation=within), line)
        self._put(_LOOSE.sub(lambda m: _gap(words[m.start() - 1], m[0], words[m.end()]), words), look, line)
        self.due = _due(text[len(text.rstrip(BLANKS)) :])

    def _goes_on(self, look: Look) -> bool:
        """Whether the open run looks the same."""
        last = self.look
        same = (last.italic, last.link, last.citation) == (look.italic, look.link, look.citation)
        return same and bool(self.parts)

    def _put(self, text: str, look: Look, line: int) -> None:
        if not text:
            return
        if look.raised and text.isdecimal():
            text = text.translate(RAISED)
        self.line = self.line or line
        self.heading = self.heading or look.heading
        self.due, self.last = "", text[-1]
        if not self._goes_on(look):
            self.end_run()
            self.look = look
        self.parts.append(text)

    def insert(self, run: Run, look: Look, line: int) -> None:
        """A run that a reader has made itself."""
        if run.text:
            link, citation = run.link or look.link, run.citation or look.citation
            shown = look._replace(italic=run.italic or look.italic, link=link, citation=citation)
            self.add(run.text, shown, line)
        if run.call:
            self.end_run()
            self.line = self.line or line
            self.runs.append(Run(call=run.call))


def flow(
    root: etree._Element, looker: Looker, inserts: Mapping[etree._Element, Sequence[Run]] | None = None
) -> list[Block]:
    """The blocks of an element.

    `inserts` holds, for some elements, the runs that stand in their place. The tree is walked without recursion, so
    its depth does not matter.

    >>> from citekit.documents.markup import parse_xml
    >>> page = parse_xml("<x><p>one\\n <i>two</i></p><p>国\\n家</p></x>".encode(), "a")
    >>> looks = {"p": Look(block=True), "i": Look(italic=True)}
    >>> for block in flow(page, lambda element, around: looks.get(element.tag, around)):
    ...     print(block.text, [run.text for run in block.runs if run.italic])
    one two ['two']
    国家 []
    """
    walk = _Walk(looker, inserts or {})
    walk.enter(root, Look())
    while walk.stack:
        element, look, inner, children = walk.stack[-1]
        child = next(children, None)
        if child is not None:
            walk.enter(child, inner)
            continue
        walk.stack.pop()
        if look.after:
            walk.out.add(look.after, inner, 0)
        if look.block:
            walk.out.end_block()
        walk.leave(element)
    walk.out.end_block()
    return walk.out.blocks


@dataclass(slots=True)
class _Walk:
    """The way through a tree: the elements around, each with its look, the look within, and its children to come."""

    looker: Looker
    inserts: Mapping[etree._Element, Sequence[Run]]
    out: _Flow = field(default_factory=_Flow)
    stack: list[tuple[etree._Element, Look, Look, Iterator[etree._Element]]] = field(default_factory=list)

    def enter(self, element: etree._Element, around: Look) -> None:
        line = line_of(element)
        if element in self.inserts:
            for run in self.inserts[element]:
                self.out.insert(run, around, line)
        elif isinstance(element.tag, str) and (look := self.looker(element, around)):
            if look.block:
                self.out.end_block()
            self.out.add(look.before + (element.text or ""), look.inner, line)
            self.stack.append((element, look, look.inner, iter(element)))
            return
        self.leave(element)

    def leave(self, element: etree._Element) -> None:
        """The text behind an element, in the look of its parent."""
        if self.stack and element.tail:
            self.out.add(element.tail, self.stack[-1][2], line_of(element))


def words(names: str) -> frozenset[str]:
    """A set of names, written as one string."""
    return frozenset(names.split())


def trimmed(blocks: Sequence[Block], head: int = 0, tail: int = 0) -> tuple[Block, ...]:
    """Blocks without so many characters at their beginning and end; blocks left empty go.

    >>> [block.text for block in trimmed([Block(runs=(Run(text="[1] "), Run(text="Text ^")))], head=4, tail=2)]
    ['Text']
    """
    stop = sum(len(block.text) for block in blocks) - tail
    at, kept = 0, []
    for block in blocks:
        runs = []
        for run in block.runs:
            text = run.text[max(0, head - at) : max(0, stop - at)]
            at += len(run.text)
            if text or run.call or run.citation:
                runs.append(replace(run, text=text))
        if any(run.text for run in runs):
            kept.append(replace(block, runs=tuple(runs)))
    return tuple(kept)


def _due(*blanks: str) -> str:
    """White space that stands in several elements collapses into one."""
    return "\n" if any("\n" in part for part in blanks) else " " if any(blanks) else ""


def _gap(before: str, blanks: str, after: str) -> str:
    if not blanks:
        return ""
    return "" if "\n" in blanks and _is_wide(before) and _is_wide(after) else " "


def _is_wide(char: str) -> bool:
    return east_asian_width(char) in "WF" and not "\uac00" <= char <= "\ud7a3"
