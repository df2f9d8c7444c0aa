"""Whether an address goes on behind a line end or a blank: the rules in the order in which they are asked.

A rule says yes or no, or has no opinion; what no rule knows is text behind the address. The rules look at how the left
piece ends (can it be whole?), at the piece behind the gap (can it be prose?), and at what follows that piece.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from citekit.languages import LANGUAGES
from citekit.languages.words import every, months
from citekit.notes.patterns import compiled
from citekit.notes.words import is_word

EXTENSIONS = "html?|shtml|xhtml|pdf|php|aspx?|jsp|xml|docx?|txt|cfm|do|epub|pptx?|xlsx?|csv|nh"  # nh: CNKI's theses
EXTENSION = rf"[\w%-]+\.(?:{EXTENSIONS})\b(?!\.\w)"
INNER = r"[A-Za-z0-9][/=_%&?#][A-Za-z0-9]|[A-Za-z0-9]/(?=[^\w]|$)"  # what prose does not have inside a word
DOTTED = r"[A-Za-z0-9-]{2,}\.[a-z0-9]"
SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)+"  # words of a title inside a URL
LONG_SLUG = r"[A-Za-z0-9]+(?:-[A-Za-z0-9]+){2,}"
TLDS = "com|org|net|edu|gov|mil|int|info|eu|jp|cn|tw|hk|kr|sg|in|uk|de|at|ch|fr|it|es|nl|ru|us|ca|au|be|se|no|fi|pl"
NOT_URL = (
    r"(?:https?|ftp)[:：]|www\.|[\w.+-]+@|doi:"  # the next address
    r"|(?:\d{1,3}|(?:1[5-9]|20)\d\d)/\d{1,2}(?:/\d{1,4})?\b(?!/)"  # a date
    r"|\d{1,2}\.\s?\d{1,2}\.|[12]\d{3}\.\s?\d{1,2}\.|[12]\d{3}-\d\d-\d\d\b(?!/)"
    r"|(?:and/or|et/ou|und/oder)\b|(?:[a-z]\.){2,}|\d+(?:st|nd|rd|th)-[a-z]"
    r"|(?:pp?|vols?|nos?|nr|s|bd|figs?|chs?|art|t|nn?|cc?f?|§)\.,?\s?\d"  # a locator
)
# Words that follow a URL in a note, beside the small words of all languages.
PROSE = (
    "accessed|retrieved|visited|viewed|last|consulted|see|also|cited|available|checked|ibid|or|as|archived|say|says|argues"
    "|quoted|downloaded|posted|hereinafter|hereafter|para|paras|page|pages|footnote|supra|infra|cf|eg|ie"
    "|abgerufen|zuletzt|letzter|zugriff|und|siehe|vgl|ebd|consulté|voir|dernier|дата|в|и|на"
)
OPENS = r"[ \t]?[(（\[［〔]"
"""A bracket behind the piece: the day of access, the pages."""
PREFIXES = "non|self|ex|quasi|post|pre|anti|pro|inter|sub|neo|pan|cross|co|re|well|so|long|short|high|low"
ENDS = rf"\s*$|\s*\n|[。，、；：）〉》」』】>＞)\]]|{OPENS}"
CJK_UNIT = r"\s?[年月日년월일頁页쪽]"
CAPITAL = r"[A-ZÀ-ÞА-Я][\w'’]*"
WIDE = "\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff01-\uff60"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """White space inside or behind an address: the address before it (without gaps), the piece after it up to the
    next white space or mark, and what follows that. `wrapped` is whether it holds a line end."""

    url: str
    piece: str
    after: str
    wrapped: bool = True

    @property
    def word(self) -> str:
        """The piece without the marks of a sentence at its end."""
        return self.piece.rstrip(".,;:)]")

    @property
    def ended(self) -> bool:
        """Whether the sentence, the line or the note ends with the piece, or a bracket follows."""
        return self.piece[-1] in ".,;)" or bool(
            compiled(rf"\s*$|\s*\n|[。，、；：）〉》」』】>＞)\]]|{OPENS}").match(self.after)
        )

    @property
    def fast(self) -> bool:
        """Whether CJK text follows without a blank."""
        return bool(compiled(f"[{WIDE}、。]").match(self.after))

    @property
    def in_path(self) -> bool:
        return "/" in self.url.partition("://")[2] or "://" not in self.url


Rule = Callable[[Gap], bool | None]


def continues(gap: Gap) -> bool:
    """Whether the piece still belongs to the address.

    >>> continues(Gap(url="https://www.mofa.", piece="go.jp/a.pdf", after="。"))
    True
    >>> continues(Gap(url="https://x.org/a/", piece="that", after=" the port was closed"))
    False
    """
    if not gap.url or not gap.piece:
        return False
    for rule in RULES if gap.wrapped else BLANK_RULES:
        answer = rule(gap)
        if answer is not None:
            return answer
    return False


def _closed(gap: Gap) -> bool | None:
    """A mark that no address ends in, unless it goes on; a piece in brackets."""
    if gap.url[-1] in ",;)'!*]|":
        return False
    if gap.piece[0] in "([":
        return gap.url[-1] == "_" and bool(compiled(r"\([\w-]+\)").match(gap.piece))
    # a letter with an accent goes on with the word: consult + é
    return False if compiled(rf"[^\W\d_{WIDE}]").match(gap.after) and gap.piece[-1].isalpha() else None


def _another(gap: Gap) -> bool | None:
    """The next address, a date, a locator; what looks like a date is none right behind a slash."""
    if gap.url[-1] == "/" and compiled(r"\d{1,4}/\d{1,4}(?:/\d{1,3})?\b").match(gap.piece):
        return True if gap.ended or not compiled(r"\d{1,2}/[12]\d{3}\b").match(gap.piece) else None
    if compiled(rf"{CAPITAL}/{CAPITAL}").fullmatch(gap.piece) and compiled(r"\s\w").match(gap.after):
        return False  # UN/NATO relations
    return False if compiled(NOT_URL, re.IGNORECASE).match(gap.piece + gap.after) else None


def _dated(gap: Gap) -> bool | None:
    """A day or year behind the address: 2021年, 12 May, 2019, pp. 3-4."""
    if not gap.word.isdigit() or len(gap.word) > 4:
        return None
    month = compiled(r"\s([^\W\d_]{3,9})").match(gap.after)
    if compiled(CJK_UNIT).match(gap.after) or (month and month[1].lower() in months()):
        return False
    if not compiled(r"(?:1[5-9]|20)\d\d|\d\d?").fullmatch(gap.word) or gap.after[:1] not in (" ", "\n"):
        return None
    # 2019, pp. 3-4; a note of its own: 4. Marsh
    return False if gap.piece[-1] == "." or (gap.piece[-1] in ",;" and len(gap.word) == 4) else None


def _small(gap: Gap) -> bool | None:
    """A word that only prose has, or a capitalised one before another."""
    if _is_small(gap.word):
        return False
    following = compiled(r"\s([^\W_]+)").match(gap.after)
    if gap.url[-1] == "/" and following and gap.word == gap.piece and _is_english(gap.word, following[1]):
        return False  # https://x.org/a/ + ports and customs
    if not compiled(CAPITAL).fullmatch(gap.word) or any(char.isdigit() for char in gap.word):
        return None
    if gap.url[-1] == "/" and not gap.word.isupper() and gap.ended and gap.piece[-1] not in ",;":
        return None
    return None if gap.url[-1] in "-=&?%#_" else False


@cache
def _small_words() -> frozenset[str]:
    marked = (
        word.split()[0].strip(".").lower() for name in ("signals", "ibid", "shortforms", "idem") for word in every(name)
    )
    words = {*every("small"), *every("prose"), *every("leftovers"), *PROSE.split("|"), *marked}
    return frozenset(words) - {"l", "d", "e", ""}


def _is_small(word: str) -> bool:
    return word.lower().strip(".") in _small_words()


def _is_english(word: str, following: str) -> bool:
    """Whether two words are English, as far as the tables know: then the first is none of an address."""
    known = is_word(following) or following.isdigit() or following in LANGUAGES["en"].small
    return known and (is_word(word) or len(word) < 3 or bool(compiled(f"(?:{PREFIXES})-[a-z]+").fullmatch(word)))


def _unfinished(gap: Gap) -> bool | None:
    """The left piece ends in what must go on."""
    if gap.url[-1] in "-=&?%#~+@:_":
        return gap.piece[0].isalnum() or gap.piece[0] in "%/_"
    if compiled(r"%[0-9A-Fa-f]$").search(gap.url):
        return bool(compiled(r"[0-9A-Fa-f](?![a-z]{2})").match(gap.piece))
    return None


def _halves(gap: Gap) -> bool | None:
    """A file's extension, or the last part of a host, that the line end has cut: .p + df, .htm + l, .co + m/a."""
    left, right = compiled(r"\.([A-Za-z]{1,4})$").search(gap.url), compiled(r"[a-z]{1,4}(?![\w-])").match(gap.piece)
    if not left or not right:
        return None
    cut = EXTENSIONS if gap.in_path else TLDS
    both = compiled(cut, re.IGNORECASE).fullmatch(left[1] + right[0])
    alone = compiled(cut, re.IGNORECASE).fullmatch(left[1])
    return True if both and (not alone or right[0] not in _small_words()) else None


