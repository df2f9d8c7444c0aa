"""What the field tagger sees of each token: the attributes of the conditional random field.

A token shows its own form, the forms of its neighbours, and where it stands: in which phrase (between two punctuation
marks) and sentence, between which brackets or quotation marks, before or after the type code and the year.
All that depends on one word alone is worked out once and kept, which is what makes the tagger fast enough.
"""

from functools import lru_cache
from typing import NamedTuple

from citekit.citations.lexicon import CLASSES, ENDINGS, SURNAMES
from citekit.citations.tokens import Token

_OPEN = {"(": ")", "（": "）", "[": "]", "［": "］", "〔": "〕", "【": "】", "《": "》", "〈": "〉", "「": "」", "『": "』", "<": ">",
         "“": "”", "‘": "’", "„": "“", "‚": "‘", "«": "»", "‹": "›"}  # fmt: skip
_CLOSE = frozenset(_OPEN.values()) | {"”", "’"}
_TITLE_OPEN = frozenset("《〈「『“‘„‚«‹\"")
#: marks that mean the same, shown alike
_SAME = {"，": ",", "。": ".", "．": ".", "；": ";", "：": ":", "（": "(", "）": ")", "［": "[", "］": "]", "〔": "[", "〕": "]", "【": "[", "】": "]",
         "「": "“", "」": "”", "„": "“", "«": "“", "»": "”", "‚": "‘", "‹": "‘", "›": "’", "『": "《", "』": "》", "〈": "《", "〉": "》",
         "､": "、", "｡": ".", "／": "/", "‐": "-", "‑": "-", "–": "-", "—": "--", "――": "--", "──": "--", "——": "--", "―": "--",
         "～": "-", "~": "-", "〜": "-", "＝": "=", "＂": '"', "＆": "&"}  # fmt: skip
_BREAKS = frozenset(",.;:()[]“”‘’《》\"、/=") | {"//", "--", "<code>", "<url>"}
_STRONG = frozenset(".;“”《》\"") | {"//", "--", "<code>", "<url>"}
_MAX = 10


class _Word(NamedTuple):
    """What one token shows by itself: `key` is its short form, `sign` a letter for its kind, `own` its attributes."""

    key: str
    sign: str
    own: tuple[str, ...]
    before: tuple[str, ...]
    before2: tuple[str, ...]
    after: tuple[str, ...]
    after2: tuple[str, ...]


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
    if (tag := CLASSES.get(low)) is not None:
        return tag, "r" if tag not in ("pub", "jour", "city", "given") else "C"
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
    kana = any("\u3041" <= c <= "\u3096" for c in text)
    kata = any("\u30a1" <= c <= "\u30fa" for c in text)
    script = "k" if "\uac00" <= text[0] <= "\ud7a3" else "j" if kana else "x" if kata else "h"
    dot = "·" if "·" in text or "・" in text or "•" in text else ""
    return f"<{script}{size if size < 5 else '5' if size < 8 else '8' if size < 12 else '12'}{dot}>", script if size > 4 else script.upper()


def _own(text: str, key: str) -> list[str]:
    """The attributes of a token by itself."""
    if key in ("<url>", "<doi>", "<code>"):
        word = text.upper() if key == "<code>" else key
        return ["k=" + key, "w=" + word]
    low = text.lower()
    out = ["k=" + key, "w=" + low]
    first = text[0]
    if first.isdigit():
        return [out[0], out[1] if len(text) < 3 else "w=#"]
    if not first.isalpha():
        return [out[0], "w=" + text]
    if first >= "\u2e80":
        out += ["f=" + first, "l=" + text[-1], "l2=" + text[-2:], "f2=" + text[:2]]
        for size in (5, 4, 3, 2, 1):
            if (tag := ENDINGS.get(text[-size:])) is not None and len(text) >= size:
                out.append("e=" + tag)
                break
        if first in SURNAMES or text[:2] in SURNAMES:
            out += ["sur", f"sur{len(text) if len(text) < 6 else 6}"]
        return out
    shape = "I" if len(text) == 1 and text.isupper() else "U" if text.isupper() else "C" if first.isupper() else "c"
    out += ["s=" + shape, "x=" + low[-3:], "p=" + low[:3], "x2=" + low[-2:]]
    if "-" in text or "‑" in text:
        out.append("hyph")
    return out


