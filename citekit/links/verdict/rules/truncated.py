"""A file that breaks off: a PDF without its end, a document shorter than the server has said."""

from __future__ import annotations

from citekit.links.verdict.case import Case, Finding

END = b"%%EOF"  # ISO 32000, 7.5.5; readers look for it in the last kilobyte, some leave room for junk behind it
LAST = 4096
ARCHIVE_END = b"PK\x05\x06"  # of zip, and so of docx, xlsx, epub: in the last 64 KiB
ARCHIVE_LAST = 1 << 16


def truncated(case: Case) -> Finding | None:
    """The end of a file is looked for where it has been seen: in a whole body, or in a `tail`."""
    exchange = case.exchange
    if exchange.body[:5] != b"%PDF-" and exchange.body[:4] != b"PK\x03\x04":
        return None
    if exchange.cut:
        return Finding(cause="truncated", detail="the connection broke off before the end of the file")
    seen = exchange.body if exchange.complete else tail_of(case)
    if not seen:
        return None
    if exchange.body[:5] == b"%PDF-" and END not in seen[-LAST:]:
        return Finding(cause="truncated", detail="the PDF has no end")
    if exchange.body[:4] == b"PK\x03\x04" and ARCHIVE_END not in seen[-ARCHIVE_LAST:] and exchange.complete:
        return Finding(cause="truncated", detail="the file has no end")
    return None


def tail_of(case: Case) -> bytes:
    """The last bytes of the file, if the server gave just these."""
    return case.tail.body if case.tail and case.tail.status == 206 and case.tail.complete else b""


def wants_tail(case: Case) -> bool:
    """Whether a request for the last bytes would tell more: of a PDF too long to be taken whole."""
    exchange = case.exchange
    return exchange.status == 200 and exchange.body[:5] == b"%PDF-" and not exchange.complete and not exchange.cut
