"""Links resolved against loopback copies of the hosts, services with bases of our own, and files filled."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from citekit.cli import main
from citekit.library import read_bib
from citekit.links.bases import Bases
from citekit.links.find import find_links
from citekit.links.resolve import resolve
from citekit.links.resolve.fill import filled
from citekit.links.resolve.references import agreement
from citekit.links.resolve.services import question
from citekit.model import Link

SEEDS = Path(__file__).parents[3] / "seeds"
CSL = "application/vnd.citationstyles.csl+json"
ARTICLE = {
    "type": "journal-article",  # as Crossref says it
    "title": ["Ledgers of the Tide"],
    "author": [{"family": "Whitlock", "given": "Nora"}],
    "container-title": "Harbour Studies",
    "volume": "12",
    "issue": "3",
    "page": "40-58",
    "issued": {"date-parts": [[2019, 5, 3]]},
    "DOI": "10.1234/hs.12.3",
    "publisher": "Marsh Press",
}
ATOM = """<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>query</title><entry>
<id>http://arxiv.org/abs/2301.00001v2</id><published>2023-01-01T00:00:00Z</published><title>Tides of
 the North</title><author><name>Anna Quill</name></author><author><name>Tom Marsh</name></author></entry></feed>"""
BOOK = {
    "ISBN:9784000000017": {
        "title": "港の経済史",
        "authors": [{"name": "浜辺灯子"}],
        "publishers": [{"name": "青波書房"}],
        "publish_date": "1998",
    }
}


def japanese(title: str, day: str, site: str) -> bytes:
    page = (
        f"<html lang='ja'><head><meta charset='Shift_JIS'><title>{title}｜{site}</title></head><body><h1>{title}</h1>"
    )
    return f"{page}<p>{day}</p><p>{'本文が続きます。' * 30}</p></body></html>".encode("cp932")


def test_the_hosts_of_the_seed(internet, make_pdf) -> None:
    links = find_links(next(SEEDS.glob("*.txt"))).value
    for link in links:
        host, path = link.url.removeprefix("https://").split("/", 1)
        day = f"令和{link.issued.year - 2018}年1月{link.note}日" if link.issued else "2022年1月5日"
        if path.endswith(".pdf"):
            body = make_pdf([(day, 11), (link.title, 18), *[("本文が続きます。本文が続きます。", 11)] * 20], pages=2)
            internet.put(host, f"/{path}", body, "application/pdf")
        else:
            internet.put(host, f"/{path}", japanese(link.title, day, "サイト"), "text/html")
    hosts = {link.url.split("/")[2] for link in links}
    found = list(resolve(links, options=internet.options(*hosts)))
    assert len(found) == 7
    for one in found:
        assert (one.status, one.cause) == (200, "ok")
        assert one.reference and one.reference.title == one.link.title
        assert one.agrees == 1
        assert one.reference.issued and len(one.reference.issued.parts[0]) == 3
        assert one.facts.kind == ("pdf" if one.link.url.endswith(".pdf") else "html")
    names = {one.link.url.split("/")[2]: one.institution for one in found}
    assert names == {
        "www.mofa.go.jp": "外務省",
        "www.kantei.go.jp": "首相官邸",
        "www.jfss.gr.jp": "日本戦略研究フォーラム",
        "www.cao.go.jp": "内閣府",
    }


def test_doi_by_content_negotiation(internet) -> None:
    internet.put_record("127.0.0.1", "/doi/10.1234/hs.12.3", ARTICLE, CSL)
    bases = Bases(doi=f"{internet.base}/doi/")
    (found,) = resolve([Link(url="https://doi.org/10.1234/hs.12.3")], bases)
    assert found.service == "DOI"
    assert found.reference
    assert (found.reference.type, found.reference.title) == ("article-journal", "Ledgers of the Tide")
    assert found.reference.author[0].family == "Whitlock"
    assert found.reference.issued and found.reference.issued.parts == ((2019, 5, 3),)


def test_a_doi_without_a_record_is_read_as_a_page(internet) -> None:
    page = "<html><head><meta name='citation_title' content='Ledgers of the Tide'></head><body><p>Abstract"
    shown = (200, {"Content-Type": "text/html"}, f"{page} of the article: {'ledgers and tides, ' * 20}".encode())
    internet.pages["127.0.0.1", "/10.1234/x"] = lambda asked: (406, {}, b"") if CSL in asked["Accept"] else shown
    (found,) = resolve([Link(url="https://doi.org/10.1234/x")], Bases(doi=f"{internet.base}/"))
    assert found.service == ""
    assert found.reference and found.reference.title == "Ledgers of the Tide"


def test_arxiv_by_its_api(internet) -> None:
    internet.put("127.0.0.1", "/api/query?id_list=2301.00001v2", ATOM, "application/atom+xml")
    bases = Bases(arxiv_api=f"{internet.base}/api/query?id_list=")
    (found,) = resolve([Link(url="https://arxiv.org/abs/2301.00001v2")], bases)
    assert found.service == "arXiv"
    assert found.reference and found.reference.title == "Tides of the North"
    assert [name.family for name in found.reference.author] == ["Quill", "Marsh"]


@pytest.mark.parametrize(
    "answer",
    [
        BOOK,
        {"items": [{"volumeInfo": {"title": "港の経済史", "authors": ["浜辺灯子"], "publisher": "青波書房",
                                   "publishedDate": "1998"}}]},
        [{"type": "book", "title": "港の経済史", "author": [{"literal": "浜辺灯子"}], "publisher": "青波書房",
          "issued": {"date-parts": [[1998]]}}],
    ],
)  # fmt: skip
def test_isbn_in_what_services_answer(internet, answer: object) -> None:
    internet.put("127.0.0.1", "/isbn/9784000000017.json", json.dumps(answer), "application/json")
    bases = Bases(isbn=f"{internet.base}/isbn/{{}}.json")
    (found,) = resolve([Link(url="urn:isbn:978-4-00-000001-7")], bases)
    assert found.reference
    assert (found.reference.title, found.reference.publisher) == ("港の経済史", "青波書房")
    assert found.reference.author[0].literal == "浜辺灯子"
    assert found.reference.issued and found.reference.issued.year == 1998


def test_the_same_address_is_asked_once(internet) -> None:
    internet.put("harbour.example", "/a", "<title>Tides of the harbour</title>")
    links = [
        Link(url="http://harbour.example/a", note=n, title=t) for n, t in ((1, "Tides of the Harbour"), (2, "Fish"))
    ]
    one, two = resolve(links, options=internet.options("harbour.example", secure=False))
    assert internet.log == ["harbour.example/a"]
    assert (one.link.note, two.link.note) == (1, 2)
    assert one.trusted
    assert one.agrees == 1
    assert not two.trusted


def test_what_is_gone_makes_no_reference(internet) -> None:
    (found,) = resolve(
        [Link(url="http://harbour.example/x")], options=internet.options("harbour.example", secure=False)
    )
    assert (found.status, found.cause, found.reference) == (404, "broken", None)


def test_private_addresses_are_refused(internet) -> None:
    (found,) = resolve([Link(url=f"{internet.base}/a")])
    assert (found.cause, found.reference, internet.log) == ("private", None, [])


QUESTIONS = [
    ("https://dx.doi.org/10.1234/x", "DOI", "10.1234/x"),
    ("https://arxiv.org/pdf/2301.00001v2.pdf", "arXiv", "2301.00001v2"),
    ("https://arxiv.org/abs/hep-th/9901001", "arXiv", "hep-th/9901001"),
    ("urn:isbn:978-4-00-000001-7", "ISBN", "9784000000017"),
]


@pytest.mark.parametrize(("url", "service", "identifier"), QUESTIONS)
def test_questions(url: str, service: str, identifier: str) -> None:
    asked = question(Link(url=url), Bases())
    assert asked.service and (asked.service.name, asked.identifier) == (service, identifier)


@pytest.mark.parametrize("url", ["https://www.mofa.go.jp/10.1234/x", "https://arxiv.org/list/cs.CL/recent", "x"])
def test_other_addresses_are_asked_themselves(url: str) -> None:
    assert question(Link(url=url), Bases()).service is None


@pytest.mark.parametrize(
    ("cited", "shown", "same"),
    [
        ("港湾協力に関する共同声明", "港湾協力に関する共同声明（仮訳）", True),
        ("Ledgers", "Ledgers of the Tide", True),
        ("港湾協力に関する共同声明", "お探しのページは見つかりません", False),
        ("Ledgers of the Tide", "Harbour Office Home", False),
    ],
)
def test_titles_compared(cited: str, shown: str, same: bool) -> None:
    found = agreement(cited, shown)
    assert found is not None and (found >= 0.5) is same


BIB = """\
% mine
@misc{tides,
  url  = {http://harbour.example/a},
  note = {kept as it is}
}

@article{ledgers,
  title   = {Ledgers of the Tide},
  journal = {Harb. St.},
  doi     = {10.1234/hs.12.3},
}

@misc{other,
  title = {Something quite different},
  url   = {http://harbour.example/a},
}
"""
PAGE = """<html lang="en"><head><title>Tides of the harbour - Harbour Office</title>
<meta name="author" content="Nora Whitlock"><meta property="og:site_name" content="Harbour Office">
<meta name="date" content="2020-06-03"></head></html>"""


@pytest.fixture
def bib(internet, tmp_path: Path) -> Path:
    internet.put("harbour.example", "/a", PAGE)
    internet.put_record("127.0.0.1", "/10.1234/hs.12.3", ARTICLE, CSL)
    path = tmp_path / "refs.bib"
    path.write_text(BIB, "utf-8")
    (tmp_path / "citekit.toml").write_text(f'[resolve.bases]\ndoi = "{internet.base}/"\n', "utf-8")
    return path


def run(*arguments: object) -> Result:
    done = CliRunner().invoke(main, [str(argument) for argument in arguments])
    if done.exception and not isinstance(done.exception, SystemExit):
        raise done.exception
    return done


def asked(internet) -> tuple[str, ...]:
    return "--allow-private", "--resolve", f"harbour.example=127.0.0.1:{internet.plain}"


def test_empty_fields_are_filled_and_nothing_else(internet, bib: Path) -> None:
    done = run("resolve", bib, "--fill", *asked(internet))
    assert done.exit_code == 0
    text = bib.read_text("utf-8")
    first, second, third = text.split("\n\n")
    assert "title = {Tides of the harbour}" in first
    assert "author = {Whitlock, Nora}" in first
    assert "Harbour Office" in first
    assert "2020" in first
    assert first.startswith("% mine\n@misc{tides,\n  url  = {http://harbour.example/a},\n  note = {kept as it is}")
    assert "  journal = {Harb. St.},\n" in second
    assert "volume  = {12}" in second
    assert "pages   = {40--58}" in second
    assert third == BIB.split("\n\n")[2]
    assert "other" in done.stderr


def test_a_dry_run_shows_the_changes_and_makes_none(internet, bib: Path) -> None:
    done = run("resolve", bib, "--fill", "--dry-run", *asked(internet))
    assert "+  volume  = {12}," in done.stdout
    assert bib.read_text("utf-8") == BIB


def test_filled_once_there_is_nothing_left(internet, bib: Path) -> None:
    run("resolve", bib, "--fill", *asked(internet))
    once = bib.read_text("utf-8")
    run("resolve", bib, "--fill", *asked(internet))
    assert bib.read_text("utf-8") == once


def test_forms(internet, tmp_path: Path) -> None:
    internet.put("harbour.example", "/a", PAGE)
    article = tmp_path / "article.txt"
    article.write_text("The port.1 It is closed.\n\n1 http://harbour.example/a.\n", "utf-8")
    table = run("resolve", article, *asked(internet)).stdout
    assert "Tides of the harbour" in table
    assert "200" in table
    (record,) = json.loads(run("resolve", article, "--to", "json", *asked(internet)).stdout)
    assert (record["title"], record["date"], record["status"]) == ("Tides of the harbour", "2020-06-03", 200)
    assert record["reference"]["title"] == "Tides of the harbour"
    entry = read_bib(run("resolve", article, "--to", "bibtex", *asked(internet)).stdout).value.references[0]
    assert (entry.title, entry.URL) == ("Tides of the harbour", "http://harbour.example/a")
    assert entry.accessed


def test_isbns_of_entries_are_looked_up(internet, tmp_path: Path) -> None:
    internet.put("127.0.0.1", "/9784000000017", json.dumps(BOOK), "application/json")
    path = tmp_path / "refs.bib"
    path.write_text("@book{port,\n  title = {港の経済史},\n  isbn  = {9784000000017},\n}\n", "utf-8")
    run("resolve", path, "--fill", "--base", f"isbn={internet.base}/")
    text = path.read_text("utf-8")
    assert "publisher = {青波書房}" in text
    assert "1998" in text


def test_wrong_options_are_told(tmp_path: Path) -> None:
    for wrong in (("--base", "doi"), ("--base", "moi=http://a.example/"), ("--base", "doi=nowhere")):
        done = run("resolve", tmp_path / "refs.bib", *wrong)
        assert done.exit_code == 2
        assert done.stderr.startswith("citekit: ")


def test_nothing_found_fills_nothing() -> None:
    library = read_bib(BIB).value
    assert filled(library, []).value.text == BIB
