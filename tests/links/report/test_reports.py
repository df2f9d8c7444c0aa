"""The reports. What each format makes of the same rows stands in tests/cases/report: write it anew with
`pytest tests/links/report --golden-update`, and read the difference."""

from __future__ import annotations

import json
import re
from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree, html

from citekit.links.archives.copy import Copy
from citekit.links.causes import CAUSES
from citekit.links.report import REPORTS, SUFFIXES, Report, Row
from citekit.links.report.baseline import is_known, read_baseline
from citekit.links.report.baseline import write as write_baseline
from citekit.links.report.row import STATES, counted, fingerprint
from citekit.links.report.survival import survival
from citekit.model import CitekitError, Date, Hop, Link, Span, Verdict

CASES = Path(__file__).resolve().parents[2] / "cases" / "report"
GOLDEN = {
    "text": "txt",
    "jsonl": "jsonl",
    "markdown": "md",
    "sarif": "sarif.jsonl",
    "github": "github.txt",
    "junit": "xml",
}


def written(form: str, report: Report) -> str:
    return "".join(REPORTS[form](report))


def report_of(*rows: Row, **rest: object) -> Report:
    return Report(rows=lambda: iter(rows), counts=counted(iter(rows)), made="2026-03-01", **rest)


@pytest.mark.parametrize("form", GOLDEN)
def test_transcripts(form: str, report: Report, pytestconfig: pytest.Config) -> None:
    file = CASES / f"links.{GOLDEN[form]}"
    text = written(form, report)
    if form == "sarif":  # the rules are the table of causes
        text = "".join(json.dumps(one, ensure_ascii=False) + "\n" for one in json.loads(text)["runs"][0]["results"])
    if pytestconfig.getoption("--golden-update"):
        file.write_text(text, "utf-8")
    assert text == file.read_text("utf-8")


def test_every_format_is_looked_at() -> None:
    assert GOLDEN.keys() | {"html"} == REPORTS.keys()
    assert set(SUFFIXES.values()) <= REPORTS.keys()


@pytest.mark.parametrize("form", REPORTS)
def test_nothing_to_tell(form: str) -> None:
    text = written(form, report_of())
    assert "None" not in text
    if form == "text":
        assert text == "0 links\n"


def test_a_terminal_shows_colours(report: Report) -> None:
    plain = written("text", report)
    coloured = written("text", replace(report, colour=True))
    assert plain != coloured
    assert re.sub(r"\x1b\[\d*m", "", coloured) == plain


def test_columns_align_in_pieces_of_long_tables() -> None:
    verdict = Verdict(url="http://a.example/", cause="broken", outcome="rotten")
    rows = [Row(link=Link(url="http://a.example/", key=f"k{n}", source="a.bib"), verdict=verdict) for n in range(1200)]
    text = written("text", report_of(*rows))
    assert text.count("http://a.example/") == 1200


def test_sarif_recognises_a_link_that_moves_in_its_file(report: Report, rows: tuple[Row, ...]) -> None:
    def lower(row: Row) -> Row:
        span = row.link.span
        moved = replace(span, line=span.line + 100) if span and span.line else span
        return replace(row, link=replace(row.link, span=moved))

    def names(report: Report) -> list[str]:
        results = json.loads(written("sarif", report))["runs"][0]["results"]
        return [result["partialFingerprints"]["primaryLocationLineHash"] for result in results]

    assert names(report) == names(replace(report, rows=lambda: map(lower, rows)))
    assert len(set(names(report))) == len(names(report)) == 7


def test_the_same_link_in_one_entry_twice_is_two_alerts(rows: tuple[Row, ...]) -> None:
    seen: Counter[str] = Counter()
    one, two = fingerprint(rows[2], seen), fingerprint(rows[2], seen)
    assert one.removesuffix(":1") == two.removesuffix(":2")


def test_sarif_names_rules_that_it_describes(report: Report) -> None:
    run = json.loads(written("sarif", report))["runs"][0]
    described = {rule["id"]: rule["defaultConfiguration"]["level"] for rule in run["tool"]["driver"]["rules"]}
    assert described.keys() == CAUSES.keys()
    assert {result["ruleId"] for result in run["results"]} <= described.keys()


def test_unsure_fails_in_junit_only_where_it_should(report: Report) -> None:
    def failures(report: Report) -> list[int]:
        tree = etree.fromstring(written("junit", report).encode())
        return [int(tree.get("failures", "")), len(tree.findall(".//failure"))]

    assert failures(report) == [2, 2]
    assert failures(replace(report, strict=True)) == [4, 4]


# the page


@pytest.fixture
def page(report: Report):
    return html.document_fromstring(written("html", report))


def test_the_page_needs_nothing_else(report: Report, page) -> None:
    assert page.xpath("//link | //img | //iframe | //object | //script[@src] | //@srcset") == []
    style, script = page.xpath("//style")[0].text, page.xpath("//script")[0].text
    assert "url(" not in style
    assert "@import" not in style
    assert not re.search(r"fetch|XMLHttp|import\s*\(|https?:", script)


def test_the_page_links_only_to_the_web(page) -> None:
    assert {href.split(":")[0] for href in page.xpath("//a/@href")} == {"http", "https"}


def test_hostile_text_stays_text(page) -> None:
    assert len(page.xpath("//script")) == 1
    assert "港の*記録* & <その他>" in [title.text_content() for title in page.xpath("//p[@class='title']")]


def test_the_page_lists_every_link_in_the_group_of_its_state(page, rows: tuple[Row, ...]) -> None:
    for state in STATES:
        listed = page.xpath(f"//details[@id='s-{state}']//li/p[@class='url']")
        assert [item.text_content() for item in listed] == [row.link.url for row in rows if row.state == state]


