"""The Zotero that runs on this computer: its API for writing from version 10 on, its import before.

https://www.zotero.org/support/dev/web_api/v3/local_api and /support/dev/client_coding/connector_http_server
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from citekit.model import CitekitError, Reference
from citekit.outputs import csljson
from citekit.zotero.api import Api, refusal
from citekit.zotero.client import Client, UnreachableError
from citekit.zotero.keyring import Keyring

ADDRESS = "http://127.0.0.1:23119"
LIBRARY = "/api/users/0"
WRITES = 10
"""The first version of the desktop whose API writes."""
PATIENCE = 330.0
"""Seconds that a person has to answer Zotero's question whether citekit may write."""
JSON_TYPE = {"Content-Type": "application/json"}
CSL_TYPE = {"Content-Type": "application/vnd.citationstyles.csl+json"}
"""The import takes CSL-JSON under this type only."""
ALLOW = "open Settings, Advanced, and let other applications on this computer communicate with Zotero"


@dataclass(slots=True, kw_only=True)
class Desktop:
    """A running Zotero: `version` is its first number, `api` its library (None where that may not be read)."""

    client: Client
    version: int
    api: Api | None = None

    @property
    def writes(self) -> bool:
        """Whether the API takes what is written."""
        return self.api is not None and self.version >= WRITES

    def add(self, references: Sequence[Reference], collection: str = "", tags: Sequence[str] = ()) -> int:
        """Imports references; how many Zotero has taken. With a collection or tags they are put there."""
        session = secrets.token_hex(8)  # one for each import; it is refused a second time
        body = csljson.write(references).encode()
        answer = self.client.ask("POST", f"/connector/import?session={session}", data=body, headers=CSL_TYPE)
        if answer.status != 201:
            raise refusal(answer)
        if collection or tags:
            self._sort(session, collection, tags)
        return len(answer.json) if isinstance(answer.json, list) else 0

    def target(self, collection: str) -> str:
        """The place in Zotero's window that a collection is; empty if there is none of that name."""
        answer = self.client.ask("POST", "/connector/getSelectedCollection", data=b"{}", headers=JSON_TYPE)
        places = answer.json.get("targets") if isinstance(answer.json, dict) else None
        for place in places if isinstance(places, list) else ():
            if isinstance(place, dict) and place.get("name") == collection:
                return str(place.get("id", ""))
        return ""

    def _sort(self, session: str, collection: str, tags: Sequence[str]) -> None:
        where = {"target": self.target(collection)} if collection else {}
        body = json.dumps({"sessionID": session, **where, "tags": list(tags)}, ensure_ascii=False).encode()
        answer = self.client.ask("POST", "/connector/updateSession", data=body, headers=JSON_TYPE)
        if answer.status != 200:
            raise refusal(answer)


def find_desktop(url: str, keyring: Keyring, tell: Callable[[str], None]) -> Desktop:
    """The Zotero that answers at an address; raises CitekitError, which says how to start it, if none does.

    `tell` is called with what a person has to do in Zotero's window.
    """
    client = Client(base=url.rstrip("/"), local=True)
    try:
        ping = client.ask("GET", "/connector/ping")
    except UnreachableError:
        raise CitekitError(
            f"Zotero is not running (nothing answers at {url}); start it, or push to zotero.org with --web --user ID"
        ) from None
    number = ping.headers.get("X-Zotero-Version", "").partition(".")[0]
    if not number.isdecimal():
        raise CitekitError(f"{url}: something answers there that is not Zotero; give Zotero's address with --url")
    root = client.ask("GET", "/api/")
    api = Api(client=client, prefix=LIBRARY) if root.status == 200 else None
    if api and (server := root.headers.get("Zotero-Server-ID", "")):
        client.headers["Zotero-Server-ID"] = server
        client.headers |= {"Zotero-API-Key": key} if (key := keyring.get(server)) else {}
        api.authorise = lambda: _authorise(client, server, keyring, tell)
    return Desktop(client=client, version=int(number), api=api)


def _authorise(client: Client, server: str, keyring: Keyring, tell: Callable[[str], None]) -> bool:
    """Zotero asks its user whether citekit may write; a key that it lets us keep is kept."""
    tell("Zotero asks whether citekit may write into its library: answer in Zotero's window")
    client.headers.pop("Zotero-API-Key", None)
    body = json.dumps({"appName": "citekit"}).encode()
    answer = client.ask("POST", "/api/local/authorize", data=body, headers=JSON_TYPE, timeout=PATIENCE)
    said = answer.json if isinstance(answer.json, dict) else {}
    key = said.get("key")
    if said.get("denied"):
        raise CitekitError("Zotero was told not to let citekit write; push again to be asked again")
    if answer.status != 200 or not isinstance(key, str):
        raise CitekitError(f"{refusal(answer)}; {ALLOW}")
    client.headers["Zotero-API-Key"] = key
    if said.get("remember"):
        keyring.put(server, key)
    return True
