"""An article of our own with twelve notes, in the formats that can hold living citations."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

import pytest

NOTES = (
    "陆行之：《潮汐与税关》，澄海出版社，2016年，第42页。",
    "参见温一舟：《小港的大账》，《远洋研究》，2019年第2期，第45页；另见沈墨白：《盐引与汇票》，晨星书局，2006年，第88页。",
    "本文所称“小账”是指不入正式账簿的款项。",
    "Nora Whitlock, *Ledgers of the Tide*, Marsh, 2009, p.64.",
    "See Ada Quill, “Cables and Harbours,” *Journal of Tides*, Vol. 3, No. 2, 2011, pp. 4-9, who disagrees with this"
    " view.",
    "「海上保安協力の概要」、外務省、2023年8月18日、<https://www.mofa.example/mofaj/a_o/page1_0001.html>。",
    "陆行之：《潮汐与税关》，第58页。",
    "同上，第60页。",
    "温一舟：《小港的大账》，《远洋研究》，2019年第2期，第47页。此文另有一说。",
    "林越：《海图与税则》，《港口史研究》，2020年第4期，第31页。",
    "同上，第60页。",
    "沈墨白：《盐引与汇票》，第90页。",
)
PIECES = re.compile(r"\*([^*]+)\*|<([^>]+)>|([^*<]+)")
WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
WORD += 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
PACKAGE = "http://schemas.openxmlformats.org/package/2006"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def pieces(note: str) -> list[tuple[str, str]]:
    """The pieces of a note, each with what it is: italic, a link, or text."""
    return [
        ("i", found[1]) if found[1] else ("a", found[2]) if found[2] else ("", found[3])
        for found in PIECES.finditer(note)
    ]


def run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def word_note(note: str, number: int) -> str:
    """A footnote: text cut into runs as Word cuts it, titles in italics, addresses as hyperlinks."""
    runs = ['<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>', run(" ")]
    for kind, text in pieces(note):
        if kind == "a":
            runs.append(f'<w:hyperlink r:id="rId9">{run(text)}</w:hyperlink>')
        elif kind == "i":
            runs.append(run(text, "<w:rPr><w:i/></w:rPr>"))
        else:
            half = len(text) // 2
            runs += [
                run(text[:half], '<w:rPr><w:lang w:val="zh-CN"/></w:rPr>'),
                '<w:bookmarkStart w:id="1" w:name="x"/>',
            ]
            runs += ['<w:bookmarkEnd w:id="1"/>', run(text[half:])]
    paragraph = f'<w:p><w:pPr><w:pStyle w:val="FootnoteText"/></w:pPr>{"".join(runs)}</w:p>'
    return f'<w:footnote w:id="{number}">{paragraph}</w:footnote>'


def docx(notes: tuple[str, ...] = NOTES) -> bytes:
    """A DOCX without custom properties; a comment and an unknown part are in it as well."""
    called = "".join(
        f'{run(f"句子{n}。")}<w:r><w:footnoteReference w:id="{n}"/></w:r>' for n in range(1, len(notes) + 1)
    )
    body = f"<w:body><w:p>{called}</w:p><w:sectPr/></w:body>"
    rules = '<w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>'
    whole = "".join(word_note(note, number) for number, note in enumerate(notes, 1))
    main = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    parts = {
        "[Content_Types].xml": f'{HEAD}<Types xmlns="{PACKAGE}/content-types"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{main}.document.main+xml"/>'
        f'<Override PartName="/word/footnotes.xml" ContentType="{main}.footnotes+xml"/></Types>',
        "_rels/.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId1" '
        f'Type="{OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>',
        "word/document.xml": f"{HEAD}<w:document {WORD}>{body}</w:document>",
        "word/footnotes.xml": f"{HEAD}<!-- mine --><w:footnotes {WORD}>{rules}{whole}</w:footnotes>",
        "word/_rels/document.xml.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships"><Relationship Id="rId2" '
        f'Type="{OFFICE}/footnotes" Target="footnotes.xml"/></Relationships>',
        "word/_rels/footnotes.xml.rels": f'{HEAD}<Relationships xmlns="{PACKAGE}/relationships">'
        f'<Relationship Id="rId9" Type="{OFFICE}/hyperlink" TargetMode="External" '
        'Target="https://www.mofa.example/mofaj/a_o/page1_0001.html"/>'
        "</Relationships>",
        "word/media/mine.bin": "\x00\x01 as it is",
    }
    return packed(parts)


def odt(notes: tuple[str, ...] = NOTES) -> bytes:
    space = "urn:oasis:names:tc:opendocument:xmlns"
    names = f'xmlns:office="{space}:office:1.0" xmlns:text="{space}:text:1.0" xmlns:meta="{space}:meta:1.0" '
    names += f'xmlns:style="{space}:style:1.0" xmlns:fo="{space}:xsl-fo-compatible:1.0" '
    names += 'xmlns:xlink="http://www.w3.org/1999/xlink"'
    tags = {"": ("", ""), "i": ('<text:span text:style-name="I">', "</text:span>")}
    tags["a"] = ('<text:a xlink:href="https://www.mofa.example/mofaj/a_o/page1_0001.html">', "</text:a>")
    text = ""
    for number, note in enumerate(notes, 1):
        inner = "".join(f"{tags[kind][0]}{escape(piece)}{tags[kind][1]}" for kind, piece in pieces(note))
        text += f'句子{number}。<text:note text:id="f{number}" text:note-class="footnote"><text:note-citation>{number}'
        text += f"</text:note-citation><text:note-body><text:p>{inner}</text:p></text:note-body></text:note>"
    styles = '<office:automatic-styles><style:style style:name="I" style:family="text"><style:text-properties '
    styles += 'fo:font-style="italic"/></style:style></office:automatic-styles>'
    body = f"<office:body><office:text><text:p>{text}</text:p></office:text></office:body>"
    return packed(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "content.xml": f"{HEAD}<office:document-content {names}>{styles}{body}</office:document-content>",
            "meta.xml": f"{HEAD}<office:document-meta {names}><office:meta/></office:document-meta>",
        }
    )


def markdown(notes: tuple[str, ...] = NOTES) -> bytes:
    calls = "".join(f"句子{number}。[^{number}]" for number in range(1, len(notes) + 1))
    return (calls + "\n\n" + "\n\n".join(f"[^{n}]: {note}" for n, note in enumerate(notes, 1)) + "\n").encode()


def latex(notes: tuple[str, ...] = NOTES) -> bytes:
    shapes = {"": "{}", "i": "\\emph{{{}}}", "a": "\\url{{{}}}"}
    text = ""
    for number, note in enumerate(notes, 1):
        inner = "".join(shapes[kind].format(piece) for kind, piece in pieces(note))
        text += f"句子{number}。\\footnote{{{inner}}}\n"
    return f"\\documentclass{{article}}\n\\begin{{document}}\n{text}\\end{{document}}\n".encode()


def packed(parts: dict[str, str]) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, text in parts.items():
            archive.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), text)
    return written.getvalue()


MAKERS: dict[str, Callable[..., bytes]] = {".docx": docx, ".odt": odt, ".md": markdown, ".tex": latex}


@pytest.fixture
def make(tmp_path: Path) -> Callable[..., Path]:
    """Writes an article in the format of a suffix, with our notes or others."""

    def made(suffix: str, *notes: str) -> Path:
        path = tmp_path / f"article{suffix}"
        path.write_bytes(MAKERS[suffix](notes or NOTES))
        return path

    return made
