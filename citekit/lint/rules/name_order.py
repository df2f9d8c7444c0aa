"""Chinese, Japanese and Korean names with a blank and no comma."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.languages.words import CJK
from citekit.lint.entry import BibEntry
from citekit.lint.rule import EntryRule, Flaw

FIELDS = ("author", "editor", "translator")
SPACED = re.compile(rf"(?P<family>[{CJK}]{{1,4}})[ \u3000](?P<given>[{CJK}]{{1,4}})")


def check(entry: BibEntry) -> Iterator[Flaw]:
    for name in FIELDS:
        persons = re.split(r"(\s+and\s+)", entry.values.get(name, ""))
        mended = [SPACED.sub(r"\g<family>, \g<given>", p) if SPACED.fullmatch(p.strip()) else p for p in persons]
        wrong = [old.strip() for old, new in zip(persons, mended, strict=True) if old != new]
        if wrong:
            text = f"{', '.join(wrong)}: the part behind the blank is taken for the family name; write Family, Given"
            yield Flaw(text=text, field=name, changes={name: "".join(mended)})


RULE = EntryRule(id="name-order", level="error", reason="BibTeX, biber and Zotero turn the name round", check=check)
