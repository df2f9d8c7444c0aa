"""The pieces of a block of Markdown: what is text, what is a mark, which brackets belong together.

The rules are CommonMark's (0.31, chapter 6) with footnotes as GitHub and pandoc have them, and pandoc's inline notes,
attributes, super- and subscripts and citations (pandoc's manual, "Pandoc's Markdown"). One pass, no way back: the
longest text takes time in proportion to its length.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Literal

from citekit.documents.markdown.citations import is_citation

Kind = Literal[
    "text", "escape", "break", "code", "comment", "autolink", "url", "tag", "call", "entity", "dash",
    "script", "key", "run", "open", "close",
]  # fmt: skip
DEEPEST = 40
"""Brackets within brackets that are still paired; deeper ones are text."""
_PUNCTUATION = r"[!-/:-@\[-`{-~]"
# In this order at every place; the name of the group is the kind of the piece.
_RULES = (
    rf"(?P<escape>\\{_PUNCTUATION}|\\ )",
    r"(?P<break>(?:\\|[ ]{2,10})?\n)",
    r"(?P<code>`+)",
    r"(?P<comment><!--)",
    r"(?P<autolink><[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*>|<[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w.-]{1,255}>)",
    r"(?P<tag></?[A-Za-z][A-Za-z0-9-]{0,30}(?:\s[^<>]{0,2000})?/?>)",
    rf"(?P<url>(?<![A-Za-z])https?://(?:\\{_PUNCTUATION}|[!#-;=?-Z_a-z~%])+)",
    r"(?P<call>\[\^[^\]\[\s^]{1,200}\])",
    r"(?P<open>!\[|\^\[(?!\^)|\[)",
    r"(?P<close>\])",
    r"(?P<entity>&(?:#\d{1,7}|#[xX][0-9A-Fa-f]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});)",
    r"(?P<dash>(?<!-)-{2,3}(?!-))",
    r"(?P<script>\^\[\d{1,3}\]\^|\^(?!\[)(?:\\.|[^\s^\[\]\\]){1,200}\^|(?<!~)~(?!~)(?:\\.|[^\s~\[\]\\]){1,200}~(?!~))",
    r"(?P<key>(?<![\w@./])-?@(?:\{[^{}\s]{1,200}\}|\w(?:\w|[:.#$%&+?<>~/-](?=\w)){0,200}))",
    r"(?P<run>\*+|_+|~~)",
    r"(?P<text>(?:[^\\\n `<\[\]!^&~*_@h-]|[ ](?![ ]{0,9}\n)|h(?!ttps?:))+|.)",
)
_DESTINATION = re.compile(
    r"""\(\s{0,9}(?:<([^<>\n]{0,2000})>|((?:\\.|[^\s()\\]|\((?:\\.|[^\s()\\]){0,500}\)){0,2000}))"""
    r"""(?:\s{1,9}(?:"(?:\\.|[^"\\]){0,1000}"|'(?:\\.|[^'\\]){0,1000}'|\((?:\\.|[^()\\]){0,1000}\)))?\s{0,9}\)""",
    re.DOTALL,
)
_LABEL = re.compile(r"\[((?:\\.|[^\[\]\\]){0,500})\]", re.DOTALL)
_ATTRIBUTES = re.compile(r"\{(?=[.#=:]|-\}|[\w-]{1,60}=)[^{}\n]{0,500}\}")
ESCAPED = re.compile(rf"\\(?={_PUNCTUATION}| )")
"""A backslash that keeps what follows from being markup; before a blank, pandoc's blank that breaks no line."""


@dataclass(slots=True)
class Piece:
    """A stretch of the text of one kind. `partner` is the index of the bracket that it belongs to, -1 if none;
    `what` says what a pair of brackets is, `value` is the address of a link."""

    kind: Kind
    start: int
    end: int
    partner: int = -1
    what: Literal["", "note", "link", "image", "span", "citation"] = ""
    value: str = ""


@cache
def _rules() -> re.Pattern[str]:
    return re.compile("|".join(_RULES))


def unescape(text: str) -> str:
    r"""Without the backslashes that keep punctuation from being markup.

    >>> print(unescape(r"a\_b\c"))
    a_b\c
    """
    return ESCAPED.sub("", text)


