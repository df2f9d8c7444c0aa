"""Plain text, as it is copied out of a PDF or typed: decoded, line ends alike, cut into pages."""

from __future__ import annotations

import re
from itertools import pairwise
from statistics import median

from citekit.documents.encodings import decode
from citekit.model import CitekitError, Document, Result, Span

LINE_END = re.compile("\r\n|[\r\x0b\u0085\u2028]")
LOST_FORM_FEED = re.compile(r"(?<=[^\s])[ \t]*\n(?= [^\s])")
PAGE_LINES = 8  # what a page has at least, in the median, or the single blanks are no page breaks


def read_text(data: bytes, name: str) -> Result[Document]:
    """A plain text as a document.

    Takes the bytes in any encoding that `citekit.documents.encodings` knows; the one taken is in `encoding` and, if
    it is not UTF-8, in a message. Raises CitekitError for an empty file and for bytes that are no text.

    >>> document = read_text("正文。\\r\\n\\f第二页".encode("gb18030"), "a.txt").value
    >>> document.encoding, document.text, [document.text[p.start : p.end] for p in document.pages]
    ('GB18030', '正文。\\n\\x0c第二页', ['正文。\\n', '第二页'])
    """
    if not data.strip():
        raise CitekitError(f"{name}: the file is empty; give the article as a text file")
    decoded = decode(data, name)
    text = LINE_END.sub("\n", decoded.value.text)
    document = Document(name=name, text=text, encoding=decoded.value.encoding, pages=find_pages(text))
    return Result(value=document, messages=decoded.messages)


def find_pages(text: str) -> tuple[Span, ...]:
    """The pages of a text: after each form feed, else where the form feed has come out as a blank, else one.

    Some converters write the form feed as one blank at the head of the page's first line. That is taken for a
    page break if the line before is not empty, other lines do not begin so, and pages of a fair length come out.
    """
    starts = [0, *(m.end() for m in re.finditer("\f", text))]
    if len(starts) == 1:
        starts = [0, *_lost_breaks(text)]
    ends = [*(s - 1 if text[s - 1] == "\f" else s for s in starts[1:]), len(text)]
    lines = _line_numbers(text, starts)
    pages = [(s, e, n) for s, e, n in zip(starts, ends, lines, strict=True) if text[s:e].strip()]
    return tuple(Span(start=s, end=e, line=n, page=i) for i, (s, e, n) in enumerate(pages, 1))


def _lost_breaks(text: str) -> list[int]:
    """Where lines begin that have one blank for a lost form feed; none if they cannot be page breaks."""
    breaks = [match.end() for match in LOST_FORM_FEED.finditer(text)]
    edges = [0, *breaks, len(text)]
    if not breaks:
        return []
    sizes = [sum(bool(line.strip()) for line in text[a:b].split("\n")) for a, b in pairwise(edges)]
    return breaks if median(sizes) >= PAGE_LINES else []


def _line_numbers(text: str, offsets: list[int]) -> list[int]:
    """The numbers of the lines in which ascending offsets lie, counted from 1."""
    numbers, line, at = [], 1, 0
    for offset in offsets:
        line += text.count("\n", at, offset)
        at = offset
        numbers.append(line)
    return numbers
