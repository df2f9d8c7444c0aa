"""Golden cases: small invented articles and the notes that have to be found in them.

A case in tests/cases/notes is a text that a person can read: comment lines (#), the article, a line of equals signs,
and the notes found, `number | marker | page | words before the call-out | text`. ␌ stands for a form feed, ␉ for a tab.
Write the second half anew with `pytest tests/notes --golden-update`, then read the difference.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from citekit.documents.text import read_text
from citekit.notes import find_notes

CASES = sorted((Path(__file__).parents[1] / "cases" / "notes").glob("*.txt"))
RULER = "=" * 40


def split_case(path: Path) -> tuple[list[str], str, str]:
    """The comment, the article as given, and the notes expected."""
    article, _, expected = path.read_text("utf-8").partition(RULER + "\n")
    lines = article.split("\n")
    comment = [line for line in lines if line.startswith("#")]
    return comment, "\n".join(lines[len(comment) :]), expected


def show(article: str) -> str:
    """The notes of an article in the golden form, and what there is to say about them."""
    text = article.replace("␌\n", "\f").replace("␌", "\f").replace("␉", "\t")
    found = find_notes(read_text(text.encode(), "case").value)
    rows = [" | ".join((str(n.number), n.marker, str(n.span.page), n.before, n.text)) for n in found.value]
    return "\n".join([*rows, *(f"{m.level}: {m.text}" for m in found.messages), ""])


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_case(path: Path, pytestconfig: pytest.Config) -> None:
    comment, article, expected = split_case(path)
    shown = show(article)
    if pytestconfig.getoption("--golden-update"):
        path.write_text("\n".join([*comment, article]) + RULER + "\n" + shown, "utf-8")
        return
    assert shown == expected


def test_there_are_cases() -> None:
    assert len(CASES) >= 10
