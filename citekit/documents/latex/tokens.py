r"""A LaTeX source as tokens that know their places, and which braces and brackets belong together.

Comments, verbatim text and \iffalse ... \fi are told apart here, in one pass, and never looked into. Category codes
are taken to be LaTeX's own (The TeXbook, chapter 7).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Literal, NamedTuple

from citekit.documents.latex.tables import GERMAN, NO_CONDITIONALS, VERB, VERBATIM

Kind = Literal["text", "macro", "open", "close", "bracket", "blank", "par", "ligature", "math", "param", "raw"]


class Token(NamedTuple):
    """A token at its offset; `fixed` if the text comes from the definition of a macro and only the call has a place.
    A macro has its name in `text`, a raw argument (of \\url and \\verb) the name of its macro in `name`."""

    kind: Kind
    text: str
    at: int
    fixed: bool = False
    name: str = ""


_RULES = (
    r"(?P<comment>%[^\n]*(?:\n[ \t]*)?)",
    r"\\(?P<url>url|nolinkurl|path|href|burl|doi)\s{0,5}\{(?P<address>(?:[^{}\\]|\\.|\{[^{}]{0,500}\}){0,3000})\}",
    rf"\\(?P<verb>{'|'.join(VERB)})\*?(?:\[[^\]\n]{{0,200}}\])?(?P<fence>[^\sA-Za-z*{{])(?P<code>[^\n]{{0,1000}}?)(?P=fence)",
    rf"\\begin\s{{0,3}}\{{(?P<verbatim>{'|'.join(map(re.escape, VERBATIM))})\}}",
    r"\\(?P<false>iffalse)(?![A-Za-z@])",
    r"\\(?P<macro>[A-Za-z@]+)\*?(?:[ \t]+(?:\n(?![ \t]{0,99}\n)[ \t]*)?|\n(?![ \t]{0,99}\n)[ \t]*)?",
    r"\\(?P<sign>.)",
    r"(?P<open>\{)",
    r"(?P<close>\})",
    r"(?P<bracket>[\[\]])",
    r"(?P<math>\$\$?)",
    r"(?P<par>\n[ \t]*\n\s*)",
    r"(?P<blank>\n[ \t]*)",
    r"(?P<ligature>---?|``?|''?|,,|<<|>>|[?!]`|~)",
    r"#(?P<param>[1-9])",
    r"(?P<text>(?:[^\\{}\[\]%$~\n`'<>,?!#\"-]|,(?!,)|[?!](?!`)|<(?!<)|>(?!>)|-(?!-))+|.)",
)
_CONDITIONAL = re.compile(r"\\(if[A-Za-z@]+|fi)(?![A-Za-z@])|%[^\n]*|\\.", re.DOTALL)


@cache
def _rules(german: bool) -> re.Pattern[str]:
    shorthand = "|".join(map(re.escape, GERMAN))
    rules = (rf"(?P<shorthand>{shorthand})", *_RULES) if german else _RULES
    return re.compile("|".join(rules), re.DOTALL)


def tokenize(text: str, start: int = 0, end: int | None = None, german: bool = False) -> list[Token]:
    r"""The tokens of the text between two offsets; `german` if a quotation mark begins a shorthand.

    >>> [(token.kind, token.text) for token in tokenize(r"\emph{a}% no" + "\n" + r"\verb|{|")]
    [('macro', 'emph'), ('open', '{'), ('text', 'a'), ('close', '}'), ('raw', '{')]
    """
    return _Lexer(text, end if end is not None else len(text), german).run(start)


class _Lexer:
    def __init__(self, text: str, end: int, german: bool) -> None:
        self.text, self.end = text, end
        self.rules = _rules(german)
        self.tokens: list[Token] = []
        self.no_fi = False

    def run(self, at: int) -> list[Token]:
        while at < self.end and (match := self.rules.match(self.text, at, self.end)):
            at = self._add(match)
        return self.tokens

    def _add(self, match: re.Match[str]) -> int:
        """The token that matched; where the next begins."""
        group = match.lastgroup or "text"
        start, end = match.span()
        match group:
            case "comment":
                return end
            case "address":
                name = match["url"]
                self.tokens.append(Token("raw", match["address"], match.start("address"), name=name))
            case "code":
                self.tokens.append(Token("raw", match["code"], match.start("code"), name="verb"))
            case "verbatim":
                close = self.text.find(rf"\end{{{match['verbatim']}}}", end, self.end)
                return self.end if close < 0 else self.text.index("}", close) + 1
            case "false":
                return self._false(end)
            case "sign":
                self.tokens.append(Token("macro", match["sign"], start))
            case "shorthand":
                self.tokens.append(Token("ligature", match["shorthand"], start))
            case _:
                kind: Kind = group  # type: ignore[assignment]  # the other groups are named by kind
                self.tokens.append(Token(kind, match[group], start))
        return end

    def _false(self, end: int) -> int:
        """Behind the \\fi that ends a conditional which is never true; if there is none it hides nothing."""
        depth = 1
        for match in () if self.no_fi else _CONDITIONAL.finditer(self.text, end, self.end):
            if match[1] == "fi":
                depth -= 1
            elif match[1] and match[1] not in NO_CONDITIONALS:
                depth += 1
            if not depth:
                return match.end()
        self.no_fi = True
        return end


class Tokens:
    """Tokens with the partner of every brace and bracket. A brace that is never closed ends with its paragraph.

    >>> tokens = Tokens(tokenize(r"\\footnote[5]{a {b}"))
    >>> tokens.argument(4), tokens.unclosed
    ((5, 9, 9), [4])
    """

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.list = tokens
        self.partner: dict[int, int] = {}
        self.unclosed: list[int] = []
        opened: list[int] = []
        for at, token in enumerate(tokens):
            if token.kind == "open" or (token.text == "[" and token.kind == "bracket"):
                opened.append(at)
            elif token.kind == "bracket" and opened and tokens[opened[-1]].text == "[":
                self.partner[opened.pop()] = at
            elif token.kind == "close":
                while opened and tokens[opened[-1]].kind == "bracket":
                    opened.pop()
                if opened:
                    self.partner[opened.pop()] = at
        self._end_unclosed([at for at in opened if tokens[at].kind == "open"])

    def _end_unclosed(self, opened: list[int]) -> None:
        self.unclosed = opened
        if not opened:
            return
        end = len(self.list)
        waiting = list(opened)
        for at in range(len(self.list) - 1, waiting[0] - 1, -1):
            if self.list[at].kind == "par":
                end = at
            if waiting and waiting[-1] == at:
                self.partner[waiting.pop()] = end

    def skip_blanks(self, at: int) -> int:
        """The index of the next token that is no blank."""
        while at < len(self.list) and (
            self.list[at].kind == "blank" or (self.list[at].kind == "text" and self.list[at].text.isspace())
        ):
            at += 1
        return at

    def argument(self, at: int) -> tuple[int, int, int]:
        """The mandatory argument at this index: where it begins and ends, and the index of what follows; an argument
        without braces is one token."""
        at = self.skip_blanks(at)
        if at < len(self.list) and self.list[at].kind == "open":
            end = self.partner[at]
            return at + 1, end, min(end + 1, len(self.list))
        if at < len(self.list) and self.list[at].kind not in ("close", "par"):
            return at, at + 1, at + 1
        return at, at, at

    def has_argument(self, at: int) -> bool:
        """Whether a brace opens here."""
        at = self.skip_blanks(at)
        return at < len(self.list) and self.list[at].kind == "open"

    def option(self, at: int) -> tuple[int, int, int] | None:
        """The optional argument at this index, as `argument` gives it, if there is one."""
        at = self.skip_blanks(at)
        if at < len(self.list) and self.list[at].text == "[" and at in self.partner:
            return at + 1, self.partner[at], self.partner[at] + 1
        return None

    def text(self, start: int, end: int) -> str:
        """What the tokens in this range say, as far as names and keys are concerned."""
        return "".join(
            t.text for t in self.list[start:end] if t.kind in ("text", "bracket", "ligature", "blank")
        ).strip()
