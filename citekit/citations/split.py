"""One note into the stretches that are citations, each with the signal words before it and the prose behind it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from itertools import pairwise

from citekit.citations.lists import listed
from citekit.citations.marks import Quoted, quoted
from citekit.citations.recognise import (
    AUTHOR_DATE,
    TYPE_CODE,
    complete,
    continued,
    evidence,
    inner_citations,
    prose,
    shortform,
    told_in_brackets,
)
from citekit.citations.signs import EASTERN
from citekit.citations.titles import marked_titles
from citekit.citations.units import outside
from citekit.languages.words import CJK, alternatives, every, roles

# As in `citekit.citations.signs`, looks back stand behind the first character.
CUT = re.compile(
    r"[；;。.．、，,\s](?:"
    r"(?<=[；;])\s*|(?<=。)\s*(?=\S)"  # between citations in every language; CJK full stop
    # its half-width form behind a unit or a sentence: 岩波書店、1966年.林大輔「...
    rf"|(?<=[页頁年版号\u3041-\u3096][.．])(?=[{CJK}\ufffc])"
    # a Latin full stop only where a signal opens the next sentence
    r"|(?<=[\w\]\ufffc][.)]\s)\s*(?=(?:See also|See|Cf\.|Vgl\.|Siehe|Voir|Cf|См\.|Ср\.)[\s:])"
    # a Latin citation, and one in Han letters with its title marks behind it: p. 24. 中译本见……
    r"|(?P<latin>(?<=[\d)]\.))\s*(?=[\u3400-\u9fff][^。；;]{0,40}\ufffc)"
    r"|(?<=[다음임됨함]\.\s)\s*(?=[가-힣·\s]{2,16},?\s?\ufffc)"  # a Korean sentence before the citation
    r"|(?<=[、，])\s?(?=同\ufffc)"  # 『灯台と租税』91頁、同『灯台の話』20頁
    r"|(?<=[,，])\s?(?=卷\s?[\d一二三四五六七八九十百]+\ufffc)"  # 《宋史》卷190《兵志四》，卷187《兵志一》
    r")"
)
SENTENCE = re.compile(
    r"[.。\s](?:(?<=[\w)\]\ufffc]\.)(?<![A-ZÀ-Þ]\.)\s+(?=[A-ZÀ-Þ][a-zà-ÿ]+\s\w)"
    r"|(?<=\.\s)\s*(?P<remark>(?=[\u4e00-\u9fff]))|(?<=[\s。])(?P<but>(?=ただし|なお、|また、)))"
)
LONGEST = 1500
"""Characters that the longest citation takes; what stands further off is not looked at."""

LATE = re.compile(r"(?<=[，,。；（(])\s?(?:参见|參見|详见|詳見|参阅|參閱)\s?[:：]?")
LEAD_IN = re.compile(
    r"[^《「『“]{2,60}?(?:(?:として|については?|では|には|とは|としては|に関しては?|によれば|により|ば|は)[、，]"
    r"|(?:研究|讨论|討論|论述|論述|分析|问题|問題|情况|情況|说明|观点|看法|史料|细节|经过|评述|内容|内容是)"
    r"(?:均|可|亦|另|皆|已|请|还)?(?:参|參)?(?:见|見|有)[：:]?)"
)
"""Prose before the names without a signal of its own: 代表的な研究として、; 有关讨论见."""
SMALL = re.compile(
    r"\s*[A-ZА-Я][^\s\d“«\"]*(?:\s[^\s\d“«\"]+){0,2},\s(?:(?:1[5-9]|20)\d{2}|[А-Я]\.,|[A-Z][a-z]+, (?:pp?\.|S\.))"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A citation's range in the note's text; `prefix` leads to it, `suffix` follows."""

    start: int
    end: int
    prefix: str = ""
    suffix: str = ""


