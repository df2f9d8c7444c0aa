"""Draws PDF files that word processors do not make: `python hostile.py FOLDER` (needs reportlab)."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reportlab.pdfgen.canvas import Canvas

BODY = [
    "The clerks of the marsh ports wrote for one another.|{0}| Nobody",
    "audited the second ledger, and oil was dear in winter.|{1}| The",
    "channel silted up and the offices moved inland.",
]
NOTES = ["Ada Quill, Harbours (Marshford: Marsh Press, 1999), 31.", "Tomas Brede, Two Ledgers (Tidewater, 2004), 150."]


def canvas(path: Path, width: float, height: float, password: str | None = None) -> Canvas:
    """An empty page; reportlab is no dependency of the tests."""
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    lock = None if password is None else StandardEncryption(password, ownerPassword="owner")
    return Canvas(str(path), pagesize=(width, height), encrypt=lock)


def line(page: Canvas, x: float, y: float, text: str, size: float = 10) -> None:
    """A line of text; what stands between bars is small and raised."""
    for at, part in enumerate(text.split("|")):
        raised = at % 2
        page.setFont("Times-Roman", 0.6 * size if raised else size)
        page.drawString(x, y + (0.35 * size if raised else 0), part)
        x += page.stringWidth(part, "Times-Roman", 0.6 * size if raised else size)


def column(page: Canvas, x: float, top: float, marks: tuple[str, str], size: float = 10, rule: bool = False) -> None:
    """A column of the body, its notes below; without a rule only a gap parts them."""
    for at, text in enumerate(BODY):
        line(page, x, top - 12 * at, text.format(*marks), 10)
    if rule:
        page.line(x, top - 44, x + 60, top - 44)
    for at, (mark, text) in enumerate(zip(marks, NOTES, strict=True)):
        line(page, x, top - 56 - 12 * at, f"|{mark}|{text}", size)


def gap_only(path: Path) -> None:
    """Notes as large as the body, without a rule; a notice of the download at the margin and at the foot."""
    page = canvas(path, 330, 200)
    for marks in (("a", "b"), ("a", "b"), ("a", "b")):
        column(page, 30, 160, marks)
        line(page, 30, 12, "Downloaded from the Marsh Archive on 3 March 2020", 7)
        page.saveState()
        page.translate(12, 30)
        page.rotate(90)
        line(page, 0, 0, "Marsh Archive 2020.1234", 9)
        page.restoreState()
        page.showPage()
    page.save()


def turned(path: Path) -> None:
    """A page that is stored lying on its side."""
    page = canvas(path, 200, 330)
    page.setPageRotation(90)
    page.translate(200, 0)
    page.rotate(90)
    column(page, 30, 160, ("1", "2"), size=8, rule=True)
    page.save()


def three_columns(path: Path) -> None:
    """Three columns, the notes of each at its foot, numbered on."""
    page = canvas(path, 930, 200)
    for at, marks in enumerate((("1", "2"), ("3", "4"), ("5", "6"))):
        column(page, 30 + 295 * at, 160, marks, size=8, rule=True)
    page.save()


def vertical(path: Path) -> None:
    """Japanese from top to bottom, a list of notes at the end."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont

    pdfmetrics.registerFont(UnicodeCIDFont("HeiseiMin-W3"))
    page = canvas(path, 300, 260)
    columns = [
        "灯台の税は油で納められた（1）。",
        "換算の率は表紙の裏に書かれた（2）。",
        "注",
        "（1）例田一郎『灯台と税』南風社、二〇〇八年。",
        "（2）同上、一二頁。",
    ]
    for at, text in enumerate(columns):
        page.setFont("HeiseiMin-W3", 10)
        for down, char in enumerate(text):
            page.drawString(260 - 18 * at, 230 - 10 * down, char)
    page.save()


def locked(path: Path, password: str) -> None:
    page = canvas(path, 330, 200, password)
    column(page, 30, 160, ("*", "†"), size=8, rule=True)
    page.save()


def scan(path: Path) -> None:
    """A page that is an image."""
    page = canvas(path, 330, 200)
    page.drawInlineImage(str(Path(__file__).with_name("grey.png")), 20, 20, 290, 160)
    page.save()


def main() -> None:
    folder = Path(sys.argv[1])
    gap_only(folder / "gap-only.pdf")
    turned(folder / "turned.pdf")
    three_columns(folder / "three-columns.pdf")
    vertical(folder / "vertical-ja.pdf")
    locked(folder / "owner-locked.pdf", "")
    locked(folder / "locked.pdf", "secret")
    scan(folder / "scan.pdf")


if __name__ == "__main__":
    main()
