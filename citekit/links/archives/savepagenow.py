"""Save Page Now 2 of the Internet Archive: a copy of a living page, made on request.

A capture is asked for with a form, then its status is asked for until it is there. Source: the API's public
description (SPN2). The keys are those of an account: archive.org/account/s3.php.
"""

from __future__ import annotations

import json
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from time import monotonic

from citekit.links.archives.captures import Kind, kind_of
from citekit.links.archives.copy import Copy, instant
from citekit.links.archives.web import ArchiveError, Web, ascii_url
from citekit.model import CitekitError

BASE = "https://web.archive.org"
KEYS = ("IA_ACCESS_KEY_ID", "IA_SECRET_ACCESS_KEY")
"""The names under which the environment holds the two keys."""
RECENT = "30d"
"""A copy younger than this is good enough: none is made anew."""
AT_A_TIME = 4
PAUSE = 5.0
"""Seconds between two looks at the captures under way."""
LONGEST = 600.0
"""Seconds after which a capture is given up."""
TRIES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Saved:
    """What became of a capture: the copy, or why there is none (`failure`, and `detail` for a person)."""

    url: str
    copy: Copy | None = None
    failure: Kind | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    url: str
    id: str
    began: float
    tries: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Saver:
    """Asks for captures with the keys of an account. `ticks` counts seconds."""

    web: Web
    key: str
    secret: str
    base: str = BASE
    ticks: Callable[[], float] = monotonic

    def save(self, urls: Iterable[str]) -> Iterator[Saved]:
        """Each address saved, in the order in which the captures end. Never raises: what fails says so, what may be
        gone soon is tried three times. When the day's quota is spent the rest is not asked for."""
        waiting = deque((url, 1) for url in dict.fromkeys(urls))
        jobs: list[_Job] = []
        while waiting or jobs:
            for saved, tries in [*self._started(waiting, jobs), *self._ended(jobs)]:
                if saved.failure == "later" and tries < TRIES:
                    waiting.append((saved.url, tries + 1))
                    continue
                if saved.failure == "quota":
                    waiting.clear()
                yield saved

    def _started(self, waiting: deque[tuple[str, int]], jobs: list[_Job]) -> Iterator[tuple[Saved, int]]:
        """New captures, as many as may be under way at a time; gives those that failed at once, and then starts no
        more for now."""
        while waiting and len(jobs) < AT_A_TIME:
            url, tries = waiting.popleft()
            begun = self._begin(url, tries)
            if isinstance(begun, Saved):
                yield begun, tries
                return
            jobs.append(begun)

    def _ended(self, jobs: list[_Job]) -> Iterator[tuple[Saved, int]]:
        """After a pause the captures that have ended, which are under way no longer."""
        self.web.sleep(PAUSE)
        for job in tuple(jobs):
            ended = self._status(job)
            if ended:
                jobs.remove(job)
                yield ended, job.tries

    def _begin(self, url: str, tries: int) -> _Job | Saved:
        form = {"skip_first_archive": "1", "if_not_archived_within": RECENT}
        try:
            reply = self._record(
                self.web.post(f"{self.base}/save", {"url": ascii_url(url)} | form, self._headers()).text
            )
        except ArchiveError as error:
            return Saved(url=url, failure="later", detail=str(error))
        if job := reply.get("job_id"):
            return _Job(url=url, id=job, began=self.ticks(), tries=tries)
        return self._failed(url, reply)

    def _status(self, job: _Job) -> Saved | None:
        """The end of a capture; None as long as it is under way."""
        try:
            reply = self._record(self.web.get(f"{self.base}/save/status/{job.id}", self._headers()).text)
        except ArchiveError as error:
            return Saved(url=job.url, failure="later", detail=str(error))
        if reply.get("status") == "pending":
            late = self.ticks() - job.began > LONGEST
            return Saved(url=job.url, failure="later", detail="the capture does not end") if late else None
        stamp = reply.get("timestamp", "")
        if reply.get("status") != "success" or not instant(stamp):
            return self._failed(job.url, reply)
        address = f"{self.base}/web/{stamp}/{reply.get('original_url', job.url)}"
        return Saved(url=job.url, copy=Copy(url=job.url, address=address, moment=stamp, service="savepagenow"))

    def _failed(self, url: str, reply: Mapping[str, str]) -> Saved:
        status = reply.get("status_ext", "")
        detail = reply.get("message") or status.removeprefix("error:") or "the answer says neither yes nor no"
        return Saved(url=url, failure=kind_of(status), detail=" ".join(detail.split()))

    def _headers(self) -> dict[str, str]:
        return {"Accept": "application/json", "Authorization": f"LOW {self.key}:{self.secret}"}

    def _record(self, text: str) -> dict[str, str]:
        try:
            found: object = json.loads(text)
        except ValueError:
            raise ArchiveError("answers with something that is no JSON") from None
        return {str(k): str(v) for k, v in found.items() if v is not None} if isinstance(found, dict) else {}


def keys(environment: Mapping[str, str] = os.environ) -> tuple[str, str]:
    """The two keys from the environment; raises CitekitError if they are not there."""
    key, secret = (environment.get(name, "") for name in KEYS)
    if not key or not secret:
        raise CitekitError(
            f"to save pages, set {KEYS[0]} and {KEYS[1]} to the keys of your account: https://archive.org/account/s3.php"
        )
    return key, secret
