"""Years, pages and numbers: what citations print outside of their titles, whatever their language.

Every note is searched for these several times. A search leaps from one first character to the next as long as the
pattern begins with a plain character or class; so looks back stand behind it, and not before.
"""

from __future__ import annotations

import re

from citekit.languages.words import CJK, alternatives, every

YEAR = re.compile(r"(?:1[4-9]|20)(?<![\d.]..)\d{2}(?!\d)")
YEAR_IN_WORDS = re.compile(
    r"[〇零一二三四五六七八九]{4}年|(?:令和|平成|昭和|大正|明治|民国|民國|宣统|宣統|光绪|光緒|同治|咸丰|咸豐|道光|嘉庆|嘉慶|乾隆|雍正|康熙)\S{1,3}年"
)
_WORD = "(?<![A-Za-zА-я].)"
PAGE = re.compile(rf"(?:p{_WORD}p?|S{_WORD}|С{_WORD}|s{_WORD})\.\s?\d")
NUMBER = re.compile(r"(?:Vol|vol|No|no|Bd|Jg|Т|№|n°|[CcBbPpKkГг](?<![A-Za-zА-я].)(?:hap|h|k|t|ap|л))\.?\s?\d")
EASTERN = re.compile(f"[{CJK}]")
EASTERN_PAGE = re.compile(
    r"[第\d〇一二三四五六七八九十百]"
    r"(?:(?<=第)\s?[\dA-Z一二三四五六七八九十百〇]{1,8}(?:\s?[-‐-―~～〜、，和]\s?\d{1,6}){0,9}\s?[页頁]"
    r"|(?<!第)\s?(?:頁|页|ページ|쪽|면))"
)
EASTERN_NUMBER = re.compile(
    r"[第卷巻권年月日\d]"
    r"(?:(?<=第)\s?\S{1,9}\s?[期号卷巻集册条條조]"
    r"|(?<=[卷巻권])\s?第?\s?[\d一二三四五六七八九十百上中下]"
    r"|(?<=[年月日])\S{0,6}条"
    r"|(?<=\d)(?:월\s[\d가-힣]|[巻号권호집]))"
)
PIECE = re.compile(r"[\u4e00-\u9fff]{1,4}\d{1,5}之\d")
"""食货69之80: how collections of documents count their pieces."""

HELD = re.compile(alternatives([*every("archives"), "所藏", "所蔵", "소장"]))
"""Words for who keeps a document: 外交史料館所蔵, 浙江省档案馆藏, 국가기록원."""


def dated(text: str) -> bool:
    """Whether a year stands in a text.

    >>> dated("王帆，2023年"), dated("昭和五十年"), dated("第2023号"), dated("12023")
    (True, True, True, False)
    """
    return bool(YEAR.search(text) or ("年" in text and YEAR_IN_WORDS.search(text)))


def paged(text: str) -> bool:
    """Whether pages stand in a text.

    >>> paged("第5—6页"), paged("pp. 5–6"), paged("5 쪽"), paged("app. 5")
    (True, True, True, False)
    """
    return bool(PAGE.search(text) or (EASTERN.search(text) and EASTERN_PAGE.search(text)))


def numbered(text: str) -> bool:
    """Whether the number of a volume, issue, section or piece stands in a text.

    >>> numbered("第7期"), numbered("Bd. 3"), numbered("688号"), numbered("食货69之80"), numbered("5")
    (True, True, True, True, False)
    """
    if NUMBER.search(text):
        return True
    if not EASTERN.search(text):
        return False
    return bool(EASTERN_NUMBER.search(text) or ("之" in text and PIECE.search(text)))


def held(text: str) -> bool:
    """Whether an archive or library stands in a text that keeps the document.

    >>> held("外務省外交史料館所蔵"), held("国家档案馆"), held("史料集")
    (True, True, False)
    """
    return bool(EASTERN.search(text) and HELD.search(text))
