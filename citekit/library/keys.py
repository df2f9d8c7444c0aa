"""Citation keys: by default family name + year + first significant word of the title, in lower-case ASCII.

    cha2010powerplay    ouyang2019guoji    gaimusho2023nichibei    quillnd

Another form is asked for by a pattern, literal characters and parts in braces: `{author}_{year}{title:2:capital}`. The
parts (`PARTS`):

* author: the family name of the first author, else of the first editor; without both the first word of the publisher,
  else of the container. Of an institution the first significant word. Particles (van der) are left out.
* authors: the family names of the first three authors, or of as many as the number says.
* year: its four digits, `nd` (no date) without one. shortyear: the last two.
* title: the words of the title that are no stop words of its language (article, preposition, *study of*), as many as
  the number says, one by default.
* journal: the first letters of the container's words. type: CSL's type. volume, page (the first).

A number behind a colon says how many words or names, and `lower`, `upper` or `capital` how they are written. Without an
author the default pattern takes two words of the title. Scripts are romanised by the language of the item (see
`romanise`). A key that is taken gets the suffix a, b, c ...; a key that stands in the file never changes by itself.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice

from citekit.library.romanise import fold, surname, words
from citekit.model import CitekitError, Name, Reference

DEFAULT = "{author}{year}{title:1}"
"""The pattern of keys that nobody asked to be otherwise."""
_PATTERN = re.compile(r"\{(?P<name>[a-z]+)(?::(?P<count>\d{1,2}))?(?::(?P<case>lower|upper|capital))?\}")
# Words that say nothing about a work, as `romanise.words` gives them.
_STOP = {
    "en": """a an the of on in at to for from by with and or is are be as its it this that what how why when who
        towards toward into between beyond about""",
    "de": "der die das des dem den ein eine einer eines und oder zu zur zum von vom im in am an auf fur uber",
    "fr": "le la les l un une des du de d et ou a au aux en dans sur pour par",
    "es": "el la los las un una unos unas de del y o a al en por para con sobre",
    "it": "il lo la i gli le un uno una di del della dei e o a al in per con su",
    "pt": "o a os as um uma de do da dos das e ou em no na por para com",
    "nl": "de het een van en of in op aan te voor met over",
    "ru": "i v na o ob k s iz dlya po ot do pri u za",
    "ja": "no ni wo to ga wa de e mo ni okeru tsuite taisuru meguru wareta",
    "ko": "ui e wa gwa mit",
}
STOP_WORDS = {language: frozenset(words.split()) for language, words in _STOP.items()}
# Kinds of institutions, which say less than what comes before them.
_GENERIC = frozenset({"kenkyu", "gijutsu", "yanjiu", "daxue", "xueyuan"})
_INSTITUTION_STOP = STOP_WORDS["en"] | frozenset(["der", "die", "das", "le", "la", "les", "l", "el", "the"]) | _GENERIC
_LONGEST = 20


def make_key(reference: Reference, pattern: str = DEFAULT) -> str:
    """The key without a suffix; never empty, whatever the reference lacks. Raises CitekitError for a pattern with
    unknown parts.

    >>> from citekit.model import Date, Name
    >>> quill = Reference(author=(Name(family="Quill", given="Ada"),), title="The Cable-Politics of Ports",
    ...                   issued=Date(parts=((2016,),)), language="en")
    >>> make_key(quill), make_key(quill, "{author:capital}:{shortyear}-{title:2:capital}")
    ('quill2016cable', 'Quill:16-CablePolitics')
    >>> make_key(Reference(author=(Name(literal="查明"),), title="《海底电缆的规则》", language="zh"))
    'zhandhaidi'
    >>> make_key(Reference())
    'documentnd'
    """
    language = reference.language.lower() or _guessed_language(reference)
    parts = parse_pattern(pattern)
    if pattern == DEFAULT and not _who(reference, language):
        parts = (_Part(name="title", count=2), _Part(name="year"))
    key = "".join(_written(part, reference, language) for part in parts)
    nothing = not _who(reference, language) and not any(_significant(reference.title, language))
    return fold(reference.type) + key if nothing and key in ("", "nd") else key or "document"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A part of a pattern: the name of one of `PARTS`, or literal text; how many words and how they are written."""

    name: str = ""
    literal: str = ""
    count: int = 0
    case: str = ""


@lru_cache(maxsize=16)
def parse_pattern(pattern: str) -> tuple[_Part, ...]:
    """The parts of a pattern; raises CitekitError, one line, for one that names no part or holds other characters
    than a key may have.

    >>> parse_pattern("{autor}")
    Traceback (most recent call last):
    ...
    citekit.model.CitekitError: the key pattern {autor} has no part autor; the parts are author, authors, year, \
shortyear, title, journal, type, volume, page
    """
    parts: list[_Part] = []
    at = 0
    for match in _PATTERN.finditer(pattern):
        parts.append(_Part(literal=pattern[at : match.start()]))
        count, case = match["count"] or "0", (match["case"] or "").lower()
        if match["name"] not in PARTS:
            raise CitekitError(
                f"the key pattern {pattern} has no part {match['name']}; the parts are {', '.join(PARTS)}"
            )
        parts.append(_Part(name=match["name"], count=int(count), case=case))
        at = match.end()
    parts.append(_Part(literal=pattern[at:]))
    if not re.fullmatch(r"[A-Za-z0-9:._+/-]*", "".join(part.literal for part in parts)) or len(parts) < 2:
        raise CitekitError(
            f"the key pattern {pattern} is none; write it like {DEFAULT}, with letters, digits and :._+/-"
        )
    return tuple(part for part in parts if part.name or part.literal)


