"""The text of an OpenDocument file as blocks: one small reader for each element (ODF 1.3 part 3, 5 to 7).

Left out is what a reader of the printed page does not see: tracked deletions, comments, hidden text, the readings of
ruby, the sources of generated lists. White space counts as 6.1.2 says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from citekit.documents.assemble import Block, MarkedNote, Run
from citekit.documents.callouts import bare_note
from citekit.documents.managers import cited, lists_references
from citekit.documents.managers.bibmark import from_mark
from citekit.documents.markup import attribute, child, local
from citekit.documents.odt.styles import PLAIN, Look, Styles

if TYPE_CHECKING:
    from lxml import etree

SKIPPED = frozenset(
    {
        *("tracked-changes", "annotation", "ruby-text", "number", "note-citation", "index-title-template"),
        *("forms", "sequence-decls", "variable-decls", "user-field-decls", "dde-connection-decls", "script", "scripts"),
        *("table-of-content-source", "illustration-index-source", "table-index-source", "object-index-source"),
        *("user-index-source", "alphabetical-index-source", "bibliography-source", "bibliography-configuration"),
        *("annotation-xml", "title", "desc", "image", "covered-table-cell", "param", "soft-page-break"),
    }
)
CODE = "field.code"
"""How the parameter of a field mark is called that holds the instruction of a field out of Word."""
DEEPEST = 100
"""Fields that may stand in one another."""
_BLANKS = re.compile(r"[ \t\r\n]+")
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the stories of a document share: its styles, what is printed around the numbers of its notes, the
    instructions of citations by the names of bookmarks, and the formulas by their addresses."""

    styles: Styles
    affixes: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    bookmarked: Mapping[str, str] = field(default_factory=dict)
    formulas: Callable[[str], etree._Element | None] = lambda address: None


@dataclass(slots=True, kw_only=True)
class Field:
    """A field that was read from a DOCX: the data of the citation that it is, whether it is a list of references, and
    how many runs of the paragraph stood before it."""

    citation: str
    lists: bool
    since: int


@dataclass(slots=True, kw_only=True)
class Story:
    """The text as it is read: `blocks` and `notes` in order."""

    setting: Setting
    blocks: list[Block] = field(default_factory=list)
    notes: list[MarkedNote] = field(default_factory=list)
    runs: list[Run] = field(default_factory=list)
    boxes: list[Block] = field(default_factory=list)  # text boxes anchored in the paragraph
    inside: bool = False  # a paragraph
    blank: bool = True  # white space here is no more than what stands before it
    paragraph: Look = PLAIN
    look: Look = PLAIN
    link: str = ""
    listing: bool = False
    entry: bool = False  # the paragraph has text of a list of references
    open: dict[str, str] = field(default_factory=dict)  # the marked citations here, by the names of their marks
    fields: list[Field] = field(default_factory=list)  # those out of Word that are open here

    def read(self, element: etree._Element) -> None:
        """An element, by the reader of its name, and the text behind it; elements without one are read through."""
        name = local(element)
        if name and name not in SKIPPED:
            if reader := READERS.get(name):
                reader(self, element)
            elif attribute(element, "display") != "none":
                self.read_all(element)
        if element.tail and self.inside:
            self.add(element.tail)

    def read_all(self, element: etree._Element) -> None:
        """The text of an element and all its children in order."""
        if element.text and self.inside:
            self.add(element.text)
        for part in element:
            self.read(part)

    def close(self) -> None:
        """The paragraph ends, and with it a block; text boxes follow."""
        if self.runs:
            self.blocks.append(Block(runs=tuple(self.runs), heading=bool(self.paragraph.heads), entry=self.entry))
        self.blocks += self.boxes
        self.runs, self.boxes, self.blank, self.entry = [], [], True, False
        for one in self.fields:
            one.since = 0

    def add(self, text: str) -> None:
        """Characters of the source, in which any white space is one blank."""
        text = _BLANKS.sub(" ", text)
        if self.blank and text.startswith(" "):
            text = text[1:]
        if text:
            self.blank = text.endswith(" ")
            self.add_verbatim(text)

    def add_verbatim(self, text: str) -> None:
        """Characters that stay as they are."""
        if not self.look.hidden:
            citation = next(reversed(self.open.values()), "") or (self.fields[-1].citation if self.fields else "")
            self.runs.append(Run(text=text, italic=bool(self.look.italic), link=self.link, citation=citation))
            self.entry = self.entry or self.listing or any(one.lists for one in self.fields)


def story(root: etree._Element, setting: Setting) -> Story:
    """The story that an element holds.

    >>> from citekit.documents.markup import parse_xml
    >>> root = parse_xml(b"<text><p>One<s c='2'/><tab/> two\\n three</p></text>", "a")
    >>> [block.text for block in story(root, Setting(styles=Styles())).blocks]
    ['One  \\t two three']
    """
    told = Story(setting=setting)
    told.read_all(root)
    told.close()
    return told


def _paragraph(told: Story, element: etree._Element) -> None:
    if told.inside:  # a text box or shape within a paragraph
        _box(told, element)
        return
    style = told.setting.styles.named("paragraph", attribute(element, "style-name"))
    head = Look(heads=True) if local(element) == "h" else PLAIN
    told.paragraph = told.look = head.over(style)
    told.inside = True
    told.read_all(element)
    told.inside = False
    told.close()


def _box(told: Story, element: etree._Element) -> None:
    inner = Story(setting=told.setting, notes=told.notes)
    inner.read(element) if local(element) in ("p", "h") else inner.read_all(element)
    inner.close()
    told.boxes += inner.blocks


