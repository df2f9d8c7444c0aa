"""URLs and DOIs that a line end, or the blank left of one, has broken."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.model import Passage
from citekit.notes.patterns import compiled
from citekit.notes.words import halves, is_word

# A line may end inside the scheme as well: htt + ps://
START = (
    r"(?P<scheme>h\s{0,9}t\s{0,9}t\s{0,9}p(?:\s{0,9}s)?|ftp)\s{0,9}[:：]\s{0,9}[/／]\s?[/／]\s{0,9}"
    r"|(?<![A-Za-z0-9.@/-])(?:www\.|d ?o ?i[:：]\s{0,3}10\.|10\.\d{4,9}/"
    r"|(?:[a-z0-9-]{1,63}\.){1,8}(?:com|org|net|edu|gov|int|info|eu|jp|cn|tw|hk|kr|sg|in|uk|de|at|ch|fr|it|es|nl|ru|us|ca|au)/)"
)
PIECE = r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%|]+"
EXTENSION = (
    r"(?:[\w%-]+\.)?(?:html?|pdf|php|aspx?|jsp|xml|docx?|txt|shtml|cfm|do|epub|pptx?|xlsx?|csv"
    r"|nh)\b(?!\.\w)"  # nh: the theses of CNKI
)
INNER = r"[A-Za-z0-9][/=_%&?#][A-Za-z0-9]|[A-Za-z0-9]/(?=[^\w]|$)"  # what prose does not have inside a word
DOTTED = r"[A-Za-z0-9-]{2,}\.[a-z0-9]"
SLUG = r"[a-z0-9]+(?:-[a-z0-9]+)+"  # words of a title inside a URL
NOT_URL = (
    r"(?:https?|ftp)[:：]|www\.|[\w.+-]+@|doi:"  # the next address
    r"|\d{1,4}/\d{1,2}(?:/\d{1,4})?\b(?!/)|\d{1,2}\.\d{1,2}\.|(?:and/or|et/ou)\b"  # a date, a pair of words
    r"|(?:pp?|vols?|nos?|nr|s|bd|figs?|chs?|art|t|nn?|§)\.\s?\d"  # a locator
)
# Words that follow a URL in a note, whatever its last character is.
PROSE = (
    "(?:accessed|retrieved|visited|viewed|last|consulted|see|and|in|on|at|or|the|also|cited|available|checked|from|ibid"
    "|abgerufen|zuletzt|letzter|zugriff|und|siehe|vgl|consultée?|le|voir|et|дата)[.,;:)]*"
)
CLOSING = r"[.,]?(?:$|\s*$)|[。，、；）〉》」』】>＞)\]]|[,;.)](?:\s|$)"


def rejoin_urls(passage: Passage) -> Passage:
    """Each URL as one word again.

    The break is closed where the left piece cannot be whole (it ends in / - = & ...) or the right one cannot be
    prose (it holds a slash, an equals sign, a file extension ...). A hyphen at the break stays, unless it parts a
    dictionary word.

    >>> rejoin_urls(Passage.of("https://www.mofa.\\n\\ngo.jp/mofaj/files/1005.\\npdf；「")).text
    'https://www.mofa.go.jp/mofaj/files/1005.pdf；「'
    """
    text = passage.text
    if not ("/" in text or "／" in text or ("." in text and ("www" in text.lower() or "10." in text))):
        return passage
    return passage.replace(list(_edits(text)))


def _edits(text: str) -> Iterator[tuple[int, int, str]]:
    at = 0
    while match := compiled(START, re.IGNORECASE).search(text, at):
        at = match.end()
        if match["scheme"]:
            yield match.start(), match.end(), compiled(r"\s").sub("", match["scheme"]) + "://"
        if text[match.start() - 1 : match.start()] in ("<", "＜", "〈") and (close := _bracketed(text, at)):
            yield from ((gap.start(), gap.end(), "") for gap in compiled(r"\s+").finditer(text, at, close))
            at = close
            continue
        start = match.start()
        if piece := compiled(PIECE).match(text, at):
            at = piece.end()
        while gap := compiled(r"\s+").match(text, at):
            piece = compiled(PIECE).match(text, gap.end())
            url = re.sub(r"\s", "", text[max(start, at - 300) : at])
            wrapped = "\n" in gap.group()
            if not piece or not (
                _continues(url, wrapped, piece.group(), text[piece.end() : piece.end() + 9])
                or (wrapped and _between(url, text, piece))
            ):
                break
            yield gap.start() - _soft(url, piece.group()), gap.end(), ""
            at = piece.end()


def _bracketed(text: str, start: int) -> int:
    """Where the URL that an angle bracket opened ends; 0 if it is not closed soon."""
    end = compiled(r"[^<>＜＞〈〉]{1,600}(?=[>＞〉])").match(text, start)
    return end.end() if end and not re.search(r"[^\x00-\x7f]|\S\s+\S+\s+\S+\s+\S+\s+\S+\s+\S", end.group()) else 0


def _soft(url: str, piece: str) -> int:
    """1 if the URL's last character is a typesetter's hyphen: only without it there is a word."""
    left, right = re.search(r"([a-z]+)-$", url), re.match(r"[a-z]+", piece)
    if not left or not right:
        return 0
    a, b = left.group(1), right.group()
    return int(is_word(a + b) and not (a in halves() or b in halves()))


def _continues(url: str, wrapped: bool, piece: str, after: str) -> bool:
    """Whether the piece after white space still belongs to the URL."""
    if _is_prose(url, piece) or not url or url[-1] in ",;)'!*]|":
        return False
    closed = bool(compiled(CLOSING).match(after)) or piece[-1] in ".,;)"
    if not wrapped:
        return _continues_blank(url, piece)
    if url[-1] in "-=&?%#~+@:_":
        return piece[0].isalnum() or piece[0] in "%/_"
    if url[-1] == "/":
        return piece[0] in "%?#_~.-" or _inside(piece) or closed or (piece[0].islower() or piece[0].isdigit())
    if url[-1] == ".":
        numbered = bool(compiled(r"[a-z]*\d[a-z\d]*[.,;)]*").fullmatch(piece))
        return not piece[0].isupper() and (_inside(piece) or (numbered and closed))
    if piece[0] in "/?&=#_%.-:~+":
        return piece[1:2].isalnum()
    has_path = "/" in url.partition("://")[2] or "://" not in url
    if has_path and url[-1].isdigit() and piece.isdigit():
        closed = closed or bool(compiled(r" ?[(（\[［]").match(after))  # https://x.org/?id=134 + 6201 (3 May 2020)
    if compiled(r"-[a-z0-9]+$").search(url) and compiled(SLUG).match(piece):
        return True
    return _inside(piece) or (has_path and closed and _is_tail(piece))


def _between(url: str, text: str, piece: re.Match[str]) -> bool:
    """Whether a word alone on its line stands between two parts of a URL: https://www.x- + ample + .org/a."""
    gap = compiled(r"[ \t]*\n\s*").match(text, piece.end())
    if not gap or not compiled(r"[a-z0-9-]+").fullmatch(piece.group()) or _is_prose(url, piece.group()):
        return False
    rest = compiled(PIECE).match(text, gap.end())
    if not rest or rest.group()[0].isupper():
        return False
    return rest.group()[0] in "/?&=#_%.-:~+" and _inside(url[-1] + piece.group() + rest.group())


