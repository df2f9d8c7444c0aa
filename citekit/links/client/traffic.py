"""Who may ask now: at most so many requests under way, so many to one host, and so many a second.

Work is handed out host by host, so that a slow one holds nobody up, and what waits costs a place in a queue only.
"""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Awaitable, Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Generic, TypeVar

from citekit.links.client.limits import Limits, limits_of

WINDOW = 1.0  # seconds that a rate counts over
NO_OTHERS: Mapping[str, Limits] = MappingProxyType({})
SWEEP = 4096  # hosts known before those long idle are forgotten

T = TypeVar("T")
R = TypeVar("R")


class Lane:
    """One host: what it bears, how many requests are under way, when the last ones ended, and who waits."""

    __slots__ = ("active", "burst", "ended", "most", "timer", "waiting", "window")

    def __init__(self, limits: Limits) -> None:
        self.most = limits.per_host or 1 << 30
        self.burst = max(1, int(limits.rate)) if limits.rate else 0
        self.window = self.burst / limits.rate * WINDOW if limits.rate else 0.0
        self.active = 0
        self.ended: deque[float] = deque()
        self.waiting: deque[asyncio.Future[None]] = deque()
        self.timer: asyncio.TimerHandle | None = None


class Traffic:
    """Gates every request: `await enter(host)`, ask, `leave(host)`.

    A request counts from its end on for the rate: it reached the server before, so that no second as the server's
    clock counts it sees more than the rate.
    """

    def __init__(self, concurrency: int, usual: Limits, hosts: Mapping[str, Limits] = NO_OTHERS) -> None:
        self._loop = asyncio.get_running_loop()
        self._free = concurrency or 1 << 30
        self._usual = usual
        self._hosts = hosts
        self._lanes: dict[str, Lane] = {}
        self._held_up: deque[Lane] = deque()  # could go if fewer requests were under way

    async def enter(self, host: str) -> None:
        """Returns when a request to this host may be made."""
        lane = self._lanes.get(host)
        if lane is None:
            if len(self._lanes) >= SWEEP:
                self._sweep()
            lane = self._lanes[host] = Lane(limits_of(host, self._usual, self._hosts))
        if not lane.waiting and self._admit(lane):
            return
        turn = self._loop.create_future()
        lane.waiting.append(turn)
        self._pump(lane)
        try:
            await turn
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():
                self.leave(host)
            raise

    def leave(self, host: str) -> None:
        """The request has ended, well or not."""
        lane = self._lanes[host]
        lane.active -= 1
        self._free += 1
        if lane.burst:
            lane.ended.append(self._loop.time())
        if lane.waiting:
            self._pump(lane)
        while self._held_up and self._free > 0:
            self._pump(self._held_up.popleft())

    def _admit(self, lane: Lane) -> bool:
        """Takes a place if there is one; otherwise sees to it that the lane is looked at again."""
        if lane.active >= lane.most:
            return False
        if lane.burst and (wait := self._wait(lane)) > 0:
            if lane.timer is None:
                lane.timer = self._loop.call_later(wait, self._ring, lane)
            return False
        if self._free <= 0:
            self._held_up.append(lane)
            return False
        lane.active += 1
        self._free -= 1
        return True

    def _wait(self, lane: Lane) -> float:
        """How long until the rate lets one more go; those under way count as well."""
        now = self._loop.time()
        while lane.ended and lane.ended[0] <= now - lane.window:
            lane.ended.popleft()
        if lane.active + len(lane.ended) < lane.burst:
            return 0.0
        return lane.ended[0] + lane.window - now if lane.ended else lane.window

    def _ring(self, lane: Lane) -> None:
        lane.timer = None
        self._pump(lane)

    def _pump(self, lane: Lane) -> None:
        while lane.waiting:
            if lane.waiting[0].done():  # given up
                lane.waiting.popleft()
            elif self._admit(lane):
                lane.waiting.popleft().set_result(None)
            else:
                return

    def _sweep(self) -> None:
        now = self._loop.time()
        for host, lane in list(self._lanes.items()):
            if not lane.active and not lane.waiting and (not lane.ended or lane.ended[-1] <= now - lane.window):
                del self._lanes[host]


class Spread(Generic[T, R]):
    """Runs work over many items, the hosts taking turns, and gives the results as they come.

    No more than `most` items are under way, and of one host no more than `per_host`: what has been begun is finished
    before anything new is, and a million items wait as items, not as tasks.
    """

    def __init__(
        self, work: Callable[[T], Awaitable[R]], host_of: Callable[[T], str], most: int, per_host: int
    ) -> None:
        self._work = work
        self._host_of = host_of
        self._most = most
        self._per_host = per_host or most
        self._queues: dict[str, deque[T]] = {}
        self._running: dict[str, int] = {}
        self._ready: deque[str] = deque()
        self._tasks: set[asyncio.Task[None]] = set()
        self._results: list[R | BaseException] = []
        self._news: asyncio.Future[None] | None = None  # somebody waits for a result
        self._room = asyncio.Event()  # cleared while too many results wait to be fetched

    async def run(self, items: Iterable[T]) -> AsyncIterator[list[R]]:
        """The results in the order in which they come, as many at a time as there are. The work's errors are raised."""
        left = self._sort(items)
        try:
            self._fill()
            while left:
                if not self._results:
                    self._news = asyncio.get_running_loop().create_future()
                    await self._news
                batch, self._results = self._results, []
                self._room.set()
                left -= len(batch)
                yield [_value(result) for result in batch]
        finally:
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)

    def _sort(self, items: Iterable[T]) -> int:
        count = 0
        for item in items:
            self._queues.setdefault(self._host_of(item), deque()).append(item)
            count += 1
        self._ready.extend(sorted(self._queues, key=lambda host: -len(self._queues[host])))  # the longest begin first
        return count

    def _fill(self) -> None:
        """Begins as much as may be, the hosts taking turns."""
        while self._ready and len(self._tasks) < self._most:
            host = self._ready.popleft()
            if host not in self._queues:
                continue
            running = self._running[host] = self._running.get(host, 0) + 1
            if running < self._per_host:
                self._ready.append(host)
            task = asyncio.ensure_future(self._one_by_one(host))
            self._tasks.add(task)

    async def _one_by_one(self, host: str) -> None:
        """Works on the items of a host until none is left: its connections and what is known of it stay at hand."""
        while queue := self._queues.get(host):
            item = queue.popleft()
            if not queue:
                del self._queues[host]
            result: R | BaseException
            try:
                result = await self._work(item)
            except Exception as error:
                result = error
            self._results.append(result)
            if self._news is not None and not self._news.done():
                self._news.set_result(None)
            elif len(self._results) >= self._most:
                self._room.clear()
                await self._room.wait()
        task = asyncio.current_task()
        if task is not None:
            self._tasks.discard(task)
        self._fill()


def _value(result: R | BaseException) -> R:
    if isinstance(result, BaseException):
        raise result
    return result
