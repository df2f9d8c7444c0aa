"""Keys that not every program can read."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.lint.entry import BibEntry
from citekit.lint.rule import EntryRule, Flaw

# BibTeX's own list (bibtex.web, section 23), and what TeX gives a meaning to.
FORBIDDEN = re.compile(r"[\s\"#%'(),={}\\~]")


def check(entry: BibEntry) -> Iterator[Flaw]:
    if not entry.key:
        yield Flaw(text="the entry has no key, so nothing can cite it; give it one")
    elif wrong := "".join(sorted(set(FORBIDDEN.findall(entry.key)))):
        yield Flaw(text=f"the key {entry.key} holds {wrong!r}, which BibTeX or TeX cannot read; rename it")


RULE = EntryRule(id="key-characters", level="error", reason="a key is typed into \\cite", check=check)
