"""Web pages, EPUB, JATS, TEI: what transcripts do not show (hints, entries, encodings), and files not to be trusted."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citekit.documents import find_reader, read
from citekit.documents.epub import read_epub
from citekit.documents.html import read_html
from citekit.documents.jats import read_jats
from citekit.documents.tei import read_tei
from citekit.model import CitekitError, Document

CASES = Path(__file__).parents[1] / "cases" / "markup"
CONTAINER = b'<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>'
PACKAGE = (
    b'<package><manifest><item id="p" href="p.xhtml" media-type="application/xhtml+xml"/></manifest>'
    b'<spine><itemref idref="p"/></spine></package>'
)
PAGE = """<html xmlns="http://www.w3.org/1999/xhtml"><body><p>港口。<a href="#n" id="r">1</a></p>
<p id="n">1 例甲。</p></body></html>"""


def book(**parts: bytes) -> bytes:
    """An EPUB of one page; parts by their names, `_` for the dot."""
    files = {"META-INF/container.xml": CONTAINER, "a.opf": PACKAGE, "p.xhtml": PAGE.encode()}
    files |= {name.replace("_", "."): data for name, data in parts.items()}
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return out.getvalue()


def hints(document: Document) -> list[tuple[str, str, str]]:
    found = [hint for note in (*document.notes, *document.entries) for hint in note.hints]
    return [(hint.kind, document.text[hint.span.start : hint.span.end], hint.value) for hint in found]


PAIR = '<p>Text<a href="#n">1</a></p><p id="n">1. {}</p>'


@pytest.mark.parametrize(
    ("note", "expected"),
    [
        ("A, <i>One <b>two</b></i> x", [("italic", "One two", "")]),
        ('<span style="font-style: italic">One</span><em> two</em>.', [("italic", "One two", "")]),
        ('<em>a <span style="font-style:normal">b</span></em>', [("italic", "a", "")]),
        ('See <a href="https://example.org/a">here</a>.', [("link", "here", "https://example.org/a")]),
        (
            'See <a href="http://www.google.com/url?q=https://example.org/a">x</a>',
            [("link", "x", "https://example.org/a")],
        ),
        ('See <a href="#sec2">above</a> and <a href="mailto:a@example.org">me</a>.', []),
    ],
)
def test_what_a_page_knows_beyond_characters(note: str, expected: list[tuple[str, str, str]]) -> None:
    assert hints(read_html(PAIR.format(note).encode(), "a.html").value) == expected


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>国\n家 <b> of </b>\n men</p>", "国家 of men\n"),
        ("<p>a<br>b<p>c<div>d</div>e<ul><li>f<li>g</ul>", "a\nb\nc\nd\ne\nf\ng\n"),
        ("<pre>a  b\nc</pre>", "a  b\nc\n"),
        ("<p><ruby>漢<rt>かん</rt>字<rp>(</rp><rt>じ</rt><rp>)</rp></ruby>", "漢字\n"),
        ("<p>a<!-- b --><script>c</script><?php d ?> e", "a e\n"),
        ("<table><tr><td>a<td>b<tr><td>c</table>", "a\nb\nc\n"),
        ("<p>x&eacute;&#20320;&amp;lt;", "xé你&lt;\n"),
        ("<p>fall.<sup>1</sup> x<sup>th</sup><ol start=4><li>Note</ol>", "fall.¹ xth\n4. Note\n"),
    ],
)
def test_text_as_it_is_laid_out(html: str, text: str) -> None:
    assert read_html(html.encode(), "a.html").value.text == text


@pytest.mark.parametrize(
    ("encoding", "declared", "words"),
    [
        ("gb18030", "gb2312", "港口的历史与档案"),
        ("cp932", "Shift_JIS", "港湾の歴史①"),
        ("euc_jp", "EUC-JP", "港湾の歴史"),
        ("cp949", "ks_c_5601-1987", "항구는 오래되었다"),
        ("big5hkscs", "big5", "港口的歷史與檔案"),
        ("cp1252", "iso-8859-1", "Die Häfen – “alt”"),
        ("utf-8", "gb2312", "港口的历史与档案"),  # a page that was converted and kept its declaration
        ("utf-16", "unicode", "港口的历史与档案"),
    ],
)
def test_the_encoding_that_is_declared(encoding: str, declared: str, words: str) -> None:
    page = f'<html><head><meta http-equiv="content-type" content="text/html; charset={declared}"></head><p>{words}'
    data = page.encode(encoding)
    assert find_reader(data, "a.html")(data, "a.html").value.text == words + "\n"


def test_an_article_in_pieces_is_read_by_its_root(tmp_path: Path) -> None:
    path = tmp_path / "a.xml"
    path.write_text("<TEI><text><body><p>Text.<note>One.</note></p></body></text></TEI>", "utf-8")
    assert [note.text for note in read(path).value.notes] == ["One."]
    path.write_text("<article><front/><body><p>Text.<fn><p>One.</p></fn></p></body></article>", "utf-8")
    assert [note.text for note in read(path).value.notes] == ["One."]


def test_entries_of_jats() -> None:
    case = (CASES / "jats_references.txt").read_text("utf-8")
    article = case.partition("--- article.jats\n")[2].partition("\n% ")[0]
    document = read_jats(article.encode(), "a.jats").value
    assert [(entry.marker, entry.text) for entry in document.entries] == [
        (
            "1",
            "Quill, Ann, and Bo Sedge. “The Silting of Harbours.” Journal of Mud 3, no. 2 (1999): 11-29. "
            "https://doi.org/10.1000/182",
        ),
        ("2", "Harbour Office. Report. London, 1998."),
        ("3", "(a) Sedge, B. Silt. 2001."),
        ("3", "(b) Sedge, B. Mud. 2002."),
        ("4", "例甲：《港口》，北京：样本出版社，1999年。"),
    ]
    data = [
        json.loads(value)["citationItems"][0]["itemData"] for kind, _, value in hints(document) if kind == "citation"
    ]
    assert [(item["type"], item["title"]) for item in data] == [
        ("book", "Silt"),
        ("article-journal", "The Silting of Harbours"),
        ("book", "Report"),
        ("book", "港口"),
    ]
    assert (
        data[1]["page"] == "11-29" and data[1]["DOI"] == "10.1000/182" and data[1]["issued"] == {"date-parts": [[1999]]}
    )


def test_entries_of_tei() -> None:
    text = (
        "<TEI><text><body><p>x</p></body><back><div type='references'><listBibl><biblStruct>"
        "<analytic><title level='a'>Silt</title><author><persName><forename>Bo</forename>"
        "<surname>Sedge</surname></persName></author></analytic><monogr><title level='j'>Journal of Mud</title>"
        "<imprint>"
        "<biblScope unit='volume'>3</biblScope><biblScope unit='page' from='4' to='9'/><date when='2001-05'/></imprint>"
        "</monogr><idno type='DOI'>10.1000/3</idno></biblStruct>"
        "<bibl n='2'><author>例乙</author>：<title level='m'>港口</title>，<date>1999</date>年。</bibl>"
        "</listBibl></div></back></text></TEI>"
    )
    document = read_tei(text.encode(), "a.xml").value
    assert [(entry.marker, entry.text) for entry in document.entries] == [
        ("", "Sedge, Bo. “Silt.” Journal of Mud 3 (2001): 4-9. https://doi.org/10.1000/3"),
        ("2", "例乙：港口，1999年。"),
    ]
    assert [kind for kind, *_ in hints(document)].count("citation") == 2


def test_entries_of_a_page() -> None:
    page = (
        '<p>Text (<a href="#ref-q">Quill 1999</a>).</p><div id="refs" class="references csl-bib-body" role="list">'
        '<div id="ref-q" class="csl-entry">Quill, Ann. 1999. <em>Harbours</em>. Marsh Press.</div></div>'
    )
    document = read_html(page.encode(), "a.html").value
    assert [entry.text for entry in document.entries] == ["Quill, Ann. 1999. Harbours. Marsh Press."]
    assert document.text.startswith("Text (Quill 1999).\n")


@pytest.mark.parametrize(
    "data",
    [
        book(p_xhtml=b"<html>" + b" " * (9 * 2**20) + b"</html>"),
        book(p_xhtml=b'<!DOCTYPE html [<!ENTITY a "b">]><html><p>&a;</p></html>'),
        book(a_opf=PACKAGE.replace(b"p.xhtml", b"../../../etc/passwd")),
        book(a_opf=PACKAGE.replace(b"p.xhtml", b"/etc/passwd")),
        book(**{"META-INF/encryption_xml": b'<e><CipherReference URI="p.xhtml"/></e>'}),
    ],
    ids=["bomb", "entities", "climbing", "root", "protected"],
)
def test_books_that_are_refused_in_one_line(data: bytes) -> None:
    with pytest.raises(CitekitError, match=r"^b\.epub: ") as error:
        read_epub(data, "b.epub")
    assert "\n" not in str(error.value)


def test_a_book_without_package_is_read_in_the_order_of_its_files() -> None:
    result = read_epub(book(a_opf=b"<", **{"META-INF/container_xml": b"nothing"}), "b.epub")
    assert [note.text for note in result.value.notes] == ["例甲。"]
    assert [message.text for message in result.messages] == [
        "b.epub: has no package document; its pages are read in the order of the file"
    ]


@pytest.mark.parametrize(
    ("read_it", "data", "reason"),
    [
        (read_html, b"<p>" + b"<div>" * 100_000 + b"x", "too deep"),
        (read_html, b"<i>" * 2_100_000, "tags"),
        (read_html, b"<p " + b"a=1 " * 100_000 + b">x", "attributes"),
        (read_jats, b"<article>" + b"<sec>" * 100_000, "too deep"),
        (read_jats, b'<!DOCTYPE article [<!ENTITY a "b">]><article/>', "entities"),
        (read_jats, b"<OAI-PMH/>", "no article"),
        (read_tei, b"<TEI><teiHeader/></TEI>", "without a text"),
        (read_tei, b"", "no XML"),
    ],
    ids=["html depth", "html tags", "html attributes", "xml depth", "xml entities", "no article", "no text", "empty"],
)
def test_refused_in_one_line(read_it, data: bytes, reason: str) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(CitekitError, match=rf"^a\.x: .*{reason}") as error:
        read_it(data, "a.x")
    assert "\n" not in str(error.value)


def test_pictures_in_the_page_do_not_count() -> None:
    page = PAIR.format("Note.") + f'<img src="data:image/png;base64,{"A" * 70_000_000}">'
    assert len(read_html(page.encode(), "a.html").value.notes) == 1


def seeds() -> list[tuple[str, bytes]]:
    """Every page and article of the transcripts, and a book."""
    found = [("b.epub", book())]
    for path in sorted(CASES.glob("*.txt")):
        _, _, rest = path.read_text("utf-8").partition("\n--- ")
        name, _, text = rest.partition("\n% ")[0].partition("\n")
        if not name.endswith(".opf"):
            found.append((name, text.encode()))
    return found


@settings(max_examples=400, suppress_health_check=list(HealthCheck))
@given(
    seed=st.sampled_from(seeds()),
    cut=st.floats(0, 1),
    flips=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255)), max_size=12),
)
def test_damaged_files_give_a_document_or_one_line(
    seed: tuple[str, bytes], cut: float, flips: list[tuple[float, int]]
) -> None:
    name, data = seed
    damaged = bytearray(data[: int(len(data) * cut) + 1])
    for place, byte in flips:
        damaged[int((len(damaged) - 1) * place)] = byte
    try:
        document = read(io.BytesIO(bytes(damaged)), name=name).value
    except CitekitError as error:
        assert "\n" not in str(error)
        return
    for note in (*document.notes, *document.entries):
        assert "".join(document.text[at] for at in note.passage.origin) == note.text
