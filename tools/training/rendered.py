"""Find the fields in what render.mjs printed: the variables of CSL, cut down to what the gold sets call a field."""

import html
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from training.corpora import Span

Item = Mapping[str, Any]
Place = tuple[int, int]

#: variable of CSL -> field, for texts and for numbers
TEXTS = {
    "title": "title", "title-short": "title", "container-title": "container-title",
    "container-title-short": "container-title", "journalAbbreviation": "container-title",
    "collection-title": "collection-title", "publisher": "publisher", "publisher-place": "publisher-place",
    "genre": "genre",
}  # fmt: skip
NUMBERS = {
    "volume": "volume", "issue": "issue", "edition": "edition", "number": "number", "page": "page",
    "page-first": "page", "locator": "locator", "collection-number": "collection-number",
}  # fmt: skip
PEOPLE = ("author", "editor", "translator")
DATES = ("issued", "accessed")
_MARK = re.compile("\ue000([^\ue001]*)\ue001|\ue002")
_LINKS = {
    "DOI": re.compile(r"10\.\d{4,9}/[^\s>⟩]*[^\s>⟩.,;)\]]"),
    "URL": re.compile(r"(?:https?|ftp)://[^\s>⟩]*[^\s>⟩.,;)]"),
}
_NUMBER = re.compile(r"(?<![^\W\d])[A-Z]{0,3}\d[\w.]*(?:\s?[-‑–—~/,]\s?[A-Za-z]?\d[\w.]*)*|\b[ivxlcIVXLC]+\b")
_WORD = r"[^\W\d_]{3,12}\.?"
#: a date to its last digit or unit, and from the month before its day: a word before a day, not before digits alone
_MONTH = rf"{_WORD}(?:[-–/]{_WORD})? (?!\d+[-./]\d|.*[^\W\d_]{{3}})"
_DATE = re.compile(rf"(?:{_MONTH})?\d(?:.*\d)?[年月日년월일]?")
_CJK = re.compile("[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3]")


def fields(printed: str, item: Item, dotted: bool) -> tuple[str, list[Span]]:
    """The text of a printed item and its fields; no fields if a person is not found in what was printed. `dotted`:
    the style prints initials with a dot, which belongs to the person even where the sentence ends with it."""
    text, places = plain(printed)
    spans: list[Span] = []
    for start, end, names in places:
        found = list(_variable(text, start, end, names, item))
        if not found and any(item.get(name) for name in names if name in PEOPLE):
            return text, []
        spans.extend(found)
    spans.extend(_bare(text, spans, item))
    return text, [_with_dot(text, span) if dotted else span for span in _apart(spans)]


def plain(printed: str) -> tuple[str, list[tuple[int, int, list[str]]]]:
    """The text without tags and marks, and where each variable stands.

    >>> plain("<i>\\ue000title\\ue001Harbours\\ue002</i>, \\ue000issued\\ue0012010\\ue002.")
    ('Harbours, 2010.', [(0, 8, ['title']), (10, 14, ['issued'])])
    """
    columns = "csl-right" in printed  # the number of the reference stands in a column of its own
    text = re.sub(r"\s+", " ", html.unescape(re.sub(r"<[^>]+>", " " if columns else "", printed))).strip()
    text = re.sub(" ([,.;:)])", r"\1", text) if columns else text
    out, at = "", 0
    opened: list[tuple[int, list[str]]] = []
    spans = []
    for mark in _MARK.finditer(text):
        out += text[at : mark.start()]
        at = mark.end()
        if mark[1] is not None:
            opened.append((len(out), mark[1].split(",")))
        elif opened:
            start, names = opened.pop()
            spans.append((start, len(out), names))
    return out + text[at:], sorted(spans)


def _apart(spans: list[Span]) -> list[Span]:
    """Without those that lie in another or stand twice."""
    out: list[Span] = []
    for span in sorted(set(spans), key=lambda one: (one[0], -one[1])):
        if not out or span[0] >= out[-1][1]:
            out.append(span)
    return out


def _with_dot(text: str, span: Span) -> Span:
    start, end, label = span
    lone = label in PEOPLE and re.search(r"(?<!\w)\w$", text[start:end]) and text[end : end + 1] == "."
    return (start, end + 1, label) if lone else span


