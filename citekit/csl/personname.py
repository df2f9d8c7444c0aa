"""Names of CSL-JSON: parts, particles told by their small letters, suffixes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

_CJK = re.compile(r"[\u2e80-\u2fdf\u3005-\u30ff\u3100-\u312f\u31a0-\u31bf\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
# Scripts of alphabets whose names are set out like those of the West.
_ROMANESQUE = re.compile(
    r"^[A-Za-z\u00aa-\u02ff\u0300-\u04ff\u0590-\u05d4\u05d6-\u05ff\u0600-\u06ff\u1d00-\u1fff\u2000-\u206f\u2150-\u218f"
    r"\s.,'’0-9!\"#$%&()*+/:;<=>?@\[\]^_`{|}~\\-]*$"
)
_DIRECTION_MARKS = "\u200e\u200f"


@dataclass(frozen=True, slots=True)
class PersonName:
    """The parts of a name as CSL knows them. `literal` is the whole name of an institution."""

    family: str = ""
    given: str = ""
    dropping: str = ""
    non_dropping: str = ""
    suffix: str = ""
    comma_suffix: bool = False
    literal: str = ""

    @property
    def romanesque(self) -> bool:
        """Whether the name is written in an alphabet; the others put the family name first, without a blank."""
        return bool(_ROMANESQUE.match(self.family + self.given))

    @property
    def is_institution(self) -> bool:
        return bool(self.literal)


def read_name(value: Mapping[str, object]) -> PersonName:
    """The name that a CSL-JSON object holds; particles within the family or given name are told apart.

    >>> read_name({"family": "van Gogh", "given": "Vincent"}).non_dropping
    'van'
    >>> read_name({"family": "Beethoven", "given": "Ludwig van"}).dropping
    'van'
    """
    literal, family, given = (str(value.get(key) or "").strip() for key in ("literal", "family", "given"))
    if literal and not (family or given):
        return PersonName(literal=literal)
    if value.get("isInstitution") in (True, "true", 1):
        return PersonName(literal=family or given)
    if not family:
        family, given = given, ""
    suffix = str(value.get("suffix") or "").strip()
    dropping = str(value.get("dropping-particle") or "").strip()
    non_dropping = str(value.get("non-dropping-particle") or "").strip()
    comma = value.get("comma-suffix") in (True, "true", 1)
    if not suffix and "," in given:
        given, suffix, comma = _cut_suffix(given)
    if not dropping and not non_dropping:
        non_dropping, family = _leading_particle(family)
    if not dropping:
        given, dropping = _trailing_particle(given)
    return PersonName(_unquote(family), given, dropping, non_dropping, suffix, comma)


def _unquote(family: str) -> str:
    """Quotation marks about a family name keep its particle in it."""
    return family[1:-1] if len(family) > 2 and family[0] == family[-1] == '"' else family


def _cut_suffix(given: str) -> tuple[str, str, bool]:
    first, _, rest = given.partition(",")
    rest = rest.strip()
    if rest.startswith("!"):
        return first.strip(), rest[1:].strip(), True
    return first.strip(), rest, False


# Words in small letters before a family name, and what is written together with it: d', al-.
_LEADING = re.compile(
    r"^((?:[a-zß-öø-ÿ][^\s'’]*[\s]+|[a-zß-öø-ÿ]{1,3}['’]\s*|[a-zß-öø-ÿ]{2}-(?=[A-Z])|['’][a-z]\s+)+)(?=\S)", re.UNICODE
)
_TRAILING = re.compile(r"((?:\s+(?:[a-zß-öø-ÿ][^\s]*|['’][a-z]))+)$", re.UNICODE)


def _leading_particle(family: str) -> tuple[str, str]:
    found = _LEADING.match(family)
    if not found or not family[found.end() :]:
        return "", family
    particle = found[1]
    if particle.endswith(" ") and particle.rstrip()[-1] not in "'’":
        particle = particle.strip()
    return particle, family[found.end() :]


def _trailing_particle(given: str) -> tuple[str, str]:
    found = _TRAILING.search(given)
    return (given[: found.start()], found[1].strip()) if found else (given, "")


def is_cjk(text: str) -> bool:
    return bool(_CJK.search(text))
