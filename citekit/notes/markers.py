"""The marks that open a note and, raised, call it out: one row a kind, first match wins."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass

from citekit.model import Passage
from citekit.notes.patterns import compiled

DIGITS = "[0-9０-９]{1,3}"
NUMERALS = "[〇一二三四五六七八九十廿]"
SIGNS = "*＊∗✱†‡※§¶"
ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}


def by_digits(label: str) -> int:
    """The number in a label: 12 for "(12)", "注１２：", "注⑫" or "註十二"."""
    found = re.search("[0-9０-９]+", label)
    return int(found.group()) if found else by_numeral(label) or by_glyph(label)


def by_numeral(label: str) -> int:
    """The Chinese numeral in a label: 12 for "（十二）", 21 for "二一" and "廿一"; 0 if there is none."""
    found = re.search(f"{NUMERALS}+", label.replace("廿", "二十"))
    if not found:
        return 0
    tens, ten, ones = found.group().rpartition("十")
    value = by_glyph(ones) if ones else 0
    return value + 10 * (by_glyph(tens) if tens else 1) if ten else value


def by_glyph(label: str) -> int:
    """What a glyph counts, or several superscript digits: 3 for "③" and "➂", 12 for "¹²"."""
    value = 0
    for sign in label:
        value = value * 10 + int(unicodedata.numeric(sign, 0))
    return value


def by_letter(label: str) -> int:
    """The letter's place in the alphabet: 2 for "b" and "(b)", 3 for "ⓒ"."""
    found = re.search("[a-z]", unicodedata.normalize("NFKC", label))
    return ord(found.group()) - ord("a") + 1 if found else 0


def by_roman(label: str) -> int:
    """The value of a lower-case roman numeral: 4 for "iv"."""
    values = [ROMAN[c] for c in label if c in ROMAN]
    return sum(-v if v < max(values[i:]) else v for i, v in enumerate(values))


def by_length(label: str) -> int:
    """How often a sign is repeated: 2 for "**"."""
    return sum(c in SIGNS for c in label)


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkerKind:
    """A kind of marker: what its label looks like, what must follow it at the head of a string when nothing else
    tells that a note begins there (`alone`), how it counts, and why the row stands in the table."""

    name: str
    label: str
    count: Callable[[str], int]
    alone: str = ""
    why: str


# What follows a plain number and makes it no marker: 3 月, 21 世紀, 12 May 1984 ...
UNIT = (
    r"年(?![鉴鑑报報譜谱])|月(?![刊报報])|日(?![本经経刊报報])|世[纪紀]|년|월|세기"
    r"|(?:January|February|March|April|May|June|July|August|September|October|November|December|Januar|Februar|März"
    r"|Mai|Juni|Juli|Oktober|Dezember|janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre"
    r"|décembre) \d{4}\b|[.,;:)\]–—-]"
)
# ... and a number with a dot: 3. 10. 1990, 19. Jahrhundert, 2. Aufl.
ORDINAL = r"\d{1,2}\.|Aufl|Ausg|Jahrh|Jh\b|Band\b|Kap|Jan|Feb|Mär|Apr|Mai\b|Jun|Jul|Aug\b|Sep|Okt|Nov|Dez|Reich\b"
# An opening: a capital, a quotation mark or bracket, or any script but Latin.
OPENING = r"[A-Z“\"‘'«„(（\[［〔【「『《〈<]|[^\x00-\u024f]"

