"""What PDFs, fonts and line ends do to a note, done on purpose: the same text and seed give the same damage.

    damage("王帆：《美国“印太”联盟》，《当代美国评论》，2023年第7期。", seed=1)

Each damage is a row of `DAMAGES`; `damage` does all of them in order, or only those named. Letters and figures
survive: all that a damage may do is to move, add or drop white space, to swap a mark for one that looks alike, to
hyphenate a word, and to lose the end of a ligature. Addresses are broken over lines but not changed otherwise.
"""

from __future__ import annotations

import random
import re
import unicodedata
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

HAN_KANA = "\u3005\u3041-\u3096\u30a1-\u30fa\u30fc\u3400-\u4dbf\u4e00-\u9fff"
URL = re.compile(
    r"(?:https?://|www\.|doi:\s?10\.|(?<![\d.])10\.\d{4,9}/)[!-~]+"
    r"(?:\n\s*[a-z0-9_%:-]*[./=-][!-~]*)*"  # already broken over lines
)
LATIN_WORD = re.compile(r"(?<![^\W\d_])[A-Za-zÀ-ɏ]+(?![^\W\d_])")
LIGATURE = re.compile("ff[il]?|f[il]")
ACRONYM = re.compile(r"(?<![\w.])(?![IVXLCDM]+\b)[A-Z]{3,5}(?![\w.])")
CJK_WORD = re.compile(f"[{HAN_KANA}]{{2,6}}")
LONG_WORD = re.compile(r"[^\W\d_\u1100-\U0010ffff]{7,}")
VOWELS = "aeiouyäöüéèаеиоуыя"

HALF = {"，": ",", "：": ":", "；": ";", "（": "(", "）": ")", "？": "?", "！": "!", "。": ".", "［": "[", "］": "]"}
FULL = {",": "，", ":": "：", ";": "；", "(": "（", ")": "）", "?": "？", "!": "！"}
WIDENED = re.compile(rf"(?<=[{HAN_KANA}》」』”\]）])([,:;()?!]) ?|(?<=\w)([,:;)]) ?(?=[{HAN_KANA}《「『“])")
STRAIGHT = {"“": '"', "”": '"', "„": '"', "‘": "'", "’": "'"}
RANGE_DASHES = "-–—‐―−～"
LONG_DASHES = ("—", "–", "―", "─", "--")

CLOSING = "，。、；：）》」』”’,.;:)!?！？"  # no line begins with one of these, and none ends with one of those
OPENING = "（《「『“‘("
CJK_BEFORE = re.compile(f"[{HAN_KANA}，。、；：）》」』”]")

CJK_COLUMNS = (60, 76)  # half widths: 30 to 38 characters
LATIN_COLUMNS = (80, 96)


@dataclass(frozen=True, slots=True, kw_only=True)
class Damage:
    """A named damage, and where it comes from."""

    name: str
    apply: Callable[[str, random.Random], str]
    why: str


def lose_ligatures(text: str, dice: random.Random) -> str:
    """Conflict -> Confict: of two ligatures in three only the f comes out."""

    def lost(ligature: re.Match[str]) -> str:
        return "f" if dice.random() < 0.67 else ligature.group()

    return _beside_urls(text, lambda part: LATIN_WORD.sub(lambda word: LIGATURE.sub(lost, word.group()), part))


def narrow_marks(text: str, dice: random.Random) -> str:
    """，：；（） -> ,:;() : all full-width marks of a note or one in two, with or without a blank behind."""
    share, blank = dice.choice((0.5, 1.0)), dice.choice(("", "", " "))

    def narrow(mark: re.Match[str]) -> str:
        if dice.random() >= share:
            return mark.group()
        return HALF[mark.group()] + (blank if mark.group() in "，：；" else "")

    return re.sub(f"[{''.join(HALF)}]", narrow, text)


def widen_marks(text: str, dice: random.Random) -> str:
    """,:;() -> ，：；（） beside CJK words: all marks of a note or one in two; the blank behind goes."""
    share = dice.choice((0.5, 1.0))

    def widen(mark: re.Match[str]) -> str:
        return FULL[mark[1] or mark[2]] if dice.random() < share else mark.group()

    return _beside_urls(text, lambda part: WIDENED.sub(widen, part))


