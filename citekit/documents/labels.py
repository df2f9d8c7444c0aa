"""The markers that a format prints: told from other text, compared, and taken off the text of their notes."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from unicodedata import normalize

from citekit.documents.assemble import Block, MarkedNote
from citekit.documents.flow import trimmed

OPENING = "[(（〔【［｛{<〈"
CLOSING = "])）〕】］｝}>〉"
BACK_SIGNS = "↩↵⏎⮐⤴↑⇑⇧⬆▲△^˄←↖⇪🔙\ufe0e\ufe0f\u200b"
"""What leads back from a note to its call-out; not part of any note."""
WORD = (
    r"(?:note|notes|fn|anm(?:erkung)?\.?|fu(?:ß|ss)note|nota|прим(?:ечание|\.)?|[脚尾]?[注註](?:[释釋記记])?|각주|주)"
)
SIGN = (
    r"(?:\d{1,4}|[a-zа-я]{1,2}|[ivxlc]{1,7}|[*＊∗✱†‡※§¶#]{1,5}\s?\d{0,3}|[一二三四五六七八九十百]{1,4}"
    r"|[①-⒛⓪⓫-⓿❶-➓㉑-㉟㊱-㊿㈠-㈩㊀-㊉ⓐ-ⓩ⒜-⒵]|[⁰¹²³⁴-⁹]{1,4})"
)
_MARKER = re.compile(
    rf"[{re.escape(OPENING)}]?\s?(?:{WORD}\s?)?{SIGN}\s?[{re.escape(CLOSING)}]?[.．:：,、]?", re.IGNORECASE
)
_HEAD = re.compile(
    rf"[\s{re.escape(BACK_SIGNS)},;]*(?:[{re.escape(OPENING)}]\s*[{re.escape(CLOSING)}])?\s*"
    rf"(?P<marker>[{re.escape(OPENING)}]?\s?(?:{WORD}\s?)?(?P<sign>{SIGN}))"
    rf"(?P<end>\s?[{re.escape(CLOSING)}])?(?P<stop>\s?[.．:：、,](?!\d))?[\s\u3000]*",
    re.IGNORECASE,
)
_EMPTY_HEAD = re.compile(
    rf"\A[\s{re.escape(BACK_SIGNS)}]*(?:[{re.escape(OPENING)}]?\s*[{re.escape(CLOSING)}])?[\s.．:：、,]*"
)
_EMPTY_TAIL = re.compile(rf"(?:\s*[{re.escape(OPENING)}]\s*[{re.escape(CLOSING)}])?[\s{re.escape(BACK_SIGNS)}]*\Z")
_OPEN_TAIL = re.compile(rf"\s*[{re.escape(OPENING)}]\s*\Z")


def is_marker(text: str) -> bool:
    """Whether a text may be the marker of a note.

    >>> [is_marker(text) for text in ("12", "[3]", "①", "*", "注 4", "iv", "2) ", "Chapter 1", "1984年", "")]
    [True, True, True, True, True, True, True, False, False, False]
    """
    text = text.strip()
    return 0 < len(text) <= 16 and bool(_MARKER.fullmatch(text))


def value_of(marker: str) -> str:
    """What two markers have in common that are printed differently: the number, the letter, the sign.

    >>> value_of("[注 3]"), value_of("③"), value_of("3)"), value_of("**")
    ('3', '3', '3', '**')
    """
    plain = re.sub(rf"[\s.:,、{re.escape(OPENING + CLOSING)}]", "", normalize("NFKC", marker)).casefold()
    digits = re.search(r"\d+$", plain)
    return digits.group() if digits else plain.replace("∗", "*").replace("✱", "*")


def unlabelled(notes: Sequence[MarkedNote], bare: Collection[str] = ()) -> list[MarkedNote]:
    """The notes without their own markers and without signs that lead back.

    A note may begin with a number that is none of its marker (*1. Januar*, *1984*): markers go only where more than
    half of the notes begin with theirs; `bare` are the identifiers of notes that have lost theirs already. A note
    without a marker takes the one it begins with if others do so, or if none has one and they count from 1.

    >>> from citekit.documents.assemble import Run
    >>> note = MarkedNote(id="1", marker="1", blocks=(Block(runs=(Run(text="^ [1] Tow 2015. ↩"),)),))
    >>> unlabelled([note])[0].blocks[0].text
    'Tow 2015.'
    """
    heads = [None if note.id in bare else _head(note) for note in notes]
    known = sum(1 for note in notes if note.marker and note.id not in bare)
    labelled = sum(1 for note, head in zip(notes, heads, strict=True) if head and note.marker)
    if 0 < known >= labelled * 2 or (not known and not _count_on(heads)):
        heads = [None] * len(notes)
    return [_bare(note, head) for note, head in zip(notes, heads, strict=True)]


def _head(note: MarkedNote) -> re.Match[str] | None:
    """The marker at the beginning of a note's text, if it is its own."""
    text = _text(note.blocks)
    found = _HEAD.match(text)
    if not found or (note.marker and value_of(found["sign"]) != value_of(note.marker)):
        return None
    follows = text[found.end("sign") : found.end("sign") + 1]
    if found["end"] or found["stop"]:
        return found
    if found["sign"].isalpha() and not note.marker:
        return None  # a word
    return None if found["sign"][-1].isalnum() and _joins(follows) else found


def _count_on(heads: Sequence[re.Match[str] | None]) -> bool:
    """Whether all begin with a marker, and these count from 1."""
    values = [value_of(head["sign"]) if head else "" for head in heads]
    return values == [str(number) for number in range(1, len(values) + 1)]


def _joins(char: str) -> bool:
    """Whether a character behind a number or letter makes one word of both."""
    return bool(char) and ((char.isalnum() and char < "\u2e80") or char in "年月日世期卷页頁-–.,/'’")


def _bare(note: MarkedNote, head: re.Match[str] | None) -> MarkedNote:
    text = _text(note.blocks)
    start = head.end() if head else len(text) - len(_EMPTY_HEAD.sub("", text, count=1))
    end = _EMPTY_TAIL.search(text, start)
    tail = len(text) - end.start() if end else 0
    if left_open := _OPEN_TAIL.search(text[: len(text) - tail]):
        tail += len(left_open.group())
    marker = note.marker or (head["marker"] + (head["end"] or "") if head else "")
    return replace(note, marker=marker.strip(), blocks=trimmed(note.blocks, head=start, tail=tail))


def _text(blocks: Sequence[Block]) -> str:
    return "".join(block.text for block in blocks)
