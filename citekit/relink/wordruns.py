"""Runs of a Word paragraph: where a stretch of them ends, and other runs in its place."""

from __future__ import annotations

from collections.abc import Sequence
from copy import deepcopy
from typing import TYPE_CHECKING

from citekit.csl import Run
from citekit.documents.markup import allowed, attribute, local

if TYPE_CHECKING:
    from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SPACE = "{http://www.w3.org/XML/1998/namespace}space"
WRAPPERS = frozenset({"hyperlink", "smartTag", "ins", "moveTo"})
"""What holds runs within a paragraph: a field begins before one whose first run is its own first."""
TEXT = frozenset({"r", "hyperlink", "smartTag", "ins"})
"""What goes when other text takes the place of a stretch; bookmarks and the like stay."""
SET = frozenset({"i", "iCs", "b", "bCs", "u", "smallCaps", "vertAlign", "rStyle", "lang"})
"""Properties of a run that say how its own words are set; the others (font, size) hold for what takes their place."""
LOOKS = {
    "font-style:italic": (("i", ""), ("iCs", "")),
    "font-style:oblique": (("i", ""), ("iCs", "")),
    "font-weight:bold": (("b", ""), ("bCs", "")),
    "font-variant:small-caps": (("smallCaps", ""),),
    "text-decoration:underline": (("u", "single"),),
    "vertical-align:sup": (("vertAlign", "superscript"),),
    "vertical-align:sub": (("vertAlign", "subscript"),),
}
"""What a style asks for, as elements and values of run properties (ISO/IEC 29500-1, 17.3.2)."""
ORDER = ("rStyle", "rFonts", "b", "bCs", "i", "iCs", "caps", "smallCaps", "strike", "color", "sz", "szCs", "u")
"""The order that the schema wants properties in, as far as it matters here; others stand behind."""


def outside(run: etree._Element, step: int) -> etree._Element:
    """The run, or what it is the first (-1) or last (1) of within its paragraph."""
    place = run
    while (above := place.getparent()) is not None and local(above) in WRAPPERS:
        if (place.getprevious() if step < 0 else place.getnext()) is not None:
            break
        place = above
    return place


def set_anew(begin: etree._Element, end: etree._Element, shown: Sequence[Run]) -> tuple[etree._Element, etree._Element]:
    """Other words in the place of a stretch of runs; the first and the last of the new ones."""
    first, last = outside(begin, -1), outside(end, 1)
    made = [_run(begin, one) for one in shown]
    for run in made:
        first.addprevious(run)
    place: etree._Element | None = first
    while place is not None:
        behind = place.getnext() if place is not last else None
        above = place.getparent()
        if local(place) in TEXT and above is not None:
            above.remove(place)
        place = behind
    return made[0], made[-1]


def renewed(begin: etree._Element, instruction: str) -> bool:
    """Gives the field whose result begins with a run a new instruction; false if the run begins none."""
    codes: list[etree._Element] = []
    mark = outside(begin, -1).getprevious()
    if mark is None or _kind(mark) != "separate":
        return False
    while mark is not None and _kind(mark) != "begin":
        codes[:0] = mark.iter(f"{{{W}}}instrText")
        mark = mark.getprevious()
    for number, code in enumerate(codes):
        code.text = allowed(instruction) if not number else ""
    return bool(codes) and mark is not None


def _kind(run: etree._Element) -> str:
    """The kind of the field mark that a run holds; empty if it holds none."""
    mark = next(run.iter(f"{{{W}}}fldChar"), None)
    return attribute(mark, "fldCharType") if mark is not None else ""


def _run(like: etree._Element, shown: Run) -> etree._Element:
    from lxml import etree

    run = etree.Element(f"{{{W}}}r")
    old = next((deepcopy(part) for part in like if local(part) == "rPr"), None)
    kept = [part for part in old if local(part) not in SET] if old is not None else []
    for name, value in (pair for look in sorted(shown.formats) for pair in LOOKS.get(look, ())):
        part = etree.Element(f"{{{W}}}{name}")
        if value:
            part.set(f"{{{W}}}val", value)
        kept.append(part)
    if kept:
        kept.sort(key=lambda part: ORDER.index(local(part)) if local(part) in ORDER else len(ORDER))
        etree.SubElement(run, f"{{{W}}}rPr").extend(kept)
    text = etree.SubElement(run, f"{{{W}}}t")
    text.set(SPACE, "preserve")
    text.text = allowed(shown.text)
    return run
