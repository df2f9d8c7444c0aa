"""Addresses that stand in another field than url."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.lint.entry import BibEntry
from citekit.lint.rule import EntryRule, Flaw

FIELDS = ("howpublished", "note", "annote", "publisher", "address")
ADDRESS = re.compile(r"\\url\{\s*(?P<braced>[^{}\s]+)\s*\}|(?P<bare>https?://[^\s{}\\]+)")
# What introduces an address and may go with it: Available at, 网址, [Online].
LEAD = re.compile(
    r"(?i)[\s\[]*(?:(?:available|online|retrieved|verfügbar|disponible)\b[^:]{0,20}|url|网址|网站|入手先)?\]?[\s:：.]*"
)


def check(entry: BibEntry) -> Iterator[Flaw]:
    if entry.values.get("url", "").strip():
        return
    for name in FIELDS:
        match = ADDRESS.search(entry.values.get(name, ""))
        if match:
            text = entry.values[name]
            rest = text[: match.start()] + text[match.end() :]
            alone = LEAD.fullmatch(text[: match.start()]) and not rest[match.start() :].strip(" .}")
            changes = {name: None, "url": match["braced"] or match["bare"]} if alone else None
            yield Flaw(text=f"an address stands in {name}; its field is url", field=name, changes=changes)
            return


RULE = EntryRule(
    id="url-field", level="warning", reason="neither biblatex nor Zotero nor a link check finds it there", check=check
)