MARKERS: tuple[MarkerKind, ...] = (
    MarkerKind(
        name="circled",
        label="[①-⒛⓪⓫-⓿❶-➓㉑-㉟㊱-㊿㈠-㈩㊀-㊉]",
        count=by_glyph,
        why="Chinese journals; the same glyph has many code points, fonts map ① to U+2780 as well as to U+2460",
    ),
    MarkerKind(
        name="circled letter",
        label="[ⓐ-ⓩ⒜-⒵]",
        count=by_letter,
        why="enclosed letters of Japanese and Korean typesetting",
    ),
    MarkerKind(
        name="word",
        label=r"[（(〔［\[]?(?:[脚尾]?[注註](?:[释釋])?|각주|주)\s?[(（\[［〔]?\s?"
        rf"(?:{DIGITS}|[①-⑳]|{NUMERALS}{{1,4}})(?![0-9０-９])(?:\s?[)）\]］〕:：.．、]){{0,2}}",
        count=by_digits,
        alone=r"(?<=[)）\]］〕:：.．、①-⑳])|(?=\s+(?!参照|參照|참조|に同|と同)\S)",
        why="注1, （註2）, 주3): the word note before the number; 注3 参照 points to a note",
    ),
    MarkerKind(
        name="odd word",
        label=rf"[注註]\s?[)）]\s?{DIGITS}\s?[.．]?(?![0-9０-９])",
        count=by_digits,
        why="注) 12. of Japanese white papers: the bracket closes before the number",
    ),
    MarkerKind(
        name="starred number",
        label=rf"[*＊※]\s?{DIGITS}(?![0-9０-９])",
        count=by_digits,
        alone=rf"(?=\s)(?!\s+(?:{UNIT}))|(?=[^\s0-9A-Za-z.,，、年月日%])",
        why="*1 and ※1 of Japanese notes; * 2022年度 is a star before a year",
    ),
    MarkerKind(
        name="star",
        label="[*＊∗✱†‡※]+",
        count=by_length,
        alone=r"(?!\S[^*\n]{0,200}\*)(?=\s*\S)",
        why="*, **, †: funding, authors, editors' notes; *so* is emphasis",
    ),
    MarkerKind(name="sign", label="[§¶]+", count=by_length, alone=r"(?=\s+[^\d\s])", why="§ Text; § 64 is a statute"),
    MarkerKind(
        name="bracketed",
        label=rf"[\[［〔【<〈]\s?{DIGITS}\s?[\]］〕】>〉]",
        count=by_digits,
        why="[1], ［1］, 〔1〕; three digits at most, [2004] is a year",
    ),
    MarkerKind(
        name="parenthesised",
        label=rf"[(（]\s?{DIGITS}\s?[)）]",
        count=by_digits,
        why="(1), （1）; many articles go on with (21) where the circled digits end",
    ),
    MarkerKind(
        name="parenthesised numeral",
        label=rf"[(（\[［〔]\s?{NUMERALS}{{1,4}}\s?[)）\]］〕]",
        count=by_numeral,
        alone="(?!)",
        why="（一） of older articles, in a list under its heading; elsewhere it heads a section",
    ),
    MarkerKind(
        name="half-parenthesised",
        label=rf"{DIGITS}\s?[)）]",
        count=by_digits,
        why="1) of Korean and Japanese notes",
    ),
    MarkerKind(
        name="raised",
        label="[⁰¹²³⁴-⁹]{1,3}",
        count=by_glyph,
        why="superscript digits that kept their code points",
    ),
    MarkerKind(
        name="parenthesised letter",
        label=r"[(（\[［〔]?[a-z][)）\]］〕]",
        count=by_letter,
        alone=r"(?=\s*[^\s,;.\d])(?![a-z])",
        why="(a), a), [b]; not (s)he, (c) 2012",
    ),
    MarkerKind(
        name="dotted",
        label=rf"{DIGITS}[.．、](?![0-9０-９])",
        count=by_digits,
        alone=rf"(?!\s*(?:{ORDINAL}))(?=\s+\S|[^\W\da-z_]|{OPENING})",
        why="52. Aurelius, 1、王; dates and German ordinals have the same shape",
    ),
    MarkerKind(
        name="roman",
        label=r"(?:[(（\[](?=[ivx]+[)）\]]))?(?:x{0,3}(?:ix|iv|vi{0,3}|i{1,3})|x{1,3})[)）\]]?",
        count=by_roman,
        alone=rf"(?<=[ivx)）\]].)(?=\s+(?:{OPENING}))|(?=\s{{2,}}(?:{OPENING}))",
        why="i, ii, (iv): translators' and editors' notes",
    ),
    MarkerKind(
        name="number",
        label=DIGITS,
        count=by_digits,
        alone=rf"(?=\s+\S)(?!\s+(?:{UNIT}))",
        why="12 Tow: the raised number of Western notes; 2000 American Council is a year, 1984年 and 14.6.94 are dates",
    ),
    MarkerKind(
        name="letter",
        label="[a-z]",
        count=by_letter,
        alone=rf"(?=\t|\s{{2,}}(?:{OPENING}))|(?=\s(?![A-Z])(?:{OPENING}))|(?<=[a-df-hj-np-rt])(?=\s[A-Z])",
        why="a b c: circled digits of a font without Unicode table; e, o, v before a capital are words (e Silva)",
    ),
)
# Kinds that count on in one another: after ⑩ comes (11).
FAMILIES = {
    **dict.fromkeys((kind.name for kind in MARKERS), "digits"),
    **dict.fromkeys(("letter", "parenthesised letter", "circled letter"), "letters"),
    **dict.fromkeys(("star", "sign"), "stars"),
    "roman": "roman",
    "parenthesised numeral": "numerals",
}
JOINED = frozenset(("circled", "circled letter", "bracketed", "parenthesised", "starred number"))
"""Kinds of which one note may have several: ①② or [1], [2] before a text that both call out."""

