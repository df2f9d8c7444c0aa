r"""Citations of a `.bib` file: \cite[pre][post]{key} and its relatives (LaTeX, natbib, biblatex, jurabib, apacite)."""

from __future__ import annotations

from citekit.documents.latex.notes import add_note
from citekit.documents.latex.place import Place, keep
from citekit.documents.latex.tables import CITE_NOTES, NoteMacro
from citekit.documents.source import Clean

_NOTE = NoteMacro(counter="footnote")
_TEXT = NoteMacro(counter="footnote", calls=False)


def read_cite(place: Place) -> int:
    r"""A macro of `CITES`: printed as [pre key, post], with a hint to the keys; \footcite in the body is a note."""
    name = place.name
    if name not in CITE_NOTES or place.found.in_note:
        return _cite(place, place.clean)
    clean = Clean()
    behind = _cite(place, clean)
    macro = _TEXT if "text" in name else _NOTE
    if len(clean):
        counters = place.found.counters
        marker = counters.step("footnote") if macro.calls else counters.printed("footnote")
        add_note(place, macro, marker, clean, behind)
    return behind


def _cite(place: Place, clean: Clean) -> int:
    """Reads one citation, or several for a macro with a plural; returns the index of what follows."""
    tokens, name, since = place.tokens, place.name, len(clean)
    at, found = place.at + 1, list[str]()
    volumes = int("volcite" in name)
    while True:
        behind, keys = _work(place, at, clean, volumes, separator="; " if found else "")
        if not keys:
            break
        found += keys
        at = behind
        if not name.endswith("s") or tokens.skip_blanks(at) != at:
            break
    clean.hint("citation", since, ",".join(found), end=place.offset(at - 1) + 1)
    return at


def _work(place: Place, at: int, clean: Clean, volumes: int, separator: str) -> tuple[int, list[str]]:
    """One [pre][post]{keys}; the index behind it and its keys, none if there is no such thing here."""
    tokens, place_at = place.tokens, place.token.at
    options: list[tuple[int, int, int]] = []
    parts = 1 + volumes
    start = end = at
    for part in range(parts):
        while (option := tokens.option(at)) and len(options) < 2:
            options.append(option)
            at = option[2]
        if not tokens.has_argument(at):
            return at, []
        start, end, at = tokens.argument(at)
        if part < parts - 1:
            options.append((start, end, at))  # \\volcite{volume}[page]{key}
    keys = [key for key in (key.strip() for key in tokens.text(start, end).split(",")) if key]
    if not keys:
        return at, []
    clean.put(separator + "[", place_at)
    if len(options) == 2:
        _option(place, options[0], clean, behind=" ")
    for token in tokens.list[start:end]:
        keep(token, token.text, clean)
    if options:
        _option(place, options[-1], clean, before=", ")
    clean.put("]", place_at)
    return at, keys


def _option(place: Place, option: tuple[int, int, int], clean: Clean, before: str = "", behind: str = "") -> None:
    """The words before or behind a key."""
    words = Clean()
    place.into(words, option[0], option[1])
    if words.passage().text:
        clean.put(before, place.token.at)
        clean.keep(words.passage())
        clean.put(behind, place.token.at)
