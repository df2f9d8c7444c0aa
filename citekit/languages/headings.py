"""The headings over lists of notes and lists of references, and what follows behind an article."""

from __future__ import annotations

import re
from functools import cache

NOTES = (
    r"(?:注\s?[释釋釈]?|註\s?[釋釈]?|尾\s?注|脚\s?注|章末注|附\s?注|각\s?주|미\s?주|후\s?주|주\s?석?"
    r"|(?:end|foot)?notes?(?: and references)?|anmerkungen|endnoten|fu(?:ß|ss)noten|note|notes de (?:fin|bas de page)"
    r"|notas|примечания)"
)
REFERENCES = (
    r"(?:(?:主要|引用)?\s?参\s?考\s?[文书]\s?[献目]|引用文献|(?:主要|引用)?參考[文書][獻目]|引用文獻|征引文献|徵引文獻|参照文献"
    r"|文献(?:一覧|目録)?|参考資料|引用資料|참고\s?문헌|인용\s?문헌"
    r"|references(?: cited)?|reference list|works cited|works consulted|(?:selected |select )?bibliography"
    r"|literature cited|literatur(?:verzeichnis)?|quellen(?:- und literaturverzeichnis|verzeichnis)?"
    r"|(?:références )?bibliographi(?:e|ques)|références|bibliografía|referencias(?: bibliográficas)?"
    r"|bibliografia|riferimenti bibliografici"
    r"|(?:список )?(?:использованн(?:ой|ая) )?литератур[аы]|список (?:источников|литературы)(?: и литературы)?"
    r"|библиографи(?:я|ческий список)|источники(?: и литература)?)"
)
AFTERWARDS = (
    r"(?:责任编辑|責任編輯|责编|本文责编|执行编辑|校对"
    r"|收稿日期|作者简介|作者单位|作者介绍|作者簡介|基金项目"
    r"|英文摘要"
    r"|(?:abstract|summary|zusammenfassung|résumé|keywords|key words|투고일|논문접수일|국문초록)\b)"
)
_BEFORE = r"(?:(?:\d{1,2}|[一二三四五六七八九十]{1,3}|[IVX]{1,5})[.、．]?\s)?[\[【〔（(<＜〈■◆●\s]*"
_BEHIND = r"[\]】〕）)>＞〉:：\s]*"
_LONGEST = 60


@cache
def _whole(words: str) -> re.Pattern[str]:
    return re.compile(_BEFORE + words + _BEHIND, re.IGNORECASE)


def heads_notes(line: str) -> bool:
    """Whether a line is the heading of a list of notes.

    >>> heads_notes("【注释】"), heads_notes("Notes"), heads_notes("Notes on contributors")
    (True, True, False)
    """
    return len(line) <= _LONGEST and bool(_whole(NOTES).fullmatch(line.strip()))


def heads_references(line: str) -> bool:
    """Whether a line is the heading of a list of references.

    >>> heads_references("参考文献："), heads_references("6. References"), heads_references("References to the war")
    (True, True, False)
    """
    return len(line) <= _LONGEST and bool(_whole(REFERENCES).fullmatch(line.strip()))


@cache
def _afterwards() -> re.Pattern[str]:
    return re.compile(r"[\[【〔（(]?\s*" + AFTERWARDS, re.IGNORECASE)


def ends_article(line: str) -> bool:
    """Whether a line begins what stands behind an article: the editor in charge, the author's biography, an abstract.

    >>> ends_article("（责任编辑：林越）"), ends_article("Abstract: This article"), ends_article("Abstraction")
    (True, True, False)
    """
    return bool(_afterwards().match(line.strip()))
