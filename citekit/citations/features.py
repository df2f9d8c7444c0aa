"""What the field tagger sees of each token: the attributes of the conditional random field.

A token shows its own form, the forms of its neighbours, and where it stands: in which phrase (between two punctuation
marks) and sentence, between which brackets or quotation marks, before or after the type code, the year, a role word.
Attributes are built by small cached functions, because the same few thousand come back all the time.
"""

from functools import lru_cache
from typing import NamedTuple

from citekit.citations.tokens import Token
from citekit.citations.wordshape import LONGEST, Word, encoded, word_of

_OPEN = {
    "(": ")", "（": "）", "[": "]", "［": "］", "〔": "〕", "【": "】", "《": "》", "〈": "〉", "「": "」", "『": "』",
    "<": ">", "“": "”", "‘": "’", "„": "“", "‚": "‘", "«": "»", "‹": "›", '"': '"',
}  # fmt: skip
_CLOSE = frozenset(_OPEN.values()) | {"”", "’"}
_QUOTES = frozenset('《〈「『“‘„‚«‹"')
_STRONG = frozenset('.;“”《》"') | {"//", "--", "<code>", "<url>"}
_BREAKS = _STRONG | frozenset(",:()[]‘’、/=")
_TELLING = frozenset((
    "pub", "jour", "city", "eds", "trans", "vol", "no", "page", "month", "access", "thesis", "report", "conf", "edn",
    "in", "given", "series", "<year>", "<I>",
))  # fmt: skip
_ROLES = frozenset(("eds", "trans", "auth", "in", "thesis", "access"))
_PASSED = frozenset(("<code>", "//", "<year>", "in"))
_DEEPEST = 10
_FAR = 20


class _Piece(NamedTuple):
    """A stretch of tokens between marks: where it is, its signature, the marks at its sides, what it holds."""

    start: int
    end: int
    sign: str
    left: str
    right: str
    holds: tuple[str, ...]


def attributes(tokens: list[Token]) -> list[list[bytes]]:
    """The attributes of each token, in the order of `tokens`; an empty list gives an empty list.

    >>> from citekit.citations.tokens import tokenise
    >>> b"k=<year>" in attributes(tokenise("Paris, 1999"))[2]
    True
    """
    words = [word_of(token.text[:LONGEST]) for token in tokens]
    stops = _stops(words)
    layers = (
        _quotation(tokens, words),
        _phrases(words, stops),
        _sentences(words, stops),
        _roles(words, stops),
        _passed(words),
    )
    keys = ["^", *(word.key for word in words), "$"]
    total = len(words)
    out = []
    for at, word in enumerate(words):
        row = [*word.own, *_trio(keys[at], keys[at + 1], keys[at + 2])]
        for layer in layers:
            row += layer[at]
        if at:
            row += words[at - 1].left
            row += words[at - 2].far_left if at > 1 else (b"second",)
        else:
            row.append(b"first")
        if at + 1 < total:
            row += words[at + 1].right
            row += words[at + 2].far_right if at + 2 < total else (b"last but one",)
        else:
            row.append(b"last")
        out.append(row)
    return out


@lru_cache(maxsize=65536)
def _trio(before: str, here: str, after: str) -> tuple[bytes, ...]:
    return encoded(f"bc={before} {here}", f"cd={here} {after}", f"bcd={before} {here} {after}")


def _stops(words: list[Word]) -> list[bool]:
    """Which tokens part two phrases; the dot after an initial or an abbreviation does not."""
    out = []
    before = ""
    for word in words:
        out.append(word.key in _BREAKS and not (word.key == "." and before in ("I", "r")))
        before = word.sign
    return out


def _quotation(tokens: list[Token], words: list[Word]) -> list[tuple[bytes, ...]]:
    """For each token, the brackets and quotation marks it stands between, or those that went before."""
    stack: list[tuple[str, str, bool]] = []  # the mark that closes, what to show, whether it quotes
    out: list[tuple[bytes, ...]] = []
    pieces = 0
    closed = before = "^"
    for token, word in zip(tokens, words, strict=True):
        text = token.text
        if word.sign != "P":
            out.append(_inside(stack[0][1], stack[-1][1]) if stack else _outside(pieces, closed))
        elif text in _CLOSE and any(text == entry[0] for entry in stack):
            while stack[-1][0] != text:
                stack.pop()
            out.append(_mark("qe=", stack.pop()[1]))
            closed = word.key
        elif text in _OPEN:
            quotes = text in _QUOTES
            pieces = min(4, pieces + (quotes and not any(entry[2] for entry in stack)))
            if len(stack) < _DEEPEST:
                stack.append(
                    (_OPEN[text], f"{'t' if quotes else 'b'}{word.key}{pieces if quotes else ''}|{before}", quotes)
                )
            out.append(_mark("qs=", word.key))
        else:
            out.append(_inside(stack[0][1], stack[-1][1]) if stack else _outside(pieces, closed))
        before = word.key
    return out


