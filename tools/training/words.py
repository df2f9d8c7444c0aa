"""The words that invented styles print; the words themselves are in words.toml."""

import tomllib
from pathlib import Path
from typing import Any

_TABLES: dict[str, Any] = tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf8"))

#: language -> role or unit -> the ways to print it
WESTERN: dict[str, dict[str, list[str]]] = _TABLES["western"]
CJK: dict[str, dict[str, list[str]]] = _TABLES["cjk"]
MONTHS: dict[str, list[str]] = _TABLES["months"]
#: language -> words for a work cited before; marks and units of its page; prose around a citation
BACK: dict[str, list[str]] = _TABLES["back"]
PAGES: dict[str, list[str]] = _TABLES["pages"]
UNITS: dict[str, list[str]] = _TABLES["units"]
BEFORE: dict[str, list[str]] = _TABLES["before"]
AFTER: dict[str, list[str]] = _TABLES["after"]
#: pieces of titles of pre-modern works
CLASSIC: dict[str, list[str]] = _TABLES["classic"]
