"""A file's address that gives a web page now."""

from __future__ import annotations

import re
from posixpath import basename
from urllib.parse import unquote, urlsplit

from citekit.links.verdict.case import Case, Finding

_FILES = """
pdf doc docx xls xlsx ppt pptx odt ods odp rtf ps epub djvu zip gz tgz tar 7z rar csv
jpg jpeg png gif tif tiff webp mp3 mp4 avi mov wav hwp
"""
SUFFIX = re.compile(rf"\.({'|'.join(_FILES.split())})(?=[?#]|$)", re.IGNORECASE)
PDF_WITHIN = 1024  # bytes: readers find the header among the first


def wrong_kind(case: Case) -> Finding | None:
    """A web page in place of the file; unsure where it leads to such a file or bears the cited title."""
    exchange = case.exchange
    suffix = SUFFIX.search(case.link.url)
    if not suffix or exchange.status != 200 or not exchange.body:
        return None
    kind = suffix[1].lower()
    if case.html:
        if case.named or _leads_to_file(case, kind, basename(unquote(urlsplit(case.link.url).path))):
            return Finding(cause="landing", detail=f"a web page about the {kind} file, not the file")
        return Finding(cause="wrong-kind", detail=f"a web page, not a {kind} file")
    if kind == "pdf" and b"%PDF-" not in exchange.body[:PDF_WITHIN]:
        return Finding(cause="wrong-kind", detail=f"{exchange.media_type or 'something'}, not a PDF")
    return None


def _leads_to_file(case: Case, kind: str, name: str) -> bool:
    """Whether the page shows or links the file itself, here or elsewhere on its site."""
    for element, address in case.page.addresses:
        path = unquote(urlsplit(address).path) if address.startswith(("http", "/", ".", name[:1])) else address
        if basename(path).lower() == name.lower() or (element in ("iframe", "embed", "object") and path.endswith(kind)):
            return True
    return False
