"""Short citations: author and year (Šomov 1995, S. 4; 内閣府(2006)、第1章), and op. cit. with its author and title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from citekit.citations.marks import quoted
from citekit.citations.people import people
from citekit.citations.recognise import prose, shortform
from citekit.citations.units import take
from citekit.languages.words import CJK, alternatives, roles
from citekit.model import Field

LOCATOR = (
    r"(?:(?:[,，、:：]|(?<=[)）\]]))\s*(?:(?:pp?|S|С|s)\.?\s?|第)?(?P<page>[\dIVXivx]+(?:[-‐-―]\d+|\s?ff?\.)?)\s?(?:頁|页|쪽)?"
    rf"|[,，、]\s*(?P<part>第[{CJK}\dIVX]{{1,12}}[部章節]))?"
)
SOURCE = re.compile(
    r"(?P<source>[A-ZÀ-Þ][\w.&’-]*(?:\s[\w.&’-]*[A-Za-zà-ÿ][\w.&’-]*){0,4}?)(?:\s(?P<code>[A-Z]{0,4}/?\d\S*(?:\s\S*\d[^\s,]*)*))?"
    r",\s(?P<date>\d{1,2}\.\s?\d{1,2}\.\s?(?:\d{4}|\d{2})|\d{1,2}\s[A-Z][a-zä]+\.?\s\d{4}|[A-Z][a-z]+\.?\s\d{1,2},\s\d{4})"
    r"(?:,\s(?:S|p)\.\s?(?P<page>\d+))?"
)
NEWS = re.compile(
    r"(?i:news|agency|agentur|TV|radio|dienst|press|presse|zeitung|times|post|herald|daily)|^[A-Z]{2,6}(?:\s|$)"
)
NOTE = r"(?:\s*[\[(]?(?:s\.|vgl\.|see|siehe)\s?(?:Anm\.|note|n\.|注)\s?\d*\s?[\])]?)?"
# one family name with or without initials and particle: more words may be a title
FIRST = r"(?:(?:[A-ZÀ-ÞА-Я]\.[\s-]?){1,3}|(?:van|von|de|der|den|du|la)\s){0,2}"
NAME = rf"(?:{FIRST}[A-ZÀ-ÞŠČŽА-Я][\w’'-]+(?:\s(?:[A-ZÀ-ÞА-Я]\.\s?){{1,3}})?|[{CJK}]{{2,14}})"
AUTHOR_DATE = re.compile(
    rf"\s*(?P<names>{NAME}(?:(?:\s(?:and|und|et|и|&)\s|\s?[・·、]\s?|,\s){NAME}){{0,3}})(?:\s(?:et al\.|u\.\s?a\.))?"
    rf"[\s,，]*[(（\[]?\s?(?P<issued>1[5-9]\d{{2}}|20\d{{2}})[a-z]?\s?(?:[,:]\s?(?P<inside>\d{{1,4}}(?:[-–]\d{{1,4}})?))?[)）\]]?{LOCATOR}{NOTE}(?:\s?を?(?:参照|参考))?[\s.。,，、]*"
)


NUMBERED = re.compile(r"\s*(?:note|n\.|Anm\.|Fn\.|[注註])?\s*(?:[〔\[(［（]?\s?\d*\s?[〕\])］）]?|[①-⑳])")
"""The number of a note behind a word like op. cit., 前注 or supra."""
BARE = re.compile(r"(?:,?\s?(?:at|p\.)\s|^[,\s]{1,3}|(?<=,\s))(?P<page>\d{1,4}(?:[-–]\d{1,4})?)(?![\w.]*\w)")
WHOSE = re.compile(rf"[，,、]?\s?(?P<who>[{CJK}·・]{{2,12}}?)(?:[论論]文|[书書文])(?=[，,、。\s]|$)")
"""同前注〔3〕，郑晓文: the author of the work stands behind the note's number."""
CITED = re.compile(rf"[、，]\s?(?P<names>[{CJK}・·]{{2,20}})(?=[「『])")
"""Behind the number of the note: the author and the short title."""


@lru_cache(maxsize=256)
def author_date(text: str) -> tuple[Field, ...]:
    """The fields of a citation that prints no more than author, year and place; nothing for any other.

    >>> note = "Ginsburgs 1989, S. 407 [s. Anm. 1]."
    >>> [(f.label, note[f.start : f.end]) for f in author_date(note)]
    [('author', 'Ginsburgs'), ('issued', '1989'), ('locator', '407')]
    """
    match = AUTHOR_DATE.fullmatch(text) if len(text) < 160 else None
    if not match:
        return ()
    fields = [
        *_authors(text, *match.span("names")),
        Field(label="issued", start=match.start("issued"), end=match.end("issued")),
    ]
    for group in ("inside", "page", "part"):
        if match[group]:
            fields.append(Field(label="locator", start=match.start(group), end=match.end(group)))
    return tuple(fields)


def closing_author_date(text: str) -> int | None:
    """Where a short citation with its year or a pointer to its note in brackets ends a sentence, if one does.

    >>> closing_author_date("Zu den Inhalten siehe die Analyse bei Šomov 1995 [s. Anm. 6].")
    38
    """
    match = re.search(rf"\s(?P<cite>{NAME}\s(?:\(\d{{4}}[a-z]?\)|\d{{4}}\s?\[s\.[^\]]{{1,12}}\]))[\s.]*$", text[-120:])
    return len(text) - len(text[-120:]) + match.start("cite") if match else None


