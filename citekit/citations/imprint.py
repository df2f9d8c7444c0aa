"""Behind the last title: translators, place, publisher, and the container if no mark showed it."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from citekit.citations.marks import FILLER, trimmed
from citekit.citations.people import HAN, people
from citekit.citations.units import TAKEN
from citekit.languages.words import alternatives, every, roles, word_set
from citekit.model import Field

VOLUMES = "上中下"
CLOSING = tuple("』》")
"""How the title of a journal ends: 『역사비평』 26, 1994."""
BREAK = re.compile(
    rf"[，,。．;；、（）()\[\]{TAKEN}{FILLER}.─—―]"
    rf"(?:(?<=[{TAKEN}{FILLER}])[{TAKEN}{FILLER}]*|(?<=\.)(?=\s|$)|(?<=[─—―])[─—―]|(?<=[，,。．;；、（）()\[\]]))"
)
HOLDER = re.compile(
    rf"(?P<name>\w{{0,24}}?(?:{alternatives(every('archives'))}))所?[藏蔵]?"
    r"|(?P<library>\w{4,24})所[藏蔵]|(?P<holder>\w{2,20})\s소장"
)
"""Who keeps a document: 浙江省档案馆藏, 外交史料館所蔵."""
FONDS = re.compile(r"\w{2,14}(?:档案|檔案|全宗)|全宗号\w{1,6}|案卷号\w{1,8}")
"""Where it lies there: 财政部档案, 全宗号三."""
EDGE = " \t\n，,、・.。．；;（）()[]［］〔〕<>－-—–\u3000"
YEAR_BEHIND = re.compile(r"、\s?[12]\d{3}\s?年")
EDITION = re.compile(r"[\dIVX〇零一二三四五六七八九十]+|初|再|.+本")
WORD = re.compile(r"\w")
ONE_WORD = re.compile(r"^(?:The\s)?[A-Z]\w+$")


def imprint(text: str, masked: str, start: int, known: list[Field]) -> list[Field]:
    """The fields of `text` from `start` on, where its last title ends.

    `masked` is the text with titles and units blotted out, `known` the fields found so far. Runs of letters that fit
    nothing get no field.

    >>> note = "《国益》，徐超译，北京：法律出版社，"
    >>> found = imprint(note, FILLER * 4 + note[4:], 4, [])
    >>> [(f.label, note[f.start : f.end]) for f in found]
    [('translator', '徐超'), ('publisher-place', '北京'), ('publisher', '法律出版社')]
    """
    comma = _separator(text, start)
    found: list[Field] = []
    for match in _worked().finditer(masked, start):
        left = match.start()
        if comma == "、" and "、" in match["names"]:
            left = match.start() + match["names"].rstrip("、").rfind("、") + 1
        found += people(masked, left, match.end("role"), "translator")
        masked = masked[:left] + TAKEN * (match.end() - left) + masked[match.end() :]
    runs = [r for r in _runs(masked, start, comma) if not _filler_word(text[r[0] : r[1]])]
    return found + _published(text, runs, known)


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


def _separator(text: str, start: int) -> str:
    """Japanese notes in Chinese journals part everything by 、; elsewhere it only parts names."""
    return "、" if text[start : start + 1] == "、" or YEAR_BEHIND.search(text, start) else "，"


def _runs(masked: str, start: int, comma: str) -> list[tuple[int, int]]:
    """The stretches of letters that no unit and no title has taken."""
    runs = []
    at = start
    cuts = [m.span() for m in BREAK.finditer(masked, start) if m.group() != "、" or comma == "、"]
    for cut in [*cuts, (len(masked), len(masked))]:
        left, right = trimmed(masked, at, cut[0], EDGE + "：:", EDGE)
        if right > left:
            runs.append((left, right))
        at = cut[1]
    return runs


@cache
def _fillers() -> frozenset[str]:
    words = {*every("containers"), *every("signals"), *every("leftovers")}
    return frozenset(word.lower() + mark for word in words for mark in ("", ".", ":", "："))


def _filler_word(run: str) -> bool:
    return run.lower() in _fillers() or not WORD.search(run)


def _published(text: str, runs: list[tuple[int, int]], known: list[Field]) -> list[Field]:
    """Place, publisher and unmarked container among the runs; what is left over stays for the citation's rest."""
    labels = {f.label for f in known}
    journal = "container-title" in labels and "volume" not in labels
    found: list[Field] = []
    candidates: list[tuple[int, int]] = []
    for left, right in runs:
        left += text[left] in "载載" and right - left > 2
        place = max(text.rfind("：", left, right), text.rfind(":", left, right))
        if place > left:
            if candidates and text[candidates[-1][1] : left] == ", ":
                left = candidates.pop()[0]  # 臺北, 臺灣：
            found.append(Field(label="publisher-place", start=left, end=place))
            left = place + 1
        if left >= right:
            continue
        label = _kind(text, left, right, journal)
        if label == "archive-location" and label in labels:
            continue  # the shelf mark is printed too
        if label == "publisher" or label in labels:
            candidates.append((left, right))
        else:
            labels.add(label)
            found.append(held(text, Field(label=label, start=left, end=right)))
    return found + _publisher(text, candidates, known, labels | {f.label for f in found})


