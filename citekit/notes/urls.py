"""URLs and DOIs that a line end, or the blank left of one, has broken."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.model import Passage
from citekit.notes.gaps import TLDS, Gap, continues, inside, is_prose
from citekit.notes.patterns import compiled
from citekit.notes.words import halves, is_word

# A line may end inside the scheme as well: htt + ps://
START = (
    r"(?P<scheme>h\s{0,9}t\s{0,9}t\s{0,9}p(?:\s{0,9}s)?|ftp)\s{0,9}[:：]\s{0,9}[/／]\s?[/／]\s{0,9}"
    r"|(?<![A-Za-z0-9.@/-])(?:www\.|d ?o ?i[:：]\s{0,3}10\.|10\.\d{4,9}/"
    rf"|(?:[a-z0-9-]{{1,63}}\.){{1,8}}(?:{TLDS})/)"
)
PIECE = r"[A-Za-z0-9\-._~:/?#\[\]@!$&'()*+,;=%|]+"


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
            if not piece:
                break
            url = re.sub(r"\s", "", text[max(start, at - 300) : at])
            wrapped = "\n" in gap.group()
            after = text[piece.end() : piece.end() + 16]
            found = Gap(url=url, piece=piece.group(), after=after, wrapped=wrapped)
            if not (continues(found) or (wrapped and _between(url, text, piece))):
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


def _between(url: str, text: str, piece: re.Match[str]) -> bool:
    """Whether a word alone on its line stands between two parts of a URL: https://www.x- + ample + .org/a."""
    gap = compiled(r"[ \t]*\n\s*").match(text, piece.end())
    if not gap or not compiled(r"[a-z0-9-]+").fullmatch(piece.group()) or is_prose(piece.group()):
        return False
    rest = compiled(PIECE).match(text, gap.end())
    if not rest or rest.group()[0].isupper():
        return False
    return rest.group()[0] in "/?&=#_%.-:~+" and inside(url[-1] + piece.group() + rest.group())
