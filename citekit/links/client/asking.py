"""One address asked once: through the gate of its host, over a connection, again where that may help."""

from __future__ import annotations

import asyncio
from base64 import b64encode
from collections.abc import Mapping
from urllib.parse import unquote

from citekit.links.client import identity
from citekit.links.client.address import Address
from citekit.links.client.answer import Answer
from citekit.links.client.connection import StaleError
from citekit.links.client.dialer import Dialer
from citekit.links.client.failure import NoAnswerError
from citekit.links.client.guard import is_public
from citekit.links.client.limits import Limits
from citekit.links.client.options import ClientOptions
from citekit.links.client.pool import Pool
from citekit.links.client.resolver import literal
from citekit.links.client.retries import outcome, wait_before, wants_browser
from citekit.links.client.sessions import SessionDoor
from citekit.links.client.traffic import Traffic

MOST_IDLE = 512  # connections; a process may often have no more than 1,024 files open
CERTIFICATE = 1 << 16  # bytes at most


class Asker:
    """Gets one answer to one request, with retries."""

    def __init__(self, options: ClientOptions, door: SessionDoor | None) -> None:
        self._options = options
        self._door = door
        self._traffic = Traffic(
            options.concurrency, Limits(per_host=options.per_host, rate=options.rate), options.hosts
        )
        self.dialer = Dialer(options, self._download)
        self._pool = Pool(self.dialer, options.per_host, MOST_IDLE)
        self._own = _lines(identity.own(options.user_agent))
        self._browser = _lines(identity.browser())
        self._for_browsers: set[str] = set()  # hosts that answer only those
        self._alike: set[tuple[str, str | int]] = set()  # what a host says to both

    def close(self) -> None:
        self._pool.close()

    async def ask(self, address: Address, url: str, more: Mapping[str, str], cap: int) -> Answer:
        """The answer, after as many tries as may help; raises `NoAnswerError`.

        A refusal is asked again as a browser, at once; what may pass is asked again after a while.
        """
        as_browser = address.host in self._for_browsers
        tries = 0
        refusal: Answer | None = None
        while True:
            result = await self._try(address, url, more, cap, as_browser=as_browser)
            tries += 1
            key = (address.host, outcome(result))
            if isinstance(result, Answer) and result.status < 400:
                if refusal is not None:
                    self._for_browsers.add(address.host)
                return result
            if not as_browser and self._options.retries and wants_browser(result) and key not in self._alike:
                as_browser, refusal = True, result if isinstance(result, Answer) else None
                continue
            if refusal is not None and refusal.status == key[1]:
                self._alike.add(key)
            wait = wait_before(result, tries, self._options)
            if wait is None:
                break
            await asyncio.sleep(wait)
        if isinstance(result, Answer):
            return result
        if refusal is not None:
            return refusal
        raise result

    async def _try(
        self, address: Address, url: str, more: Mapping[str, str], cap: int, *, as_browser: bool
    ) -> Answer | NoAnswerError:
        host = address.host
        await self._traffic.enter(host)
        try:
            if self._door is not None and self._door.takes(url):
                return await self._through_session(address, url, more, cap)
            return await self._send(address, self._request(address, more, as_browser=as_browser), cap)
        except NoAnswerError as failure:
            return failure
        finally:
            self._traffic.leave(host)

    async def _through_session(self, address: Address, url: str, more: Mapping[str, str], cap: int) -> Answer:
        assert self._door is not None
        if not self._door.mounted(url) and not self._options.allow_private:
            if not self._door.proxy(url):
                await self.dialer.endpoints(address)  # refuses private ones
            elif address.host == "localhost" or (literal(address.host) and not is_public(address.host)):
                raise NoAnswerError("private", f"{address.host} is an address of a private network")
        return await self._door.ask(url, more, cap, self._options.timeout)

    async def _send(self, address: Address, request: bytes, cap: int) -> Answer:
        fresh = False
        while True:
            connection = await self._pool.take(address, fresh=fresh)
            try:
                return await connection.ask(request, cap, self._options.timeout)
            except StaleError:
                fresh = True
            except BaseException:
                connection.abort()
                raise
            finally:
                self._pool.give(address, connection)

    def _request(self, address: Address, more: Mapping[str, str], *, as_browser: bool) -> bytes:
        """The bytes of the request, headers given by the caller in place of the usual ones."""
        lines = self._browser if as_browser else self._own
        if not more and not address.user:
            return f"GET {address.target} HTTP/1.1\r\nHost: {address.authority}\r\n{lines['']}\r\n".encode("latin-1")
        given = {name.lower() for name in more}
        usual = [line for name, line in lines.items() if name and name not in given]
        if address.user and "authorization" not in given:
            login = b64encode(unquote(address.user).encode()).decode("ascii")
            usual.append(f"Authorization: Basic {login}\r\n")
        extra = [f"{name}: {_one_line(value)}\r\n" for name, value in more.items()]
        head = [f"GET {address.target} HTTP/1.1\r\nHost: {address.authority}\r\n", *usual, *extra, "\r\n"]
        return "".join(head).encode("utf-8")

    async def _download(self, url: str) -> bytes:
        """A small file of another host; empty if it cannot be had."""
        from citekit.links.client.address import parse_address

        try:
            address = parse_address(url)
            answer = await self._try(address, url, {}, CERTIFICATE, as_browser=False)
        except NoAnswerError:
            return b""
        return answer.body if isinstance(answer, Answer) and answer.status == 200 and not answer.capped else b""


def _lines(headers: Mapping[str, str]) -> dict[str, str]:
    """Each header as its line, and all together under the empty name."""
    lines = {name.lower(): f"{name}: {value}\r\n" for name, value in headers.items()}
    return {"": "".join(lines.values()), **lines}


def _one_line(value: str) -> str:
    return value.replace("\r", " ").replace("\n", " ")
