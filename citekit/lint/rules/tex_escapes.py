"""Characters that TeX keeps for itself (The TeXbook, chapter 7) and that are not escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.lint.entry import BibEntry
from citekit.lint.rule import EntryRule, Flaw

# Fields that are read verbatim, or that no style prints.
VERBATIM = frozenset(
    (
        "url",
        "doi",
        "file",
        "eprint",
        "keywords",
        "abstract",
        "pdf",
        "crossref",
        "xdata",
        "verba",
        "verbb",
        "verbc",
        "urn",
        "groups",
        "timestamp",
        "bdsk-url-1",
    )
)
BARE = re.compile(r"(?<!\\)[&%#]")
UNDERSCORE = re.compile(r"(?<!\\)_")
INNER = re.compile(r"\\(?:url|href|path|nolinkurl)\s*\{[^{}]*\}")


def check(entry: BibEntry) -> Iterator[Flaw]:
    for name, text in entry.values.items():
        if name in VERBATIM or "$" in text:
            continue
        outside = INNER.sub(lambda m: " " * len(m[0]), text)
        places = [m.start() for pattern in (BARE, UNDERSCORE) for m in pattern.finditer(outside)]
        if places:
            marks = " ".join(sorted({text[at] for at in places}))
            mended = "".join("\\" + char if at in set(places) else char for at, char in enumerate(text))
            yield Flaw(text=f"{marks} in {name} must be escaped", field=name, changes={name: mended})


RULE = EntryRule(id="tex-escapes", level="error", reason="TeX stops at & and _, and drops what follows %", check=check)
