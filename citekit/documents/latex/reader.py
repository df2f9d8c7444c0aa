"""The reading of LaTeX's tokens: what is printed goes into a clean text, what is a note becomes one."""

from __future__ import annotations

from collections.abc import Callable

from citekit.documents.latex import definitions, structure
from citekit.documents.latex.cites import read_cite
from citekit.documents.latex.definitions import define, expand
from citekit.documents.latex.notes import read_note
from citekit.documents.latex.place import DEEPEST, Found, Place, keep
from citekit.documents.latex.symbols import accented, symbol
from citekit.documents.latex.tables import (
    ARGUMENTS,
    CITES,
    ITALIC,
    ITALIC_SWITCHES,
    NOTES,
    UPRIGHT_SWITCHES,
)
from citekit.documents.latex.tokens import Tokens
from citekit.documents.source import Clean
from citekit.languages.texletters import ACCENTS

_FORGET = 20_000
Handler = Callable[[Place], int]


class Reader:
    """Reads tokens. The depth of what calls itself is bounded, and so is what the author's macros may grow to."""

    def __init__(self, found: Found) -> None:
        self.found = found

    def read(self, tokens: Tokens, start: int, end: int, clean: Clean, depth: int = 0) -> None:
        """The tokens from `start` up to `end` into `clean`, as one group."""
        italic = -1
        at = start
        while at < end:
            token = tokens.list[at]
            if token.kind == "text" and not self.found.in_math:
                keep(token, token.text, clean)
                at += 1
            elif token.kind == "macro":
                if token.text in ITALIC_SWITCHES:
                    italic, at = len(clean), at + 1
                elif token.text in UPRIGHT_SWITCHES and italic >= 0:
                    clean.hint("italic", italic)
                    italic, at = -1, at + 1
                else:
                    at = self._macro(self._place(tokens, at, clean, depth))
            elif token.kind == "open" and depth < DEEPEST and at in tokens.partner:
                self.read(tokens, at + 1, min(tokens.partner[at], end), clean, depth + 1)
                at = tokens.partner[at] + 1
            else:
                at = structure.add(self._place(tokens, at, clean, depth))
            if not depth and len(clean) > _FORGET:
                clean.forget()
        if italic >= 0:
            clean.hint("italic", italic)

    def _place(self, tokens: Tokens, at: int, clean: Clean, depth: int) -> Place:
        name = tokens.list[at].text
        for _ in range(5 if self.found.same else 0):
            name = self.found.same.get(name, name)
        return Place(tokens=tokens, at=at, name=name, clean=clean, depth=depth, found=self.found, read=self.read)

    def _macro(self, place: Place) -> int:
        """A macro and its arguments; the index of what follows."""
        name = place.name
        if place.depth < DEEPEST:
            if name in self.found.defined and name not in self.found.expanding and self.found.budget > 0:
                return self._expand(place)
            for names, handler in HANDLERS:
                if name in names:
                    return handler(place)
        printed = symbol(name)
        if printed is not None:
            place.clean.put(printed, place.token.at)
            return place.at + 1
        return _unknown(place)

    def _expand(self, place: Place) -> int:
        """A macro of the author's, by what it stands for; not within itself."""
        name = place.name
        body, behind = expand(self.found.defined[name], place.tokens, place.at)
        self.found.budget -= len(body) + 1
        self.found.expanding.add(name)
        inner = Tokens(body)
        self.read(inner, 0, len(body), place.clean, place.depth + 1)
        self.found.expanding.discard(name)
        return behind


def _unknown(place: Place) -> int:
    """A macro that nobody knows: its name and options are dropped, the text of its arguments stays."""
    at = place.at + 1
    option = place.tokens.option(at)
    return option[2] if option and place.tokens.has_argument(option[2]) else at


def _arguments(place: Place) -> int:
    return structure.arguments(place, ARGUMENTS[place.name], place.at + 1)


def _italic(place: Place) -> int:
    start, end, behind = place.tokens.argument(place.at + 1)
    since = len(place.clean)
    place.into(place.clean, start, end)
    place.clean.hint("italic", since, end=place.offset(end))
    return behind


def _accent(place: Place) -> int:
    """An accent and its letter."""
    tokens, accent, at = place.tokens, place.token, place.at + 1
    if at >= len(tokens.list):
        return at
    letter = tokens.list[at]
    if letter.kind == "text":
        place.clean.put(accented(place.name, letter.text[:1].strip()), accent.at)
        rest = letter._replace(at=letter.at + (not letter.fixed))
        keep(rest, letter.text[1:], place.clean)
        return at + 1
    start, end, behind = tokens.argument(at)
    inner = Clean()
    place.into(inner, start, end)
    text = inner.passage().text
    place.clean.put(accented(place.name, text[:1]) + text[1:], accent.at)
    return behind


def _definition(place: Place) -> int:
    return define(place.tokens, place.at, place.name, place.found)


# In this order; the first that has the name of the macro reads it.
HANDLERS: tuple[tuple[frozenset[str], Handler], ...] = (
    (frozenset(NOTES), read_note),
    (CITES, read_cite),
    (frozenset(ACCENTS), _accent),
    (ITALIC, _italic),
    (definitions.COMMANDS | definitions.ENVIRONMENTS | definitions.DEFS | {"let"}, _definition),
    *structure.HANDLERS,
    (frozenset(ARGUMENTS), _arguments),
)
