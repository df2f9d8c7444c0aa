"""Which quoted pieces of a citation are titles: in CJK marks, or in “” among CJK text."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from citekit.citations.marks import Quoted, bracketed, quoted
from citekit.languages.words import CJK, alternatives, every

CJK_MARKS = "《〈「『≪<"
# The same with half-width marks, where persons, 载 and a marked title follow: “题”, 徐平主编: 《集》
NARROW = re.compile(rf"[,:;]\s?(?:[载載]|[〔\[（(]?[{CJK}\]）)·]{{2,20}}[^,，]{{0,20}}[:：]?\s?《)")
DATED = re.compile(r"[》』].{0,30}?(?:[12]\d{3}|[〇一二三四五六七八九]{4}|[\d一二三四五六七八九十元]\s?[号期年])")
"""A container in the brackets behind a title, with its date: 「題」（『誌』3号、1996年）."""
EDITED = re.compile(r"[^「『《]{2,20}[編编][『《]")
BEHIND = tuple("，。；：、载載")
"""What stands behind a title that “” mark."""


@lru_cache(maxsize=256)
def marked_titles(text: str) -> tuple[Quoted, ...]:
    """The outermost quoted pieces that the grammar reads as titles: in CJK marks, or in “” among CJK text."""
    pieces = [q for q in quoted(text) if q.end - q.start > 2]
    pieces = [q for q in pieces if not _sentence(text[q.inner])]
    if not pieces:
        return ()
    ends = {q.end for q in pieces}
    closed = [(b.start, b.end) for b in bracketed(text) if not _holds_container(text, b, b.start in ends)]
    pieces = [q for q in pieces if not any(a < q.start and q.end < b for a, b in closed)]
    cjk = [q for q in pieces if q.opening in CJK_MARKS]
    western = [q for q in pieces if q.opening in '“"' and _cjk_use(text, q)]
    if cjk and western and western[0].start > cjk[0].start:
        return tuple(cjk)
    return tuple(sorted(cjk + western, key=lambda q: q.start))


def _holds_container(text: str, bracket: Quoted, behind_title: bool) -> bool:
    """Whether the brackets hold where the work stands: right behind its title, or with the editors' names."""
    inner = text[bracket.inner]
    return bool(DATED.search(inner)) and (behind_title or bool(EDITED.match(inner)))


ENDING = re.compile(r"(?:である|のだ|ている|ねばならない|できない|られる|される|のであった)$")
"""How Japanese sentences end, which few titles do."""


def _sentence(inner: str) -> bool:
    """A quotation of what somebody wrote, and no title: it ends like a sentence, or is made of sentence words."""
    if inner.rstrip().endswith("。") or (len(inner) > 15 and ENDING.search(inner)):
        return True
    return len(inner) > 24 and len(sentence_words().findall(inner)) * 16 > len(inner)


@cache
def sentence_words() -> re.Pattern[str]:
    """The CJK words of sentences that citations do not print."""
    return re.compile(alternatives(word for word in every("prose") if re.search(f"[{CJK}]", word)))


@cache
def _published_by() -> re.Pattern[str]:
    return re.compile(rf"[^，,。、（(]{{0,24}}(?:{alternatives([*every('publishers'), *every('institutions')])})")


def set_off(text: str, first: Quoted) -> bool:
    """Whether the first marks set off a whole title, or stand inside one of a list that prints titles bare.

    GB/T 7714 and SIST 02 end the names with a full stop and the title with [J] or a full stop; marks in such a title
    are its own: 青山瑠妙. 「一帯一路」構想をめぐる国際政治.
    """
    if re.search(r"\[[A-Z]{1,2}(?:/[A-Z]{2})?\]", text):
        return False
    behind = text[first.end : first.end + 1]
    if re.search(r"(?:[.．]|\d{4},)\s\w[^.，、：]*\w$", text[: first.start]):
        return False
    if re.search(r"[.．,]\s*$", text[: first.start]) and re.match(r"[\w：:—–-]", behind):
        return False
    return not re.match("[\u3041-\u3096]", behind) or bool(_published_by().match(text, first.end))


def _cjk_use(text: str, piece: Quoted) -> bool:
    """“题”，《刊》 and not “题,” in 刊: the mark behind decides, the comma inside is an American one."""
    inner = text[piece.inner].rstrip()
    behind = text[piece.end :].lstrip()[:1]
    if not re.search(f"[{CJK}]", inner):
        return False
    if behind in tuple(CJK_MARKS):
        return True
    return not inner.endswith(",") and (
        text[piece.end : piece.end + 1] in BEHIND or bool(NARROW.match(text, piece.end))
    )