def straighten_quotes(text: str, dice: random.Random) -> str:
    """“ ” ‘ ’ „ -> " and ' : a note loses all of them or none of a pair's direction."""
    return re.sub(f"[{''.join(STRAIGHT)}]", lambda mark: STRAIGHT[mark.group()], text)


def swap_dashes(text: str, dice: random.Random) -> str:
    """142-149 -> 142―149, and the long dash of a sentence or title as another one; one choice a note."""
    short, long = dice.choice(RANGE_DASHES), dice.choice(LONG_DASHES)

    def swapped(part: str) -> str:
        part = re.sub(rf"(?<=\d)[{RANGE_DASHES}](?=\d)", short, part)
        return re.sub(r"(?<!\d)[—―─](?!\d)", long, part)

    return _beside_urls(text, swapped)


def space_acronyms(text: str, dice: random.Random) -> str:
    """Quad -> Q u ad, SCRI -> SCR I: a blank at one place of an acronym or more, in two of three acronyms."""

    def spaced(acronym: re.Match[str]) -> str:
        if dice.random() > 0.67:
            return acronym.group()
        letters = acronym.group()
        gaps = [dice.random() < 0.5 for _ in letters[1:]]
        gaps[dice.randrange(len(gaps))] = True
        return letters[0] + "".join((" " if gap else "") + c for gap, c in zip(gaps, letters[1:], strict=True))

    return _beside_urls(text, lambda part: ACRONYM.sub(spaced, part))


def justify(text: str, dice: random.Random) -> str:
    """国益 -> 国 益: in one CJK word of eight the blanks that fill a line, in every gap of it or in one."""

    def spaced(word: re.Match[str]) -> str:
        letters = word.group()
        if dice.random() > 0.125:
            return letters
        if dice.random() < 0.5:
            return " ".join(letters)
        at = dice.randrange(1, len(letters))
        return f"{letters[:at]} {letters[at:]}"

    return _beside_urls(text, lambda part: CJK_WORD.sub(spaced, part))


def double_blanks(text: str, dice: random.Random) -> str:
    """One blank in six as two or three, for the stretched ones of a justified line."""
    return re.sub(" ", lambda _: " " * dice.choice((1, 1, 1, 1, 1, dice.choice((2, 3)))), text)


def tab_blanks(text: str, dice: random.Random) -> str:
    """One blank in four as a tab."""
    return re.sub(" ", lambda _: dice.choice("   \t"), text)


def wrap_lines(text: str, dice: random.Random) -> str:
    """Lines of about 36 CJK or 90 Latin characters: CJK text breaks anywhere (in words, figures and dates), other
    text at blanks, behind dashes and inside long words with a hyphen; addresses break behind a mark or anywhere.
    A text that has line ends already keeps these: nobody sets lines twice.

    >>> wrap_lines("王帆：《" + "国" * 40 + "》，2023年", random.Random(1)).count("\\n")
    1
    """
    if "\n" in text:
        return text
    wide = len(re.findall(f"[{HAN_KANA}]", text)) * 3 > len(text)
    columns = dice.randint(*(CJK_COLUMNS if wide else LATIN_COLUMNS))
    layout = Layout(line=text, wide=wide, urls=tuple(url.span() for url in URL.finditer(text)))
    parts: list[str] = []
    start = 0
    for end in layout.breaks(columns, dice):
        parts.append(layout.shown(start, end, dice))
        start = end
    return "\n".join([*parts, text[start:].lstrip(" ") if start else text])


def blank_lines(text: str, dice: random.Random) -> str:
    """An empty line in one line break of two: double-spaced text, or what stood between the lines is gone."""
    return re.sub("\n", lambda _: dice.choice(("\n", "\n\n")), wrap_lines(text, dice))


