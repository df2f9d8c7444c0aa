"""What pages and files say of themselves."""

from __future__ import annotations

import io
import zipfile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.links.pages import facts
from citekit.links.pages.dates import declared, printed_day
from citekit.links.pages.meta import from_meta
from citekit.links.pages.pdf import tidy
from citekit.links.pages.titles import without_site

STATEMENT = "港湾協力に関する共同声明"
MINISTRY = f"""<!DOCTYPE html><html lang="ja"><head><title>{STATEMENT}｜外務省</title>
<meta property="og:site_name" content="外務省"></head><body><header>令和元年5月1日</header><h1>外務省</h1>
<h2>{STATEMENT}</h2><p class="rightalign">令和5年8月18日</p><p>本文</p></body></html>"""
OFFICE = f"""<html><head><title>令和3年10月8日 {STATEMENT} | 総理の演説 | 首相官邸ホームページ</title></head>
<body><h1>首相官邸</h1><h2>{STATEMENT}</h2></body></html>"""
CHINESE = """<html><head><title>外交部发言人谈港口_中华人民共和国外交部</title><meta name="ArticleTitle"
content="外交部发言人谈港口"><meta name="PubDate" content="2023-05-20 21:50"><meta name="SiteName" content="外交部">
</head><body><p>来源</p></body></html>"""
JOURNAL = """<html lang="en"><head><title>Ledgers of the Tide | Harbour Studies | Marsh Press</title>
<meta name="citation_title" content="Ledgers of the Tide"><meta name="citation_author" content="Whitlock, Nora">
<meta name="citation_author" content="Tom Marsh"><meta name="citation_publication_date" content="2019/05/03">
<meta name="citation_journal_title" content="Harbour Studies"><meta name="citation_volume" content="12">
<meta name="citation_issue" content="3"><meta name="citation_firstpage" content="40">
<meta name="citation_lastpage" content="58"><meta name="citation_doi" content="doi:10.1234/hs.12.3"></head></html>"""
NEWS = """<html lang="fr"><head><title>La crise du port - Le Phare</title><script type="application/ld+json">
{"@context": "https://schema.org", "@graph": [{"@type": "WebSite", "name": "Le Phare"}, {"@type": ["NewsArticle"],
"headline": "La crise du port", "author": [{"@type": "Person", "name": "Élise Vernoux"}],
"datePublished": "2021-09-17T10:00:00+02:00", "publisher": {"@type": "Organization", "name": "Le Phare"}}]}
</script></head><body></body></html>"""
SOCIAL = """<html><head><meta property="og:title" content="The Spirit of the Harbour | Harbour Office">
<meta property="og:site_name" content="Harbour Office"><meta property="og:locale" content="en_US">
<meta property="article:published_time" content="2023-08-18T17:00:00+00:00"><title>x</title></head></html>"""
CORE = """<metadata xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/">
<dc:title>港口报告</dc:title><dc:creator>陆行之</dc:creator><dcterms:created>2019-05-03T08:00:00Z</dcterms:created>
</metadata>"""

PAGES = [
    (MINISTRY, "utf-8", STATEMENT, (2023, 8, 18), "ja"),
    (OFFICE, "utf-8", STATEMENT, (2021, 10, 8), "ja"),
    (CHINESE, "utf-8", "外交部发言人谈港口", (2023, 5, 20), "zh"),
    (JOURNAL, "utf-8", "Ledgers of the Tide", (2019, 5, 3), "en"),
    (NEWS, "utf-8", "La crise du port", (2021, 9, 17), "fr"),
    (SOCIAL, "utf-8", "The Spirit of the Harbour", (2023, 8, 18), "en"),
]


@pytest.mark.parametrize(("page", "encoding", "title", "date", "language"), PAGES)
def test_pages(page: str, encoding: str, title: str, date: tuple[int, ...], language: str) -> None:
    told = facts(page.encode(encoding), "text/html", ("外務省", "首相官邸", "外交部"))
    assert (told.kind, told.title, told.language) == ("html", title, language)
    assert told.date and told.date.parts == (date,)


