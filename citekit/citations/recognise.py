"""What a stretch of a note is: a citation, a back-reference, the rest of the citation before it, or prose."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from citekit.citations.archival import archival
from citekit.citations.authorities import authority
from citekit.citations.marks import FILLER, URL, bracketed, mask, quoted, urls
from citekit.citations.shorttitles import short_title
from citekit.citations.signs import dated, held, numbered, paged
from citekit.citations.titles import marked_titles, sentence_words
from citekit.languages.words import CJK, alternatives, every
from citekit.model import Field

TYPE_CODE = re.compile(r"\[(?:[JMDNCRSPAGZ]|EB|DB|CP|PP|CM|DS)(?:/(?:OL|CD|DK|MT))?\]")
AUTHOR_DATE = re.compile(
    r"^[^\d（()）。.]{2,40}[（(\[]?(?:1[89]|20)\d{2}[a-z]?[)）\]]?"
    r"(?:[,:，、：]\s?(?:(?:pp?|S|С|с)\.\s?)?\d{1,4}(?:\s?[-–—]\s?\d{1,4}|\s?ff?\.)?)?[\s,，、.。]*"
    r"(?:[^。]{0,20}(?:参照|参考|을 참조|참조))?[。.\s]*$"
    rf"|^[{CJK}·・、]{{2,20}}[（(]\d{{4}}[a-z]?[)）]"
)
UNDATED = re.compile(r"^[^\W\d_][\w.’-]+(?:\s[\w.’-]+){1,4},\s[“‘«\"].{8,}[”’»\"],?\s[A-ZÀ-ÞА-Я]")
CONTINUED = re.compile(
    r"^\s*(?:第|卷|[Vv]ol|pp?\.|S\.|С\.|Bd\.|Т\.|[IVXLC]+[.,:]|\d|[a-z]?[(（]\d"
    r"|available|verfügbar|abrufbar|disponible|and\s\d|esp\.|bes\.|especially)",
    re.ASCII,
)
MAY = re.compile(r"(?<!\w)May(?=[,.\s/–-]{1,3}(?:\d|[A-Z][a-z]{2,8}\.?\s\d))")
"""The month, and no verb: May 2012, May 3, May/June 2004."""
WORD = re.compile(r"(?P<begins>(?:^|(?<=[.?!…]))[\W\d_]*)?(?P<word>[^\W\d_]+)")
SPACED = re.compile(f"[^\\W\\d_{CJK}]")
"""A letter of a script that parts words by blanks."""
PART = re.compile(r"[,:.，：。、()（]\s?")
NAMED = re.compile(rf"[A-ZÀ-ÞА-Я{CJK}]")
OPENS = re.compile(rf"[{CJK}]{{2,4}}[:：]|[A-Z][a-z]+,\s[A-Z]")
"""Names in front of a title, and no volume or number of the work before."""


@cache
def _funding() -> re.Pattern[str]:
    return re.compile(alternatives(every("funding")))


@cache
def _spaced_words() -> frozenset[str]:
    return frozenset(word for word in every("prose") if not re.search(f"[{CJK}]", word))


@cache
def _pointers() -> tuple[re.Pattern[str], re.Pattern[str]]:
    ibid = alternatives(word for word in every("ibid"))
    short = alternatives(every("shortforms"), apart=r"A-Za-z\[")
    who = rf"(?:(?P<who>[{CJK}]{{2,12}})[、，,]\s?(?=[{CJK}]))?"  # フッセルル、同上
    return (
        re.compile(
            rf"^\s*{who}(?P<word>{ibid})(?![{CJK}A-Za-zА-я]*[《「『“])"
            r"(?![注註]?\s?[〔\[（(]?[\d①-⑳])(?=$|[\s,，.。、；;:：注註书書文第p])"
        ),
        re.compile(rf"(?P<word>{short})(?![A-Za-zА-я])"),
    )


@cache
def _idem() -> re.Pattern[str]:
    """Idem, p. 46: with nothing but a place behind it, the word means the work too."""
    words = alternatives(word for word in every("idem") if word[0].isalpha() and not re.match(f"[{CJK}]", word))
    return re.compile(
        rf"\s*(?P<who>(?!))?(?P<word>{words})(?:[,.:]?\s(?:(?:pp?|S|С|с|at)\.?\s)?\d[\d\s,–-]{{0,20}})?[\s.]*"
    )


@lru_cache(maxsize=256)
def ibid(text: str) -> re.Match[str] | None:
    """The word for the work cited just before, at the beginning of a stretch; its group is `word`.

    >>> ibid("同上，第5页。")["word"], ibid("Ibid., 20.")["word"], ibid("王帆：《同上》")
    ('同上', 'Ibid.', None)
    """
    match = _pointers()[0].search(text) or _idem().fullmatch(text)
    behind = text[match.end("word") :] if match else ""
    # id., D. Gilgen (eds), Kulturen ..., 2013: the word stands for the author, and a whole citation follows
    return None if len(behind) > 20 and dated(behind) else match


@lru_cache(maxsize=256)
def shortform(text: str) -> re.Match[str] | None:
    """The word that points to an earlier citation (前引书, op. cit.), outside quoted titles.

    >>> shortform("Флоря Б. Указ. соч. С. 30.")["word"], shortform("王逸舟前引书，第3页")["word"]
    ('Указ. соч.', '前引书')
    """
    return _pointers()[1].search(mask(text, quoted(text)))


def is_funding(text: str) -> bool:
    """Whether a note thanks or names a grant. One word that only such notes print is enough, or two milder ones."""
    return bool(_funding().search(mask(text, quoted(text))))


@lru_cache(maxsize=256)
def prose(text: str) -> int:
    """How many words of sentences stand outside quotation marks and addresses.

    >>> prose("王帆：《这是我们的书》，2023年"), prose("Note that this is not which we have.")
    (0, 7)
    """
    bare = mask(text, quoted(text))
    if any(urls(bare)):
        bare = URL.sub(" ", bare)
    if "May" in bare:
        bare = MAY.sub(" ", bare)
    eastern = len(sentence_words().findall(bare)) if not bare.isascii() else 0
    return eastern + (_spaced(bare) if SPACED.search(bare) else 0)


def _spaced(bare: str) -> int:
    """The words of sentences in a script that parts words by blanks. A capital in mid-sentence makes a word part of a
    title or name (We Now Know), at the beginning it does not."""
    known = _spaced_words()
    return sum(
        word["word"].lower() in known and (word["word"][0].islower() or word["begins"] is not None)
        for word in WORD.finditer(bare)
    )


@lru_cache(maxsize=256)
def known_form(text: str) -> bool:
    """Whether a stretch has one of the forms that only citations have: a back-reference, a short title, a legal
    authority, an item of an archive."""
    return bool(ibid(text) or shortform(text) or short_title(text) or authority(text)[0] or archival(text))


@lru_cache(maxsize=256)
def evidence(text: str) -> bool:
    """Whether a stretch holds what only citations hold: a title or name together with a date, pages, number or address.

    >>> evidence("王帆：《美国》，《评论》，2023年"), evidence("本文特指“小多边”成员国"), evidence("Ibid., 20.")
    (True, False, True)
    """
    if TYPE_CODE.search(text) or known_form(text):
        return True
    bare = mask(text, quoted(text))
    found = dated(bare) or paged(bare) or numbered(bare)
    if marked_titles(text):
        return found or any(urls(text)) or held(bare)
    if any(urls(text)) or AUTHOR_DATE.search(text):
        return True
    if quoted(text):
        return found or bool(UNDATED.match(text) and not prose(text))
    return found and _structured(bare)


@lru_cache(maxsize=256)
def complete(text: str) -> bool:
    """Whether a stretch could end here: it has a date, pages or a number, an address, or points back."""
    bare = mask(text, quoted(text))
    return dated(bare) or paged(bare) or numbered(bare) or any(urls(text)) or known_form(text)


def _structured(bare: str) -> bool:
    """Names, titles and places parted by marks: at least two marks, and a capital letter or CJK letter first."""
    return len(PART.findall(bare)) >= 2 and bool(NAMED.search(bare))


def continued(text: str) -> bool:
    """Whether a stretch goes on with the citation before: it begins with a volume or number, and has no title."""
    return bool(CONTINUED.match(text)) and not quoted(text) and not OPENS.search(text)


def is_citation(text: str, fields: tuple[Field, ...]) -> bool:
    """Whether a parsed stretch is a citation and no sentence that mentions a work.

    A citation has a work (title, author with date, address) and a way to find it (date, number, pages, publisher,
    address); and few words of sentences outside of them.
    """
    labels = {field.label for field in fields}
    if known_form(text):
        return True
    words = _sentence_words_outside(text, fields)
    if {"author", "title", "container-title"} <= labels and not words:
        return True
    found = labels & {"issued", "page", "locator", "volume", "issue", "URL", "DOI", "archive", "archive-location"}
    work = labels & {"title", "container-title", "URL", "DOI"} or {"author", "issued"} <= labels
    if not found or not work:
        return False
    return words <= (0 if not labels & {"page", "locator", "issue", "publisher", "URL"} else 2)


def _sentence_words_outside(text: str, fields: tuple[Field, ...]) -> int:
    """Words of sentences, those in the title left out where persons stand before it and a date or container with it:
    Hale, T., 2011. They Say It Was Not Us. Harbour Gazette."""
    labels = [field.label for field in fields]
    if not {"author", "title"} <= set(labels) or not {"issued", "container-title"} & set(labels):
        return prose(text)
    if fields[0].label != "author" or fields[0].start > 2 or re.search(f"[{CJK}]", text):
        return prose(text)
    for field in fields:
        if "title" in field.label:
            text = text[: field.start] + FILLER * (field.end - field.start) + text[field.end :]
    return prose(text)


def inner_citations(text: str) -> list[tuple[int, int]]:
    """Bracketed pieces of a sentence that are citations: ... される(Hamilton (1986), "On ...", pp. 8-16)。"""
    pieces = []
    for piece in bracketed(text):
        inner = text[piece.inner]
        if (
            len(inner) >= 12
            and re.search(r"\D{6}", inner)
            and evidence(inner)
            and (quoted(inner) or paged(inner) or "," in inner)
        ):
            pieces.append((piece.inner.start, piece.inner.stop))
    return pieces


def told_in_brackets(text: str) -> list[tuple[int, int]]:
    """The citations in the brackets of a sentence that has none of its own: Comme le note Vernoux (Les phares, Paris,
    Seuil, 1998, p. 20), l’impôt ...; 白石は...と呼んでいる（白石律『電信』、2008年、91頁）."""
    pieces = inner_citations(text)
    if not pieces:
        return []
    outside = mask(text, bracketed(text), filler=" ")
    if complete(outside) or _titles_outside(outside) or not all(complete(text[a:b]) for a, b in pieces):
        return []
    if re.search(f"[{CJK}]", outside):
        said = (
            prose(outside)
            or SUBJECT.search(outside)
            or not re.search(r"\w", mask(outside, quoted(outside), filler=" "))
        )
        own = all(quoted(text[a:b]) or OWN_TITLE.match(text[a:b].lstrip(" 〔[")) for a, b in pieces)
        return pieces if said and own and not re.search(r"[A-Za-z]{2,}[,\s]+[A-Z]", outside) else []
    goes_on = re.search(r"(?:\s|^)(?:[^\W\d_]+[,’'\s]+){3,}", text[pieces[-1][1] + 1 :])
    return pieces if goes_on or prose(outside) > 1 else []


SUBJECT = re.compile("[はがをと][「『“]")
"""A particle before the quotation: the quoted words are part of a sentence."""
OWN_TITLE = re.compile(r"[A-ZÀ-Þ][\w.’-]+(?:\s[A-ZÀ-Þ][\w.’-]+){0,3},\s[A-ZÀ-Þ][^,]{4,},\s")
"""Husserl, Philosophie als strenge Wissenschaft, ...: names and a title of its own, and no imprint."""


def _titles_outside(text: str) -> list[str]:
    """The titles in marks that stand right before the gap that a bracket left: 『電信と外交』（...）."""
    return [text[title.inner] for title in marked_titles(text) if re.match(r"\s{3}", text[title.end :])]
