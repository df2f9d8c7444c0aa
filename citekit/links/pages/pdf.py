"""What a PDF says of itself: its information dictionary (ISO 32000-1, 14.3.3), unless junk, and its first page."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from statistics import median
from typing import TYPE_CHECKING

from citekit.languages.words import language_of
from citekit.links.pages.dates import declared, printed_day
from citekit.links.pages.facts import PageFacts
from citekit.links.pages.meta import persons
from citekit.links.pages.titles import without_site
from citekit.model import CitekitError, Date

if TYPE_CHECKING:
    from pypdfium2 import PdfDocument

    from citekit.documents.pdf.lines import Line

# Titles that programs write: a pattern of the whole title, and where it comes from.
JUNK: tuple[tuple[str, str], ...] = (
    (r"(?:microsoft )?(?:word|powerpoint|excel|office) ?[-–:].*", "Office prints Microsoft Word - x.doc"),
    (r".*\.(?:docx?|pptx?|xlsx?|odt|rtf|indd|qx[pd]|p65|tex|dvi|pdf|jtdc?|hwpx?|wps|ai|fm|pub|html?|txt)", "files"),
    (r"untitled(?:[-_ ]?\d*)|無題|无标题|無標題|名称未設定.*|タイトルなし|제목 ?없음", "nobody gave a title"),
    (r"(?:document|doc|presentation|slide|print|layout|book|sheet|scan|img)[-_ ]?\d*", "a default name"),
    (r"(?:文書|文档|新建.*|스캔|문서)[-_ ]?\d*", "the same in Chinese, Japanese and Korean"),
    (
        r"(?:powerpoint|slide) (?:presentation|プレゼンテーション)|powerpoint 演示文稿|(?:幻灯片|スライド) ?\d*",
        "slides",
    ),
    (r"[\W\d_]*|[0-9a-f-]{16,}|[a-z]{0,3}[\d_.-]{4,}|\S*[\\/]\S*", "numbers, hashes, paths"),
    (r"(?:acrobat|adobe|distiller|latex|pdftex|ghostscript|quark|indesign)\b.*", "the program itself"),
    (r"1|test|テスト|title|タイトル|標題|标题|主题|件名|subject|author", "a placeholder"),
)
_JUNK = re.compile("|".join(f"(?:{pattern})" for pattern, _ in JUNK), re.IGNORECASE)
_CREATED = re.compile(r"D?:?\s*([12]\d{3})(\d{2})?(\d{2})?")
LARGER = 1.12
"""How much larger than the body the type of a heading is at least."""
HEAD = 12
"""Lines at the head of the first page."""
ALONE = 36
"""Characters of a line that holds a day and hardly anything else."""
LONGEST = 300
"""Characters of a title at most."""


def read_pdf(body: bytes, content_type: str, sites: Collection[str]) -> PageFacts:
    """The facts of a PDF; of one that cannot be opened nothing but its kind. Never raises."""
    from citekit.documents.pdf.engine import open_pdf

    try:
        pdf = open_pdf(body, "the PDF")
    except CitekitError:
        return PageFacts(kind="pdf")
    try:
        return _facts(pdf, sites)
    finally:
        pdf.close()


def _facts(pdf: PdfDocument, sites: Collection[str]) -> PageFacts:
    declared_ones = pdf.get_metadata_dict()
    lines = _first_page(pdf)
    heading, text = _heading(lines), "\n".join(line.text for line in lines)
    title = without_site(tidy(declared_ones.get("Title", "")), sites)
    title = title if title and not _mangled(title) and _stands_in(title, text) else heading or title
    day = _day(lines)
    return PageFacts(
        kind="pdf",
        title=title,
        heading=heading,
        authors=persons([_sane(declared_ones.get("Author", ""))]),
        date=day or _created(declared_ones.get("CreationDate", "")),
        file_date=day is None,
        language=language_of(title or text[:500]) if title or text else "",
        pages=len(pdf),
    )


def tidy(title: str) -> str:
    """A title that a person wrote; empty for what programs write.

    >>> tidy("Microsoft Word - 首脳声明.doc"), tidy("untitled"), tidy("100541771.indd"), tidy(" The  Spirit of Camp ")
    ('', '', '', 'The Spirit of Camp')
    """
    text = _sane(title)
    return "" if _JUNK.fullmatch(text) or len(text) > LONGEST else text


def _sane(text: str) -> str:
    return " ".join(re.sub(r"[\x00-\x1f\ufeff\ufffe\ufffd]", " ", text).split())


def _mangled(title: str) -> bool:
    """Whether a title is text in an encoding that nobody has declared: ŠO–±È for 外務省."""
    odd = sum("\x80" <= char <= "\xff" or char in "–—•…‰‹›Š™" for char in title)
    return odd > len(title) / 3


def _stands_in(title: str, text: str) -> bool:
    """Whether the first page knows the title; always if there is no text to tell."""
    from citekit.languages.fold import letters

    wanted, there = letters(title), letters(text)
    return not there or wanted in there or wanted[:12] in there or len(wanted) > 20


def _day(lines: Sequence[Line]) -> Date | None:
    """The day that stands at the head of the page, or on a line of its own."""
    head = (line.text for line in lines[:HEAD])
    alone = (line.text for line in lines[HEAD:] if len(line.text.strip()) < ALONE)
    return next((day for text in (*head, *alone) if len(text) < 2 * ALONE and (day := printed_day(text))), None)


def _created(raw: str) -> Date | None:
    match = _CREATED.match(raw.strip())
    return declared("-".join(part for part in match.groups() if part)) if match else None


def _first_page(pdf: PdfDocument) -> Sequence[Line]:
    """The lines of the first page that has text, of the first three."""
    from citekit.documents.pdf.engine import read_pages
    from citekit.documents.pdf.sheets import sheet

    for at, found in enumerate(read_pages(pdf, sheet)):
        if found and (lines := found.from_top()):
            return lines
        if at > 1:
            break
    return ()


def _heading(lines: Sequence[Line]) -> str:
    """The lines in the largest type, if it is larger than that of most of the text; they stand together."""
    worded = [line for line in lines if re.search(r"[^\W\d_]{2}|[\u3040-\u9fff]", line.text)]
    if not worded:
        return ""
    usual = median(size for line in worded for size in [line.size] * max(1, len(line.text)))
    largest = max(line.size for line in worded)
    if largest < usual * LARGER and len(worded) > 3:
        return _sane(worded[0].text) if len(worded[0].text) < LONGEST / 3 else ""
    first = next(at for at, line in enumerate(worded) if line.size > largest * 0.97)
    parts = [worded[first]]
    for line in worded[first + 1 :]:
        if line.size < largest * 0.97 or line.y - parts[-1].y > 2 * largest:
            break
        parts.append(line)
    return _joined([_sane(line.text) for line in parts])[:LONGEST]


def _joined(parts: Sequence[str]) -> str:
    """Lines as one; between two CJK letters without a blank."""
    joined = parts[0]
    for part in parts[1:]:
        wide = re.fullmatch(r"[\u3000-\u9fff\uff00-\uffef]{2}", joined[-1:] + part[:1])
        joined += part if wide else f" {part}"
    return joined
