"""Later citations by author and short title: Morgenroth, Leuchtfeuer, S. 13; Quill, “Cable Politics,” 45.

What is left of a work cited before is who wrote it, the beginning of its title and the place, and nothing that a full
citation has besides: no publisher, no container, no date.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache

from citekit.languages.words import alternatives, every, months
from citekit.model import Field

LONGEST = 160
INITIALS = r"(?:[A-ZÀ-ÞŠČŽА-ЯЁ][a-zа-я]?\.[\s-]?){1,3}"
PARTICLE = r"(?:(?:van|von|zu|de|der|den|du|la|le|da|di|del)\s){0,2}"
FAMILY = r"[A-ZÀ-ÞŠČŽА-ЯЁ][\w’'-]{1,30}"
NAME = rf"(?:{INITIALS}\s?{PARTICLE}{FAMILY}|{PARTICLE}{FAMILY}(?:\s{INITIALS}|(?:\s{PARTICLE}{FAMILY}){{0,2}}))"
GIVEN = rf"(?:{INITIALS}|[A-ZÀ-ÞА-Я][\w’-]{{1,20}}(?:\s{INITIALS})?)"
INVERTED = rf"{FAMILY},\s{GIVEN}"
NAMES = (
    rf"(?:{NAME}(?:/{NAME}){{1,2}}|{NAME}(?:,\s{NAME}){{0,2}}?,?\s(?:and|und|et|и|y|e|&)\s{NAME}|{NAME}"
    rf"|{INVERTED})"
)
OPEN, CLOSE = '“„«‘"', '”“»’"'
TITLE = r"(?!(?:pp?|S|С|с|s|P|Vol|vol|Bd|Т)\.?\s?\d)[A-ZÀ-ÞŠČŽА-ЯЁ][^,;:/“”„«»\"()\[\]\d—]{1,80}?"
QUOTED = rf"[{OPEN}]\s?[^{OPEN}{CLOSE}]{{2,100}}?[,.]?\s?[{CLOSE}]"
NUMBER = r"(?:\d{1,4}[ab]?|[ivxlc]{1,7}|[IVXLC]{1,7})"
PAGES = rf"{NUMBER}(?:\s?[-‐-―]\s?{NUMBER})?(?:,\s?\d{{1,4}}(?:[-‐-―]\d{{1,4}})?){{0,4}}(?:\s?(?:ff?|sqq?|n)\.?(?!\w))?"


NOTE = (
    r"[(\[]\s?(?:(?:siehe|s\.|wie|vgl\.|see|cf\.|voir|above|supra|oben|см\.|ver|v\.|cit\.)\s)?"
    r"(?:Anm\.|Anmerkung|Fn\.?|FN|Fußn\.|[Nn]ote|[Nn]ota|nn?\.?|прим\.|сн\.)\s?\d{0,4}\s?[)\]]"
)
"""The note of the full citation in brackets: (wie Anm. 4), [s. Anm. ], (n 12)."""


@cache
def _pattern() -> re.Pattern[str]:
    volume = r"(?:(?:vol|t|tome|Bd|Т|Vol|v)\.?\s?(?P<volume>\d{1,3}|[IVXLC]{1,7})[,.:]\s)?"
    part = r"(?:[Cc]h(?:ap)?s?|[Kk]ap|гл|cap|bk|pt|paras?|sec|art|vol)\.\s?[\dIVXivx]{1,5}(?:[-–][\dIVXivx]{1,5})?"
    unit = r"(?:(?:pp?|S|С|с|s|Bl|ff?|fols?|P|Sp)\.?\s?|at\s)"
    idem = alternatives(word for word in every("idem") if word[0].isalpha() and word[0] < "\u2e80")
    title = rf"(?:,\s|:\s|(?<=\.)\s)(?:(?P<title>{TITLE})|(?P<quoted>{QUOTED}))(?:…|\.\.\.)?"
    return re.compile(
        rf"\s*(?P<names>{NAMES}|{idem})(?:{title}(?P<note>,?\s?{NOTE})?|(?P<alone>,?\s?{NOTE}))"
        rf"(?:(?:,\s|\.\s|\s)(?:(?P<part>{part}(?:,\s{part}){{0,2}})|{volume}(?:{unit}(?P<page>{PAGES})|(?P<bare>(?!1[4-9]\d\d[\s.]*$|20[0-3]\d[\s.]*$)\d{{1,4}}(?:[-‐-―]\d{{1,4}})?))))?[\s.]*"
    )


@cache
def _no_person() -> re.Pattern[str]:
    """Words of newspapers and institutions, and months, which stand where a name would."""
    words = (word for word in (*every("media"), *every("institutions"), *every("periodicals")) if word[0] < "\u2e80")
    named = (month.capitalize() for month in months() if month[0] < "\u2e80" and len(month) > 2)
    return re.compile(
        rf"(?<!\w)(?:{alternatives([*words, *named])})(?!\w)|blatt|zeitung|Zeitung|^(?:The|Le|La|Les|Der|Die|Das)\s"
    )


@lru_cache(maxsize=256)
def short_title(text: str) -> tuple[Field, ...]:
    """The fields of a citation that prints no more than persons, a title and a page; nothing for any other.

    >>> note = "Morgenroth, Leuchtfeuer und Zoll, S. 13 f."
    >>> [(f.label, note[f.start : f.end]) for f in short_title(note)]
    [('author', 'Morgenroth'), ('title', 'Leuchtfeuer und Zoll'), ('locator', '13 f.')]
    """
    match = _pattern().fullmatch(text) if len(text) < LONGEST else None
    if not match or _no_person().search(match["names"]):
        return ()
    titled = match["title"] or match["quoted"]
    placed = match["page"] or match["bare"] or match["part"]
    if not (match["note"] or match["alone"] or placed):
        return ()
    fields = list(persons(text, *match.span("names")))
    if titled:
        start, end = match.span("title" if match["title"] else "quoted")
        while text[start] in OPEN + " ":
            start += 1
        while text[end - 1] in CLOSE + " ,.":
            end -= 1
        fields.append(Field(label="title", start=start, end=end))
    for group, label in (("volume", "volume"), ("page", "locator"), ("bare", "locator"), ("part", "locator")):
        if match[group]:
            fields.append(Field(label=label, start=match.start(group), end=match.end(group)))
    return tuple(fields)


def names_its_note(text: str) -> bool:
    """Whether a short citation says in brackets in which note its work stands in full.

    >>> names_its_note("Petersdorf, Licht (wie Anm. 4), S. 45."), names_its_note("Petersdorf, Licht, S. 45.")
    (True, False)
    """
    return bool(short_title(text)) and bool(re.search(NOTE, text))


def persons(text: str, start: int, end: int) -> tuple[Field, ...]:
    """Western names parted by commas, slashes and *and*, one field each."""
    if re.compile(INVERTED).fullmatch(text, start, end) and " and " not in text[start:end]:
        return (Field(label="author", start=start, end=end),)
    fields = []
    for cut in [*re.compile(r",\s|/|\s(?:and|und|et|и|y|e|&)\s").finditer(text, start, end), None]:
        right = cut.start() if cut else end
        if right > start:
            fields.append(Field(label="author", start=start, end=right))
        start = cut.end() if cut else end
    return tuple(fields)
