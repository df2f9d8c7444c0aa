"""The grammar of marked citations: titles stand in 《》, 「」, 『』 or “”, all else follows from where it stands.

    head  T1  gap  T2  tail
    [韩]文正仁著，李春福译：《日本复兴大战略》，社会科学文献出版社，2017年，第109页。

Before the first title stand persons, between two titles the editors of the second, behind the last the place, the
publisher and what carries a unit. The same order serves Chinese, Japanese and Korean notes; the marks differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace
from functools import cache
from itertools import pairwise

from citekit.citations.imprint import held, imprint, media, report
from citekit.citations.marks import FILLER, Quoted, mask, trimmed
from citekit.citations.people import people
from citekit.citations.titles import marked_titles, set_off
from citekit.citations.units import TAKEN, addresses, take
from citekit.languages.words import CJK, alternatives, every
from citekit.model import Field


def grammar(text: str) -> tuple[Field, ...]:
    """The fields of one marked citation; nothing if no title mark of the grammar stands in it.

    `text` is one citation without its signal words. Offsets count in `text`.

    >>> note = "王帆：《美国亚太联盟》，《当代美国评论》，2023年第7期，第15页。"
    >>> [(f.label, note[f.start : f.end]) for f in grammar(note)][:3]
    [('author', '王帆'), ('title', '美国亚太联盟'), ('container-title', '当代美国评论')]
    """
    links = addresses(text)
    titles = marked_titles(text)
    if not titles or not set_off(text, titles[0]):
        return ()
    masked = _blot(mask(text, titles), links)
    masked, units = take(masked, printed=text)
    units, masked = _outside_names(text, masked, units, titles[0].start)
    masked = _blot(masked, links)
    units = _without_event_date(units, titles)
    found = [*links, *units, *_titles(text, titles, units)]
    found += [held(text, f) for f in people(masked, 0, titles[0].start, "author")]
    for before, after in pairwise(titles):
        found += _gap(text, masked, before.end, after.start)
    found += imprint(text, masked, titles[-1].end, found)
    found = _newspaper(text, _piece_without_marks(text, found))
    found = [_stripped(text, _access(text, f, links)) for f in found]
    return _apart(f for f in found if f.end > f.start)


def _apart(fields: Iterable[Field]) -> tuple[Field, ...]:
    """The fields in order, without any that runs into the one before."""
    kept: list[Field] = []
    for field in sorted(fields, key=lambda f: (f.start, f.end)):
        if not kept or field.start >= kept[-1].end:
            kept.append(field)
    return tuple(kept)


def _access(text: str, field: Field, links: tuple[Field, ...]) -> Field:
    """A full date behind the address is the day of access, with or without a word that says so."""
    late = field.label == "issued" and links and field.start > links[-1].start
    if not late or not re.fullmatch(r"\d{4}\D+\d{1,2}\D+\d{1,2}\D?", text[field.start : field.end]):
        return field
    return Field(label="accessed", start=field.start, end=field.end)


def _blot(masked: str, fields: Iterable[Field]) -> str:
    for field in fields:
        masked = masked[: field.start] + TAKEN * (field.end - field.start) + masked[field.end :]
    return masked


def _outside_names(text: str, masked: str, units: tuple[Field, ...], first: int) -> tuple[tuple[Field, ...], str]:
    """Before the first title only a year stands (author-date); other units there are parts of names: give them back."""
    if re.fullmatch(r"\s*卷\S{1,6}\s*", text[:first]):
        return units, masked
    kept = tuple(f for f in units if f.start >= first or f.label in ("issued", "accessed", "archive-location"))
    if len(kept) == len(units):
        return units, masked
    head = "".join(
        TAKEN if char == TAKEN and any(f.start - 2 <= i <= f.end + 1 for f in kept) else text[i]
        for i, char in enumerate(masked[:first])
    )
    return kept, head + masked[first:]


def _without_event_date(units: tuple[Field, ...], titles: tuple[Quoted, ...]) -> tuple[Field, ...]:
    """Without the date of the event behind a title (《讲话》（2018年11月6日）) if the container has its own."""
    if len(titles) < 2 or not any(f.label == "issued" and f.start >= titles[1].end for f in units):
        return units
    between = range(titles[0].end, titles[1].start)
    return tuple(f for f in units if f.label != "issued" or f.start not in between)


def _titles(text: str, titles: tuple[Quoted, ...], units: tuple[Field, ...]) -> list[Field]:
    """Which title is the work's and which its container's.

    Two orders turn them round: a pre-modern work is followed by its 卷 and then the piece (《宋史》卷326《郭咨传》),
    and Korean newspapers stand before the headline (『신문』, 「기사」).
    """
    labels = ["title", "container-title", "collection-title"]
    if len(titles) > 1 and (_classic(text, titles, units) or (titles[0].opening, titles[1].opening) == ("『", "「")):
        labels[:2] = ["container-title", "title"]
    if len(titles) == 1 and _periodical(text, titles[0], units):
        labels[0] = "container-title"
    return [
        Field(label=label, start=piece.start + 1, end=piece.end - 1)
        for label, piece in zip(labels, titles, strict=False)
    ]


def _newspaper(text: str, fields: list[Field]) -> list[Field]:
    """A newspaper where persons stand, and a day behind the headline: 朝日新聞「灯台の見直し」2015年9月19日朝刊."""
    named = [f for f in fields if f.label == "author"]
    dated = any(f.label == "issued" and _DAY.search(text, f.start, f.end) for f in fields)
    if len(named) != 1 or not dated or not media(text[named[0].start : named[0].end]):
        return fields
    if any(f.label == "container-title" for f in fields):
        return fields
    return [replace(f, label="container-title") if f is named[0] else f for f in fields]


def _periodical(text: str, title: Quoted, units: tuple[Field, ...]) -> bool:
    """Whether the only title is a newspaper's, cited by its day: 《申报》1912年5月3日, 第3版."""
    dated = any(f.label == "issued" and f.start > title.start and _DAY.search(text[f.start : f.end]) for f in units)
    named = media(text[title.inner]) and not report().search(text[title.inner])
    return dated and named and not text[: title.start].strip()


