"""Notes in a list of their own: under a heading at the end of the text."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.notes.index import AFTERWARDS, Head, NoteIndex, Zone
from citekit.notes.markers import FAMILIES
from citekit.notes.patterns import compiled

LIST_HEAD = (
    r"[\[【〔（(■◆●\s]*(?:注\s?[释釋釈]?|註\s?[釋釈]?|尾\s?注|脚\s?注|章末注|附\s?注|각\s?주|미\s?주|후\s?주|주\s?석?"
    r"|(?:end|foot)?notes?(?: and references)?|anmerkungen|endnoten|fußnoten|note|примечания)[\]】〕）):：\s]*"
)
WORKS_HEAD = (
    r"[\[【〔（(■◆●\s]*(?:(?:主要)?参\s?考\s?文\s?献|引用文献|參考文獻|引用文獻|参考資料|참고\s?문헌"
    r"|references|works cited|literatur|bibliographie|bibliography|литература)[\]】〕）):：\s]*"
)


def find_list(index: NoteIndex) -> Zone | None:
    """The list of notes under a heading, the last one of the text that has notes under it.

    A list of works counts as one if the text calls most of its entries out by number.
    """
    for i in range(len(index.lines) - 1, -1, -1):
        text = index.lines[i].text
        works = bool(compiled(WORKS_HEAD, re.IGNORECASE).fullmatch(text))
        if (works or compiled(LIST_HEAD, re.IGNORECASE).fullmatch(text)) and (zone := _list_below(index, i + 1, works)):
            return zone
    return None


def _list_below(index: NoteIndex, first: int, works: bool) -> Zone | None:
    end = next((i for i in range(first, len(index.lines)) if _ends_list(index.lines[i].text.strip())), len(index.lines))
    for i in range(first, min(first + 3, end)):
        for opening in index.opened[i]:
            if opening.count != 1 or FAMILIES[opening.kind] == "stars":
                continue
            heads = tuple(_sequence(index, index.head(i, opening), end))
            start = index.lines[i].start
            called = sum(bool(index.calls.first(h.opening.kind, h.opening.count, 0, start)) for h in heads)
            if called * 2 >= len(heads) or (not works and (len(heads) > 1 or called)):
                return Zone(first=i, last=end, heads=heads, body=0)
    return None


def _ends_list(text: str) -> bool:
    return bool(
        compiled(AFTERWARDS, re.IGNORECASE).match(text)
        or compiled(WORKS_HEAD, re.IGNORECASE).fullmatch(text)
        or compiled(LIST_HEAD, re.IGNORECASE).fullmatch(text)
    )


def _sequence(index: NoteIndex, head: Head, end: int) -> Iterator[Head]:
    """This head and the ones that count on from it, whether they are called out or not."""
    family = [kind for kind in FAMILIES if FAMILIES[kind] == FAMILIES[head.opening.kind]]
    while True:
        yield head
        kinds = [head.opening.kind, *family]
        steps = ((k, index.next(k, head.opening.count + step, head.line, end)) for step in (1, 2) for k in kinds)
        found = next(((k, i) for k, i in steps if i is not None), None)
        if found is None:
            return
        kind, i = found
        head = index.head(i, index.opens(i, kind))