def _variable(text: str, start: int, end: int, names: Sequence[str], item: Item) -> Iterator[Span]:
    """The fields in the stretch in which a style printed the first of `names` that the work has."""
    for name in names:
        field = TEXTS.get(name) or NUMBERS.get(name) or name
        found: list[Place | None] = []
        if name in TEXTS:
            found = [value_in(text, start, end, [item.get(name), item.get(field)])]
        elif name in NUMBERS:
            found = [_number_in(text, start, end, str(item.get(name.removesuffix("-first"), "")))]
        elif name in DATES:
            found = [match.span() if (match := _DATE.search(text, start, end)) else None]
        elif name in _LINKS:
            found = [match.span() if (match := _LINKS[name].search(text, start, end)) else None]
        if found and found[0]:
            yield (*found[0], field)
            return
    yield from _people_in(text, start, end, item, names)


def _folded(text: str, start: int, end: int) -> tuple[str, list[int]]:
    """Letters and digits alone, and where each stands."""
    kept = [(char, at) for at in range(start, end) for char in text[at].casefold() if char.isalnum()]
    return "".join(char for char, _ in kept), [at for _, at in kept]


def value_in(text: str, start: int, end: int, values: Sequence[str | None]) -> Place | None:
    """Where one of the values stands in a stretch, whatever its capitals and marks; the marks at its own ends belong
    to it.

    >>> value_in("‘A STUDY’, in", 0, 9, ["A study"])
    (1, 8)
    """
    folded, places = _folded(text, start, end)
    for value in filter(None, values):
        wanted = _folded(value, 0, len(value))[0]
        at = folded.find(wanted) if wanted else -1
        if at >= 0:
            first, last = places[at], places[at + len(wanted) - 1] + 1
            head, tail = re.match(r"\W*", value), re.search(r"\W*$", value)
            for mark in tail[0] if tail else "":
                last += text[last : last + 1] == mark
            before = head[0] if head else ""
            return first - len(before) * text.endswith(before, 0, first), last
    return None


def _number_in(text: str, start: int, end: int, value: str) -> Place | None:
    found = value_in(text, start, end, [value])
    if found and not text[found[1] : found[1] + 1].isdigit():
        return found
    match = _NUMBER.search(text, start, end)
    return match.span() if match else None


def _people_in(text: str, start: int, end: int, item: Item, names: Sequence[str]) -> Iterator[Span]:
    taken: list[Place] = []
    for label in sorted(PEOPLE, key=lambda one: names.index(one) if one in names else len(names)):
        for person in item.get(label) or []:
            match = _person(person).search(text, start, end)
            if match and not any(a < match.end() and match.start() < b for a, b in taken):
                taken.append(match.span())
                yield (*match.span(), label)


def _person(name: Mapping[str, str]) -> re.Pattern[str]:
    """A person as any style prints one: in either order, the given names in full or as initials."""
    literal, family, given = name.get("literal", ""), name.get("family", ""), name.get("given", "")
    if literal or not given:
        return re.compile(re.escape(literal or family) + r"(?!\w)", re.I)
    if _CJK.search(family + given):
        return re.compile("[ ,·・]*".join(map(re.escape, filter(None, (family, given)))))
    particle = re.escape(name.get("non-dropping-particle") or name.get("dropping-particle") or "")
    whole = (rf"(?:{particle} ?)?" if particle else "") + re.escape(family)
    shown = [rf"(?:{re.escape(part)}|{_initials(part)})\.?" for part in re.split(r"[\s.]+", given) if part]
    first = shown[0] + "".join(rf"(?:[ \xa0]?{part})?" for part in shown[1:])
    tail = rf"(?:,? {particle}(?!\w))?" if particle else ""
    natural = rf"{first}{tail}[ \xa0]?{whole}(?!\w)"
    turned = rf"{whole}(?!\w)(?:,?[ \xa0]?\(?{first}(?!\w)\)?{tail})?"
    return re.compile(rf"(?<!\w)(?:{natural}|{turned})", re.I)


def _initials(part: str) -> str:
    """Jean-Paul: J.-P., J-P, JP, J."""
    pieces = [re.escape(piece[0]) for piece in re.split(r"[-‐‑]", part) if piece]
    return "".join(rf"(?:\.?[-‐‑]?{piece})?" if at else piece for at, piece in enumerate(pieces))


def _bare(text: str, spans: list[Span], item: Item) -> Iterator[Span]:
    """Numbers that a style prints without saying so: the first page in a legal citation."""
    labels = {label for _, _, label in spans}
    for label in ("page", "volume"):
        wanted = re.match(r"\w+", str(item.get(label, "")))
        if wanted and label not in labels:
            for match in re.finditer(rf"(?<![\w./-]){re.escape(wanted[0])}(?!\w)", text):
                if not any(a < match.end() and match.start() < b for a, b, _ in spans):
                    yield (*match.span(), label)
                    break