def split(text: str) -> tuple[Stretch, ...]:
    """The stretches of a note that may be citations, in order; an explanation has none.

    >>> note = "参见王帆：《评论》，2023年，第5页；同上，第7页。范例通常如此。"
    >>> [(s.prefix, note[s.start : s.end]) for s in split(note)]
    [('参见', '王帆：《评论》，2023年，第5页'), ('', '同上，第7页')]
    """
    stretches: list[Stretch] = []
    for start, end in _joined(text, list(_pieces(text))):
        stretch = text[start:end]
        told = told_in_brackets(stretch)
        shown = evidence(stretch) or evidence(stretch[prefix_length(stretch) :])
        length = _citation_end(stretch) if shown and not told else 0
        if not length or _is_prose(stretch[:length]):
            inner = [
                Stretch(start=start + a + prefix_length(stretch[a:b]), end=start + b, prefix=stretch[:a])
                for a, b in told or inner_citations(stretch)
            ]
            if not inner and stretches:
                stretches[-1] = replace(stretches[-1], suffix=stretches[-1].suffix + stretch)
            stretches += inner
            continue
        cut, stop = start + prefix_length(stretch), start + length
        stretches.append(Stretch(start=cut, end=stop, prefix=text[start:cut].strip(), suffix=text[stop:end]))
    return tuple(stretches)


def _pieces(text: str) -> Iterator[tuple[int, int, str]]:
    """Stretches between separators that stand outside quotation marks, brackets and addresses, with the separator
    before each."""
    at, separator = 0, ""
    for cut in CUT.finditer(outside(text)):
        if cut["latin"] is not None and EASTERN.search(text, at, cut.start()):
            continue  # 王帆, 2023. 国益[M]
        yield at, cut.start(), separator
        at, separator = cut.end(), cut.group().strip()
    yield at, len(text), separator


def _joined(text: str, pieces: list[tuple[int, int, str]]) -> list[tuple[int, int]]:
    """Pieces put together again where a separator stood inside one citation."""
    joined: list[tuple[int, int]] = []
    for start, end, separator in pieces:
        piece = text[start:end]
        if not piece.strip(" 。.,，"):
            continue
        if joined and _inside(text[joined[-1][0] : joined[-1][1]], separator, piece):
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return [(start + a, start + b) for start, end in joined for a, b in listed(text[start:end])]


def _inside(before: str, separator: str, piece: str) -> bool:
    """Whether the separator between two pieces stands inside one citation."""
    if separator in (";", "；"):
        remark = bool(prose(piece)) and not continued(piece) and not evidence(piece)
        ended = complete(before) or complete(before[prefix_length(before) :])
        return not (ended and (remark or opens(piece)))
    return separator in ("。", ".", "．") and _interrupted(before, piece)


def _interrupted(before: str, piece: str) -> bool:
    """A full stop between a title and its container: 温一舟：《小港的大账》。《远洋研究》，2019年第2期."""
    if evidence(before) or len(before) > 120 or prose(before):
        return False
    return bool(marked_titles(before)) and any(title.start == 0 for title in marked_titles(piece))


def opens(piece: str) -> bool:
    """Whether what stands behind a semicolon opens a citation: it has evidence of its own, and is not the second
    place, publisher or role of the one before (Durham; London: Duke University Press, 2000)."""
    if continued(piece) or (not evidence(piece) and len(piece) < 40):
        return False
    return not _second_place().match(piece) and not SMALL.match(piece)


@cache
def _second_place() -> re.Pattern[str]:
    return re.compile(rf"\s*(?:(?:{alternatives(every('places'))})\s?[,:，：]|(?:{alternatives(roles())})\s)")


def _citation_end(stretch: str) -> int:
    """Where a citation ends and sentences about it begin: ..., 11.4.1994, S. 2. Genaue Zahlen sind nicht bekannt."""
    for match in SENTENCE.finditer(outside(stretch), 0, LONGEST):
        before, behind = stretch[: match.start()], stretch[match.end() : match.end() + LONGEST]
        least = 0 if match["but"] is not None else 1 if match["remark"] is not None else 2
        if complete(before) and prose(behind) >= least and prose(before) < max(least, 2):
            return match.start()
    return len(stretch)


