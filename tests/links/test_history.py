"""The history: nothing is changed or forgotten, failures are asked again, a broken-off run is gone on with."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.links.archives.copy import Copy
from citekit.links.causes import CAUSES
from citekit.links.history import History
from citekit.links.history.strikes import judged
from citekit.model import CitekitError, Hop, Verdict

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)
URL = "http://港.example/a?b=%E5%8D%B0#c"


class Clock:
    """A clock that stands until it is set."""

    def __init__(self) -> None:
        self.time = NOON
        self.seconds = 0.0

    def __call__(self) -> datetime:
        return self.time

    def ticks(self) -> float:
        return self.seconds


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / ".citekit" / "links.sqlite"


def opened(file: Path | None, clock: Clock) -> History:
    return History.open(file, clock, clock.ticks)


@pytest.fixture
def history(file: Path, clock: Clock) -> Iterator[History]:
    with opened(file, clock) as history:
        history.begin()
        yield history


def seen(cause: str, when: datetime = NOON, url: str = URL) -> Verdict:
    return Verdict(url=url, cause=cause, outcome=CAUSES[cause].outcome, checked=when.isoformat())


VERDICTS = [
    seen("ok"),
    Verdict(url=URL, cause="ok", outcome="ok", status=200, final=URL, hops=(Hop(url=URL, status=200),)),
    Verdict(
        url=URL,
        cause="moved",
        outcome="ok",
        detail="“moved” for good",
        final="http://b.example/",
        status=200,
        hops=(Hop(url=URL, status=301, location="http://b.example/"), Hop(url="http://b.example/", status=200)),
        media_type="text/html",
        title="港の記録\n二",
        digest="A" * 32,
        target="http://b.example/",
        checked=NOON.isoformat(),
    ),
]


@pytest.mark.parametrize("verdict", VERDICTS, ids=lambda verdict: verdict.cause)
def test_a_pass_comes_back_as_it_was(verdict: Verdict, history: History, file: Path, clock: Clock) -> None:
    history.record(verdict)
    history.close()
    with opened(file, clock) as again:
        assert again.passes(URL) == (verdict,)
        assert again.standing(URL) == verdict
        assert again.standing("http://other.example/") is None


def test_passes_are_only_added(history: History) -> None:
    history.record(seen("broken"))
    history.flush()
    for statement in ("DELETE FROM pass", "UPDATE pass SET cause = 'ok'"):
        with pytest.raises(sqlite3.IntegrityError, match="passes are only added"):
            history.connection.execute(statement)
    assert history.passes(URL) == (seen("broken"),)


def test_the_latest_pass_comes_first(history: History) -> None:
    for cause in ("ok", "broken", "timeout"):
        history.record(seen(cause))
    history.flush()
    assert [one.cause for one in history.passes(URL)] == ["timeout", "broken", "ok"]


def committed(file: Path) -> int:
    """What another process would see, and what is left when this one is killed."""
    with sqlite3.connect(file) as connection:
        return int(connection.execute("SELECT COUNT(*) FROM pass").fetchone()[0])


def test_results_are_committed_within_a_second(history: History, file: Path, clock: Clock) -> None:
    history.record(seen("ok"))
    history.tick()
    assert committed(file) == 0
    clock.seconds += 0.9
    history.tick()
    assert committed(file) == 1


def test_many_results_are_committed_at_once(history: History, file: Path) -> None:
    for number in range(600):
        history.record(seen("ok", url=f"http://a.example/{number}"))
    assert 512 <= committed(file) <= 600


@pytest.mark.parametrize(
    ("cause", "age", "settled"),
    [
        ("ok", timedelta(hours=1), True),
        ("moved", timedelta(hours=23), True),
        ("ok", timedelta(hours=25), False),
        ("broken", timedelta(0), False),
        ("timeout", timedelta(0), False),
        ("forbidden", timedelta(0), False),
    ],
)
def test_only_what_lives_need_not_be_asked_by_the_next_run(
    cause: str, age: timedelta, settled: bool, history: History, clock: Clock
) -> None:
    history.record(seen(cause))
    history.finish()
    clock.time += age
    history.begin()
    assert history.is_settled(URL, timedelta(days=1)) == settled
    assert not history.is_settled(URL, timedelta(0))


@pytest.mark.parametrize("cause", ["ok", "broken", "timeout"])
def test_a_broken_off_run_is_gone_on_with(cause: str, history: History, file: Path, clock: Clock) -> None:
    history.record(seen(cause))
    history.flush()  # and then it is killed
    with opened(file, clock) as second:
        second.begin()
        assert second.is_settled(URL, timedelta(0))
        second.finish()
    with opened(file, clock) as third:
        third.begin()
        assert not third.is_settled(URL, timedelta(0))


@pytest.mark.parametrize(
    ("terms", "resume", "later"),
    [("other proxy", True, timedelta(0)), ("", False, timedelta(0)), ("", True, timedelta(hours=25))],
)
def test_a_broken_off_run_is_left_alone(
    terms: str, resume: bool, later: timedelta, history: History, file: Path, clock: Clock
) -> None:
    history.record(seen("refused"))
    history.flush()
    clock.time += later
    with opened(file, clock) as second:
        second.begin(terms, resume)
        assert not second.is_settled(URL, timedelta(days=1))


def days(*causes: str, apart: timedelta = timedelta(days=1)) -> list[Verdict]:
    """Passes, the latest first, each some time after the one before it."""
    return [seen(cause, NOON + apart * at) for at, cause in enumerate(causes)][::-1]


@pytest.mark.parametrize(
    ("passes", "strikes", "outcome"),
    [
        (days("timeout"), 3, "unsure"),
        (days("timeout", "timeout"), 3, "unsure"),
        (days("timeout", "timeout", "timeout"), 3, "rotten"),
        (days("timeout", "refused", "dns-failure"), 3, "rotten"),  # nobody has reached it
        (days("broken", "timeout", "refused"), 3, "rotten"),
        (days("timeout", "timeout", "timeout", apart=timedelta(hours=1)), 3, "unsure"),  # all on one day
        (days("timeout", "timeout", "timeout", apart=timedelta(hours=12)), 3, "rotten"),  # noon, midnight, noon
        (days("timeout", "ok", "timeout", "timeout"), 3, "unsure"),
        (days("timeout", "forbidden", "timeout", "timeout"), 3, "unsure"),  # somebody was there to refuse it
        (days("timeout", "timeout", "timeout", "ok"), 3, "ok"),
        (days("timeout", "timeout", "timeout", "forbidden"), 3, "unsure"),
        (days("timeout", "timeout"), 2, "rotten"),
        (days("timeout"), 1, "rotten"),
        (days("broken"), 3, "rotten"),  # definite at once
        (days("rate-limited", "rate-limited", "rate-limited"), 3, "unsure"),  # alive, and asked too often
    ],
)
def test_strikes(passes: list[Verdict], strikes: int, outcome: str) -> None:
    assert judged(passes, strikes).outcome == outcome


def test_strikes_say_since_when() -> None:
    passes = [replace(one, detail="no answer in 20 s") for one in days("timeout", "timeout", "timeout")]
    assert judged(passes).detail == "no answer in 20 s; failed in 3 passes since 2026-03-01"


@given(st.lists(st.sampled_from([cause for cause in CAUSES if cause != "ok"]), min_size=1, max_size=9))
def test_nothing_ever_alive_turns_rotten_and_nothing_rotten_turns_alive(causes: list[str]) -> None:
    passes = days(*causes)
    outcome = judged(passes).outcome
    assert outcome == passes[0].outcome or (CAUSES[passes[0].cause].passing and outcome == "rotten")


def test_copies_are_remembered(history: History, file: Path, clock: Clock) -> None:
    copy = Copy(url=URL, address=f"https://archive.example/2015/{URL}", moment="20150301000000", service="cdx")
    history.add_copy(copy)
    history.close()
    with opened(file, clock) as again:
        assert again.copies(URL) == (copy,)


def test_without_a_file_nothing_stays(tmp_path: Path, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    with opened(None, clock) as history:
        history.begin()
        history.record(seen("ok"))
        history.flush()
        assert history.standing(URL) == seen("ok")
    assert list(tmp_path.iterdir()) == []


def test_git_does_not_see_the_folder(history: History, file: Path) -> None:
    assert (file.parent / ".gitignore").read_text("utf-8") == "*\n"


@pytest.mark.parametrize("content", [b"@book{a}" * 200, b"SQLite format 3\0 and then something else"])
def test_another_file_is_refused_in_one_line(content: bytes, tmp_path: Path, clock: Clock) -> None:
    file = tmp_path / "refs.bib"
    file.write_bytes(content)
    with pytest.raises(CitekitError, match=r"no history can be kept there .*; name another file with --history"):
        opened(file, clock)
    assert file.read_bytes() == content


def test_a_newer_history_is_left_alone(history: History, file: Path, clock: Clock) -> None:
    history.connection.execute("PRAGMA user_version = 99")
    history.close()
    with pytest.raises(CitekitError, match="newer citekit"):
        opened(file, clock)


def test_two_runs_may_write_at_the_same_time(history: History, file: Path, clock: Clock) -> None:
    with opened(file, clock) as other:
        other.begin()
        other.record(seen("ok"))
        history.record(seen("broken"))
        other.flush()
        history.flush()
    assert {one.cause for one in history.passes(URL)} == {"ok", "broken"}
