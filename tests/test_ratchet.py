"""The parser does not get worse on real notes: its figures on the gold sets beside this repository, with floors.

The floors stand in tests/cases/ratchet.json. When the parser has become better, raise them:

    pytest tests/test_ratchet.py --ratchet-update

and look at the difference. Without the gold sets (../shared/eval) the tests are skipped.
"""

from __future__ import annotations

import importlib.util
import json
import warnings
from collections import defaultdict
from pathlib import Path
from types import ModuleType

import pytest

from citekit import note_of, parse
from citekit.cli.parse import as_dict

ROOT = Path(__file__).resolve().parent.parent
EVAL = ROOT.parent / "shared" / "eval"
FLOORS = ROOT / "tests" / "cases" / "ratchet.json"
SETS = {"seed_notes": 1, "real_tune": 1, "styled_tune": 5}
"""The gold sets; of each every n-th line is taken."""

SLACK = 0.3
"""So many points a figure may fall: a retrained tagger moves figures a little both ways."""
RAISE = 2.0
"""So many points above its floor a figure asks for the floor to be raised."""

pytestmark = pytest.mark.skipif(not EVAL.is_dir(), reason=f"the gold sets are not there ({EVAL.name}/)")

Rows = list[dict]


def scorer() -> ModuleType:
    """score.py of the gold sets, as a module."""
    spec = importlib.util.spec_from_file_location("citekit_eval_score", EVAL / "score.py")
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def gold(name: str) -> Rows:
    lines = (EVAL / f"{name}.jsonl").read_text("utf-8").split("\n")
    return [json.loads(line) for line in lines if line.strip()][:: SETS[name]]


def predicted(rows: Rows) -> dict[object, Rows]:
    """What the parser makes of the notes, by their id; notes of one `doc` belong together."""
    documents: dict[object, list[int]] = defaultdict(list)
    for at, row in enumerate(rows):
        documents[row.get("doc") or f"line {at}"].append(at)
    found: dict[object, Rows] = {row["id"]: [] for row in rows}
    for places in documents.values():
        for citation in parse([note_of(rows[at]["text"], at + 1) for at in places]):
            earlier = rows[citation.refers_to - 1]["id"] if citation.refers_to else None
            found[rows[citation.note - 1]["id"]].append(as_dict(citation, earlier))
    return found


def share_of_links(rows: Rows, found: dict[object, Rows]) -> float:
    """How many of the back-references lead to the work that they mean, along whichever of its earlier notes."""
    chain = {row["id"]: row.get("refers_to") for row in rows}

    def work(note: object) -> object:
        seen: set[object] = set()
        while chain.get(note) and note not in seen:
            seen.add(note)
            note = chain[note]
        return note

    linked = [row for row in rows if row.get("refers_to")]
    right = sum(
        any(work(c["refers_to"]) == work(row["refers_to"]) for c in found[row["id"]] if c["refers_to"])
        for row in linked
    )
    return right / len(linked) if linked else 1.0


def figures(name: str) -> dict[str, float]:
    """The figures of one set, in points of a hundred."""
    score, rows = scorer(), gold(name)
    found = predicted(rows)
    total, languages, _ = score.score(rows, {note: [c["item"] for c in cited] for note, cited in found.items()}, True)

    def f1(account) -> float:  # type: ignore[no-untyped-def]  # an account of score.py
        sums = [sum(account.c[field][at] for field in score.CORE if field in account.c) for at in range(3)]
        return 2 * sums[0] / (sums[1] + sums[2]) if sums[1] + sums[2] else 1.0

    reached = {
        "soft F1": f1(total),
        "exact item": total.exact / max(1, total.items),
        "n_citations": total.nc / max(1, total.lines),
        "back-references": share_of_links(rows, found),
        **{f"soft F1 {code}": f1(account) for code, account in languages.items() if account.lines >= 20},
    }
    return {figure: round(100 * share, 1) for figure, share in sorted(reached.items())}


@pytest.mark.parametrize("name", SETS)
def test_ratchet(name: str, request: pytest.FixtureRequest) -> None:
    reached = figures(name)
    floors = json.loads(FLOORS.read_text("utf-8")) if FLOORS.exists() else {}
    if request.config.getoption("--ratchet-update"):
        FLOORS.write_text(json.dumps(floors | {name: reached}, ensure_ascii=False, indent=1) + "\n", "utf-8")
        return
    fallen = {
        figure: f"{reached.get(figure)} < {floor}"
        for figure, floor in floors[name].items()
        if reached.get(figure, 0.0) < floor - SLACK
    }
    assert not fallen, f"{name}: worse than before"
    risen = [figure for figure, value in reached.items() if value > floors[name].get(figure, 0.0) + RAISE]
    if risen:
        warnings.warn(f"{name}: {', '.join(risen)} rose; raise the floors with --ratchet-update", stacklevel=1)
