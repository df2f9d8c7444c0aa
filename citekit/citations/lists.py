"""Lists of works that no semicolon parts: 白石律『電信』（2008年）、森田光『無線局』（2001年）; 1980, and Ada Quill."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.citations.marks import mask, quoted
from citekit.citations.recognise import complete, evidence
from citekit.citations.signs import numbered, paged
from citekit.citations.titles import marked_titles
from citekit.citations.units import outside
from citekit.languages.words import CJK, alternatives, every

AND = r"(?:et|and|und|sowie|и|y|e|as well as|ainsi que)(?:\s(?:also|aussi|auch|see|voir))?"
OPENING = (
    r"(?:[A-ZÀ-ÞА-Я][\w.’-]*\s(?:de\s|von\s|van\s)?){1,3}[A-ZÀ-ÞА-Я][\w’-]+,\s(?=[A-ZÀ-ÞА-Я\ufffc])"
    r"|[A-ZÀ-ÞА-Я][\w’-]+,\s(?:[A-ZÀ-Þ]\.|[\ufffc])|[А-Я][а-я]+\s[А-Я]\.\s?[А-Я]\."
)
"""Names as a Western citation opens with them: Ada Quill, ...; Quill, A.; Quill, “...; Ветров А. П."""
AND_WORDS = ("および", "及び", "並びに", "ならびに", "以及", "及", "또는", "그리고", "및", "と", "和", "、")
AND_CJK = rf"(?:(?:{'|'.join(AND_WORDS)})\s?)"
NO_NAME = alternatives(["第", "同\ufffc", "载", "載", *every("quoted_in")])
PERSONS = rf"(?!{NO_NAME})[{CJK}·・‧、A-Z.．\s]{{2,24}}(?:[\[［〔（(【\ufffc\]］〕）)】{CJK}]{{0,8}})"
"""Names in front of a title mark."""
_AND_GOES_ON = "|".join(f"(?<={word[0]}){word[1:]}" for word in AND_WORDS)
# As in `citekit.citations.signs`, looks back stand behind the first character.
CUT = re.compile(
    rf"[,，.、\s{''.join(word[0] for word in AND_WORDS)}](?:"
    rf"(?:(?<=[\d\ufffc]\s)|(?<=[\d\ufffc],)\s)(?P<western>{AND})\s(?=(?:{OPENING}))"
    rf"|(?<=\d\.)\s+(?P<anew>(?={OPENING}))"
    rf"|(?<=[\ufffc頁页年期号版쪽].)(?:(?<=[、，,])\s?{AND_CJK}?|(?:{_AND_GOES_ON})\s?)"
    rf"(?P<eastern>(?=(?:{PERSONS})\s?[：:，,]?\s?\ufffc))"
    r"|(?<=[，,])(?P<signal>\s?(?=(?:另?参见|另?參見|另见|又见|详见|亦见|并见|參閱|参阅)))"
    rf"|(?:(?<=[、，])\s?|(?:{_AND_GOES_ON})\s?)(?=同\ufffc)"  # 『灯台と租税』91頁、同『灯台の話』20頁
    r"|(?<=[,，])\s?(?=卷\s?[\d一二三四五六七八九十百]+\ufffc)"  # 《宋史》卷190《兵志四》，卷187《兵志一》
    r")"
)
IMPRINT = re.compile(r"[（(][^（()）]{0,60}\d{4}[^（()）]{0,20}[）)]")
PAGED = r"(?:(?<!\w)(?:pp?|S|С|P|Bl)\.\s?[\d\s,–-]+(?:\sf{1,2}\.)?|\d{4}\),?(?:\s(?:at\s)?[\d–-]+)|\d{4}\):\s[\d–-]+)"
CLOSED = re.compile(rf"(?:{PAGED}|[12]\d{{3}}[a-z]?|\d{{4}}\))$")
CLOSED_BY_PAGE = re.compile(rf"{PAGED}$")
"""How a Western citation ends: with its page, its year, or the bracket around the year."""
LONGEST = 1500
"""So much of what stands before a separator is looked at."""
EDITS = re.compile(r"[编編편]\s?[：:，,]?\s?$")
DATED = re.compile(
    rf"^(?:[{CJK}A-Za-z·・\s]{{2,30}}[（(](?:1[89]|20)\d{{2}}[a-z]?[)）])(?:\s?、\s?[{CJK}A-Za-z·・\s]{{2,30}}[（(](?:1[89]|20)\d{{2}}[a-z]?[)）])+"
)
"""A list of works by author and year: IMF(2008b)、内閣府(2008)."""


def listed(text: str) -> list[tuple[int, int]]:
    """The ranges of the works that a stretch between two semicolons or full stops lists; one for a stretch of one.

    >>> note = "白石律『電信』（青波書房、2008年）、森田光『無線局』（青波書房、2001年）"
    >>> [note[start:end] for start, end in listed(note)]
    ['白石律『電信』（青波書房、2008年）', '森田光『無線局』（青波書房、2001年）']
    """
    if DATED.match(text.strip()):
        return [match.span() for match in re.finditer("[^、]+", text)]
    parts: list[tuple[int, int]] = []
    cut: re.Match[str] | None = None
    for start, end, following in _pieces(text):
        before = text[max(parts[-1][0], start - LONGEST) : parts[-1][1]] if parts else ""
        if cut and not _parts_works(cut, before, text[start:end]):
            parts[-1] = (parts[-1][0], end)
        else:
            parts.append((start, end))
        cut = following
    return parts


def _pieces(text: str) -> Iterator[tuple[int, int, re.Match[str] | None]]:
    """Stretches between separators outside quotation marks and brackets, each with the separator behind it."""
    at = 0
    for cut in CUT.finditer(outside(text)):
        yield at, cut.start(), cut
        at = cut.end()
    yield at, len(text), None


def _parts_works(cut: re.Match[str], before: str, piece: str) -> bool:
    """Whether the separator between two pieces parts two works."""
    if cut["western"] or cut["anew"] is not None:
        ending = (CLOSED if cut["western"] else CLOSED_BY_PAGE).search(before[-40:])
        return bool(ending) and evidence(before) and evidence(piece) and complete(piece)
    if cut["signal"] is not None:
        return complete(before)
    return cut["eastern"] is None or _next_in_list(before, piece)


def _next_in_list(before: str, piece: str) -> bool:
    """Whether names and a title behind a comma open the next work: the one before has its date or place.

    The editors of a collection stand so too, but behind a title without place or number.
    (「電報」1934年、白石律編『集』)
    """
    titles = marked_titles(before)
    if not titles or not complete(before):
        return False
    bare = mask(before, quoted(before))
    closed = paged(bare) or numbered(bare) or bool(IMPRINT.search(bare))
    opening = marked_titles(piece)
    return closed or not (opening and EDITS.search(piece[: opening[0].start]))