def test_a_journal_page_tells_all_of_the_article() -> None:
    told = facts(JOURNAL.encode(), "text/html")
    assert [name.family for name in told.authors] == ["Whitlock", "Marsh"]
    assert (told.container, told.volume, told.issue) == ("Harbour Studies", "12", "3")
    assert (told.first_page, told.last_page, told.doi) == ("40", "58", "10.1234/hs.12.3")


def test_a_news_page_tells_type_and_publisher() -> None:
    told = facts(NEWS.encode(), "text/html")
    assert (told.type, told.institution, told.authors[0].family) == ("article-newspaper", "Le Phare", "Vernoux")


ENCODINGS = [
    ("shift_jis", "日本の港湾政策について", "Shift_JIS"),
    ("euc_jp", "日本の港湾政策について", "EUC-JP"),
    ("iso2022_jp", "日本の港湾政策について", "ISO-2022-JP"),
    ("gb18030", "港口合作的新进展与问题", "gb2312"),
    ("big5", "港口合作的新進展與問題", "big5"),
    ("euc_kr", "항만 정책의 새로운 방향", "euc-kr"),
    ("cp1251", "Портовая политика и торговля", "windows-1251"),
    ("cp1252", "Über Häfen und Leuchttürme", "iso-8859-1"),
    ("utf-8", "港 порт Häfen", "utf-8"),
]


@pytest.mark.parametrize(("codec", "title", "label"), ENCODINGS)
@pytest.mark.parametrize("where", ["header", "meta", "wrong header", "nowhere"])
def test_encodings(codec: str, title: str, label: str, where: str) -> None:
    meta = f'<meta http-equiv="Content-Type" content="text/html; charset={label}">' if "header" not in where[:6] else ""
    meta = "" if where == "nowhere" else meta
    body = f"<html><head>{meta}<title>{title}</title></head><body><p>{title * 20}</p></body></html>".encode(codec)
    header = {"header": f"text/html; charset={label}", "wrong header": "text/html; charset=ISO-8859-1"}
    assert facts(body, header.get(where, "text/html")).title == title


def test_pdf_with_a_title_of_its_own(make_pdf) -> None:
    lines = [("令和５年８月１８日", 11), (STATEMENT, 20), *[("本文がここに続きます。本文がここに続きます。", 11)] * 20]
    told = facts(make_pdf(lines, {"Title": STATEMENT, "Author": "外務省", "CreationDate": "D:20230820"}, pages=3))
    assert (told.kind, told.title, told.heading, told.pages, told.language) == ("pdf", STATEMENT, STATEMENT, 3, "ja")
    assert told.date and told.date.parts == ((2023, 8, 18),)
    assert not told.file_date
    assert told.authors[0].literal == "外務省"


def test_pdf_whose_title_is_junk_is_called_by_its_heading(make_pdf) -> None:
    lines = [(STATEMENT[:6], 20), (STATEMENT[6:], 20), *[("本文がここに続きます。", 11)] * 20]
    told = facts(make_pdf(lines, {"Title": "Microsoft Word - 声明案.doc", "CreationDate": "D:20230820103000+09'00'"}))
    assert told.title == STATEMENT
    assert told.date and told.date.parts == ((2023, 8, 20),)
    assert told.file_date


JUNK = ["Microsoft Word - x.doc", "untitled", "無題", "100541771.indd", "PowerPoint プレゼンテーション", "スライド 1"]
JUNK += ["D:\\work\\a.jtd", "20230818", "Document1", "", "title", "新建 Microsoft Word 文档"]


@pytest.mark.parametrize("title", JUNK)
def test_titles_that_programs_write_are_none(title: str) -> None:
    assert tidy(title) == ""


@pytest.mark.parametrize("title", [STATEMENT, "The Spirit of the Harbour", "NATO 2022 Strategic Concept", "港口"])
def test_titles_that_persons_write_stay(title: str) -> None:
    assert tidy(title) == title