def pointed(text: str) -> tuple[Field, ...]:
    """The fields of a citation with a word like op. cit. or 前引书: author and short title before it, place behind it.

    >>> note = "Tony Burnard, Toute la Camargue, ouv. cité, tome 2, p. 120."
    >>> [(f.label, note[f.start : f.end]) for f in pointed(note)]
    [('author', 'Tony Burnard'), ('title', 'Toute la Camargue'), ('volume', '2'), ('page', '120')]
    """
    pointer = shortform(text)
    if not pointer:
        return ()
    start, end = _head(text, pointer.start())
    behind = NUMBERED.match(text, pointer.end())
    tail = (
        behind.end()
        if behind and behind.group().strip() and not text[behind.end() :].startswith((".", "页", "頁"))
        else pointer.end()
    )
    named = next((q for q in quoted(text) if 0 <= q.start - pointer.end() <= 2), None)
    if named is None and start == end and (cited := CITED.match(text, tail)):  # 前掲注12、白石律『電信』
        start, end = cited.span("names")
        named = next(q for q in quoted(text) if q.start == cited.end())
    if named and named.inner.start < named.inner.stop:  # 前掲『灯台と租税』
        title = Field(label="title", start=named.inner.start, end=named.inner.stop)
        units = [f for f in take(text, named.end)[1] if f.label in ("page", "volume", "issue")]
        return (*_authors(text, start, end), title, *units)
    units = [f for f in take(text, tail)[1] if f.label in ("page", "volume", "issue")]
    bare = BARE.search(text, tail)
    if bare and not units:
        units = [Field(label="page", start=bare.start("page"), end=bare.end("page"))]
    who = WHOSE.match(text, tail)
    whose = [Field(label="author", start=who.start("who"), end=who.end("who"))] if who else []
    return (*_work(text, start, end), *whose, *units)


def dated_source(text: str) -> tuple[Field, ...]:
    """The fields of a news item that names no more than its source, a code and a full date: Russia TV, 12.1.1994.

    >>> note = "SWB FE/1934 D/2-3, 1.3.1994"
    >>> [(f.label, note[f.start : f.end]) for f in dated_source(note)]
    [('container-title', 'SWB'), ('locator', 'FE/1934 D/2-3'), ('issued', '1.3.1994')]
    """
    match = SOURCE.fullmatch(text.rstrip(" .,;")) if len(text) < 120 else None
    if not match or not (match["code"] or NEWS.search(match["source"])):
        return ()
    named = (("source", "container-title"), ("code", "locator"), ("date", "issued"), ("page", "locator"))
    return tuple(
        Field(label=label, start=match.start(name), end=match.end(name)) for name, label in named if match[name]
    )


def _head(text: str, end: int) -> tuple[int, int]:
    """The range of author and title, without prose before a colon."""
    start = 0
    if prose(text[:end]):
        start = max(text.rfind(" : ", 0, end) + 3, text.rfind(": ", 0, end) + 2, 0) if ": " in text[:end] else 0
    while end > start and text[end - 1] in " ,，、:：(（[":
        end -= 1
    return start, end


def _work(text: str, start: int, end: int) -> list[Field]:
    dated = DATED.search(text, start, end)
    if dated:
        year = Field(label="issued", start=dated.start("year"), end=dated.end("year"))
        return [*_work(text, start, dated.start()), year]
    titles = [q for q in quoted(text) if start <= q.start and q.end <= end and q.inner.start < q.inner.stop]
    if titles:
        title = Field(label="title", start=titles[0].inner.start, end=titles[0].inner.stop)
        return [*_authors(text, start, titles[0].start), title]
    cut = re.compile(r"[,，、:：]\s*").search(text, start, end)
    if not cut:
        return _authors(text, start, end)
    return [*_authors(text, start, cut.start()), Field(label="title", start=cut.end(), end=end)]


DATED = re.compile(r"[\s,，]?\s?[(（\[]?(?P<year>1[5-9]\d\d|20\d\d)[a-z]?[)）\]]?[,，\s]*$")
"""한누리(2006), 앞의 책: the year of the work meant."""


def _authors(text: str, start: int, end: int) -> list[Field]:
    return list(
        _western(text, start, end) if not re.search(f"[{CJK}]", text[start:end]) else people(text, start, end, "author")
    )


@cache
def _role() -> re.Pattern[str]:
    latin = (word for word in roles() if not re.search(f"[{CJK}]", word))
    return re.compile(rf",?\s?[(\[]?(?<!\w)(?P<role>{alternatives(latin)})[)\]]?\s*$")


def _western(text: str, start: int, end: int) -> Iterator[Field]:
    """Names parted by commas and *and*; a role word behind the last, C. Albani (a cura di), is that of all."""
    role = _role().search(text, start, end)
    label, end = (roles()[role["role"]], role.start()) if role and role.start() > start else ("author", end)
    at = start
    cuts = [m.span() for m in re.compile(r",\s|\s(?:and|und|et|и|&)\s").finditer(text, start, end)]
    for cut in [*cuts, (end, end)]:
        left, right = at, cut[0]
        while left < right and text[left] in " ,":
            left += 1
        while right > left and text[right - 1] in " ,":
            right -= 1
        if right > left:
            yield Field(label=label, start=left, end=right)
        at = cut[1]
