"""Call-outs: the raised mark in the body that sends the reader to a note, as it looks in plain text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from citekit.documents.assemble import last_words
from citekit.model import Passage
from citekit.notes.lines import Line
from citekit.notes.markers import (
    DIGITS,
    FAMILIES,
    NUMERALS,
    by_digits,
    by_glyph,
    by_length,
    by_letter,
    by_numeral,
    by_roman,
)
from citekit.notes.patterns import compiled
from citekit.notes.spacing import HAN, HANGUL, KANA
from citekit.notes.wraps import join_lines

CJK = HAN + KANA + HANGUL
CLOSING = "。，、；：？！”’」』》）〉】〕\"')\\]!?;,…—％%"
# What follows a figure that counts something: 3个, 5月, 2 %, 1.5, 12-15. A sentence may begin with few of them.
FIGURE = r"[\d０-９．.,:)）\]］〕%％‰°/~～〜×+=]|[-–—]\d"
UNITS = (
    r"[年月号期卷页頁届個个名人次种種位件条條项項岁歳万萬亿億元倍度点點天周部册冊层層级級年代년월일개명차회쪽권호세]|世[纪紀]"
    r"|日(?=[，。、；至到起前后後ー—-])|[国國](?![内內际際家会會民])|[大方]|章|[节節]|[分秒时時](?![至常而])"
)
COUNTED = rf"(?!{FIGURE}|\s{{0,4}}(?:{UNITS}))"
SENTENCE = "。！？”’」』》）〉】〕\"')\\]!?…"


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """A mark in the body that may call out a note, with its first sign; `strong` if it can hardly be anything else."""

    start: int
    end: int
    kind: str
    count: int
    strong: bool
    sign: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CallKind:
    """What a call-out looks like; group 1 is the mark, `strong` what makes it certain."""

    kind: str
    pattern: str
    strong: str | None = None
    why: str


ALONE = r"[ \t]{0,9}\n\n?[ \t\u3000]{0,99}[^\s\d]"
"""Behind a mark that has a line to itself: the next line, set in or not, begins with a word."""
AFTER_CLOSING = rf"(?<=[{CLOSING}])|(?<=[a-zà-ÿ)”’\"'{CJK}][.])"

CALLS: tuple[CallKind, ...] = (
    CallKind(
        kind="circled",
        pattern="([①-⒛⓪⓫-⓿❶-❿➀-➓㉑-㉟㊱-㊿㈠-㈩㊀-㊉])",
        strong=r"(?<=\S)",
        why="at the head of a line it may open an item",
    ),
    CallKind(kind="circled letter", pattern="([ⓐ-ⓩ⒜-⒵])", why="ⓐ"),
    CallKind(
        kind="word",
        pattern=rf"([（(〔［\[]?[注註주]\s?(?:{DIGITS}(?![0-9０-９])|{NUMERALS}{{1,4}}(?=[)）〕］\]]))\s?[)）〕］\]]?)",
        strong=r"(?=[（(〔［\[])",
        why="（注1）; without brackets it may be a cross-reference",
    ),
    CallKind(kind="starred number", pattern=rf"([*＊※]{DIGITS})(?![0-9０-９])", why="*1"),
    CallKind(
        kind="star",
        pattern=r"(?<=\S)[ \u3000]?([*＊∗✱]+|[†‡]+|※+)(?![0-9０-９])",
        why="behind the title or the author",
    ),
    CallKind(
        kind="bracketed",
        pattern=rf"([\[［〔【<]\s?{DIGITS}(?:\s?[-–—~,，、;；]\s?{DIGITS}){{0,9}}\s?[\]］〕】>])",
        strong=r"(?<=\S)|(?<=\S )",
        why="[3], and [1,2] or [3-5] for several notes",
    ),
    CallKind(
        kind="parenthesised",
        pattern=rf"([(（]\s?{DIGITS}\s?[)）])",
        strong=r"(?<=\S)",
        why="at the head of a line it opens an item",
    ),
    CallKind(
        kind="parenthesised numeral",
        pattern=rf"([(（\[［〔]\s?{NUMERALS}{{1,4}}\s?[)）\]］〕])",
        strong=r"(?<=\S)",
        why="（一）; at the head of a line it heads a section",
    ),
    CallKind(
        kind="half-parenthesised",
        pattern=rf"(?<![\d０-９(（\[,.\s-])({DIGITS}[)）])|(?<=[.,])({DIGITS}[)）])",
        strong=AFTER_CLOSING,
        why="했다.1)",
    ),
    CallKind(kind="raised", pattern="([⁰¹²³⁴-⁹]{1,3})", strong=r"(?<=\S)", why="superscript digits"),
    CallKind(
        kind="number",
        pattern=rf"(?:(?<=[{CLOSING}a-zà-ÿ{CJK}])|(?<=[a-zà-ÿ)”’\"'{CJK}][.]))(\d{{1,3}}){COUNTED}(?![A-Za-z])",
        strong=AFTER_CLOSING,
        why="a raised figure whose height is lost: 趋势。1随着, trends.1 The; 第7期, 3个 and No.2 are none",
    ),
    CallKind(
        kind="number",
        pattern=rf"(?<=[{SENTENCE}])(\d{{1,3}})(?!{FIGURE}|[年月个個名号期])(?=[{HAN}{KANA}])",
        why="战略。2日美澳: behind a full stop only a few units can follow",
    ),
    CallKind(
        kind="number",
        pattern=rf"(?<=[{CLOSING}]\n)(\d{{1,2}})(?={ALONE})",
        why="alone on a line, as converters set a raised figure behind the last word of a line",
    ),
    CallKind(kind="letter", pattern=rf"(?<=[{CLOSING}]\n)([a-z])(?={ALONE})", why="the same with a letter"),
    CallKind(
        kind="number",
        pattern=rf"(?<=[{CLOSING}])(\d{{1,3}})(?=(?:1[89]|20)\d\d年)",
        strong=AFTER_CLOSING,
        why="话题。11999年: a year follows the mark",
    ),
    CallKind(
        kind="number",
        pattern=rf"(?<=[a-z]{{3}}[.,;:])(\d{{1,3}})(?=[A-Z])|(?<=[a-z{CJK}][”’])(\d{{1,3}})(?=[A-Z{CJK}])",
        why="trends.1The: the blank behind it is lost as well",
    ),
    CallKind(
        kind="letter",
        pattern=rf"(?<=[{CLOSING}.{CJK}])([a-z])(?![A-Za-z'’.,\-]|(?<![{CLOSING}.][a-z])[0-9])",
        strong=rf"(?<=[{CLOSING}.])",
        why="趋势。a随着: circled digits whose font has no Unicode table",
    ),
    CallKind(
        kind="parenthesised letter",
        pattern=r"(?<=\S)\s?([(（\[［〔][a-z][)）\]］〕])(?![A-Za-z])",
        why="(a)",
    ),
    CallKind(
        kind="roman",
        pattern=rf"(?<=[{CLOSING}.{CJK}])([ivx]{{1,5}})(?![A-Za-z0-9'’.])",
        strong=rf"(?<=[{CLOSING}.])",
        why="trends.iv The",
    ),
)
COUNTERS = {
    "circled": by_glyph,
    "raised": by_glyph,
    "star": by_length,
    "roman": by_roman,
    "parenthesised numeral": by_numeral,
}


class CallIndex:
    """The call-outs of a text, to be asked by kind of note marker, count and place.

    `counts` says which counts the lines of the text open with, by kind. A note that is marked 12 or 12. may be called
    out as 12, [12], (12), ¹² or ⑫: each kind of marker gets the kind of call-out that meets most of its counts.
    """

    def __init__(self, text: str, counts: dict[str, set[int]]) -> None:
        self._calls: dict[tuple[str, int], list[Call]] = defaultdict(list)
        strong: dict[str, set[int]] = defaultdict(set)
        for row in CALLS:
            for call in _found(row, text):
                self._calls[row.kind, call.count].append(call)
                if call.strong:
                    strong[row.kind].add(call.count)
        for key, calls in self._calls.items():
            self._calls[key] = sorted(calls, key=lambda call: call.start)
        self._kinds = {kind: _best_kind(kind, met, strong) for kind, met in counts.items()}

    def first(self, kind: str, count: int, start: int, end: int) -> Call | None:
        """The first call-out between two places for a note of this kind, a strong one if there is any."""
        calls = self.between(kind, count, start, end)
        return next((call for call in calls if call.strong), calls[0] if calls else None)

    def of_star(self, sign: str, count: int, start: int, end: int) -> Call | None:
        """The first call-out between two places with this sign: a note marked † is not called out by *."""
        calls = self.between("star", count, start, end)
        return next((call for call in calls if call.sign == sign), calls[0] if calls else None)

    def between(self, kind: str, count: int, start: int, end: int) -> list[Call]:
        """The call-outs for a note of this kind that begin from `start` on and before `end`."""
        return self.marks(self._kinds.get(kind, kind), count, start, end)

    def marks(self, kind: str, count: int, start: int, end: int) -> list[Call]:
        """The call-outs that look like this kind themselves; the first fifty, which nobody needs more of."""
        calls = self._calls.get((kind, count), [])
        low = bisect_left(calls, start, key=lambda call: call.start)
        return [call for call in calls[low : low + 50] if call.start < end]


RELATED = {
    "digits": ("raised", "bracketed", "parenthesised", "half-parenthesised", "circled", "word", "number"),
    "letters": ("letter", "parenthesised letter", "circled letter"),
}


def _best_kind(kind: str, counts: set[int], strong: dict[str, set[int]]) -> str:
    """The kind of call-out that most of the counts have; a marker's own kind if no other has more."""
    kinds = [kind, *RELATED.get(FAMILIES[kind], ())]
    return max(kinds, key=lambda k: len(counts & strong.get(k, set())))


