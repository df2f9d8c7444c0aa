"""The fake answers as a real Zotero did: facts that the client relies on, and, where the recording lies beside the
checkout, all that was recorded."""

from __future__ import annotations

import http.client
import json
from pathlib import Path
from urllib.parse import urlsplit

import pytest

RECORDED = Path(__file__).resolve().parents[3] / "shared" / "zotero" / "zotero_wire.jsonl"
BOOK = json.dumps([{"itemType": "book", "title": "港市", "citationKey": "gangshi"}])
SERVER = {"Zotero-Server-ID": "M4fpUIxCCxE3", "Content-Type": "application/json"}
KEYED = {**SERVER, "Zotero-API-Key": "c" * 32}
FACTS = [
    # name, method, path, headers, body, status, what the answer says
    ("ping", "GET", "/connector/ping", {}, "", 200, "Zotero is running"),
    ("a browser", "GET", "/connector/ping", {"User-Agent": "Mozilla/5.0"}, "", 0, ""),
    ("an origin", "GET", "/connector/ping", {"Origin": "http://x"}, "", 0, ""),
    ("CSL-JSON as JSON", "POST", "/connector/import?session=a", {"Content-Type": "application/json"}, "[]", 400, ""),
    ("no server id", "POST", "/api/users/0/items", {"Content-Type": "application/json"}, BOOK, 428, "not provided"),
    ("another server", "POST", "/api/users/0/items", {"Zotero-Server-ID": "x"}, BOOK, 412, "does not match"),
    ("no key", "POST", "/api/users/0/items", SERVER, BOOK, 401, "API key required"),
    ("a book", "POST", "/api/users/0/items", KEYED, BOOK, 200, '"citationKey":"gangshi"'),
    ("51 books", "POST", "/api/users/0/items", KEYED, json.dumps(json.loads(BOOK) * 51), 413, "more than 50"),
    (
        "an old version",
        "POST",
        "/api/users/0/items",
        {**KEYED, "If-Unmodified-Since-Version": "0"},
        BOOK,
        412,
        "modified",
    ),
    ("an unknown type", "POST", "/api/users/0/items", KEYED, '[{"itemType": "nope"}]', 200, "Unknown itemType 'nope'"),
    ("another user", "GET", "/api/users/1/items", {}, "", 400, "use userID 0"),
]


def ask(url: str, method: str, path: str, headers: dict[str, str], body: str) -> tuple[int, str]:
    """Status and text of an answer; 0 where the connection is closed without one."""
    link = http.client.HTTPConnection(urlsplit(url).netloc, timeout=10)
    try:
        link.request(method, path, body=body.encode() or None, headers=headers)
        got = link.getresponse()
        return got.status, got.read().decode()
    except (http.client.RemoteDisconnected, ConnectionResetError):
        return 0, ""
    finally:
        link.close()


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact[0])
def test_facts(zotero, fact) -> None:
    _, method, path, headers, body, status, says = fact
    got = ask(zotero.url, method, path, headers, body)
    assert got[0] == status
    assert says in got[1]


@pytest.mark.skipif(not RECORDED.exists(), reason="no recording beside the checkout (../shared/zotero)")
def test_recorded_exchanges(zotero) -> None:
    """Every recorded request gets the recorded status, and refusals say the same."""
    lines = RECORDED.read_text("utf-8").splitlines()
    assert len(lines) == 48
    wrong = []
    keys: dict[str, str] = {}
    for number, line in enumerate(lines):
        exchange = json.loads(line)
        asked, recorded = exchange["request"], exchange["response"]
        path = asked["path"]
        for old, new in keys.items():
            path = path.replace(old, new)
        headers = versions(asked["headers"], zotero)
        body = (
            json.dumps(json.loads(BOOK) * 51) if exchange["note"] == "51 objects" else asked["body"]
        )  # cut short there
        status, text = ask(zotero.url, asked["method"], path, headers, body)
        if status != recorded["status"]:
            wrong.append((number, exchange["note"], status, recorded["status"]))
        elif status >= 400 and recorded["body"].split("(")[0] != text.split("(")[0]:
            wrong.append((number, exchange["note"], text, recorded["body"]))
        if exchange["note"] == "write ok":
            keys[json.loads(recorded["body"])["success"]["0"]] = json.loads(text)["success"]["0"]
    assert not wrong


def versions(headers: dict[str, str], zotero) -> dict[str, str]:
    """The recorded version of the item (22, and stale ever after) as the fake counts."""
    if headers.get("If-Unmodified-Since-Version") != "22":
        return headers
    first = min(item["version"] for item in zotero.items.values() if item.get("citationKey") == "mun2017")
    zotero.first_version = getattr(zotero, "first_version", first)
    return {**headers, "If-Unmodified-Since-Version": str(zotero.first_version)}
