"""What the field tagger sees of each token: the attributes of the conditional random field.

A token shows its own form, the forms of its neighbours, and where it stands: in which phrase (between two punctuation
marks) and sentence, between which brackets or quotation marks, before or after the type code, the year, a role word.
Attributes are built by small cached functions, because the same few thousand come back all the time.
"""

from functools import lru_cache
from typing import NamedTuple

from citekit.citations.tokens import Token
from citekit.citations.wordshape import LONGEST, Word, edge, encoded, word_of

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
#: what stands before the first token and after the last one
_BEFORE = (edge("^"), edge("^", left="first", far_left="second"))
_AFTER = (edge("$", right="last", far_right="last but one"), edge("$"))
_FAR = 20
#: what a token in no phrase shows
_MARK = (b"pm",)


class _Piece(NamedTuple):
    """A stretch of tokens between marks: where it is, the marks at its sides, what it holds."""

    start: int
    end: int
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
    around = [*_BEFORE, *words, *_AFTER]
    return [
        [*here.own, *_trio(before.key, here.key, after.key), *quotes, *piece, *role, *gone,
         *before.left, *far_before.far_left, *after.right, *far_after.far_right]
        for far_before, before, here, after, far_after, quotes, piece, role, gone in zip(
            around, around[1:], words, around[3:], around[4:],
            _quotation(words), _phrases(words, stops), _roles(words, stops), _passed(words), strict=False,
        )
    ]  # fmt: skip


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


def _quotation(words: list[Word]) -> list[tuple[bytes, ...]]:
    """For each token, the brackets and quotation marks it stands between, or those that went before."""
    stack: list[tuple[str, str, bool]] = []  # the mark that closes, what to show, whether it quotes
    out: list[tuple[bytes, ...]] = []
    pieces = 0
    closed = before = "^"
    here = _outside(pieces, closed)
    for word in words:
        mark = word.mark
        if not mark:
            out.append(here)
        elif mark in _CLOSE and any(mark == entry[0] for entry in stack):
            while stack[-1][0] != mark:
                stack.pop()
            out.append(_shown("qe=", "qe=" + stack.pop()[1]))
            closed = word.key
            here = _inside(stack[0][1], stack[-1][1]) if stack else _outside(pieces, closed)
        elif mark in _OPEN:
            quotes = mark in _QUOTES
            pieces = min(4, pieces + (quotes and not any(entry[2] for entry in stack)))
            if len(stack) < _DEEPEST:
                shown = f"{'t' if quotes else 'b'}{word.key}{pieces if quotes else ''}|{before}"
                stack.append((_OPEN[mark], shown, quotes))
            out.append(_shown("qs=", "qs=" + word.key))
            here = _inside(stack[0][1], stack[-1][1])
        else:
            out.append(here)
        before = word.key
    return out


@lru_cache(maxsize=4096)
def _shown(*attributes: str) -> tuple[bytes, ...]:
    return encoded(*attributes)


@lru_cache(maxsize=4096)
def _inside(outer: str, inner: str) -> tuple[bytes, ...]:
    return encoded("q=" + outer[:3], "qo=" + outer, "qi=" + inner[:3])


@lru_cache(maxsize=4096)
def _outside(pieces: int, closed: str) -> tuple[bytes, ...]:
    return encoded(f"q={pieces}", "qc=" + closed)


@lru_cache(maxsize=65536)
def _signature(kinds: tuple[str, ...]) -> str:
    """The kinds of the first words of a phrase, several small words in a row as one."""
    out: list[str] = []
    for kind in kinds:
        if kind and not (kind == "c" and out and out[-1] == "c"):
            out.append(kind)
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
    cuts = [at for at, stop in enumerate(stops) if stop]
    for at in (*cuts, len(words)):
        if at > start:
            left, right = _edge(words, stops, start - 1, -1), _edge(words, stops, at, 1)
            holds = tuple(sorted(_TELLING.intersection([word.key for word in words[start:at]])))
            out.append(_Piece(start, at, left, right, holds))
        start = at + 1
    return out


def _size(count: int) -> int:
    return count if count < 4 else 4 if count < 7 else 7 if count < 12 else 12


def _phrases(words: list[Word], stops: list[bool]) -> list[tuple[bytes, ...]]:
    """For each token, what its phrase and its sentence show, and for a mark the phrases at its sides."""
    sentences = _sentences(words, stops)
    out = [sentence + _MARK for sentence in sentences]
    pieces = _pieces(words, stops)
    kinds = [word.kind for word in words]
    signs = ["^", *[_signature(tuple(kinds[one.start : min(one.end, one.start + 12)])) for one in pieces], "$"]
    for at, piece in enumerate(pieces):
        behind, sign, ahead = signs[at : at + 3]
        shown = sentences[piece.start] + _phrase(sign, piece.left, piece.right, behind, ahead)
        shown += _holds("pt=", min(at, 6), _size(piece.end - piece.start), piece.holds)
        out[piece.start : piece.end] = [shown] * (piece.end - piece.start)
        if piece.end < len(words):
            out[piece.end] += _shown(f"pm{sign}{words[piece.end].key}{ahead}")
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
        shown += _shown("sl=", f"sl={piece.left}{min(at, 4)}")
        out[piece.start : piece.end] = [shown] * (piece.end - piece.start)
    return out


def _roles(words: list[Word], stops: list[bool]) -> list[tuple[bytes, ...]]:
    """For each token, the role word that follows and the one that went before in the same stretch of names."""
    total = len(words)
    if _ROLES.isdisjoint([word.key for word in words]):
        return [_shown("nr=", "nr=-", "rr=", "rr=--")] * total
    ends = [stop and word.key in _STRONG for stop, word in zip(stops, words, strict=True)]
    behind = _last_roles(words, ends)
    ahead = _last_roles(words[::-1], ends[::-1])[::-1]
    return [
        _shown("nr=", "nr=" + after, "rr=", f"rr={before}{after}") for after, before in zip(ahead, behind, strict=True)
    ]


def _last_roles(words: list[Word], ends: list[bool]) -> list[str]:
    """For each token, the role word before it, unless it is far or another sentence."""
    role, far = "-", 0
    out = []
    for word, end in zip(words, ends, strict=True):
        out.append(role)
        if word.key in _ROLES:
            role, far = word.key, 0
        elif end or far > _FAR:
            role = "-"
        far += 1
    return out


def _passed(words: list[Word]) -> list[tuple[bytes, ...]]:
    """For each token, which of the year, the type code, the double slash and `in` stand before it."""
    code = next((word.code for word in words if word.code), "")
    slashes = "//" if any(word.key == "//" for word in words) else ""
    seen = ""
    shown = _shown("g", f"g=|{code}{slashes}")
    out = []
    for word in words:
        if word.key in _PASSED and word.key not in seen:
            seen += word.key
            shown = _shown("g", f"g={seen}|{code}{slashes}")
        out.append(shown)
    return out
