"""Blanks that no author wrote: control characters, tabs, doubled and justifying blanks, letter-spaced words."""

from __future__ import annotations

import re

from citekit.model import Passage
from citekit.notes.patterns import compiled

HAN = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
KANA = "\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f"
WIDE = f"{HAN}{KANA}\u3001-\u303f\uff01-\uff65"
HANGUL = "\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3"

CONTROL = "[\x00\x01\x03-\x08\x0b\x0e-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff]"
LINE_END = "\r\n|[\r\f\u0085\u2028\u2029]"
SOFT_HYPHEN = r"\u00ad(?:[ \t]?\n\s*)?"
RUN = r"[ \t\u00a0\u2000-\u200a\u202f\u3000]{2,}|[\t\u2000-\u200a]"
LETTER = f"[{HAN}{KANA}]"
# The blank comes first in these patterns, so that text without blanks is passed over quickly.
MARK_BLANK = (
    rf"[ \u3000](?:(?<=[，。、；：（《「『【〔〈].)(?=[{WIDE}])"  # not behind ？ and ！, where Japanese wants one
    rf"|(?<=[{WIDE}].)(?=[，。、；：？！）》」』】〕〉]))"
)
WIDE_BLANK = rf"[ \u3000](?:(?=[{WIDE}])|(?<=[{WIDE}].))"
# 当 代 美 国 within or beside other words, 李 旭 荣 between marks
SPACED_HAN = (
    rf"{LETTER}(?: {LETTER}){{3,}}"
    rf"|(?<!{LETTER} )(?<!{LETTER}){LETTER}(?: {LETTER}){{2}}(?! ?{LETTER})"
)
# What stands on both sides of a name, place or role: a mark, with or without a blank, or an end of the note.
BEFORE = r"(?:(?<=[，、；：。,;:.《（(\]）)〕])|(?<=[，、；：。,;:.)\]a-z] )|(?<=\A))"
BEHIND = r"(?=[：:，,、；;。.）)》]|\Z)"
SPACED_NAME = (
    rf"{BEFORE}(?:([{HAN}])[ \u3000]([{HAN}]{{1,2}})|([{HAN}]{{2}})[ \u3000](?![译訳譯编編著校撰])([{HAN}])){BEHIND}"
)
# Words of imprints and roles that a blank must have cut, whatever stands around them.
CUT_WORDS = (
    *(
        "主编",
        "主編",
        "编著",
        "編著",
        "编译",
        "編譯",
        "監修",
        "出版社",
        "出版",
        "书店",
        "書店",
        "书局",
        "書局",
        "印书馆",
    ),
    *("大学", "大學", "学报", "學報", "研究所", "研究院", "学院", "論文", "论文"),
    *("参照", "參照", "参见", "參見", "前掲", "同上"),
)
CUT_WORD = (
    "|".join(" ?".join(word) for word in CUT_WORDS)
    + r"|(?<=\d年) (?=版|度|第|\d{1,2}月)|(?<=\d月) (?=\d{1,2}日)|(?<=[部編章節巻卷]) (?=第)"
    + "|[甲乙丙丁戊己庚辛壬癸] [子丑寅卯辰巳午未申酉戌亥]"  # days of the sexagenary cycle
)
# Without a blank between two of such letters none of the last three can match.
SPACED = rf"[ \u3000](?<={LETTER}.)[{HAN}{KANA}\d]"
ACRONYM = (
    rf"(?<=[{HAN}{KANA}][（(])([A-Za-z0-9]{{1,4}}(?: [A-Za-z0-9]{{1,4}}){{1,5}})(?=[）)])"
    r"|(?<![\w.])([A-Z](?: [A-Z]){2,5})(?![\w.]| \w\.)"
    r"|(?<![\w.])(D O ?I|DO I)(?=\s?[:：]?\s?10\.)"
)
# Two capitals with a blank between them, or a word and a blank in brackets behind a CJK word: no acronym without.
LONE_LETTER = rf"[ (（](?:(?<=[A-Z] )[A-Z](?![a-z])|(?<=[{HAN}{KANA}].)[A-Za-z0-9]{{1,4}} )"


def drop_controls(passage: Passage) -> Passage:
    """Line ends as one character, control and zero-width characters out, U+0002 as the hyphen that it stands for."""
    if passage.text.isprintable():
        return passage
    passage = passage.sub(compiled(LINE_END), "\n").sub(compiled(CONTROL), "")
    return passage.sub(compiled("\x02"), "-").sub(compiled(SOFT_HYPHEN), "")


def single_blanks(passage: Passage) -> Passage:
    """A tab, or a run of blanks, as one blank; the ideographic one if the run has no other."""
    if passage.text.isprintable() and "  " not in passage.text:
        return passage
    return passage.sub(compiled(RUN), lambda m: "\u3000" if set(m.group()) == {"\u3000"} else " ")


def tighten_cjk(passage: Passage) -> Passage:
    """Justifying blanks out: beside full-width marks, in letter-spaced words, in short Chinese names.

    A blank between two words stays, it may part a surname from a given name or two parts of a title.

    >>> tighten_cjk(Passage.of("王 帆： 《当 代 美 国 评 论》， 高橋 和宏")).text
    '王帆：《当代美国评论》，高橋 和宏'
    """
    if not compiled(WIDE_BLANK).search(passage.text):
        return passage
    passage = passage.sub(compiled(MARK_BLANK), "")
    if not compiled(SPACED).search(passage.text):
        return passage
    passage = passage.sub(compiled(SPACED_HAN), _closed).sub(compiled(CUT_WORD), _closed)
    if compiled(f"[{KANA}{HANGUL}「『]").search(passage.text):
        return passage  # Japanese and Korean names keep the blank, it tells the surname
    return passage.sub(compiled(SPACED_NAME), lambda m: m.group().replace(" ", "").replace("\u3000", ""))


def _closed(match: re.Match[str]) -> str:
    return match.group().replace(" ", "")


def close_acronyms(passage: Passage) -> Passage:
    """Letter-spaced acronyms closed: in brackets right after a CJK word, or three single capitals and more.

    >>> close_acronyms(Passage.of("四方安全对话（Q u ad）、U S A, A P. F. Diehl")).text
    '四方安全对话（Quad）、USA, A P. F. Diehl'
    """
    if not compiled(LONE_LETTER).search(passage.text):
        return passage
    return passage.sub(compiled(ACRONYM), lambda m: _closed(m) if _is_acronym(m) else m.group())


def _is_acronym(match: re.Match[str]) -> bool:
    """Whether a match is one: in brackets by its look, in running text unless a surname stands before (Smith J A B)."""
    if match.group(1):
        return _spaced(match.group())
    if match.group(3):
        return True
    before = match.string[max(0, match.start() - 30) : match.start()].split(" ")
    return not before[-2:-1] or not before[-2][:1].isupper()


def _spaced(text: str) -> bool:
    """Whether these pieces look like one acronym: short ones, no word (Plan B) and a single letter among them."""
    pieces = text.split()
    words = [p for p in pieces if len(p) > 2 and not p.isupper()]
    return not words and pieces[0][0].isupper() and any(len(p) == 1 and p.isalpha() for p in pieces)
