"""Makes the sources of the PDF files out of the invented texts beside it: `python make.py FOLDER`.

In a text `^` encloses a note, `*` a title in italics, `#` opens a heading; empty lines part paragraphs.
"""

from __future__ import annotations

import sys
from pathlib import Path
from string import Template
from xml.sax.saxutils import escape

HERE = Path(__file__).parent
CIRCLED = "①, ②, ③, ..."


def paragraphs(name: str) -> list[str]:
    return (HERE / f"{name}.txt").read_text("utf-8").strip().split("\n\n")


def emphasised(text: str, begin: str, end: str) -> str:
    """The text with marks around what stands between asterisks."""
    parts = text.split("*")
    return "".join(f"{begin}{part}{end}" if at % 2 else part for at, part in enumerate(parts))


def word_paragraph(text: str, kind: str) -> str:
    """A paragraph of flat OpenDocument with its notes."""
    style = "Heading" if text.startswith("#") else "Standard"
    whole = ""
    for at, part in enumerate(text.lstrip("#").split("^")):
        shown = emphasised(escape(part), '<text:span text:style-name="E">', "</text:span>")
        if at % 2:
            body = f'<text:note-body><text:p text:style-name="Footnote">{shown}</text:p></text:note-body>'
            shown = f'<text:note text:note-class="{kind}"><text:note-citation/>{body}</text:note>'
        whole += shown
    return f'<text:p text:style-name="{style}">{whole}</text:p>'


def word(text: str, kind: str = "footnote", **options: object) -> str:
    """A flat OpenDocument file; options are sizes, columns and the form of the numbers."""
    settings = {"body": 11, "note": 9, "form": "1", "restart": "document", "columns": 1, "head": "Coastal Studies 31"}
    written = "\n".join(word_paragraph(each, kind) for each in paragraphs(text))
    return Template((HERE / "template.fodt").read_text("utf-8")).substitute(settings | options, text=written)


def web(text: str, heading: str) -> str:
    """A web page with its notes in a list under a heading."""
    body, notes = [], []
    for each in paragraphs(text):
        whole = ""
        for at, part in enumerate(each.lstrip("#").split("^")):
            shown = emphasised(escape(part), "<i>", "</i>")
            if at % 2:
                notes.append(f"<li>{shown}</li>")
                shown = f"<sup>{len(notes)}</sup>"
            whole += shown
        body.append(f"<h2>{whole}</h2>" if each.startswith("#") else f"<p>{whole}</p>")
    style = "@page { size: A5; margin: 16mm } body { font: 11pt 'Liberation Serif' } li { font-size: 9pt }"
    listed = f"<h2>{heading}</h2><ol>{''.join(notes)}</ol>"
    return f"<!doctype html><meta charset=utf-8><title>.</title><style>{style}</style>{''.join(body)}{listed}"


def typst(text: str, settings: str) -> str:
    """A Typst document with its notes."""
    body = []
    for each in paragraphs(text):
        parts = [emphasised(part, "#emph[", "]") for part in each.lstrip("#").split("^")]
        whole = "".join(f"#footnote[{part}]" if at % 2 else part for at, part in enumerate(parts))
        body.append(("= " if each.startswith("#") else "") + whole.replace("//", "\\/\\/"))
    return settings + "\n\n".join(body) + "\n"


TYPST = """\
#set page(width: 148mm, height: 150mm, margin: 14mm, columns: 2)
#set text(size: 9pt, font: "Liberation Serif")
#set par(justify: true)

"""


def main() -> None:
    folder = Path(sys.argv[1])
    files = {
        "word-latin.fodt": word("latin"),
        "word-samesize.fodt": word("latin", note=11),
        "word-endnotes.fodt": word("latin", kind="endnote"),
        "word-columns.fodt": word("latin", columns=2, body=9, note=8),
        "word-zh.fodt": word("chinese", form=CIRCLED, restart="page", head="海税研究 2021年第3期"),
    }
    files |= {"web-endnotes.html": web("latin", "Notes"), "typst-columns.typ": typst("latin", TYPST)}
    for name, text in files.items():
        (folder / name).write_text(text, "utf-8")


if __name__ == "__main__":
    main()
