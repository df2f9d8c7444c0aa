"""DOCX and ODT: golden cases, hostile and damaged files.

A case in tests/cases/word is a small invented article that a person can read: comment lines (#), then the parts of the
file, each under its name (`--- word/document.xml`; the elements that hold it all are left out), a line of equals
signs, and what is read: the text of the body, the notes as `number | marker | words before the call-out | text`, the
entries of the list of references, and under each what the format says of stretches of it. `--- links PART` lists the
hyperlinks of a part: identifier and address. Write the second half anew with
`pytest tests/documents --golden-update`, then read the difference.
"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import citekit
from citekit.documents import read
from citekit.model import CitekitError, Document, Note

CASES = sorted((Path(__file__).parents[1] / "cases" / "word").glob("*.txt"))
RULER = "=" * 40
PART = re.compile(r"^--- (.+)\n", re.M)

OOXML = "http://schemas.openxmlformats.org"
W = {
    "w": f"{OOXML}/wordprocessingml/2006/main",
    "r": f"{OOXML}/officeDocument/2006/relationships",
    "m": f"{OOXML}/officeDocument/2006/math",
    "mc": f"{OOXML}/markup-compatibility/2006",
    "wp": f"{OOXML}/drawingml/2006/wordprocessingDrawing",
    "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
    "v": "urn:schemas-microsoft-com:vml",
}
RELATIONS = f"{OOXML}/officeDocument/2006/relationships"
PACKAGE = f' xmlns="{OOXML}/package/2006/relationships"'
HOLDERS = {
    "word/document.xml": "<w:document{ns}><w:body>{content}</w:body></w:document>",
    "word/footnotes.xml": "<w:footnotes{ns}>{content}</w:footnotes>",
    "word/endnotes.xml": "<w:endnotes{ns}>{content}</w:endnotes>",
    "word/styles.xml": "<w:styles{ns}>{content}</w:styles>",
    "word/settings.xml": "<w:settings{ns}>{content}</w:settings>",
    "word/header1.xml": "<w:hdr{ns}>{content}</w:hdr>",
    "docProps/custom.xml": "<Properties>{content}</Properties>",
    "customXml/item1.xml": "<b:Sources xmlns:b='b'>{content}</b:Sources>",
}
KINDS = {"word/header1.xml": "header", "customXml/item1.xml": "customXml"}

ODF = "urn:oasis:names:tc:opendocument:xmlns"
O = {  # noqa: E741 - the other of the two formats
    **{name: f"{ODF}:{name}:1.0" for name in ("office", "style", "text", "table", "meta")},
    "draw": f"{ODF}:drawing:1.0",
    "fo": f"{ODF}:xsl-fo-compatible:1.0",
    "field": "urn:openoffice:names:experimental:ooo-ms-interop:xmlns:field:1.0",
    "xlink": "http://www.w3.org/1999/xlink",
    "math": "http://www.w3.org/1998/Math/MathML",
}
ODT_PARTS = ("styles", "automatic-styles", "text")


def namespaces(names: dict[str, str]) -> str:
    return "".join(f' xmlns:{prefix}="{name}"' for prefix, name in names.items())


def packed(parts: dict[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, text in parts.items():
            made.writestr(zipfile.ZipInfo(name), text.encode(), zipfile.ZIP_DEFLATED)
    return out.getvalue()


def docx(parts: dict[str, str], strict: bool = False) -> bytes:
    """A DOCX of these parts, with the relations between them; in the namespaces of strict OOXML if asked for."""
    ns = namespaces(W)
    made = {}
    links = {name.removeprefix("links "): text.split("\n") for name, text in parts.items() if name.startswith("links ")}
    for name, text in parts.items():
        if name in HOLDERS:
            made[name] = HOLDERS[name].format(ns=ns, content=text)
    inner = [(KINDS.get(name, Path(name).stem), name) for name in made if name != "word/document.xml"]
    for source in ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml"):
        rows = [line.split() for line in links.get(source, ()) if line]
        relations = [
            f'<Relationship Id="{a}" Type="{RELATIONS}/hyperlink" Target="{b}" TargetMode="External"/>' for a, b in rows
        ]
        if source == "word/document.xml":
            relations += [
                f'<Relationship Id="in{at}" Type="{RELATIONS}/{kind}" Target="/{name}"/>'
                for at, (kind, name) in enumerate(inner)
                if kind != "custom"
            ]
        if relations:
            made[f"word/_rels/{Path(source).name}.rels"] = (
                f"<Relationships{PACKAGE}>{''.join(relations)}</Relationships>"
            )
    made["_rels/.rels"] = (
        f'<Relationships{PACKAGE}><Relationship Id="a" Type="{RELATIONS}/officeDocument" Target="word/document.xml"/>'
        f'<Relationship Id="b" Type="{RELATIONS}/custom-properties" Target="docProps/custom.xml"/></Relationships>'
    )
    made["[Content_Types].xml"] = content_types(made)
    if strict:
        made = {
            name: text.replace(OOXML, "http://purl.oclc.org/ooxml").replace("/2006/", "/")
            for name, text in made.items()
        }
    return packed(made)


def content_types(parts: Iterable[str]) -> str:
    """What programs ask for that open the file; our reader goes by the relations alone."""
    office = "application/vnd.openxmlformats-officedocument"
    named = {name: Path(name).stem.rstrip("1") for name in parts if name.startswith("word/") and name.endswith(".xml")}
    kinds = {name: f"{office}.wordprocessingml.{kind}" for name, kind in named.items()}
    kinds["word/document.xml"] += ".main"
    kinds["docProps/custom.xml"] = f"{office}.custom-properties"
    rows = "".join(f'<Override PartName="/{name}" ContentType="{kind}+xml"/>' for name, kind in kinds.items())
    return (
        f'<Types xmlns="{OOXML}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{rows}</Types>'
    )


def fodt(parts: dict[str, str]) -> str:
    meta, styles, automatic, text = (parts.get(name, "") for name in ("meta", "styles", "automatic-styles", "text"))
    return (
        f"<office:document{namespaces(O)}><office:meta>{meta}</office:meta><office:styles>{styles}</office:styles>"
        f"<office:automatic-styles>{automatic}</office:automatic-styles>"
        f"<office:body><office:text>{text}</office:text></office:body></office:document>"
    )


def odt(parts: dict[str, str]) -> bytes:
    """An ODT of these parts; all of them may stand in its content."""
    extra = {name: text for name, text in parts.items() if "/" in name}
    return packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": fodt(parts), **extra})


def split_case(path: Path) -> tuple[str, dict[str, str], str]:
    """The comment, the parts, and what is expected."""
    given_, _, expected = path.read_text("utf-8").partition(RULER + "\n")
    comment, *pieces = PART.split(given_)
    return comment, dict(zip(pieces[::2], pieces[1::2], strict=True)), expected


def build(parts: dict[str, str]) -> tuple[bytes, str]:
    return (docx(parts), "case.docx") if "word/document.xml" in parts else (odt(parts), "case.odt")


def show(document: Document) -> str:
    """A document in the golden form."""
    starts = [note.span.start for note in (*document.notes, *document.entries)]
    first = min((note.span.start for note in document.notes), default=len(document.text))
    rows = [line for line in document.text[:first].split("\n") if line]
    for note in document.notes:
        rows += [" | ".join((str(note.number), note.marker, note.before, note.text)), *hints(document, note)]
    for entry in document.entries:
        rows += [f"entry {entry.number} | {entry.text}", *hints(document, entry)]
    assert starts == sorted(starts) or document.entries
    return "\n".join([*rows, ""])


def hints(document: Document, note: Note) -> list[str]:
    return [
        f"    {hint.kind}: {document.text[hint.span.start : hint.span.end]}"
        + (f" -> {hint.value}" if hint.value else "")
        for hint in note.hints
    ]


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path, pytestconfig: pytest.Config) -> None:
    comment, parts, expected = split_case(path)
    shown = show(read(io.BytesIO(build(parts)[0]), build(parts)[1]).value)
    if pytestconfig.getoption("--golden-update"):
        written = "".join(f"--- {name}\n{text}" for name, text in parts.items())
        path.write_text(comment + written + RULER + "\n" + shown, "utf-8")
        return
    assert shown == expected


def test_there_are_cases() -> None:
    assert len(CASES) >= 10


PLAIN_DOCX = {
    "word/document.xml": '<w:p><w:r><w:t>港。</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>',
    "word/footnotes.xml": '<w:footnote w:id="1"><w:p><w:r><w:t>注。</w:t></w:r></w:p></w:footnote>',
}


def test_an_author_date_text_gives_its_works() -> None:
    data, _ = build(split_case(next(path for path in CASES if path.stem == "docx-author-date"))[1])
    found = citekit.extract(io.BytesIO(data)).value
    assert [(item.title, item.type) for item in found.library.references] == [
        ("Tide Tables of Emden", "book"),
        ("潮汐与税关", "article-journal"),
        ("Locks", "book"),
    ]
    assert len(found.study.citations) == 4  # the entry of the list and the citation in the text are one work


def test_strict_ooxml_reads_alike() -> None:
    for path in CASES:
        _, parts, _ = split_case(path)
        if "word/document.xml" in parts:
            usual, strict = (read(io.BytesIO(docx(parts, strict)), "a.docx").value for strict in (False, True))
            assert strict == usual


def test_flat_odt_reads_like_the_packed_one() -> None:
    for path in CASES:
        _, parts, _ = split_case(path)
        if "text" in parts:
            flat = read(io.BytesIO(b"<?xml version='1.0'?>\n" + fodt(parts).encode()), "a.fodt").value
            packed_ = read(io.BytesIO(odt(parts)), "a.odt").value
            assert (flat.text, flat.notes, flat.entries) == (packed_.text, packed_.notes, packed_.entries)


@pytest.mark.parametrize(
    ("data", "name", "reason"),
    [
        (packed({"word/document.xml": ""}), "a.docx", "is no XML"),
        (packed({"word/document.xml": "<w:document xmlns:w='x'/>"}), "a.docx", "holds no text"),
        (packed({"word/other.xml": "<x/>"}), "a.docx", "has no word/document.xml"),
        (packed({"_rels/.rels": "<Relationships/>", "word/document.xml": "nothing"}), "a.docx", "is no XML"),
        (packed({"content.xml": "<d><body><spreadsheet/></body></d>"}), "a.odt", "is no text document"),
        (packed({"content.xml": "<d/>", "META-INF/manifest.xml": "<encryption-data/>"}), "a.odt", "is encrypted"),
        (packed({"mimetype": "x"}), "a.odt", "has no content.xml"),
        (b"<?xml version='1.0'?><document/>", "a.fodt", "is no text document"),
        (docx(PLAIN_DOCX)[:-30], "a.docx", "damaged"),
        (
            packed({"word/document.xml": '<!DOCTYPE a [<!ENTITY b "ha">]><w:document>&b;</w:document>'}),
            "a.docx",
            "entities",
        ),
        (packed({"content.xml": '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///x">]><d>&b;</d>'}), "a.odt", "entities"),
        (packed({"word/document.xml": " " * 2**23}), "a.docx", "unpacks to"),
        (packed({"content.xml": "<d>" * 9000}), "a.odt", r"^a\.odt"),
    ],
)
def test_what_cannot_be_read_says_so_in_a_line(data: bytes, name: str, reason: str) -> None:
    with pytest.raises(CitekitError, match=reason) as error:
        read(io.BytesIO(data), name)
    assert str(error.value).startswith(name)
    assert "\n" not in str(error.value)


def test_parts_that_are_missing_do_no_harm() -> None:
    document = read(
        io.BytesIO(
            packed(
                {
                    "word/document.xml": HOLDERS["word/document.xml"].format(
                        ns=namespaces(W), content=PLAIN_DOCX["word/document.xml"]
                    )
                }
            )
        ),
        "a.docx",
    ).value
    assert document.text == "港。\n"
    assert document.notes == ()


def test_relations_that_climb_out_of_the_package_find_nothing() -> None:
    rels = f'<r><Relationship Id="a" Type="{RELATIONS}/officeDocument" Target="../../etc/passwd"/></r>'
    with pytest.raises(CitekitError, match="has no etc/passwd"):
        read(io.BytesIO(packed({"_rels/.rels": rels, "word/document.xml": "<x/>"})), "a.docx")


def test_styles_in_circles() -> None:
    styles = "".join(
        f'<w:style w:type="paragraph" w:styleId="{a}"><w:basedOn w:val="{b}"/></w:style>' for a, b in ("ab", "ba")
    )
    body = '<w:p><w:pPr><w:pStyle w:val="a"/></w:pPr><w:r><w:t>港。</w:t></w:r></w:p>'
    assert (
        read(io.BytesIO(docx({"word/styles.xml": styles, "word/document.xml": body})), "a.docx").value.text == "港。\n"
    )


DAMAGED = [build(split_case(path)[1]) for path in CASES]


@given(
    which=st.sampled_from(DAMAGED),
    flips=st.lists(st.tuples(st.integers(0, 2**20), st.integers(0, 255)), max_size=8),
    cut=st.integers(0, 2**20) | st.just(2**20),
)
def test_a_damaged_container_never_gives_a_traceback(
    which: tuple[bytes, str], flips: list[tuple[int, int]], cut: int
) -> None:
    harm(which[0], which[1], flips, cut)


@given(
    which=st.sampled_from(DAMAGED),
    part=st.integers(0, 20),
    flips=st.lists(st.tuples(st.integers(0, 2**20), st.integers(0, 255)), max_size=8),
    cut=st.integers(0, 2**20) | st.just(2**20),
)
def test_a_damaged_part_never_gives_a_traceback(
    which: tuple[bytes, str], part: int, flips: list[tuple[int, int]], cut: int
) -> None:
    with zipfile.ZipFile(io.BytesIO(which[0])) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    name = sorted(parts)[part % len(parts)]
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as made:
        for other, data in parts.items():
            made.writestr(other, damaged(data, flips, cut) if other == name else data)
    harm(out.getvalue(), which[1], [], 2**20)


def damaged(data: bytes, flips: list[tuple[int, int]], cut: int) -> bytes:
    broken = bytearray(data[:cut])
    for place, byte in flips:
        if broken:
            broken[place % len(broken)] = byte
    return bytes(broken)


def harm(data: bytes, name: str, flips: list[tuple[int, int]], cut: int) -> None:
    try:
        read(io.BytesIO(damaged(data, flips, cut)), name)
    except CitekitError as error:
        assert "\n" not in str(error)