def _written(part: _Part, reference: Reference, language: str) -> str:
    """The text of one part."""
    if part.literal:
        return part.literal
    found = [word[:_LONGEST] for word in PARTS[part.name](reference, language, part.count) if word]
    if part.case in ("capital", "upper"):
        found = [word.upper() if part.case == "upper" else word[:1].upper() + word[1:] for word in found]
    return "".join(found)


def _authors(reference: Reference, language: str, count: int) -> Iterable[str]:
    return [_name(name, language) for name in (reference.author or reference.editor)[: count or 3]]


def _journal(reference: Reference, language: str, count: int) -> Iterable[str]:
    return [word[:1] for word in _significant(reference.container_title, language)][: count or None]


def _first_page(reference: Reference) -> str:
    return fold(reference.page.ranges[0][0]) if reference.page and reference.page.ranges else ""


PARTS: Mapping[str, Callable[[Reference, str, int], Iterable[str]]] = {
    "author": lambda reference, language, count: [_who(reference, language)],
    "authors": _authors,
    "year": lambda reference, language, count: [_year(reference)],
    "shortyear": lambda reference, language, count: [_year(reference)[-2:]],
    "title": lambda reference, language, count: islice(_significant(reference.title, language), count or 1),
    "journal": _journal,
    "type": lambda reference, language, count: [fold(reference.type)],
    "volume": lambda reference, language, count: [fold(reference.volume)],
    "page": lambda reference, language, count: [_first_page(reference)],
}
"""What a part gives of a reference in a language: words in lower-case ASCII, as many as the number says (0: any)."""


def assign_keys(
    references: Iterable[Reference], taken: Collection[str] = (), pattern: str = DEFAULT
) -> tuple[Reference, ...]:
    """The references with a key each: those that have one keep it, the others get one that is still free.

    >>> from citekit.model import Name
    >>> ada = Reference(author=(Name(family="Quill"),), title="Cables")
    >>> [r.key for r in assign_keys([ada, ada])]
    ['quillndcables', 'quillndcablesa']
    """
    given = tuple(references)
    # BibTeX compares keys without regard to case.
    used = {key.lower() for key in taken} | {r.key.lower() for r in given if r.key}
    keyed = []
    for reference in given:
        key = reference.key or free_key(make_key(reference, pattern), used)
        used.add(key.lower())
        keyed.append(reference if reference.key else replace(reference, key=key))
    return tuple(keyed)


def free_key(base: str, used: Collection[str]) -> str:
    """The base itself, or with the first suffix a ... z, aa, ab ... that is not used; `used` are keys in lower case.

    >>> free_key("quill2016cable", {"quill2016cable", "quill2016cablea"})
    'quill2016cableb'
    """
    if base.lower() not in used:
        return base
    return next(key for suffix in _suffixes() if (key := base + suffix).lower() not in used)


def _suffixes() -> Iterator[str]:
    letters = "abcdefghijklmnopqrstuvwxyz"
    ends = [""]
    while True:
        ends = [end + letter for end in ends for letter in letters]
        yield from ends


def _who(reference: Reference, language: str) -> str:
    for name in (*reference.author[:1], *reference.editor[:1]):
        if found := _name(name, language)[:_LONGEST]:
            return found
    bodies = (reference.publisher, reference.container_title)
    return next((found[:_LONGEST] for body in bodies if (found := _body(body, language))), "")


def _name(name: Name, language: str) -> str:
    if name.institution or _reads_as_body(name.literal):
        return _body(name.literal, language)
    if name.literal:
        return surname(name.literal, language)
    if not name.family:
        return _body(name.given, language)
    # A family name is read as one even where it is a single character.
    return surname(name.family, language) if _is_cjk(name.family) else "".join(words(name.family, language))


def _reads_as_body(text: str) -> bool:
    """Whether an unmarked name is that of an institution: *Department for Energy*, *Smith & Partners*."""
    return len(text.split()) > 2 and any(word in _INSTITUTION_STOP or word == "&" for word in text.lower().split())


def _body(text: str, language: str) -> str:
    """The first word of an institution; a short name in Han characters as a whole."""
    found = [word for word in words(text, language) if word not in _INSTITUTION_STOP]
    if found and _is_cjk(text) and len(text) <= 4:
        return "".join(found)
    return found[0] if found else ""


def _significant(title: str, language: str) -> Iterator[str]:
    stop = STOP_WORDS.get(language[:2], STOP_WORDS["en"])
    spare = []
    some = False
    for word in words(title, language):
        if word in stop or (len(word) < 2 and not word.isdigit()):
            spare.append(word)
        else:
            some = True
            yield word
    if not some:
        yield from filter(None, spare)


def _year(reference: Reference) -> str:
    year = reference.issued.year if reference.issued else None
    if year is None:
        literal = re.search(r"(?<!\d)\d{4}(?!\d)", reference.issued.literal if reference.issued else "")
        return fold(literal[0]) if literal else "nd"
    return f"{year:04d}" if year >= 0 else f"{-year}bc"


def _is_cjk(text: str) -> bool:
    return any("\u3005" <= c <= "\u9fff" or "\uac00" <= c <= "\ud7a3" for c in text)


def _guessed_language(reference: Reference) -> str:
    text = reference.title + reference.container_title
    if any("\u3041" <= c <= "\u30fa" for c in text):
        return "ja"
    if any("\uac00" <= c <= "\ud7a3" for c in text):
        return "ko"
    return "zh" if _is_cjk(text) else "en"