def test_a_copy_is_a_robust_link(page) -> None:
    link = page.xpath("//a[@data-versionurl]")[0]
    assert link.get("data-versiondate") == "2012-04-05"
    assert link.get("data-versionurl") == "https://web.archive.org/web/20120405060708/" + link.get("data-originalurl")


def test_the_page_can_be_heard(page) -> None:
    """What a screen reader needs: a language, one main part, headings in order, names for picture and field."""
    assert page.get("lang") == "en"
    assert len(page.xpath("//main")) == 1
    levels = [int(head.tag[1]) for head in page.iter("h1", "h2", "h3")]
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    (picture,) = page.xpath("//*[name()='svg']")
    assert picture.get("role") == "img"
    assert {f"#{name}" for name in picture.get("aria-labelledby").split()} == {"#st", "#sd"}
    assert page.xpath("//input[@type='search']/@aria-label")
    ids = page.xpath("//@id")
    assert len(ids) == len(set(ids))
    assert all(head.get("scope") == "col" for head in page.iter("th"))


def test_the_picture_has_a_bar_for_each_year() -> None:
    years = {2011: Counter({"rotten": 3, "ok": 1}), 2013: Counter({"unsure": 1})}
    picture = etree.fromstring(survival(years))
    bars = [(bar.get("class"), bar[0].text, float(bar.get("height"))) for bar in picture.iter("{*}rect", "rect")]
    assert bars == [
        ("alive", "2011: 1 of 4 alive", 50.0),
        ("rotten", "2011: 3 of 4 rotten", 150.0),
        ("unsure", "2013: 1 of 1 unsure", 200.0),
    ]
    assert survival({}) == ""


@pytest.mark.parametrize("last", [2012, 2030, 2200])
def test_labels_of_years_never_crowd(last: int) -> None:
    years = {year: Counter({"ok": 1}) for year in range(2011, last)}
    assert survival(years).count('text-anchor="middle">2') <= 25


TEXTS = st.text(max_size=12) | st.text(alphabet="<>&\"'`|[]\\\0\x1b\ud800x\n", max_size=9)
DATES = st.none() | st.builds(Date, parts=st.tuples(st.tuples(st.integers(-10, 9999)) | st.just((2020, 2))))
LINKS = st.builds(
    Link,
    url=TEXTS,
    source=st.sampled_from(["a.bib", "b<.md"]),
    key=TEXTS,
    title=TEXTS,
    accessed=DATES,
    span=st.none() | st.builds(Span, start=st.just(0), end=st.just(1), line=st.integers(0, 9)),
)
HOPS = st.tuples(*[st.builds(Hop, url=TEXTS, status=st.integers(0, 999))] * 2) | st.just(())


@st.composite
def any_row(draw: st.DrawFn) -> Row:
    link, cause = draw(LINKS), draw(st.sampled_from([*CAUSES, "cause-of-tomorrow"]))
    outcome = CAUSES[cause].outcome if cause in CAUSES else "unsure"
    verdict = Verdict(
        url=link.url, cause=cause, outcome=outcome, detail=draw(TEXTS), target=draw(TEXTS), hops=draw(HOPS)
    )
    copy = draw(st.none() | st.builds(Copy, url=st.just(link.url), address=TEXTS, moment=st.just("20120405060708")))
    return Row(link=link, verdict=verdict, copy=copy, is_known=draw(st.booleans()))


@pytest.mark.parametrize("form", REPORTS)
@given(rows=st.lists(any_row(), max_size=3))
def test_never_raises_and_stays_well_formed(form: str, rows: list[Row]) -> None:
    text = written(form, report_of(*rows, compared=True)).encode("utf-8", "replace")
    if form == "text":
        assert not re.search(rb"[\x00-\x09\x0b-\x1f\x7f]", text)  # nothing that moves the cursor
    elif form == "sarif":
        assert json.loads(text)["version"] == "2.1.0"
    elif form == "jsonl":
        assert len([json.loads(line) for line in text.decode().split("\n")[:-1]]) == len(rows)
    elif form == "junit":
        assert len(etree.fromstring(text).findall(".//testcase")) == len(rows)
    elif form == "html":
        assert len(html.document_fromstring(text).xpath("//script")) == 1


# the baseline


def test_a_baseline_knows_what_was_as_bad(report: Report, rows: tuple[Row, ...], tmp_path: Path) -> None:
    file = tmp_path / "baseline.jsonl"
    file.write_text("".join(write_baseline(report)), "utf-8")
    known = read_baseline(file)
    assert [is_known(row.verdict, known) for row in rows] == [row.verdict.outcome != "ok" for row in rows]
    worse = Verdict(url=rows[0].link.url, cause="broken", outcome="rotten")
    assert not is_known(worse, known)
    file.write_text(written("jsonl", report), "utf-8")
    assert read_baseline(file) == known


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (None, "no baseline can be read"),
        ("{}\n", ":1: is no line of a baseline"),
        ('{"url": "a", "outcome": "ok"}\n\n[1]\n', ":2: is no line of a baseline"),
        ("<html>", ":1: is no line of a baseline"),
    ],
)
def test_a_bad_baseline_is_told_in_one_line(text: str | None, said: str, tmp_path: Path) -> None:
    file = tmp_path / "baseline.jsonl"
    if text is not None:
        file.write_text(text, "utf-8")
    with pytest.raises(CitekitError, match=re.escape(said)) as caught:
        read_baseline(file)
    assert "--write-baseline" in str(caught.value)
    assert "\n" not in str(caught.value)
