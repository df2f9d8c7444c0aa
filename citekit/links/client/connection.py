"""One connection to a server: requests go out as bytes, answers come in through httptools' parser (llhttp)."""

from __future__ import annotations

import asyncio
import re
from typing import cast

import httptools

from citekit.links.client.answer import Answer
from citekit.links.client.failure import NoAnswerError

LONGEST_HEAD = 1 << 18  # bytes of status line and headers
GRACE = 0.02  # seconds
NO_BODY = frozenset((204, 205, 304))
# What real servers get wrong and browsers overlook: bare line feeds, both lengths at once, bytes after the end ...
LENIENT = {
    "lenient_headers": True,
    "lenient_chunked_length": True,
    "lenient_keep_alive": True,
    "lenient_transfer_encoding": True,
    "lenient_version": True,
    "lenient_data_after_close": True,
    "lenient_optional_lf_after_cr": True,
    "lenient_optional_cr_before_lf": True,
    "lenient_optional_crlf_after_chunk": True,
    "lenient_spaces_after_chunk_size": True,
}
TOKEN = re.compile(rb"[!#$%&'*+.^_`|~0-9A-Za-z-]+")  # RFC 9110, 5.6.2


class StaleError(Exception):
    """A kept connection that the server has closed meanwhile: the request goes out again on a new one."""


