"""The library at zotero.org, of a person or a group."""

from __future__ import annotations

from collections.abc import Mapping

from citekit.model import CitekitError
from citekit.zotero.api import Api
from citekit.zotero.client import Client

ADDRESS = "https://api.zotero.org"
VARIABLE = "ZOTERO_API_KEY"
KEYS = "https://www.zotero.org/settings/keys"


def web_library(environment: Mapping[str, str], user: str = "", group: str = "", url: str = ADDRESS) -> Api:
    """The library of a user or a group, by its number; the key stands in the environment.

    >>> web_library({"ZOTERO_API_KEY": "k"}, user="475425").prefix
    '/users/475425'
    >>> web_library({}, user="475425")
    Traceback (most recent call last):
    ...
    citekit.model.CitekitError: no key in ZOTERO_API_KEY: make one at https://www.zotero.org/settings/keys
    """
    key = environment.get(VARIABLE, "").strip()
    if not key:
        raise CitekitError(f"no key in {VARIABLE}: make one at {KEYS}")
    number = group or user
    if not number.isdecimal():
        raise CitekitError(f"whose library? give your user id, a number that {KEYS} shows, with --user (or --group)")
    client = Client(base=url.rstrip("/"), headers={"Zotero-API-Key": key, "Zotero-API-Version": "3"})
    return Api(client=client, prefix=f"/{'groups' if group else 'users'}/{number}")
