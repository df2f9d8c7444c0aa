"""What Zotero leaves out or misunderstands when it imports BibTeX (its BibTeX translator)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from citekit.lint.entry import BibEntry
from citekit.lint.rule import EntryRule, Flaw

# The field, and the one that holds the same and is read.
FIELDS: Mapping[str, str] = {
    "langid": "language",
    "origdate": "note",
    "titleaddon": "note",
    "eventtitle": "booktitle",
    "journalsubtitle": "journal",
    "maintitle": "booktitle",
    "origlanguage": "note",
    "related": "note",
}
WHOLES = frozenset({"book", "mvbook", "collection", "mvcollection", "proceedings", "thesis", "phdthesis"})
TYPES = frozenset({"dataset", "newspaper", "standard", "legislation", "jurisdiction", "software"})


def check(entry: BibEntry) -> Iterator[Flaw]:
    if entry.kind in TYPES:
        yield Flaw(text=f"Zotero does not import @{entry.kind}; hand it over as CSL-JSON (citekit export --to csljson)")
    for name, other in FIELDS.items():
        if entry.values.get(name) and not entry.values.get(other):
            yield Flaw(text=f"Zotero drops {name}; what it says can stand in {other} as well", field=name)
    if entry.kind in WHOLES and entry.values.get("pages"):
        yield Flaw(text=f"Zotero takes the pages of a @{entry.kind} for the number of its pages", field="pages")


RULE = EntryRule(id="zotero-drops", level="info", reason="the import says nothing and the field is gone", check=check)