def _finished(gap: Gap) -> bool | None:
    """The left piece is a file: only a question or a place in it may follow."""
    if not gap.in_path or not compiled(rf"/[^/?#=]*\.(?:{EXTENSIONS})$").search(gap.url):
        return None
    return True if gap.piece[0] in "?#" and gap.piece[1:2].isalnum() else None if gap.piece[0] in "/&=-_." else False


def _begins(gap: Gap) -> bool | None:
    """The piece begins with a sign that no word begins with."""
    if gap.piece == "/":
        return True
    if gap.piece[0] not in "/?&=#_%.-:~+":
        return None
    return gap.piece[1:2].isalnum() or (gap.piece[0] == "/" and gap.piece[1:2] in "%?#_~.")


def _behind_stop(gap: Gap) -> bool | None:
    """A full stop is one of the sentence, unless the piece has what only addresses have."""
    if gap.url[-1] != ".":
        return None
    if gap.piece[0].isupper():
        return bool(compiled(rf"\w*\d\w*_|[\w-]*\.(?:{EXTENSIONS})\b").match(gap.piece))
    numbered = bool(compiled(r"[a-z]*\d[a-z\d]*").fullmatch(gap.word))
    host = not gap.in_path and bool(compiled(TLDS).fullmatch(gap.word))
    if compiled(rf"(?:{EXTENSIONS})\b(?!\.\w)").match(gap.piece):
        return True
    return inside(gap.piece) or ((numbered or host) and (gap.ended or gap.fast))


