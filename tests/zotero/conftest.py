"""A Zotero that is none: a loopback server that answers as the desktop (version 11) and zotero.org do.

What it answers was recorded with a real desktop; `test_wire.py` holds it to that.
"""

from __future__ import annotations

import json
import re
import threading
from collections.abc import Iterator, Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import MappingProxyType
from urllib.parse import parse_qs, unquote, urlsplit

import pytest

CONNECTOR_TYPES = ("application/json", "text/plain")
IMPORTS = (
    "application/x-bibtex",
    "application/x-research-info-systems",
    "application/vnd.citationstyles.csl+json",
    "text/plain",
)
ITEM_TYPES = ("book", "journalArticle", "newspaperArticle", "bookSection", "webpage", "report", "thesis", "document")
ITEM_TYPES += ("conferencePaper", "statute", "case", "presentation", "dataset", "standard", "manuscript", "preprint")


class Fake:
    """The state of a Zotero: items and collections by key, and what it has been asked. `trouble` holds answers,
    (status, headers), that are given first; `version` is that of the library."""

    def __init__(self) -> None:
        self.items: dict[str, dict] = {}
        self.collections: dict[str, dict] = {}
        self.version = 1
        self.program = "11.0.SOURCE.9b37318"
        self.server_id = "M4fpUIxCCxE3"
        self.user = "0"
        self.keys = {"c" * 32}
        self.once: set[str] = set()
        self.remembers = True
        self.denies = False
        self.local_api = True
        self.largest = 10**6
        self.item_types = ITEM_TYPES
        self.sessions: set[str] = set()
        self.tokens: set[str] = set()
        self.trouble: list[tuple[int, dict[str, str]]] = []
        self.log: list[tuple[str, str, dict[str, str], str]] = []
        self.url = ""

    def asked(self, method: str, path: str) -> list[str]:
        """The bodies of the requests to paths that begin so."""
        return [body for verb, place, _, body in self.log if verb == method and place.startswith(path)]

    def put(self, **fields: object) -> str:
        """An item that a person has made; its key."""
        self.version += 1
        key = "ABCD" + str(len(self.items) + 2345)[-4:]
        blank = {"creators": [], "tags": [], "collections": [], "relations": {}}
        self.items[key] = {**blank, **fields, "key": key, "version": self.version}
        return key

    def wrapped(self, data: dict) -> dict:
        return {"key": data["key"], "version": data["version"], "data": data, "meta": {"numChildren": 0}}


