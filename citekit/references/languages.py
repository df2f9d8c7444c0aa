"""The language of a work, from the scripts of its title and of what is printed with it."""

from __future__ import annotations

import re

from citekit.languages.words import HANGUL, KANA, chinese_region, han_of, language_at, language_of, undecided
from citekit.model import Citation, Reference

JAPANESE_MARKS = re.compile(r"[」』]、|[」』]（?[^，（]{2,20}[、・]")


def language(citation: Citation, item: Reference) -> str:
    """The language of the item as a BCP 47 tag (en, ja, zh-CN, zh-TW); empty where nothing is printed to tell it by.

    A title in Han letters alone is Japanese where the publisher, the authors or the marks are
    (『外交青書』、外務省、8-9頁).
    """
    title = item.title or item.container_title
    others = " ".join([item.container_title, item.publisher, *(n.literal or n.family for n in item.author)])
    if not title + others.strip():
        return ""
    code = language_of(title or others, hint=_hint(citation.passage.text, title + others))
    if code == "en" and not re.search("[A-Za-z]", title + others):
        return ""
    if code == "en" and undecided(title):
        code = language_at(item.publisher_place) or code
    return chinese_region(title + others) if code == "zh" else code


def _hint(text: str, words: str) -> str:
    """Japanese, where kana, the shapes of the letters or the marks say so and no letter is Chinese alone; Korean among
    names in Hangul."""
    if KANA.search(words):
        return "ja"
    if HANGUL.search(words):
        return "ko"
    shapes = han_of(words)
    if shapes:
        return shapes[:2]
    marked = "，" not in text and ("「" in text or "『" in text) and JAPANESE_MARKS.search(text)
    return "ja" if marked or han_of(text) == "ja" else ""
