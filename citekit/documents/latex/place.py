"""Where the reading of a LaTeX source is: what the handlers of macros are given."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from citekit.documents.latex.counters import Counters
from citekit.documents.latex.definitions import Meanings
from citekit.documents.latex.tokens import Token, Tokens
from citekit.documents.source import Clean, Lines
from citekit.model import Hint, Message, Note, Passage, Span

DEEPEST = 40
"""Groups within groups that are still told apart; deeper ones are read as if there were no braces."""


@dataclass(slots=True, kw_only=True)
class Found(Meanings):
    """What has been found in a source so far, and what its macros mean."""

    name: str
    lines: Lines
    counters: Counters
    quotes: tuple[str, str, str, str]
    notes: list[Note] = field(default_factory=list)
    entries: list[Note] = field(default_factory=list)
    hints: list[Hint] = field(default_factory=list)
    messages: list[Message] = field(default_factory=list)
    marks: dict[tuple[str, str], list[tuple[Span, str]]] = field(default_factory=dict)
    in_note: int = 0
    quoted: int = 0
    in_math: bool = False
    in_list: bool = False
    budget: int = 0
    expanding: set[str] = field(default_factory=set)

    def say(self, text: str, at: int, level: str = "warning") -> None:
        """A message about a place."""
        span = self.lines.span(at, at)
        text = f"{self.name}: line {span.line}: {text}"
        self.messages.append(Message(text=text, level="info" if level == "info" else "warning", span=span))


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A token, for a macro the name of what it means, the text that grows, and how to read a range of tokens: the
    first, the end, into which text."""

    tokens: Tokens
    at: int
    name: str
    clean: Clean
    depth: int
    found: Found
    read: Callable[[Tokens, int, int, Clean, int], None]

    @property
    def token(self) -> Token:
        return self.tokens.list[self.at]

    def offset(self, at: int) -> int:
        """Where in the source the token with this index stands; 0 if there is none."""
        return self.tokens.list[at].at if 0 <= at < len(self.tokens.list) else 0

    def into(self, clean: Clean, start: int, end: int) -> None:
        """Reads a range of tokens into a text."""
        self.read(self.tokens, start, end, clean, self.depth + 1)


def keep(token: Token, text: str, clean: Clean) -> None:
    """Adds text of a token: at its place, or all at the call if it comes from a definition."""
    if token.fixed:
        clean.put(text, token.at)
    else:
        clean.keep(Passage.of(text, token.at))