class Handler(BaseHTTPRequestHandler):
    """One request to a fake."""

    fake: Fake
    protocol_version = "HTTP/1.1"

    def log_message(self, format: str, *args: object) -> None:
        """Nothing on stderr."""

    def do_GET(self) -> None:
        self.serve()

    do_POST = do_PATCH = do_DELETE = do_GET  # noqa: N815  # as http.server wants them called

    def serve(self) -> None:
        fake, parts = self.fake, urlsplit(self.path)
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0)).decode()
        fake.log.append((self.command, self.path, dict(self.headers), body))
        if self.headers.get("User-Agent", "").startswith("Mozilla") or self.headers.get("Origin"):
            self.close_connection = True
            return
        if fake.trouble:
            status, headers = fake.trouble.pop(0)
            if not status:
                self.close_connection = True
                return
            if status != 200:
                self.answer(status, "busy", headers)
                return
            self.extra = headers
        if not re.match(r"(127\.0\.0\.1|localhost)(:\d+)?$", self.headers.get("Host", "")):
            self.answer(400, "Bad request\n", {})
            return
        route = next((route for pattern, route in ROUTES if re.fullmatch(pattern, parts.path)), None)
        known = route and (self.command in METHODS.get(route, ("GET", "POST")))
        if route and not known:
            self.answer(400, "Endpoint does not support method\n", {})
        elif route:
            getattr(self, route)(parts.path, {k: v[0] for k, v in parse_qs(parts.query).items()}, body)
        else:
            self.answer(404, "No endpoint found\n", {})

    extra: Mapping[str, str] = MappingProxyType({})

    def answer(self, status: int, said: object = "", headers: dict[str, str] | None = None) -> None:
        data = (said if isinstance(said, str) else json.dumps(said, ensure_ascii=False, separators=(",", ":"))).encode()
        self.send_response(status)
        base = {"X-Zotero-Version": self.fake.program, "X-Zotero-Connector-API-Version": "3"}
        kind = {"Content-Type": "text/plain" if isinstance(said, str) else "application/json"}
        for name, value in {**base, **kind, **(headers or {}), **self.extra}.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        if self.command != "HEAD" and status != 204:
            self.wfile.write(data)

    def api(self, status: int, said: object = "", headers: dict[str, str] | None = None) -> None:
        base = {"Zotero-API-Version": "3", "Zotero-Schema-Version": "41", "Zotero-Server-ID": self.fake.server_id}
        self.answer(status, said, {**base, **(headers or {})})

    # the connector

    def ping(self, path: str, query: dict[str, str], body: str) -> None:
        if self.command == "POST":
            self.answer(200, {"prefs": {}})
        else:
            self.answer(
                200, "<!DOCTYPE html><html><body>Zotero is running</body></html>", {"Content-Type": "text/html"}
            )

    def selected(self, path: str, query: dict[str, str], body: str) -> None:
        rows = enumerate(self.fake.collections.values(), 1)
        targets = [
            {"id": "L1", "name": "My Library", "level": 0},
            *({"id": f"C{n}", "name": c["name"]} for n, c in rows),
        ]
        self.answer(200, {"libraryID": 1, "editable": True, "id": None, "name": "My Library", "targets": targets})

    def bring(self, path: str, query: dict[str, str], body: str) -> None:
        session, kind = query.get("session", ""), self.headers.get("Content-Type", "")
        if kind not in IMPORTS:
            self.answer(400, "Endpoint does not support content-type\n")
        elif session and session in self.fake.sessions:
            self.answer(409, {"error": "SESSION_EXISTS"})
        elif not re.search(r"^\s*(\[|@\w+\{|%|TY  -)", body):
            self.answer(400)
        else:
            self.fake.sessions.add(session)
            works = json.loads(body) if kind == IMPORTS[2] else []
            made = [self.fake.put(**imported(work)) for work in works]
            self.answer(201, [self.fake.items[key] for key in made])

    def save_items(self, path: str, query: dict[str, str], body: str) -> None:
        if self.headers.get("Content-Type") != "application/json":
            self.answer(400, "Endpoint does not support content-type\n")
            return
        try:
            said = json.loads(body)
        except ValueError:
            self.answer(400, "Invalid JSON provided\n")
            return
        session = said.get("sessionID", "")
        if self.headers.get("X-Zotero-Connector-API-Version") != "3":
            self.answer(400, {"error": "CONNECTOR_VERSION_OUTDATED"})
        elif session and session in self.fake.sessions:
            self.answer(409, {"error": "SESSION_EXISTS"})
        else:
            self.fake.sessions.add(session)
            self.answer(201)

    def update_session(self, path: str, query: dict[str, str], body: str) -> None:
        self.answer(200, {})

    # the API

    def root(self, path: str, query: dict[str, str], body: str) -> None:
        if not self.fake.local_api:
            self.answer(403, "Local API is not enabled")
        else:
            self.api(200, "Nothing to see here.")

    def item_types(self, path: str, query: dict[str, str], body: str) -> None:
        self.api(200, [{"itemType": name, "localized": name} for name in ITEM_TYPES])

    def authorize(self, path: str, query: dict[str, str], body: str) -> None:
        if self.fake.denies:
            self.api(403, {"denied": True})
            return
        key = str(len(self.fake.keys) + len(self.fake.once)) * 32
        (self.fake.keys if self.fake.remembers else self.fake.once).add(key)
        self.api(200, {"key": key, "remember": self.fake.remembers})

    def refused(self) -> bool:
        """Whether a write is refused, in the order of the desktop's checks."""
        fake, given = self.fake, self.headers
        key, token, since = (given.get(name, "") for name in (KEY, TOKEN, SINCE))
        if fake.user == "0" and not given.get("Zotero-Server-ID"):
            self.api(428, "Zotero-Server-ID not provided")
        elif fake.user == "0" and given["Zotero-Server-ID"] != fake.server_id:
            self.api(412, "Zotero-Server-ID does not match this server")
        elif key not in fake.keys | fake.once:
            self.api(401 if fake.user == "0" else 403, "API key required -- POST /api/local/authorize to obtain one")
        elif token and token in fake.tokens:
            self.api(412, "Write token already used")
        elif self.command == "POST" and since and int(since) < fake.version:
            self.api(412, f"Library has been modified since specified version (expected {since}, found {fake.version})")
        else:
            fake.once.discard(key)
            fake.tokens |= {token} - {""}
            return False
        return True

    def listed(self, path: str, query: dict[str, str], body: str) -> None:
        """Lists of items and collections, and writing into them."""
        fake = self.fake
        if f"/users/{fake.user}/" not in path:
            self.api(400, f"Only data for the logged-in user is available locally -- use userID {fake.user}")
        elif self.command == "POST":
            self.written(path, json.loads(body), len(body.encode()))
        else:
            group = re.search(r"/collections/(\w+)/items", path)
            shelf = fake.collections if path.endswith("/collections") else fake.items
            rows = [data for data in shelf.values() if not group or group[1] in data["collections"]]
            start, limit = int(query.get("start", 0)), int(query.get("limit", 0)) or None
            shown = rows[start : start + limit if limit else None]
            headers = {"Total-Results": str(len(rows)), "Last-Modified-Version": str(fake.version)}
            self.api(200, [fake.wrapped(data) for data in shown], headers)

    def written(self, path: str, objects: list[dict], size: int) -> None:
        fake = self.fake
        if self.refused():
            return
        if len(objects) > 50 or size > fake.largest:
            self.api(413, "Cannot add more than 50 items at a time")
            return
        said: dict[str, dict] = {"successful": {}, "success": {}, "unchanged": {}, "failed": {}}
        shelf = fake.collections if path.endswith("/collections") else fake.items
        for at, data in enumerate(objects):
            old = shelf.get(data.get("key", ""))
            if old and data.get("version", 0) < old["version"]:
                said["failed"][str(at)] = {"key": old["key"], "code": 412, "message": "item has been modified"}
            elif not old and shelf is fake.items and data.get("itemType") not in fake.item_types:
                said["failed"][str(at)] = {
                    "key": "",
                    "code": 400,
                    "message": f"Unknown itemType '{data.get('itemType')}'",
                }
            else:
                fake.version += 1
                key = old["key"] if old else f"{'ITEM' if shelf is fake.items else 'COLL'}{2345 + len(shelf)}"
                blank = {"creators": [], "tags": [], "collections": [], "relations": {}}
                shelf[key] = {**(old or blank), **data, "key": key, "version": fake.version}
                said["success"][str(at)] = key
                said["successful"][str(at)] = fake.wrapped(shelf[key])
        self.api(200, said, {"Last-Modified-Version": str(fake.version)})

    def one(self, path: str, query: dict[str, str], body: str) -> None:
        """One item: read, changed or deleted."""
        fake, key = self.fake, unquote(path.rsplit("/", 1)[1])
        item, since = fake.items.get(key), self.headers.get(SINCE, "")
        if item is None:
            self.api(404, "Not found")
        elif self.command == "GET":
            self.api(200, fake.wrapped(item), {"Last-Modified-Version": str(item["version"])})
        elif self.refused():
            return
        elif not since:
            self.api(428, "If-Unmodified-Since-Version not provided")
        elif int(since) < item["version"]:
            self.api(412, f"item has been modified since specified version (expected {since}, found {item['version']})")
        else:
            fake.version += 1
            if self.command == "DELETE":
                del fake.items[key]
            else:
                item.update(json.loads(body), version=fake.version)
            self.api(204, "", {"Last-Modified-Version": str(fake.version)})


