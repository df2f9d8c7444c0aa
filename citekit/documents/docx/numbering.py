"""The printed markers of the notes: counted through the document, as its settings and sections say.

ISO/IEC 29500-1, 17.11: numFmt, numStart, numRestart in the properties of footnotes and endnotes.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from citekit.documents.docx.numerals import numeral
from citekit.documents.markup import attribute, child

if TYPE_CHECKING:
    from lxml import etree

KINDS = ("footnote", "endnote")


@dataclass(slots=True, kw_only=True)
class Call:
    """A call-out met in the text, with its own mark where the author has typed one (then the note is not counted)."""

    kind: str
    id: str
    typed: bool = False
    mark: str = ""

    @property
    def key(self) -> str:
        """What tells the note from all others."""
        return f"{self.kind} {self.id}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBreak:
    """A page ended here when the document was last laid out."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionEnd:
    """A section ended here; its properties stand at its end."""

    properties: etree._Element


Event = Call | PageBreak | SectionEnd


@dataclass(frozen=True, slots=True, kw_only=True)
class Scheme:
    """How the notes of one kind are numbered; None where it is not said."""

    format: str | None = None
    pattern: str = ""
    start: int | None = None
    restart: str | None = None

    def over(self, base: Scheme) -> Scheme:
        """This scheme, and what it leaves open as `base` has it."""
        return Scheme(
            format=self.format or base.format,
            pattern=self.pattern if self.format else base.pattern,
            start=base.start if self.start is None else self.start,
            restart=self.restart or base.restart,
        )


USUAL = {"footnote": Scheme(format="decimal"), "endnote": Scheme(format="lowerRoman")}
"""What holds where nothing is said (17.11.17, 17.11.18)."""


def markers(events: Iterable[Event], settings: etree._Element | None) -> dict[str, str]:
    """The marker of each note that is called out, by the key of its call-out.

    Takes the call-outs with the ends of pages and sections between them, in order, and the root of the settings.
    Numbers that begin anew on each page follow the pages of the last layout; a file that does not tell them has its
    notes counted on.

    >>> markers([Call(kind="footnote", id="7"), Call(kind="endnote", id="1"), Call(kind="footnote", id="8")], None)
    {'footnote 7': '1', 'endnote 1': 'i', 'footnote 8': '2'}
    """
    found: dict[str, str] = {}
    counts: dict[str, int] = {}
    for section, properties in _sections(events):
        schemes = {
            kind: scheme(child(properties, f"{kind}Pr")).over(scheme(child(settings, f"{kind}Pr"))).over(USUAL[kind])
            for kind in KINDS
        }
        for kind in KINDS:
            if schemes[kind].restart == "eachSect":
                counts.pop(kind, None)
        for event in section:
            if isinstance(event, PageBreak):
                for kind in KINDS:
                    if schemes[kind].restart == "eachPage":
                        counts.pop(kind, None)
            elif isinstance(event, Call):
                found.setdefault(event.key, _marker(event, schemes[event.kind], counts))
    return found


def scheme(properties: etree._Element | None) -> Scheme:
    """What the properties of footnotes or endnotes say."""
    form, start, restart = (child(properties, name) for name in ("numFmt", "numStart", "numRestart"))
    if form is None and properties is not None:  # formats of later versions stand beside one for earlier ones
        form = child(properties, "AlternateContent", "Choice", "numFmt")
    number = attribute(start, "val") if start is not None else ""
    return Scheme(
        format=attribute(form, "val") or None if form is not None else None,
        pattern=attribute(form, "format") if form is not None else "",
        start=int(number) if number.isdecimal() and len(number) < 6 else None,
        restart=attribute(restart, "val") or None if restart is not None else None,
    )


def _sections(events: Iterable[Event]) -> Iterable[tuple[list[Event], etree._Element | None]]:
    section: list[Event] = []
    for event in events:
        if isinstance(event, SectionEnd):
            yield section, event.properties
            section = []
        else:
            section.append(event)
    yield section, None


def _marker(call: Call, scheme: Scheme, counts: dict[str, int]) -> str:
    if call.typed:
        return call.mark.strip()
    start = 1 if scheme.start is None else scheme.start
    number = counts[call.kind] = counts.get(call.kind, start - 1) + 1
    return numeral(number, scheme.format or "decimal", scheme.pattern)
