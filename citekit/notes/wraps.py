"""Line ends inside a note: what stands between two lines once they are one."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial

from citekit.model import Passage
from citekit.notes.patterns import compiled
from citekit.notes.spacing import HAN, HANGUL, KANA, LETTER, WIDE
from citekit.notes.words import halves, is_word

BREAK = r"([-‐]?)[ \u00a0\u3000]?\n\s*"
WIDE_CHAR = f"[{WIDE}]"
HANGUL_CHAR = f"[{HANGUL}]"
NEUTRAL = "“”‘’\"'·•…"  # marks that both scripts use: the letter behind them tells
OPEN = "(（[［〔【「『《〈<＜{“‘/"
CLOSE = ")）]］〕】」』》〉>＞}、。，；：！？,;!?"
DASH = "–—―─−~～〜"
BEFORE = 240
"""Characters before a line end that are looked at: an address may be as long."""

# Left halves that take a hyphen whatever follows, and right halves that have one before them.
PREFIXES = "non|self|ex|quasi|pseudo|vis|so|by|half|all|cross|post|pre|anti|pro|inter|sub|neo|pan"
AGAIN = r"(?:re|co|de)-[aeiou]"  # re-election, unless both halves are known as one word
SUFFIXES = "ci|là|être|mêmes?|ils?|elles?|nous|vous|то|либо|нибудь|таки"
# A hyphen before one of these stands for the rest of a compound: Wirtschafts- und Sozialgeschichte, pre- and post-war.
ELLIPSES = frozenset(("und", "oder", "bis", "sowie", "bzw", "and", "or", "et", "ou"))
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
    blank = " " if _parts_scripts(passage.text) else ""
    return passage.sub(compiled(BREAK), partial(_glue, blank=blank, wide=_is_wide(passage.text)))


def _glue(match: re.Match[str], blank: str, wide: bool) -> str:
    """What stands for this line end; `blank` is what parts Latin from CJK here, `wide` whether lines are set as CJK."""
    before, after = (
        match.string[max(0, match.start() - BEFORE) : match.start()],
        match.string[match.end() : match.end() + 40],
    )
    if match.group(1):
        return _hyphen(before, after, match.group(1))
    if not before or not after:
        return ""
    for joint in JOINTS:
        glue = joint(before, after, wide)
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
    if b in ELLIPSES and not chained:
        return hyphen + " "
    if right.group()[0].isupper() and not (right.group().isupper() and left.group().isupper() and is_word(a + b)):
        return hyphen
    if chained and min(len(a), len(b)) > 2 and not {a, b} & halves():
        return ""  # Bio-Psycholo- + gical: neither is a word
    if chained or compiled(WIDE_CHAR).match(b) or compiled(SUFFIXES).fullmatch(b):
        return hyphen
    if is_word(a + b):
        return ""
    again = b in halves() and compiled(AGAIN).match(f"{a}-{b}")
    return hyphen if compiled(PREFIXES).fullmatch(a) or again or {a, b} <= halves() else ""


def _bracket(before: str, after: str, wide: bool) -> str | None:
    """No blank behind an opening bracket or a slash, or before a closing mark."""
    if before[-1] == "/" and before[-2:-1] in (" ", "/"):
        return " " if before[-2:] != "//" or before[-3:-2] == " " else ""
    return "" if before[-1] in OPEN or after[0] in CLOSE else None


def _number(before: str, after: str, wide: bool) -> str | None:
    """A number that the line end cuts, which only CJK lines do: 第1 + 09页, 201 + 3(10): 140-155."""
    left, right = re.search(r"\d+$", before), re.match(r"\d+", after)
    if not left or not right:
        return None
    beside = before[left.start() - 1 : left.start()] + after[right.end() : right.end() + 1]
    wide = wide or bool(compiled(WIDE_CHAR).search(beside))
    return "" if wide and len(left.group() + right.group()) <= 4 else " "


def _dash(before: str, after: str, wide: bool) -> str | None:
    """A dash keeps the blanks that it has on its other side."""
    if before[-1] in DASH:
        return " " if before[-2:-1] == " " else ""
    if after[0] in DASH:
        return " " if after[1:2] == " " else ""
    return None


def _address(before: str, after: str, wide: bool) -> str | None:
    """A blank behind a URL, which has been joined already as far as it goes."""
    return (
        " "
        if (after[0].isalnum() or after[0] in "([") and compiled(r"(?:://|www\.)[!-~]*[A-Za-z0-9/]$").search(before)
        else None
    )


JOINTS: tuple[Callable[[str, str, bool], str | None], ...] = (_address, _bracket, _number, _dash)


def _by_script(before: str, after: str, blank: str) -> str:
    left = next((c for c in reversed(before) if c not in NEUTRAL), " ")
    right = next((c for c in after if c not in NEUTRAL), " ")
    if compiled(HANGUL_CHAR).match(left) or compiled(HANGUL_CHAR).match(right):
        return "" if left.isdigit() and right in UNITS else " "
    wide = [bool(compiled(WIDE_CHAR).match(c)) for c in (left, right)]
    if all(wide) or (any(wide) and (left.isdigit() or right.isdigit())):
        return ""
    return blank if any(wide) else " "


def _is_wide(text: str) -> bool:
    """Whether this passage is mostly set as CJK text, whose lines may end anywhere."""
    return len(compiled(LETTER).findall(text)) * 4 > len(compiled("[A-Za-zА-я]").findall(text))


def _parts_scripts(text: str) -> bool:
    """Whether this passage sets a blank between Latin words and CJK: as it mostly does, else as its main script."""
    letter = f"[{HAN}{KANA}]"
    apart = len(re.findall(rf"[A-Za-z.,;:] {letter}|{letter} [A-Za-z]", text))
    close = len(re.findall(rf"[A-Za-z.,;:]{letter}|{letter}[A-Za-z]", text))
    if apart != close:
        return apart > close
    return len(re.findall("[A-Za-z]", text)) > 2 * len(compiled(WIDE_CHAR).findall(text))