KEY, TOKEN, SINCE = "Zotero-API-Key", "Zotero-Write-Token", "If-Unmodified-Since-Version"
ROUTES = (
    (r"/connector/ping", "ping"),
    (r"/connector/getSelectedCollection", "selected"),
    (r"/connector/import", "bring"),
    (r"/connector/saveItems", "save_items"),
    (r"/connector/updateSession", "update_session"),
    (r"/api/", "root"),
    (r"/api/itemTypes", "item_types"),
    (r"/api/local/authorize", "authorize"),
    (r"(/api)?/users/\d+/(items(/top)?|collections(/\w+/items/top)?)", "listed"),
    (r"(/api)?/users/\d+/items/\w{8}", "one"),
)
METHODS = {"save_items": ("POST",), "bring": ("POST",), "one": ("GET", "PATCH", "DELETE"), "authorize": ("POST",)}


def imported(work: dict) -> dict:
    """A CSL-JSON item as the import makes an item of it, as far as the tests look."""
    names = {"article-journal": "journalArticle", "chapter": "bookSection", "book": "book", "webpage": "webpage"}
    date = "-".join(f"{number:02d}" for number in work.get("issued", {}).get("date-parts", [[]])[0])
    people = [
        {"creatorType": "author", **({"name": who["literal"]} if "literal" in who else {
            "lastName": who.get("family", ""), "firstName": who.get("given", "")})}
        for who in work.get("author", ())
    ]  # fmt: skip
    item = {"itemType": names.get(work["type"], "document"), "title": work.get("title", ""), "date": date}
    return {**item, "creators": people, "citationKey": work.get("citation-key", "")}


@pytest.fixture
def zotero() -> Iterator[Fake]:
    """A running Zotero with an empty library."""
    fake = Fake()
    handler = type("Bound", (Handler,), {"fake": fake})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    fake.url = f"http://127.0.0.1:{server.server_port}"
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    yield fake
    server.shutdown()
    server.server_close()


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of settings of the test's own."""
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    return tmp_path
