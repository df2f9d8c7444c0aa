"""A part of the text (the body, a note, a text box) as blocks: one small reader for each element.

Left out is what a reader of the printed page does not see: tracked deletions, comments, hidden text, instructions of
fields, the readings of ruby, the second of two versions for older programs.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from citekit.documents.assemble import Block, Run
from citekit.documents.docx.fields import DEEPEST, Field, Fields, marks_of, paired
from citekit.documents.docx.numbering import Call, Event, PageBreak, SectionEnd
from citekit.documents.docx.styles import PLAIN, Look, Styles
from citekit.documents.docx.symbols import spelled, symbol
from citekit.documents.managers.cslcitation import from_tag
from citekit.documents.managers.items import Item
from citekit.documents.markup import attribute, child, local

if TYPE_CHECKING:
    from lxml import etree

SKIPPED = frozenset(
    {
        *("del", "moveFrom", "delText", "delInstrText"),  # tracked deletions
        *("rPr", "pPr", "tblPr", "trPr", "tcPr", "sdtPr", "sdtEndPr", "tblGrid", "fldData", "rubyPr", "rt"),
        *("footnoteRef", "endnoteRef", "annotationRef", "separator", "continuationSeparator", "softHyphen"),
        *("pgNum", "dayShort", "dayLong", "monthShort", "monthLong", "yearShort", "yearLong"),
    }
)
CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
"""Elements that stand for a character. A hyphen that does not break is a hyphen to everybody who reads."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """What the stories of a document share: its styles, Word's own sources by their tags, and the instructions of
    citations that are marked by bookmarks, by the bookmarks' names."""

    styles: Styles
    sources: Mapping[str, Item] = field(default_factory=dict)
    bookmarked: Mapping[str, str] = field(default_factory=dict)


@dataclass(slots=True, kw_only=True)
class Story:
    """The text of a part as it is read: `blocks` in order, and in `events` the call-outs with the ends of pages and
    sections between them. `links` are the part's hyperlinks by the identifiers of their relations."""

    setting: Setting
    links: Mapping[str, str]
    blocks: list[Block] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)
    fields: Fields
    runs: list[Run] = field(default_factory=list)
    boxes: list[Block] = field(default_factory=list)  # text boxes anchored in the paragraph
    paragraph: Look = PLAIN
    look: Look = PLAIN
    font: str = ""
    link: str = ""
    citation: str = ""
    listing: bool = False
    entry: bool = False  # the paragraph has text of a list of references
    typed: Call | None = None  # its own mark comes next
    bookmarks: dict[str, Field] = field(default_factory=dict)  # open ones that are citations

    def read(self, element: etree._Element) -> None:
        """An element, by the reader of its name; elements without one are read through."""
        name = local(element)
        if not name or name in SKIPPED:
            return
        if name in CHARACTERS:
            self.add(CHARACTERS[name])
            return
        reader = READERS.get(name)
        if reader:
            reader(self, element)
        else:
            self.read_all(element)

    def read_all(self, element: etree._Element | None) -> None:
        """All children of an element in order."""
        for part in element if element is not None else ():
            self.read(part)

    def close(self) -> None:
        """The paragraph ends, and with it a block; text boxes follow."""
        if self.runs:
            self.blocks.append(Block(runs=tuple(self.runs), heading=self.paragraph.heads, entry=self.entry))
        self.blocks += self.boxes
        self.runs, self.boxes, self.typed, self.entry = [], [], None, False

    def add(self, text: str) -> None:
        """Characters, to where they belong here: shown text, an instruction, the mark of a note."""
        if self.fields.instructs:
            self.fields.instruct(text)
        elif self.typed and not self.look.hidden:
            self.typed.mark += text
        elif text and not self.look.hidden:
            link, citation = self.link or self.fields.link, self.citation or self.fields.citation
            self.runs.append(Run(text=text, italic=bool(self.look.italic), link=link, citation=citation))
            self.entry = self.entry or self.listing or self.fields.lists


def story(root: etree._Element, setting: Setting, links: Mapping[str, str]) -> Story:
    """The story that an element holds.

    >>> from citekit.documents.markup import parse_xml
    >>> root = parse_xml(b"<body><p><r><t>One</t><tab/><t>two</t></r><del><r><t>gone</t></r></del></p></body>", "a")
    >>> [block.text for block in story(root, Setting(styles=Styles(None)), {}).blocks]
    ['One\\ttwo']
    """
    told = Story(setting=setting, links=links, fields=Fields(paired=paired(marks_of(root)), sources=setting.sources))
    told.read_all(root)
    told.close()
    return told


def _paragraph(told: Story, element: etree._Element) -> None:
    properties = child(element, "pPr")
    told.paragraph = told.setting.styles.paragraph(properties)
    told.read_all(element)
    section, mark = child(properties, "sectPr"), child(properties, "rPr")
    if section is not None:
        told.events.append(SectionEnd(properties=section))
    if mark is None or not any(local(part) in ("del", "moveFrom") for part in mark):
        told.close()  # if it is deleted, the next paragraph goes on with this one