class Connection(asyncio.Protocol):
    """Asks one thing at a time: `await ask(...)`; `reusable` says whether it can be asked again."""

    __slots__ = (
        "_answer", "_cap", "_capped", "_chunks", "_cookies", "_done", "_head", "_headers", "_location", "_loop",
        "_parser", "_raw", "_status", "_taken", "_timer", "closed", "reusable", "transport", "used",
    )  # fmt: skip

    def __init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._answer: asyncio.Future[Answer] | None = None
        self._timer: asyncio.TimerHandle | None = None
        self.transport: asyncio.Transport | None = None
        self.closed: asyncio.Future[None] | None = None
        self._parser: httptools.HttpResponseParser | None = None
        self.reusable = True
        self.used = 0

    # what the client calls

    async def ask(self, request: bytes, cap: int, timeout: float) -> Answer:
        """Sends the request and waits for the answer, its body up to `cap` bytes.

        Raises `NoAnswerError` (timeout, reset, protocol), or `StaleError` when a connection used before gives none.
        """
        if self.transport is None or self.transport.is_closing():
            raise StaleError
        if self._parser is None:
            self._new_parser()
        self._raw = b""
        self._head, self._taken, self._cap, self._capped, self._done = 0, 0, cap, False, False
        self._begin()
        answer: asyncio.Future[Answer] = self._loop.create_future()
        self._answer = answer
        self._timer = self._loop.call_later(timeout, self._nearly_late, timeout)
        self.transport.write(request)
        try:
            return await answer
        finally:
            if self._timer is not None:
                self._timer.cancel()
            self._answer = None
            self.used += 1
            if not self.reusable:
                self.abort()

    def abort(self) -> None:
        """Closes at once, whatever is still on its way."""
        self.reusable = False
        if self.transport is not None:
            self.transport.abort()

    # what the event loop calls

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = cast(asyncio.Transport, transport)  # uvloop's is no subclass
        self.closed = self._loop.create_future()

    def data_received(self, data: bytes) -> None:
        if self._answer is None or self._done:
            self.abort()  # nobody asked
            return
        if not self._status:
            self._head += len(data)
            self._raw += data
        assert self._parser is not None
        try:
            self._parser.feed_data(data)
        except httptools.HttpParserUpgrade:
            self._fail("protocol", "the server changes to another protocol")
        except httptools.HttpParserError as error:
            self._broken(error)
        if self._head > LONGEST_HEAD and not self._status:
            self._fail("protocol", "headers without end")

    def connection_lost(self, error: Exception | None) -> None:
        self.reusable = False
        if self.closed is not None and not self.closed.done():
            self.closed.set_result(None)
        if self._answer is None or self._answer.done():
            return
        if self._status:
            self._finish(cut=bool(error) or self._expects_more())
        elif self.used and not self._head:
            self._answer.set_exception(StaleError())
        else:
            self._fail("reset", "the server closed the connection without an answer")

    # what the parser calls

    def on_header(self, name: bytes, value: bytes) -> None:
        if self._done:  # bytes beyond the answer
            self.reusable = False
            return
        key = name.decode("latin-1").lower()
        if key == "location":
            self._location = value
        elif key == "set-cookie":
            self._cookies.append(value.decode("utf-8", "replace"))
            return
        text = value.decode("utf-8", "replace")
        self._headers[key] = f"{self._headers[key]}, {text}" if key in self._headers else text

    def on_headers_complete(self) -> None:
        assert self._parser is not None
        status = self._parser.get_status_code()
        if status >= 200:
            self._status = status
            self._raw = b""

    def on_body(self, data: bytes) -> None:
        if self._done:
            return
        room = self._cap - self._taken
        if len(data) > room:
            self._capped = True
            data = data[:room]
        self._chunks.append(data)
        self._taken += len(data)
        if self._capped:
            self._finish()

    def on_message_complete(self) -> None:
        if not self._status:  # 100 Continue, 103 Early Hints: the answer is still to come
            self._begin()
        elif not self._done:
            assert self._parser is not None
            self.reusable = self.reusable and self._parser.should_keep_alive()
            self._finish(whole=True)

    # how an answer ends

    def _new_parser(self) -> None:
        self._parser = httptools.HttpResponseParser(self)
        self._parser.set_dangerous_leniencies(**LENIENT)

    def _begin(self) -> None:
        self._status = 0
        self._headers: dict[str, str] = {}
        self._cookies: list[str] = []
        self._chunks: list[bytes] = []
        self._location = b""

    def _finish(self, *, whole: bool = False, cut: bool = False) -> None:
        self._done = True
        if not whole:
            self.reusable = False
        if self._answer is not None and not self._answer.done():
            self._answer.set_result(
                Answer(
                    status=self._status,
                    headers=self._headers,
                    location=self._location,
                    cookies=self._cookies,
                    body=b"".join(self._chunks),
                    capped=self._capped,
                    cut=cut,
                )
            )

    def _expects_more(self) -> bool:
        """Whether the headers promised more than has come: a length, or a last chunk."""
        length = self._headers.get("content-length", "")
        return self._status not in NO_BODY and (
            self._headers.get("transfer-encoding", "").lower().endswith("chunked")
            or (length.isdigit() and int(length) > self._taken)
        )

    def _nearly_late(self, timeout: float) -> None:
        """Looks once more at what has come: the loop itself may have been held up, not the server."""
        self._timer = self._loop.call_later(GRACE, self._late, timeout)

    def _late(self, timeout: float) -> None:
        if self._status and self._answer is not None and not self._answer.done():
            self._capped = True  # the head has come: it lives, however slow
            self._finish()
        else:
            self._fail("timeout", f"no answer within {timeout:g} s")

    def _broken(self, error: Exception) -> None:
        mended = b"" if self._status else mend_head(self._raw)
        if self._status:  # a faulty body: what came before it stands
            self._finish(cut=True)
        elif mended and mended != self._raw:
            self._parse_anew(mended)
        else:
            self._fail("protocol", f"not HTTP: {error}")

    def _parse_anew(self, data: bytes) -> None:
        self._new_parser()
        self._begin()
        self._head, self._raw = 0, b""
        self.data_received(data)

    def _fail(self, cause: str, detail: str) -> None:
        self.reusable = False
        if self._answer is not None and not self._answer.done():
            self._answer.set_exception(NoAnswerError(cause, detail))


def mend_head(data: bytes) -> bytes:
    """Headers that no parser takes and browsers do: blanks before the colon, lines that are none are left out.

    Empty if there is no whole head to mend.

    >>> mend_head(b"HTTP/1.1 200 OK\\r\\nX-Odd : 1\\r\\n<oops>\\r\\n\\r\\nbody")
    b'HTTP/1.1 200 OK\\r\\nX-Odd: 1\\r\\n\\r\\nbody'
    """
    head, blank, body = data.partition(b"\r\n\r\n")
    if not blank or not head.startswith(b"HTTP/"):
        return b""
    first, *lines = head.split(b"\r\n")
    pairs = [line.partition(b":") for line in lines]
    good = [name.rstrip() + colon + value for name, colon, value in pairs if colon and TOKEN.fullmatch(name.rstrip())]
    return b"\r\n".join([first, *good]) + blank + body