def _has_signs(gap: Gap) -> bool | None:
    return inside(gap.piece) or None


def _slug(gap: Gap) -> bool | None:
    """Words joined by hyphens, as titles stand in addresses."""
    if compiled(LONG_SLUG).match(gap.piece) and (
        gap.piece.count("-") > (2 if gap.piece[0].isupper() else 3) or gap.ended or gap.fast
    ):
        return True
    return bool(compiled(r"-[A-Za-z0-9]+$").search(gap.url) and compiled(SLUG).match(gap.piece)) or None


def _word(gap: Gap) -> bool | None:
    """Two halves of a word, of which the left is none."""
    left, right = compiled(r"[A-Za-z]+$").search(gap.url), compiled(r"[a-z]+").match(gap.piece)
    if not left or not right or not gap.in_path:
        return None
    whole = left[0] + right[0]
    return True if len(whole) > 4 and is_word(whole) and not is_word(left[0]) else None


def _mixed(gap: Gap) -> bool | None:
    """Figures and letters in one, capitals inside a word, a long number: an identifier."""
    if not gap.in_path or (not gap.url[-1].isalnum() and gap.url[-1] != "/"):
        return None
    word = gap.word
    if compiled(r"(?=\w*\d)(?=\w*[A-Za-z])\w{2,}|[a-z]+[A-Z]\w*|\d{5,}").fullmatch(word):
        ordinal = compiled(r"\d{1,3}(?:st|nd|rd|th|er|e|a|[GDs])|\d{4}[a-fs]|[A-Z]{1,2}\d{1,2}").fullmatch(word)
        return None if ordinal and not (gap.ended or gap.fast) else True
    if compiled(r"[A-Z][a-z]+[A-Z]\w*").fullmatch(word) and (gap.ended or gap.fast):
        return True
    number = compiled(r"\d{3}\w*$").search(gap.url) and compiled(r"\d{3,4}").fullmatch(word)
    return True if number and not compiled(r"(?:1[5-9]|20)\d\d").fullmatch(word) else None


def _behind_slash(gap: Gap) -> bool | None:
    if gap.url[-1] != "/":
        return None
    if gap.piece[0].isdigit():
        return gap.ended or gap.fast
    return gap.ended or gap.piece[0].islower()


def _tail(gap: Gap) -> bool | None:
    """The last piece of an address: small letters or with a figure, but no year, and then the end."""
    if not gap.in_path or not (gap.ended or (gap.fast and not gap.word.isdigit())):
        return None
    if gap.url[-1].isdigit() != gap.word[:1].isdigit() and gap.word.isdigit():
        return False if gap.piece[-1] in ",;" or not gap.ended else None
    shaped = compiled(rf"[a-z]+|{SLUG}|[\w-]*\d[\w-]*").fullmatch(gap.word)
    return bool(shaped) and not compiled(rf"(?:1[89]|20)\d\d|{EXTENSIONS}").fullmatch(gap.word)


def _spaced(gap: Gap) -> bool | None:
    """Only a blank: a line end that somebody has replaced."""
    if gap.url[-1] in "/-=&?%#._":
        return not gap.piece[0].isupper() and inside(gap.piece)
    return gap.piece[0] in "/?=&#_%" and gap.piece[1:2].isalnum()


def is_prose(piece: str) -> bool:
    """Whether a piece can only be text behind an address: a small word, a date, a locator."""
    return bool(compiled(NOT_URL, re.IGNORECASE).match(piece)) or _is_small(piece.rstrip(".,;:)]"))


def inside(piece: str) -> bool:
    """Whether the piece has what only a URL has."""
    return bool(
        compiled(INNER).search(piece)
        or compiled(EXTENSION).match(piece)
        or (compiled(DOTTED).match(piece) and not piece[0].isupper())
    )


RULES: tuple[Rule, ...] = (
    _closed,
    _another,
    _unfinished,
    _dated,
    _halves,
    _finished,
    _begins,
    _small,
    _behind_stop,
    _has_signs,
    _slug,
    _word,
    _mixed,
    _behind_slash,
    _tail,
)
BLANK_RULES: tuple[Rule, ...] = (_closed, _another, _small, _spaced)
