"""Line ends inside a note: what stands between two lines once they are one."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from citekit.model import Passage
from citekit.notes.spacing import HAN, HANGUL, KANA, WIDE
from citekit.notes.words import halves, is_word

BREAK = re.compile(r"([-‐]?)[ \u00a0\u3000]?\n\s*")
WIDE_CHAR = re.compile(f"[{WIDE}]")
HANGUL_CHAR = re.compile(f"[{HANGUL}]")
NEUTRAL = "“”‘’\"'·•…"  # marks that both scripts use: the letter behind them tells
OPEN = "(（[［〔【「『《〈<＜{“‘/"
CLOSE = ")）]］〕】」』》〉>＞}、。，；：！？,;!?"
DASH = "–—―─~～〜"

# Left halves that take a hyphen whatever follows, and right halves that have one before them.
PREFIXES = re.compile("non|self|ex|quasi|pseudo|vis|so|by|half|all|cross|post|pre|anti|pro|inter|sub|neo|pan")
SUFFIXES = re.compile("ci|là|être|mêmes?|ils?|elles?|nous|vous|то|либо|нибудь|таки")
# A hyphen before one of these stands for the rest of a compound: Wirtschafts- und Sozialgeschichte, pre- and post-war.
ELLIPSES = re.compile("und|oder|bis|sowie|bzw|and|or|et|ou")
UNITS = "년월일쪽호권집면"


def join_lines(passage: Passage) -> Passage:
    """One line out of many.

    Chinese and Japanese lines join without a blank, words of other scripts with one; between both the passage
    itself tells which it uses. A hyphen stays where it joins two words (policy-making, US-Japan, 158-160) and goes
    where it only parts one.

    >>> join_lines(Passage.of("第\\n\\n7期, Secu-\\nrity in the Asia-\\nPacific, pp. 158-\\n160")).text
    '第7期, Security in the Asia-Pacific, pp. 158-160'
    """
    if "\n" not in passage.text:
        return passage
    return passage.sub(BREAK, partial(_glue, blank=" " if _parts_scripts(passage.text) else ""))


def _glue(match: re.Match[str], blank: str) -> str:
    """What stands for this line end; `blank` is what parts Latin from CJK here."""
    before, after = (
        match.string[max(0, match.start() - 40) : match.start()],
        match.string[match.end() : match.end() + 40],
    )
    if match.group(1):
        return _hyphen(before, after, match.group(1))
    if not before or not after:
        return ""
    for joint in JOINTS:
        glue = joint(before, after)
        if glue is not None:
            return glue
    return _by_script(before, after, blank)


def _hyphen(before: str, after: str, hyphen: str) -> str:
    """The hyphen as it has to stand: kept, dropped, or kept with a blank."""
    left, right = re.search(r"[^\W\d_]+$", before), re.match(r"[^\W\d_]+", after)
    if not before or before[-1].isspace():
        return hyphen + " "
    if not left or not right:
        return hyphen
    a, b = left.group().lower(), right.group().lower()
    chained = before[left.start() - 1 : left.start()] == "-" or (len(b) < 4 and after[right.end() :][:1] == "-")
    if ELLIPSES.fullmatch(b) and not chained:
        return hyphen + " "
    if right.group()[0].isupper() and not (right.group().isupper() and left.group().isupper() and is_word(a + b)):
        return hyphen
    if chained or WIDE_CHAR.match(b) or SUFFIXES.fullmatch(b):
        return hyphen
    return hyphen if not is_word(a + b) and (PREFIXES.fullmatch(a) or {a, b} <= halves()) else ""


def _bracket(before: str, after: str) -> str | None:
    """No blank behind an opening bracket or a slash, before a closing mark; one behind a URL that ends in a slash."""
    if before[-1] == "/" and re.search(r"(?:://|www\.)\S*$", before):
        return " "
    if before[-1] == "/" and before[-2:-1] in (" ", "/"):
        return " " if before[-2:] != "//" or before[-3:-2] == " " else ""
    return "" if before[-1] in OPEN or after[0] in CLOSE else None


def _number(before: str, after: str) -> str | None:
    """A number that the line end cuts, which only CJK lines do: 第1 + 09页."""
    left, right = re.search(r"\d+$", before), re.match(r"\d+", after)
    if not left or not right:
        return None
    beside = before[left.start() - 1 : left.start()] + after[right.end() : right.end() + 1]
    return "" if WIDE_CHAR.search(beside) and len(left.group() + right.group()) <= 4 else " "


def _dash(before: str, after: str) -> str | None:
    """A dash keeps the blanks that it has on its other side."""
    if before[-1] in DASH:
        return " " if before[-2:-1] == " " else ""
    if after[0] in DASH:
        return " " if after[1:2] == " " else ""
    return None


JOINTS: tuple[Callable[[str, str], str | None], ...] = (_bracket, _number, _dash)


def _by_script(before: str, after: str, blank: str) -> str:
    left = next((c for c in reversed(before) if c not in NEUTRAL), " ")
    right = next((c for c in after if c not in NEUTRAL), " ")
    if HANGUL_CHAR.match(left) or HANGUL_CHAR.match(right):
        return "" if left.isdigit() and right in UNITS else " "
    wide = [bool(WIDE_CHAR.match(c)) for c in (left, right)]
    if all(wide) or (any(wide) and (left.isdigit() or right.isdigit())):
        return ""
    return blank if any(wide) else " "


def _parts_scripts(text: str) -> bool:
    """Whether this passage sets a blank between Latin words and CJK: as it mostly does, else as its main script."""
    letter = f"[{HAN}{KANA}]"
    apart = len(re.findall(rf"[A-Za-z.,;:] {letter}|{letter} [A-Za-z]", text))
    close = len(re.findall(rf"[A-Za-z.,;:]{letter}|{letter}[A-Za-z]", text))
    if apart != close:
        return apart > close
    return len(re.findall("[A-Za-z]", text)) > 2 * len(WIDE_CHAR.findall(text))