@lru_cache(maxsize=65536)
def _word(text: str) -> _Word:
    key, sign = _kind(text)
    own = _own(text, key)
    near = own[1][2:] if sign in "rPT" else ""
    pairs = [(f"{at}k={key}", f"{at}w={near}") if near else (f"{at}k={key}",) for at in ("-1", "-2", "+1", "+2")]
    more = own[2:3] if sign in "hHkKjJxXCc" else []
    return _Word(key, sign, tuple(own), (*pairs[0], *("-1" + m for m in more)), pairs[1], (*pairs[2], *("+1" + m for m in more)), pairs[3])


def _breaks(words: list[_Word]) -> list[bool]:
    """Which tokens part two phrases; the dot after an initial or an abbreviation does not."""
    out = []
    before = ""
    for word in words:
        stop = word.key in _BREAKS
        if stop and word.key == "." and (before == "I" or before == "r"):
            stop = False
        out.append(stop)
        before = word.sign
    return out


class _Places(NamedTuple):
    """For each token: the attributes of its quotation marks or brackets."""

    marks: list[tuple[str, ...]]
    pieces: int


def _places(tokens: list[Token], words: list[_Word]) -> _Places:
    """Follow the brackets and quotation marks through the text."""
    stack: list[tuple[str, str, int]] = []  # the mark that closes, the attribute, the place
    marks: list[tuple[str, ...]] = []
    pieces = 0
    last_close = "-"
    straight = False
    for at, token in enumerate(tokens):
        text = token.text
        if stack and (text == stack[-1][0] or (text in _CLOSE and any(text == s[0] for s in stack))):
            while stack and stack[-1][0] != text:
                stack.pop()
            top = stack.pop()
            marks.append(("q=/", "qe=" + top[1]))
            last_close = words[at].key
            if text == '"':
                straight = False
            continue
        before = words[at - 1].key if at else "^"
        if text in _OPEN or (text == '"' and not straight):
            if text in _TITLE_OPEN and not any(s[1][0] == "t" for s in stack):
                pieces += 1
            kind = "t" if text in _TITLE_OPEN else "b"
            mark = words[at].key
            if len(stack) < _MAX:
                stack.append((_OPEN.get(text, '"'), f"{kind}{mark}{min(pieces, 4) if kind == 't' else ''}|{before}", at))
            straight = straight or text == '"'
            marks.append(("q=\\", "qs=" + mark))
            continue
        if stack:
            outer, inner = stack[0], stack[-1]
            marks.append(("q=" + outer[1][:3], "qo=" + outer[1], "qi=" + inner[1][:3], f"qd={len(stack)}"))
        else:
            marks.append(("q=" + str(min(pieces, 4)), "qc=" + last_close))
    return _Places(marks, pieces)


def _span_of(words: list[_Word], start: int, end: int) -> str:
    """The signature of a phrase: the kinds of its words, the first five."""
    signs = [w.sign if w.sign != "r" else w.key for w in words[start : min(end, start + 12)] if w.sign != "P"]
    short = []
    for sign in signs:
        if not (sign == "c" and short and short[-1] == "c"):
            short.append(sign)
    return "".join(short[:5]) + ("+" if len(short) > 5 else "")


class _Piece(NamedTuple):
    start: int
    end: int
    sig: str
    left: str
    right: str
    tags: tuple[str, ...]


def _edge(words: list[_Word], stops: list[bool], at: int, step: int) -> str:
    """The marks in a row from `at` on, three at most, in the order of the text."""
    marks = ""
    total = len(words)
    for place in range(at, at + 3 * step, step):
        if not 0 <= place < total:
            return marks + "$" if step > 0 else "^" + marks
        if not stops[place]:
            break
        marks = marks + words[place].key if step > 0 else words[place].key + marks
    return marks


def _pieces(words: list[_Word], stops: list[bool], name: str) -> list[_Piece]:
    """Cut the tokens into the pieces between the marks that `stops` names."""
    out = []
    start = 0
    total = len(words)
    for at in range(total + 1):
        if at < total and not stops[at]:
            continue
        if at > start:
            left, right = _edge(words, stops, start - 1, -1), _edge(words, stops, at, 1)
            keys = {w.key for w in words[start:at]}
            tags = tuple(name + "=" + k for k in keys if k in _TELLING)
            out.append(_Piece(start, at, _span_of(words, start, at), left, right, tags))
        start = at + 1
    return out


_TELLING = frozenset("pub jour city eds trans vol no page month access thesis report conf edn in given series".split()) | {"<year>", "<I>"}


def _size(count: int) -> str:
    return str(count) if count < 4 else "4" if count < 7 else "7" if count < 12 else "12"


