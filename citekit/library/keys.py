"""Citation keys: family name + year + first significant word of the title, in lower-case ASCII.

    cha2010powerplay    ouyang2019guoji    gaimusho2023nichibei    quillnd

The pattern, part by part:

* who: the family name of the first author, else of the first editor; without both the first word of the publisher,
  else of the container. Of an institution the first significant word. Particles (van der) are left out.
* when: the four digits of the year; `nd` (no date) without one.
* what: the first word of the title that is no stop word of its language (article, preposition, *study of*).

Without *who* two words of the title are taken. Scripts are romanised by the language of the item (see `romanise`). A
key that is taken gets the suffix a, b, c ...; a key that stands in the file never changes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from itertools import islice

from citekit.library.romanise import fold, surname, words
from citekit.model import Name, Reference

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


def make_key(reference: Reference) -> str:
    """The key without a suffix; never empty, whatever the reference lacks.

    >>> from citekit.model import Date, Name
    >>> make_key(Reference(author=(Name(family="Quill", given="Ada"),), title="The Cable-Politics",
    ...                    issued=Date(parts=((2016,),)), language="en"))
    'quill2016cable'
    >>> make_key(Reference(author=(Name(literal="查明"),), title="《海底电缆的规则》", language="zh"))
    'zhandhaidi'
    >>> make_key(Reference())
    'documentnd'
    """
    language = reference.language.lower() or _guessed_language(reference)
    who = _who(reference, language)
    title = list(islice(_significant(reference.title, language), 1 if who else 2))
    what = "".join(word[:_LONGEST] for word in title)
    if not who and not what:
        who = fold(reference.type) or "document"
    year = _year(reference)
    return who + year + what if who else (what + year)


def assign_keys(references: Iterable[Reference], taken: Collection[str] = ()) -> tuple[Reference, ...]:
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
        key = reference.key or free_key(make_key(reference), used)
        used.add(key.lower())
        keyed.append(reference if reference.key else replace(reference, key=key))
    return tuple(keyed)


def free_key(base: str, used: Collection[str]) -> str:
    """The base itself, or with the first suffix a ... z, aa, ab ... that is not used.

    >>> free_key("quill2016cable", {"quill2016cable", "quill2016cablea"})
    'quill2016cableb'
    """
    return base if base not in used else next(key for s in _suffixes() if (key := base + s) not in used)


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
