"""Brackets that an author has typed around the numbers of notes: [1] is a marker, and [ ] is no text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from citekit.documents.assemble import Block, Run

PAIRS = {"[": "]", "［": "］", "〔": "〕", "【": "】", "(": ")", "（": "）"}
_BARE = re.compile("|".join(re.escape(left) + r"\s*" + re.escape(right) for left, right in PAIRS.items()))

_WORD = re.compile("[0-9A-Za-z]{2}")


def unbracketed(blocks: Iterable[Block]) -> tuple[list[Block], dict[str, tuple[str, str]]]:
    """The blocks without the brackets that hold nothing but a call-out, and these brackets by the note's identifier.

    Call-outs have to be runs of their own, without text.

    >>> blocks, brackets = unbracketed([Block(runs=(Run(text="趋势。["), Run(call="n1"), Run(text="]随着")))])
    >>> blocks[0].text, brackets
    ('趋势。随着', {'n1': ('[', ']')})
    """
    found: dict[str, tuple[str, str]] = {}
    return [_without(block, found) if any(run.call for run in block.runs) else block for block in blocks], found


def _without(block: Block, found: dict[str, tuple[str, str]]) -> Block:
    runs = list(block.runs)
    for at, run in enumerate(runs):
        before = next((i for i in range(at - 1, -1, -1) if runs[i].text or runs[i].call), None)
        behind = next((i for i in range(at + 1, len(runs)) if runs[i].text or runs[i].call), None)
        if not run.call or run.text or before is None or behind is None:
            continue
        left, right = runs[before].text[-1:], runs[behind].text[:1]
        if left and PAIRS.get(left) == right:
            found[run.call] = (left, right)
            runs[before] = replace(runs[before], text=runs[before].text[:-1])
            runs[behind] = replace(runs[behind], text=runs[behind].text[1:])
    return replace(block, runs=tuple(runs))


def bare_note(blocks: Sequence[Block], marker: str) -> tuple[Block, ...]:
    """The blocks of a note without what is left of its marker at the head: a mark that is text, an empty bracket. A
    marker that is part of a longer word or number is none.

    >>> bare_note([Block(runs=(Run(text="["), Run(text="] 王帆"), Run(text="著")))], "1")[0].text
    ' 王帆著'
    >>> [bare_note([Block(runs=(Run(text=text),))], text[0])[0].text for text in ("* 王帆", "1992年")]
    [' 王帆', '1992年']
    """
    if not blocks:
        return ()
    text = blocks[0].text
    lead = len(text) - len(text.lstrip())
    bare = _BARE.match(text, lead)
    cut = bare.end() if bare else 0
    end = lead + len(marker)
    if marker and text.startswith(marker, lead) and not _WORD.fullmatch(text[end - 1 : end + 1]):
        cut = end
    return (_cut(blocks[0], cut), *blocks[1:])


def _cut(block: Block, length: int) -> Block:
    """A block without its first characters."""
    runs: list[Run] = []
    for run in block.runs:
        runs.append(replace(run, text=run.text[length:]))
        length = max(0, length - len(run.text))
    return replace(block, runs=tuple(runs))
