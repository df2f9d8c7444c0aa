"""Titles, publishers and numbers without the typography around them."""

from __future__ import annotations

import re
import unicodedata

from citekit.citations.marks import QUOTES, pairs

NUMBER_WORDS = re.compile(
    r"^(?:第|卷|[Vv]ol\.?|[Nn]o\.?|Bd\.?|Т\.|№|制)\s?|(?<=[^上中下])\s?(?:卷|巻|册|冊)$|\s?(?:期|号|號|版|辑|輯|권|호|집|st|nd|rd|th)$"
)
ABBREVIATED = re.compile(r"(?<![^\W\d_])(?:[A-Z]\.\s?){2,4}$|[A-Z]\.\s[A-Z][a-z]{1,4}\.$")
"""U.S., Yale L.J., Harv. L. Rev."""


def clean_title(raw: str) -> str:
    """A title without its outer marks, white space runs, closing comma or full stop; inner marks stay, and the dot of
    an abbreviation at the end.

    >>> clean_title("“Title,”"), clean_title("「『失われた三〇年』の中の日本」"), clean_title("Yale L.J.,")
    ('Title', '『失われた三〇年』の中の日本', 'Yale L.J.')
    """
    text = " ".join(raw.split()).strip(" ,，、;；.。:：")
    if text[:1] in QUOTES and pairs(text, {text[0]: QUOTES[text[0]]}).get(0) == len(text) - 1:
        text = text[1:-1].strip(" ,，、;；.。:：")
    printed = raw.rstrip(" ,，、;；:：")
    return text + "." if printed.endswith(".") and ABBREVIATED.search(printed) else text


def clean_publisher(raw: str) -> str:
    """A publisher or place without the punctuation around it.

    >>> clean_publisher("：社会科学文献出版社，")
    '社会科学文献出版社'
    """
    return " ".join(raw.split()).strip(" ,，、;；。:：()（）[]")


def clean_number(raw: str) -> str:
    """A volume, issue or edition without its unit; full-width digits become ASCII, words stay.

    >>> clean_number("第７期"), clean_number("2nd"), clean_number("修订版")
    ('7', '2', '修订')
    """
    text = " ".join(unicodedata.normalize("NFKC", raw).split()).strip(" ,，、.。()（）")
    if text.isdigit():
        return text
    while (shorter := NUMBER_WORDS.sub("", text).strip()) and shorter != text:
        text = shorter
    return text
