"""EPUB: the pages of a book in reading order, read as web pages.

EPUB 3.3 (and 2.0.1): META-INF/container.xml names the package document, its spine the pages; a page that the spine
leaves out is still read, behind the others, for it may hold the notes.
"""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import dirname, join, normpath
from typing import TYPE_CHECKING
from urllib.parse import unquote

from citekit.documents.archive import Archive
from citekit.documents.html import document_of
from citekit.documents.html.charset import decode_page
from citekit.documents.html.pages import Page
from citekit.documents.markup import LARGEST, local, parse_xhtml, parse_xml
from citekit.model import CitekitError, Document, Message, Result

if TYPE_CHECKING:
    from lxml import etree

MEDIA_TYPE = "application/epub+zip"
CONTAINER = "META-INF/container.xml"
ENCRYPTION = "META-INF/encryption.xml"
PAGE_TYPES = ("application/xhtml+xml", "text/html", "application/x-dtbook+xml", "text/x-oeb1-document")
PAGE_SUFFIXES = (".xhtml", ".html", ".htm", ".xht")


def read_epub(data: bytes, name: str) -> Result[Document]:
    """Reads a book or article in EPUB.

    Takes its bytes and what messages call it. Raises CitekitError for what is no EPUB, is protected, or unpacks to
    more than a book can be; a page that is missing or broken is said in a message.
    """
    archive = Archive(data, name)
    messages: list[Message] = []
    paths, sheets = _package(archive, name, messages)
    pages = list(_pages(archive, name, paths, messages))
    if not pages:
        raise CitekitError(f"{name}: holds no page that can be read; convert the book with its publisher's software")
    css = "\n".join((archive.find(sheet) or b"").decode("utf-8", "replace") for sheet in sheets)
    return Result(value=document_of(pages, name, MEDIA_TYPE, css), messages=tuple(messages))


def _package(archive: Archive, name: str, messages: list[Message]) -> tuple[list[str], list[str]]:
    """The paths of the pages in reading order, and those of the style sheets."""
    try:
        package = next(_package_paths(archive, name))
        root = parse_xml(archive.read(package), f"{name}: {package}")
    except (StopIteration, KeyError, CitekitError):
        messages.append(Message(text=f"{name}: has no package document; its pages are read in the order of the file"))
        return [path for path in archive if path.lower().endswith(PAGE_SUFFIXES)], []
    items = {item.get("id"): item for item in root.iter("{*}item")}
    spine = [items[ref.get("idref")] for ref in root.iter("{*}itemref") if ref.get("idref") in items]
    others = [item for item in items.values() if item not in set(spine)]
    contents = {item for item in items.values() if "nav" in (item.get("properties") or "").split()}
    pages = [item for item in (*spine, *others) if item.get("media-type") in PAGE_TYPES and item not in contents]
    sheets = [item for item in items.values() if item.get("media-type") == "text/css"]
    return [_path(package, item) for item in pages], [_path(package, item) for item in sheets]


def _package_paths(archive: Archive, name: str) -> Iterator[str]:
    """Where the package document is: as the container says, otherwise by its suffix."""
    if CONTAINER in archive:
        for found in parse_xml(archive.read(CONTAINER), f"{name}: {CONTAINER}").iter("{*}rootfile"):
            yield normpath(found.get("full-path") or "")
    yield from (path for path in archive if path.endswith(".opf"))


def _path(package: str, item: etree._Element) -> str:
    return normpath(join(dirname(package), unquote(item.get("href") or "")))


def _pages(archive: Archive, name: str, paths: list[str], messages: list[Message]) -> Iterator[Page]:
    known = {path.casefold(): path for path in archive}
    protected = _protected(archive, name)
    size = 0
    for path in dict.fromkeys(paths):
        at = path if path in archive else known.get(path.casefold(), "")
        if path in protected:
            raise CitekitError(f"{name}: is protected (DRM), {path} cannot be read; give an unprotected copy")
        if not at:
            messages.append(Message(text=f"{name}: {path} is missing in the book; download it again"))
            continue
        content = archive.read(at)
        size += len(content)
        if size > LARGEST:
            raise CitekitError(f"{name}: holds more than {LARGEST // 2**20} MB of text; give the article alone")
        try:
            yield Page(path=path, root=parse_xhtml(decode_page(content, name).value.text, f"{name}: {path}"))
        except CitekitError as error:
            messages.append(Message(text=f"{error}"))


def _protected(archive: Archive, name: str) -> set[str]:
    """The files that are encrypted; fonts often are, and do no harm."""
    if ENCRYPTION not in archive:
        return set()
    root = parse_xml(archive.read(ENCRYPTION), f"{name}: {ENCRYPTION}")
    return {unquote(at.get("URI") or "") for at in root.iter() if local(at) == "CipherReference"}