_DAY = re.compile(r"\d[月월.-]\s?\d|[一二三四五六七八九十]月[一二三四五六七八九十]")


def _classic(text: str, titles: tuple[Quoted, ...], units: tuple[Field, ...]) -> bool:
    gap = text[titles[0].end : titles[1].start]
    dated = any(f.label in ("issued", "issue") and f.start > titles[1].start for f in units)
    piece = re.fullmatch(r"\s*[（(]?(?:卷.{1,8}?|第.{1,4}?[册冊卷])[)）]?([，,]?)\s*", gap)
    return piece is not None and not (dated and piece[1])


@cache
def _connective() -> re.Pattern[str]:
    words = alternatives([*every("containers"), "原载", "收"])  # 收入氏著: the container is by the same author
    return re.compile(rf"(?:(?<=[，,、。\s{TAKEN}{FILLER}])|^)(?P<word>(?:{words})?氏著|{words})\s*[:：]?\s*")


def _gap(text: str, masked: str, start: int, end: int) -> list[Field]:
    """Between two titles: 载, the editors of the second, or the translators of the first."""
    for connective in _connective().finditer(masked, start, end):
        left, right = connective.span("word")
        masked = masked[:left] + TAKEN * (right - left) + masked[right:]
    at = start
    while at < end and masked[at] in " \t\n，,、.。：:；;" + TAKEN:
        at += 1
    if at == end:
        return []
    return [f for f in people(masked, at, end, "editor") if _is_name(text[f.start : f.end])]


_PIECE = re.compile(
    r"[\u3400-\u9fff]{1,6}(?:志|传|傳|伝|纪|紀|表|世家)[\d一二三四五六七八九十上中下]{0,3}|(?:지|전|기|세가)\d{1,3}(?:\s[가-힣]{1,5}\d{0,2})?"
)
"""How the pieces of the official histories are called."""


def _piece_without_marks(text: str, fields: list[Field]) -> list[Field]:
    """『史記』巻一二九、貨殖列伝: the piece behind the 卷 of a pre-modern work, printed without marks."""
    labels = [f.label for f in fields]
    if "volume" not in labels or "container-title" in labels or labels.count("publisher") != 1:
        return fields
    piece = fields[labels.index("publisher")]
    if not _PIECE.fullmatch(text, piece.start, piece.end):
        return fields
    renamed = {"title": "container-title", "publisher": "title"}
    return [replace(f, label=renamed.get(f.label, f.label)) for f in fields]


def _is_name(text: str) -> bool:
    return bool(re.search(rf"[{CJK}A-Za-z]", text)) and len(text) <= 60


def _stripped(text: str, field: Field) -> Field:
    start, end = trimmed(text, field.start, field.end)
    return field if (start, end) == (field.start, field.end) else replace(field, start=start, end=end)
