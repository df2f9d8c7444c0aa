"""Fields that a type demands: biblatex's data model (blx-dm.def, manual section 2.1.1) and BibTeX's standard styles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from citekit.lint.entry import BibEntry
from citekit.lint.rule import EntryRule, Flaw

TITLED = ("title", "date|year")
WRITTEN = ("author|editor|organization|institution", *TITLED)
PART = ("author", "title", "booktitle|crossref", "date|year")
# Of fields parted by | one is enough.
DEMANDED: Mapping[str, tuple[str, ...]] = {
    "article": ("author", "title", "journaltitle|journal", "date|year"),
    "book": ("author|editor", *TITLED),
    "mvbook": ("author|editor", *TITLED),
    "collection": ("editor", *TITLED),
    "mvcollection": ("editor", *TITLED),
    "reference": ("editor", *TITLED),
    "proceedings": TITLED,
    "periodical": TITLED,
    "inbook": ("author|editor", "title", "booktitle|chapter|pages", "date|year"),
    "incollection": PART,
    "inproceedings": PART,
    "conference": PART,
    "inreference": PART,
    "phdthesis": ("author", "title", "school|institution", "date|year"),
    "mastersthesis": ("author", "title", "school|institution", "date|year"),
    "thesis": ("author", "title", "institution|school", "type", "date|year"),
    "techreport": ("author", "title", "institution", "date|year"),
    "report": ("author", "title", "institution", "type", "date|year"),
    "manual": TITLED,
    "booklet": TITLED,
    "online": ("title", "date|year|urldate", "url|doi|eprint"),
    "dataset": WRITTEN,
    "software": WRITTEN,
    "patent": ("author", "title", "number", "date|year"),
    "unpublished": ("author", *TITLED),
}
INHERITED = frozenset({"crossref", "xdata", "xref"})


def check(entry: BibEntry) -> Iterator[Flaw]:
    there = {name for name, value in entry.values.items() if value.strip()}
    if there & INHERITED:
        return
    missing = [need for need in DEMANDED.get(entry.kind, ()) if there.isdisjoint(need.split("|"))]
    if missing:
        words = ", ".join(need.replace("|", " or ") for need in missing)
        yield Flaw(text=f"@{entry.kind} without {words}")


RULE = EntryRule(
    id="missing-field", level="warning", reason="styles print gaps or question marks, biber warns", check=check
)
