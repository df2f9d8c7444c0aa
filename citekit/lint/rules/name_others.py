"""The words for *and others* of a language instead of BibTeX's."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.lint.entry import BibEntry
from citekit.lint.rule import EntryRule, Flaw

FIELDS = ("author", "editor", "translator")
WORDS = r"et al\.?|u\. ?a\.|i dr\.|и др\.?|ほか|他|等|等人|외|y otros|e altri|others"
END = re.compile(
    rf"(?:\s*(?:,|;|and)?\s+|(?<=[\u3041-\u30ff\u3400-\u9fff\uac00-\ud7a3])\s?(?=[ほ他等외])|\{{)(?:{WORDS})\}}?\s*$",
    re.IGNORECASE,
)


def check(entry: BibEntry) -> Iterator[Flaw]:
    for name in FIELDS:
        text = entry.values.get(name, "")
        match = END.search(text)
        if match and match.start() and not re.search(r"\sand\s+others\s*$", text):
            head = re.sub(r"\s*(?:,|;|\band)\s*$", "", text[: match.start()])
            changes = {name: f"{head} and others"} if head.strip() else None
            yield Flaw(
                text=f"{name} ends with {match[0].strip()}; BibTeX's word is and others", field=name, changes=changes
            )


RULE = EntryRule(id="name-others", level="error", reason="the word would be printed as a person", check=check)
