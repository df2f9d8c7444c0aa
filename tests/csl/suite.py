"""The fixtures of the CSL test suite, run one by one.

python -m tests.csl.suite            counts by category
python -m tests.csl.suite NAME ...   what these fixtures expect and what comes instead
python -m tests.csl.suite --write    the list of failing fixtures, reasons kept
"""

from __future__ import annotations

import gzip
import json
import sys
from collections import Counter
from pathlib import Path
from typing import Any

from citekit.csl import Cite, Processor, Style
from citekit.csl.context import FIRST, IBID, IBID_WITH_LOCATOR, SUBSEQUENT

ROOT = Path(__file__).resolve().parents[2]
FIXTURES = ROOT.parent / "shared" / "csl" / "suite_fixtures.jsonl.gz"
FAILING = Path(__file__).with_name("failing.txt")
NOTHING = "[CSL STYLE ERROR: reference with no printed form.]"
_POSITIONS = {0: FIRST, 1: SUBSEQUENT, 2: IBID, 3: IBID_WITH_LOCATOR}

Fixture = dict[str, Any]


def fixtures() -> dict[str, Fixture]:
    with gzip.open(FIXTURES, "rt", encoding="utf-8") as lines:
        return {fixture["NAME"]: fixture for fixture in map(json.loads, lines)}


def cite(raw: dict[str, Any], note: int = 0) -> Cite:
    return Cite(
        id=str(raw.get("id", "")),
        locator=str(raw.get("locator", "")).strip(),
        label=raw.get("label") or "page",
        prefix=raw.get("prefix", ""),
        suffix=raw.get("suffix", ""),
        suppress_author=bool(raw.get("suppress-author")),
        author_only=bool(raw.get("author-only")),
        position=_POSITIONS[raw.get("position", 0)],
        near_note=bool(raw.get("near-note")),
        note=note,
    )


def run(fixture: Fixture) -> str:
    """What the processor makes of a fixture, in the form of its result."""
    processor = Processor(Style.load(fixture["CSL"]), fixture["INPUT"])
    ids = [str(item.get("id", "")) for item in fixture["INPUT"]]
    if fixture.get("CITATIONS"):
        return _document(processor, fixture)
    if fixture["MODE"] == "bibliography":
        processor.register(ids)
        return _bibliography(processor)
    clusters = fixture.get("CITATION-ITEMS") or [[{"id": id_} for id_ in ids]]
    processor.register(ids)
    return "\n".join(
        processor.cluster(processor.sorted_cluster([cite(raw) for raw in cluster]), "html") or NOTHING
        for cluster in clusters
    )


def _bibliography(processor: Processor) -> str:
    entries = [f'  <div class="csl-entry">{entry or NOTHING}</div>\n' for entry in processor.bibliography("html")]
    return '<div class="csl-bib-body">\n' + "".join(entries) + "</div>"


def _document(processor: Processor, fixture: Fixture) -> str:
    """The citations as the last of the updates leaves them, those that it has changed marked with >>."""
    known = {step[0]["citationID"]: step[0] for step in fixture["CITATIONS"]}
    before: dict[str, str] = {}
    texts: dict[str, str] = {}
    order: list[str] = []
    for citation, pre, post in fixture["CITATIONS"]:
        order = [str(pair[0]) for pair in pre] + [citation["citationID"]] + [str(pair[0]) for pair in post]
        notes = {str(pair[0]): pair[1] for pair in [*pre, *post]}
        notes[citation["citationID"]] = citation.get("properties", {}).get("noteIndex", 0)
        clusters = [[cite(raw, notes[id_]) for raw in known[id_]["citationItems"]] for id_ in order]
        before, texts = texts, dict(zip(order, processor.cite(clusters, "html"), strict=True))
    last = fixture["CITATIONS"][-1][0]["citationID"]
    if fixture["MODE"] == "bibliography":
        return _bibliography(processor)
    return "\n".join(
        f"{'>>' if id_ == last or before.get(id_) != texts[id_] else '..'}[{place}] {texts[id_]}"
        for place, id_ in enumerate(order)
    )


def outcome(fixture: Fixture) -> str:
    """The text that comes out, or the error."""
    try:
        return run(fixture)
    except Exception as error:
        return f"{type(error).__name__}: {error}"


def failing() -> dict[str, str]:
    """The fixtures that are known to fail, each with its reason."""
    if not FAILING.is_file():
        return {}
    lines = [line for line in FAILING.read_text("utf-8").splitlines() if line and not line.startswith("#")]
    return {name.strip(): reason.strip() for name, _, reason in (line.partition("  ") for line in lines)}


def main(arguments: list[str]) -> None:
    known = fixtures()
    names = [name for name in known if any(name.startswith(prefix) for prefix in arguments if prefix[0] != "-")]
    for name in names:
        print(f"== {name}\n-- wanted\n{known[name]['RESULT']}\n-- got\n{outcome(known[name])}")
    if names:
        return
    passed, total, wrong = Counter[str](), Counter[str](), []
    for name, fixture in known.items():
        category = name.split("_")[0]
        total[category] += 1
        if outcome(fixture).strip() == fixture["RESULT"].strip():
            passed[category] += 1
        else:
            wrong.append(name)
    for category in sorted(total):
        print(f"{category:18}{passed[category]:4} of {total[category]:4}")
    print(f"{'all':18}{passed.total():4} of {total.total():4}")
    if "--write" in arguments:
        reasons = failing()
        wrong += {name for name, reason in reasons.items() if reason.endswith("without citeproc-py")} - set(wrong)
        head = "# Fixtures of the CSL test suite that fail, each with the reason; python -m tests.csl.suite --write\n"
        FAILING.write_text(head + "".join(f"{name}  {reasons.get(name, '')}\n" for name in sorted(wrong)), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
