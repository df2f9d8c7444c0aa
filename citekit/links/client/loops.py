"""The event loop: uvloop's where it is installed, and plain iteration for callers without one."""

from __future__ import annotations

import asyncio
import ssl
from collections.abc import AsyncIterator, Callable, Iterator
from typing import TypeVar

T = TypeVar("T")


def new_event_loop() -> asyncio.AbstractEventLoop:
    """uvloop's event loop if the package is there (`pip install citekit[fast]`), otherwise asyncio's."""
    try:
        import uvloop
    except ImportError:
        return asyncio.new_event_loop()
    loop: asyncio.AbstractEventLoop = uvloop.new_event_loop()
    loop.set_exception_handler(_without_noise)
    return loop


def _without_noise(loop: asyncio.AbstractEventLoop, context: dict[str, object]) -> None:
    """Leaves out what uvloop says of connections that were given up while they were being made."""
    error = context.get("exception")
    if not (isinstance(error, ssl.SSLError | OSError) or "closed" in str(error)):
        loop.default_exception_handler(context)


def iterate(source: Callable[[], AsyncIterator[list[T]]]) -> Iterator[T]:
    """What an async source of batches gives, for a plain `for`: the loop runs while the next one is waited for."""
    with asyncio.Runner(loop_factory=new_event_loop) as runner:
        batches = source()
        try:
            while (batch := runner.run(_next(batches))) is not None:
                yield from batch
        finally:
            close = getattr(batches, "aclose", None)
            if close is not None:
                runner.run(close())


async def _next(batches: AsyncIterator[list[T]]) -> list[T] | None:
    return await anext(batches, None)