DAMAGES: tuple[Damage, ...] = (
    Damage(name="ligatures", apply=lose_ligatures, why="a font without Unicode table for fi, fl, ff, ffi, ffl"),
    Damage(name="half width", apply=narrow_marks, why="CJK marks typed on a Western keyboard, or normalised"),
    Damage(name="full width", apply=widen_marks, why="Western marks typed with an input method for CJK"),
    Damage(name="quotes", apply=straighten_quotes, why="plain-text editors and old word processors"),
    Damage(name="dashes", apply=swap_dashes, why="every input method has another dash under the same key"),
    Damage(name="acronyms", apply=space_acronyms, why="letter-spacing that is read as blanks"),
    Damage(name="justified", apply=justify, why="blanks that fill a CJK line"),
    Damage(name="doubled blanks", apply=double_blanks, why="stretched blanks of a justified line"),
    Damage(name="wrapped lines", apply=wrap_lines, why="plain text keeps the line ends of the page"),
    Damage(name="blank lines", apply=blank_lines, why="double spacing; wraps first if there is no line end yet"),
    Damage(name="tabs", apply=tab_blanks, why="blanks that a PDF places by position"),
)
"""In the order in which they happen: letters, marks, blanks, lines."""


def damage(text: str, seed: int, only: Collection[str] = ()) -> str:
    """The text with every damage done to it, or only those named; the same seed gives the same text.

    >>> damage("Conflict, in: the “Office”", 1, only=["quotes"])
    'Conflict, in: the "Office"'
    """
    for row in DAMAGES:
        if not only or row.name in only:
            text = row.apply(text, random.Random(f"{row.name} {seed}"))
    return text


def _beside_urls(text: str, change: Callable[[str], str]) -> str:
    """The text changed but for its addresses."""
    parts: list[str] = []
    at = 0
    for url in URL.finditer(text):
        parts += (change(text[at : url.start()]), url.group())
        at = url.end()
    return "".join([*parts, change(text[at:])])


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A line that does not fit: whether it is set as CJK text, and where its addresses are."""

    line: str
    wide: bool
    urls: tuple[tuple[int, int], ...]

    def breaks(self, columns: int, dice: random.Random) -> Iterator[int]:
        """Where the line ends, so that no part of it is wider than so many columns."""
        start = 0
        while (fits := self._fitting(start, columns)) < len(self.line):
            least = (start + fits) // 2
            places = [at for at in self._places(start, fits, dice.random() < 0.5) if at > least]
            start = max(places, default=fits)
            yield start

    def shown(self, start: int, end: int, dice: random.Random) -> str:
        """A part as it is printed: with a hyphen where it ends inside a word, now and then with a blank."""
        part = self.line[start:end]
        if self._in_word(end):
            return part.lstrip(" ") + "-"
        return part.strip(" ") + (" " if part.endswith(" ") and dice.random() < 0.3 else "")

    def _fitting(self, start: int, columns: int) -> int:
        """The end of the longest part from `start` on that fits."""
        at, width = start, 0
        while at < len(self.line) and width <= columns:
            width += 2 if unicodedata.east_asian_width(self.line[at]) in "WF" else 1
            at += 1
        return at if width <= columns else at - 1

    def _places(self, start: int, fits: int, anywhere: bool) -> Iterator[int]:
        """The places up to `fits` where a part may end; `anywhere` in an address or only behind its marks."""
        for at in range(start + 1, fits + 1):
            before, behind = self.line[at - 1], self.line[at]
            if self._in_url(at):
                if anywhere or before in "/.-_?=&":
                    yield at
            elif behind not in CLOSING and before not in OPENING:
                figures = self.wide and before.isdigit() and behind.isdigit()
                dash = before in RANGE_DASHES and behind.isalnum()
                if before == " " or figures or dash or CJK_BEFORE.match(before):
                    yield at
        yield from self._inside_word(start, fits)

    def _inside_word(self, start: int, fits: int) -> Iterator[int]:
        """The last place in the long word that does not fit, before a syllable: behind a vowel."""
        word = next((w for w in LONG_WORD.finditer(self.line, start) if w.start() < fits < w.end()), None)
        if word is None or self._in_url(fits):
            return
        for at in range(min(fits - 1, word.end() - 3), word.start() + 2, -1):
            if self.line[at - 1] in VOWELS and self.line[at] not in VOWELS and self.line[at + 1] in VOWELS:
                yield at
                return

    def _in_word(self, at: int) -> bool:
        letters = self.line[at - 1] + self.line[at]
        return letters.isalpha() and max(letters) < "\u1100" and not self._in_url(at)

    def _in_url(self, at: int) -> bool:
        return any(start < at < end for start, end in self.urls)
