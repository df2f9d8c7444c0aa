"""The whole way from the address as cited to what it leads to: every redirect, with the cookies set on the way."""

from __future__ import annotations

from collections.abc import Mapping

from citekit.links.client.address import Address, follow, parse_address
from citekit.links.client.answer import Answer
from citekit.links.client.asking import Asker
from citekit.links.client.cookies import CookieJar
from citekit.links.client.decoding import unpack
from citekit.links.client.failure import NoAnswerError
from citekit.links.client.options import ClientOptions
from citekit.links.client.refresh import refresh_target
from citekit.links.client.sessions import SessionDoor
from citekit.links.exchange import Exchange
from citekit.model import Hop


class Chain:
    """One address on its way."""

    def __init__(self, url: str, asker: Asker, options: ClientOptions, door: SessionDoor | None) -> None:
        self._first = url
        self._asker = asker
        self._options = options
        self._door = door
        self._hops: list[Hop] = []
        self._jar = CookieJar()
        self._visits: set[tuple[str, str]] = set()
        self._host = ""  # the first one: logins are for it alone
        self._warning = ("", "")

    async def run(self, headers: Mapping[str, str], cap: int) -> Exchange:
        """Follows the redirects to their end. Never raises: what goes wrong stands in the exchange."""
        url = self._first
        try:
            while True:
                answer = await self._ask(url, headers, cap)
                body, whole = unpack(answer.body, answer.headers.get("content-encoding", ""), cap)
                onward = self._onward(url, answer, body)
                self._hops.append(Hop(url=url, status=answer.status, location=onward))
                if not onward:
                    return self._end(url, answer, body, whole=whole)
                url = onward
        except NoAnswerError as failure:
            return self._failed(url, failure)

    async def _ask(self, url: str, headers: Mapping[str, str], cap: int) -> Answer:
        if len(self._hops) > self._options.max_redirects:
            raise NoAnswerError("loop", f"more than {self._options.max_redirects} redirects")
        visit = (url, self._jar.state() if self._jar else "")
        if visit in self._visits:
            raise NoAnswerError("loop", "the redirects come back to where they were")
        self._visits.add(visit)
        address = parse_address(url)
        self._host = self._host or address.host
        more = self._headers(address, url, headers)
        answer = await self._asker.ask(address, url, more, cap)
        if answer.cookies:
            for line in answer.cookies:
                self._jar.take(address.host, address.target, line)
        if address.scheme == "https" and (security := self._asker.dialer.security(address)).warning:
            self._warning = (security.warning, security.detail)
        return answer

    def _headers(self, address: Address, url: str, headers: Mapping[str, str]) -> Mapping[str, str]:
        if self._door is None and not self._jar:
            return headers
        cookie = self._jar.header(address.host, address.target, secure=address.scheme == "https")
        if self._door is None:
            return {**headers, "Cookie": cookie} if cookie else headers
        more = {**self._door.headers(url, first=address.host == self._host), **headers}
        if cookie:
            known = more.pop("Cookie", "")
            more["Cookie"] = f"{known}; {cookie}" if known else cookie
        return more

    def _onward(self, url: str, answer: Answer, body: bytes) -> str:
        """The next address, empty at the end of the way."""
        if answer.redirects:
            return follow(url, answer.location)
        if answer.status != 200:
            return ""
        target = refresh_target(answer.headers, body)
        onward = follow(url, target.encode()) if target else ""
        return onward if onward.startswith("http") and onward.partition("#")[0] != url.partition("#")[0] else ""

    def _end(self, url: str, answer: Answer, body: bytes, *, whole: bool) -> Exchange:
        return Exchange(
            url=self._first,
            final=url,
            status=answer.status,
            headers=answer.headers,
            body=body,
            complete=whole and not answer.capped and not answer.cut,
            cut=answer.cut,
            hops=tuple(self._hops),
            warning=self._warning[0],
            detail=self._warning[1],
        )

    def _failed(self, url: str, failure: NoAnswerError) -> Exchange:
        return Exchange(
            url=self._first,
            final=url,
            hops=(*self._hops, Hop(url=url)),
            failure=failure.cause,
            detail=failure.detail,
            complete=False,
        )
