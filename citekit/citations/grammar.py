"""The grammar of marked citations: titles stand in 《》, 「」, 『』 or “”, all else follows from where it stands.

    head  T1  gap  T2  tail
    [韩]文正仁著，李春福译：《日本复兴大战略》，社会科学文献出版社，2017年，第109页。

Before the first title stand persons, between two titles the editors of the second, behind the last the place, the
publisher and what carries a unit. The same order serves Chinese, Japanese and Korean notes; the marks differ.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from citekit.citations.marks import Quoted, bracketed, mask, quoted
from citekit.citations.people import HAN, people
from citekit.citations.units import TAKEN, addresses, take
from citekit.languages.words import CJK, alternatives, every, roles
from citekit.model import Field

VOLUMES = "上中下"
FILLER = "\ufffc"
CJK_MARKS = "《〈「『"
BEHIND = tuple("，。；：、载載")
BREAK = re.compile(rf"[，,。．;；、（）()\[\]{TAKEN}{FILLER}]|\.(?=\s|$)|[─—―]{{2}}")
EDGE = " \t\n，,、.。．：:；;（）()[]［］〔〕<>－-—–\u3000"


def grammar(text: str) -> tuple[Field, ...]:
    """The fields of one marked citation; nothing if no title mark of the grammar stands in it.

    `text` is one citation without its signal words. Offsets count in `text`.

    >>> note = "王帆：《美国亚太联盟》，《当代美国评论》，2023年第7期，第15页。"
    >>> [(f.label, note[f.start : f.end]) for f in grammar(note)][:3]
    [('author', '王帆'), ('title', '美国亚太联盟'), ('container-title', '当代美国评论')]
    """
    links = addresses(text)
    titles = marked_titles(text)
    if not titles or not _set_off(text, titles[0]):
        return ()
    masked = _blot(mask(text, titles), links)
    masked, units = take(masked)
    units, masked = _outside_names(text, masked, units, titles[0].start)
    units = _without_event_date(units, titles)
    found = [*links, *units, *_titles(text, titles, units)]
    found += people(masked, 0, titles[0].start, "author")
    for before, after in pairwise(titles):
        found += _gap(text, masked, before.end, after.start)
    found += _tail(text, masked, titles[-1].end, found)
    found = [_access(text, f, links) for f in found]
    return tuple(sorted((_stripped(text, f) for f in found if f.end > f.start), key=lambda f: (f.start, f.end)))


def _access(text: str, field: Field, links: tuple[Field, ...]) -> Field:
    """A full date behind the address is the day of access, with or without a word that says so."""
    late = field.label == "issued" and links and field.start > links[-1].start
    if not late or not re.fullmatch(r"\d{4}\D+\d{1,2}\D+\d{1,2}\D?", text[field.start : field.end]):
        return field
    return Field(label="accessed", start=field.start, end=field.end)


def marked_titles(text: str) -> tuple[Quoted, ...]:
    """The outermost quoted pieces that the grammar reads as titles: in CJK marks, or in “” among CJK text."""
    pieces = [q for q in quoted(text) if q.end - q.start > 2]
    pieces = [q for q in pieces if not _sentence(text[q.inner])]
    closed = [(b.start, b.end) for b in bracketed(text)]
    pieces = [q for q in pieces if not any(a < q.start and q.end < b for a, b in closed)]
    cjk = [q for q in pieces if q.opening in CJK_MARKS]
    western = [q for q in pieces if q.opening in '“"' and _cjk_use(text, q)]
    if cjk and western and western[0].start > cjk[0].start:
        return tuple(cjk)
    return tuple(sorted(cjk + western, key=lambda q: q.start))


def _sentence(inner: str) -> bool:
    """A quotation of what somebody wrote, and no title: it ends with a full stop, or is made of sentence words."""
    return inner.rstrip().endswith("。") or (
        len(inner) > 24 and len(_sentence_words().findall(inner)) * 16 > len(inner)
    )


@cache
def _sentence_words() -> re.Pattern[str]:
    return re.compile(alternatives(word for word in every("prose") if re.search(f"[{CJK}]", word)))


@cache
def _published_by() -> re.Pattern[str]:
    return re.compile(rf"[^，,。、（(]{{0,24}}(?:{alternatives([*every('publishers'), *every('institutions')])})")


def _set_off(text: str, first: Quoted) -> bool:
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
    return behind in tuple(CJK_MARKS) or (not inner.endswith(",") and text[piece.end : piece.end + 1] in BEHIND)


def _blot(masked: str, fields: Iterable[Field]) -> str:
    for field in fields:
        masked = masked[: field.start] + TAKEN * (field.end - field.start) + masked[field.end :]
    return masked


def _outside_names(text: str, masked: str, units: tuple[Field, ...], first: int) -> tuple[tuple[Field, ...], str]:
    """Before the first title only a year stands (author-date); other units there are parts of names: give them back."""
    if re.fullmatch(r"\s*卷\S{1,6}\s*", text[:first]):
        return units, masked
    kept = tuple(f for f in units if f.start >= first or f.label in ("issued", "accessed"))
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
    return [
        Field(label=label, start=piece.inner.start, end=piece.inner.stop)
        for label, piece in zip(labels, titles, strict=False)
    ]


def _classic(text: str, titles: tuple[Quoted, ...], units: tuple[Field, ...]) -> bool:
    gap = text[titles[0].end : titles[1].start]
    dated = any(f.label in ("issued", "issue") and f.start > titles[1].start for f in units)
    piece = re.fullmatch(r"\s*[（(]?卷.{1,8}?[)）]?([，,]?)\s*", gap)
    return piece is not None and not (dated and piece[1])


@cache
def _connective() -> re.Pattern[str]:
    words = alternatives([*every("containers"), "原载", "收"])
    return re.compile(rf"(?:(?<=[，,、。\s{TAKEN}{FILLER}])|^)(?P<word>{words})\s*[:：]?\s*")


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


def _is_name(text: str) -> bool:
    return bool(re.search(rf"[{CJK}A-Za-z]", text)) and len(text) <= 60


@cache
def _worked() -> re.Pattern[str]:
    """Persons with their role word behind the title: 宋新宁、杜建平译，"""
    ending = alternatives(every("publishers"))
    words = alternatives(word for word in roles() if re.match(f"[{HAN}]", word))
    words = rf"{words}|(?<=\s)(?:{alternatives(word for word in roles() if re.match('[가-힣]', word))})"
    stop = rf"。．;；：:（()）{TAKEN}{FILLER}"
    return re.compile(
        rf"(?P<names>[^，,{stop}]{{2,60}}?|[^{stop}]{{2,60}}?等，?)\s?(?P<role>{words})"
        # directly before a publisher too, but 译文 and 译林 begin a publisher's name
        rf"(?=[，,、\s{stop}]|$|(?!译|譯|文|林|出版)[^，,。、{TAKEN}]{{2,20}}(?:{ending}))"
    )


def _tail(text: str, masked: str, start: int, known: list[Field]) -> list[Field]:
    """Behind the last title: translators, place, publisher, and the container if no mark showed it."""
    comma = _separator(text, start)
    found: list[Field] = []
    for match in _worked().finditer(masked, start):
        left = match.start()
        if comma == "、" and "、" in match["names"]:
            left = match.start() + match["names"].rstrip("、").rfind("、") + 1
        found += people(masked, left, match.end("role"), "translator")
        masked = masked[:left] + TAKEN * (match.end() - left) + masked[match.end() :]
    runs = [r for r in _runs(masked, start, comma) if not _filler_word(text[r[0] : r[1]])]
    return found + _published(text, masked, runs, known)


def _separator(text: str, start: int) -> str:
    """Japanese notes in Chinese journals part everything by 、; elsewhere it only parts names."""
    return "、" if text[start : start + 1] == "、" or re.search(r"、\s?[12]\d{3}\s?年", text[start:]) else "，"


def _runs(masked: str, start: int, comma: str) -> list[tuple[int, int]]:
    """The stretches of letters that no unit and no title has taken."""
    runs = []
    at = start
    cuts = [m.span() for m in BREAK.finditer(masked, start) if m.group() != "、" or comma == "、"]
    for cut in [*cuts, (len(masked), len(masked))]:
        left, right = at, cut[0]
        while left < right and masked[left] in EDGE:
            left += 1
        while right > left and masked[right - 1] in EDGE.replace("：", "").replace(":", ""):
            right -= 1
        if right > left:
            runs.append((left, right))
        at = cut[1]
    return runs


@cache
def _filler() -> re.Pattern[str]:
    words = [
        *every("containers"),
        *every("signals"),
        "版",
        "年",
        "等",
        "夕刊",
        "朝刊",
        "清",
        "明",
        "宋",
        "元",
        "唐",
        "原载",
        "期",
        "号",
        "第",
        "页",
        "頁",
        "pp",
        "p",
        "at",
        "see",
        "刊",
    ]
    return re.compile(rf"(?:{alternatives(words)})[.:：]?", re.IGNORECASE)


def _filler_word(run: str) -> bool:
    return bool(_filler().fullmatch(run)) or not re.search(r"\w", run)


def _published(text: str, masked: str, runs: list[tuple[int, int]], known: list[Field]) -> list[Field]:
    """Place, publisher and unmarked container among the runs; what is left over stays for the citation's rest."""
    labels = {f.label for f in known}
    found: list[Field] = []
    for left, right in runs:
        if text[left] in "载載" and right - left > 2:
            left += 1
        if (
            found
            and found[-1].label == "publisher"
            and text[found[-1].end : left] == ", "
            and ("：" in text[left:right])
        ):
            left = found.pop().start  # 臺北, 臺灣：
            labels.discard("publisher")
        colon = max(text.rfind("：", left, right), text.rfind(":", left, right))
        if colon > left:
            found.append(Field(label="publisher-place", start=left, end=colon))
            left = colon + 1
        if left >= right:
            continue
        label = _kind(text, left, right)
        if label == "container-title" and label in labels:
            label = "publisher"
        if label != "publisher":
            labels.add(label)
            found.append(Field(label=label, start=left, end=right))
            continue
        if "publisher" in labels:
            continue
        if "container-title" not in labels and _numbered(text, right, known):
            label = "container-title"
        elif _place(text[left:right]) and "publisher-place" not in labels:
            label = "publisher-place"
        labels.add(label)
        found.append(Field(label=label, start=left, end=right))
    return found


@cache
def _report() -> re.Pattern[str]:
    return re.compile(rf"\w{{0,4}}(?:{alternatives([*every('reports'), 'Report'])})")


@cache
def _media() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(every('media'))})$")


def _kind(text: str, left: int, right: int) -> str:
    """上 is a volume, a bare number or 某某本 an edition, 成果报告 a genre; anything else may be a publisher."""
    run = text[left:right]
    if run in VOLUMES:
        return "volume"
    if re.fullmatch(r"[\dIVX〇零一二三四五六七八九十]+|初|再|.+本", run):
        return "edition"
    if _report().fullmatch(run):
        return "genre"
    return "container-title" if _media().search(run) else "publisher"


def _numbered(text: str, end: int, known: list[Field]) -> bool:
    """Whether a volume or issue follows at once: 国際問題688号 is a journal and no publisher."""
    return any(f.label in ("volume", "issue") and 0 <= f.start - end <= 3 for f in known)


def _place(run: str) -> bool:
    return run.strip() in every("places")


def _stripped(text: str, field: Field) -> Field:
    start, end = field.start, field.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Field(label=field.label, start=start, end=end, confidence=field.confidence)
