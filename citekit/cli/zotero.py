"""What `citekit push` and `citekit pull` have in common: which library of Zotero is meant."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

import click

from citekit.config import settings
from citekit.zotero import ADDRESS, Api, Desktop, find_desktop, readable, users_keyring, web_library
from citekit.zotero.web import ADDRESS as WEB

F = TypeVar("F", bound=Callable[..., None])

OPTIONS = (
    click.option("--web", is_flag=True, help="The library at zotero.org; its key stands in ZOTERO_API_KEY."),
    click.option("--user", default="", metavar="ID", help="Whose library at zotero.org: the number of a user."),
    click.option("--group", default="", metavar="ID", help="A group's library at zotero.org: its number."),
    click.option("--url", default="", metavar="URL", help="Another address of Zotero. Default: this computer's."),
)


def library_options(command: F) -> F:
    """The options that say which library is meant."""
    for option in reversed(OPTIONS):
        command = option(command)
    return command


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The library that is meant, and the desktop that it is in (None for zotero.org)."""

    api: Api
    desktop: Desktop | None = None


def find_library(web: bool, user: str, group: str, url: str, beside: Path) -> Place:
    """The library that the options name, or the settings ([zotero] with `url`, `user`, `group`) of the file's folder.

    Raises CitekitError if no Zotero answers, or who is asking is not known there.
    """
    given = settings("zotero", beside)
    url = url or str(given.values.get("url", ""))
    if web or user or group:
        user = user or str(given.values.get("user", ""))
        group = group or ("" if user else str(given.values.get("group", "")))
        return Place(api=web_library(os.environ, user, group, url or WEB))
    desktop = find_desktop(url or ADDRESS, users_keyring(), lambda text: click.echo(text, err=True))
    return Place(api=readable(desktop), desktop=desktop)
