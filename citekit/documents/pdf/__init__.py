"""PDF: the text as it stands on the pages, and the notes by their geometry.

PDFium tells which characters stand where, in which size (`engine`). They are turned upright (`pieces`), become lines
with raised marks (`lines`) in columns (`columns`) on sheets without running heads (`sheets`, `furniture`). Notes are
looked for at the foot of each column (`zones`, `footnotes`) and in lists (`endnotes`); one is taken only if the body
calls it out (`marks`, `calls`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby

from citekit.documents.pdf.endnotes import find_endnotes
from citekit.documents.pdf.engine import MOST_CHARACTERS, open_pdf, read_pages
from citekit.documents.pdf.footnotes import find_footnotes
from citekit.documents.pdf.furniture import without_furniture
from citekit.documents.pdf.sheets import Sheet, sheet
from citekit.documents.pdf.writer import write
from citekit.model import CitekitError, Document, Message, Result

UNREAD = f"a page that is damaged or holds more than {MOST_CHARACTERS:,} characters is not read"


def read_pdf(data: bytes, name: str) -> Result[Document]:
    """A PDF as a document.

    Takes the bytes and what messages call the file. The text has a line for each line on the page, an empty one
    between paragraphs and before the notes of a page, and a form feed between pages; running heads and page numbers
    are left out. `notes` holds the notes whose call-outs are found; if there are none it is empty. Raises CitekitError
    for a file that is damaged, needs a password, or has no text.

    >>> read_pdf(b"%PDF-1.7 and nothing more", "a.pdf")
    Traceback (most recent call last):
    citekit.model.CitekitError: a.pdf: the PDF is damaged; download it again, or save it anew from a viewer
    """
    with open_pdf(data, name) as pdf:
        count = len(pdf)
        pages = list(read_pages(pdf, sheet))
    sheets = without_furniture([page for page in pages if page and page.columns])
    if not sheets and None in pages:
        raise CitekitError(f"{name}: no page can be read; {UNREAD}; save the file anew from a viewer")
    if not sheets:
        raise CitekitError(f"{name}: the PDF holds images and no text; run OCR over it (for example `ocrmypdf`)")
    footnotes = find_footnotes(sheets)
    document = write(name, sheets, footnotes, find_endnotes(sheets, footnotes))
    return Result(value=document, messages=tuple(_messages(document, pages, count)))


def _messages(document: Document, pages: Sequence[Sheet | None], count: int) -> Iterator[Message]:
    """What a person should know of the pages and notes."""
    if count > len(pages):
        yield Message(text=f"{document.name}: has {count} pages; only the first {len(pages)} are read; split the file")
    unread = [at for at, page in enumerate(pages, 1) if page is None]
    if unread:
        yield Message(text=f"{document.name}: page {_ranges(unread)} is left out; {UNREAD}")
    empty = [page.number for page in pages if page and not page.columns]
    if empty:
        yield Message(
            text=f"{document.name}: no text on page {_ranges(empty)}; if they are scans, run OCR over the file",
            level="info",
        )
    for note in document.notes:
        if note.call is None:
            text = f"no call-out found in the body for {note.marker} of page {note.span.page}"
            yield Message(text=text, note=note.number, span=note.span)


def _ranges(numbers: Sequence[int]) -> str:
    """Numbers as a person writes them.

    >>> _ranges([1, 3, 4, 5])
    '1, 3-5'
    """
    runs = [list(run) for _, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0])]
    return ", ".join(f"{run[0][1]}-{run[-1][1]}" if len(run) > 1 else str(run[0][1]) for run in runs)
