"""Addresses that TeX's escapes or blanks have broken: url is a verbatim field (biblatex manual, section 2.2.2)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.lint.entry import BibEntry
from citekit.lint.rule import EntryRule, Flaw

FIELDS = ("url", "doi", "eprint")
ESCAPE = re.compile(r"\\([_%&#~$])|\{?\\textasciitilde(?:\{\}|\s)?\}?|\\url\{([^{}]*)\}")
SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")


def check(entry: BibEntry) -> Iterator[Flaw]:
    for name in FIELDS:
        text = entry.values.get(name, "")
        plain = ESCAPE.sub(lambda m: m[1] or m[2] or "~", text.strip())
        if plain != text.strip():
            yield Flaw(text=f"{name} is escaped, which breaks the link", field=name, changes={name: plain})
        elif name == "url" and text.strip() and not SCHEME.match(text.strip()):
            yield Flaw(
                text=f"the address {text.strip()} has no scheme; write https:// or http:// before it", field=name
            )
        elif name == "url" and re.search(r"\s", text.strip()):
            yield Flaw(text="the address holds a blank, so a link ends there", field=name)


RULE = EntryRule(id="url-escapes", level="warning", reason="the link leads nowhere", check=check)
