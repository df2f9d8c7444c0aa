"""The gold sets beside the checkout, parsed and compared: what the other scripts of this folder share.

A gold line is {"id", "doc", "text", "lang", "n_citations", "gold": [CSL-JSON]}; the comparison is that of the
scoreboard which comes with the sets.
"""

from __future__ import annotations

import importlib.util
import json
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import ModuleType

from citekit.cli.parse import Line, results

EVAL = Path(__file__).resolve().parents[2] / "shared" / "eval"
SETS = ("seed_notes", "real_tune", "styled_tune")


def load(name: str) -> list[dict[str, object]]:
    """The lines of a gold set; the script ends with a message if the sets are not there."""
    path = EVAL / f"{name}.jsonl"
    if not path.exists():
        sys.exit(f"no gold sets: {path} is not there")
    return [json.loads(line) for line in path.read_text(encoding="utf8").splitlines() if line.strip()]


def scorer() -> ModuleType:
    """The scoreboard's comparison, as a module."""
    spec = importlib.util.spec_from_file_location("score", EVAL / "score.py")
    if spec is None or spec.loader is None:
        sys.exit(f"no scoreboard: {EVAL / 'score.py'} is not there")
    module = importlib.util.module_from_spec(spec)
    sys.modules["score"] = module
    spec.loader.exec_module(module)
    return module


def parsed(rows: Iterable[Mapping[str, object]]) -> dict[object, list[dict[str, object]]]:
    """The citations of each line, by its id."""
    lines = [Line(id=row["id"], doc=row.get("doc"), text=str(row["text"])) for row in rows]
    return {row["id"]: row["citations"] for row in results(lines)}  # type: ignore[misc]


def compared(rows: list[dict[str, object]]) -> Iterator[tuple[dict[str, object], float, bool]]:
    """Each found citation with its line, its confidence, and whether every core field is right."""
    score = scorer()
    found = parsed(rows)
    for row in rows:
        citations = found[row["id"]]
        gold = [score.canon(item) for item in row["gold"]]
        items = [score.canon(citation["item"]) for citation in citations]
        pairs = {j: i for i, j in score.align(gold, items)}
        for j, item in enumerate(items):
            truth = gold[pairs[j]] if j in pairs else {}
            right = j in pairs and all(
                score.matched(field, truth.get(field, []), item.get(field, []), True)
                == len(truth.get(field, []))
                == len(item.get(field, []))
                for field in score.CORE
            )
            yield row, float(citations[j]["confidence"]), right


def micro(accumulated: object) -> float:
    """Micro-averaged F1 over the core fields, in per cent."""
    score = sys.modules["score"]
    counts = [accumulated.c[field] for field in score.CORE if field in accumulated.c]  # type: ignore[attr-defined]
    right, gold, predicted = (sum(column) for column in zip(*counts, strict=True)) if counts else (0, 0, 0)
    return 100 * 2 * right / (gold + predicted) if gold + predicted else 100.0
