r"""Macros that the author defines: \newcommand, \def and their like, read from the source and put in where called."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from citekit.documents.latex.tables import CITES, NOTES
from citekit.documents.latex.tokens import Token, Tokens

COMMANDS = frozenset((
    "newcommand", "renewcommand", "providecommand", "DeclareRobustCommand", "NewDocumentCommand",
    "RenewDocumentCommand", "ProvideDocumentCommand", "DeclareDocumentCommand", "newrobustcmd",
))  # fmt: skip
ENVIRONMENTS = frozenset(("newenvironment", "renewenvironment", "NewDocumentEnvironment", "newtheorem", "newlist"))
DEFS = frozenset(("def", "gdef", "edef", "xdef"))
_SPECIFIED = re.compile(r"(?:[OG]|D\S\S|([mosv]))")


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """A macro of the author's: the kinds of its arguments (m, or o for an optional one in brackets), its body."""

    arguments: str
    default: tuple[Token, ...]
    body: tuple[Token, ...]


@dataclass(slots=True, kw_only=True)
class Meanings:
    """What the author's macros mean: their definitions, and the other names of macros (`same`)."""

    defined: dict[str, Definition] = field(default_factory=dict)
    same: dict[str, str] = field(default_factory=dict)


def define(tokens: Tokens, at: int, name: str, known: Meanings) -> int:
    r"""Takes the definition whose macro stands at this index into `known`; returns the index of what follows.

    Macros that make notes and citations keep their meaning, whatever an author does to their look.

    >>> from citekit.documents.latex.tokens import tokenize
    >>> known = Meanings()
    >>> define(Tokens(tokenize(r"\newcommand{\jp}[2][ja]{\emph{#2}}.")), 0, "newcommand", known)
    16
    >>> known.defined["jp"].arguments
    'om'
    """
    if name in DEFS:
        return _def(tokens, at + 1, known)
    if name == "let":
        return _let(tokens, at + 1, known)
    start, end, at = tokens.argument(at + 1)
    count = 2 if name in ENVIRONMENTS else 1
    arguments, default = "", tuple[Token, ...]()
    if name.endswith(("DocumentCommand", "DocumentEnvironment")):
        first, last, at = tokens.argument(at)
        arguments = "".join("m" if m[1] in ("m", "v") else "o" for m in _SPECIFIED.finditer(tokens.text(first, last)))
    elif option := tokens.option(at):
        number = tokens.text(*option[:2])
        arguments, at = "m" * min(int(number), 9) if number.isdecimal() else "", option[2]
        if option := tokens.option(at):
            default, at = tuple(tokens.list[slice(*option[:2])]), option[2]
            arguments = "o" + arguments[1:]
    for _ in range(count):
        first, last, at = tokens.argument(at)
    if count == 1:
        body = tuple(tokens.list[first:last])
        _keep(tokens.list[start:end], Definition(arguments=arguments, default=default, body=body), known)
    return at


def _def(tokens: Tokens, at: int, known: Meanings) -> int:
    r"""\def\name#1#2{...}; with words between its parameters it is left alone."""
    name, at = tokens.list[at : at + 1], at + 1
    arguments = ""
    while at < len(tokens.list) and tokens.list[at].kind == "param":
        arguments += "m"
        at += 1
    if not tokens.has_argument(at):
        return at
    first, last, at = tokens.argument(at)
    _keep(name, Definition(arguments=arguments, default=(), body=tuple(tokens.list[first:last])), known)
    return at


def _let(tokens: Tokens, at: int, known: Meanings) -> int:
    r"""\let\new=\old."""
    name = tokens.list[at : at + 1]
    at = tokens.skip_blanks(at + 1)
    if at < len(tokens.list) and tokens.list[at].text == "=":
        at = tokens.skip_blanks(at + 1)
    meaning = tuple(tokens.list[at : at + 1])
    if meaning and meaning[0].kind == "macro":
        _keep(name, Definition(arguments="", default=(), body=meaning), known)
    return at + 1


def _keep(name: Sequence[Token], definition: Definition, known: Meanings) -> None:
    macros = [token.text for token in name if token.kind == "macro"]
    if not macros or macros[0] in CITES or macros[0] in NOTES:
        return
    known.same.pop(macros[0], None)
    known.defined.pop(macros[0], None)
    if not definition.arguments and [token.kind for token in definition.body] == ["macro"]:
        known.same[macros[0]] = definition.body[0].text
    else:
        known.defined[macros[0]] = definition


def expand(definition: Definition, tokens: Tokens, at: int) -> tuple[list[Token], int]:
    """The tokens that a call at this index stands for, and the index of what follows it."""
    place = tokens.list[at].at
    at += 1
    given: list[Sequence[Token]] = []
    for kind in definition.arguments:
        option = tokens.option(at) if kind == "o" else None
        if kind == "o" and not option:
            given.append([_fixed(token, place) for token in definition.default])
            continue
        start, end, at = option or tokens.argument(at)
        given.append(tokens.list[start:end])
    body: list[Token] = []
    for token in definition.body:
        if token.kind != "param":
            body.append(_fixed(token, place))
        elif int(token.text) <= len(given):
            body += given[int(token.text) - 1]
    return body, at


def _fixed(token: Token, place: int) -> Token:
    return token._replace(at=place, fixed=True)
