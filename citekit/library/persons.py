"""Whether two printed names may be one person's or one institution's."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from citekit.languages.fold import letters
from citekit.library.kana import romanise_kana
from citekit.library.likeness import normal, sound_alike, spelled
from citekit.model import Name

_MIDDLE_DOTS = re.compile(r"[·•‧・･=＝]")
# A nationality ([美], （韩）) or the name in another script (（Philip A. Kuhn）).
_BRACKETS = re.compile(r"[\[［(（〔【][^\])］）〕】]*[\])］）〕】]")
_CJK = "\u3041-\u30ff\u3400-\u9fff"
# What a reader of notes may have left at a name: its role, and others. The name before it has two characters or more.
_ROLE = re.compile(rf"(?<=[{_CJK}]{{2}})\s*(?:主编|主編|编著|編著|編集|監修|编|編|著|译|訳|譯|等|ほか|[、,，]?他)$")
_SCRIPTS = re.compile(
    "(?P<han>[\u3400-\u9fff])|(?P<kana>[\u3041-\u30ff])|(?P<hangul>[\uac00-\ud7a3])|(?P<latin>[A-Za-zÀ-ɏ])"
)
# Latin initials of the syllables that kana write: Ｂ・ is ベ, Ｌ・ is ラ, Ｖ・ is ヴ or バ.
_KANA_INITIALS = {
    "l": "r",
    "v": "vb",
    "c": "ksc",
    "q": "k",
    "x": "k",
    "t": "tc",
    "j": "jy",
    "f": "fh",
    "d": "dj",
    "z": "zj",
    "g": "gj",
}


def same_person(one: Name, two: Name) -> bool:
    """Whether two names may be one person's: split or not, given names in full or as initials, without the family
    name's other forms, in Han characters or pinyin, an institution by its initials.

    >>> same_person(Name(literal="王帆"), Name(family="王", given="帆"))
    True
    >>> same_person(Name(family="Cha", given="Victor D."), Name(family="Cha", given="V."))
    True
    >>> same_person(Name(literal="陳夏紅"), Name(family="Chen", given="Xiahong"))
    True
    >>> same_person(Name(literal="World Health Organization"), Name(literal="WHO"))
    True
    """
    one, two = _whole(one), _whole(two)
    if one == two or not _spellings(one).isdisjoint(_spellings(two)):
        return True
    if any(sound_alike(a, b) for a in _orders(one) for b in _orders(two)):
        return True
    if one.literal or two.literal:
        return _same_parts(_parts(one), _parts(two)) or _same_body(one, two)
    if spelled(one.family) != spelled(two.family):
        return False
    given, other = map(_given_names, (one, two))
    return all(a.startswith(b) or b.startswith(a) for a, b in zip(given, other, strict=False))


def are_comparable(one: Name, two: Name) -> bool:
    """Whether two names are written alike enough to tell two persons apart: *Yonaha* says nothing against 與那覇.

    >>> are_comparable(Name(literal="與那覇潤"), Name(family="Yonaha", given="Jun")), are_comparable(
    ...     Name(literal="王帆"), Name(literal="王凡"))
    (False, True)
    """
    return bool(_scripts(one) & _scripts(two))


def full_name(name: Name) -> str:
    """The letters of the whole name, folded to compare."""
    return normal(_bare(name.literal or name.particle + name.family + name.given + name.suffix))


def _orders(name: Name) -> tuple[str, ...]:
    """The name with the family name first and last."""
    if name.literal:
        return (_bare(name.literal),)
    family = f"{name.particle} {name.family}"
    return f"{family} {name.given} {name.suffix}", f"{name.given} {family} {name.suffix}"


@lru_cache(maxsize=8192)
def _spellings(name: Name) -> frozenset[str]:
    return frozenset(filter(None, map(spelled, _orders(name))))


def _whole(name: Name) -> Name:
    """A name that was cut within its brackets (孔飞力（Philip A. / Kuhn）) in one piece again."""
    cut = re.search(r"[\[［(（〔【][^\])］）〕】]*$", name.given)
    return Name(literal=f"{name.given} {name.family}") if cut else name


def _bare(name: str) -> str:
    """The name without nationality marks, other forms in brackets and role words."""
    return _ROLE.sub("", _BRACKETS.sub("", name).strip()) or name


def _parts(name: Name) -> list[str]:
    """The parts of a transliterated name, the family name last; a name in one piece is one part."""
    whole = _bare(name.literal) if name.literal else f"{name.given}・{name.particle}{name.family}"
    return [part.strip() for part in _MIDDLE_DOTS.split(whole) if part.strip()]


def _same_parts(one: list[str], two: list[str]) -> bool:
    """Transliterated names with the same last part: one of them alone, or the other parts begin alike."""
    if not one or not two or max(len(one), len(two)) < 2 or spelled(one[-1]) != spelled(two[-1]):
        return False
    return all(_begin_alike(a, b) for a, b in zip(one[:-1], two[:-1], strict=False))


def _begin_alike(one: str, two: str) -> bool:
    a, b = spelled(one), spelled(two)
    if a.startswith(b) or b.startswith(a):
        return True
    latin, kana = (a, b) if a.isascii() else (b, a)
    sound = romanise_kana(kana)
    return len(latin) <= 2 and bool(sound) and sound[0] in _KANA_INITIALS.get(latin[0], latin[0])


def _same_body(one: Name, two: Name) -> bool:
    """Institutions: one of them by its initials, or with more words around the same name."""
    first, second = (name.literal.split() for name in (one, two))
    if not first or not second:
        return False
    short, long = sorted((first, second), key=len)
    if len(short) == 1 and len(short[0]) >= 3 and short[0].isupper() and short[0].isascii():
        return short[0] == "".join(word[0] for word in long if word[0].isupper())
    return (
        one.institution
        and two.institution
        and len(short) > 1
        and " ".join(short).casefold() in " ".join(long).casefold()
    )


def _given_names(name: Name) -> list[str]:
    """Each given name or initial; two or three capitals without dots (ME) are initials."""
    given = unicodedata.normalize("NFKC", name.given)
    if given.isalpha() and given.isupper() and len(given) <= 3:
        return list(given.casefold())
    return [letters(word) for word in re.findall(r"\w+", given)]


def _scripts(name: Name) -> frozenset[str]:
    return frozenset(m.lastgroup or "" for m in _SCRIPTS.finditer(_bare(name.literal or name.family + name.given)))
