"""Names that a citation leaves out because the one before has them: ders., Idem, 同氏, ——."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from citekit.languages.words import every
from citekit.model import Citation, Name

DASHES = r"[—–―─⸺⸻‐‑-]{2,}|[—―⸺⸻]|_{2,}|〃"
"""What a list prints for the author of the entry before: a dash of two or three ems, hyphens, a line."""
DASH = re.compile(DASHES)


def filled(citations: Sequence[Citation]) -> tuple[Citation, ...]:
    """The citations in order with *idem* words replaced by the names that they stand for.

    As an editor the word means the author of the same citation (in: ders. (Hg.)), as an author that of the citation
    before, in the same note or the one before; ibid. between them changes nothing. A piece of a pre-modern work
    (，卷187《兵志一》) takes over the work's author and title.
    Where there is nothing to take over, the word stays.
    """
    done: list[Citation] = []
    named: Citation | None = None
    for citation in citations:
        near = named if done and done[-1].note >= citation.note - 1 else None
        done.append(_filled(citation, near))
        named = done[-1] if done[-1].item.author or done[-1].item.editor or done[-1].item.title else named
    return tuple(done)


def _filled(citation: Citation, before: Citation | None) -> Citation:
    item = citation.item
    author = _resolved(item.author, before.item.author or before.item.editor if before else ())
    editor = _resolved(item.editor, author or (before.item.editor or before.item.author if before else ()))
    if (author, editor) != (item.author, item.editor):
        item = replace(item, author=author, editor=editor)
    if (
        before
        and before.note == citation.note
        and citation.passage.text.startswith("卷")
        and not item.container_title
        and before.item.container_title
    ):
        item = replace(item, author=item.author or before.item.author, container_title=before.item.container_title)
    return citation if item is citation.item else replace(citation, item=item)


def _resolved(names: tuple[Name, ...], meant: tuple[Name, ...]) -> tuple[Name, ...]:
    if not meant:
        return names
    found: list[Name] = []
    for name in names:
        word = name.literal or " ".join(part for part in (name.given, name.family) if part)
        found += meant if _stands_in(word) else (name,)
    return tuple(found)


def _stands_in(word: str) -> bool:
    """Whether a word or a dash stands for a name that was printed before."""
    return word in _words() or word + "." in _words() or bool(DASH.fullmatch(word))


@cache
def _words() -> frozenset[str]:
    return frozenset(every("idem"))
