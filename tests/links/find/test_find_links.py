"""Links out of every kind of file, each with its place."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.library import read_bib
from citekit.links.bases import Bases
from citekit.links.find import find_links
from citekit.model import Link

SEEDS = Path(__file__).parents[3] / "seeds"


def found(text: str, name: str = "a.txt") -> list[Link]:
    stream = io.BytesIO(text.encode())
    stream.name = name  # type: ignore[misc]
    return list(find_links(stream).value)


# file, address, field, how it stands there
BIB = [
    (r"url = {https://a.jp/x\_y\%20z}", "https://a.jp/x_y%20z", r"https://a.jp/x\_y\%20z"),
    (r"url = {http://a.jp/{\textasciitilde}b/\~{}c}", "http://a.jp/~b/~c", r"http://a.jp/{\textasciitilde}b/\~{}c"),
    (r"url = {\url{https://a.jp/x}}", "https://a.jp/x", "https://a.jp/x"),
    ("url = {https://a.jp/\n      x/y.pdf}", "https://a.jp/x/y.pdf", "https://a.jp/\n      x/y.pdf"),
    ("url = {www.a.jp/日本}", "http://www.a.jp/日本", "www.a.jp/日本"),
    (r'url = "https://a.jp/x#y"', "https://a.jp/x#y", "https://a.jp/x#y"),
    ("doi = {10.1234/a_b}", "https://doi.org/10.1234/a_b", "10.1234/a_b"),
    ("doi = {https://dx.doi.org/10.1234/ab}", "https://doi.org/10.1234/ab", "https://dx.doi.org/10.1234/ab"),
    ("eprint = {2301.00001}, archiveprefix = {arXiv}", "https://arxiv.org/abs/2301.00001", "2301.00001"),
    ("eprint = {12345}, eprinttype = {jstor}", "https://www.jstor.org/stable/12345", "12345"),
    (r"howpublished = {Online: \url{https://a.jp/x}, 2020}", "https://a.jp/x", "https://a.jp/x"),
    (r"note = {Siehe \href{https://a.jp/x\_1}{hier}.}", "https://a.jp/x_1", r"https://a.jp/x\_1"),
    ("note = {See https://a.jp/x_(y), p. 3}", "https://a.jp/x_(y)", "https://a.jp/x_(y)"),
    ("annote = {网址：https://a.jp/x。}", "https://a.jp/x", "https://a.jp/x"),
]


@pytest.mark.parametrize(("fields", "url", "raw"), BIB)
def test_fields_of_a_bib_file(fields: str, url: str, raw: str) -> None:
    text = f"% mine\n@misc{{quill,\n  title = {{Cables}},\n  {fields}\n}}\n"
    (link,) = found(text, "refs.bib")
    assert (link.url, link.raw, link.key, link.title) == (url, raw, "quill", "Cables")
    assert link.span and text[link.span.start : link.span.end] == raw
    assert link.span.line == 4
    assert link.field == fields.split(" ")[0]


def test_a_library_and_its_file_have_the_same_links() -> None:
    text = "@misc{q, url = {https://a.jp/x}, urldate = {2020-05-03}}\n@book{r, doi = {10.1234/x}}\n"
    one, two = find_links(read_bib(text).value).value
    assert (one.key, one.accessed and one.accessed.parts) == ("q", ((2020, 5, 3),))
    assert (two.key, two.field) == ("r", "doi")
    assert [link.url for link in found(text, "refs.bib")] == [one.url, two.url]


def test_the_day_of_access_out_of_a_note() -> None:
    (link,) = found(r"@misc{q, howpublished = {\url{https://a.jp/x}}, note = {Accessed: 2020-05-03}}", "refs.bib")
    assert link.accessed and link.accessed.parts == ((2020, 5, 3),)


def test_the_copy_that_an_entry_names_belongs_to_its_url() -> None:
    (link,) = found(
        "@misc{q, url = {http://a.jp/x}, archiveurl = {https://web.archive.org/web/2013/http://a.jp/x}}", "b.bib"
    )
    assert (link.url, link.archive) == ("http://a.jp/x", "https://web.archive.org/web/2013/http://a.jp/x")


SOURCES = [
    (
        "a.md",
        "A [port](https://a.jp/x_(y) 'T') and <https://b.jp/> and https://c.jp/d.\n",
        ["https://a.jp/x_(y)", "https://b.jp/", "https://c.jp/d"],
    ),
    (
        "a.md",
        "A [port][1], `https://no.jp/`.\n\n```\nhttps://no.jp/x\n```\n\n[1]: https://a.jp/x\n",
        ["https://a.jp/x"],
    ),
    (
        "a.md",
        "A port.[^1]\n\n[^1]: Quill, <https://a.jp/x>; see [here](https://b.jp/).\n",
        ["https://a.jp/x", "https://b.jp/"],
    ),
    (
        "a.tex",
        "A \\url{https://a.jp/x%20y_z} and \\href{https://b.jp/\\#c}{it}. % https://no.jp/\n",
        ["https://a.jp/x%20y_z", "https://b.jp/#c"],
    ),
    ("a.tex", "Text.\\footnote{Quill, \\url{https://a.jp/x}.}\n", ["https://a.jp/x"]),
    (
        "a.html",
        "<p>A <a href='https://a.jp/x?a=1&amp;b=2'>port</a>, https://b.jp/y, <a href='#n'>1</a>"
        " <a href='mailto:a@b.jp'>m</a></p>",
        ["https://a.jp/x?a=1&b=2", "https://b.jp/y"],
    ),
    ("a.html", "<p>A <a href='https://a.jp/long/address'>https://a.jp/lo…</a></p>", ["https://a.jp/long/address"]),
    (
        "a.txt",
        "https://a.jp/x\nb.org/y\n\n# mine\nhttps://c.jp/日\n",
        ["https://a.jp/x", "http://b.org/y", "https://c.jp/日"],
    ),
    (
        "a.json",
        '[{"id": "q", "URL": "https://a.jp/x\\u0026y"}, {"id": "r", "note": "see https://b.jp/."}]',
        ["https://a.jp/x&y", "https://b.jp/"],
    ),
    ("a.json", '{"items": [{"id": "q", "title": "T", "DOI": "10.1234/x"}]}', ["https://doi.org/10.1234/x"]),
    (
        "a.ris",
        "TY  - BOOK\nTI  - T\nUR  - https://a.jp/x\nDO  - 10.1234/x\nER  - \n",
        ["https://a.jp/x", "https://doi.org/10.1234/x"],
    ),
]


@pytest.mark.parametrize(("name", "text", "urls"), SOURCES)
def test_links_of_sources(name: str, text: str, urls: list[str]) -> None:
    links = found(text, name)
    assert [link.url for link in links] == urls
    for link in links:
        assert link.source == name
        assert link.span is None or link.span.line == text.count("\n", 0, link.span.start) + 1


def test_the_same_address_in_several_places_is_several_links() -> None:
    assert len(found("@misc{a, url = {https://a.jp/}}\n@misc{b, url = {https://a.jp/}}", "a.bib")) == 2


def test_bases() -> None:
    bases = Bases(doi="http://127.0.0.1:9/doi/", arxiv="http://127.0.0.1:9/abs/")
    stream = io.BytesIO(b"Quill, doi:10.1234/x and arXiv:2301.00001v2.")
    urls = [link.url for link in find_links(stream, bases).value]
    assert urls == ["http://127.0.0.1:9/doi/10.1234/x", "http://127.0.0.1:9/abs/2301.00001v2"]


def test_tracking_parameters_and_sessions_are_told_and_kept() -> None:
    text = "@misc{q, url = {https://a.jp/x?id=1&utm_source=m}}\n@misc{r, url = {https://a.jp/y;jsessionid=1F}}"
    result = find_links(read_bib(text).value)
    assert [link.url for link in result.value] == ["https://a.jp/x?id=1&utm_source=m", "https://a.jp/y;jsessionid=1F"]
    assert ["tracking" in m.text or "session" in m.text for m in result.messages] == [True, True]
    assert [m.text.split(":")[0] for m in result.messages] == ["q", "r"]


def test_links_of_the_seed_with_note_title_and_date() -> None:
    links = find_links(next(SEEDS.glob("*.txt"))).value
    assert [(link.note, link.url) for link in links] == [
        (11, "https://www.kantei.go.jp/jp/100_kishida/statement/2021/1008shoshinhyomei.html"),
        (13, "https://www.mofa.go.jp/mofaj/files/100541771.pdf"),
        (14, "https://www.mofa.go.jp/mofaj/files/100506953.pdf"),
        (14, "https://www.mofa.go.jp/mofaj/files/000503885.pdf"),
        (15, "https://www.cao.go.jp/keizai_anzen_hosho/"),
        (16, "https://www.mofa.go.jp/mofaj/files/100432097.pdf"),
        (27, "https://www.jfss.gr.jp/article/1224"),
    ]
    assert all(link.span and link.span.line and link.title and link.raw.startswith("https://") for link in links)
    assert links[2].issued and links[2].issued.parts == ((2023, 5, 20),)


@given(
    st.text(alphabet=st.sampled_from('ahtps:/.{}@\\url=,"[]()\n 日。%_~'), max_size=120),
    st.sampled_from(["a.txt", "a.bib", "a.json", "a.md"]),
)
def test_never_raises(text: str, name: str) -> None:
    if text.strip():
        found(text, name)