def _publisher(text: str, runs: list[tuple[int, int]], known: list[Field], labels: set[str]) -> list[Field]:
    """Container, place and publisher among runs of unknown kind: what ends like a publisher, else what stands first."""
    found: list[Field] = []
    container = next((run for run in runs if _numbered(text, run[1], known)), None)
    if container and "container-title" not in labels:
        found.append(Field(label="container-title", start=container[0], end=container[1]))
        runs = [run for run in runs if run != container]
    places = [run for run in runs if text[slice(*run)].strip() in word_set("places")]
    if places and "publisher-place" not in labels:
        found.append(Field(label="publisher-place", start=places[0][0], end=places[0][1]))
    runs = [run for run in runs if run not in places]
    best = next((run for run in runs if publishing(text[slice(*run)])), runs[0] if runs else None)
    if best:
        kept = "archive" in labels and "archive-location" not in labels and not publishing(text[slice(*best)])
        found.append(Field(label="archive-location" if kept else "publisher", start=best[0], end=best[1]))
    return found


def publishing(name: str) -> bool:
    """Whether a name ends as publishers' do; a single Latin word in capitals is one too.

    >>> publishing("法律出版社"), publishing("Marsh Presses"), publishing("The Eska"), publishing("新版")
    (True, True, True, False)
    """
    endings = _publishers()
    return name.endswith(endings) or name.removesuffix("s").endswith(endings) or bool(ONE_WORD.search(name))


@cache
def _publishers() -> tuple[str, ...]:
    return (*every("publishers"), *every("institutions"))


@cache
def report() -> re.Pattern[str]:
    return re.compile(rf"\w{{0,4}}(?:{alternatives([*every('reports'), 'Report'])})")


def media(name: str) -> bool:
    """Whether a name ends as those of newspapers, news sites and agencies do."""
    return name.endswith(every("media"))


def _kind(text: str, left: int, right: int, journal: bool) -> str:
    """上 is a volume, a bare number or 某某本 an edition, 成果报告 a genre; anything else may be a publisher. Right
    behind a `journal` a bare number counts its issues."""
    run = text[left:right]
    if HOLDER.fullmatch(run):
        return "archive"
    if FONDS.fullmatch(run):
        return "archive-location"
    if run in VOLUMES:
        return "volume"
    if EDITION.fullmatch(run):
        counted = run.isdecimal() and text[left - 2 : left].strip()[-1:] in CLOSING
        return "issue" if counted and journal else "edition"
    if report().fullmatch(run):
        return "genre"
    return "container-title" if media(run) else "publisher"


def held(text: str, field: Field) -> Field:
    """The field as an archive's without the word for keeping, where its text is how archives are named.

    >>> held("澄海档案馆藏", Field(label="author", start=0, end=6))
    Field(label='archive', start=0, end=5, confidence=1.0)
    """
    match = HOLDER.fullmatch(text, field.start, field.end)
    return replace(field, label="archive", end=match.end(match.lastgroup or 0)) if match else field


def _numbered(text: str, end: int, known: list[Field]) -> bool:
    """Whether a volume or issue follows at once: 国際問題688号 is a journal and no publisher."""
    return any(f.label in ("volume", "issue") and 0 <= f.start - end <= 3 for f in known)
