"""Persons in a run of text: who they are and what they did (著, 主编, 译, eds.)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from citekit.languages.words import CJK, HANGUL, alternatives, eras, every, roles, word_set
from citekit.model import Field

HAN = r"\u3005\u3400-\u9fff"
NATIONALITY = rf"[\[［〔（(【]\s?[{HAN}]{{1,6}}\s?[\]］〕）)】]"
NATION = re.compile(rf"\s{{0,3}}{NATIONALITY}\s{{0,3}}")
GROUP = re.compile(
    rf"[，,；;：:/\ufffb\ufffc]+|\s(?=(?:译|訳|编|編|著)$)|(?<=[{CJK}])\.\s"
    r"|、(?<=[著編訳撰]、)"  # E・ヒル著、白石律訳
    r"|[（(](?=[^（()）]{1,30}(?:译|訳|编|編|著|監修|補訂|改訂|校訂|옮김|역)[）)])"  # R・J・バロー（仁平和夫訳）
)
BETWEEN = re.compile(rf"、|､|\s?[&＆]\s?|\s(?:and|und|et|и)\s|(?<=[{CJK}])\s?和\s(?=[{CJK}])")
DOT = "・·‧•"
DOTTED = re.compile(f"[{DOT}]")
KANA_OR_HANGUL = re.compile("[\u3041-\u30fa\uac00-\ud7a3]")
NATIVE = re.compile(rf"\s*(?:[{HAN}ヶ]{{2,6}}|[{HAN}]+\s[{HAN}]+|[\uac00-\ud7a3]{{2,4}})\s*")
FOREIGN = re.compile(r"[A-Za-zА-я]")
INITIAL = re.compile(r"(?:^|[\s.])[A-ZА-Я]\.$")
EDGE = " \t\n，,、.。：:；;()（）[]［］\ufffb\ufffc"
DASH = "—–-"


@cache
def _role() -> re.Pattern[str]:
    """A role word at the end of a group, in brackets or not: 等主编, ed., (eds.), （編）."""
    return re.compile(rf"[，,\s]{{0,9}}[（(]?\s?(?P<role>{alternatives(roles())})[)）]?[\s.:：、，,]{{0,9}}$")


@cache
def _others() -> re.Pattern[str]:
    return re.compile(rf"[，,、\s]{{0,9}}(?:{alternatives(every('et_al'))})\s*$")


def people(text: str, start: int, end: int, default: str) -> tuple[Field, ...]:
    """The persons printed in `text[start:end]`, one field each.

    `default` is the variable of persons without a role word (author before the title, editor behind it). A group
    without role word in front of one with 编 or ed. shares it: 陈平原, 夏晓虹编.

    >>> run = "[韩]文正仁、[韩]徐承元著，李春福、李成日译："
    >>> [(f.label, run[f.start:f.end]) for f in people(run, 0, len(run), "author")]
    [('author', '文正仁'), ('author', '徐承元'), ('translator', '李春福'), ('translator', '李成日')]
    """
    groups: list[tuple[int, int, str]] = []
    at = start
    apart = set()  # where groups in brackets begin, which share nothing: 芦田透（白石律補訂）
    for cut in [*(m.span() for m in GROUP.finditer(text, start, end)), (end, end)]:
        role = _role().search(text, at, cut[0])
        if role and role.start() > at:
            groups.append((at, role.start(), roles()[role["role"]]))
        elif role and groups and not groups[-1][2]:
            groups[-1] = (groups[-1][0], groups[-1][1], roles()[role["role"]])
        elif text[at : cut[0]].strip(" ，,、：:；;。.\ufffb\ufffc"):
            groups.append((at, cut[0], ""))
        at = cut[1]
        if text[cut[0] : at] in ("(", "（"):
            apart.add(at)
    return tuple(
        Field(label=label, start=a, end=b)
        for left, right, label in _shared(groups, default, apart)
        for a, b in _names(text, left, right)
    )


def _shared(groups: list[tuple[int, int, str]], default: str, apart: set[int]) -> list[tuple[int, int, str]]:
    """Groups without role word take that of the next one, unless it is the translators' or stands `apart`."""
    following = ""
    result = []
    for left, right, label in reversed(groups):
        following = label or following
        taken = label or (following if following != "translator" else "") or default
        result.append((left, right, taken))
        following = "" if left in apart else following
    return result[::-1]


def _names(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    at = start
    for cut in [*(m.span() for m in BETWEEN.finditer(text, start, end)), (end, end)]:
        for left, right in _dotted(text, at, cut[0]):
            bounds = _bare(text, left, right)
            if bounds:
                yield bounds
        at = cut[1]


def _dotted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Japanese and Korean join persons by ・ or ·, and foreign names their parts: 坂本義和・R・E・ウォード is two.

    A dot parts persons where one side is a name of two or more kanji or Hangul syllables; but one · between Han
    alone is a Chinese transliteration (彼得·卡赞斯坦).
    """
    dots = [dot.start() for dot in DOTTED.finditer(text, start, end)]
    joined = KANA_OR_HANGUL.search(text, start, end) or "・" in text[start:end] or HANGUL.search(text)
    if not dots or not joined:
        yield start, end
        return
    at = start
    for dot in dots:
        before = DOTTED.split(text[at:dot])[-1]
        after = DOTTED.split(text[dot + 1 : end])[0]
        if NATIVE.fullmatch(before) or NATIVE.fullmatch(after):
            yield at, dot
            at = dot + 1
    yield at, end


def _bare(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The name without nationality, 等, the foreign form in brackets, and white space; None if nothing is left."""
    while (nation := NATION.match(text, start, end)) and nation.end() < end:
        start = nation.end()
    bracket = min((at for at in (text.find("(", start, end), text.find("（", start, end)) if at > start), default=end)
    if bracket < end and FOREIGN.search(text, bracket, end):
        end = bracket
    others = _others().search(text, start, end)
    if others and others.start() > start:
        end = others.start()
    name = text[start:end]
    if name in word_set("anonymous") or name in eras():  # 乾隆《东江县志》
        return None
    edge = EDGE if name.strip() in word_set("idem") else EDGE + DASH
    while start < end and text[start] in edge:
        start += 1
    while end > start and text[end - 1] in edge and not INITIAL.search(text[start:end]):
        end -= 1
    return (start, end) if end > start else None
