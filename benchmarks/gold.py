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

import citekit
from citekit.cli.parse import Line, as_dict, results
from citekit.model import Citation

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


def right_citations(rows: list[dict[str, object]]) -> Iterator[tuple[Citation, bool]]:
    """Each found citation, and whether every core field of it is right."""
    score = scorer()
    by_document: dict[object, list[dict[str, object]]] = {}
    for row in rows:
        by_document.setdefault(row.get("doc") or row["id"], []).append(row)
    for members in by_document.values():
        citations = citekit.parse(citekit.note_of(str(row["text"]), at) for at, row in enumerate(members))
        for at, row in enumerate(members):
            found = [citation for citation in citations if citation.note == at]
            gold = [score.canon(item) for item in row["gold"]]
            items = [score.canon(as_dict(citation, None)["item"]) for citation in found]
            pairs = {j: i for i, j in score.align(gold, items)}
            for j, item in enumerate(items):
                yield found[j], j in pairs and _right(score, gold[pairs[j]], item)


def _right(score: ModuleType, truth: dict[str, list[object]], item: dict[str, list[object]]) -> bool:
    return all(
        score.matched(field, truth.get(field, []), item.get(field, []), True)
        == len(truth.get(field, []))
        == len(item.get(field, []))
        for field in score.CORE
    )


def micro(accumulated: object) -> float:
    """Micro-averaged F1 over the core fields, in per cent."""
    score = sys.modules["score"]
    counts = [accumulated.c[field] for field in score.CORE if field in accumulated.c]  # type: ignore[attr-defined]
    right, gold, predicted = (sum(column) for column in zip(*counts, strict=True)) if counts else (0, 0, 0)
    return 100 * 2 * right / (gold + predicted) if gold + predicted else 100.0
