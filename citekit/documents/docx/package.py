"""The parts of an OPC package (ISO/IEC 29500-2): found by their relationships, whatever they are called."""

from __future__ import annotations

from collections.abc import Iterator
from posixpath import basename, dirname, join, normpath
from typing import TYPE_CHECKING

from citekit.documents.archive import Archive
from citekit.documents.markup import attribute, child, local, parse_xml
from citekit.model import CitekitError

if TYPE_CHECKING:
    from lxml import etree

ROOT = ""
"""The name under which the package's own relationships stand."""


class Package:
    """A DOCX file: its main part and those that it names, as parsed XML."""

    def __init__(self, data: bytes, name: str) -> None:
        self._archive = Archive(data, name)
        self._name = name
        self.main = self._main()

    def body(self) -> etree._Element:
        """The root of the main part. Raises CitekitError if it is not that of a text."""
        root = parse_xml(self._archive.read(self.main), f"{self._name}: {self.main}")
        if local(root) != "document" or child(root, "body") is None:
            raise CitekitError(f"{self._name}: {self.main} holds no text; save or download the file again")
        return root

    def xml(self, part: str) -> etree._Element | None:
        """The root of a part, None if the package has no such part."""
        data = self._archive.find(part)
        return None if data is None else parse_xml(data, f"{self._name}: {part}")

    def all(self, kind: str, of: str) -> Iterator[etree._Element]:
        """The elements below the root of the part in a relation to another; none if there is no such part."""
        part = self.part(kind, of)
        root = self.xml(part) if part else None
        return iter(root if root is not None else ())

    def part(self, kind: str, of: str | None = None) -> str:
        """The name of the part that stands in a relation (`styles`, `footnotes`) to the main part; empty for none."""
        of = self.main if of is None else of
        return next((target for k, _, target, inside in self._relations(of) if k == kind and inside), "")

    def related(self, kind: str) -> Iterator[tuple[str, str]]:
        """The identifier and the part of each relation of this kind of the main part."""
        return ((key, target) for k, key, target, inside in self._relations(self.main) if k == kind and inside)

    def links(self, part: str) -> dict[str, str]:
        """The addresses that hyperlinks of a part lead to, by the identifiers of the relations."""
        return {
            key: target for kind, key, target, inside in self._relations(part) if kind == "hyperlink" and not inside
        }

    def _relations(self, part: str) -> Iterator[tuple[str, str, str, bool]]:
        """The kind, identifier and target of the relations of a part, and whether the target is in the package."""
        place = dirname(part)
        data = self._archive.find(join(place, "_rels", basename(part) + ".rels"))
        if data is None:
            return
        for relation in parse_xml(data, f"{self._name}: relations of {part or 'the package'}"):
            if local(relation) == "Relationship":
                target = attribute(relation, "Target")
                inside = attribute(relation, "TargetMode") != "External"
                if inside:
                    target = normpath(join("/", place, target)).lstrip("/")
                yield attribute(relation, "Type").rpartition("/")[2], attribute(relation, "Id"), target, inside

    def _main(self) -> str:
        found = self.part("officeDocument", ROOT) or "word/document.xml"
        if found not in self._archive:
            raise CitekitError(f"{self._name}: has no {found}, so it is no DOCX or damaged; save or download it again")
        return found
