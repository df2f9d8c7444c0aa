r"""The macros that make notes: \footnote and its like, and those that give mark and text apart."""

from __future__ import annotations

from citekit.documents.latex.place import Place
from citekit.documents.latex.tables import NOTES, NoteMacro
from citekit.documents.source import Clean, words_before
from citekit.model import Note, Span


def read_note(place: Place) -> int:
    r"""A macro of `NOTES`: a note, its mark alone (\footnotemark) or its text alone (\footnotetext)."""
    macro, tokens = NOTES[place.name], place.tokens
    at, given = place.at + 1, ""
    for _ in range(2):  # \sidenote has a second one, an offset
        if option := tokens.option(at):
            given, at = given or tokens.text(*option[:2]), option[2]
    if macro.text and not tokens.has_argument(at):
        return at
    marker = _marker(place, macro, given)
    if not macro.text:
        place.found.marks.setdefault((macro.counter, marker), []).append(call_of(place))
        return at
    start, end, at = tokens.argument(at)
    clean = Clean()
    place.found.in_note += 1
    place.into(clean, start, end)
    place.found.in_note -= 1
    add_note(place, macro, marker, clean, at)
    return at


def add_note(place: Place, macro: NoteMacro, marker: str, clean: Clean, behind: int) -> None:
    """Adds a note whose text is read; `behind` is the index of the token behind it."""
    waiting = place.found.marks.get((macro.counter, marker), [])
    if macro.calls:
        call: tuple[Span, str] | None = call_of(place)
    else:
        call = waiting.pop(0) if waiting else None
    passage = clean.passage()
    last = place.tokens.list[min(behind, len(place.tokens.list)) - 1]
    start = place.token.at
    end = max(start, last.at, max(passage.origin, default=start)) + 1
    place.found.notes.append(
        Note(
            number=0,
            marker=marker,
            passage=passage,
            span=place.found.lines.span(start, end),
            before=call[1] if call else "",
            call=call[0] if call else None,
            hints=tuple(clean.hints),
        )
    )


def call_of(place: Place) -> tuple[Span, str]:
    """The call-out that stands here, and the words before it."""
    at = place.token.at
    return place.found.lines.span(at, at + 1 + len(place.token.text)), words_before(place.clean.tail())


def _marker(place: Place, macro: NoteMacro, given: str) -> str:
    """The mark as printed: the number given in brackets, or the next; a text alone has that of the mark before."""
    counters = place.found.counters
    if not macro.counter:
        return ""
    if given.isdecimal():
        return counters.printed(macro.counter, int(given))
    if given:
        return given
    return counters.step(macro.counter) if macro.calls else counters.printed(macro.counter)


def missing_texts(place_marks: dict[tuple[str, str], list[tuple[Span, str]]]) -> list[tuple[str, Span]]:
    """The marks whose texts stand nowhere."""
    return [(marker, span) for (_, marker), calls in place_marks.items() for span, _ in calls]
