"""Print a line a little otherwise: marks and blanks as other hands and other machines set them, spans kept."""

import random
import re
from bisect import bisect_right
from collections.abc import Callable

Span = tuple[int, int, str]
Change = tuple[re.Pattern[str], Callable[[re.Match[str]], str]]

_WIDE = str.maketrans("，。：；（）", ",.:;()")


def _narrow(match: re.Match[str]) -> str:
    return match[0].translate(_WIDE)


def _spaced(match: re.Match[str]) -> str:
    return match[1] + ("." if match[0].endswith(" ") else ". ")


def _swap(table: dict[str, str]) -> Change:
    return re.compile("|".join(map(re.escape, table))), lambda match: table[match[0]]


CHANGES: list[tuple[float, Change]] = [
    (0.10, _swap({"“": '"', "”": '"', "‘": "'", "’": "'"})),
    (0.06, _swap({"“": "", "”": ""})),
    (0.05, _swap({"“": "«", "”": "»"})),
    (0.05, _swap({"《": "〈", "》": "〉"})),
    (0.04, _swap({"《": "『", "》": "』"})),
    (0.06, _swap({"「": "“", "」": "”"})),
    (0.06, _swap({"《": "“", "》": "”"})),
    (0.08, (re.compile("[，。：；（）]"), _narrow)),
    (0.05, (re.compile("[，：；]"), lambda match: _narrow(match) + " ")),
    (0.06, _swap({", ": "，", ": ": "：", ". ": "。"})),
    (0.12, _swap({"–": "-", "—": "-"})),
    (0.06, (re.compile(r"(?<=\d)[-–](?=\d)"), lambda _: "—")),
    (0.12, (re.compile(r"\b(pp?|[Vv]ol|[Nn]o|S|С|Bd|Nr)\. ?(?=\d)"), _spaced)),
    (0.08, (re.compile(r"\bVol\b|\bNo\b"), lambda match: match[0].lower())),
    (0.08, (re.compile(r"\bvol\b|\bno\b(?=\.)"), lambda match: match[0].capitalize())),
    (0.08, (re.compile(r"^\[\d+\] |^\d+\.? "), lambda _: "")),
    (0.10, (re.compile(r"[.。]$"), lambda _: "")),
    (0.05, (re.compile(r"$"), lambda _: ".")),
    (0.04, (re.compile(r"(?<=\w) (?=\w)"), lambda _: "  ")),
    (0.03, (re.compile(r" "), lambda _: "\n")),
    (0.04, (re.compile(r"年版"), lambda _: "年")),
    (0.04, (re.compile(r"第(?=\d+[页頁])"), lambda _: "")),
]  # fmt: skip


def replace(text: str, spans: list[Span], change: Change) -> tuple[str, list[Span]]:
    """Make one change all over the text and move the spans along.

    >>> replace("pp. 104", [(4, 7, "page")], (re.compile(r"\\. "), lambda _: "."))
    ('pp.104', [(3, 6, 'page')])
    """
    pattern, printed = change
    places, shifts, pieces = [-1], [0], []
    last = 0
    for match in pattern.finditer(text):
        new = printed(match)
        pieces += [text[last : match.start()], new]
        places.append(match.end())
        shifts.append(shifts[-1] + len(new) - len(match[0]))
        last = match.end()
    pieces.append(text[last:])
    out = "".join(pieces)

    def moved(at: int) -> int:
        return at + shifts[bisect_right(places, at) - 1]

    kept = ((moved(a), moved(b), label) for a, b, label in spans)
    return out, [(max(a, 0), min(b, len(out)), label) for a, b, label in kept if a < b]


def varied(text: str, spans: list[Span], rng: random.Random) -> tuple[str, list[Span]]:
    """The line with a few changes drawn at random; often with none."""
    for chance, change in CHANGES:
        if rng.random() < chance:
            text, spans = replace(text, spans, change)
    return text, spans