ALONE = tuple(f"(?:{kind.label})(?:{kind.alone})" for kind in MARKERS)
# Within a zone of notes less is asked: a plain number or letter needs no blank behind it if no counted thing follows.
COUNTED = "年月日号期卷页頁章节節届世个個次回頃월일쪽권호년"
LOOSE = {
    "number": rf"{DIGITS}(?=\s|$|[A-Z“‘]|[^\w\s.,:%％)）\]、，。–—~～〜/-]|(?![{COUNTED}])[^\x00-\u024f])",
    "letter": r"[a-z](?=\s|$|[“‘「『《\[〔［]|[\u3040-\u30ff\u3400-\u9fff]|[A-Z][a-z])",
    "roman": r"(?:[(（\[](?=[ivx]+[)）\]]))?(?:x{0,3}(?:ix|iv|vi{0,3}|i{1,3})|x{1,3})(?:[)）\].](?=\s|$)|(?=\s|$))",
    "dotted": rf"{DIGITS}[.．、](?!\d)",
    "star": r"[*＊∗✱]+(?![0-9０-９])|[†‡]+|※+(?![0-9０-９])",
}
OPENERS = tuple((kind, LOOSE.get(kind.name, kind.label)) for kind in MARKERS)
STRAY = r"[\u3400-\u9fff]{1,2}(?=[*＊∗†]+\s{2,})"  # body characters that stuck to a star note


@dataclass(frozen=True, slots=True, kw_only=True)
class Opening:
    """A marker at the head of a line, or what may be one: where it begins and ends in the line, and whether it
    would be taken for a marker anywhere (`sure`). Of several in a row, `count` is the first and `last` the last."""

    label: str
    kind: str
    count: int
    last: int
    start: int
    end: int
    sure: bool


def openings(line: str) -> list[Opening]:
    """The markers that a line may open with, most specific first; i may be a roman numeral and a letter.

    >>> [(o.label, o.kind, o.count, o.sure) for o in openings("（11） 张三")]
    [('（11）', 'parenthesised', 11, True)]
    """
    start = len(line) - len(line.lstrip())
    if stray := compiled(STRAY).match(line, start):
        start = stray.end()
    if _opens_no_note(line[start : start + 1]):
        return []
    found = []
    for (kind, pattern), alone in zip(OPENERS, ALONE, strict=True):
        if match := compiled(pattern).match(line, start):
            sure, count = bool(compiled(alone).match(line, start)), kind.count(match.group())
            end, last = _joined(line, match.end(), kind, count) if kind.name in JOINED else (match.end(), count)
            found.append(
                Opening(label=line[start:end], kind=kind.name, count=count, last=last, start=start, end=end, sure=sure)
            )
    return found


def _joined(line: str, end: int, kind: MarkerKind, count: int) -> tuple[int, int]:
    """Where a row of markers ends that count up, and its last count."""
    while match := compiled(rf"[、,，;；]?\s?({kind.label})").match(line, end):
        if kind.count(match[1]) != count + 1:
            break
        end, count = match.end(), count + 1
    return end, count


def _opens_no_note(first: str) -> bool:
    """Whether a string that begins with this letter has no marker: a capital, a letter of a script without case."""
    return first.isalpha() and not first.islower() and first not in "注註脚尾각주"


def strip_marker(passage: Passage) -> tuple[str, Passage]:
    """Parts the string of one note from the marker at its head.

    Takes the note as it was copied; gives the marker as printed ("" if there is none) and the rest, without white
    space at its ends. A number, letter or bracket that may as well belong to the text is left there.

    >>> label, rest = strip_marker(Passage.of("[14] 江平：《沉浮与枯荣》"))
    >>> label, rest.text, rest.span(0, 2).start
    ('[14]', '江平：《沉浮与枯荣》', 5)
    >>> strip_marker(Passage.of("14.6.94, zit. n. SWB"))[0]
    ''
    """
    passage = passage.strip()
    if stray := compiled(STRAY).match(passage.text):
        passage = passage.cut(stray.end())
    if _opens_no_note(passage.text[:1]):
        return "", passage
    for pattern in ALONE:
        if match := compiled(pattern).match(passage.text):
            return match.group(), passage.cut(match.end()).strip()
    return "", passage
