"""Items of archives: a title if there is one, a date, the holder and the shelf mark.

Lettre au préfet, 3 mars 1823, Archives départementales du Nord, 12 J 34, f. 5; ГАРФ. Ф. 5446. Оп. 1. Д. 123. Л. 12.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from citekit.citations.marks import bracketed, mask, quoted
from citekit.languages.words import alternatives, months
from citekit.model import Field

LONGEST = 400
HOLDER = re.compile(
    r"(?<![^\W\d_])(?:Archiv(?:es?|io|o|um)?|Arch\.|\w*[Aa]rchiv|BArch|Bundesarchiv|PA\sAA|AN|BnF|TNA|PRO|NARA|AMAE|SHD|Papers|Nachlass"
    r"|Manuscripts?|Historical\sSociety|(?:British|Bodleian|National|Public|University|[A-Z]\w+)\sLibrary|Biblioth(?:ek|èque)|Biblioteca)(?![^\W\d_])"
)
HOLDS = (
    *("rchiv", "Arch", "AA", "AN", "BnF", "TNA", "PRO", "NARA", "AMAE", "SHD"),
    *("Papers", "Nachlass", "anuscript", "Historical", "Library", "iblio"),
)
"""One of these stands in every holder's name: most notes need no closer look."""
MARK = re.compile(
    r"(?:RG|FO|CO|CAB|WO|HO|ADM|DO|PREM|T|R|N|B|E|NL|NS|MS|Ms|ms|Add|GB|HC)\.?\s?(?:MS\.?\s|fr\.\s|lat\.\s)?[\dIVX]+(?:[\s/.-]{1,2}[A-Z]?\d+){0,4}(?:\sBü\s\d+)?"
    r"|[A-Z]{1,2}\d{0,2}\s\d{2,6}[a-z]?|\d{1,3}\s[A-Z]{1,3}\s\d{1,5}|(?i:box|folder|file|dossier|carton|leg|legajo|busta|b|fasc|liasse|series|Bestand|Bd|vol)\.?\s\d[\w/-]{0,8}"
    r"|[A-Z][\w\s]{2,30}\sFiles(?:,\s\d{4}[–-]\d{2,4})?|Correspondance\s\w+"
)
LEAF = re.compile(
    r"(?:f|ff|fol|fols|f°|Bl|c|cc|s)\.?\s?(?P<leaf>\d{1,5}(?:\s?[rv]°?)?(?:\s?[-–]\s?\d{1,5}(?:\s?[rv]°?)?)?)"
)
RUSSIAN = re.compile(
    r"(?:(?P<title>[^/]{3,200}?)\s//\s)?(?P<archive>[А-ЯЁ]{3,12}|[^.]{0,60}[Аа]рхив[^.]{0,60}(?:\([^)]{2,40}\))?)[.,]\s"
    r"(?P<archive_location>Ф\.\s?[\w-]{1,8}[.,]\s?(?:(?:Оп|П|Д|Ед\.\s?хр|К|Картон)\.\s?[\w-]{1,8}[.,]?\s?){1,4})"
    r"(?:Лл?\.\s?(?P<locator>\d[\d–-]{0,10}(?:\s?об\.)?(?:,\s\d[\d–-]{0,8}(?:\s?об\.)?){0,4}))?[\s.]*"
)
JACAR = re.compile(
    r"(?:「(?P<quoted>[^」]{2,120})」[、，]?\s?)?"
    r"(?P<archive_location>JACAR(?:[（(][^（()）]{2,20}[)）])?[\s:：、，]*(?:Ref\.?\s?)?[A-C]\d{10,11})(?:[（(][^（()）]*画像[^（()）]*[)）])?"
    r"(?:[、，]\s?「?(?P<title>[^（(「」]{2,120})」?)?(?:[（(](?P<archive>[^（()）]{2,30})[)）])?[\s。.]*"
)
"""The form that the Japan Center for Asian Historical Records asks for: its reference code, the title of the item and
who keeps the original."""


