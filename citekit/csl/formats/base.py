"""A format is data: how it writes plain characters, and the strings around each way to set text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from citekit.csl.locale import Quotes
from citekit.csl.richtext import CLOSE, CLOSE_QUOTE, MARKS, NAMES, OPEN_QUOTE

# Set twice, a text stands out by being set upright again.
FLIPS = {
    "font-style:italic": "font-style:normal",
    "font-style:oblique": "font-style:normal",
    "font-weight:bold": "font-weight:normal",
    "font-variant:small-caps": "font-variant:normal",
}
# The values that an attribute has where nothing is said: writing them out is needed inside their opposite alone.
PLAIN = {"font-style:normal", "font-weight:normal", "font-variant:normal", "text-decoration:none"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """How an output writes text: `escape` for plain characters, `around` the strings before and after set text."""

    name: str
    escape: Callable[[str], str]
    around: Mapping[str, tuple[str, str]]

    def write(self, text: str, quotes: Quotes) -> str:
        """The rich text in this format, its quotation marks those of the locale."""
        if not any(mark in text for mark in MARKS):
            return self.escape(text)
        parts: list[str] = []
        open_tags: list[str] = []
        for kind, value in events(text, quotes):
            if kind == "text":
                parts.append(self.escape(value))
            elif kind == "open":
                before, after = self.around.get(value, ("", ""))
                parts.append(before)
                open_tags.append(after)
            else:
                parts.append(open_tags.pop())
        return "".join(parts + open_tags[::-1])


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """A stretch of text set one way; `formats` holds names such as `font-style:italic`."""

    text: str
    formats: frozenset[str]


def events(text: str, quotes: Quotes) -> list[tuple[str, str]]:
    """What a writer meets from left to right: ("text", characters), ("open", format), ("close", format)."""
    found: list[tuple[str, str]] = []
    stack: list[str] = []
    depth, start = 0, 0
    for place, character in enumerate(text):
        if character not in MARKS:
            continue
        if place > start:
            found.append(("text", text[start:place]))
        start = place + 1
        if character == OPEN_QUOTE:
            found.append(("text", quotes.opening(depth)))
            depth += 1
        elif character == CLOSE_QUOTE:
            depth = max(0, depth - 1)
            found.append(("text", quotes.closing(depth)))
        elif character == CLOSE:
            if stack:
                found.append(("close", stack.pop()))
        else:
            stack.append(_flipped(NAMES[character], stack))
            found.append(("open", stack[-1]))
    if start < len(text):
        found.append(("text", text[start:]))
    return found


def _flipped(name: str, stack: list[str]) -> str:
    if name == "nodecor":
        return next((FLIPS[other] for other in reversed(stack) if other in FLIPS), "nothing")
    attribute = name.split(":")[0] + ":"
    around = next((other for other in reversed(stack) if other.startswith(attribute)), "")
    if name == around and name in FLIPS:
        return FLIPS[name]
    if name in PLAIN and around in ("", name):
        return "nothing"  # upright already
    return name


def runs(text: str, quotes: Quotes) -> list[Run]:
    """The rich text as stretches that are each set one way, for word processors.

    >>> from citekit.csl.locale import Quotes
    >>> from citekit.csl.richtext import wrap
    >>> [run.text for run in runs("See " + wrap("Faust", ("font-style:italic",)), Quotes())]
    ['See ', 'Faust']
    """
    found: list[Run] = []
    stack: list[str] = []
    for kind, value in events(text, quotes):
        if kind == "open":
            stack.append(value)
        elif kind == "close":
            stack.pop()
        else:
            formats = {name.split(":")[0]: name for name in stack}
            shown = frozenset(name for name in formats.values() if name not in PLAIN | {"nothing", "nocase"})
            if found and found[-1].formats == shown:
                found[-1] = Run(text=found[-1].text + value, formats=shown)
            else:
                found.append(Run(text=value, formats=shown))
    return found
