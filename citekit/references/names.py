"""Printed names to typed ones: `Given Family`, `Family, Given`, `Family G`, 王帆, 盛山 和夫, 外務省."""

from __future__ import annotations

import re
from functools import cache

from citekit.languages.words import CJK, alternatives, every
from citekit.model import Name
from citekit.references.eastnames import family_first

CJK_LETTER = re.compile(f"[{CJK}]")
HAN_SPLIT = re.compile("([\u3005\u3400-\u9fff]{1,3})[ \u3000]([\u3005\u3041-\u30ff\u3400-\u9fff]{1,4})")
DOUBLED = re.compile("([A-Za-zÀ-ž’'-]+(?: [A-Za-zÀ-ž’'-]+){1,2}) [\u3400-\u9fff]{2,4}(?: \\[.*)?")
INITIALS = re.compile(r"(?:[^\W\d_]\.?(?:[\s-]*[^\W\d_]\.?){0,3})|(?:Дж|Дз|Ch|Th|Ph)\.?(?:\s?[^\W\d_]\.){0,2}")
PARTICLES = frozenset(
    re.split(" ", "van der den de von und zu zur la le du di da del della dos das do af av ter ten el al ibn bin d' d’")
)
SUFFIXES = frozenset(("Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV", "jun.", "fils"))
CLOSED = re.compile(r"(?<![^\W\d_])(?!(?:Chr|Thos|Chas|Jos|Alex|Geo|Wilh|Joh|Matth|Ludw)\.)[^\W\d_]{3,}\.$")
"""A full stop behind a whole given name closes the list of authors (Marsh, Tom.); behind an initial or one of these
abbreviations it belongs to the name."""
MARKS = re.compile(r"^\s*[\[［〔（(【]\s?[\u3400-\u9fff]{1,6}\s?[\]］〕）)】]\s*|[*†‡¹²³]+$|\s+$")


def parse_name(raw: str) -> Name:
    """A printed name. CJK persons stay one unsplit `literal` unless a blank splits them; institutions are `literal`
    with `institution` set; an empty string gives an empty name.

    >>> parse_name("William T. Tow").family, parse_name("Zimin A. A.").given, parse_name("van der Berg, Jan").particle
    ('Tow', 'A. A.', 'van der')
    >>> parse_name("盛山 和夫").family, parse_name("外務省").institution
    ('盛山', True)
    """
    text = " ".join(MARKS.sub("", raw).split()).strip(" ,;，；、")
    if not text:
        return Name()
    if is_institution(text):
        return Name(literal=text, institution=True)
    doubled = DOUBLED.fullmatch(text)
    if doubled:  # Liang Qichao 梁啟超: who prints the characters prints the family name first
        words = doubled[1].split(" ")
        return Name(family=words[0], given=" ".join(words[1:]))
    if CJK_LETTER.search(text):
        split = HAN_SPLIT.fullmatch(text)
        return Name(family=split[1], given=split[2]) if split else Name(literal=text)
    if "," in text:
        return _inverted(text)
    words = text.split(" ")
    if len(words) == 1:
        return Name(family=_capitals(words[0]))
    return _natural(words)


@cache
def _institution() -> tuple[re.Pattern[str], re.Pattern[str]]:
    cjk = [word for word in every("institutions") if CJK_LETTER.search(word)]
    latin = [word for word in every("institutions") if not CJK_LETTER.search(word)]
    return (
        re.compile(
            rf".{{2,}}(?:{alternatives(cjk)})(?:[（(].*[)）])?$|.{{2,}}(?:{alternatives(w for w in cjk if len(w) > 1)})"
        ),
        re.compile(
            rf"(?:{alternatives(latin)})(?!\w)|^[A-Z][A-Z&.]{{2,}}$|^(?:The|Le|La|Les|Das|Die|Der)\s|\s(?:of|for|für|pour|des)\s"
        ),
    )


def is_institution(text: str) -> bool:
    """Whether a printed name is that of an institution, by its ending or words (the languages' tables).

    >>> is_institution("社会科学文献出版社"), is_institution("World Health Organization"), is_institution("周方银")
    (True, True, False)
    """
    cjk, latin = _institution()
    if CJK_LETTER.search(text):
        return len(text) >= 3 and bool(cjk.search(text)) and not re.search("[·・‧•]", text)
    return bool(latin.search(text))


def _inverted(text: str) -> Name:
    parts = [part.strip() for part in text.split(",")]
    family, given = parts[0], parts[1]
    suffix = next((part for part in parts[1:] if part in SUFFIXES), "")
    if suffix == given:
        given = parts[2] if len(parts) > 2 else ""
    if not given:
        words = family.split(" ")
        return Name(family=words[-1], given=" ".join(words[:-1]), suffix=suffix)
    words = family.split(" ")
    lower = _leading_particles(words)
    given = given[:-1] if CLOSED.search(given) else given
    return Name(family=_capitals(" ".join(words[lower:])), given=given, particle=" ".join(words[:lower]), suffix=suffix)


def _leading_particles(words: list[str]) -> int:
    count = 0
    while count < len(words) - 1 and words[count].lower() in PARTICLES and words[count][0].islower():
        count += 1
    return count


def _natural(words: list[str]) -> Name:
    """`Kai He`; but `Foreman A`, `Флоря Б.` and `TIN Thinn Su` begin with the family name."""
    if family_first(words):
        return Name(family=words[0], given=words[1])
    suffix = words.pop() if words[-1] in SUFFIXES and len(words) > 2 else ""
    rest = " ".join(words[1:])
    if (
        len(words[0]) > 1
        and not words[0].endswith(".")
        and INITIALS.fullmatch(rest)
        and (rest.upper() == rest or rest.endswith(".") or rest in ("Дж", "Дз"))
    ):
        dot = "." if rest in ("Дж", "Дз") else ""  # the full stop of the abbreviation, taken for the sentence's
        return Name(family=_capitals(words[0]), given=rest + dot, suffix=suffix)
    if _shouted(words[0]) and not any(_shouted(word) for word in words[1:]) and len(words[1].rstrip(".")) > 1:
        return Name(family=_capitals(words[0]), given=rest, suffix=suffix)
    cut = len(words) - 1
    while cut > 1 and words[cut - 1].lower() in PARTICLES and words[cut - 1][0].islower():
        cut -= 1
    family = words[cut:]
    lower = _leading_particles(family)
    return Name(
        family=_capitals(" ".join(family[lower:])),
        given=" ".join(words[:cut]),
        particle=" ".join(family[:lower]),
        suffix=suffix,
    )


def _shouted(word: str) -> bool:
    return len(word) > 1 and word.isupper() and "." not in word


def _capitals(family: str) -> str:
    """ABELSHAUSER as Abelshauser: capitals that only mark the family name are typography."""
    if (
        len(family) < 3
        or not family.isupper()
        or not family.replace("-", "").replace("'", "").replace(" ", "").isalpha()
    ):
        return family
    return re.sub(r"[^\W\d_]+", lambda m: m.group().capitalize(), family)


def display_name(name: Name) -> str:
    """The form that `parse_name` reads back: `Family, Given` or the literal.

    >>> display_name(parse_name("Jan van der Berg"))
    'van der Berg, Jan'
    """
    if name.literal:
        return name.literal
    if CJK_LETTER.search(name.family + name.given):
        return " ".join(part for part in (name.family, name.given) if part)
    family = " ".join(part for part in (name.particle, name.family) if part)
    return ", ".join(part for part in (family, name.suffix, name.given) if part)