def normal(label: str) -> str:
    """The label of a link definition as it is compared.

    >>> normal(" Foo\\n bar")
    'FOO BAR'
    """
    return re.sub(r"[ \t\r\n]+", " ", label.strip()).lower().upper()


def pieces(text: str, links: Mapping[str, str]) -> list[Piece]:
    """The pieces of a text in order; `links` holds the addresses of link definitions.

    >>> [piece.kind for piece in pieces("a *b*[^1] [c](d)", {})]
    ['text', 'run', 'text', 'run', 'call', 'text', 'open', 'text', 'close']
    """
    return _Scan(text, links).pieces


class _Scan:
    """One pass over a text. Backticks and comments are looked for once: what is not closed is remembered."""

    def __init__(self, text: str, links: Mapping[str, str]) -> None:
        self.text, self.links = text, links
        self.pieces: list[Piece] = []
        self._open: list[int] = []
        self._runs = self._backticks()
        self._no_comment = False
        at = 0
        while match := _rules().match(text, at):
            at = self._add(match)

    def _add(self, match: re.Match[str]) -> int:
        kind: Kind = match.lastgroup or "text"  # type: ignore[assignment]  # the groups are named by kind
        start, end = match.span()
        match kind:
            case "code":
                kind, end = self._code(start, end)
            case "comment":
                kind, end = self._comment(start, end)
            case "url":
                end = start + len(re.sub(r"[*_~.,;:!?'\")]+$", "", match[0]))
            case "open" if len(self._open) < DEEPEST:
                self._open.append(len(self.pieces))
            case "open":
                kind = "text"
            case "close":
                return self._close(start)
            case _:
                pass
        self.pieces.append(Piece(kind=kind, start=start, end=end))
        if kind == "code" and (attributes := _ATTRIBUTES.match(self.text, end)):
            self.pieces.append(Piece(kind="comment", start=end, end=attributes.end()))
            return attributes.end()
        return end

    def _backticks(self) -> dict[int, list[int]]:
        """The places of the runs of backticks by length, the last first."""
        runs: dict[int, list[int]] = {}
        for match in reversed(list(re.finditer("`+", self.text))):
            runs.setdefault(len(match[0]), []).append(match.start())
        return runs

    def _code(self, start: int, end: int) -> tuple[Kind, int]:
        """A code span up to the next run of as many backticks, else the backticks are text."""
        closers = self._runs.get(end - start, [])
        while closers and closers[-1] < end:
            closers.pop()
        return ("code", closers.pop() + end - start) if closers else ("text", end)

    def _comment(self, start: int, end: int) -> tuple[Kind, int]:
        close = -1 if self._no_comment else self.text.find("-->", end)
        self._no_comment = close < 0
        return ("text", end) if close < 0 else ("comment", close + 3)

    def _close(self, start: int) -> int:
        """A closing bracket, with the address, label or attributes behind it."""
        if not self._open:
            self.pieces.append(Piece(kind="text", start=start, end=start + 1))
            return start + 1
        at = self._open.pop()
        opener = self.pieces[at]
        opener.partner = len(self.pieces)
        closer = Piece(kind="close", start=start, end=start + 1, partner=at)
        if self.text[opener.start] == "^":
            closer.what = "note"
        else:
            self._resolve(opener, closer)
        opener.what = closer.what
        self.pieces.append(closer)
        return closer.end

    def _resolve(self, opener: Piece, closer: Piece) -> None:
        """What a pair of brackets is, by what stands behind it and in it."""
        inside, behind = self.text[opener.end : closer.start], closer.start + 1
        named: Literal["image", "link"] = "image" if self.text[opener.start] == "!" else "link"
        label = _LABEL.match(self.text, behind)
        if found := _DESTINATION.match(self.text, behind):
            closer.what, closer.end = named, found.end()
            closer.value = unescape(found[1] if found[1] is not None else found[2])
        elif label and (href := self.links.get(normal(label[1] or inside))):
            closer.what, closer.end, closer.value = named, label.end(), href
        elif found := _ATTRIBUTES.match(self.text, behind):
            closer.what, closer.end = "span", found.end()
        elif len(inside) < 1000 and is_citation(inside):
            closer.what = "citation"
        elif len(inside) < 1000 and (href := self.links.get(normal(inside))):
            closer.what, closer.value = named, href
        if closer.what in ("link", "image") and (found := _ATTRIBUTES.match(self.text, closer.end)):
            closer.end = found.end()
