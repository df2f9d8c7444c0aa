r"""LaTeX: a source whose notes are marked by \footnote and its like."""

from __future__ import annotations

import re
from dataclasses import replace

from citekit.documents.latex.counters import Counters
from citekit.documents.latex.definitions import COMMANDS, DEFS, define
from citekit.documents.latex.notes import missing_texts
from citekit.documents.latex.place import Found
from citekit.documents.latex.reader import Reader
from citekit.documents.latex.tables import ENGLISH_QUOTES, GERMAN_LANGUAGES, QUOTES
from citekit.documents.latex.tokens import Tokens, tokenize
from citekit.documents.source import Clean, Lines, numbered
from citekit.documents.text import read_text
from citekit.model import Document, Result

_BEGIN = re.compile(r"^[^%\n]{0,500}?\\begin\s{0,3}\{document\}", re.MULTILINE)
_END = re.compile(r"^[^%\n]{0,2000}?\\end\s{0,3}\{document\}", re.MULTILINE)
_LANGUAGES = re.compile(
    r"\\usepackage\s{0,3}\[(?P<babel>[^\]]{0,300})\]\s{0,3}\{babel\}"
    r"|\\set(?:main|default)language\s{0,3}(?:\[[^\]]{0,200}\])?\{(?P<polyglossia>\w+)\}"
    r"|\\documentclass\s{0,3}\[(?P<options>[^\]]{0,500})\]"
)
_TITLE = frozenset(("title", "author", "date", "subtitle"))
_FILES = frozenset(("bibliography", "addbibresource", "addglobalbib"))
LARGEST_EXPANSION = 200_000
"""Tokens that the author's macros may stand for, all together."""


def read_latex(data: bytes, name: str) -> Result[Document]:
    r"""A LaTeX source as a document.

    The text of the document is the source itself, and every character of a note knows its place there. Notes are what
    \footnote, \endnote, \thanks and their relatives hold; a note's marker is its mark as printed. Of the preamble only
    definitions, title and author are read, comments and verbatim text not at all. Files that the source names are not
    followed: a message says which. Raises CitekitError for an empty file and for bytes that are no text.

    >>> source = r"A clear trend.\footnote{Anna Quill, \emph{Harbours} (Marsh \& Reed, 1999).}"
    >>> note = read_latex(source.encode(), "a.tex").value.notes[0]
    >>> note.text, note.before, source[note.hints[0].span.start : note.hints[0].span.end]
    ('Anna Quill, Harbours (Marsh & Reed, 1999).', 'A clear trend.', 'Harbours')
    """
    plain = read_text(data, name)
    found = read_source(plain.value.text, name)
    for marker, span in missing_texts(found.marks):
        found.say(f"note {marker} is called out, and its text stands nowhere", span.start)
    document = replace(
        plain.value,
        media_type="application/x-latex",
        notes=numbered(found.notes),
        entries=tuple(found.entries),
        hints=tuple(found.hints),
    )
    return Result(value=document, messages=(*plain.messages, *found.messages))


def read_source(text: str, name: str) -> Found:
    """What a source holds: the preamble for what it defines, then what stands between begin and end of the document."""
    begin = _BEGIN.search(text)
    start = begin.end() if begin else 0
    end = _END.search(text, start)
    language = main_language(text[:start])
    german = language in GERMAN_LANGUAGES
    found = Found(
        name=name,
        lines=Lines(text),
        counters=Counters(text[:start]),
        quotes=QUOTES.get(language, ENGLISH_QUOTES),
        budget=LARGEST_EXPANSION,
    )
    reader = Reader(found)
    if begin:
        _preamble(reader, Tokens(tokenize(text, 0, start, german)))
    tokens = Tokens(tokenize(text, start, end.end() if end else len(text), german))
    body = Clean()
    reader.read(tokens, 0, len(tokens.list), body)
    kept = (hint for hint in body.hints if hint.kind != "italic")
    found.hints += (replace(hint, span=found.lines.span(hint.span.start, hint.span.end)) for hint in kept)
    if tokens.unclosed:
        found.say(
            "a brace opens here and is never closed; what follows may be read wrongly",
            tokens.list[tokens.unclosed[0]].at,
        )
    return found


def main_language(preamble: str) -> str:
    r"""The language of the article by babel's names, empty if none is set. The last option of babel is the main one.

    >>> main_language(r"\usepackage[english,ngerman]{babel}")
    'ngerman'
    """
    language = ""
    for match in _LANGUAGES.finditer(preamble):
        if match["polyglossia"]:
            return match["polyglossia"]
        options = [option.strip() for option in (match["babel"] or match["options"]).split(",")]
        main = [option.removeprefix("main=") for option in options if option.startswith("main=")]
        named = main or [option for option in options if match["babel"] or option in QUOTES or option == "english"]
        language = named[-1] if named else language
    return language


def _preamble(reader: Reader, tokens: Tokens) -> None:
    """The author's macros, the notes of title and author, the names of bibliography files."""
    at = 0
    while at < len(tokens.list):
        token = tokens.list[at]
        if token.kind != "macro":
            at += 1
        elif token.text in COMMANDS | DEFS | {"let"}:
            at = define(tokens, at, token.text, reader.found)
        elif token.text in _TITLE:
            option = tokens.option(at + 1)
            start, end, at = tokens.argument(option[2] if option else at + 1)
            reader.read(tokens, start, end, Clean(), 1)
        elif token.text in _FILES:
            behind = tokens.argument(at + 1)[2]
            reader.read(tokens, at, at + 1, Clean(), 1)
            at = behind
        else:
            at += 1
