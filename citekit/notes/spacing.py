"""Blanks that no author wrote: control characters, tabs, doubled and justifying blanks, letter-spaced words."""

from __future__ import annotations

import re

from citekit.model import Passage

HAN = "\u2e80-\u2fdf\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
KANA = "\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9f"
WIDE = f"{HAN}{KANA}\u3001-\u303f\uff01-\uff65"
HANGUL = "\u1100-\u11ff\u3130-\u318f\uac00-\ud7a3"

CONTROL = re.compile("[\x00\x01\x03-\x08\x0b\x0e-\x1f\x7f\u200b\u200e\u200f\u202a-\u202e\u2060\ufeff]")
LINE_END = re.compile("\r\n|[\r\f\u0085\u2028\u2029]")
SOFT_HYPHEN = re.compile(r"\u00ad(?:[ \t]?\n\s*)?")
RUN = re.compile(r"[ \t\u00a0\u2000-\u200a\u202f\u3000]{2,}|[\t\u2000-\u200a]")
MARK_BLANK = re.compile(
    rf"(?<=[，。、；：（《「『【〔〈])[ \u3000](?=[{WIDE}])"  # not behind ？ and ！, where Japanese wants one
    rf"|(?<=[{WIDE}])[ \u3000](?=[，。、；：？！）》」』】〕〉])"
)
LETTER = f"[{HAN}{KANA}]"
SPACED_HAN = re.compile(rf"(?<!{LETTER} )(?<!{LETTER}){LETTER}(?: {LETTER}){{3,}}(?!{LETTER})")
SPACED_NAME = re.compile(rf"(?:(?<=[，、；：《\]）〕])|(?<=\A))([{HAN}])[ \u3000]([{HAN}])(?=[：，、:])")
ACRONYM = re.compile(
    rf"(?<=[{HAN}{KANA}][（(])([A-Za-z0-9]{{1,4}}(?: [A-Za-z0-9]{{1,4}}){{1,5}})(?=[）)])"
    r"|(?<![\w.])([A-Z](?: [A-Z]){2,5})(?![\w.]| \w\.)"
)


def drop_controls(passage: Passage) -> Passage:
    """Line ends as one character, control and zero-width characters out, U+0002 as the hyphen that it stands for."""
    passage = passage.sub(LINE_END, "\n").sub(CONTROL, "")
    return passage.sub(re.compile("\x02"), "-").sub(SOFT_HYPHEN, "")


def single_blanks(passage: Passage) -> Passage:
    """A tab, or a run of blanks, as one blank; the ideographic one if the run has no other."""
    return passage.sub(RUN, lambda m: "\u3000" if set(m.group()) == {"\u3000"} else " ")


def tighten_cjk(passage: Passage) -> Passage:
    """Justifying blanks out: beside full-width marks, in letter-spaced words, in two-character Chinese names.

    A blank between two words stays, it may part a surname from a given name or two parts of a title.

    >>> tighten_cjk(Passage.of("王 帆： 《当 代 美 国 评 论》， 高橋 和宏")).text
    '王帆：《当代美国评论》，高橋 和宏'
    """
    passage = passage.sub(MARK_BLANK, "").sub(SPACED_HAN, lambda m: m.group().replace(" ", ""))
    if re.search(f"[{KANA}{HANGUL}]", passage.text):
        return passage  # Japanese and Korean names keep the blank, it tells the surname
    return passage.sub(SPACED_NAME, r"\1\2")


def close_acronyms(passage: Passage) -> Passage:
    """Letter-spaced acronyms closed: in brackets right after a CJK word, or three single capitals and more.

    >>> close_acronyms(Passage.of("四方安全对话（Q u ad）、U S A, A P. F. Diehl")).text
    '四方安全对话（Quad）、USA, A P. F. Diehl'
    """
    return passage.sub(ACRONYM, lambda m: m.group().replace(" ", "") if _is_acronym(m) else m.group())


def _is_acronym(match: re.Match[str]) -> bool:
    """Whether a match is one: in brackets by its look, in running text unless a surname stands before (Smith J A B)."""
    if match.group(1):
        return _spaced(match.group())
    before = match.string[max(0, match.start() - 30) : match.start()].split(" ")
    return not before[-2:-1] or not before[-2][:1].isupper()


def _spaced(text: str) -> bool:
    """Whether these pieces look like one acronym: short ones, no word (Plan B) and a single letter among them."""
    pieces = text.split()
    words = [p for p in pieces if len(p) > 2 and not p.isupper()]
    return not words and pieces[0][0].isupper() and any(len(p) == 1 and p.isalpha() for p in pieces)
