"""`pairs.bib`: records of one work, and of two works that look alike, are told apart."""

from __future__ import annotations

from pathlib import Path

from citekit.library import read_bib
from citekit.library.merge import groups

TEXT = Path(__file__).with_name("pairs.bib").read_text("utf-8")
PRECISION, RECALL = 0.98, 0.95


def test_pairs_are_told_apart() -> None:
    library, lines = read_bib(TEXT).value, TEXT.splitlines()
    wrong: dict[str, list[str]] = {"taken for one work": [], "taken for two works": []}
    right = 0
    works = library.references
    for one, two, span in zip(works[::2], works[1::2], library.spans[::2], strict=True):
        label = lines[span.line - 2].removeprefix("% ")
        same = label.startswith("same: ")
        assert same or label.startswith("different: "), label
        found = bool(groups([one, two]))
        assert bool(groups([two, one])) is found, f"{label}: the order matters"
        if found is not same:
            wrong["taken for one work" if found else "taken for two works"].append(f"{one.key}: {label}")
        right += same and found
    said, missed = wrong.values()
    report = "\n".join(f"{name}:\n  " + "\n  ".join(pairs) for name, pairs in wrong.items() if pairs)
    precision, recall = right / (right + len(said)), right / (right + len(missed))
    print(f"precision {precision:.1%}, recall {recall:.1%}\n{report}")
    assert precision >= PRECISION and recall >= RECALL, report


def test_there_are_many_pairs_of_each_language() -> None:
    references = read_bib(TEXT).value.references
    assert len(references) >= 400
    for language in ("zh", "ja", "en"):
        assert sum(reference.key.startswith(language) for reference in references) >= 100
