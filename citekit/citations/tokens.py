"""Cut a citation string into the tokens that the field tagger labels.

Words of Latin, Cyrillic, Greek and other alphabets are one token each, and so are numbers, punctuation marks,
URLs, DOIs and type codes such as ``[J/OL]``. Han and kana text has no blanks, so a whole run is one token;
a run is cut further where a role word (主编, 訳), a unit word (年, 卷), a signal word (参见) or a conjunction
stands at its edge, because fields meet there without punctuation.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_CJK = "\u3005-\u3007\u3041-\u3096\u30a1-\u30fa\u30fc-\u30fe\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff"
_HANGUL = "\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3"
_STOP = rf"\s<>\"“”«»《》〈〉「」『』【】，。；、：（）［］〔〕{_CJK}{_HANGUL}"
# Circled, superscript and subscript digits count as word characters for `re`, but they are note marks.
_MARKS = "\u00b2\u00b3\u00b9\u2070-\u209f\u2460-\u24ff\u2776-\u2793\u3251-\u32bf"
_LETTER = rf"(?:(?![{_CJK}{_HANGUL}{_MARKS}])[^\W\d_])"
# A decomposed accent or a soft hyphen belongs to the letter before it.
_ALPHA = rf"{_LETTER}(?:{_LETTER}|[\u0300-\u036f\u00ad])*"

_TOKEN = re.compile(
    rf"""
    (?P<resolver>(?:https?://)?(?:dx\.|www\.)?doi\.org/(?=10\.\d))
  | (?P<url>(?:https?://|ftp://|www\.)[^{_STOP}]+)
  | (?P<doi>10\.\d{{4,9}}/[^{_STOP},;]+)
  | (?P<code>[\[［〔][A-Z]{{1,2}}(?:\s?/\s?[A-Z]{{2}})?[\]］〕])
  | (?P<number>\d+)
  | (?P<run>[{_CJK}]+(?:(?<=[\u30a0-\u30ff])[・゠=＝][\u30a0-\u30ff][{_CJK}]*)*)
  | (?P<hangul>[{_HANGUL}]+)
  | (?P<elision>[lLdD]['’](?=[A-ZÀ-Þ]))
  | (?P<word>{_ALPHA}(?:['’\-‐‑]{_ALPHA})*[ʹʺ′]?)
  | (?P<slashes>//+)
  | (?P<dash>[-‐‑–—―─−]+)
  | (?P<dots>\.{{3,}}|…+)
  | (?P<mark>\S)
    """,
    re.VERBOSE,
)

_SIGNALS = (
    "另可参见|可参见|可参阅|另参见|详细参见|参见|参阅|参看|参照|详见|详参|详论见|另见|又见|亦见|并见|"
    "转引自|引自|摘自|见于|载于|收入|收录于|見|载|載|见"
)
_ROLES = (
    "总主编|執行主编|主编|主編|编选|编译|編譯|编辑|編集|編纂|编著|編著|编注|编纂|编校|选编|选译|编|編|"
    "撰|著|着|译注|译校|譯註|译|譯|訳注|共訳|監訳|訳|監修|点校|校注|校点|整理|口述|标点|注释|校訂|共著|共編|校|"
    "等著|等编|等译|等|ほか編|ほか訳|ほか著|ほか|他編|他訳|他|所収|所載|所收|参照"
)
_UNITS = (
    "年版本|年版|年度版|年度|年号|年|月号|月刊|月|日|卷本|卷|巻|期|号|號|辑|輯|册|冊|集|页|頁|版本|版|刷|"
    "章|部|次|届|回|条|條|编|編|至"
)
_GENRES = (
    "硕士学位论文|博士学位论文|碩士學位論文|博士學位論文|硕士论文|博士论文|碩士論文|博士論文|修士論文|"
    "学位论文|學位論文|硕士|博士"
)
_LEAD = re.compile(rf"^(?:{_SIGNALS}|第(?=[上中下][卷册冊]))")
_TAIL = re.compile(rf"(?:{_ROLES}|第|卷|巻|{_GENRES})$")
_UNIT = re.compile(rf"^(?:{_UNITS})")
# 傅任敢译教育科学出版社: a role word inside a run parts it only before a publisher.
_INNER = re.compile(
    r"^(?P<name>.{2,5}?)(?P<role>等?(?:主编|编著|编译|编|译|訳|編))"
    r"(?=.{2,}(?:社|书局|书馆|書館|书店|書店|中心|公司|エデュケーション)$)"
)
_PAIR = re.compile(r"^(?P<left>.{2,4}?)(?P<glue>[和与與及])(?=.{2,4}$)")
#: how much is cut off the end of a link or a run, so that no input takes long
_MARKS_OFF, _WORDS_OFF, _LONGEST_WORD = 12, 4, 12
_CLOSERS = {")": "(", "]": "["}


class Token(NamedTuple):
    """A piece of the text: `text`, and where it stands, `start` to `end` (code points, end exclusive)."""

    text: str
    start: int
    end: int


def tokenise(text: str) -> list[Token]:
    """Cut `text` into tokens, in order and without overlap; blanks belong to no token.

    Any string is good; an empty one gives an empty list.

    >>> [t.text for t in tokenise("费成康主编：《论文》，2002年，第65页。")]
    ['费成康', '主编', '：', '《', '论文', '》', '，', '2002', '年', '，', '第', '65', '页', '。']
    """
    tokens: list[Token] = []
    at = 0
    length = len(text)
    search = _TOKEN.search
    while at < length:
        found = search(text, at)
        if found is None:
            break
        start, at = found.span()
        piece = found[0]
        kind = found.lastgroup
        if kind == "run":
            after_number = bool(tokens) and tokens[-1].end == start and tokens[-1].text.isdigit()
            tokens.extend(_cut_run(piece, start, after_number))
            continue
        if kind == "url" or kind == "doi":
            piece = _trim(piece)
            at = start + len(piece)
        tokens.append(Token(piece, start, at))
    return tokens


def _trim(link: str) -> str:
    """Leave off the punctuation that closes the sentence rather than the link."""
    for _ in range(_MARKS_OFF):
        last = link[-1]
        if (len(link) > 1 and last in ".,;:!?'’‘*|") or (
            last in _CLOSERS and link.count(last) > link.count(_CLOSERS[last])
        ):
            link = link[:-1]
        else:
            break
    return link


def _cut_run(run: str, start: int, after_number: bool) -> Iterator[Token]:
    """Part a Han or kana run at the unit, signal and role words at its edges."""
    tail: list[Token] = []
    if after_number and (unit := _UNIT.match(run)):
        yield Token(unit[0], start, start + unit.end())
        run, start = run[unit.end() :], start + unit.end()
    if (lead := _LEAD.match(run)) and lead.end() < len(run):
        yield Token(lead[0], start, start + lead.end())
        run, start = run[lead.end() :], start + lead.end()
    for _ in range(_WORDS_OFF):
        role = _TAIL.search(run, max(1, len(run) - _LONGEST_WORD))
        if role is None:
            break
        tail.append(Token(role[0], start + role.start(), start + role.end()))
        run = run[: role.start()]
    if pair := _PAIR.match(run) or _INNER.match(run):
        left, glue = pair.end(1), pair.end(2)
        yield Token(run[:left], start, start + left)
        yield Token(run[left:glue], start + left, start + glue)
        run, start = run[glue:], start + glue
    if run:
        yield Token(run, start, start + len(run))
    yield from reversed(tail)
