"""What the first line of an entry looks like, and what only goes on with an entry: one row a shape."""

from __future__ import annotations

from dataclasses import dataclass

from citekit.notes.index import ENDED
from citekit.notes.patterns import compiled

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
    r"|[가-힣]{2,4}(?:[,，·ㆍ:：(（「『]|[.]\s?[(「『“‘<《\d]|\s?외|\s[(「『])"
)
DATED = r"[^\s].{2,90}?[(（\[,.]\s?(?:(?:1[5-9]|20)\d\d[a-z]?|n\.d\.|forthcoming|im Erscheinen|o\. ?J\.)\s?[)）\].:,]"
"""A year behind the names: Harbour Board (1998), Quill, A. 2016."""
REPEATED = r"\s*(?:(?:[—–―─]{2,}|[⸺⸻]|-{3,}|_{3,}|〃)\s*[.,:：，、(（《「『“\s]|[—―]\s?[.,:：，、(（《「『“])"
"""A dash for the author of the entry before."""
CONTINUES = (
    rf"\s*(?:[(（\[](?![{HAN}]{{1,4}}[)）\]］])|[a-zà-ÿа-я\d,;:.)\]）】」』》”’；，。、：％%&/<\-–—]"
    r"|[年月日页頁版期号號卷册刊](?:[\d，,。．.、；;）)]|$)|第\s?[\d一二三四五六七八九十]|[博硕碩][士]?[学學]位|[学學]位[论論]文|[论論]文。?$"
    r"|(?:In|in|Vol|vol|No|pp?|S|Bd|H|Nr|С|Т|Vyp|vyp|Available|Retrieved|Accessed|Online|URL|DOI|doi|https?|www|eds?|Hg|Hrsg"
    r"|trans|und|and|et|ISBN|Press|University Press|Publishers?|Verlag|(?:January|February|March|April|May|June|July"
    r"|August|September|October|November|December)\s\d{1,4})\b)"
)
"""What goes on with the line before: a small letter, a figure, a closing mark, a unit, an address."""
PARTICLE = (
    rf"(?:de la|van der|van den|von der|van|von|zu|zur|de|del|da|di|du|ten|ter|al|el)[\s-][{UPPER}][\w’'-]+,\s[{UPPER}]"
)
IMPRINT = (
    rf"[{UPPER}][^,.:]{{2,50}}(?:[,:]\s[^,.:]{{2,40}})?,\s(?:1[5-9]|20)\d\d\.?$"
    rf"|[{UPPER}][^,.:]{{2,30}}(?:,\s[A-Z]{{2}})?:\s[{UPPER}][^:.,]{{2,50}}\.?$"
)
"""What is left of an entry for its last line: Marsh Press, 2015."""
JOURNAL = rf"[{UPPER}][^,.\d“”‘’]{{3,70}},?\s\d{{1,4}}\s?(?:\(\d|:\s?\d|, no\.|,\s\d)"
"""The name of a journal with its volume, which the line end has parted from the title."""
NATURAL = (
    rf"(?:[{UPPER}][\w’'-]*\.?\s){{1,3}}[{UPPER}][\w’'-]+"
    rf"(?:(?:,|,?\s(?:and|und|et|и|&))\s(?:[{UPPER}][\w’'-]*\.?\s){{1,3}}[{UPPER}][\w’'-]+){{0,3}}(?:\set al\.)?"
    rf",\s[“‘\"«„{UPPER}]"
)
"""Persons in natural order before a title: Ada Quill and Tom Marsh, “Cable Politics,”"""
TITLE, QUOTATION = r"[《「『〈]", r"[“\"«„‘]"
ENDS = rf"(?:{ENDED}|[年頁页쪽면号期][)）]?\s*$|\d[)）\]]?\s*$)"
WAITING = rf"[{HAN}][A-Z]?\d{{1,4}}\s*$|(?:^|[\s(.])[{UPPER}]\.\s*$"
"""第314, In C.: the figure waits for its unit, the initial for its name."""
YEAR = r"(?<!\d)(?:1[4-9]|20)\d\d(?!\d)|[一二三四五六七八九〇○]{4}年|(?:民国|民國|光绪|光緒|令和|平成|昭和|大正|明治)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shape:
    """How a line begins: a pattern, how much it speaks for a new entry, whether it is an author's, or a title's in the
    author's place (`named`)."""

    name: str
    pattern: str
    weight: float
    named: bool = False
    why: str = ""


SHAPES: tuple[Shape, ...] = (
    Shape(name="dash", pattern=REPEATED, weight=5, named=True, why="———. stands for the author of the entry before"),
    Shape(name="particle", pattern=PARTICLE, weight=1.5, named=True, why="von Strand, Otto; van der Berg, Jan"),
    Shape(name="going on", pattern=CONTINUES, weight=-4, why="a small letter, a figure, a closing mark, pp."),
    Shape(name="imprint", pattern=IMPRINT, weight=-1.5, why="Marsh Press, 2015. Quayside: Marsh Press."),
    Shape(name="journal", pattern=JOURNAL, weight=-1.5, why="Harbor Studies 12(3): 40-58."),
    Shape(name="person", pattern=PERSON, weight=1.5, named=True, why="Quill, Ada; 林越："),
    Shape(name="dated", pattern=DATED, weight=1.5, named=True, why="Harbour Board (1998)"),
    Shape(name="natural", pattern=NATURAL, weight=0.8, why="Ada Quill, Ledgers"),
    Shape(name="title", pattern=TITLE, weight=0.5, named=True, why="《宋史》: a work without author"),
    Shape(name="quotation", pattern=QUOTATION, weight=0.5, why="“Light Dues.”; in a list of authors it follows one"),
)
"""The shapes, first match wins."""
OTHER = Shape(name="other", pattern="", weight=0)


def shape_of(line: str) -> Shape:
    """The shape of a line.

    >>> shape_of("Quill, Ada. Cables.").name, shape_of("the harbour of 1912").name, shape_of("Marsh Press, 2015.").name
    ('person', 'going on', 'imprint')
    """
    text = line.strip()
    return next((shape for shape in SHAPES if compiled(shape.pattern).match(text)), OTHER)


def opens_entry(line: str) -> bool:
    """Whether a line opens like an entry: with a person, a body and a year, a title in marks, a dash for the author.

    >>> opens_entry("Quill, Ada. Cables."), opens_entry("the harbour of 1912")
    (True, False)
    """
    return shape_of(line).weight > 0


def ends_entry(line: str) -> bool:
    """Whether an entry may end with this line: with a full stop, a year, a page, a bracket, an address.

    >>> ends_entry("Harbor Studies 12 (2016): 40–58"), ends_entry("『電信と外交』青波書房")
    (True, False)
    """
    return bool(compiled(ENDS).search(line)) and not compiled(WAITING).search(line)
