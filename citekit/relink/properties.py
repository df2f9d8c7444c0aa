"""The custom properties of a DOCX (ISO/IEC 29500-1, 22.3): Zotero's are put in, those that are there stay."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from citekit.documents.archive import Archive
from citekit.documents.markup import attribute, editable_xml, local, serialised
from citekit.relink.cslfield import PROPERTY

if TYPE_CHECKING:
    from lxml import etree

PART = "docProps/custom.xml"
TYPES, RELATIONS = "[Content_Types].xml", "_rels/.rels"
PROPERTIES = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
VARIANTS = "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"
CONTENT = "application/vnd.openxmlformats-officedocument.custom-properties+xml"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties"
FORMAT = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}"
"""The id of the set of properties that Word shows as custom (22.3.2.2)."""
FIRST = 2
"""The first number that a property may have."""


def custom_parts(archive: Archive, part: str, properties: Iterable[tuple[str, str]]) -> dict[str, bytes]:
    """The parts of the package to write so that it has these properties. `part` is the one that holds them, empty if
    there is none yet; a document that is Zotero's already keeps what it has."""
    from lxml import etree

    name = part or PART
    if part and part in archive:
        root = editable_xml(archive.read(part), part)
    else:
        root = etree.fromstring(f'<Properties xmlns="{PROPERTIES}" xmlns:vt="{VARIANTS}"/>')
    if any(attribute(one, "name").startswith(PROPERTY) for one in root):
        return {}
    taken = [int(pid) for one in root if (pid := attribute(one, "pid")).isdecimal()]
    for number, (called, value) in enumerate(properties, max([FIRST - 1, *taken]) + 1):
        one = etree.SubElement(root, f"{{{PROPERTIES}}}property", fmtid=FORMAT, pid=str(number), name=called)
        etree.SubElement(one, f"{{{VARIANTS}}}lpwstr").text = value
    return {name: serialised(root)} | ({} if part else _named(archive, name))


def _named(archive: Archive, part: str) -> dict[str, bytes]:
    """The tables of the package, with a part that is new."""
    types, relations = (editable_xml(archive.read(table), table) for table in (TYPES, RELATIONS))
    _add(types, "Override", PartName=f"/{part}", ContentType=CONTENT)
    ids = {attribute(relation, "Id") for relation in relations}
    free = next(name for number in range(1, len(ids) + 2) if (name := f"rId{number}") not in ids)
    _add(relations, "Relationship", Id=free, Type=RELATION, Target=part)
    return {TYPES: serialised(types), RELATIONS: serialised(relations)}


def _add(table: etree._Element, name: str, **values: str) -> None:
    from lxml import etree

    space = str(table.tag).removesuffix(local(table))
    etree.SubElement(table, f"{space}{name}", values)
