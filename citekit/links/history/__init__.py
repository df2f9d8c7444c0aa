"""The history of links: every pass of every address, in one SQLite file that only grows.

    with History.open(Path(".citekit/links.sqlite")) as history:
        history.begin()
        asked = [url for url in urls if not history.is_settled(url, max_age)]
        history.record(verdict)       # as answers come in, with history.tick() now and then
        history.finish()
        history.standing(url)         # what this pass and those before it say together

Results are committed within a second (`tick`), so that a killed run loses no more than that; its successor goes on
where it stopped. A pass that found a link alive holds for `max_age`; one that did not is asked again by the next run.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic
from types import TracebackType
from typing import Self

from citekit.links.archives.copy import Copy
from citekit.links.history.rows import FIELDS, row_of, verdict_of
from citekit.links.history.schema import prepare
from citekit.links.history.strikes import STRIKES, judged
from citekit.model import CitekitError, Verdict

BATCH = 16
"""Results that wait for a commit at most."""
INTERVAL = 0.2
"""Seconds for which a result waits for a commit at most, as long as `tick` is called."""
RESUMED = timedelta(days=1)
"""A run that was broken off is gone on with for so long; after that all is asked anew."""


def utc_now() -> datetime:
    return datetime.now(UTC)


@dataclass(slots=True, kw_only=True)
class History:
    """An open history; close it, or use it as a context. Not to be shared between threads."""

    connection: sqlite3.Connection
    name: str
    clock: Callable[[], datetime] = utc_now
    ticks: Callable[[], float] = monotonic
    run: int = 0
    resumed: tuple[int, ...] = ()
    waiting: list[tuple[int | str, ...]] = field(default_factory=list)
    committed: float = 0.0

    @classmethod
    def open(
        cls, path: Path | None, clock: Callable[[], datetime] = utc_now, ticks: Callable[[], float] = monotonic
    ) -> Self:
        """The history in a file, which is made if there is none; None is one that leaves nothing behind.

        Raises CitekitError for a file that is something else, of a newer citekit, or that cannot be written.
        """
        name = str(path or "history")
        try:
            if path and not path.parent.is_dir():
                path.parent.mkdir(parents=True)
                (path.parent / ".gitignore").write_text("*\n", "utf-8")
            connection = sqlite3.connect(path or "", timeout=30, isolation_level=None)
            prepare(connection, name)
        except (OSError, sqlite3.Error) as error:
            reason = f"{name}: no history can be kept there ({error}); name another file with --history"
            raise CitekitError(f"{reason}, or keep none with --no-history") from None
        return cls(connection=connection, name=name, clock=clock, ticks=ticks)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """What waits is committed, and the file is closed."""
        self.flush()
        self.connection.close()

    def begin(self, terms: str = "", resume: bool = True) -> None:
        """A new run. With `resume` it goes on with the runs of the last day that were broken off, if they asked on the
        same terms: what an address answers may depend on the proxy, the trusted certificates and the like."""
        since = (self.clock() - RESUMED).isoformat()
        broken_off = "SELECT id FROM run WHERE finished = '' AND terms = ? AND started >= ?"
        rows = self.connection.execute(broken_off, (terms, since)).fetchall() if resume else []
        self.resumed = tuple(row[0] for row in rows)
        started = (self.clock().isoformat(), terms)
        self.run = self.connection.execute("INSERT INTO run (started, terms) VALUES (?, ?)", started).lastrowid or 0
        self.committed = self.ticks()

    def finish(self) -> None:
        """All is asked: the next run asks again what failed in this one."""
        self.flush()
        finished = self.clock().isoformat()
        done = [(finished, run) for run in (self.run, *self.resumed)]
        self.connection.executemany("UPDATE run SET finished = ? WHERE id = ?", done)

    def record(self, verdict: Verdict) -> None:
        """One pass of an address, committed with others."""
        self.waiting.append((self.run, *row_of(verdict)))
        if len(self.waiting) >= BATCH:
            self.flush()

    def tick(self) -> None:
        """To be called several times a second, so that no result waits longer than `INTERVAL`."""
        if self.waiting and self.ticks() - self.committed >= INTERVAL:
            self.flush()

    def flush(self) -> None:
        """What waits is committed."""
        if self.waiting:
            marks = ", ".join("?" * len(self.waiting[0]))
            try:
                self.connection.execute("BEGIN IMMEDIATE")
                self.connection.executemany(f"INSERT INTO pass (run, {FIELDS}) VALUES ({marks})", self.waiting)
                self.connection.execute("COMMIT")
            except sqlite3.Error as error:
                raise CitekitError(f"{self.name}: the history cannot be written ({error}); make room there") from None
            self.waiting.clear()
        self.committed = self.ticks()

    def is_settled(self, url: str, max_age: timedelta) -> bool:
        """Whether an address need not be asked: this run, or one that it goes on with, has asked it, or it was alive
        less than `max_age` ago."""
        latest = "SELECT run, outcome, checked FROM pass WHERE url = ? ORDER BY id DESC LIMIT 1"
        found = self.connection.execute(latest, (url,)).fetchone()
        if found is None:
            return False
        run, outcome, checked = found
        fresh = outcome == "ok" and max_age and _moment(checked) > self.clock() - max_age
        return bool(fresh) or run == self.run or run in self.resumed

    def passes(self, url: str) -> tuple[Verdict, ...]:
        """All passes of an address, the latest first."""
        asked = f"SELECT {FIELDS} FROM pass WHERE url = ? ORDER BY id DESC"
        return tuple(verdict_of(row) for row in self.connection.execute(asked, (url,)))

    def standing(self, url: str, strikes: int = STRIKES) -> Verdict | None:
        """What all passes of an address together say; None if it was never asked."""
        passes = self.passes(url)
        return judged(passes, strikes) if passes else None

    def troubled(self) -> set[str]:
        """The addresses whose latest pass was not plainly fine; of many links few."""
        latest = "SELECT url FROM pass WHERE id IN (SELECT MAX(id) FROM pass GROUP BY url)"
        return {row[0] for row in self.connection.execute(f"{latest} AND (outcome != 'ok' OR cause = 'moved')")}

    def add_copy(self, copy: Copy) -> None:
        """An archived copy that was found or made."""
        row = (copy.url, copy.address, copy.moment, copy.service)
        self.connection.execute("INSERT INTO copy (url, address, moment, service) VALUES (?, ?, ?, ?)", row)

    def copies(self, url: str) -> tuple[Copy, ...]:
        """The archived copies of an address that are known, in the order in which they came to be known."""
        asked = "SELECT url, address, moment, service FROM copy WHERE url = ? ORDER BY id"
        rows = self.connection.execute(asked, (url,))
        return tuple(Copy(url=row[0], address=row[1], moment=row[2], service=row[3]) for row in rows)


def _moment(checked: str) -> datetime:
    """A time as verdicts write it; one that cannot be read is long ago."""
    try:
        moment = datetime.fromisoformat(checked)
    except ValueError:
        return datetime.min.replace(tzinfo=UTC)
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)
