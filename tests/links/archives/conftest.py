"""A web archive on loopback: availability, CDX, TimeGate, TimeMap, replay and Save Page Now, as their descriptions
have them. Tests fill in `captures` and `jobs`, and read in `log` what was asked."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import pytest
import requests

from citekit.links.archives.web import Web

KEYS = ("access", "secret")
PART = 2  # mementos in a part of a paged TimeMap


def time_of(moment: str) -> datetime:
    return datetime.strptime(moment, "%Y%m%d%H%M%S").replace(tzinfo=UTC)


def http_date(moment: str) -> str:
    return format_datetime(time_of(moment), usegmt=True)


@dataclass
class Archive:
    """The captures (address: moment and status of each), the captures to be made (address: the replies to questions
    about their job, the last one again and again), and the switches of what real servers do."""

    base: str = ""
    captures: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    jobs: dict[str, list[dict[str, object]]] = field(default_factory=dict)
    denies: bool = False  # the availability API says no although there are copies
    paged: bool = False  # TimeMaps come in parts
    busy: int = 0  # so many answers are "429, later" before the first true one
    log: list[str] = field(default_factory=list)
    forms: list[dict[str, str]] = field(default_factory=list)

    def nearest(self, url: str, moment: str, fine: bool = True) -> tuple[str, str] | None:
        """The capture nearest to a moment, the latest without one."""
        known = [one for one in self.captures.get(url, []) if not fine or one[1] == "200"]
        if not moment:
            return max(known, default=None)
        wanted = time_of(moment.ljust(14, "0")[:14])
        return min(known, key=lambda one: abs(time_of(one[0]) - wanted), default=None)

    def replay(self, moment: str, url: str) -> str:
        return f"{self.base}/web/{moment}/{url}"


class Handler(BaseHTTPRequestHandler):
    archive: Archive
    protocol_version = "HTTP/1.1"
    wbufsize = -1  # one packet an answer: small ones in a row wait for each other

    def log_message(self, *words: object) -> None:
        pass

    def do_GET(self) -> None:  # the name that http.server calls
        self.archive.log.append(f"GET {self.path}")
        if self.archive.busy:
            self.archive.busy -= 1
            self.reply(429, "too many requests", {"Retry-After": "7"})
            return
        path, _, query = self.path.partition("?")
        asked = {name: values[0] for name, values in parse_qs(query).items()}
        for start, answer in (
            ("/wayback/available", lambda rest: self.availability(asked)),
            ("/cdx/search/cdx", lambda rest: self.cdx(asked)),
            ("/timegate/", self.timegate),
            ("/timemap/link/", self.timemap),
            ("/web/", self.memento),
            ("/save/status/", self.status),
        ):
            if path.startswith(start):
                answer(self.path.removeprefix(start))
                return
        self.reply(404, "no such page")

    def do_POST(self) -> None:
        self.archive.log.append(f"POST {self.path}")
        body = self.rfile.read(int(self.headers["Content-Length"])).decode()
        form = {name: values[0] for name, values in parse_qs(body).items()}
        self.archive.forms.append(form)
        if self.headers["Authorization"] != f"LOW {KEYS[0]}:{KEYS[1]}":
            self.reply(401, '{"message": "You need to be logged in to use Save Page Now."}')
            return
        url = form["url"]
        first = self.archive.jobs[url][0]
        if "status_ext" in first and "job_id" not in first:  # refused at once
            self.archive.jobs[url].pop(0)
            self.reply(200, json.dumps(first))
            return
        self.reply(200, json.dumps({"url": url, "job_id": f"spn2-{list(self.archive.jobs).index(url)}"}))

    def reply(self, status: int, text: str, headers: dict[str, str] | None = None) -> None:
        data = text.encode()
        self.send_response(status)
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def availability(self, asked: dict[str, str]) -> None:
        url = asked["url"]
        found = None if self.archive.denies else self.archive.nearest(url, asked.get("timestamp", ""), fine=False)
        snapshots: dict[str, object] = {}
        if found:
            moment, status = found
            address = self.archive.replay(moment, url)
            snapshots = {"closest": {"status": status, "available": True, "url": address, "timestamp": moment}}
        self.reply(200, json.dumps({"url": url, "archived_snapshots": snapshots}))

    def cdx(self, asked: dict[str, str]) -> None:
        assert asked["output"] == "json"
        assert asked["filter"] == "statuscode:200"
        url, limit = asked["url"], int(asked["limit"])
        rows = sorted(one for one in self.archive.captures.get(url, []) if one[1] == "200")
        if asked.get("sort") == "closest":
            wanted = time_of(asked["closest"])
            rows.sort(key=lambda one: abs(time_of(one[0]) - wanted))
        rows = rows[:limit] if limit > 0 else rows[limit:]
        head = ["urlkey", "timestamp", "original", "mimetype", "statuscode", "digest", "length"]
        table = [["key)/", moment, url, "text/html", status, "A" * 32, "99"] for moment, status in rows]
        self.reply(200, json.dumps([head, *table] if table else []))

    def timegate(self, url: str) -> None:
        wanted = self.headers.get("Accept-Datetime")
        moment = parsedate_to_datetime(wanted).strftime("%Y%m%d%H%M%S") if wanted else ""
        found = self.archive.nearest(url, moment, fine=False)
        if not found:
            self.reply(404, "no memento")
            return
        link = f'<{url}>; rel="original", <{self.archive.base}/timemap/link/{url}>; rel="timemap"'
        headers = {"Vary": "accept-datetime", "Location": self.archive.replay(found[0], url), "Link": link}
        self.reply(302, "", headers)

    def memento(self, rest: str) -> None:
        moment, _, url = rest.partition("/")
        status = dict(self.archive.captures.get(url, [])).get(moment, "")
        headers = {"Memento-Datetime": http_date(moment)} if status else {}
        self.reply(int(status or 404), "as it was", headers)

    def timemap(self, rest: str) -> None:
        part, url = (int(rest[0]), rest[2:]) if rest[:2] in ("1/", "2/", "3/") else (0, rest)
        moments = sorted(moment for moment, _ in self.archive.captures.get(url, []))
        if not moments:
            self.reply(404, "no memento")
            return
        here = f"{self.archive.base}/timemap/link/"
        lines = [f'<{url}>;rel="original"', f'<{self.archive.base}/timegate/{url}>;rel="timegate"']
        pieces = [moments[at : at + PART] for at in range(0, len(moments), PART)] if self.archive.paged else [moments]
        if self.archive.paged and not part:
            for number, piece in enumerate(pieces, 1):
                reach = f'from="{http_date(piece[0])}";until="{http_date(piece[-1])}"'
                lines.append(f'<{here}{number}/{url}>;rel="timemap";type="application/link-format";{reach}')
        else:
            lines.append(f'<{here}{rest}>;rel="self";type="application/link-format"')
            for moment in pieces[max(0, part - 1)]:
                rel = "first memento" if moment == moments[0] else "memento"
                lines.append(f'<{self.archive.replay(moment, url)}>;rel="{rel}";datetime="{http_date(moment)}"')
        self.reply(200, ",\n".join(lines), {"Content-Type": "application/link-format"})

    def status(self, job: str) -> None:
        url = list(self.archive.jobs)[int(job.removeprefix("spn2-"))]
        replies = self.archive.jobs[url]
        self.reply(200, json.dumps({"job_id": job} | (replies.pop(0) if len(replies) > 1 else replies[0])))


@pytest.fixture
def archive() -> Iterator[Archive]:
    """The archive on a free port; gone after the test."""
    world = Archive()
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Here", (Handler,), {"archive": world}))
    server.daemon_threads = True
    threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True).start()
    world.base = f"http://127.0.0.1:{server.server_port}"
    yield world
    server.shutdown()
    server.server_close()


@pytest.fixture
def slept() -> list[float]:
    """The seconds that were waited, had anybody waited."""
    return []


@pytest.fixture
def web(slept: list[float]) -> Iterator[Web]:
    with requests.Session() as session:
        session.trust_env = False
        yield Web(session=session, sleep=slept.append)
