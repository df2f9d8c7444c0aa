"""Where the entries of a list begin that has neither numbers nor indents: by how a line ends and the next begins."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from citekit.notes.index import ENDED, width
from citekit.notes.lines import Line
from citekit.notes.patterns import compiled

FULL = 0.88
"""How much of the widest lines a line fills that the typesetter has broken."""
THRESHOLD = 1.0

HAN = "\u3005-\u3007\u3400-\u9fff\uf900-\ufaff"
KANA = "\u3041-\u30ff"
UPPER = "A-ZÀ-ÖØ-ÞŠČŽĀĒĪŌŪА-ЯЁІ"
FAMILY = (
    r"(?:(?:de la|van der|van den|von der|van|von|de|del|da|di|du|la|le|al|el)[\s-])?"
    rf"[{UPPER}][\w’'‐-]+(?:[\s-][{UPPER}][\w’'-]+){{0,2}}"
)
# Persons as lists print them: Quill, Ada; Quill, A.; Quill A; A. Quill; Ada Quill, ; 林越：; 林越、; 한누리,
PERSON = (
    rf"{FAMILY},\s(?:[{UPPER}][\w’'-]*\.?|et al)"
    rf"|{FAMILY}\s[{UPPER}]{{1,3}}(?:[,.:;]|\s\()"
    rf"|(?:[{UPPER}]\.[\s-]?){{1,3}}{FAMILY}"
    rf"|[{UPPER}][{UPPER}’'-]{{2,}}[,.\s(]"
    rf"|{FAMILY}(?:\sи\s[{UPPER}]|\sand\s[{UPPER}]|\s&\s|\s/\s)"
    rf"|(?:[\[［〔【(（][{HAN}]{{1,4}}[\]］〕】)）]\s?)?[{HAN}][{HAN}·・\s]{{1,7}}(?:[，、,：:.．；;（(《「『〔［\[]|等|著|主?编|編|译|訳|\d{{4}})"
    rf"|[{HAN}{KANA}A-Z][{HAN}{KANA}・·＝=A-Z.]{{2,20}}(?:[、，（(「『：:著編訳]|[.．]\s)"
    r"|[가-힣]{2,4}(?:[,，·ㆍ.:：(（「『]|\s?외|\s[(「『])"
)
DATED = r"[^\s].{2,90}?[(（\[,.]\s?(?:(?:1[5-9]|20)\d\d[a-z]?|n\.d\.|forthcoming|im Erscheinen|o\. ?J\.)\s?[)）\].:,]"
"""A year behind the names: Harbour Board (1998), Quill, A. 2016."""
REPEATED = r"\s*(?:[—–―─⸺⸻]{2,}|[—―⸺⸻]|-{3,}|_{3,}|〃)\s*[.,:：，、(（《「『“\s]"
"""A dash for the author of the entry before."""
CONTINUES = (
    r"\s*(?:[a-zà-ÿа-я\d,;:.)\]）】」』》”’；，。、：％%&/\-–—]"
    r"|(?:In|in|Vol|vol|No|pp?|S|Bd|H|Nr|С|Т|Vyp|vyp|Available|Retrieved|Accessed|Online|URL|DOI|doi|https?|www|eds?|Hg|Hrsg"
    r"|trans|und|and|et|ISBN|Press|University Press|Publishers?|Verlag)\b)"
)
"""What goes on with the line before: a small letter, a figure, a closing mark, a unit, an address."""
PARTICLE = (
    rf"(?:de la|van der|van den|von der|van|von|zu|zur|de|del|da|di|du|ten|ter|al|el)[\s-][{UPPER}][\w’'-]+,\s[{UPPER}]"
)
IMPRINT = rf"[{UPPER}][^,.:]{{2,50}}(?:[,:]\s[^,.:]{{2,40}})?,\s(?:1[5-9]|20)\d\d\.?$"
"""What is left of an entry for its last line: Marsh Press, 2015."""
TITLE = r"\s*[《「『“\"«„〈]"
ENDS = rf"(?:{ENDED}|[年頁页쪽면号期][)）]?\s*$|\d[)）\]]?\s*$)"
YEAR = r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)|[一二三四五六七八九〇○]{4}年|(?:民国|民國|光绪|光緒|令和|平成|昭和|大正|明治)"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """A line that may begin an entry: what stands before it in the entry so far, and the widest lines of the list."""

    before: Line
    line: Line
    begun: str
    dated: bool
    widest: int
    wrapped: bool


def ends_entry(line: str) -> bool:
    """Whether an entry may end with this line: with a full stop, a year, a page, a bracket, an address.

    >>> ends_entry("Harbor Studies 12 (2016): 40–58"), ends_entry("『電信と外交』青波書房")
    (True, False)
    """
    return bool(compiled(ENDS).search(line))


def opens_entry(line: str) -> bool:
    """Whether a line opens like an entry: with a person, a body and a year, a title in marks, a dash for the author.

    >>> opens_entry("Quill, Ada. Cables."), opens_entry("the harbour of 1912")
    (True, False)
    """
    text = line.strip()
    if compiled(PARTICLE).match(text) or compiled(REPEATED).match(line):
        return True
    shapes = (PERSON, DATED, TITLE)
    return not compiled(CONTINUES).match(text) and any(compiled(shape).match(text) for shape in shapes)


def _ends(place: _Place) -> float:
    """A full stop, page or address closes the line before; without one it hardly ends an entry."""
    text = place.before.text.rstrip()
    if text[-1:] in "-‐,，、;；:：&(（[［《「『“/" and not re.search(r"://\S*/$", text):
        return -4
    return 1 if ends_entry(text) else -2


def _short(place: _Place) -> float:
    """The next word would have had room on the line before: the author broke it, not the typesetter."""
    if not place.wrapped:
        return 2.5
    following = place.line.text.lstrip()
    word = re.match(rf"[{HAN}{KANA}]|\S+", following)
    room = place.widest * FULL - width(place.before.text.rstrip())
    return 2 if word and width(word.group()) + 1 < room else -0.5


def _begins(place: _Place) -> float:
    """The line opens like an entry: with a person, a body and a year, a title in marks."""
    text = place.line.text.strip()
    if compiled(REPEATED).match(place.line.text):
        return 5
    if compiled(PARTICLE).match(text):
        return 1.5
    if compiled(CONTINUES).match(text):
        return -4
    if compiled(IMPRINT).match(text):
        return -1.5
    if compiled(PERSON).match(text) or compiled(DATED).match(text):
        return 1.5
    return 0.5 if compiled(TITLE).match(text) else 0


def _whole(place: _Place) -> float:
    """The entry so far has a year already, which most works have."""
    return 0.5 if place.dated else -2


def _sorted(place: _Place) -> float:
    """Lists stand in alphabetical order, where a script has one that the letters tell."""
    here, there = _letters(place.begun), _letters(place.line.text)
    if not here or not there or _script(here) != _script(there):
        return 0
    return 0.5 if here[:3] <= there[:3] else -1


def _spaced(place: _Place) -> float:
    """An empty line stands between."""
    return 0.5 if place.line.spaced and place.line.page == place.before.page else 0


CLUES: tuple[Callable[[_Place], float], ...] = (_ends, _short, _begins, _whole, _sorted, _spaced)
"""What speaks for or against an entry beginning with a line; the sum decides."""


def starts_by_sense(lines: Sequence[Line]) -> list[int]:
    """The indices of the lines that begin an entry; the first always does.

    >>> from citekit.model import Document
    >>> from citekit.notes.lines import split_lines
    >>> text = "Marsh, Tom. Ports and\\nPiers. Quay, 1990.\\nQuill, Ada. Cables. Quay, 2016."
    >>> starts_by_sense(list(split_lines(Document(name="", text=text))))
    [0, 2]
    """
    widths = sorted(width(line.text.rstrip()) for line in lines)
    widest = widths[int(0.9 * (len(widths) - 1))]
    wrapped = _are_wrapped(lines, widest)
    starts, dated = [0], bool(compiled(YEAR).search(lines[0].text))
    for i in range(1, len(lines)):
        place = _Place(
            before=lines[i - 1],
            line=lines[i],
            begun=lines[starts[-1]].text,
            dated=dated,
            widest=widest,
            wrapped=wrapped,
        )
        if sum(clue(place) for clue in CLUES) >= THRESHOLD:
            starts.append(i)
            dated = False
        dated = dated or bool(compiled(YEAR).search(lines[i].text))
    return starts


def _are_wrapped(lines: Sequence[Line], widest: int) -> bool:
    """Whether lines were broken at a width: some go on in small letters or end in the middle."""
    broken = sum(
        bool(compiled(CONTINUES).match(after.text)) or not compiled(ENDS).search(before.text)
        for before, after in pairwise(lines)
    )
    return broken * 10 >= len(lines)


def _letters(text: str) -> str:
    """The first letters of a line, folded for the comparison of their order."""
    plain = unicodedata.normalize("NFKD", text.lower())
    return "".join(char for char in plain if char.isalpha())[:8]


def _script(text: str) -> str:
    name = unicodedata.name(text[0], "").split(" ")[0]
    return name if name in ("LATIN", "CYRILLIC", "HANGUL") else ""
