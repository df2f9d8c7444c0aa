"""The whole way on the article in seeds/: what a reader of it knows, note by note, is what comes out."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import NamedTuple

import pytest
from click.testing import CliRunner

from citekit.cli import main

ROOT = Path(__file__).resolve().parent.parent
EXPECTED = json.loads((Path(__file__).parent / "cases" / "seed" / "expected.json").read_text("utf-8"))
ARTICLE = ROOT / EXPECTED["article"]
NOTES = EXPECTED["notes"]


class Extraction(NamedTuple):
    """What one run over the seeds gave: the bibliography, its items by key, and the citations."""

    bib: bytes
    items: dict[str, dict]
    citations: list[dict]


def citekit(*arguments: str | Path) -> str:
    done = CliRunner().invoke(main, [str(argument) for argument in arguments])
    assert done.exit_code == 0, done.output
    return done.stdout


@pytest.fixture(scope="module")
def extraction(tmp_path_factory: pytest.TempPathFactory) -> Extraction:
    folder = tmp_path_factory.mktemp("seed")
    citekit("extract", ARTICLE, "-o", folder / "refs.bib", "--citations", folder / "citations.json")
    items = json.loads(citekit("extract", ARTICLE, "--to", "csljson", "-o", "-"))
    return Extraction(
        bib=(folder / "refs.bib").read_bytes(),
        items={item["id"]: item for item in items},
        citations=json.loads((folder / "citations.json").read_text("utf-8")),
    )


def shown_name(name: dict) -> str:
    """A name as the table prints it: `Cha, Victor D.`, 王帆 whether it was split or not."""
    if "literal" in name:
        return name["literal"]
    family, given = name.get("family", ""), name.get("given", "")
    return family + given if re.match("[\u3400-\u9fff]", family) else f"{family}, {given}"


def shown_work(citation: dict, item: dict) -> dict:
    """A citation and its reference in the columns of the table; what nobody printed is left out.

    `pages` are the printed ones: nobody can tell from a note alone whether pp. 227-250 are the whole article (the
    item's `page`) or the cited place (the `locator`).
    """
    year = str(item["issued"]["date-parts"][0][0]) if "issued" in item else ""
    work = {"author": [shown_name(name) for name in item.get("author", [])], "title": item["title"], "year": year}
    printed = citation["item"]
    extras = {"pages": printed.get("locator") or printed.get("page"), "url": item.get("URL")}
    return work | {label: value for label, value in extras.items() if value}


def test_the_notes_of_the_article() -> None:
    found = json.loads(citekit("notes", ARTICLE, "--json"))
    columns = ("number", "page", "marker")
    assert [[note[c] for c in columns] for note in found] == [[note[c] for c in columns] for note in NOTES]


@pytest.mark.parametrize("note", NOTES, ids=lambda note: f"note {note['number']}")
def test_the_words_before_the_call_out(note: dict) -> None:
    found = json.loads(citekit("notes", ARTICLE, "--json"))
    assert found[note["number"] - 1]["before"].replace(" ", "").endswith(note["before"])


@pytest.mark.parametrize("note", NOTES, ids=lambda note: f"note {note['number']}")
def test_the_works_of_each_note(note: dict, extraction: Extraction) -> None:
    cited = [citation for citation in extraction.citations if citation["note"] == note["number"]]
    assert [shown_work(citation, extraction.items[citation["key"]]) for citation in cited] == note["works"]


def test_the_counts(extraction: Extraction) -> None:
    assert len(NOTES) == 28
    assert sum(bool(note["works"]) for note in NOTES) == 25
    assert len(extraction.items) == 29
    assert sum("URL" in item for item in extraction.items.values()) == 7


def test_a_single_cited_page_belongs_to_the_citation(extraction: Extraction) -> None:
    single = [work["title"] for note in NOTES for work in note["works"] if work.get("pages", "-").isdigit()]
    assert len(single) == 12
    for item in extraction.items.values():
        assert item["title"] not in single or "page" not in item


def test_the_committed_bibliography_is_what_the_seeds_give(extraction: Extraction) -> None:
    assert (ROOT / "refs.bib").read_bytes() == extraction.bib


def test_a_second_run_changes_no_byte(tmp_path: Path) -> None:
    bib = tmp_path / "refs.bib"
    bib.write_bytes((ROOT / "refs.bib").read_bytes())
    citekit("extract", ARTICLE, "-o", bib)
    assert bib.read_bytes() == (ROOT / "refs.bib").read_bytes()
