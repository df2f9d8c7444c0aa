"""Save Page Now: captures that succeed, come later, are refused, or say something about the page."""

from __future__ import annotations

import pytest

from citekit.links.archives.captures import FAILURES
from citekit.links.archives.savepagenow import AT_A_TIME, KEYS, LONGEST, PAUSE, Saver, keys
from citekit.links.archives.web import Web
from citekit.model import CitekitError

URL = "http://minato.example/a"
PENDING = {"status": "pending", "resources": []}
DONE = {"status": "success", "original_url": f"{URL}/", "timestamp": "20260301120000", "duration_sec": 6.2}


def failed(word: str) -> dict[str, object]:
    return {"status": "error", "status_ext": f"error:{word}", "message": f"The page:\n{word}", "resources": []}


@pytest.fixture
def saver(archive, web: Web, slept: list[float]) -> Saver:
    """A saver whose clock runs on while it waits."""
    return Saver(web=web, key="access", secret="secret", base=archive.base, ticks=lambda: sum(slept))


def test_a_capture_is_waited_for(saver: Saver, archive, slept: list[float]) -> None:
    archive.jobs[URL] = [PENDING, PENDING, DONE]
    (saved,) = saver.save([URL, URL])
    assert saved.copy
    assert saved.copy.address == f"{archive.base}/web/20260301120000/{URL}/"
    assert (saved.copy.url, saved.copy.day, saved.copy.service) == (URL, "2026-03-01", "savepagenow")
    assert archive.log == ["POST /save", *["GET /save/status/spn2-0"] * 3]
    assert archive.forms == [{"url": URL, "skip_first_archive": "1", "if_not_archived_within": "30d"}]
    assert slept == [PAUSE] * 3


@pytest.mark.parametrize("word", [word for word, kind in FAILURES.items() if kind == "later"])
def test_what_may_help_later_is_tried_again(word: str, saver: Saver, archive) -> None:
    archive.jobs[URL] = [failed(word), failed(word), DONE]
    (saved,) = saver.save([URL])
    assert saved.copy
    assert archive.log.count("POST /save") >= 2


def test_three_times_is_enough(saver: Saver, archive) -> None:
    archive.jobs[URL] = [{"job_id": "spn2-0", **failed("job-failed")}]
    (saved,) = saver.save([URL])
    assert (saved.copy, saved.failure, saved.detail) == (None, "later", "The page: job-failed")
    assert archive.log.count("POST /save") == 3


@pytest.mark.parametrize("word", [word for word, kind in FAILURES.items() if kind == "page"])
def test_what_it_says_of_the_page_is_told_once(word: str, saver: Saver, archive) -> None:
    archive.jobs[URL] = [PENDING, failed(word)]
    (saved,) = saver.save([URL])
    assert (saved.failure, saved.detail) == ("page", f"The page: {word}")
    assert archive.log.count("POST /save") == 1


def test_a_spent_quota_ends_it(saver: Saver, archive) -> None:
    urls = [f"{URL}{number}" for number in range(9)]
    archive.jobs = {url: [failed("max-daily-bandwidth")] for url in urls}
    saved = list(saver.save(urls))
    assert [one.failure for one in saved] == ["quota"]
    assert archive.log == ["POST /save"]


def test_few_at_a_time(saver: Saver, archive) -> None:
    urls = [f"{URL}{number}" for number in range(9)]
    archive.jobs = {url: [PENDING, DONE] for url in urls}
    assert sorted(one.url for one in saver.save(urls)) == urls
    first = archive.log.index("GET /save/status/spn2-0")
    assert archive.log[:first] == ["POST /save"] * AT_A_TIME


def test_a_capture_without_end_is_given_up(saver: Saver, archive, slept: list[float]) -> None:
    archive.jobs[URL] = [PENDING]
    (saved,) = saver.save([URL])
    assert (saved.failure, saved.detail) == ("later", "the capture does not end")
    assert sum(slept) <= 3 * (LONGEST + 2 * PAUSE)


def test_wrong_keys(archive, web: Web) -> None:
    archive.jobs[URL] = [DONE]
    (saved,) = Saver(web=web, key="a", secret="b", base=archive.base).save([URL])
    assert saved.detail == "You need to be logged in to use Save Page Now."


def test_an_archive_that_cannot_be_reached(web: Web) -> None:
    (saved,) = Saver(web=web, key="a", secret="b", base="http://127.0.0.1:9").save([URL])
    assert (saved.failure, saved.detail) == ("later", "cannot be reached")


def test_keys_come_from_the_environment() -> None:
    assert keys({KEYS[0]: "a", KEYS[1]: "b"}) == ("a", "b")
    with pytest.raises(CitekitError, match=f"set {KEYS[0]} and {KEYS[1]}"):
        keys({KEYS[0]: "a"})
