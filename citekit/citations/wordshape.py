"""What one token shows by itself: its class, its shape, its edges. Worked out once for each word and kept."""

from functools import lru_cache
from typing import NamedTuple

from citekit.citations.lexicon import lexicon

#: marks that mean the same, shown alike
_SAME = {
    "，": ",", "。": ".", "．": ".", "｡": ".", "；": ";", "：": ":", "／": "/", "､": "、",
    "＝": "=", "＆": "&", "＂": '"',
    "（": "(", "）": ")", "［": "[", "］": "]", "〔": "[", "〕": "]", "【": "[", "】": "]",
    "「": "“", "」": "”", "„": "“", "«": "“", "»": "”", "‚": "‘", "‹": "‘", "›": "’",
    "『": "《", "』": "》", "〈": "《", "〉": "》",
    "‐": "-", "‑": "-", "–": "-", "～": "-", "~": "-", "〜": "-",
    "—": "--", "――": "--", "──": "--", "——": "--", "―": "--",
}  # fmt: skip
_NAMED = frozenset(("pub", "jour", "city", "given"))
#: of a longer token only the beginning counts
LONGEST = 60


class Word(NamedTuple):
    """`key` is the short form of a token, `sign` a letter for its kind, `kind` what stands for it in the
    signature of a phrase, `code` and `mark` the token if it is one; the others are attributes, of the token for
    itself (`own`) and for its neighbours (`left` for the token after it, `right` for the one before it, `far_` for the
    next but one). Attributes are bytes, for pycrfsuite would encode a string each time it meets it."""

    key: str
    sign: str
    kind: str
    code: str
    mark: str
    own: tuple[bytes, ...]
    left: tuple[bytes, ...]
    far_left: tuple[bytes, ...]
    right: tuple[bytes, ...]
    far_right: tuple[bytes, ...]


def encoded(*attributes: str) -> tuple[bytes, ...]:
    """The attributes as the model wants them.

    >>> encoded("k=年")
    (b'k=\\xe5\\xb9\\xb4',)
    """
    return tuple([attribute.encode(errors="replace") for attribute in attributes])


@lru_cache(maxsize=65536)
def word_of(text: str) -> Word:
    """What the token `text`, any string but the empty one, shows.

    >>> word_of("2019").key, word_of("Verlag").key, word_of("主编").key
    ('<year>', 'pub', 'eds')
    """
    key, sign = _kind(text)
    own = _own(text, key)
    near = own[1] if sign in "rPT" else ""
    more = own[2] if sign in "hHkKjJxXCc" and len(own) > 2 else ""  # 〇 is no letter and shows less
    left, far_left, right, far_right = _sides(key, near, more)
    return Word(
        key,
        sign,
        key if sign == "r" else "" if sign == "P" else sign,
        text.upper() if sign == "T" else "",
        text if sign == "P" else "",
        encoded(*own),
        left,
        far_left,
        right,
        far_right,
    )


@lru_cache(maxsize=65536)
def _sides(key: str, near: str, more: str) -> tuple[tuple[bytes, ...], ...]:
    """What a word shows to the words behind it and before it: its key, and to the next one something more."""
    here = ["k=" + key, near] if near else ["k=" + key]
    next_to = [*here, more] if more else here
    shown = (("-1", next_to), ("-2", here), ("+1", next_to), ("+2", here))
    return tuple(encoded(*[side + name for name in names]) for side, names in shown)


def edge(key: str, *, left: str = "", far_left: str = "", right: str = "", far_right: str = "") -> Word:
    """What stands in for a word beyond the first and the last token."""
    sides = (encoded(*filter(None, (side,))) for side in (left, far_left, right, far_right))
    return Word(key, "", "", "", "", (), *sides)


def _kind(text: str) -> tuple[str, str]:
    """The key and the sign of a token."""
    first = text[0]
    low = text.lower()
    if low.startswith("10.") and "/" in low:
        return "<doi>", "U"
    if first.isdigit():
        if len(text) == 4 and "1400" <= text <= "2049":
            return "<year>", "Y"
        return f"<{min(len(text), 5)}>", "D"
    if low.startswith(("http", "www.", "ftp:", "doi.org", "dx.doi")):
        return "<url>", "U"
    if len(text) > 2 and first in "[［〔":
        return "<code>", "T"
    if not (first.isalpha() or first in "々〇"):
        return _SAME.get(text, text if len(text) < 3 else "..."), "P"
    if (name := lexicon().words.get(low)) is not None:
        return name, "C" if name in _NAMED else "r"
    if first >= "\u2e80":
        return _cjk_kind(text)
    if len(text) == 1 and text.isupper():
        return "<I>", "I"
    if text.isupper():
        return "<UP>" if len(text) > 3 else "<UP3>", "C"
    if first.isupper():
        return "<Cap>", "C"
    return "<low>" if len(text) > 3 else "<low3>", "c"


def _cjk_kind(text: str) -> tuple[str, str]:
    size = len(text)
    if "\uac00" <= text[0] <= "\ud7a3":
        script = "k"
    elif any("\u3041" <= char <= "\u3096" for char in text):
        script = "j"
    else:
        script = "x" if any("\u30a1" <= char <= "\u30fa" for char in text) else "h"
    dot = "·" if any(mark in text for mark in "·・•") else ""
    length = size if size < 5 else 5 if size < 8 else 8 if size < 12 else 12
    return f"<{script}{length}{dot}>", script if size > 4 else script.upper()


def _own(text: str, key: str) -> list[str]:
    """The attributes of a token by itself."""
    first = text[0]
    if key in ("<url>", "<doi>", "<code>"):
        return ["k=" + key, "w=" + (text.upper() if key == "<code>" else key)]
    if first.isdigit():
        return ["k=" + key, "w=" + text if len(text) < 3 else "w=#"]
    if not first.isalpha():
        return ["k=" + key, "w=" + text]
    low = text.lower()
    out = ["k=" + key, "w=" + low]
    if first >= "\u2e80":
        return out + _cjk_own(text)
    shape = "I" if len(text) == 1 and text.isupper() else "U" if text.isupper() else "C" if first.isupper() else "c"
    out += ["s=" + shape, "x=" + low[-3:], "p=" + low[:3], "x2=" + low[-2:]]
    if "-" in text or "‑" in text:
        out.append("hyphen")
    return out


def _cjk_own(text: str) -> list[str]:
    out = ["f=" + text[0], "l=" + text[-1], "l2=" + text[-2:], "f2=" + text[:2]]
    for size in range(min(5, len(text)), 0, -1):
        if (name := lexicon().endings.get(text[-size:])) is not None:
            out.append("e=" + name)
            break
    surnames = lexicon().surnames
    if text[0] in surnames or text[:2] in surnames:
        out += ["surname", f"surname{min(len(text), 6)}"]
    return out
