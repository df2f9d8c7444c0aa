"""Back-references: each is linked to the note of the work's nearest earlier citation, or to none if it is ambiguous."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import replace

from citekit.model import Citation, Name, Relation

NOTE_NUMBER = re.compile(r"(?:note|n\.|Anm\.|注|註|前注|同前注)\s*[〔\[(（]?\s?(\d{1,4})")


def link(citations: Sequence[Citation], printed: Mapping[str, int] | None = None) -> tuple[Citation, ...]:
    """Citations of one document in order, with `relation` and `refers_to` (a note's running number) settled.

    `printed` tells the running numbers of the notes by the numbers in their markers (supra n. 5).

    Ibid. and 同上 point to the citation just before; an author, a short title or a year to the nearest earlier work
    that has them. A back-reference that fits two works, or none, keeps `refers_to` None and says so in `doubts`.
    """
    linked: list[Citation] = []
    for citation in citations:
        at, doubt = _antecedent(citation, linked, printed or {})
        if at is not None:
            relation: Relation = "ibid" if citation.relation == "ibid" else "shortform"
            citation = replace(citation, relation=relation, refers_to=linked[at].note)
        elif doubt and citation.relation != "full":
            citation = replace(citation, doubts=(*citation.doubts, doubt))
        linked.append(citation)
    return tuple(linked)


def works(linked: Sequence[Citation], printed: Mapping[str, int] | None = None) -> tuple[int | None, ...]:
    """For each linked citation the index of the one that names its work in full: its own if it does so itself,
    None for a back-reference that leads nowhere."""
    found: list[int | None] = []
    for index, citation in enumerate(linked):
        at = _antecedent(citation, linked[:index], printed or {})[0] if citation.refers_to is not None else None
        found.append(index if citation.relation == "full" else found[at] if at is not None else None)
    return tuple(found)


def _antecedent(citation: Citation, before: Sequence[Citation], printed: Mapping[str, int]) -> tuple[int | None, str]:
    """The index of the nearest earlier citation of the same work, or the reason why there is none."""
    if citation.relation == "ibid":
        return _just_before(citation, before)
    if citation.relation == "full" and not is_short(citation):
        return None, ""
    matches = [at for at in range(len(before) - 1, -1, -1) if _agree(citation, before[at])]
    if not matches and (numbered := NOTE_NUMBER.search(citation.passage.text)):
        meant = printed.get(numbered[1])
        matches = [at for at, earlier in enumerate(before) if earlier.note == meant]
    if not matches:
        return None, "its earlier citation was not found"
    if len({_work(before[at], before) for at in matches}) > 1:
        return None, "fits several earlier works"
    return matches[0], ""


def _just_before(citation: Citation, before: Sequence[Citation]) -> tuple[int | None, str]:
    if not before:
        return None, "nothing is cited before it"
    last = before[-1]
    rivals = {_work(c, before) for c in before if c.note == last.note != citation.note}
    if len(rivals) > 1:
        return None, f"note {last.note} cites several works"
    return len(before) - 1, ""


def is_short(citation: Citation) -> bool:
    """Whether a citation prints less than a full one: no publisher, container, date or address of its own."""
    item = citation.item
    return not (item.publisher or item.URL or item.DOI or (item.issued and item.title and item.container_title))


def _agree(short: Citation, full: Citation) -> bool:
    """Whether `full` may be the work that `short` names: no printed field contradicts, and one identifies."""
    a, b = short.item, full.item
    if a.title:
        first, second = plain(a.title), plain(b.title)
        titled = bool(first) and (first == second or (len(first) >= 4 and second.startswith(first)))
        if not titled or (a.author and b.author and not _same_person(a.author[0], b.author[0])):
            return False
        return not (a.volume and b.volume and a.container_title and a.volume != b.volume)
    if not a.author or not b.author or not _same_person(a.author[0], b.author[0]):
        return False
    return not (a.issued and b.issued and a.issued.year != b.issued.year)


def _same_person(a: Name, b: Name) -> bool:
    families = plain(a.family or a.literal), plain(b.family or b.literal)
    if a.literal or b.literal:
        families = plain(a.literal or a.family + a.given), plain(b.literal or b.family + b.given)
    if families[0] != families[1]:
        return False
    return not (a.given and b.given) or plain(a.given)[:1] == plain(b.given)[:1]


def _work(citation: Citation, before: Sequence[Citation]) -> tuple[str, str]:
    """What tells two works apart: the title and first author of the citation at the end of the chain."""
    item = citation.item
    if not item.title and citation.refers_to is not None:
        for earlier in before:
            if earlier.note == citation.refers_to and earlier.item.title and _agree(citation, earlier):
                item = earlier.item
                break
    author = item.author[0] if item.author else Name()
    return plain(item.title) or f"{item.issued.year if item.issued else ''}", plain(author.family or author.literal)


def plain(text: str) -> str:
    """Letters and digits only, case and width folded: what remains of a title when typography is gone.

    >>> plain("“NIDS　コメンタリー”，Ａ")
    'nidsコメンタリーa'
    """
    return "".join(char for char in unicodedata.normalize("NFKC", text).casefold() if char.isalnum())