@cache
def _date() -> re.Pattern[str]:
    month = alternatives(form for word in months() if word[0] < "\u2e80" for form in (word, word.capitalize()))
    return re.compile(
        rf"(?:(?:le|vom|du)\s)?(?P<date>\d{{1,2}}(?:er|\.)?\s(?:{month})\.?\s\d{{4}}|(?:{month})\.?\s\d{{1,2}},\s\d{{4}}|\d{{1,2}}\.\s?\d{{1,2}}\.\s?\d{{4}}|(?:{month})\s\d{{4}})"
    )


@lru_cache(maxsize=256)
def archival(text: str) -> tuple[Field, ...]:
    """The fields of an item of an archive; nothing for a text without holder and shelf mark.

    >>> note = "Lettre au préfet, 3 mars 1823, Archives du Nord, 12 J 34, f. 5."
    >>> [(f.label, note[f.start : f.end]) for f in archival(note)][:3]
    [('title', 'Lettre au préfet'), ('issued', '3 mars 1823'), ('archive', 'Archives du Nord')]
    """
    if len(text) > LONGEST:
        return ()
    if "Ф." in text and (match := RUSSIAN.fullmatch(text)):
        return tuple(_named(match))
    if "JACAR" in text and (match := JACAR.fullmatch(text)):
        return tuple(_named(match))
    if quoted(text) or not any(word in text for word in HOLDS) or not HOLDER.search(text):
        return ()
    kinds = [(_kind(text[start:end]), start, end) for start, end in _segments(text)]
    found = {kind for kind, _, _ in kinds}
    if not {"archive", "archive-location"} <= found or sum(kind == "title" for kind, _, _ in kinds) > 3:
        return ()
    return tuple(_fields(text, kinds))


def _named(match: re.Match[str]) -> Iterator[Field]:
    for name, value in match.groupdict().items():
        if value:
            start = match.start(name)
            yield Field(
                label={"quoted": "title"}.get(name, name.replace("_", "-")),
                start=start,
                end=start + len(value.rstrip(" .,")),
            )


def _segments(text: str) -> Iterator[tuple[int, int]]:
    """The pieces between commas; a comma within brackets or before a year (March 3, 1954) parts nothing."""
    bare = mask(text, bracketed(text), filler="x")
    at = 0
    for cut in [*re.finditer(r"[,;]\s(?!\d{4}(?:\D|$))", bare), None]:
        end = cut.start() if cut else len(text.rstrip(" ."))
        yield at, end
        at = cut.end() if cut else end


def _kind(segment: str) -> str:
    if _date().fullmatch(segment):
        return "issued"
    if LEAF.fullmatch(segment):
        return "locator"
    if MARK.fullmatch(segment):
        return "archive-location"
    return "archive" if HOLDER.search(segment) and len(segment) < 90 else "title"


def _fields(text: str, kinds: list[tuple[str, int, int]]) -> Iterator[Field]:
    """One field of each kind: neighbouring pieces of a shelf mark are one, and the first piece in words is the title
    (one word behind the holder is its place)."""
    held = min(at for at, (kind, _, _) in enumerate(kinds) if kind in ("archive", "archive-location"))
    titles = [
        (start, end)
        for at, (kind, start, end) in enumerate(kinds)
        if kind == "title" and (at < held or (kinds[0][0] != "title" and " " in text[start:end]))
    ]
    title = titles[0] if titles else None
    done: set[str] = set()
    for at, (kind, start, end) in enumerate(kinds):
        if kind in done or (kind == "title" and (start, end) != title):
            continue
        done.add(kind)
        if kind in ("archive", "archive-location"):
            while at + 1 < len(kinds) and kinds[at + 1][0] == kind:
                at += 1
            end = kinds[at][2]
        if kind in ("issued", "locator"):
            match = (_date() if kind == "issued" else LEAF).fullmatch(text, start, end)
            start, end = match.span(1) if match else (start, end)
        dated = _date().search(text, start, end) if kind == "title" else None
        if dated and dated.end() == end and dated.start() > start:
            yield Field(label="issued", start=dated.start("date"), end=dated.end("date"))
            end = dated.start() - 1
        yield Field(label=kind, start=start, end=end)