def _hidden_paragraph(told: Story, element: etree._Element) -> None:
    if attribute(element, "is-hidden") == "true":
        told.paragraph = told.look = Look(hidden=True).over(told.look)


def _shown(told: Story, element: etree._Element) -> None:
    if attribute(element, "is-hidden") != "true":
        told.read_all(element)


def _span(told: Story, element: etree._Element) -> None:
    before = told.look
    told.look = told.setting.styles.named("text", attribute(element, "style-name")).over(before)
    told.read_all(element)
    told.look = before


def _link(told: Story, element: etree._Element) -> None:
    address = attribute(element, "href")
    before, told.link = told.link, address if _URL.match(address) else told.link
    told.read_all(element)
    told.link = before


def _blanks(told: Story, element: etree._Element) -> None:
    count = attribute(element, "c")
    told.add_verbatim(" " * (int(count) if count.isdecimal() and len(count) < 4 else 1))
    told.blank = False


def _tab(told: Story, element: etree._Element) -> None:
    told.add_verbatim("\t")
    told.blank = False


def _break(told: Story, element: etree._Element) -> None:
    told.add_verbatim("\n")
    told.blank = True


def _note(told: Story, element: etree._Element) -> None:
    if told.look.hidden:
        return
    label, body = child(element, "note-citation"), child(element, "note-body")
    typed = label is not None and attribute(label, "label")
    inner = Story(setting=told.setting, notes=told.notes)
    marker = _marker(label, told.setting.affixes.get(attribute(element, "note-class"), ("", "")))
    place = len(told.notes)
    noted = MarkedNote(id=f"note {place}", marker=marker, blocks=())
    told.notes.append(noted)
    told.runs.append(Run(call=noted.id))
    if body is not None:
        inner.read_all(body)
        inner.close()
    told.notes[place] = replace(noted, blocks=bare_note(inner.blocks, marker if typed else ""))


def _marker(label: etree._Element | None, affixes: tuple[str, str]) -> str:
    """A mark of the author's own as it stands; a number with what is printed around it, if it has not got it yet."""
    if label is None:
        return ""
    printed = "".join(str(text) for text in label.itertext()).strip()
    if attribute(label, "label") or not printed or (affixes[0] and printed.startswith(affixes[0])):
        return printed
    return printed.join(affixes)


def _section(told: Story, element: etree._Element) -> None:
    """A section may be hidden, or a manager's list of references, which its name says."""
    hidden = told.setting.styles.named("section", attribute(element, "style-name")).hidden
    if hidden or attribute(element, "display") == "none":
        return
    before, told.listing = told.listing, told.listing or lists_references(attribute(element, "name"))
    told.read_all(element)
    told.listing = before


def _bibliography(told: Story, element: etree._Element) -> None:
    before, body = told.listing, child(element, "index-body")
    for part in body if body is not None else ():
        told.listing = local(part) != "index-title"
        told.read(part)
    told.listing = before


def _bibliography_mark(told: Story, element: etree._Element) -> None:
    told.open["a mark"] = from_mark(element)
    told.read_all(element)
    del told.open["a mark"]


def _mark(told: Story, element: etree._Element) -> None:
    """A reference mark or bookmark begins: Zotero's and Mendeley's hold a citation, in their names or beside."""
    name = attribute(element, "name")
    if data := cited(told.setting.bookmarked.get(name, name)):
        told.open[name] = data


def _mark_end(told: Story, element: etree._Element) -> None:
    told.open.pop(attribute(element, "name"), None)


def _field(told: Story, element: etree._Element) -> None:
    """A field begins: its instruction is a parameter."""
    codes = (attribute(part, "value") for part in element if attribute(part, "name").endswith(CODE))
    code = next(codes, "")
    if len(told.fields) < DEEPEST:
        told.fields.append(Field(citation=cited(code), lists=lists_references(code), since=len(told.runs)))


def _field_result(told: Story, element: etree._Element) -> None:
    """What stands between the beginning of a field and this mark is its instruction and not shown."""
    if told.fields:
        del told.runs[told.fields[-1].since :]


def _field_end(told: Story, element: etree._Element) -> None:
    if told.fields:
        told.fields.pop()


def _object(told: Story, element: etree._Element) -> None:
    """An embedded object: of a formula the text is read."""
    told.read_all(element)
    formula = told.setting.formulas(attribute(element, "href"))
    if formula is not None and local(formula) == "math":
        _formula(told, formula)


def _formula(told: Story, element: etree._Element) -> None:
    texts = (part.text for part in element.iter("{*}mi", "{*}mn", "{*}mo", "{*}mtext") if part.text)
    told.add_verbatim("".join(text.strip() for text in texts))


READERS: dict[str, Callable[[Story, etree._Element], None]] = {
    "p": _paragraph,
    "h": _paragraph,
    "span": _span,
    "a": _link,
    "s": _blanks,
    "tab": _tab,
    "line-break": _break,
    "note": _note,
    "section": _section,
    "text-box": _box,
    "hidden-text": _shown,
    "hidden-paragraph": _hidden_paragraph,
    "bibliography": _bibliography,
    "bibliography-mark": _bibliography_mark,
    "reference-mark-start": _mark,
    "reference-mark-end": _mark_end,
    "bookmark-start": _mark,
    "bookmark-end": _mark_end,
    "fieldmark-start": _field,
    "fieldmark-separator": _field_result,
    "fieldmark-end": _field_end,
    "object": _object,
    "math": _formula,
}
