"""What no field of a citation has taken: kept verbatim, so that nothing is lost."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from citekit.citations.marks import FILLER
from citekit.citations.people import NATIONALITY
from citekit.languages.words import alternatives, every, roles
from citekit.model import Field

# What stands between fields and says nothing by itself: units, words of editions and years, type codes, protocols.
CONNECTING = re.compile(
    r"总第?\d{1,4}|第|期|页|頁|号|號|版|年|月|日|卷|巻|册|著|等|于|载|年第|期第|年版|版第|月第|권|호|쪽|집|자|제|일자"
    r"|夕刊|朝刊|访问日期|访问时间|上网时间|最終閲覧日?|アクセス|검색일|дата обращения"
    r"|pp?|vols?|n[or°]?|nos|jg|h|bd|t|s|sp|c|с|т|№|выпуск|in|ed|eds|and|und|et|и|by|with|the|on|from|at|cit|accès|en"
    r"|[论論]?文|[书書]|[注註]|面|면|лл?|bl|fols?|стб|[页頁](?:[ab]|[上中下][栏欄]?)|以下|以降|[页頁]以下|を?参照|を見よ|이하|에서|等等|などがある|など|ff?|sqq?|hier|ici|here|там"
    r"|[jmndrcpgz]|eb|ol|https?|doi|url|online|internet|available|note|supra"
    r"|doi\.org|retrieved|accessed|línea|disponible",
    re.IGNORECASE,
)

NATION = re.compile(NATIONALITY)
# the number of a note that the citation points to: supra n. 5, (wie Anm. 4), 前注３
OF_NOTE = re.compile(
    r"(?:(?:siehe|wie|s\.|vgl\.|see|voir|см\.)\s)?(?<!\w)(?:note|nn?\.?|nota|Anm\.|Fn\.?|FN|прим\.|сн\.)\s?\d{1,4}(?!\w)"
    r"|(?:同?[前上]?[注註]|前引|前掲|前揭)\s?(?:[〔\[(（［]?\s?\d{1,4}\s?[〕\])）］]?|[①-⑳])"
)
NOTED = re.compile(r"(?:note|nn?|nota|Anm|Fn|FN|прим|сн)\.?\s?\d|注|註|前引|前掲|前揭")
"""Something of this stands in every pointer to a note."""
OF_YEAR = re.compile(r"(\d\d\d\d)[a-z](?!\w)")
"""2020a: the letter that tells the works of one author and year apart."""
RUN = re.compile(r"\w+(?:[\s.-]+\w+)*")


def rest(text: str, fields: tuple[Field, ...]) -> str:
    """The runs of letters and digits outside all fields, joined by an ellipsis; words that only connect are left out.

    >>> rest("王帆：《国益》，精装", (Field(label="title", start=4, end=6),))
    '王帆 … 精装'
    """
    text = OF_YEAR.sub(r"\1 ", NATION.sub(_blank, text))
    if NOTED.search(text):
        text = OF_NOTE.sub(_blank, text)
    gaps: list[str] = []
    at = 0
    for field in fields:
        gaps.append(text[at : field.start])
        at = max(at, field.end)
    gaps.append(text[at:])
    return " … ".join(run for run in RUN.findall(FILLER.join(gaps)) if not _connects(run))


def _blank(match: re.Match[str]) -> str:
    return " " * len(match.group())


USED_UP = ("containers", "et_al", "signals", "adverbs", "ibid", "shortforms", "idem", "anonymous", "leftovers")
"""Attributes of the languages whose words have done their work when the fields are found."""


@lru_cache(maxsize=4096)
def _connects(run: str) -> bool:
    """Whether a run of words only connects what stands around it; a few of them stand in nearly every citation."""
    return bool(_connecting().fullmatch(run))


@cache
def _connecting() -> re.Pattern[str]:
    words = {word.strip(".: ") for name in USED_UP for word in every(name)}
    words |= {word.strip(".") for word in roles()}
    return re.compile(rf"(?:(?:{CONNECTING.pattern}|{alternatives(w for w in words if w)})[\s.-]*)+", re.IGNORECASE)
