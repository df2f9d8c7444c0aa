"""The blocks of a Markdown source that hold text: paragraphs, headings, rows of tables, raw HTML.

markdown-it-py (CommonMark 0.31) says where blocks begin and end, mdit-py-plugins where footnotes and front matter do;
code and front matter are no text. Neither says at which offset the characters of a block stand: that is done here, line
by line, for the content of a block is the source without the marks of the containers at the heads of its lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from citekit.model import Passage

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

REFS_DIV = re.compile(r"<div\b[^>]{0,200}\bid=[\"']?refs\b", re.IGNORECASE)
_DIV = re.compile(r"<(/?)div\b", re.IGNORECASE)
_FENCED_DIV = re.compile(r"^ {0,3}(:{3,})[ \t]*(\{[^}\n]*\}|[\w-]+)?[ \t]*:*[ \t]*$", re.MULTILINE)
_NO_TEXT = re.compile(r"\s*<(?:!--|script\b|style\b|pre\b|\?|!\[CDATA)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A block: the ranges of its characters in the source, a line each, and the range of its lines. `note` is the
    index of the footnote that it belongs to, -1 for the body, `marker` the number of its list item, `listed` whether a
    division of references holds it."""

    ranges: tuple[tuple[int, int], ...]
    start: int
    end: int
    heading: bool = False
    note: int = -1
    marker: str = ""
    listed: bool = False

    def passage(self, text: str) -> Passage:
        """Its characters in the text, line ends between the lines."""
        lines = [(text[start:end], range(start, end)) for start, end in self.ranges]
        origin = (at for _, places in lines for at in (*places, places.stop))
        return Passage(text="".join(line + "\n" for line, _ in lines), origin=tuple(origin))


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocks:
    """The blocks in order, the labels of the footnotes with their places, the addresses of the link definitions, and
    the front matter."""

    blocks: tuple[Block, ...]
    notes: tuple[tuple[str, int], ...]
    links: dict[str, str]
    front: str = ""


def read_blocks(text: str) -> Blocks:
    """The blocks of a text.

    >>> text = "> Trend.[^a]\\n\\n[^a]: One\\n    note.\\n"
    >>> [(block.note, block.ranges, block.passage(text).text) for block in read_blocks(text).blocks]
    [(-1, ((2, 12),), 'Trend.[^a]\\n'), (0, ((20, 23), (28, 33)), 'One\\nnote.\\n')]
    """
    masked = _FENCED_DIV.sub(lambda match: " " * len(match[0]), text)
    env: dict[str, dict[str, dict[str, str]]] = {}
    tokens = _parser().parse(masked, env)
    walk = _Walk(text)
    return Blocks(
        blocks=tuple(block for token in tokens for block in walk.step(token) if block.ranges),
        notes=tuple(walk.notes),
        links={label: str(link["href"]) for label, link in env.get("references", {}).items()},
        front=next((token.content for token in tokens if token.type == "front_matter"), ""),
    )


def _parser() -> MarkdownIt:
    """The parser of blocks alone: its parser of inline markup gives no places."""
    from markdown_it import MarkdownIt
    from mdit_py_plugins.footnote import footnote_plugin
    from mdit_py_plugins.front_matter import front_matter_plugin

    parser = MarkdownIt("commonmark").use(footnote_plugin).use(front_matter_plugin).enable("table")
    parser.core.ruler.disable(["inline", "footnote_tail"])
    return parser


class _Walk:
    """The way through the tokens: the footnote, list items and divisions that are open."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [0, *(match.end() for match in re.finditer("\n", text)), len(text) + 1]
        self.notes: list[tuple[str, int]] = []
        self.note = -1
        self.items: list[str] = []
        self.divisions: list[bool] = []
        self.in_row = self.heading = False
        self.fences = list(_FENCED_DIV.finditer(text))[::-1]

    def step(self, token: Token) -> Iterator[Block]:
        """The blocks of a token, and what it opens or closes."""
        lines = tuple(token.map) if token.map else None
        if lines:
            while self.fences and self.fences[-1].start() < self.starts[lines[0]]:
                self._fence(self.fences.pop())
        match token.type:
            case "footnote_reference_open" if lines:
                self.note = len(self.notes)
                self.notes.append((str(token.meta["label"]), self.starts[lines[0]]))
            case "footnote_reference_close":
                self.note = -1
            case "heading_open" | "heading_close":
                self.heading = token.nesting > 0
            case "list_item_open":
                self.items.append(token.info)
            case "list_item_close":
                self.items.pop()
            case "tr_open" if lines:
                self.in_row = True
                yield self._block(lines, self._lines((lines[0], lines[0] + 1)))
            case "tr_close":
                self.in_row = False
            case "html_block" if lines:
                yield from self._html(lines, token.content)
            case "inline" if lines and not self.in_row:
                yield self._block(lines, self._content(lines, token.content))
            case _:
                pass

    def _block(self, lines: tuple[int, ...], ranges: Iterable[tuple[int, int]]) -> Block:
        marker = self.items[-1] if self.items else ""
        if self.items:
            self.items[-1] = ""  # its second paragraph has none
        return Block(
            ranges=tuple((start, end) for start, end in ranges if start < end),
            start=self.starts[lines[0]],
            end=self.starts[lines[1]] - 1,
            heading=self.heading,
            note=self.note,
            marker=marker,
            listed=any(self.divisions),
        )

    def _lines(self, lines: tuple[int, ...]) -> Iterator[tuple[int, int]]:
        """The ranges of whole lines."""
        return ((self.starts[number], self.starts[number + 1] - 1) for number in range(*lines))

    def _content(self, lines: tuple[int, ...], content: str) -> Iterator[tuple[int, int]]:
        """The ranges of the content of a block: each of its lines ends a line of the source, or stands in it."""
        for (start, end), line in zip(self._lines(lines), content.split("\n"), strict=False):
            line = line.strip()
            at = self.text.rfind(line, start, end)
            yield (at, at + len(line)) if at >= 0 else (start, end)

    def _html(self, lines: tuple[int, ...], content: str) -> Iterator[Block]:
        """The text of raw HTML, and the divisions that it opens or closes."""
        for tag in _DIV.finditer(content):
            self._division(bool(tag[1]), bool(REFS_DIV.match(content, tag.start())))
        if not _NO_TEXT.match(content):
            yield self._block(lines, self._lines(lines))

    def _fence(self, fence: re.Match[str]) -> None:
        """A line of colons opens a division if it has attributes, else it closes one."""
        self._division(fence[2] is None, bool(fence[2] and re.search(r"#refs\b", fence[2])))

    def _division(self, closes: bool, refs: bool) -> None:
        if not closes:
            self.divisions.append(refs)
        elif self.divisions:
            self.divisions.pop()
