"""Text as TeX writes it: escapes for the fields of a `.bib` file, and the way back.

Letters stay Unicode. Only the ten characters that TeX keeps for itself (The TeXbook, chapter 7) are escaped, and
only in text fields: `url`, `doi` and `file` are verbatim in biblatex, hyperref and Zotero.
"""

from __future__ import annotations

import re
import unicodedata

from citekit.languages.texletters import ACCENTS, COMMANDS

ESCAPES = {
    "\\": "\\textbackslash{}",
    "&": "\\&",
    "%": "\\%",
    "#": "\\#",
    "_": "\\_",
    "$": "\\$",
    "~": "\\textasciitilde{}",
    "^": "\\textasciicircum{}",
}

# A lone brace would end the field: BibTeX counts braces even behind a backslash.
LONE = {"{": "\\textbraceleft{}", "}": "\\textbraceright{}"}

_BLANKS = re.compile(r"[ \t\r\n\f\v\x1c-\x1f\x85\u2028\u2029]+")
_SPECIAL = re.compile(r"[\\&%#_$~^{}]")
_MARKUP = re.compile(r"[\\{}~]")
_ACCENT = re.compile(
    r"""\\([`'^~=."]|[urHvdckb](?![A-Za-z]))\s*(?:\{\s*(\\?[A-Za-z])\s*\}|(\\[ij](?![A-Za-z])|[A-Za-z]))"""
)
_COMMAND = re.compile(r"\\([A-Za-z]+)(?:\{\}|[ \t]+|(?![A-Za-z]))|\\([&%#_$ {}~^\\-])|([{}~])")


def clean(text: str) -> str:
    """One line without control characters and without blanks at the ends; inner blanks other than ASCII's stay.

    >>> clean(" Conflict\\n  Management ")
    'Conflict Management'
    """
    if text.isprintable() and "  " not in text:
        return text.strip()
    kept = (c for c in text if c.isspace() or unicodedata.category(c) not in ("Cc", "Cs"))
    return _BLANKS.sub(" ", "".join(kept)).strip()


def escape(text: str) -> str:
    r"""The text for a field between braces: always balanced, `unescape` gives the (cleaned) text back.

    >>> print(escape("R&D: 100% of {sets} }"))
    R\&D: 100\% of \{sets\} \textbraceright{}
    """
    line = clean(text)
    paired = _paired(line)
    return _SPECIAL.sub(lambda m: _escaped(m[0], m.start() in paired), line)


def unescape(text: str) -> str:
    r"""What a field says, in Unicode: accents and escapes resolved, grouping braces gone, unknown commands kept.

    >>> unescape(r"{\"O}sterreich \& {NATO}, \'etat, na{\"\i}ve, Fa{\c c}ade")
    'Österreich & NATO, état, naïve, Façade'
    """
    if not _MARKUP.search(text):
        return clean(text) if text else ""
    accented = _ACCENT.sub(_accent, text) if "\\" in text else text
    return clean(_COMMAND.sub(_command, accented))


def has_inner_capital(text: str) -> bool:
    """Whether a style that lowers titles would change the text: a capital after the first character.

    >>> has_inner_capital("Cable Politics"), has_inner_capital("Cable politics"), has_inner_capital("电缆")
    (True, False, False)
    """
    return any(c.isupper() or c.istitle() for c in clean(text)[1:])


def _paired(text: str) -> set[int]:
    """The places of the braces that have a partner."""
    paired: set[int] = set()
    opened: list[int] = []
    for place, char in enumerate(text):
        if char == "{":
            opened.append(place)
        elif char == "}" and opened:
            paired |= {opened.pop(), place}
    return paired


def _escaped(char: str, paired: bool) -> str:
    if char in LONE:
        return "\\" + char if paired else LONE[char]
    return ESCAPES[char]


def _accent(match: re.Match[str]) -> str:
    letter = (match[2] or match[3]).removeprefix("\\")
    # An accent stands on the dotted letter, whatever TeX needs to typeset it.
    return unicodedata.normalize("NFC", letter + ACCENTS[match[1]])


def _command(match: re.Match[str]) -> str:
    if match[1]:
        return COMMANDS.get(match[1], match[0])
    if match[2]:
        return "" if match[2] == "-" else " " if match[2] == "\\" else match[2]
    return " " if match[3] == "~" else ""
