"""Zotero: references to the desktop or to zotero.org, and back.

desktop = find_desktop(ADDRESS, users_keyring(), print)
changes = plan(references, readable(desktop))
push(changes, desktop.api)
"""

from __future__ import annotations

from citekit.zotero.api import Api
from citekit.zotero.desktop import ADDRESS, Desktop, find_desktop
from citekit.zotero.keyring import users_keyring
from citekit.zotero.pull import collection_key, pull
from citekit.zotero.push import Change, Pushed, plan, push, push_by_import, readable
from citekit.zotero.web import web_library

__all__ = [
    "ADDRESS",
    "Api",
    "Change",
    "Desktop",
    "Pushed",
    "collection_key",
    "find_desktop",
    "plan",
    "pull",
    "push",
    "push_by_import",
    "readable",
    "users_keyring",
    "web_library",
]