def _is_prose(stretch: str) -> bool:
    """Sentences outweigh what could be a citation: many of their words, and no signal that introduces one."""
    words = prose(stretch)
    if words == 0 or TYPE_CODE.search(stretch) or AUTHOR_DATE.match(stretch) or shortform(stretch):
        return False
    signal = prefix_length(stretch)
    behind = prose(stretch[signal:]) if signal else words
    return behind >= 2 and behind * 50 > len(stretch[signal:])


@cache
def _signals() -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = every("signals") + every("quoted_in")
    cjk = [word for word in words if re.search(f"[{CJK}]", word)]
    spaced = [word for word in words if not re.search(f"[{CJK}]", word)]
    adverbs = alternatives(every("adverbs"))
    pointers = alternatives([*every("ibid"), *every("shortforms")])
    opening = rf"[\"“‘«„'<\[A-ZÀ-ÞА-ЯŠČŽ§h{CJK}]|\d{{1,3}}\s[A-Z]|(?:{pointers})(?!\w)"
    long = alternatives(word for word in cjk if len(word) > 1)
    single = (word for word in cjk if len(word) == 1)
    short = alternatives(single, apart=r"^，,。；;：:、\s", then=r"(?!\w{0,2}[著编編])")
    western = alternatives(spaced, apart=r"^\s(（,;.")
    return (
        re.compile(rf"(?:{long}|{short})\s?[:：,，]?\s?"),
        re.compile(rf"(?:{western})(?:\s(?:{adverbs}))?[,:]?\s+(?={opening})"),
    )


@lru_cache(maxsize=256)
def prefix_length(stretch: str) -> int:
    """How much of a stretch is signal words and the prose in front of them.

    In CJK text the last signal before the first title counts (关于户等划分，参见王曾瑜：《…》); in others one at the
    beginning, or one behind prose.
    """
    lead = len(stretch) - len(stretch.lstrip(" ,，.。、:："))
    titles = marked_titles(stretch)
    head = stretch[: titles[0].start] if titles else stretch[:120]
    cjk, spaced = _signals()
    last = None
    for match in cjk.finditer(head):
        last = match
        if not titles:
            break
    late = _late_signal(stretch, titles)
    if late:
        return late
    if titles and (not last or not titles[0].start - last.end()):
        last = LEAD_IN.match(head) or last
    western = last and re.match(r"[A-ZÀ-Þ“\"‘]", stretch[last.end() :])  # 关于这一点，参见Tobias Hale, “Cables,”
    if last and (titles or western or last.start() <= lead + 1):
        return last.end()
    opening = spaced.match(stretch, lead)
    if opening:
        return opening.end()
    first = quoted(stretch)[0].start if quoted(stretch) else len(stretch)
    inside = [m for m in spaced.finditer(stretch, 0, first + 1) if _leads_in(stretch[: m.start()], m.group())]
    return inside[-1].end() if inside else lead


def _late_signal(stretch: str, titles: tuple[Quoted, ...]) -> int:
    """Where a signal ends that stands behind a title which the sentence before it only mentions:
    “小账”是温一舟在《账簿》一书中提出的概念，参见温一舟：《账簿》，2008年."""
    for title, following in pairwise(titles[:4]):
        match = LATE.search(stretch, title.end, following.start)
        if match and not complete(stretch[: match.start()]):
            return match.end()
    return 0


def _leads_in(before: str, signal: str) -> bool:
    """Whether the words before a signal lead to it: a sentence, or a few words without a date or place of their own
    (Zum Folgenden vgl.). *See* within a title is no signal."""
    if prose(before) or signal.strip(" ,:") in every("quoted_in"):
        return bool(prose(before))
    if len(before) > 60:
        return True
    named = re.search(r",\s[A-ZÀ-ÞА-Я]", before) and not signal[:1].islower()
    return not (named or complete(before) or quoted(before) or signal[:1].isupper())
