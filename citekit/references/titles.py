"""Titles, publishers and numbers without the typography around them."""

from __future__ import annotations

import re
import unicodedata

from citekit.citations.marks import QUOTES, pairs

NUMBER_WORDS = re.compile(
    r"^(?:第|卷|[Vv]ol\.?|[Nn]o\.?|Bd\.?|Т\.|№|制)\s?|(?<=[^上中下])\s?(?:卷|巻|册|冊)$|\s?(?:期|号|號|版|辑|輯|권|호|집|st|nd|rd|th)$"
)


def clean_title(raw: str) -> str:
    """A title without its outer marks, white space runs and closing comma; inner marks stay.

    >>> clean_title("“Title,”"), clean_title("「『失われた三〇年』の中の日本」")
    ('Title', '『失われた三〇年』の中の日本')
    """
    text = re.sub(r"\s+", " ", raw).strip(" ,，、;；.。:：")
    if text[:1] in QUOTES and pairs(text, {text[0]: QUOTES[text[0]]}).get(0) == len(text) - 1:
        text = text[1:-1].strip(" ,，、;；.。:：")
    return text


def clean_publisher(raw: str) -> str:
    """A publisher or place without the punctuation around it.

    >>> clean_publisher("：社会科学文献出版社，")
    '社会科学文献出版社'
    """
    return re.sub(r"\s+", " ", raw).strip(" ,，、;；。:：()（）[]")


def clean_number(raw: str) -> str:
    """A volume, issue or edition without its unit; full-width digits become ASCII, words stay.

    >>> clean_number("第７期"), clean_number("2nd"), clean_number("修订版")
    ('7', '2', '修订')
    """
    text = re.sub(r"\s+", " ", unicodedata.normalize("NFKC", raw)).strip(" ,，、.。()（）")
    while (shorter := NUMBER_WORDS.sub("", text).strip()) and shorter != text:
        text = shorter
    return text
