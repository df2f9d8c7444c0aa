"""Zotero's API, version 3, as its desktop (version 10 on) and zotero.org both speak it: items and collections of one
library.

https://www.zotero.org/support/dev/web_api/v3/write_requests: at most 50 objects a request, a write token that lets no
request be carried out twice, versions that let nobody's change be overwritten.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from citekit.model import JSON, CitekitError, Reference
from citekit.zotero.client import Answer, Client, UnreachableError
from citekit.zotero.items import from_item

MOST = 50
"""Objects in one request."""
PAGE = 100
"""Items in one answer."""
KEY_FIELD = 41
"""The version of Zotero's schema that certainly has the field `citationKey`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A work that the library has: its reference, and the item as it stands there."""

    key: str
    version: int
    reference: Reference
    item: Mapping[str, JSON]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What became of objects, by their places: the keys of those that were written (or were so already), and what was
    wrong with the others."""

    keys: Mapping[int, str]
    failed: Mapping[int, str]


@dataclass(slots=True, kw_only=True)
class Api:
    """One library. `prefix` is its path (/users/0); `authorise` gets a key when a write is refused for want of one, and
    says whether it got any."""

    client: Client
    prefix: str
    authorise: Callable[[], bool] = lambda: False
    schema: int = field(default=KEY_FIELD)

    def items(self, collection: str = "") -> tuple[Held, ...]:
        """The works in the library, or in the collection with a key."""
        place = f"/collections/{collection}" if collection else ""
        found = (held for item in self._all(f"{place}/items/top") if (held := _held(item)))
        return tuple(found)

    def collections(self) -> dict[str, str]:
        """The keys of the collections by their names; of several with one name the first."""
        names: dict[str, str] = {}
        for found in self._all("/collections"):
            data = found.get("data")
            if isinstance(data, dict):
                names.setdefault(str(data.get("name", "")), str(found.get("key", "")))
        return names

    def make_collection(self, name: str) -> str:
        """A new collection; its key."""
        made = self.write("/collections", [{"name": name}])
        if 0 not in made.keys:
            raise CitekitError(f"the collection {name} cannot be made: {made.failed.get(0, 'Zotero does not say why')}")
        return made.keys[0]

    def write(self, path: str, objects: Sequence[Mapping[str, JSON]]) -> Written:
        """New objects, and changes of those whose `key` and `version` are given, so many requests as it takes."""
        keys: dict[int, str] = {}
        failed: dict[int, str] = {}
        due = [range(at, min(at + MOST, len(objects))) for at in range(0, len(objects), MOST)]
        while due:
            part = due.pop(0)
            answer = self._post(path, [objects[at] for at in part])
            if answer.status == 413 and len(part) > 1:  # too many bytes at once
                middle = part.start + len(part) // 2
                due[:0] = [range(part.start, middle), range(middle, part.stop)]
            elif answer.status == 413:
                failed[part.start] = "is larger than Zotero takes"
            else:
                _collect(answer, part, keys, failed)
        return Written(keys=keys, failed=failed)

    def _post(self, path: str, objects: Sequence[Mapping[str, JSON]]) -> Answer:
        """One writing request; a key is asked for if there is none, and a lost answer is asked for again."""
        headers = {"Content-Type": "application/json", "Zotero-Write-Token": secrets.token_hex(16)}
        body = json.dumps(list(objects), ensure_ascii=False).encode()
        try:
            answer = self.client.ask("POST", self.prefix + path, data=body, headers=headers)
        except UnreachableError:  # perhaps it was carried out: the token lets it not be so twice
            answer = self.client.ask("POST", self.prefix + path, data=body, headers=headers)
            if answer.status == 412 and "token" in answer.text:
                raise CitekitError("the connection broke while Zotero was writing; push again to see") from None
        if answer.status in (401, 403) and self.authorise():
            answer = self.client.ask("POST", self.prefix + path, data=body, headers=headers)
        if answer.status not in (200, 413):
            raise refusal(answer)
        return answer

    def _all(self, path: str) -> Iterator[Mapping[str, JSON]]:
        """What all pages of a list hold."""
        start, total = 0, 1
        while start < total:
            params = {"limit": str(PAGE), "start": str(start), "format": "json"}
            answer = self.client.ask("GET", self.prefix + path, params=params)
            if answer.status != 200 or not isinstance(answer.json, list):
                raise refusal(answer)
            number = answer.headers.get("Zotero-Schema-Version", "")
            self.schema = int(number) if number.isdecimal() else self.schema
            yield from (item for item in answer.json if isinstance(item, dict))
            start += len(answer.json)
            count = answer.headers.get("Total-Results", "")
            total = int(count) if count.isdecimal() and answer.json else start


def refusal(answer: Answer) -> CitekitError:
    """What a person can do about an answer that says no."""
    said = " ".join(answer.text.split())[:200]
    remedy = REMEDIES.get(answer.status, "")
    return CitekitError(f"Zotero says {answer.status}: {said or 'nothing more'}{remedy and '; ' + remedy}")


REMEDIES: Mapping[int, str] = {
    401: "it wants a key that may write",
    403: "the key may not do this, or Zotero does not let other applications in (Settings, Advanced)",
    404: "there is no such library",
    409: "the library is locked for the moment; push again later",
    412: "the library has changed meanwhile; push again",
    428: "it wants to know of which version a change is",
}


def _held(item: Mapping[str, JSON]) -> Held | None:
    data, version = item.get("data"), item.get("version")
    reference = from_item(data) if isinstance(data, dict) else None
    if reference is None or not isinstance(data, dict):
        return None
    return Held(
        key=str(item.get("key", "")),
        version=version if isinstance(version, int) else 0,
        reference=reference,
        item=data,
    )


def _collect(answer: Answer, part: range, keys: dict[int, str], failed: dict[int, str]) -> None:
    """What an answer says of each object of a request."""
    said = answer.json if isinstance(answer.json, dict) else {}
    for group in ("success", "unchanged"):
        found = said.get(group)
        keys |= {part[int(at)]: str(key) for at, key in (found if isinstance(found, dict) else {}).items()}
    wrong = said.get("failed")
    for at, why in (wrong if isinstance(wrong, dict) else {}).items():
        code, text = (why.get("code"), why.get("message")) if isinstance(why, dict) else ("", why)
        failed[part[int(at)]] = "was changed in Zotero meanwhile; push again" if code == 412 else str(text)