def _is_prose(url: str, piece: str) -> bool:
    """Whether the piece can only be text behind a URL; what looks like a date is none right behind a slash."""
    found = compiled(NOT_URL, re.IGNORECASE).match(piece) or compiled(PROSE, re.IGNORECASE).fullmatch(piece)
    return bool(found) and not (url[-1:] == "/" and compiled(r"\d{1,4}/\d{1,4}/\d{1,3}\b").match(piece))


def _continues_blank(url: str, piece: str) -> bool:
    """The same where only a blank stands: a line end that somebody has replaced."""
    if url[-1] in "/-=&?%#._":
        return not piece[0].isupper() and _inside(piece)
    return piece[0] in "/?=&#_%" and piece[1:2].isalnum()


def _inside(piece: str) -> bool:
    """Whether the piece has what only a URL has."""
    return bool(
        compiled(INNER).search(piece)
        or compiled(EXTENSION).match(piece)
        or (compiled(DOTTED).match(piece) and not piece[0].isupper())
    )


def _is_tail(piece: str) -> bool:
    """Whether the last piece of a URL may look so: small letters or with a digit, but no year."""
    word = piece.rstrip(".,;)")
    return bool(re.fullmatch(rf"[a-z]+|{SLUG}|[\w-]*\d[\w-]*", word)) and not re.fullmatch(r"(?:1[89]|20)\d\d", word)