def _phrase_attributes(words: list[_Word], stops: list[bool]) -> list[tuple[str, ...]]:
    """For each token, what its phrase shows."""
    out: list[tuple[str, ...]] = [("pm",)] * len(words)
    pieces = _pieces(words, stops, "pt")
    for at, piece in enumerate(pieces):
        ahead = pieces[at + 1].sig if at + 1 < len(pieces) else "$"
        behind = pieces[at - 1].sig if at else "^"
        edge = piece.left + "_" + piece.right
        shared = ("pg=" + piece.sig, "pe=" + edge, f"pge={piece.sig}{edge}", "pl=" + piece.left, "pr=" + piece.right,
                  f"pn={piece.sig}{piece.right}{ahead}", f"pb={behind}{piece.left}{piece.sig}", f"pi={min(at, 6)}",
                  "ps=" + _size(piece.end - piece.start), *piece.tags)  # fmt: skip
        for i in range(piece.start, piece.end):
            out[i] = shared
        if piece.end < len(words):
            out[piece.end] = ("pm", f"pm={piece.sig}{words[piece.end].key}{ahead}")
    return out


def _sentence_attributes(words: list[_Word], stops: list[bool]) -> list[tuple[str, ...]]:
    """For each token, what its sentence and the text before it show."""
    strong = [stop and word.key in _STRONG for stop, word in zip(stops, words, strict=True)]
    out: list[tuple[str, ...]] = [()] * len(words)
    for at, piece in enumerate(_pieces(words, strong, "st")):
        shared = (f"si={min(at, 6)}", f"sl={piece.left}{min(at, 4)}", "sr=" + piece.right, "sz=" + _size(piece.end - piece.start), *piece.tags)
        for i in range(piece.start, piece.end):
            out[i] = shared
    return out


def _passed(words: list[_Word]) -> list[str]:
    """For each token, what stands before and after it: the year, the type code, the double slash."""
    has_code = next((w.own[1][2:] for w in words if w.key == "<code>"), "")
    has = {k for k in ("<code>", "//", "<year>", "in") if any(w.key == k for w in words)}
    seen = ""
    out = []
    for word in words:
        if word.key in has and word.key not in seen:
            seen += word.key
        out.append(f"g={seen}|{has_code}{'//' if '//' in has else ''}")
    return out


_ROLES = frozenset(("eds", "trans", "auth", "in", "thesis", "access"))


def _roles(words: list[_Word], stops: list[bool]) -> list[tuple[str, ...]]:
    """For each token, the role word that follows and the one that went before in the same stretch of names."""
    total = len(words)
    ahead, behind = ["-"] * total, ["-"] * total
    for out, places in ((ahead, range(total - 1, -1, -1)), (behind, range(total))):
        role, far = "-", 0
        for at in places:
            key = words[at].key
            out[at] = role
            if key in _ROLES:
                role, far = key, 0
            elif far > 20 or (stops[at] and key in _STRONG):
                role = "-"
            far += 1
    return [("nr=" + a, f"rr={b}{a}") for a, b in zip(ahead, behind, strict=True)]


def attributes(tokens: list[Token]) -> list[list[str]]:
    """The attributes of each token, in the order of `tokens`; an empty list gives an empty list.

    >>> from citekit.citations.tokens import tokenise
    >>> "k=<year>" in attributes(tokenise("Paris, 1999"))[2]
    True
    """
    words = [_word(token.text if len(token.text) < 60 else token.text[:60]) for token in tokens]
    stops = _breaks(words)
    places = _places(tokens, words)
    phrases = _phrase_attributes(words, stops)
    sentences = _sentence_attributes(words, stops)
    passed = _passed(words)
    roles = _roles(words, stops)
    total = len(words)
    count = f"qn={min(places.pieces, 4)}"
    keys = ["^^", "^", *(w.key for w in words), "$", "$$"]
    out = []
    for at, word in enumerate(words):
        row = ["b", *word.own, *places.marks[at], *phrases[at], *sentences[at], *roles[at], passed[at], count]
        if at:
            row += words[at - 1].before
            if at > 1:
                row += words[at - 2].before2
        if at + 1 < total:
            row += words[at + 1].after
            if at + 2 < total:
                row += words[at + 2].after2
        a, b, c, d, e = keys[at : at + 5]
        row += (f"bc={b} {c}", f"cd={c} {d}", f"bcd={b} {c} {d}", f"ab={a} {b}", f"de={d} {e}")
        if at < 3:
            row.append(f"at={at}")
        if total - at <= 3:
            row.append(f"end={total - at}")
        out.append(row)
    return out
