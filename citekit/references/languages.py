"""The language of a work, from the scripts of its title and of what is printed with it."""

from __future__ import annotations

import re
from dataclasses import replace

from citekit.languages import LANGUAGES
from citekit.languages.words import chinese_region, language_of
from citekit.model import Citation, Reference

SIMPLIFIED = frozenset(LANGUAGES["zh"].characters)
JAPANESE = frozenset(LANGUAGES["ja"].characters)


def languages(citation: Citation, item: Reference) -> Reference:
    """`language` of the item as a BCP 47 tag (en, ja, zh-CN, zh-TW); empty where nothing is printed to tell it by.

    A title in Han letters alone is Japanese where the publisher, the authors or the marks are
    (『外交青書』、外務省、8-9頁).
    """
    title = item.title or item.container_title
    others = " ".join([item.container_title, item.publisher, *(n.literal or n.family for n in item.author)])
    if not title + others.strip():
        return item
    code = language_of(title or others, hint=_hint(citation.passage.text, title + others))
    if not code or (code == "en" and not re.search("[A-Za-z]", title + others)):
        return item
    return replace(item, language=chinese_region(title + others) if code == "zh" else code)


def _hint(text: str, words: str) -> str:
    if JAPANESE & frozenset(words) and not SIMPLIFIED & frozenset(words):
        return "ja"
    if re.search("[\u3041-\u3096\u30a1-\u30fa]", words):
        return "ja"
    japanese_marks = re.search("[「『]", text) and re.search(r"[」』]、|\\d頁|[」』]（?[^，（]{2,20}、", text)
    return "ja" if japanese_marks and not SIMPLIFIED & frozenset(words) and "，" not in text else ""