def _found(row: CallKind, text: str) -> Iterator[Call]:
    for match in compiled(row.pattern).finditer(text):
        group = match.lastindex or 0
        start, end = match.span(group)
        strong = row.strong is None or bool(compiled(row.strong).match(text, start))
        for count in _counts(row.kind, match.group(group)):
            yield Call(start=start, end=end, kind=row.kind, count=count, strong=strong, sign=text[start])


def _counts(kind: str, mark: str) -> Iterable[int]:
    """What a mark counts: one number, or all of [1,2] and [3-5]."""
    if kind in ("letter", "parenthesised letter", "circled letter"):
        return (by_letter(mark),)
    if kind != "bracketed":
        return (COUNTERS.get(kind, by_digits)(mark),)
    counts: list[int] = []
    for first, _, last in re.findall(r"(\d+)(\s?[-–—~]\s?(\d+))?", mark):
        counts += range(int(first), max(int(first), min(int(last or first), int(first) + 20)) + 1)
    return counts


def words_before(call: Call, lines: list[Line], marks: list[Call]) -> str:
    """The last words before a call-out, as `citekit.documents.assemble.last_words` counts them.

    `lines` are the lines of the body, `marks` the call-outs of all notes in order, which are left out.
    """
    at = bisect_left(lines, call.start + 1, key=lambda line: line.start) - 1
    if at < 0:
        return ""
    parts = [_without(lines[at], call.start, marks)]
    while at and sum(map(len, parts)) < 60 and len(parts) < 8:
        at -= 1
        parts.insert(0, _without(lines[at], lines[at].end, marks))
    return last_words(join_lines(Passage.of("\n".join(parts))).text)


def _without(line: Line, end: int, marks: list[Call]) -> str:
    """The line up to `end` without the call-outs in it."""
    parts, at = [], line.start
    first = bisect_left(marks, line.start, key=lambda mark: mark.start)
    for mark in marks[first : first + 50]:
        if mark.start >= end:
            break
        parts.append(line.text[at - line.start : mark.start - line.start])
        at = mark.end
    parts.append(line.text[at - line.start : end - line.start])
    return "".join(parts).strip()
