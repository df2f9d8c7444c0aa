"""Printed pages to ranges of page labels."""

from __future__ import annotations

import re
import unicodedata

from citekit.model import Pages

LABEL = r"(?:[A-Za-z]{0,2}[-.]?\d+[a-z]?|[ivxlcdmIVXLCDM]+)"
RANGE = re.compile(rf"({LABEL})(?:\s?(?:[-‐-―−~～〜…]+|至)\s?({LABEL}))?")
COMMA = re.compile(r"\s?(?:[,，、;；]|和|及)\s?")
FOLLOWING = re.compile(r"\d\s?ff?\.?$")  # and the page or pages after it
UNITS = re.compile(r"^(?:第|pp?\.?|S\.|С\.|頁|页)\s?|\s?(?:页|頁|ページ|쪽|면|面|版)$")


def parse_pages(raw: str) -> Pages:
    """Printed pages: ranges with any dash, lists with any comma, 601-13 as 601-613; anything else stays literal.

    >>> parse_pages("第5—6、12页").ranges, parse_pages("601-13").ranges, parse_pages("passim").literal
    ((('5', '6'), ('12', '12')), (('601', '613'),), 'passim')
    """
    if raw.isascii() and raw.isdigit():
        return Pages(ranges=((raw, raw),))
    text = UNITS.sub("", UNITS.sub("", unicodedata.normalize("NFKC", raw).strip(" .。")))
    if "f" in raw and FOLLOWING.search(raw):
        return Pages(literal=re.sub(r"^\S\.\s?(?=\d)", "", raw.strip()))
    ranges = []
    for part in COMMA.split(text):
        match = RANGE.fullmatch(UNITS.sub("", part.strip()))
        if not match:
            return Pages(literal=raw.strip())
        ranges.append((match[1], _filled(match[1], match[2]) if match[2] else match[1]))
    return Pages(ranges=tuple(ranges))


def _filled(first: str, last: str) -> str:
    if first.isdigit() and last.isdigit() and len(last) < len(first):
        return first[: len(first) - len(last)] + last
    return last


def display_pages(pages: Pages, dash: str = "-") -> str:
    """Ranges with `dash`, lists with a comma.

    >>> display_pages(parse_pages("pp. 104–122"), dash="--")
    '104--122'
    """
    if not pages.ranges:
        return pages.literal
    return ", ".join(first if first == last else f"{first}{dash}{last}" for first, last in pages.ranges)


def length(pages: Pages) -> int:
    """How many pages one plain range takes in; 0 for lists, roman labels and literals.

    >>> length(parse_pages("104-122")), length(parse_pages("15"))
    (19, 1)
    """
    if len(pages.ranges) != 1:
        return 0
    first, last = pages.ranges[0]
    return int(last) - int(first) + 1 if first.isdigit() and last.isdigit() else 0