@lru_cache(maxsize=4096)
def _mark(name: str, shown: str) -> tuple[bytes, ...]:
    return encoded(name, name + shown)


@lru_cache(maxsize=4096)
def _inside(outer: str, inner: str) -> tuple[bytes, ...]:
    return encoded("q=" + outer[:3], "qo=" + outer, "qi=" + inner[:3])


@lru_cache(maxsize=4096)
def _outside(pieces: int, closed: str) -> tuple[bytes, ...]:
    return encoded(f"q={pieces}", "qc=" + closed)


def _signature(words: list[Word], start: int, end: int) -> str:
    """The kinds of the first words of a phrase."""
    out: list[str] = []
    for word in words[start : min(end, start + 12)]:
        sign = word.key if word.sign == "r" else word.sign
        if sign != "P" and not (sign == "c" and out and out[-1] == "c"):
            out.append(sign)
    return "".join(out[:5]) + ("+" if len(out) > 5 else "")


def _edge(words: list[Word], stops: list[bool], at: int, step: int) -> str:
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


def _pieces(words: list[Word], stops: list[bool]) -> list[_Piece]:
    """Cut the tokens into the pieces between the tokens that `stops` marks."""
    out = []
    start = 0
    total = len(words)
    for at in range(total + 1):
        if at < total and not stops[at]:
            continue
        if at > start:
            left, right = _edge(words, stops, start - 1, -1), _edge(words, stops, at, 1)
            holds = tuple(sorted({word.key for word in words[start:at]} & _TELLING))
            out.append(_Piece(start, at, _signature(words, start, at), left, right, holds))
        start = at + 1
    return out


def _size(count: int) -> int:
    return count if count < 4 else 4 if count < 7 else 7 if count < 12 else 12


def _phrases(words: list[Word], stops: list[bool]) -> list[tuple[bytes, ...]]:
    """For each token, what its phrase shows, and for a mark the phrases at its sides."""
    out: list[tuple[bytes, ...]] = [(b"pm",)] * len(words)
    pieces = _pieces(words, stops)
    for at, piece in enumerate(pieces):
        ahead = pieces[at + 1].sign if at + 1 < len(pieces) else "$"
        behind = pieces[at - 1].sign if at else "^"
        shown = _phrase(piece.sign, piece.left, piece.right, behind, ahead)
        shown += _holds("pt=", min(at, 6), _size(piece.end - piece.start), piece.holds)
        out[piece.start : piece.end] = [shown] * (piece.end - piece.start)
        if piece.end < len(words):
            out[piece.end] = _mark("pm", piece.sign + words[piece.end].key + ahead)
    return out


@lru_cache(maxsize=65536)
def _phrase(sign: str, left: str, right: str, behind: str, ahead: str) -> tuple[bytes, ...]:
    edge = left + "_" + right
    return encoded("pg=" + sign, "pe=" + edge, f"pge={sign}{edge}", "pl=" + left, "pr=" + right,
                   f"pn={sign}{right}{ahead}", f"pb={behind}{left}{sign}")  # fmt: skip


@lru_cache(maxsize=65536)
def _holds(name: str, place: int, size: int, holds: tuple[str, ...]) -> tuple[bytes, ...]:
    return encoded(f"{name}i{place}", f"{name}s{size}", *(name + key for key in holds))


def _sentences(words: list[Word], stops: list[bool]) -> list[tuple[bytes, ...]]:
    """For each token, what its sentence shows."""
    strong = [stop and word.key in _STRONG for stop, word in zip(stops, words, strict=True)]
    out: list[tuple[bytes, ...]] = [()] * len(words)
    for at, piece in enumerate(_pieces(words, strong)):
        shown = _holds("st=", min(at, 6), _size(piece.end - piece.start), piece.holds)
        shown += _mark("sl=", piece.left + str(min(at, 4)))
        out[piece.start : piece.end] = [shown] * (piece.end - piece.start)
    return out


def _roles(words: list[Word], stops: list[bool]) -> list[tuple[bytes, ...]]:
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
            elif far > _FAR or (stops[at] and key in _STRONG):
                role = "-"
            far += 1
    return [_mark("nr=", pair[0]) + _mark("rr=", pair[1] + pair[0]) for pair in zip(ahead, behind, strict=True)]


def _passed(words: list[Word]) -> list[tuple[bytes, ...]]:
    """For each token, which of the year, the type code, the double slash and `in` stand before it."""
    code = next((word.code for word in words if word.code), "")
    slashes = "//" if any(word.key == "//" for word in words) else ""
    seen = ""
    out = []
    for word in words:
        if word.key in _PASSED and word.key not in seen:
            seen += word.key
        out.append(_mark("g", f"={seen}|{code}{slashes}"))
    return out
