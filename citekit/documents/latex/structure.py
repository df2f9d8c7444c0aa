"""Text, mathematics, addresses, quotations, environments, lists of references, files that a source names."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import pairwise

from citekit.documents.latex.counters import written
from citekit.documents.latex.place import DEEPEST, Place, keep
from citekit.documents.latex.tables import ENVIRONMENTS, GERMAN, LIGATURES
from citekit.documents.latex.tokens import Token
from citekit.documents.source import Clean
from citekit.model import Note, Passage

_URL_ESCAPE = re.compile(r"\\string|\\(?=[%#_&~{}$^])|%\s*\n\s*|\s+")
ADDRESSES = {"url": "", "nolinkurl": "", "path": "", "burl": "", "doi": "https://doi.org/"}
_SHORTHANDS = {**LIGATURES, **GERMAN}


def add(place: Place) -> int:
    """A token that is no macro and no group; the index of what follows."""
    token, clean = place.token, place.clean
    match token.kind:
        case "text" | "bracket":
            keep(token, _math(place) if place.found.in_math else token.text, clean)
        case "blank":
            clean.put("\n", token.at)
        case "par":
            place.found.in_math = False
            clean.put("\n", token.at)
        case "ligature":
            clean.put(_SHORTHANDS[token.text], token.at)
        case "math":
            place.found.in_math = not place.found.in_math
        case "param":
            keep(token, "#" + token.text, clean)
        case "raw" if token.name == "href" and place.depth < DEEPEST:
            return _href(place)
        case "raw":
            _raw(place)
        case _:
            pass
    return place.at + 1


def _math(place: Place) -> str:
    """Mathematics as text: without the marks that raise a group ($^{14}$C) or lower it."""
    following = place.tokens.list[place.at + 1 : place.at + 2]
    text = place.token.text
    return text.rstrip("^_") if following and following[0].kind == "open" else text


def _raw(place: Place) -> None:
    r"""Characters as they stand (\verb), or an address that is printed."""
    token, clean = place.token, place.clean
    if token.name not in ADDRESSES:
        keep(token, token.text, clean)
        return
    since = len(clean)
    address = _address(token)
    clean.keep(address)
    clean.hint("link", since, ADDRESSES[token.name] + address.text)


def _href(place: Place) -> int:
    r"""\href{address}{text}."""
    start, end, behind = place.tokens.argument(place.at + 1)
    since = len(place.clean)
    place.into(place.clean, start, end)
    place.clean.hint("link", since, _address(place.token).text, end=place.offset(end))
    return behind


def _address(token: Token) -> Passage:
    """The address in a raw argument, without what keeps TeX from reading it."""
    origin = [token.at if token.fixed else token.at + i for i in range(len(token.text))]
    return Passage(text=token.text, origin=tuple(origin)).sub(_URL_ESCAPE, "")


def arguments(place: Place, row: str, at: int) -> int:
    """The arguments behind a macro by their row in the tables; the index of what follows."""
    for kind in row:
        if kind == "o":
            option = place.tokens.option(at)
            at = option[2] if option else at
            continue
        start, end, at = place.tokens.argument(at)
        if kind == "k":
            place.into(place.clean, start, end)
    return at


def _begin(place: Place) -> int:
    tokens = place.tokens
    start, end, at = tokens.argument(place.at + 1)
    name = tokens.text(start, end)
    place.clean.put("\n", place.token.at)
    at = arguments(place, ENVIRONMENTS.get(name, "o"), at)
    return _bibliography(place, at) if name == "thebibliography" and not place.found.in_list else at


def _end(place: Place) -> int:
    place.clean.put("\n", place.token.at)
    return arguments(place, "-", place.at + 1)


def _bibliography(place: Place, at: int) -> int:
    r"""The entries of a list of references, each from its \bibitem on."""
    items: list[int] = []
    tokens, end = place.tokens, at
    while end < len(tokens.list):
        token = tokens.list[end]
        if token.kind == "macro" and token.text == "bibitem":
            items.append(end)
        elif token.kind == "macro" and token.text == "end":
            start, last, _ = tokens.argument(end + 1)
            if tokens.text(start, last) == "thebibliography":
                break
        end += 1
    place.found.in_list = True
    for first, last in pairwise([*items, end]):
        _entry(place, first, last)
    place.found.in_list = False
    return end


def _entry(place: Place, first: int, end: int) -> None:
    r"""\bibitem[label]{key} text."""
    tokens, found, label, clean = place.tokens, place.found, Clean(), Clean()
    at = first + 1
    if option := tokens.option(at):
        place.into(label, *option[:2])
        at = option[2]
    _, _, at = tokens.argument(at)
    if at >= end:
        return
    place.into(clean, at, end)
    passage = clean.passage()
    if passage.text:
        number = len(found.entries) + 1
        start, last = tokens.list[first].at, max(passage.origin) + 1
        found.entries.append(
            Note(
                number=number,
                marker=label.passage().text or str(number),
                passage=passage,
                span=found.lines.span(start, last),
                kind="entry",
                hints=tuple(clean.hints),
            )
        )


def _enquote(place: Place) -> int:
    """csquotes: marks by the language of the article and by depth."""
    start, end, behind = place.tokens.argument(place.at + 1)
    inner = 2 * (place.found.quoted % 2)
    place.clean.put(place.found.quotes[inner], place.token.at)
    place.found.quoted += 1
    place.into(place.clean, start, end)
    place.found.quoted -= 1
    last = place.tokens.list[min(behind, len(place.tokens.list)) - 1]
    place.clean.put(place.found.quotes[inner + 1], last.at)
    return behind


def _math_fence(place: Place) -> int:
    place.found.in_math = place.name in "(["
    return place.at + 1


def _line_end(place: Place) -> int:
    """A line end or an item, with a length or a label in brackets."""
    place.clean.put("\n", place.token.at)
    return arguments(place, "o", place.at + 1)


def _circled(place: Place) -> int:
    r"""\textcircled{1} and pifont's \ding{172}."""
    tokens = place.tokens
    start, end, behind = tokens.argument(place.at + 1)
    digits = tokens.text(start, end)
    number = int(digits) - (171 if place.name == "ding" else 0) if digits.isdecimal() and len(digits) < 4 else 0
    if 0 < number <= 20:
        place.clean.put(written(number, "circled"), place.token.at)
    elif place.name != "ding":
        place.into(place.clean, start, end)
    return behind


