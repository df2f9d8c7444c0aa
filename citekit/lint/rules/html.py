"""HTML in fields, as web pages and databases leave it."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator

from citekit.lint.entry import BibEntry
from citekit.lint.rule import EntryRule, Flaw

ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,6}|#x[0-9A-Fa-f]{2,5});")
TAG = re.compile(r"<(/?)(i|em|b|strong|sub|sup|span|scp)(?:\s[^<>]*)?>", re.IGNORECASE)
VERBATIM = frozenset({"url", "doi", "file", "eprint", "abstract"})


def check(entry: BibEntry) -> Iterator[Flaw]:
    for name, text in entry.values.items():
        if name in VERBATIM:
            continue
        plain = ENTITY.sub(_char, text)
        if plain != text:
            yield Flaw(text=f"{name} holds HTML entities", field=name, changes={name: plain})
        elif tags := TAG.search(text):
            yield Flaw(text=f"{name} holds the HTML tag {tags[0]}; take it out, or write \\emph{{...}}", field=name)


def _char(match: re.Match[str]) -> str:
    char = html.unescape(match[0])
    return "\\" + char if char in "&%#$_" else char if char.isprintable() and char not in "{}\\" else match[0]


RULE = EntryRule(id="html", level="warning", reason="it is printed as it stands", check=check)
