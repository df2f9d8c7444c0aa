"""Text reduced to what compares: two prints of one title differ in case, width, accents and marks."""

from __future__ import annotations

import unicodedata
from functools import lru_cache


@lru_cache(maxsize=4096)
def letters(text: str) -> str:
    """Letters and digits only, without case, width and accents; empty if the text has none.

    The marks that make another kana (が) or an Indic vowel stay, for they are no accents.

    >>> letters("Ｐｏｗｅｒｐｌａｙ: “Origins”"), letters("美国亚太联盟—多边化"), letters("Attinà")
    ('powerplayorigins', '美国亚太联盟多边化', 'attina')
    """
    if text.isascii():
        return "".join(filter(str.isalnum, text.lower()))
    folded = unicodedata.normalize("NFKD", text).casefold()
    kept = "".join(char for char in folded if not "\u0300" <= char <= "\u036f")
    recomposed = unicodedata.normalize("NFC", kept)
    return "".join(char for char in recomposed if char.isalnum() or unicodedata.category(char) in ("Mn", "Mc"))