def test_containers() -> None:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("docProps/core.xml", CORE)
    told = facts(stream.getvalue(), "application/octet-stream")
    assert (told.kind, told.title, told.date and told.date.parts) == ("office", "港口报告", ((2019, 5, 3),))


TITLES = [
    ("港口合作的新进展与问题--时政--人民网", ["人民网"], [], "港口合作的新进展与问题"),
    ("Ports: a history", [], [], "Ports: a history"),
    ("Ports - a history - Harbour Office", ["Harbour Office"], [], "Ports - a history"),
    ("Harbour Office | Ports", ["Harbour Office"], [], "Ports"),
    ("Ports｜外務省", ["外務省"], [], "Ports"),
    ("Ports of call | Site we do not know", [], ["Ports of call"], "Ports of call"),
    ("外務省", ["外務省"], [], "外務省"),
    ("港口——历史与现状_外交部", ["外交部"], [], "港口——历史与现状"),
    ("Welcome", ["Harbour"], [], "Welcome"),
]


@pytest.mark.parametrize(("title", "sites", "headings", "bare"), TITLES)
def test_titles_without_their_sites(title: str, sites: list[str], headings: list[str], bare: str) -> None:
    assert without_site(title, sites, headings) == bare


DATES = [
    ("2023-08-18T09:00:00+09:00", (2023, 8, 18)),
    ("2023/08/18", (2023, 8, 18)),
    ("20230818", (2023, 8, 18)),
    ("2023-08-18 21:50", (2023, 8, 18)),
    ("2023-08", (2023, 8)),
    ("2023", (2023,)),
    ("18 August 2023", (2023, 8, 18)),
    ("Fri, 18 Aug 2023 09:00:00 GMT", (2023, 8, 18)),
    ("令和5年8月18日", (2023, 8, 18)),
]


@pytest.mark.parametrize(("raw", "parts"), DATES)
def test_declared_dates(raw: str, parts: tuple[int, ...]) -> None:
    date = declared(raw)
    assert date and date.parts == (parts,)


PRINTED = [
    ("更新日：令和５年８月１８日（金）", (2023, 8, 18)),
    ("发布时间：2023年8月18日 10:00", (2023, 8, 18)),
    ("二〇二三年八月十八日", (2023, 8, 18)),
    ("August 18th, 2023 • Statements", (2023, 8, 18)),
    ("le 18 août 2023 à Paris", (2023, 8, 18)),
    ("Berlin, 18. August 2023", (2023, 8, 18)),
    ("18 августа 2023 года", (2023, 8, 18)),
    ("2023년 8월 18일", (2023, 8, 18)),
    ("2023.08.18", (2023, 8, 18)),
    ("18.08.2023", (2023, 8, 18)),
]


@pytest.mark.parametrize(("text", "parts"), PRINTED)
def test_printed_days(text: str, parts: tuple[int, ...]) -> None:
    date = printed_day(text)
    assert date and date.parts == (parts,)


@pytest.mark.parametrize("text", ["", "第12章", "1.2.3.4", "2023-8", "August 2023", "99/99/9999", "version 2023.13.40"])
def test_what_is_no_day(text: str) -> None:
    assert printed_day(text) is None


def test_dublin_core() -> None:
    found = from_meta({"dc.title": ["Tides"], "dc.creator": ["Quill, Anna"], "dc.identifier": ["info:doi/10.1234/x"]})
    assert (found[0].title, found[0].authors[0].family, found[0].doi) == ("Tides", "Quill", "10.1234/x")


@given(st.binary(max_size=400), st.sampled_from(["text/html", "application/pdf", "", "text/html; charset=utf-7"]))
def test_bad_input_never_raises(body: bytes, content_type: str) -> None:
    for start in (b"", b"%PDF-1.4\n", b"PK\x03\x04", b"<html><script type='application/ld+json'>"):
        facts(start + body, content_type)


def test_damaged_files_never_raise(make_pdf) -> None:
    whole = make_pdf([(STATEMENT, 20)], {"Title": STATEMENT})
    for at in range(0, len(whole), 97):
        facts(whole[:at])
        facts(whole[:at] + b"\0\xff" + whole[at:])