def _counter(place: Place) -> int:
    """\\setcounter, \\addtocounter and \\stepcounter of the notes."""
    tokens, counters = place.tokens, place.found.counters
    start, end, at = tokens.argument(place.at + 1)
    name, number = tokens.text(start, end), "1"
    if "step" not in place.name:
        start, end, at = tokens.argument(at)
        number = tokens.text(start, end)
    if re.fullmatch(r"-?\d{1,6}", number):
        base = 0 if place.name == "setcounter" else counters.value.get(name, 0)
        counters.set(name, base + int(number))
    return at


def _chapter(place: Place) -> int:
    place.found.counters.chapter()
    return place.at + 1


def _file(place: Place) -> int:
    r"""\input and its like name a file that is not read, \bibliography one that holds the works."""
    tokens, name = place.tokens, place.name
    option = tokens.option(place.at + 1)
    start, end, at = tokens.argument(option[2] if option else place.at + 1)
    files = tokens.text(start, end)
    if name in ("bibliography", "addbibresource", "addglobalbib"):
        place.found.say(f"the works are in {files}; give it with -o to keep one bibliography", place.token.at, "info")
    elif files:
        place.found.say(f"\\{name}{{{files}}} is not followed; give that file as well", place.token.at)
    return at


HANDLERS: tuple[tuple[frozenset[str], Callable[[Place], int]], ...] = (
    (frozenset({"begin"}), _begin),
    (frozenset({"end"}), _end),
    (frozenset({"enquote", "textquote", "mkbibquote"}), _enquote),
    (frozenset("()[]"), _math_fence),
    (frozenset({"\\", "item", "newline", "linebreak"}), _line_end),
    (frozenset({"textcircled", "circled", "ding"}), _circled),
    (frozenset({"setcounter", "addtocounter", "stepcounter", "refstepcounter"}), _counter),
    (frozenset({"chapter"}), _chapter),
    (frozenset({"input", "include", "subfile", "InputIfFileExists"}), _file),
    (frozenset({"bibliography", "addbibresource", "addglobalbib"}), _file),
)
