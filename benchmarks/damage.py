"""How much damage costs: each gold set as it stands, with each damage alone, and with all of them together.

    python benchmarks/damage.py [SET...] [--every N] [--only DAMAGE] [--errors N]

The damages are those of tests/damage.py, seeded by the place of the line. Of a large set every sixth line is taken
unless --every says otherwise.
"""

from __future__ import annotations

import argparse
import importlib.util
import sys
import zlib
from collections.abc import Collection, Sequence
from pathlib import Path
from types import ModuleType

from gold import SETS, load, micro, parsed, scorer

Row = dict[str, object]
LARGE = 1000
"""From this many lines on a set is sampled."""


def tool() -> ModuleType:
    """tests/damage.py, which no package holds."""
    path = Path(__file__).resolve().parents[1] / "tests" / "damage.py"
    spec = importlib.util.spec_from_file_location("damage_tool", path)
    if spec is None or spec.loader is None:
        sys.exit(f"no damaging tool: {path} is not there")
    module = importlib.util.module_from_spec(spec)
    sys.modules["damage_tool"] = module
    spec.loader.exec_module(module)
    return module


TOOL = tool()


def damaged(rows: Sequence[Row], only: Collection[str]) -> list[Row]:
    """The lines with their texts damaged; the seed of each is made of its id."""
    return [row | {"text": TOOL.damage(row["text"], zlib.crc32(str(row["id"]).encode()), only)} for row in rows]


def scored(rows: Sequence[Row], errors: int) -> tuple[float, float, float]:
    """Soft F1, and the shares of fully right items and of right numbers of citations, in per cent."""
    score = scorer()
    found = {key: [citation["item"] for citation in citations] for key, citations in parsed(rows).items()}
    wrong: list[tuple[Row, list[str], Row, Row]] = []
    total, _, _ = score.score(rows, found, True, errors=wrong)
    for row, fields, gold, item in wrong[:errors]:
        print(f"\n{row['text']!r}")
        for field in fields:
            print(f"    {field:16} {gold.get(field)} / {item.get(field)}")
    return micro(total), 100 * total.exact / max(1, total.items), 100 * total.nc / max(1, total.lines)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    names = [row.name for row in TOOL.DAMAGES]
    parser.add_argument("sets", nargs="*", metavar="SET", help=f"gold sets; all of {', '.join(SETS)} if none is named")
    parser.add_argument("--every", type=int, default=0, metavar="N", help="take every N-th line")
    parser.add_argument("--only", action="append", choices=[*names, "all"], help="this damage alone; may be repeated")
    parser.add_argument("--errors", type=int, default=0, metavar="N", help="show N wrong items of each")
    options = parser.parse_args()
    for name in options.sets or SETS:
        rows = load(name)
        rows = rows[:: options.every or (6 if len(rows) >= LARGE else 1)]
        print(f"\n{name}, {len(rows)} lines\n  {'damage':16} {'soft F1':>8} {'exact':>7} {'n_citations':>12}")
        for kind in ["none", *(options.only or [*names, "all"])]:
            lines = rows if kind == "none" else damaged(rows, () if kind == "all" else (kind,))
            f1, exact, count = scored(lines, 0 if kind == "none" else options.errors)
            print(f"  {kind:16} {f1:8.2f} {exact:7.1f} {count:12.1f}", flush=True)


if __name__ == "__main__":
    main()