def _section(told: Story, element: etree._Element) -> None:
    told.events.append(SectionEnd(properties=element))


def _run(told: Story, element: etree._Element) -> None:
    own = child(element, "rPr")
    properties = {local(part): part for part in own} if own is not None else {}
    fonts = properties.get("rFonts")
    before = told.look, told.font
    told.look = told.setting.styles.run(properties, told.paragraph)
    told.font = attribute(fonts, "ascii") if fonts is not None else ""
    told.read_all(element)
    told.look, told.font = before
    if told.typed and told.typed.mark.strip():
        told.typed = None


def _text(told: Story, element: etree._Element) -> None:
    text = element.text or ""
    told.add(spelled(told.font, text if attribute(element, "space") == "preserve" else text.strip(" \t\r\n")))


def _symbol(told: Story, element: etree._Element) -> None:
    code = attribute(element, "char")
    try:
        told.add(symbol(attribute(element, "font"), int(code, 16)))
    except ValueError:
        return


def _instruction(told: Story, element: etree._Element) -> None:
    told.fields.instruct(element.text or "")


def _field_mark(told: Story, element: etree._Element) -> None:
    told.add(told.fields.mark(element))


def _simple_field(told: Story, element: etree._Element) -> None:
    told.fields.simple(attribute(element, "instr"))
    told.read_all(element)
    told.fields.open.pop()


def _hyperlink(told: Story, element: etree._Element) -> None:
    before, told.link = told.link, told.links.get(attribute(element, "id"), told.link)
    told.read_all(element)
    told.link = before


def _bookmark(told: Story, element: etree._Element) -> None:
    """Zotero may mark a citation by a bookmark, and keep its data in the properties of the document."""
    instruction = told.setting.bookmarked.get(attribute(element, "name"))
    if instruction and len(told.fields.open) < DEEPEST:
        told.bookmarks[attribute(element, "id")] = told.fields.simple(instruction)


def _bookmark_end(told: Story, element: etree._Element) -> None:
    marked = told.bookmarks.pop(attribute(element, "id"), None)
    told.fields.open = [one for one in told.fields.open if one is not marked]


def _control(told: Story, element: etree._Element) -> None:
    """A content control: it may be a manager's citation or list of references."""
    properties = child(element, "sdtPr")
    tag = child(properties, "tag")
    name = attribute(tag, "val") if tag is not None else ""
    before = told.citation, told.listing
    told.citation = from_tag(name) or told.citation
    told.listing = told.listing or name.startswith("MENDELEY_BIBLIOGRAPHY")
    told.read_all(child(element, "sdtContent"))
    told.citation, told.listing = before


def _ruby(told: Story, element: etree._Element) -> None:
    told.read_all(child(element, "rubyBase"))


def _alternatives(told: Story, element: etree._Element) -> None:
    """The first version, or the one for older programs if it has no text."""
    versions = [part for part in element if local(part) in ("Choice", "Fallback")]
    with_text = (part for part in versions if next(part.iter("{*}t", "{*}txbxContent", "{*}sym"), None) is not None)
    told.read_all(next(with_text, versions[0] if versions else None))


def _row(told: Story, element: etree._Element) -> None:
    if child(element, "trPr", "del") is None:  # a deleted row
        told.read_all(element)


def _text_box(told: Story, element: etree._Element) -> None:
    inner = Story(
        setting=told.setting,
        links=told.links,
        events=told.events,
        fields=Fields(paired=told.fields.paired, sources=told.setting.sources),
    )
    inner.read_all(element)
    inner.close()
    told.boxes += inner.blocks


def _call(told: Story, element: etree._Element) -> None:
    if told.fields.instructs or told.look.hidden:
        return
    kind = local(element).removesuffix("Reference")
    typed = attribute(element, "customMarkFollows") not in ("", "0", "false", "off")
    call = Call(kind=kind, id=attribute(element, "id"), typed=typed)
    told.events.append(call)
    told.runs.append(Run(call=call.key))
    told.typed = call if typed else None


def _page(told: Story, element: etree._Element) -> None:
    told.events.append(PageBreak())


READERS: dict[str, Callable[[Story, etree._Element], None]] = {
    "p": _paragraph,
    "r": _run,
    "t": _text,
    "sym": _symbol,
    "instrText": _instruction,
    "fldChar": _field_mark,
    "fldSimple": _simple_field,
    "hyperlink": _hyperlink,
    "bookmarkStart": _bookmark,
    "bookmarkEnd": _bookmark_end,
    "sdt": _control,
    "ruby": _ruby,
    "AlternateContent": _alternatives,
    "tr": _row,
    "txbxContent": _text_box,
    "footnoteReference": _call,
    "endnoteReference": _call,
    "lastRenderedPageBreak": _page,
    "sectPr": _section,
}
