"""Copies: each service alone, then all of them in their order, against an archive on loopback."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest
import requests
from hypothesis import given
from hypothesis import strategies as st

from citekit.links.archives import ARCHIVES
from citekit.links.archives.cdx import read_rows
from citekit.links.archives.copy import Copy, distance, instant, moment_of, nearest
from citekit.links.archives.find import Search, pages
from citekit.links.archives.linkformat import read_links
from citekit.links.archives.web import ArchiveError, Web
from citekit.model import Date

URL = "http://minato.example/a?x=1,2&y=%E6%B8%AF"
CAPTURES = [
    ("20080229031720", "200"),
    ("20120405060708", "200"),
    ("20120801000000", "404"),
    ("20180101000000", "200"),
]
PATHS = {
    "wayback": "/wayback/available",
    "cdx": "/cdx/search/cdx",
    "timegate": "/timegate/",
    "timemap": "/timemap/link/",
    "memgator": "/timemap/link/",
}


@pytest.fixture
def filled(archive):
    archive.captures[URL] = list(CAPTURES)
    return archive


@pytest.fixture
def ask(filled, web: Web) -> Callable[..., list[Copy]]:
    def asked(name: str, wanted: str = "", url: str = URL) -> list[Copy]:
        return ARCHIVES[name].ask(web, filled.base + PATHS[name], url, wanted)

    return asked


def test_every_service_has_a_path_here() -> None:
    assert PATHS.keys() == ARCHIVES.keys()


@pytest.mark.parametrize("name", ARCHIVES)
@pytest.mark.parametrize(
    ("wanted", "moment"),
    [("20120301000000", "20120405060708"), ("20000101000000", "20080229031720"), ("", "20180101000000")],
)
def test_each_service_leads_to_the_nearest_copy(name: str, wanted: str, moment: str, ask, filled) -> None:
    copy = nearest(ask(name, wanted), wanted)
    assert copy
    assert (copy.moment, copy.url) == (moment, URL)
    assert copy.address == filled.replay(moment, URL)
    assert requests.get(copy.address, timeout=5).text == "as it was"


@pytest.mark.parametrize("name", ARCHIVES)
def test_no_copy(name: str, ask) -> None:
    assert ask(name, "20120301000000", "http://other.example/") == []


@pytest.mark.parametrize("name", ["wayback", "cdx", "timegate"])
def test_a_copy_of_an_error_page_is_none(name: str, ask, filled) -> None:
    filled.captures[URL] = [("20120801000000", "404")]
    assert ask(name, "20120801000000") == []


@pytest.mark.parametrize("wanted", ["20120301000000", "20191231000000", "20000101000000", ""])
def test_of_a_paged_timemap_the_parts_around_the_moment_are_read(wanted: str, ask, filled) -> None:
    filled.paged = True
    filled.captures[URL] += [("20190101000000", "200"), ("20200101000000", "200")]
    copy = nearest(ask("timemap", wanted), wanted)
    assert copy
    everything = [Copy(url=URL, address="", moment=moment) for moment, _ in filled.captures[URL]]
    best = nearest(everything, wanted)
    assert best
    assert distance(copy.moment, wanted) == distance(best.moment, wanted)


def test_a_fragment_is_not_asked_for_and_letters_are_encoded(ask, filled) -> None:
    ask("wayback", "", "http://bücher.example/港#s2")
    assert filled.log == ["GET /wayback/available?url=http%3A%2F%2Fxn--bcher-kva.example%2F%25E6%25B8%25AF"]


@pytest.mark.parametrize("name", ARCHIVES)
def test_a_busy_server_is_waited_for(name: str, ask, filled, slept: list[float]) -> None:
    filled.busy = 2
    assert ask(name, "20120301000000")
    assert slept == [7.0, 7.0]


def test_a_server_that_stays_busy_is_given_up(ask, filled) -> None:
    filled.busy = 9
    with pytest.raises(ArchiveError, match="patience"):
        ask("cdx", "20120301000000")


@pytest.fixture
def search(filled, web: Web) -> Search:
    services = [replace(ARCHIVES[name], base=filled.base + path) for name, path in PATHS.items() if name != "memgator"]
    return Search(web=web, services=services)


def asked_services(archive) -> list[str]:
    return [name for name, path in PATHS.items() if any(f" {path}" in line for line in archive.log)]


def test_a_near_copy_is_taken_at_once(search: Search, filled) -> None:
    copy = search.nearest(URL, "20120401000000")
    assert copy
    assert (copy.moment, copy.service) == ("20120405060708", "wayback")
    assert asked_services(filled) == ["wayback"]


def test_where_the_first_denies_it_the_next_one_is_asked(search: Search, filled) -> None:
    filled.denies = True
    copy = search.nearest(URL, "20120401000000")
    assert copy
    assert (copy.moment, copy.service) == ("20120405060708", "cdx")
    assert asked_services(filled) == ["wayback", "cdx"]


def test_for_a_far_copy_all_are_asked_and_the_nearest_wins(search: Search, filled) -> None:
    copy = search.nearest(URL, "20150101000000")
    assert copy
    assert copy.moment == "20120801000000"  # a TimeMap does not say with what status
    assert asked_services(filled)[:4] == ["wayback", "cdx", "timegate", "timemap"]


def test_a_service_that_does_not_answer_is_left_out(filled, web: Web) -> None:
    gone = replace(ARCHIVES["wayback"], base="http://127.0.0.1:9/wayback/available")
    there = replace(ARCHIVES["cdx"], base=filled.base + PATHS["cdx"])
    search = Search(web=web, services=[gone, there])
    assert all(search.nearest(URL, "20120405000000") for _ in range(4))
    assert [message.text for message in search.messages] == [
        "wayback: http://127.0.0.1:9/wayback/available cannot be reached; copies were looked for without it"
    ]


@pytest.mark.parametrize("url", ["", "no address", "http://", "http://[::1", "http://a b/", "mailto:a@b.example"])
def test_what_is_no_address_has_no_copy(url: str, search: Search) -> None:
    assert search.nearest(url, "") is None
    assert search.failures.keys() <= {"wayback", "cdx", "timegate", "timemap"}
    assert not search.messages


@pytest.mark.parametrize(
    ("url", "names"),
    [
        ("https://www.mofa.go.jp/mofaj/files/1.pdf", ["warp", "archive.today"]),
        ("http://www.pref.osaka.lg.jp/a", ["warp", "archive.today"]),
        ("http://www.city.kobe.jp/a", ["warp", "archive.today"]),
        ("http://www.kobe.example.jp/a", ["archive.today"]),
        ("http://mofa.go.jp.example/", ["archive.today"]),
        ("http://[::1", ["archive.today"]),
    ],
)
def test_archives_for_persons(url: str, names: list[str]) -> None:
    found = pages(url, "20230818120000")
    assert list(found) == names
    assert all(address.endswith(f"/20230818120000/{url}") for address in found.values())


@pytest.mark.parametrize(
    ("date", "moment"),
    [
        (Date(parts=((2019, 3, 4), (2020, 1, 1))), "20190304120000"),
        (Date(parts=((2019, 3),)), "20190315000000"),
        (Date(parts=((2019,),)), "20190701000000"),
        (Date(literal="n.d."), ""),
        (Date(parts=((2019, 2, 31),)), ""),
        (None, ""),
    ],
)
def test_the_moment_of_a_date(date: Date | None, moment: str) -> None:
    assert moment_of(date) == moment


WAYBACK_ANSWERS = [
    ("[]", []),
    ("{}", []),
    ('{"archived_snapshots": {}}', []),
    ('{"archived_snapshots": {"closest": {"available": false, "url": "u", "timestamp": "2013"}}}', []),
    ('{"archived_snapshots": {"closest": {"available": true, "url": "http://web.archive.org/web/2013/u",'
     ' "timestamp": "20130919044612", "status": "200"}}}', ["https://web.archive.org/web/2013/u"]),
    ('{"archived_snapshots": {"closest": {"available": true, "url": "u", "timestamp": "now", "status": "200"}}}', []),
]  # fmt: skip


@pytest.mark.parametrize(("text", "addresses"), WAYBACK_ANSWERS)
def test_what_the_availability_api_may_say(text: str, addresses: list[str], web: Web, monkeypatch) -> None:
    monkeypatch.setattr("citekit.links.archives.web.Web.get", lambda web, url, headers=None: answer(text))
    assert [copy.address for copy in ARCHIVES["wayback"].ask(web, "http://a.example/", URL, "")] == addresses


def answer(text: str):
    from citekit.links.archives.web import Answer

    return Answer(url="", status=200, headers={}, text=text)


@pytest.mark.parametrize(
    "text",
    [
        json.dumps([["timestamp", "original", "statuscode"], ["20130919044612", URL, "200"]]),
        json.dumps({"urlkey": "k", "timestamp": "20130919044612", "url": URL, "status": "200"}) + "\n",
        f"example,minato)/a 20130919044612 {json.dumps({'url': URL, 'status': '200'})}\n",
        f"example,minato)/a 20130919044612 {URL} text/html 200 AAAA 99\n",
    ],
)
def test_the_forms_of_cdx(text: str) -> None:
    (row,) = read_rows(text)
    assert (row["timestamp"], row["url"], row["statuscode"]) == ("20130919044612", URL, "200")


@given(st.text(alphabet='[]{}",: \n2013abcurl/)<>;=\\', max_size=80) | st.text(max_size=60))
def test_strange_answers_never_raise(text: str) -> None:
    assert all(isinstance(row, dict) for row in read_rows(text))
    assert all(link.target == link.target.strip() for link in read_links(text))
    assert instant(text) is None or text.isdigit()


URLS = st.from_regex(r"\Ahttp://[a-z]{1,5}\.example/[a-z0-9,;=?&%/]{0,12}\Z")
VALUES = st.text(alphabet='abc ,;="\\<>', max_size=9)


@given(st.lists(st.tuples(URLS, VALUES), max_size=4))
def test_links_come_back_as_written(pairs: list[tuple[str, str]]) -> None:
    def quoted(value: str) -> str:
        return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'

    text = ",\n ".join(f"<{url}> ; rel=memento;title={quoted(value)}" for url, value in pairs)
    assert [(link.target, link.parameters["title"]) for link in read_links(text)] == pairs
