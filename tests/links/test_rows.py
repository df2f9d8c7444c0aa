"""From history to report: on which terms a link counts, and for which day a copy is looked for."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
import requests

from citekit.links.archives.copy import Copy
from citekit.links.archives.find import Search
from citekit.links.archives.service import Service
from citekit.links.archives.web import Web
from citekit.links.causes import CAUSES
from citekit.links.client import ClientOptions, TableResolver
from citekit.links.history import History
from citekit.links.rows import Terms, look_for_copies, marked, rows, wanted_for
from citekit.links.run import Ledger, addresses, due, run
from citekit.model import Date, Link, Verdict

URL = "http://www.minato.example/a"


@pytest.fixture
def history() -> Iterator[History]:
    with History.open(None) as history:
        history.begin()
        yield history


def record(history: History, url: str, cause: str, status: int = 0) -> None:
    history.record(Verdict(url=url, cause=cause, outcome=CAUSES[cause].outcome, status=status, checked="2026-03-01"))
    history.flush()


@pytest.mark.parametrize(
    ("accepted", "outcome"),
    [
        ({}, "unsure"),
        ({"": ["403"]}, "ok"),
        ({"": ["forbidden"]}, "ok"),
        ({"": ["404", "timeout"]}, "unsure"),
        ({"minato.example": ["403"]}, "ok"),
        ({"www.minato.example": ["403"]}, "ok"),
        ({"ato.example": ["403"]}, "unsure"),
        ({"other.example": ["403"]}, "unsure"),
    ],
)
def test_what_is_accepted(accepted: dict[str, list[str]], outcome: str, history: History) -> None:
    record(history, URL, "forbidden", 403)
    (row,) = rows([Link(url=URL)], history, Terms(accepted=accepted))
    assert row.verdict.outcome == outcome
    assert history.standing(URL).outcome == "unsure"  # what was seen stays as it was seen


def test_marked_rows_are_those_of_rows_that_are_not_fine(history: History) -> None:
    links = [Link(url=f"{URL}{number}", key=cause) for number, cause in enumerate(CAUSES)]
    for link in links:
        record(history, link.url, link.key)
    everything = list(rows(links, history, Terms()))
    assert list(marked(links, history, Terms())) == [row for row in everything if row.state != "ok"]
    assert len(everything) == len(links)


def test_what_was_never_asked_has_no_row(history: History) -> None:
    assert list(rows([Link(url=URL)], history, Terms())) == []


DAYS = {name: Date(parts=((year, 1, 2),)) for name, year in (("accessed", 2012), ("cited_on", 2015), ("issued", 2010))}


@pytest.mark.parametrize(
    ("known", "moment"),
    [
        (("accessed", "cited_on", "issued"), "20120102120000"),
        (("cited_on", "issued"), "20150102120000"),
        (("issued",), "20100102120000"),
        ((), ""),
    ],
)
def test_the_day_for_which_a_copy_is_wanted(known: tuple[str, ...], moment: str) -> None:
    days = {name: day for name, day in DAYS.items() if name in known}
    terms = Terms(cited_on=days.pop("cited_on", None))
    assert wanted_for(Link(url=URL, **days), terms) == moment


def test_copies_are_looked_for_once_an_address_and_remembered(history: History) -> None:
    asked: list[str] = []

    def ask(web: Web, base: str, url: str, wanted: str) -> list[Copy]:
        asked.append(url)
        return [] if url.endswith("b") else [Copy(url=url, address=f"{base}{url}", moment="20120405060708")]

    links = [Link(url=URL), Link(url=URL, key="again"), Link(url=f"{URL}b"), Link(url=f"{URL}c")]
    for link in links[1:]:
        record(history, link.url, "ok" if link.url.endswith("c") else "broken")
    search = Search(
        web=Web(session=requests.Session()), services=[Service(name="attic", base="http://attic.example/", ask=ask)]
    )
    found = list(look_for_copies(marked(links, history, Terms()), history, search, Terms()))
    assert sorted(asked) == [URL, f"{URL}b"]
    assert [copy and copy.url for copy in found] == [URL, None]
    (first, second, other) = marked(links, history, Terms())
    assert (
        first.copy
        == second.copy
        == Copy(url=URL, address=f"http://attic.example/{URL}", moment="20120405060708", service="attic")
    )
    assert other.copy is None


def test_an_address_is_asked_with_the_title_of_what_it_leads_to() -> None:
    plain = Link(url=URL, note=1)
    titled = replace(plain, note=2, title="Cables")
    assert addresses([plain, titled, replace(titled, title="Ports")]) == {URL: titled}


def nobody(*hosts: str) -> TableResolver:
    """A network in which only these hosts have names."""
    return TableResolver({host: ["127.0.0.1:9"] for host in hosts})


@pytest.mark.parametrize(
    ("names", "causes"),
    [
        ((), {"dns-failure"}),  # not even the name that always exists
        (("example.com",), {"dns"}),
    ],
)
def test_without_a_network_no_name_counts_as_gone(names: tuple[str, ...], causes: set[str], history: History) -> None:
    options = ClientOptions(retries=0, resolver=nobody(*names), allow_private=True)
    run([Link(url=f"http://minato{number}.example/") for number in range(3)], history, options)
    assert {history.standing(f"http://minato{number}.example/").cause for number in range(3)} == causes


@pytest.mark.parametrize("order", [("dns", "ok"), ("ok", "dns"), ("dns", "dns", "broken")])
def test_once_a_host_has_answered_names_that_are_not_there_count(order: tuple[str, ...], history: History) -> None:
    ledger = Ledger(history=history, told=lambda link, verdict: None)
    for number, cause in enumerate(order):
        status = 0 if cause == "dns" else 200
        verdict = Verdict(url=f"{URL}{number}", cause=cause, outcome=CAUSES[cause].outcome, status=status)
        ledger.take(Link(url=verdict.url), verdict)
    history.flush()
    assert not ledger.held
    assert [history.standing(f"{URL}{number}").cause for number in range(len(order))] == list(order)


class StopError(Exception):
    """Somebody stops the run."""


def test_a_stopped_run_keeps_what_it_has_and_is_gone_on_with(history: History, monkeypatch) -> None:
    async def batches(checker: object, asked: list[Link]) -> object:
        for link in asked[:2]:
            yield [(link, Verdict(url=link.url, cause="broken", outcome="rotten", checked="2026-03-01"))]
            await asyncio.sleep(0)
        raise StopError

    monkeypatch.setattr("citekit.links.run.Checker.run", batches)
    links = [Link(url=f"{URL}{number}") for number in range(4)]
    told: list[str] = []
    with pytest.raises(StopError):
        run(
            due(links, history, timedelta(0)),
            history,
            ClientOptions(),
            told=lambda link, verdict: told.append(link.url),
        )
    assert told == [f"{URL}0", f"{URL}1"]
    history.begin()
    assert [link.url for link in due(links, history, timedelta(0))] == [f"{URL}2", f"{URL}3"]
