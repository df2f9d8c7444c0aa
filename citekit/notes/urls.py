"""URLs and DOIs that a line end, or the blank left of one, has broken."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.model import Passage
from citekit.notes.words import halves, is_word

START = re.compile(
    r"(?P<scheme>https?|ftp)\s{0,9}[:：]\s{0,9}[/／]\s?[/／]\s{0,9}"
    r"|(?<![A-Za-z0-9.@/-])(?:www\.|doi:\s?10\.|10\.\d{4,9}/"
    r"|(?:[a-z0-9-]{1,63}\.){1,8}(?:com|org|net|edu|gov|int|info|eu|jp|cn|tw|hk|kr|sg|in|uk|de|at|ch|fr|it|es|nl|ru|us|ca|au)/)",
    re.IGNORECASE,
)
PIECE = re.compile(r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%|]+")
EXTENSION = re.compile(
    r"(?:[\w%-]+\.)?(?:html?|pdf|php|aspx?|jsp|xml|docx?|txt|shtml|cfm|do|epub|pptx?|xlsx?|csv)\b(?!\.\w)"
)
INNER = re.compile(r"[A-Za-z0-9][/=_%&?#][A-Za-z0-9]|[A-Za-z0-9]/(?=[^\w]|$)")  # what prose does not have inside a word
DOTTED = re.compile(r"[A-Za-z0-9-]{2,}\.[a-z0-9]")
NOT_URL = re.compile(
    r"(?:https?|ftp)[:：]|www\.|[\w.+-]+@|doi:"  # the next address
    r"|\d{1,4}/\d{1,2}(?:/\d{1,4})?\b|\d{1,2}\.\d{1,2}\.|(?:and/or|et/ou)\b"  # a date, a pair of words
    r"|(?:pp?|vols?|nos?|nr|s|bd|figs?|chs?|art|t|nn?|§)\.\s?\d",  # a locator
    re.IGNORECASE,
)
# Words that follow a URL in a note, whatever its last character is.
PROSE = re.compile(
    "(?:accessed|retrieved|visited|viewed|last|consulted|see|and|in|on|at|or|the|also|cited|available|checked|from|ibid"
    "|abgerufen|zuletzt|letzter|zugriff|und|siehe|vgl|consultée?|le|voir|et|дата)[.,;:)]*",
    re.IGNORECASE,
)
CLOSING = re.compile(r"[.,]?(?:$|\s*$)|[。，、；）〉》」』】>＞)\]]|[,;.)](?:\s|$)")


def rejoin_urls(passage: Passage) -> Passage:
    """Each URL as one word again.

    The break is closed where the left piece cannot be whole (it ends in / - = & ...) or the right one cannot be
    prose (it holds a slash, an equals sign, a file extension ...). A hyphen at the break stays, unless it parts a
    dictionary word.

    >>> rejoin_urls(Passage.of("https://www.mofa.\\n\\ngo.jp/mofaj/files/1005.\\npdf；「")).text
    'https://www.mofa.go.jp/mofaj/files/1005.pdf；「'
    """
    return passage.replace(list(_edits(passage.text)))


def _edits(text: str) -> Iterator[tuple[int, int, str]]:
    at = 0
    while match := START.search(text, at):
        at = match.end()
        if match["scheme"]:
            yield match.start(), match.end(), match["scheme"] + "://"
        if text[match.start() - 1 : match.start()] in ("<", "＜", "〈") and (close := _bracketed(text, at)):
            yield from ((gap.start(), gap.end(), "") for gap in re.compile(r"\s+").finditer(text, at, close))
            at = close
            continue
        start = match.start()
        if piece := PIECE.match(text, at):
            at = piece.end()
        while gap := re.compile(r"\s+").match(text, at):
            piece = PIECE.match(text, gap.end())
            url = re.sub(r"\s", "", text[max(start, at - 300) : at])
            if not piece or not _continues(
                url, "\n" in gap.group(), piece.group(), text[piece.end() : piece.end() + 9]
            ):
                break
            yield gap.start() - _soft(url, piece.group()), gap.end(), ""
            at = piece.end()


def _bracketed(text: str, start: int) -> int:
    """Where the URL that an angle bracket opened ends; 0 if it is not closed soon."""
    end = re.compile(r"[^<>＜＞〈〉]{1,600}(?=[>＞〉])").match(text, start)
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
    if NOT_URL.match(piece) or PROSE.fullmatch(piece) or not url or url[-1] in ",;)'!*]|":
        return False
    closed = bool(CLOSING.match(after)) or piece[-1] in ".,;)"
    if not wrapped:
        return _continues_blank(url, piece)
    if url[-1] in "-=&?%#~+@:_":
        return piece[0].isalnum() or piece[0] in "%/_"
    if url[-1] == "/":
        return piece[0] in "%?#_~.-" or _inside(piece) or closed or (piece[0].islower() or piece[0].isdigit())
    if url[-1] == ".":
        return not piece[0].isupper() and (_inside(piece) or (piece.rstrip(".,;)").isdigit() and closed))
    if piece[0] in "/?&=#_%.-:~+":
        return piece[1:2].isalnum()
    has_path = "/" in url.partition("://")[2]
    return _inside(piece) or (has_path and closed and _is_tail(piece))


def _continues_blank(url: str, piece: str) -> bool:
    """The same where only a blank stands: a line end that somebody has replaced."""
    if url[-1] in "/-=&?%#._":
        return not piece[0].isupper() and _inside(piece)
    return piece[0] in "/?=&#_%" and piece[1:2].isalnum()


def _inside(piece: str) -> bool:
    """Whether the piece has what only a URL has."""
    return bool(INNER.search(piece) or EXTENSION.match(piece) or (DOTTED.match(piece) and not piece[0].isupper()))


def _is_tail(piece: str) -> bool:
    """Whether the last piece of a URL may look so: small letters or with a digit, but no year."""
    word = piece.rstrip(".,;)")
    return bool(re.fullmatch(r"[a-z]+|[\w-]*\d[\w-]*", word)) and not re.fullmatch(r"(?:1[89]|20)\d\d", word)
